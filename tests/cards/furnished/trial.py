"""What can be tried, and a try."""

from __future__ import annotations

from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.launch import Launch
from mentoring.domain.match_run import MatchRun, RunState
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.trial.cast import invented, invented_id
from tests.cards.furnished.basis import NOW, OWNER, show


def trial(uow: UnitOfWork) -> None:
    """An owner is shown what can be tried, and has begun a try in which an offer is open."""
    show(uow, "trial_card", uow.cycle_id, OWNER)
    uow.facts.put(Fact("number:p1.try", "9"))
    tried = Cycle("p1t9", "p1", 9, NOW, state=CycleState.MATCHING, tried_by=OWNER, tried_in="de")
    here = for_cycle(uow, uow.cycles.put(tried).id)
    for role in Role:
        person = here.people.put(invented(tried.id, role, uow.people.need(OWNER), tried.tried_in))
        key = enrolment_id(tried.id, role, person.id)
        here.enrolments.put(Enrolment(key, person.id, role, EnrolmentState.DONE, NOW))
    _offered(here, *(invented_id(tried.id, role) for role in (Role.MENTOR, Role.MENTEE)))
    show(here, "trial_course", tried.id, OWNER)


def _offered(here: UnitOfWork, mentor: str, mentee: str) -> None:
    """A run with its proposal, and all that could follow."""
    run, proposal = f"{here.cycle_id}.run-1", f"{here.cycle_id}.run-1:1"
    here.runs.put(MatchRun(run, OWNER, NOW, state=RunState.PROPOSED))
    approved = Proposal(proposal, run, mentor, mentee, 1, ProposalState.APPROVED, decided_by=OWNER)
    here.proposals.put(approved)
    key, state = f"{here.cycle_id}.tandem-1", TandemState.ASKED_MENTOR
    here.tandems.put(Tandem(key, 1, proposal, mentor, mentee, state, NOW, NOW))
    here.launches.put(Launch(f"{here.cycle_id}.launch-1", OWNER, NOW.date()))
    here.closings.put(Closing(f"{here.cycle_id}.closing-1", OWNER))
