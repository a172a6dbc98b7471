"""A tandem whose launch is taken back: what is to come is cancelled, what was stays, the channel is
archived, and whoever needs the participants' team for nothing else leaves it.

The same two stand ready again from the moment at which it was confirmed (``undoing.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from mentoring.domain.intervention import Part, Receipt
from mentoring.domain.pair import Pair, pair_id
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.launch.again import launch_again
from mentoring.usecases.launch.clearing_away import clear_away, nothing_cleared
from mentoring.usecases.launch.ending import over
from mentoring.usecases.launch.members import fill_team
from mentoring.usecases.launch.one_tandem import ATTEMPTS, launch_tandem, noted_by_launch
from mentoring.usecases.sessions.tandem_card import tandem_card

SOON = timedelta(seconds=10)
"""How long what is just being launched is waited for."""


@dataclass(frozen=True)
class LaunchUndoneNotice(Notice):
    """That the start was taken back, as one of the two reads it; the other one reads the same.

    ``met``: the time of some sessions has passed.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    met: bool = False


@shows(to="person")
def launch_undone_card(uow: UnitOfWork, scene: Scene) -> LaunchUndoneNotice:
    """What one of the two reads."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    met = bool(uow.taken_back.need(tandem.id).met)
    return LaunchUndoneNotice(tandem, viewer, partner, scene.programme, met)


def _nobody_answered(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Microsoft 365 was away for longer than this waits: the receipt names the tandem, and of what
    was done before that knows the sessions.
    """
    left = nothing_cleared(uow.tandems.need(tandem_id)).left
    if uow.taken_back.need(tandem_id).cancelled:
        left = tuple(part for part in left if part is not Part.SESSIONS)
    taken_back(uow, moment, tandem_id, Receipt(left=left), clear=not left)


def _counted(uow: UnitOfWork, _moment: Moment, tandem_id: str, cancelled: int) -> None:
    """What is cancelled counts, whatever becomes of the rest, and at whichever attempt."""
    found = uow.taken_back.need(tandem_id)
    uow.taken_back.put(replace(found, cancelled=found.cancelled or cancelled))


@effect(queue="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def take_back(world: World, tandem_id: str, step: Step) -> None:
    """Clear away what the launch has made of the tandem; then the two read it."""
    if not await step("begin", lambda: world.run(begin, tandem_id)):
        return
    receipt, clear = await clear_away(world, tandem_id, step, "undone", _counted)
    await step("done", lambda: world.run(taken_back, tandem_id, receipt, clear=clear))


def begin(uow: UnitOfWork, moment: Moment, tandem_id: str) -> bool:
    """From now on it is over; False if it was before, or as long as something is just being opened
    or booked for it, which would otherwise be left behind.
    """
    tandem = uow.tandems.need(tandem_id)
    if uow.taken_back.need(tandem_id).done_at:
        return False
    if _is_at_work(uow, tandem):
        stamp = f"{moment.now:{STAMP}}"
        ask(uow, take_back, tandem_id, once=stamp, not_before=moment.now + SOON)
        return False
    if tandem.state is not TandemState.CLOSED:
        uow.tandems.put(replace(tandem, state=TandemState.CLOSED))
    return True


def is_begun(uow: UnitOfWork, tandem: Tandem) -> bool:
    """Whether a channel is just being opened for it, or its series booked, or an attempt at that
    has failed and may have left something. As long as this unit runs nobody begins it.
    """
    mine: dict[str, object] = {"kind": launch_tandem.name, "subject_id": tandem.id, "done": False}
    keys = sorted(key for (key,) in uow.effects.columns("id", **mine))
    return any(each.flow or each.attempt > 1 for each in uow.effects.hold(keys) if not each.done)


def _is_at_work(uow: UnitOfWork, tandem: Tandem) -> bool:
    """Whether it is being launched, or its team filled."""
    team = f"{tandem.launch_id}:{tandem.team_id}"
    at_work: dict[str, object] = {"done": False, "flow": Other("")}
    if is_begun(uow, tandem) or uow.effects.any(kind=fill_team.name, subject_id=team, **at_work):
        return True
    batches = uow.effects.columns("subject_id", kind=launch_again.name, **at_work)
    return any(batch.startswith(f"{tandem.launch_id}:") for (batch,) in batches)


def taken_back(
    uow: UnitOfWork, moment: Moment, tandem_id: str, receipt: Receipt, *, clear: bool
) -> None:
    """Write down what was done; both read it, unless they had not heard of the start yet."""
    found = uow.taken_back.need(tandem_id)
    if found.done_at:
        return
    tandem = replace(_left(uow.tandems.need(tandem_id), clear=clear), state=TandemState.CLOSED)
    before = _barred_before(uow, tandem)
    over(uow, moment, tandem, receipt, clear=clear)
    if not found.met:
        _bar_as_before(uow, tandem, before)
    uow.taken_back.put(_with(found, receipt, moment, clear=clear))
    if uow.postings.any(kind=tandem_card.name, subject_id=tandem_id):
        post_to(uow, launch_undone_card, tandem_id, (tandem.mentor_id, tandem.mentee_id))


def _with(found: TakenBack, receipt: Receipt, moment: Moment, *, clear: bool) -> TakenBack:
    """Together with what an earlier attempt has cleared away."""
    return replace(
        found,
        left_team=found.left_team + receipt.left_team,
        archived=found.archived or receipt.archived,
        clear=clear,
        done_at=moment.now,
    )


def _left(tandem: Tandem, *, clear: bool) -> Tandem:
    """A tandem that never got a channel takes none of the team's places any more."""
    return replace(tandem, team_id="") if clear and not tandem.channel_id else tandem


def _barred_before(uow: UnitOfWork, tandem: Tandem) -> Pair | None:
    """What keeps the two apart, unless it is this launch alone."""
    by_launch = noted_by_launch(uow, tandem)
    found = uow.pairs.get(by_launch.id)
    return None if found == by_launch and not _another_began(uow, tandem) else found


def _another_began(uow: UnitOfWork, tandem: Tandem) -> bool:
    """Whether another tandem of the two was launched in this programme, in whichever cycle."""
    every = uow.everywhere
    others: dict[str, object] = {
        "cycle_id": every.cycles.those(programme_id=uow.programme_id),
        "mentor_id": tandem.mentor_id,
        "mentee_id": tandem.mentee_id,
        "state": (TandemState.LAUNCHED, TandemState.CLOSED),
    }
    return every.tandems.any(**others, **not_undone(every))


def _bar_as_before(uow: UnitOfWork, tandem: Tandem, before: Pair | None) -> None:
    """Who has never met was no tandem yet; what kept the two apart otherwise still does."""
    if before:
        uow.pairs.put(before)
    else:
        uow.pairs.delete(pair_id(uow.programme_id, tandem.mentor_id, tandem.mentee_id))
