"""The buttons of the kick-off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
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

YEARS_AHEAD = 3


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
    said = {
        name: str(action.inputs.get(f"{name}{action.number}", "")).strip()
        for name in ("day", "time", "site", "seats")
    }
    try:
        day, at = date.fromisoformat(said["day"]), time.fromisoformat(said["time"])
        seats = int(float(said["seats"]))
    except (ValueError, OverflowError) as odd:
        raise Refusal("kickoff-change-odd", field=f"day{action.number}") from odd
    local = datetime.combine(day, at.replace(tzinfo=None))

    def unit_of(uow: UnitOfWork, moment: Moment) -> None:
        if abs(day.year - moment.now.year) > YEARS_AHEAD:
            raise Refusal("date-far", field=f"day{action.number}", day=said["day"])
        owner = uow.people.need(uow.kickoffs.need(action.kickoff).by)
        start = local.replace(tzinfo=ZoneInfo(owner.profile.zone)).astimezone(UTC)
        site = " ".join(said["site"].split())[:100]
        wanted = Gathering(start, site, seats)
        kickoff_dates.change_date(uow, moment, action.kickoff, action.number, wanted)

    return unit(unit_of)
