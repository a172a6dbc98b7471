"""``kickoff`` with its dates: ``kickoff 2027-01-14 10:00 Berlin 40; 2027-01-15 14:00 online``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.commands.dates import named_in
from bot.commands.registry import command
from bot.commands.typed import either
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import MOST_SEATS, Gathering
from mentoring.usecases.launch import kickoff as kickoffs

CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?!\.\d)")
SEATS = re.compile(rf"\b(\d{{1,6}})(?:\s*+({either('seats')}))?+\s*$", re.IGNORECASE)
O_CLOCK = re.compile(rf"\b({either('oclock')})\b", re.IGNORECASE)
ONLINE = {"online", "teams", ""}


@command("kickoff", who="owners", during=[CycleState.MATCHING])
async def kickoff(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the dates before anybody is asked; the times are those of the owner's own zone."""
    owner = await desk.world.read(lambda uow, _: uow.people.need(turn.person_id))
    lines = [line for line in re.split(r"[;\n]+", rest) if line.strip()]
    zone, today = ZoneInfo(owner.profile.zone), await desk.today(turn)
    dates = [gathering_in(line, zone, today) for line in lines]
    if not dates:
        await desk.world.run(kickoffs.require_somebody)
        raise Refusal("kickoff-date")
    await desk.world.run(kickoffs.prepare, turn.person_id, dates, turn.chat)


def gathering_in(line: str, zone: ZoneInfo, today: date) -> Gathering:
    """A date as an owner writes it: a day, a time, perhaps a site, perhaps a number of seats.

    Raises:
        Refusal: ``kickoff-date`` without a day or a time; as ``named_in``.
    """
    named = named_in(line, today)
    left = line.replace(named.words, " ", 1) if named else line
    clock = CLOCK.search(left)
    if named is None or clock is None:
        raise Refusal("kickoff-date")
    about = O_CLOCK.sub(" ", CLOCK.sub(" ", left, count=1)).strip(" ,-–")
    seats = SEATS.search(about)
    site = SEATS.sub("", about).strip(" ,-–") if seats else about
    online = " ".join(site.split()).casefold() in ONLINE
    many = int(seats[1]) if seats else MOST_SEATS
    return Gathering(
        _moment(named.day, clock, zone), "" if online else " ".join(site.split())[:100], many
    )


def _moment(day: date, clock: re.Match[str], zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(int(clock[1]), int(clock[2])), zone).astimezone(UTC)
