"""Brute force for the slot search: an independent reading of the rules, with ``datetime`` alone and
every series tried.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

import holidays

from mentoring.domain.scheduling.settings import WEEKDAYS, LocalSpan, SchedulingRules
from mentoring.domain.scheduling.types import PersonCalendar, WorkingHours

QUARTER = timedelta(minutes=15)
REACH = {"monthly": 13, "two_weeks": 6, "six_weeks": 20, "tandem": 0}
Score = tuple[int, ...]


@dataclass(frozen=True)
class Side:
    """One person, asked about single quarters of an hour."""

    who: PersonCalendar
    rules: SchedulingRules
    known_quarters: dict[datetime, Score] = field(default_factory=dict)
    known_fits: dict[datetime, bool] = field(default_factory=dict)

    @cached_property
    def days_off(self) -> set[date]:
        found = set(self.rules.closing_days) | set(self.who.taken_days)
        if self.who.country:
            years = range(2026, 2029)
            found |= set(
                holidays.country_holidays(
                    self.who.country, subdiv=self.who.state or None, years=years
                )
            )
        return found

    def works(self, quarter: datetime, slack: timedelta = timedelta()) -> bool:
        hours = self.who.working_hours or WorkingHours.daily(self.who.zone, time(8), time(17))
        local = quarter.astimezone(ZoneInfo(hours.zone)).replace(tzinfo=None)
        for shift in hours.shifts:
            for back in range(3):
                day = local.date() + timedelta(days=1 - back)
                if WEEKDAYS[day.weekday()] != shift.weekday:
                    continue
                begin, end = datetime.combine(day, shift.start), datetime.combine(day, shift.end)
                end += timedelta(days=1) if shift.end <= shift.start else timedelta()
                if begin - slack <= local and local + QUARTER <= end + slack:
                    return True
        return False

    def allowed(self, quarter: datetime) -> bool:
        local = quarter.astimezone(ZoneInfo(self.who.zone)).replace(tzinfo=None)
        midnight = datetime.combine(local.date(), time())

        def meets(span: LocalSpan) -> bool:
            begin, end = (
                datetime.combine(local.date(), moment) for moment in (span.start, span.end)
            )
            return begin < local + QUARTER and local < end

        spans: list[LocalSpan] = [
            span for span in self.rules.no_go if WEEKDAYS[local.weekday()] in span.weekdays
        ]
        spans += [self.rules.lunch] if self.rules.lunch else []
        earliest = datetime.combine(local.date(), self.rules.earliest or time())
        latest = (
            datetime.combine(local.date(), self.rules.latest)
            if self.rules.latest
            else midnight + timedelta(days=1)
        )
        return (
            earliest <= local
            and local + QUARTER <= latest
            and not any(meets(span) for span in spans)
        )

    def off(self, quarter: datetime) -> bool:
        return quarter.astimezone(ZoneInfo(self.who.zone)).date() in self.days_off

    def entries(self, start: datetime, end: datetime, *statuses: str) -> int:
        """How many entries with these statuses overlap the time."""
        overlapping = (e for e in self.who.busy if e.status in statuses and e.start < e.end)
        return sum(1 for e in overlapping if e.start < end and start < e.end)

    def free(self, start: datetime, end: datetime) -> bool:
        if self.entries(start, end, "busy", "oof", "unknown"):
            return False
        return all(self.fits(quarter) for quarter in quarters(start, end))

    def fits(self, quarter: datetime) -> bool:
        if quarter not in self.known_fits:
            self.known_fits[quarter] = (
                self.works(quarter) and self.allowed(quarter) and not self.off(quarter)
            )
        return self.known_fits[quarter]

    def wishes_missed(self, start: datetime) -> int:
        local = start.astimezone(ZoneInfo(self.who.zone))
        part = "morning" if local.hour < 11 else "midday" if local.hour < 14 else "afternoon"
        misses_day = bool(self.who.weekdays) and WEEKDAYS[local.weekday()] not in self.who.weekdays
        return misses_day + (bool(self.who.times) and part not in self.who.times)

    def badness(self, start: datetime, end: datetime) -> Score:
        """In how many quarters the person is away, has something firm, is outside the allowed
        hours.
        """
        each = [self.bad_quarter(quarter) for quarter in quarters(start, end)]
        return tuple(map(sum, zip(*each, strict=True)))

    def bad_quarter(self, quarter: datetime) -> Score:
        if quarter not in self.known_quarters:
            after, near = quarter + QUARTER, timedelta(hours=2)
            away = (
                not self.works(quarter, near)
                or self.off(quarter)
                or self.entries(quarter, after, "oof") > 0
            )
            firm = self.entries(quarter, after, "busy", "oof", "unknown") > 0
            self.known_quarters[quarter] = (
                away,
                firm,
                not (self.works(quarter) and self.allowed(quarter)),
            )
        return self.known_quarters[quarter]


def quarters(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += QUARTER


class BruteForce:
    """Every pattern of the rhythm, every start near every session, the best by plain comparison of
    tuples.
    """

    def __init__(
        self,
        mentor: PersonCalendar,
        mentee: PersonCalendar,
        rules: SchedulingRules,
        zone: str,
        given_up: Sequence[datetime] = (),
        count: int = 0,
    ) -> None:
        self.sides = (Side(mentor, rules), Side(mentee, rules))
        self.given_up, self.count = given_up, count
        self.rules, self.zone = rules, ZoneInfo(zone)
        self.length = timedelta(minutes=rules.length_minutes)
        self.reach = min(rules.move_days, REACH[rules.rhythm])
        self.known_badness: dict[datetime, Score] = {}
        self.known_softness: dict[datetime, Score] = {}
        self.known_left_out: dict[datetime, bool] = {}

    def all_starts(self, first: date, last: date) -> dict[date, list[datetime]]:
        """All starts that the rules allow from the first to the last date, by the organizer's
        date.
        """
        found: dict[date, list[datetime]] = {}
        moment = datetime.combine(first, time(), UTC) - timedelta(days=2)
        while moment < datetime.combine(last, time(), UTC) + timedelta(days=2):
            local = moment.astimezone(self.zone)
            on_step = local.minute % self.rules.step_minutes == 0
            if on_step and first <= local.date() <= last and not self.left_out(moment):
                found.setdefault(local.date(), []).append(moment)
            moment += QUARTER
        return found

    def left_out(self, start: datetime) -> bool:
        """Whether no session may begin then, whoever is free."""
        if start not in self.known_left_out:
            given_up = any(abs(start - other) < self.length for other in self.given_up)
            self.known_left_out[start] = (
                given_up or self.clocks_change(start) or self.closed(start) or self.never(start)
            )
        return self.known_left_out[start]

    def clocks_change(self, start: datetime) -> bool:
        """Whether the organizer's clock changes from an hour before the session to its end."""
        around = [*quarters(start - timedelta(hours=1), start + self.length), start + self.length]
        return len({moment.astimezone(self.zone).utcoffset() for moment in around}) > 1

    def closed(self, start: datetime) -> bool:
        """Whether the session lies on a closing day by the clock of either."""
        days = {
            quarter.astimezone(ZoneInfo(side.who.zone)).date()
            for quarter in quarters(start, start + self.length)
            for side in self.sides
        }
        return bool(days & set(self.rules.closing_days))

    def never(self, start: datetime) -> bool:
        """Whether a part of the session lies where one of the two can never come."""
        for side in self.sides:
            for quarter in quarters(start, start + self.length):
                local = quarter.astimezone(ZoneInfo(side.who.zone))
                hour = local.hour
                part = "morning" if hour < 11 else "midday" if hour < 14 else "afternoon"
                if (WEEKDAYS[local.weekday()], part) in side.who.never:
                    return True
        return False

    def patterns(self, begin: date) -> Iterator[list[datetime]]:
        """The planned starts of every possible series."""
        for dates in (
            monthly(begin, self.count or self.rules.months)
            if self.rules.rhythm == "monthly"
            else self.regular(begin)
        ):
            for minute in range(0, 24 * 60, self.rules.step_minutes):
                clock = time(minute // 60, minute % 60)
                yield [datetime.combine(day, clock, self.zone).astimezone(UTC) for day in dates]

    def regular(self, begin: date) -> Iterator[list[date]]:
        span, count = {
            "two_weeks": (14, self.rules.months * 52 // 24),
            "six_weeks": (42, max(1, self.rules.months * 52 // 72)),
            "tandem": (28, 1),
        }[self.rules.rhythm]
        count = self.count or count
        for offset in range(span):
            yield [begin + timedelta(days=offset + span * number) for number in range(count)]

    def best(self, begin: date) -> tuple[Score, list[tuple[datetime, datetime | None]]]:
        """The aim of the best series and its sessions: planned start, and the start of its slot,
        None without one.
        """
        starts = self.all_starts(
            begin,
            max(p[-1].astimezone(self.zone).date() for p in self.patterns(begin)) + timedelta(20),
        )
        self.free = {
            day: [s for s in moments if all(side.free(s, s + self.length) for side in self.sides)]
            for day, moments in starts.items()
        }
        ranked = [self.series(planned) for planned in self.patterns(begin)]
        aim, _, sessions = min(ranked, key=lambda series: series[:2])
        if all(slot is None for _, slot in sessions):
            planned = min(
                self.patterns(begin), key=lambda planned: (self.least_bad_sum(planned), planned)
            )
            sessions = [(start, None) for start in planned]
        return aim, sessions

    def series(
        self, planned: list[datetime]
    ) -> tuple[Score, list[datetime], list[tuple[datetime, datetime | None]]]:
        aim, sessions = [0] * 5, []
        for start in planned:
            near = [(self.rank(slot, start), slot) for slot in self.window(start, self.free)]
            slot = min(near)[1] if near else None
            moved, tentative, missed = min(near)[0] if near else (0, 0, 0)
            cost = (slot is None, moved > 0, moved, tentative, missed)
            aim = [total + one for total, one in zip(aim, cost, strict=True)]
            sessions.append((start, slot))
        return tuple(aim), [slot or start for start, slot in sessions], sessions

    def window(self, planned: datetime, starts: dict[date, list[datetime]]) -> Iterator[datetime]:
        day = planned.astimezone(self.zone).date()
        for offset in range(-self.reach, self.reach + 1):
            yield from starts.get(day + timedelta(days=offset), [])

    def rank(self, slot: datetime, planned: datetime) -> Score:
        if slot not in self.known_softness:
            tentative = sum(
                side.entries(slot, slot + self.length, "tentative") for side in self.sides
            )
            self.known_softness[slot] = (
                tentative,
                sum(side.wishes_missed(slot) for side in self.sides),
            )
        return int(abs(slot - planned) / timedelta(minutes=1)), *self.known_softness[slot]

    def badness(self, start: datetime) -> Score:
        if start not in self.known_badness:
            both = [side.badness(start, start + self.length) for side in self.sides]
            self.known_badness[start] = tuple(map(sum, zip(*both, strict=True)))
        return self.known_badness[start]

    def least_bad_sum(self, planned: list[datetime]) -> Score:
        each = [(*self.badness(start), *self.rank(start, start)[1:]) for start in planned]
        return tuple(map(sum, zip(*each, strict=True)))

    def offer(self, planned: datetime, begin: date) -> datetime | None:
        day = planned.astimezone(self.zone).date()
        reach = timedelta(days=self.reach)
        near = self.window(planned, self.all_starts(max(begin, day - reach), day + reach))
        return min(
            near,
            key=lambda start: (self.badness(start), self.rank(start, planned), start),
            default=None,
        )


def monthly(begin: date, count: int) -> Iterator[list[date]]:
    for index in (0, 1, 2, 3, -1):
        for weekday in range(7):
            dates: list[date] = []
            for number in range(count + 2):
                years, month = divmod(begin.month - 1 + number, 12)
                weeks = calendar.monthcalendar(begin.year + years, month + 1)
                of_weekday = [week[weekday] for week in weeks if week[weekday]]
                dates.append(date(begin.year + years, month + 1, of_weekday[index]))
            yield [day for day in dates if day >= begin][:count]
