"""A session and the times that it has had."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mentoring.domain.session import Session, moved_to, remembering, without_slot

NINTH, TENTH = (datetime(2027, 2, day, 13, tzinfo=UTC) for day in (9, 10))
SESSION = Session("t:001", "t", 1, NINTH, 120, "kept", NINTH)


def test_a_session_remembers_the_times_that_were_given_up_for_it() -> None:
    assert without_slot(SESSION).given_up == (NINTH,)
    assert moved_to(SESSION, TENTH, 120).given_up == (NINTH,)
    assert moved_to(SESSION, NINTH, 60).given_up == ()
    assert without_slot(moved_to(SESSION, TENTH, 120)).given_up == (NINTH, TENTH)
    there_and_back = moved_to(moved_to(SESSION, TENTH, 120), NINTH, 120)
    assert there_and_back.given_up == (TENTH,), "where it takes place is not given up"


def test_the_sessions_of_a_new_series_remember_those_of_the_old_one() -> None:
    new = replace(SESSION, id="t:002", start=TENTH)
    (found,) = remembering([new], [SESSION, without_slot(replace(SESSION, start=TENTH))])
    assert found.given_up == (NINTH,)
