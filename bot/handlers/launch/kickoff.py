"""The buttons of the kick-off."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from bot.typed.dates import day_chosen
from bot.typed.hours import time_chosen
from cards.launch.kickoff import (
    CancelKickoff,
    ChangeDate,
    ConfirmKickoff,
    DiscardKickoff,
    TakeSeat,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import Gathering
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch import kickoff, kickoff_dates, kickoff_seats


@handles(ConfirmKickoff, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmKickoff) -> Unit[object]:
    """Ask everybody."""
    return unit(kickoff.confirm, action.kickoff, seen=action.seen)


@handles(TakeSeat)
async def take_seat(desk: Desk, turn: Turn, action: TakeSeat) -> Unit[object]:
    """This date suits, or none does."""
    return unit(kickoff_seats.take_seat, action.kickoff, turn.person_id, action.number)


@handles(DiscardKickoff, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardKickoff) -> Unit[object]:
    """Let go of the preview."""
    return unit(kickoff.discard, action.kickoff)


@handles(CancelKickoff, owners_only=True, decides="everywhere")
async def cancel(desk: Desk, turn: Turn, action: CancelKickoff) -> Unit[object]:
    """Call it off."""
    return unit(kickoff.cancel, action.kickoff)


@handles(ChangeDate, owners_only=True, decides="form")
async def change(desk: Desk, turn: Turn, action: ChangeDate) -> Unit[object]:
    """Another time or site, or other seats; the times are those of the one who called it."""
    number, today = action.number, await desk.today(turn)
    day = day_chosen(action.inputs.get(f"day{number}"), f"day{number}", today)
    at = time_chosen(action.inputs.get(f"time{number}"), f"time{number}")
    site = " ".join(str(action.inputs.get(f"site{number}") or "").split())[:100]
    if day is None or at is None:
        raise Refusal("kickoff-change-odd", field=f"time{number}" if day else f"day{number}")
    local, seats = datetime.combine(day, at), _seats(action)

    def unit_of(uow: UnitOfWork, moment: Moment) -> None:
        owner = uow.people.need(uow.kickoffs.need(action.kickoff).by)
        start = local.replace(tzinfo=ZoneInfo(owner.profile.zone)).astimezone(UTC)
        wanted = Gathering(start, site, seats)
        kickoff_dates.change_date(uow, moment, action.kickoff, number, wanted)

    return unit(unit_of)


def _seats(action: ChangeDate) -> int:
    field = f"seats{action.number}"
    try:
        return int(float(str(action.inputs.get(field))))
    except (ValueError, OverflowError) as odd:
        raise Refusal("kickoff-change-odd", field=field) from odd
