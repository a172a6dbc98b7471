"""The end of a cycle: what will happen is shown, confirmed once, and carried out tandem by tandem.

Here the end of a tandem is one that was planned from the start: what is to come is cancelled with a
friendly text, what was stays, the channel can still be read, the calendar is no longer watched, and
both get a word of thanks. One that ends before its time: ``ending.py``.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import NOTHING_DONE, InterventionState, Part, Receipt
from mentoring.domain.tandem import LEFT_OUT, NOT_CLEAR, Tandem, TandemState, never_began
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import HeardToo, Step, effect, effect_of
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.one_a_day import come_by_themselves
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import post, post_to
from mentoring.usecases.common.previews import grows_old, require_fresh, require_same
from mentoring.usecases.common.undone import require_no_undoing
from mentoring.usecases.enrolment.coming_back import ask_both_anew
from mentoring.usecases.enrolment.undecided import release_undecided
from mentoring.usecases.launch.clearing_away import (
    archive,
    as_receipt,
    cancelled_or_left,
    clear_away,
    could_not_begin,
    end_series,
    mailbox_is_gone,
    nothing_cleared,
    tried,
)
from mentoring.usecases.launch.closing_card import (
    closing_card,
    ended_with_it,
    would_end,
)
from mentoring.usecases.launch.ending import cleared_since, close, over, settle
from mentoring.usecases.launch.free_place import tell_owners
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.launch.when_over import let_follow_as_planned
from mentoring.usecases.matching.left_over import (
    come_first,
    seats,
)
from mentoring.usecases.matching.offers import close_round
from mentoring.usecases.matching.runs import ALONE
from mentoring.usecases.privacy.retention import cycle_closed
from mentoring.usecases.programme.cycles import advance
from mentoring.usecases.programme.with_the_cycle import end_all, let_follow_the_end


def prepare(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> Closing:
    """Show what closing would do; nothing happens yet.

    Raises:
        Refusal: ``close-nobody`` while no tandem runs or waits for its start, ``close-running``,
            ``launch-undo-running``, ``close-launching``; ``close-rolling`` where each tandem has
            its own end.
    """
    if moment.cycle.kind is CycleKind.ROLLING:
        raise Refusal("close-rolling")
    one_at_a_time(uow)
    _require_quiet(uow)
    running = len(_to_end(uow, moment))
    closing = uow.closings.put(
        Closing(next_id(uow, "closing"), owner, tandems=running, prepared_at=moment.now)
    )
    post(uow, closing_card, closing.id, owner, chat=chat)
    grows_old(uow, moment, closing_card, closing.id)
    return closing


def discard(uow: UnitOfWork, _moment: Moment, closing_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    closing = uow.closings.need(closing_id)
    if closing.state is ClosingState.PREVIEW:
        uow.closings.put(replace(closing, state=ClosingState.DISCARDED))


def _to_end(uow: UnitOfWork, moment: Moment) -> list[Tandem]:
    """The tandems that it would end, at least one, whether or not any of them has begun; a cycle
    that is over is not closed once more.

    Raises:
        Refusal: ``close-nobody``.
    """
    tandems = ended_with_it(uow)
    if not tandems or moment.cycle.is_over:
        raise Refusal("close-nobody")
    return tandems


def _require_quiet(uow: UnitOfWork) -> None:
    """What is just being launched would outlive the cycle: it is waited for, or taken back."""
    if uow.closings.any(state=ClosingState.RUNNING):
        raise Refusal("close-running")
    require_no_undoing(uow)
    if uow.tandems.any(state=TandemState.LAUNCHING):
        raise Refusal("close-launching")


def confirm(
    uow: UnitOfWork,
    moment: Moment,
    closing_id: str,
    *,
    readers: Readers = frozenset(),
    seen: str = "",
) -> None:
    """End all tandems and open offers, let go of applications that nobody has decided about, and
    call kick-offs off; confirming twice ends them once. Other previews of it close.

    ``seen`` is what the owner has seen (``ClosingNotice.seen``), together with the ``readers`` of
    the card.

    Raises:
        Refusal: ``close-nobody`` if no tandem is left to end, ``close-running`` if another closing
            is at work, ``launch-undo-running``, ``close-launching``, ``preview-old``,
            ``preview-changed``.
    """
    one_at_a_time(uow)
    uow.alone(ALONE)  # Otherwise an offer that is just made might be left open behind it.
    now = moment.now
    closing = uow.closings.need(closing_id)
    if closing.state in {ClosingState.RUNNING, ClosingState.DONE}:
        return
    _require_quiet(uow)
    if closing.state is ClosingState.DISCARDED:
        return
    _to_end(uow, moment)
    require_fresh(closing.prepared_at, now)
    would = would_end(uow, closing, now, readers).seen
    require_same(seen if "." in seen else "", would)  # Earlier versions told the tandems alone.
    advance(uow, moment, CycleState.CLOSING)
    release_undecided(uow, moment)
    end_all(uow, moment)
    close_round(uow, moment, everything=True)
    tandems = ended_with_it(uow)  # Only now can no offer become one of them.
    uow.tandems.put_all(_ends_with(closing.id, tandem) for tandem in tandems)
    uow.effects.add_all(effect_of(end_tandem, f"{closing.id}:{tandem.id}") for tandem in tandems)
    uow.closings.put(
        replace(closing, state=ClosingState.RUNNING, tandems=len(tandems), started_at=now)
    )
    others = uow.closings.all(state=ClosingState.PREVIEW)
    uow.closings.put_all(replace(each, state=ClosingState.DISCARDED) for each in others)


def _ends_with(closing_id: str, tandem: Tandem) -> Tandem:
    """The tandem as the closing finds it; one that was never launched is left out for good."""
    agreed = tandem.state is TandemState.ACCEPTED
    trouble = tandem.trouble or (LEFT_OUT if agreed else "")
    return replace(tandem, closing_id=closing_id, ended_at=None, trouble=trouble)


def _ended_all_the_same(uow: UnitOfWork, moment: Moment, subject: str) -> None:
    """Microsoft 365 was away for too long: the tandem is over, the closing goes on to its end, and
    its receipt names what is left.
    """
    closing_id, _, tandem_id = subject.partition(":")
    tandem = close(uow, tandem_id)
    leaves = _has_not_begun(tandem)
    receipt = nothing_cleared(tandem if leaves else replace(tandem, team_id=""))
    ended(uow, moment, closing_id, tandem_id, receipt, clear=not receipt.left)


@effect(queue="launch", given_up=HeardToo(_ended_all_the_same))
async def end_tandem(world: World, subject: str, step: Step) -> None:
    """End the series, archive the channel and tell both; ``subject`` is the closing's id, a colon,
    and the tandem's. Of one that has never begun nobody may know what stands, so that is looked
    for, and nobody reads it: whoever needs the team for nothing else leaves it.
    """
    closing_id, _, tandem_id = subject.partition(":")
    if await step("closed", lambda: world.run(_closed, tandem_id)):
        receipt, clear = await clear_away(world, tandem_id, step, "closing")
    else:
        receipt, clear = await _cleared_as_planned(world, tandem_id, step)
    await step("ended", lambda: world.run(ended, closing_id, tandem_id, receipt, clear=clear))


async def _cleared_as_planned(world: World, tandem_id: str, step: Step) -> tuple[Receipt, bool]:
    """Both stay in the team, where they can go on reading."""
    series, sessions = await cancelled_or_left(
        step, tandem_id, lambda: end_series(world, tandem_id, "closing")
    )
    channel = await tried(step, "archive", tandem_id, lambda: archive(world, tandem_id))
    if series is None and await mailbox_is_gone(world, tandem_id, step):
        sessions = Part.MAILBOX
    return as_receipt(0, series, channel, sessions=sessions)


def _closed(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> bool:
    """It is over; returns whether it has never begun."""
    return _has_not_begun(close(uow, tandem_id))


def _has_not_begun(tandem: Tandem) -> bool:
    """Whether that is still to be told, or has been."""
    return could_not_begin(tandem) or never_began(tandem)


def ended(
    uow: UnitOfWork,
    moment: Moment,
    closing_id: str,
    tandem_id: str,
    receipt: Receipt = NOTHING_DONE,
    *,
    clear: bool,
) -> None:
    """Both read thanks, once, or that it could not begin: they come first next time. What could not
    be cleared away is named in the receipt, or told to owners where there is none; those who had
    decided its end get theirs.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.ended_at:
        cleared_since(uow, tandem, receipt, clear=clear)
        return
    has_begun, both = not could_not_begin(tandem), (tandem.mentor_id, tandem.mentee_id)
    tandem = replace(
        tandem, closing_id=closing_id, told_left_over=not has_begun, as_planned=has_begun
    )
    tandem = over(uow, moment, tandem, receipt, clear=clear, has_begun=has_begun)
    if not settle(uow, moment, tandem, receipt, InterventionState.OVERTAKEN):
        _tell_what_is_left(uow, moment, tandem)
    if not has_begun:
        come_first(uow, seats(uow, tandem))
    post_to(uow, thanks_card, tandem.id, both)
    come_by_themselves(uow, moment, both, tandem.id)
    if has_begun:
        let_follow_as_planned(uow, moment, tandem)
    if moment.cycle.kind is CycleKind.ROLLING:
        ask_both_anew(uow, moment, tandem)


