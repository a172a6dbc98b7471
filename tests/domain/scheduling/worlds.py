"""Invented tandems for the tests of the search: every kind of zone, working hours, calendar and
rule, from a seed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mentoring.domain.scheduling.settings import WEEKDAYS, LocalSpan, NoGoTime, SchedulingRules
from mentoring.domain.scheduling.types import (
    Busy,
    DayTime,
    PersonCalendar,
    Shift,
    Status,
    WorkingHours,
)

SITES = [
    ("Europe/Berlin", "DE", "BY"),
    ("Europe/Berlin", "DE", ""),
    ("America/New_York", "US", "NY"),
    ("Australia/Sydney", "AU", "NSW"),
    ("Australia/Lord_Howe", "AU", "NSW"),
    ("Asia/Kolkata", "IN", "MH"),
    ("Asia/Kathmandu", "", ""),
]
NEAR_CLOCK_CHANGES = [date(2026, 9, 21), date(2026, 10, 12), date(2027, 2, 25), date(2027, 3, 15)]
NEAR_MANY_HOLIDAYS = [date(2026, 12, 7), date(2027, 4, 25)]
HOURS = [
    (WEEKDAYS[:5], time(9), time(17, 30)),
    (("monday", "tuesday", "thursday"), time(8, 10), time(12, 40)),
    (("tuesday", "wednesday", "saturday"), time(14), time(22)),
    (WEEKDAYS[:6], time(22), time(6)),
    (WEEKDAYS, time(0), time(0)),
]
DAY_TIMES: list[DayTime] = ["morning", "midday", "afternoon"]
PARTS = [(weekday, part) for weekday in WEEKDAYS for part in DAY_TIMES]
STATUSES: list[Status] = [
    "busy",
    "busy",
    "busy",
    "oof",
    "tentative",
    "tentative",
    "workingElsewhere",
    "free",
    "unknown",
]
DAYS = 120
Gap = tuple[datetime, timedelta]


class World(NamedTuple):
    """What the search is asked; the mentor organizes."""

    mentor: PersonCalendar
    mentee: PersonCalendar
    rules: SchedulingRules
    start: date
    now: datetime

    @property
    def begin(self) -> date:
        """The first date on which a session may lie."""
        today = self.now.astimezone(ZoneInfo(self.mentor.zone)).date()
        return max(self.start, today + timedelta(days=self.rules.notice_days))


def invented(seed: int) -> World:
    """A tandem with calendars for about four months; most of them so full that only a few gaps are
    left.
    """
    random = Random(seed)  # noqa: S311  # invented people, no secrets
    start = random.choice(NEAR_CLOCK_CHANGES + NEAR_MANY_HOLIDAYS) + timedelta(
        days=random.randrange(12)
    )
    now = datetime.combine(start, time(9), UTC) - timedelta(days=random.randrange(-3, 20))
    mentor, mentee = person(random, "mentor", start), person(random, "mentee", start)
    if random.random() < 0.4:
        mentee = replace(mentee, zone=mentor.zone, working_hours=mentor.working_hours)
    if random.random() < 0.7:
        mentor, mentee = (
            always_there(who) if random.random() < 0.6 else who for who in (mentor, mentee)
        )
        full = full_but_for(start, gaps(random, start, mentee.zone), random.choice(STATUSES[:5]))
        mentor = replace(mentor, busy=full)
    return World(mentor, mentee, rules(random, start), start, now)


def person(random: Random, person_id: str, start: date) -> PersonCalendar:
    """One side; the wishes, days off and entries are few enough to leave common time."""
    zone, country, state = random.choice(SITES)
    weekdays, begin, end = random.choice(HOURS)
    shifts = tuple(Shift(weekday, begin, end) for weekday in weekdays)
    hours_zone = random.choice([zone, zone, zone, "Europe/Berlin"])
    return PersonCalendar(
        person_id=person_id,
        zone=zone,
        working_hours=random.choice([None, WorkingHours(hours_zone, shifts)]),
        busy=(*single_entries(random, start), *returning_entries(random, start)),
        country=country,
        state=state,
        weekdays=frozenset(random.sample(WEEKDAYS, random.randrange(4))),
        times=frozenset(random.sample(["morning", "midday", "afternoon"], random.randrange(3))),
        never=frozenset(random.sample(PARTS, random.choice([0, 0, 1, 3]))),
        taken_days=frozenset(
            start + timedelta(days=random.randrange(90)) for _ in range(random.randrange(5))
        ),
    )


def always_there(who: PersonCalendar) -> PersonCalendar:
    """The same person, but always at work, with nothing in the calendar."""
    return replace(
        who,
        working_hours=WorkingHours.daily(who.zone, time(), time(), WEEKDAYS),
        busy=(),
        never=frozenset(),
        taken_days=frozenset(),
    )


def single_entries(random: Random, start: date) -> list[Busy]:
    """Entries to the minute, from nothing to a long holiday."""
    first, found = datetime.combine(start, time(), UTC), []
    for _ in range(random.randrange(12)):
        begin = first + timedelta(minutes=random.randrange(-600, DAYS * 24 * 60))
        length = timedelta(minutes=random.choice([0, 5, 15, 45, 60, 120, 480, 3 * 1440, 15 * 1440]))
        found.append(Busy(begin, begin + length, random.choice(STATUSES)))
    return found


def returning_entries(random: Random, start: date) -> list[Busy]:
    """Entries that come back on most days at the same time."""
    first, found = datetime.combine(start, time(), UTC), []
    for _ in range(random.randrange(4)):
        hour, length, status = (
            random.randrange(24),
            timedelta(hours=random.choice([1, 1, 3, 6])),
            random.choice(STATUSES),
        )
        begins = [
            first + timedelta(days=day, hours=hour) for day in range(DAYS) if random.random() < 0.6
        ]
        found += [Busy(begin, begin + length, status) for begin in begins]
    return found


def gaps(random: Random, start: date, zone: str) -> list[Gap]:
    """The only gaps of a nearly full calendar: the same hours each week, but some are shifted,
    shortened or missing.

    Beside a missing one there may be gaps at the same distance before and after it.
    """
    hour, weekdays = (
        random.choice([*range(8, 15), 0, 22]),
        random.sample(range(5), random.randrange(1, 3)),
    )
    kept, found = random.choice([0.3, 0.5, 0.8]), list[tuple[date, int]]()
    for day in (
        start + timedelta(days=day)
        for day in range(-1, DAYS)
        if (start.weekday() + day) % 7 in weekdays
    ):
        apart = timedelta(days=random.choice([1, 2, 4]))
        beside = random.choice([[], [day - apart, day + apart]])
        shift = random.choice([0, 0, 0, 0, 15, 30, 60, -90])
        found += [(day, shift)] if random.random() < kept else [(other, 0) for other in beside]
    at = (
        datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC) + timedelta(minutes=m)
        for day, m in found
    )
    return sorted(
        (begin, timedelta(minutes=random.choice([60, 120, 120, 120, 180, 240]))) for begin in at
    )


def full_but_for(start: date, gaps: list[Gap], status: Status) -> tuple[Busy, ...]:
    """A calendar that is taken from a day before ``start`` on, but for the gaps."""
    taken_from, found = datetime.combine(start, time(), UTC) - timedelta(days=1), []
    for begin, length in [*gaps, (taken_from + timedelta(days=DAYS + 10), timedelta())]:
        found += [Busy(taken_from, begin, status)] if taken_from < begin else []
        taken_from = max(taken_from, begin + length)
    return tuple(found)


def rules(random: Random, start: date) -> SchedulingRules:
    """A programme's rules; the step is coarse and the cycle short, so that brute force ends."""
    lunch, odd_lunch = (
        LocalSpan(start=time(12), end=time(13)),
        LocalSpan(start=time(11, 50), end=time(12, 20)),
    )
    meeting = NoGoTime(weekdays=("monday", "friday"), start=time(8), end=time(10, 20))
    return SchedulingRules(
        length_minutes=random.choice([60, 90, 120]),
        rhythm=random.choice(["monthly", "monthly", "two_weeks", "six_weeks", "tandem"]),
        months=random.choice([1, 2, 3]),
        step_minutes=random.choice([60, 60, 60, 30]),
        earliest=random.choice([None, None, time(9, 5)]),
        latest=random.choice([None, None, time(19)]),
        lunch=random.choice([False, lunch, odd_lunch]),
        no_go=random.choice([(), (meeting,)]),
        closing_days=tuple(
            start + timedelta(days=random.randrange(90)) for _ in range(random.randrange(5))
        ),
        notice_days=random.choice([1, 3, 10]),
        move_days=random.choice([0, 4, 7, 13]),
    )
