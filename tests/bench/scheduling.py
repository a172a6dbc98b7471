"""How fast and how exact the slot search is: 1,000 tandems for half a year, and a comparison with
brute force.

`python -m tests.bench.scheduling` prints a table, and ends with 1 if the search took 10 seconds or
missed an optimum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from time import process_time
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from mentoring.domain.scheduling.plan import Series
from mentoring.domain.scheduling.search import find_series
from mentoring.domain.scheduling.settings import Rhythm, SchedulingRules
from mentoring.domain.scheduling.types import Busy, PersonCalendar, Status, WorkingHours
from tests.domain.scheduling.oracle import BruteForce
from tests.domain.scheduling.worlds import World, invented

T = TypeVar("T")
TANDEMS, COMPARED, LIMIT_SECONDS = 1000, 100, 10.0
START, NOW = date(2027, 1, 14), datetime(2027, 1, 4, 8, tzinfo=UTC)
SITES = [
    ("Europe/Berlin", "DE", "BY"),
    ("Europe/Berlin", "DE", "BE"),
    ("Europe/Warsaw", "PL", ""),
    ("America/New_York", "US", "NY"),
    ("Asia/Kolkata", "IN", "MH"),
]
STATUSES: list[Status] = ["busy", "busy", "busy", "busy", "tentative", "oof", "workingElsewhere"]


def person(random: Random, number: int) -> PersonCalendar:
    """An office calendar for eight months with about four entries a working day."""
    zone, country, state = random.choice(SITES)
    hours = WorkingHours.daily(zone, time(8), time(18 if random.random() < 0.7 else 13))
    return PersonCalendar(str(number), zone, hours, tuple(office_entries(random)), country, state)


def office_entries(random: Random) -> list[Busy]:
    """Meetings between 6 and 18 o'clock UTC, on working days."""
    found = []
    for day in (START + timedelta(days=day) for day in range(240)):
        for _ in range(random.randrange(2, 7) if day.weekday() < 5 else 0):
            begin = datetime.combine(day, time(6), UTC) + timedelta(
                minutes=15 * random.randrange(44)
            )
            found.append(
                Busy(
                    begin,
                    begin + timedelta(minutes=random.choice([30, 45, 60, 90])),
                    random.choice(STATUSES),
                )
            )
    return found


def measured(work: Callable[..., T], *arguments: object) -> tuple[T, float]:
    """What the work gives, and the processor seconds that it takes."""
    before = process_time()
    result = work(*arguments)
    return result, process_time() - before


def search_all(pairs: list[tuple[PersonCalendar, PersonCalendar]], rhythm: Rhythm) -> list[Series]:
    """The series of all tandems, one after another on one core."""
    rules = SchedulingRules(rhythm=rhythm)
    plans = (
        find_series(mentor, mentee, rules, START, mentor.zone, NOW) for mentor, mentee in pairs
    )
    return [plan.series for plan in plans if plan.series]


def speed(table: Table) -> float:
    """One row a rhythm; the seconds of the slowest."""
    random = Random(1)  # noqa: S311  # invented calendars, no secrets
    pairs = [
        (person(random, 2 * number), person(random, 2 * number + 1)) for number in range(TANDEMS)
    ]
    entries = sum(len(who.busy) for pair in pairs for who in pair) // (2 * TANDEMS)
    rhythms: list[Rhythm] = ["monthly", "two_weeks", "six_weeks"]
    slowest = 0.0
    for rhythm in rhythms:
        found, seconds = measured(search_all, pairs, rhythm)
        states = Counter(session.state for series in found for session in series.occurrences)
        each = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        table.add_row(
            f"{TANDEMS} tandems, {rhythm}, {entries} entries a person", f"{seconds:.2f} s", each
        )
        slowest = max(slowest, seconds)
    return slowest


Answer = tuple[tuple[int, ...], list[tuple[datetime, datetime | None]]]


def by_search(world: World) -> Answer:
    """The aim and the sessions (planned start, start of the slot if there is one) that the search
    finds.
    """
    series = find_series(
        world.mentor, world.mentee, world.rules, world.start, world.mentor.zone, world.now
    ).series
    if series is None:
        raise SystemExit("An invented calendar is unreadable: the comparison needs readable ones")
    return astuple(series.aim), [
        (o.planned.start, o.slot.start if o.slot else None) for o in series.occurrences
    ]


def by_force(world: World) -> Answer:
    """The same by trying everything."""
    return BruteForce(world.mentor, world.mentee, world.rules, world.mentor.zone).best(world.begin)


def exactness(table: Table) -> int:
    """One row for the comparison; how many series differ."""
    worlds = [invented(seed) for seed in range(COMPARED)]
    found, seconds = measured(lambda: [by_search(world) for world in worlds])
    expected, forced_seconds = measured(lambda: [by_force(world) for world in worlds])
    same = sum(one == other for one, other in zip(found, expected, strict=True))
    row = f"{COMPARED} short cycles on a coarse step against brute force"
    table.add_row(
        row,
        f"{seconds:.2f} s, brute force {forced_seconds:.1f} s",
        f"{same} of {COMPARED} the same",
    )
    return COMPARED - same


def main() -> int:
    """Print the table; 1 if the limit was passed or an optimum missed."""
    table = Table("slot search", "processor time", "sessions", title="Finding the slots")
    slowest, wrong = speed(table), exactness(table)
    Console(width=150).print(table)
    return int(wrong > 0 or slowest >= LIMIT_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