def _tell_what_is_left(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """What the end of a cycle leaves stands in its receipt; one tandem's own end has none."""
    if tandem.trouble == NOT_CLEAR and not tandem.closing_id:
        tell_owners(uow, moment, tandem)


@follows(closing_card)
def _settle(uow: UnitOfWork, moment: Moment, closing_id: str) -> None:
    """Keep its count, and afterwards its receipt, true."""
    closing = uow.closings.get(closing_id)
    if closing and closing.state is ClosingState.RUNNING:
        _count(uow, moment, closing)
    elif closing and closing.troubled:
        found = uow.tandems.columns("number", closing_id=closing_id, trouble="")
        cleared = {number for (number,) in found}
        left = tuple(number for number in closing.troubled if number not in cleared)
        uow.closings.put(replace(closing, troubled=left))


def _count(uow: UnitOfWork, moment: Moment, closing: Closing) -> None:
    """Count how far a closing is; once every tandem has ended, that is the receipt."""
    ended = uow.tandems.count(closing_id=closing.id, ended_at=Other(None))
    left = uow.tandems.columns("number", closing_id=closing.id, trouble=NOT_CLEAR)
    closing = replace(closing, ended=ended, troubled=tuple(sorted(number for (number,) in left)))
    if ended >= closing.tandems:
        closing = replace(closing, state=ClosingState.DONE, done_at=moment.now)
        over = uow.cycles.need(moment.cycle.id)
        over = uow.cycles.put(replace(over, state=CycleState.CLOSED, closed_at=moment.now))
        cycle_closed(uow, moment, over)
        let_follow_the_end(uow, moment)
    uow.closings.put(closing)
