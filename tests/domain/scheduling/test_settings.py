"""The table [sessions] of programme.toml."""

from __future__ import annotations

import tomllib
from datetime import date, time

import pytest
from pydantic import ValidationError

from mentoring.domain.scheduling.settings import LocalSpan, NoGoTime, SchedulingRules


def read(text: str) -> SchedulingRules:
    return SchedulingRules.model_validate(tomllib.loads(text))


def test_without_a_word_a_tandem_meets_monthly_for_two_hours_and_half_a_year() -> None:
    rules = read("")
    assert (rules.length_minutes, rules.rhythm, rules.months, rules.session_count) == (
        120,
        "monthly",
        6,
        6,
    )


def test_every_rule_can_be_written_in_the_programme_file() -> None:
    rules = read("""
        length_minutes = 90
        rhythm = "two_weeks"
        earliest = 08:30:00
        latest = "18:00"
        lunch = { start = 11:30:00, end = 12:15:00 }
        no_go = [
            { weekdays = ["monday"], start = 08:00:00, end = 10:00:00 },
            { start = 17:00:00, end = 18:00:00 },
        ]
        closing_days = [2026-12-24, 2026-12-31]
    """)
    assert (rules.earliest, rules.latest) == (time(8, 30), time(18))
    assert rules.lunch == LocalSpan(start=time(11, 30), end=time(12, 15))
    assert rules.no_go[0] == NoGoTime(weekdays=("monday",), start=time(8), end=time(10))
    assert len(rules.no_go[1].weekdays) == 7
    assert rules.closing_days == (date(2026, 12, 24), date(2026, 12, 31))


def test_lunch_can_be_given_up() -> None:
    assert read("lunch = false").lunch is False


@pytest.mark.parametrize(
    ("rhythm", "months", "sessions"),
    [
        ("monthly", 6, 6),
        ("two_weeks", 6, 13),
        ("six_weeks", 6, 4),
        ("six_weeks", 1, 1),
        ("two_weeks", 12, 26),
        ("tandem", 6, 1),
    ],
)
def test_a_cycle_has_as_many_sessions_as_its_rhythm_gives(
    rhythm: str, months: int, sessions: int
) -> None:
    assert read(f'rhythm = "{rhythm}"\nmonths = {months}').session_count == sessions


@pytest.mark.parametrize(("rhythm", "sessions"), [("monthly", 5), ("six_weeks", 5), ("tandem", 1)])
def test_the_number_of_sessions_can_be_said_instead_of_the_months(
    rhythm: str, sessions: int
) -> None:
    """Where they are agreed on singly, one is booked at a time."""
    assert read(f'rhythm = "{rhythm}"\nnumber = 5').session_count == sessions


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("length_minutes = 50", "should be 45, 60, 75, 90 or 120"),
        ('rhythm = "weekly"', "should be 'monthly', 'two_weeks', 'six_weeks' or 'tandem'"),
        ("months = 0", "months\n.*greater than or equal to 1"),
        ("step_minutes = 10", "should be 15, 30 or 60"),
        ("notice_days = 0", "notice_days\n.*greater than or equal to 1"),
        ("lunch = { start = 13:00:00, end = 12:00:00 }", "must be later than 13:00"),
        ("earliest = 18:00:00\nlatest = 08:00:00", "must be later than 18:00"),
        (
            'no_go = [{ weekdays = ["montag"], start = 08:00:00, end = 09:00:00 }]',
            "should be 'monday'",
        ),
        ("lenght_minutes = 60", "lenght_minutes\n.*not permitted"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        read(wrong)


def test_an_end_before_its_start_is_refused_with_the_time_that_is_needed() -> None:
    with pytest.raises(ValidationError, match="must be later than 13:00"):
        LocalSpan(start=time(13), end=time(12))
