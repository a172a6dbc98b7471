"""What stands of a tandem in Microsoft 365 is cleared away once it is over: what is to come is
cancelled, what was stays, the channel is archived, and whoever needs the participants' team for
nothing else leaves it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import structlog

from mentoring.domain.errors import NoMailbox, NotAllowed, NotThere, Rejected
from mentoring.domain.intervention import Part, Receipt
from mentoring.domain.session import Session
from mentoring.domain.tandem import NOT_CLEAR, Tandem, what_remains
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes.unfinished import TROUBLE as HANDOVER
from mentoring.usecases.changes.unfinished import end_both, in_calendars
from mentoring.usecases.common.effects import Plain, Step
from mentoring.usecases.common.own_tandem import Readers, of_others
from mentoring.usecases.common.people import name_of
from mentoring.usecases.launch.leaving import leave_team, who_goes
from mentoring.usecases.launch.left_behind import find_left_behind
from mentoring.usecases.polls.living_polls import close as close_poll
from mentoring.usecases.polls.living_polls import living
from mentoring.usecases.polls.replaced import end_all_replaced, end_sessions
from mentoring.usecases.polls.unheard import take_out_all
from mentoring.usecases.sessions.booking import farewell, known_booking
from mentoring.usecases.sessions.calendars import organizer_of

log = structlog.get_logger()
T = TypeVar("T", bound=Plain)


@dataclass(frozen=True)
class LeftOver:
    """A tandem by its number and both names, and what is left of it in Microsoft 365; ``again``:
    another attempt at that is being made.
    """

    number: int
    mentor: str
    mentee: str
    parts: tuple[Part, ...]
    again: bool = False


Noting = Callable[[UnitOfWork, Moment, str, int], None]
"""Writes down of a tandem how many of its sessions were cancelled, as soon as they are."""


def nobody_counts(_uow: UnitOfWork, _moment: Moment, _tandem_id: str, _cancelled: int) -> None:
    """Where no receipt tells how many sessions were cancelled."""


async def clear_away(
    world: World, tandem_id: str, step: Step, cause: str, count: Noting = nobody_counts
) -> tuple[Receipt, bool]:
    """Clear away in Microsoft 365 what there is of the tandem; returns what was done, and whether
    nothing is left.

    ``cause`` chooses the friendly text, as in ``end_series``.
    """

    async def series() -> int:
        cancelled = await end_series(world, tandem_id, cause)
        await world.run(count, tandem_id, cancelled)
        return cancelled

    async def part(name: str, call: Callable[[], Awaitable[T]]) -> T | None:
        return await tried(step, name, tandem_id, call)

    found = await part("left behind", lambda: find_left_behind(world, tandem_id))
    cancelled, sessions = await cancelled_or_left(step, tandem_id, series)
    archived = await part("archive", lambda: archive(world, tandem_id))
    going = await part("going", lambda: _who_goes(world, tandem_id))
    left = await part("leave", lambda: _leave(world, tandem_id, going or []))
    if cancelled is None and await mailbox_is_gone(world, tandem_id, step):
        sessions = Part.MAILBOX
    team = left if going is not None else None
    return as_receipt(found, cancelled, archived, team, sessions=sessions)


async def cancelled_or_left(
    step: Step, tandem_id: str, series: Callable[[], Awaitable[int]]
) -> tuple[int | None, Part]:
    """How many sessions were cancelled, None if that was refused for good; and as what those are
    left then, which depends on whether there is a mailbox.
    """
    try:
        return await step("series", series), Part.SESSIONS
    except (NotAllowed, NotThere, Rejected) as refused:
        _log_refused(tandem_id, "series", refused)
        return None, Part.NO_MAILBOX if isinstance(refused, NoMailbox) else Part.SESSIONS


async def mailbox_is_gone(world: World, tandem_id: str, step: Step) -> bool:
    """Whether that is why its sessions could not be cancelled: the directory knows nobody any more
    in whose calendar they stand. An account that is only disabled keeps its mailbox.
    """

    async def gone() -> bool:
        organizers = await world.read(_organizers, tandem_id)
        accounts = await world.directory.accounts(sorted(organizers))
        return all(accounts[each].hindrance == "gone" for each in organizers)

    return bool(await tried(step, "mailbox", tandem_id, gone))


def _organizers(uow: UnitOfWork, moment: Moment, tandem_id: str) -> set[str]:
    """In whose calendars something of the tandem may stand."""
    tandem = uow.tandems.need(tandem_id)
    handed = [tandem.plan.ending] if tandem.plan.ending else []
    before = {each.organizer for each in (*tandem.plan.replaced, *handed)}
    now = {organizer_of(moment, tandem)}
    return before | now if known_booking(uow, tandem) else before or now


def as_receipt(
    found: int | None,
    cancelled: int | None,
    archived: int | None,
    left_team: int | None = 0,
    *,
    sessions: Part = Part.SESSIONS,
) -> tuple[Receipt, bool]:
    """What was done, and whether nothing is left; each part is None if it was refused, and whether
    there is anything that nobody knows of if ``found`` is. ``sessions`` is as what those are left.
    """
    done = {sessions: cancelled, Part.CHANNEL: archived, Part.TEAM: left_team}
    if found is None:
        done |= {part: done[part] or None for part in (sessions, Part.CHANNEL)}
    left = tuple(part for part in done if done[part] is None)
    receipt = Receipt(cancelled or 0, left_team or 0, archived=bool(archived), left=left)
    return receipt, None not in (found, cancelled, archived, left_team)


def nothing_cleared(tandem: Tandem) -> Receipt:
    """Nobody knows what was done, because Microsoft 365 was away for too long."""
    there = {
        Part.SESSIONS: not tandem.by_hand.has_dates,
        Part.CHANNEL: bool(tandem.channel_id),
        Part.TEAM: bool(tandem.team_id),
    }
    return Receipt(left=tuple(part for part in there if there[part]))


async def tried(
    step: Step, name: str, tandem_id: str, call: Callable[[], Awaitable[T]]
) -> T | None:
    """Carry out the step and give what it gives, None if it was refused for good: that is named in
    the receipt and keeps nobody waiting.
    """
    try:
        return await step(name, call)
    except (NotAllowed, NotThere, Rejected) as refused:
        _log_refused(tandem_id, name, refused)
        return None


def _log_refused(tandem_id: str, doing: str, refused: Exception) -> None:
    error = type(refused).__name__
    log.warning("ending.refused", tandem=tandem_id, doing=doing, error=error, text=str(refused))


async def end_series(world: World, tandem_id: str, cause: str) -> int:
    """Cancel what is to come of a tandem, keep what was, and end the series, also those of a
    handover that was refused, of a poll whose booking was, or in whose place another one stands; a
    repeat changes nothing. Returns how many sessions were to come that stood in the calendars.

    ``cause`` chooses the friendly text (``session-cancelled-<cause>``).
    """
    tandem, to_come, comment = await world.run(_ending, tandem_id, cause)
    moment = await world.moment()
    await end_sessions(world, tandem, organizer_of(moment, tandem), to_come, moment.now, comment)
    await end_both(world, tandem_id, cause)
    await end_all_replaced(world, tandem_id, cause)
    await take_out_all(world, tandem_id, cause)
    return len(in_calendars(tandem, to_come))


def _ending(
    uow: UnitOfWork, moment: Moment, tandem_id: str, cause: str
) -> tuple[Tandem, Sequence[Session], str]:
    tandem = uow.tandems.need(tandem_id)
    for poll in living(uow, tandem.id):
        close_poll(uow, poll)
    to_come = ahead(uow, tandem.id, moment.now)
    left = _left_standing(uow, tandem, moment.now) if tandem.ended_at else []
    return tandem, [*to_come, *left], farewell(uow, moment, tandem, cause)


def _left_standing(uow: UnitOfWork, tandem: Tandem, now: datetime) -> list[Session]:
    """Sessions after ``now`` that are called off, and may still stand in the calendars."""
    called_off = in_calendars(tandem, uow.sessions.all(tandem_id=tandem.id, state="cancelled"))
    return [each for each in called_off if any(start > now for start in each.given_up)]


def ahead(uow: UnitOfWork, tandem_id: str, now: datetime) -> Sequence[Session]:
    """The sessions that begin after ``now`` (aware)."""
    return uow.sessions.all(tandem_id=tandem_id, start=Above(now))


def could_not_begin(tandem: Tandem) -> bool:
    """Whether it was left out, or its launch refused for good; a handover that was is another
    trouble.
    """
    return bool(tandem.trouble) and not tandem.trouble.startswith((HANDOVER, NOT_CLEAR))


async def archive(world: World, tandem_id: str) -> int:
    """Make the tandem's channel read-only; returns whether it had one."""
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    if tandem.channel_id:
        await world.channels.archive_channel(tandem.team_id, tandem.channel_id)
    return bool(tandem.channel_id)


async def _who_goes(world: World, tandem_id: str) -> list[str]:
    """Who of the two leaves the participants' team."""
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    both = (tandem.mentor_id, tandem.mentee_id) if tandem.team_id else ()
    return await who_goes(world, tandem.team_id, both)


async def _leave(world: World, tandem_id: str, going: Sequence[str]) -> int:
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    return await leave_team(world, tandem.team_id, going)


def named_as_left(
    uow: UnitOfWork, tandems: Sequence[Tandem], readers: Readers
) -> tuple[tuple[LeftOver, ...], int]:
    """The tandems of which something could not be cleared away, as owners read of them; and how
    many of them are readers' own, which are only counted.
    """
    shown = sorted(of_others(tandems, readers), key=lambda tandem: tandem.number)
    return tuple(_left_over(uow, each) for each in shown), len(tandems) - len(shown)


def _left_over(uow: UnitOfWork, tandem: Tandem) -> LeftOver:
    both = name_of(uow, tandem.mentor_id), name_of(uow, tandem.mentee_id)
    return LeftOver(tandem.number, *both, what_remains(tandem), tandem.remains.again)
