"""When somebody is reminded of a session, and when they may be written to at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.errors import NaiveTime
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.working_time import (
    next_working_moment,
    reminder_at,
    working_days_later,
    works_at,
)
from tests.people import berliner

BERLIN = berliner("p", "Eva Costa", "eva@firma.example", country="DE", state="Bayern")
CHRISTMAS_EVE, NEW_YEARS_EVE = date(2026, 12, 24), date(2026, 12, 31)
RULES = SchedulingRules(closing_days=(CHRISTMAS_EVE, NEW_YEARS_EVE))
NEW_YORK = berliner("q", "Zoe Zimmer", "zoe@firma.example", country="US", zone="America/New_York")


def at(profile: Profile, year: int, month: int, day: int, hour: int) -> str:
    found = reminder_at(datetime(year, month, day, hour, tzinfo=UTC), profile, RULES)
    return found.astimezone(ZoneInfo(profile.zone)).strftime("%a %Y-%m-%d %H:%M")


def test_the_reminder_comes_in_the_morning_of_the_day_before() -> None:
    assert at(BERLIN, 2027, 2, 10, 13) == "Tue 2027-02-09 09:00"


def test_before_a_monday_it_comes_on_friday() -> None:
    assert at(BERLIN, 2027, 2, 8, 9) == "Fri 2027-02-05 09:00"


def test_before_a_holiday_of_the_persons_own_site_it_comes_earlier() -> None:
    """6 January is a holiday in Bavaria, not in New York."""
    assert at(BERLIN, 2027, 1, 7, 14) == "Tue 2027-01-05 09:00"
    assert at(NEW_YORK, 2027, 1, 7, 16) == "Wed 2027-01-06 09:00"


def test_nine_o_clock_is_the_persons_own_on_both_sides_of_a_clock_change() -> None:
    assert reminder_at(datetime(2027, 4, 1, 8, tzinfo=UTC), BERLIN, RULES).astimezone(UTC).hour == 7
    assert (
        reminder_at(datetime(2027, 3, 24, 8, tzinfo=UTC), BERLIN, RULES).astimezone(UTC).hour == 8
    )


def test_the_day_before_is_that_of_the_persons_zone() -> None:
    """A session at 01:00 UTC is still the evening before in New York."""
    assert at(NEW_YORK, 2027, 2, 11, 1) == "Tue 2027-02-09 09:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveTime, match="has no time zone"):
        reminder_at(datetime(2027, 2, 10, 13), BERLIN, RULES)  # noqa: DTZ001  # refused on purpose


@pytest.mark.parametrize(
    ("when", "works"),
    [
        ((2027, 2, 9, 8), True),  # Tuesday, nine in Berlin
        ((2027, 2, 9, 6), False),  # seven in the morning
        ((2027, 2, 9, 16), False),  # five in the afternoon, when work ends
        ((2027, 2, 7, 10), False),  # Sunday
        ((2027, 1, 6, 10), False),  # Epiphany, a holiday in Bavaria
    ],
)
def test_working_hours_are_those_of_the_persons_own_clock_and_days(
    when: tuple[int, ...], works: bool
) -> None:
    assert works_at(datetime(*when, tzinfo=UTC), BERLIN, RULES) is works  # type: ignore[misc,arg-type]  # year, month, day, hour


def test_a_night_shift_runs_on_into_the_next_morning() -> None:
    night = replace(BERLIN, working_days=("monday",), working_hours=(time(22), time(6)))
    assert works_at(datetime(2027, 2, 9, 3, tzinfo=UTC), night, RULES), (
        "four on Tuesday morning belongs to Monday's shift"
    )
    assert not works_at(datetime(2027, 2, 9, 22, tzinfo=UTC), night, RULES)
    assert at(night, 2027, 2, 10, 13) == "Mon 2027-02-08 22:00"


def test_a_closing_day_is_no_working_day() -> None:
    """A session after Christmas: 24 December is closed, 25 and 26 are holidays (U25)."""
    assert at(BERLIN, 2026, 12, 28, 9) == "Wed 2026-12-23 09:00"
    assert not works_at(datetime(2026, 12, 24, 9, tzinfo=UTC), BERLIN, RULES)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ((2027, 2, 9, 10), (2027, 2, 9, 10)),  # in the middle of a working day
        ((2027, 2, 9, 5), (2027, 2, 9, 7)),  # before work begins
        ((2027, 2, 12, 20), (2027, 2, 15, 7)),  # on Friday night
        ((2026, 12, 24, 9), (2026, 12, 28, 7)),  # closed, holidays, a weekend
        ((2026, 12, 31, 9), (2027, 1, 4, 7)),  # closed, New Year, a weekend
    ],
)
def test_a_notice_waits_for_the_next_working_moment(
    now: tuple[int, ...], then: tuple[int, ...]
) -> None:
    found = next_working_moment(datetime(*now, tzinfo=UTC), BERLIN, RULES)  # type: ignore[misc,arg-type]  # year, month, day, hour
    assert found == datetime(*then, tzinfo=UTC)  # type: ignore[misc,arg-type]  # the same


def test_who_never_works_is_written_to_at_once() -> None:
    never = replace(BERLIN, working_days=())
    now = datetime(2027, 2, 9, 10, tzinfo=UTC)
    assert next_working_moment(now, never, RULES) == now


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ((2027, 2, 1, 8), "Thu 2027-02-04 09:00"),
        ((2027, 2, 4, 22), "Tue 2027-02-09 09:00"),
        ((2027, 2, 6, 12), "Wed 2027-02-10 09:00"),
        ((2027, 1, 4, 8), "Fri 2027-01-08 09:00"),
        ((2026, 12, 23, 8), "Wed 2026-12-30 09:00"),
    ],
    ids=["week", "weekend", "begins on one", "holiday", "closing day"],
)
def test_working_days_are_counted_from_the_next_day_on(
    since: tuple[int, ...], expected: str
) -> None:
    found = working_days_later(datetime(*since, tzinfo=UTC), 3, BERLIN, RULES)  # type: ignore[misc,arg-type]  # year, month, day, hour
    assert found.strftime("%a %Y-%m-%d %H:%M") == expected


def test_who_never_works_is_not_waited_for_without_end() -> None:
    never = replace(BERLIN, working_days=())
    found = working_days_later(datetime(2027, 2, 1, 8, tzinfo=UTC), 1, never, RULES)
    assert found.date() == date(2027, 3, 4)
