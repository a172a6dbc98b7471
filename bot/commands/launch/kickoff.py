"""``kickoff`` with its dates: ``kickoff 14 January 10:00 Berlin 40; 15 January 14:00 online``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.dates import named_in
from bot.typed.hours import clocks_in, require_possible, time_of
from bot.typed.words import either
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import MOST_SEATS, Gathering
from mentoring.usecases.launch import kickoff as kickoffs

SEATS = re.compile(rf"\b(\d{{1,6}})(?:\s*+({either('seats')}))?+\s*$", re.IGNORECASE)
AT = re.compile(rf"[,\s]+(?:{either('at-time')})\s*$", re.IGNORECASE)
ONLY_WORDS = re.compile(
    rf"^[,\s]*(?:(?:{either('on')}|{either('at-time')})[,\s]+)+$", re.IGNORECASE
)
IN = re.compile(rf"^(?:{either('in-place')})\s+", re.IGNORECASE)
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
        Refusal: ``kickoff-date`` without a day or a time; as ``named_in`` and ``require_possible``.
    """
    named, at, about = _with_its_year(line, today) or _before_the_time(line, today)
    about = AT.sub("", about.strip(" ,-–"))
    seats = SEATS.search(about)
    site = SEATS.sub("", about).strip(" ,-–") if seats else about
    site = IN.sub("", " ".join(site.split()))
    many = int(seats[1]) if seats else MOST_SEATS
    start = datetime.combine(named, at, zone).astimezone(UTC)
    return Gathering(start, "" if site.casefold() in ONLINE else site[:100], many)


def _with_its_year(line: str, today: date) -> tuple[date, time, str] | None:
    """The day, wherever it stands, the time, and what else is said."""
    named = named_in(line, today)
    left = line.replace(named.words, " ", 1) if named else ""
    clock = next(iter(clocks_in(left)), None)
    if named is None or clock is None:
        require_possible(left)
        return None
    before = ONLY_WORDS.sub("", left[: clock.start()])
    return named.day, time_of(clock), f"{before} {left[clock.end() :]}"


def _before_the_time(line: str, today: date) -> tuple[date, time, str]:
    """The same where a day without a year (*14.1.*, *tomorrow*) stands before the time.

    Raises:
        Refusal: ``kickoff-date`` if none does; as ``named_in`` and ``require_possible``.
    """
    for clock in clocks_in(line):
        before = AT.sub("", line[: clock.start()].rstrip(" ,"))
        if named := named_in(before, today):
            return named.day, time_of(clock), line[clock.end() :]
    require_possible(line)
    raise Refusal("kickoff-date")
