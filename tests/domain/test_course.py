"""How far a tandem has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mentoring.domain.course import Course, course_of
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState

NOW = datetime(2027, 2, 9, 14, tzinfo=UTC)
TANDEM = Tandem("t", 1, "run-1:1", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
MONTH = timedelta(days=28)


def session(number: int, months: int) -> Session:
    at = NOW + months * MONTH
    return Session(f"t:{number:03d}", "t", number, at, 120, "kept", at)


BEHIND, LAST, AHEAD = session(1, -2), session(2, -1), session(3, 1)


def course(*sessions: Session, rules: SchedulingRules | None = None) -> Course:
    return course_of(TANDEM, rules or SchedulingRules(), sessions, NOW)


def test_it_counts_the_sessions_that_took_place() -> None:
    assert course(BEHIND, LAST, AHEAD) == Course(2, 3)


def test_where_nobody_knows_of_a_session_there_is_nothing_to_count() -> None:
    assert course() == Course(0, 0)


def test_one_that_was_lost_counts_nowhere() -> None:
    missed, declined = replace(BEHIND, outcome="missed"), replace(LAST, declined=LAST.start)
    skipped = replace(LAST, start=None, state="cancelled")
    assert course(missed, declined, skipped, AHEAD) == Course(0, 1)


def test_one_whose_time_is_looked_for_is_still_to_come() -> None:
    assert course(replace(LAST, start=None, state="open"), AHEAD) == Course(0, 2)


def test_who_go_from_session_to_session_have_as_many_as_the_programme_says() -> None:
    assert course(BEHIND, rules=SchedulingRules(rhythm="tandem", number=5)) == Course(1, 5)
    assert course(BEHIND, rules=SchedulingRules(rhythm="tandem", months=8)) == Course(1, 8)
