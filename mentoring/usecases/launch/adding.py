"""A tandem more while the cycle runs: two people whom an owner brings together are asked like any
others, the mentor first, and launched by themselves once both have said yes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.domain.enrolment import WAITS, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import Intervention, InterventionKind, InterventionState
from mentoring.domain.launch import BEGUN
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.checking import explained
from mentoring.usecases.matching.come_between import still_possible
from mentoring.usecases.matching.places import before_the_matching, fill
from mentoring.usecases.matching.runs import ALONE
from mentoring.usecases.programme.with_the_cycle import ends_with_cycle

if TYPE_CHECKING:
    from mentoring.domain.matching.table import Explanation


def lock_of(wanted: Intervention) -> Lock:
    """The two as the matching's rules look at them."""
    return Lock(wanted.mentee_id, wanted.mentor_id, wanted.reason)


@before_the_matching
def offer_planned(uow: UnitOfWork) -> None:
    """For whom an owner has somebody in mind, the two are put to each other as soon as whoever
    stayed waits: after a yes, and once they have given their answers again if they are gone.
    """
    planned = uow.interventions.all(
        kind=InterventionKind.REPLACE, state=InterventionState.RUNNING, made_id=""
    )
    for each in planned:
        if each.mentor_id and each.mentee_id and _waits(uow, each):
            ask(uow, offer_pair, each.id)


def _waits(uow: UnitOfWork, wanted: Intervention) -> bool:
    """Whether their tandem has ended, and the one who stayed would like another one."""
    about = uow.tandems.need(wanted.tandem_id)
    role = Role.MENTOR if about.mentor_id == wanted.mentor_id else Role.MENTEE
    key = enrolment_id(uow.cycle_id, role, about.person(role))
    return bool(about.ended_at) and uow.enrolments.any(id=key, **WAITS)


@ends_with_cycle
def _nobody_comes_any_more(uow: UnitOfWork, _moment: Moment) -> None:
    """Who was to get another partner, and has not said yet whether they would like one, gets none
    in this cycle.
    """
    planned = uow.interventions.all(
        kind=InterventionKind.REPLACE, state=InterventionState.RUNNING, made_id=""
    )
    failed = InterventionState.FAILED
    uow.interventions.put_all(replace(each, state=failed) for each in planned if each.done_at)


@one_step(queue="work")
async def offer_pair(world: World, intervention_id: str) -> None:
    """Put the two to each other, if nothing has come between them since; otherwise owners read that
    it has become impossible, and whoever waits may be matched with somebody else.
    """
    try:
        why = await world.read(_explained, intervention_id)
    except Refusal:
        await world.run(_impossible, intervention_id)
        return
    await world.run(_offer, intervention_id, why)


def _explained(uow: UnitOfWork, moment: Moment, intervention_id: str) -> Explanation:
    return explained(uow, moment, lock_of(uow.interventions.need(intervention_id)))


def _impossible(uow: UnitOfWork, moment: Moment, intervention_id: str) -> None:
    wanted = uow.interventions.need(intervention_id)
    if wanted.state is InterventionState.RUNNING and not wanted.made_id:
        failed = replace(wanted, state=InterventionState.FAILED, done_at=moment.now)
        uow.interventions.put(failed)
        fill(uow)


def _offer(uow: UnitOfWork, moment: Moment, intervention_id: str, why: Explanation) -> None:
    one_at_a_time(uow)  # Otherwise a launch that is just confirmed might leave the tandem behind.
    uow.alone(ALONE)
    wanted = uow.interventions.need(intervention_id)
    if wanted.state is not InterventionState.RUNNING or wanted.made_id:
        return
    proposal = _approved(wanted, moment, why)
    over = uow.cycles.need(moment.cycle.id).is_over
    if over or not still_possible(uow, moment, [proposal]):
        _impossible(uow, moment, intervention_id)
        return
    uow.proposals.put(proposal)
    [made] = offers.make(uow, moment, [proposal])
    uow.tandems.put(replace(made, added_by=wanted.id, launch_id=_launch_of(uow, moment)))
    uow.interventions.put(replace(wanted, made_id=made.id))


def _approved(wanted: Intervention, moment: Moment, why: Explanation) -> Proposal:
    return Proposal(
        id=f"{wanted.id}:1",
        run_id="",
        mentor_id=wanted.mentor_id,
        mentee_id=wanted.mentee_id,
        score=why.score,
        state=ProposalState.APPROVED,
        reasons=why.reasons,
        checks=why.checks,
        lock=lock_of(wanted),
        decided_by=wanted.by,
        decided_at=moment.now,
    )


def _launch_of(uow: UnitOfWork, moment: Moment) -> str:
    """The launch that takes the tandem along; where none has begun, or all were taken back, it
    waits for the next one.
    """
    begun = uow.launches.all(state=BEGUN)
    last = max(begun, key=lambda each: each.started_at or moment.now, default=None)
    return last.id if last else ""
