"""When somebody is reminded of a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.errors import NaiveTime
from mentoring.domain.people import Profile
from mentoring.domain.session import (
    Session,
    moved_to,
    remembering,
    reminder_at,
    without_slot,
    works_at,
)

BERLIN = Profile("p", "Eva Costa", "eva@firma.example", country="DE", state="Bayern")
NEW_YORK = Profile("q", "Zoe Zimmer", "zoe@firma.example", country="US", zone="America/New_York")


def at(profile: Profile, *when: int) -> str:
    found = reminder_at(datetime(*when, tzinfo=UTC), profile)
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
    assert reminder_at(datetime(2027, 4, 1, 8, tzinfo=UTC), BERLIN).astimezone(UTC).hour == 7
    assert reminder_at(datetime(2027, 3, 24, 8, tzinfo=UTC), BERLIN).astimezone(UTC).hour == 8


def test_the_day_before_is_that_of_the_persons_zone() -> None:
    """A session at 01:00 UTC is still the evening before in New York."""
    assert at(NEW_YORK, 2027, 2, 11, 1) == "Tue 2027-02-09 09:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveTime, match="has no time zone"):
        reminder_at(datetime(2027, 2, 10, 13), BERLIN)  # noqa: DTZ001  # refused on purpose


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
    assert works_at(datetime(*when, tzinfo=UTC), BERLIN) is works  # type: ignore[misc,arg-type]  # year, month, day, hour


NINTH, TENTH = (datetime(2027, 2, day, 13, tzinfo=UTC) for day in (9, 10))
SESSION = Session("t:001", "t", 1, NINTH, 120, "kept", NINTH)


def test_a_session_remembers_the_times_that_were_given_up_for_it() -> None:
    assert without_slot(SESSION).given_up == (NINTH,)
    assert moved_to(SESSION, TENTH, 120).given_up == (NINTH,)
    assert moved_to(SESSION, NINTH, 60).given_up == ()
    there_and_back = moved_to(moved_to(SESSION, TENTH, 120), NINTH, 120)
    assert there_and_back.given_up == (TENTH,), "where it takes place is not given up"


def test_the_sessions_of_a_new_series_remember_those_of_the_old_one() -> None:
    new = replace(SESSION, id="t:002", start=TENTH)
    (found,) = remembering([new], [SESSION, without_slot(replace(SESSION, start=TENTH))])
    assert found.given_up == (NINTH,)


def test_a_night_shift_runs_on_into_the_next_morning() -> None:
    night = replace(BERLIN, working_days=("monday",), working_hours=(time(22), time(6)))
    assert works_at(datetime(2027, 2, 9, 3, tzinfo=UTC), night), (
        "four on Tuesday morning belongs to Monday's shift"
    )
    assert not works_at(datetime(2027, 2, 9, 22, tzinfo=UTC), night)
    assert at(night, 2027, 2, 10, 13) == "Mon 2027-02-08 22:00"
