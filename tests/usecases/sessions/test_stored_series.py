"""A series is written down and read again without losing anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from mentoring.domain.scheduling.plan import Explanation, Fact, Occurrence, Series, Slot
from mentoring.usecases.sessions.stored_series import (
    as_option,
    as_plan,
    pattern_of,
    read_explanation,
    renumbered,
    sessions_in,
    sessions_of,
    written,
)
from tests.usecases.company import NOW, SECOND_TUESDAY, STARTS, TANDEM, series_of, session

SERIES = series_of(SECOND_TUESDAY)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("fact", [NOW, time(14, 30), "second-tuesday", 3])
def test_a_fact_comes_back_as_what_it_was(fact: Fact) -> None:
    told = Explanation("moved-holiday", {"fact": fact}, told_to="mentee")
    assert read_explanation(written(told)) == told


def test_a_plan_keeps_the_pattern_and_every_reason_in_its_order() -> None:
    why = [Explanation(code) for code in ("gap", "pattern", "moved-holiday")]
    first = replace(SERIES.occurrences[0], explanations=(why[2],))
    series = replace(SERIES, occurrences=(first, *SERIES.occurrences[1:]), explanations=(why[1],))
    plan = as_plan(series, [why[0]])
    assert pattern_of(plan) == SECOND_TUESDAY
    assert [read_explanation(each) for each in plan["explanations"]] == why


def test_each_occurrence_becomes_a_session_where_the_pattern_put_it() -> None:
    found = sessions_of(TANDEM, SERIES)
    assert [(s.id, s.number) for s in found] == [(session(n), n) for n in range(1, 7)]
    assert [(s.planned, s.start) for s in found] == [(start, start) for start in STARTS]


def test_numbers_go_on_behind_what_has_taken_place() -> None:
    assert [s.number for s in sessions_of(TANDEM, SERIES, after=2)] == [3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("state", ["open", "cancelled"])
def test_an_occurrence_without_a_slot_has_no_time_but_may_have_an_offer(state: str) -> None:
    planned = SERIES.occurrences[0].planned
    offer = Slot(planned.start + HOUR, planned.end + HOUR)
    without = Occurrence(1, planned, state, None, offer)  # type: ignore[arg-type]  # one of both states
    (found,) = sessions_of(TANDEM, Series(SECOND_TUESDAY, (without,), SERIES.aim))
    assert (found.start, found.offer, found.state) == (None, offer.start, state)


def test_an_option_is_a_plan_with_its_sessions() -> None:
    option = as_option(TANDEM, SERIES, (), 2)
    assert option["plan"] == as_plan(SERIES)
    assert sessions_in(option) == sessions_of(TANDEM, SERIES, after=2)


def test_chosen_sessions_take_the_numbers_that_are_free_by_then() -> None:
    """Between the question and the answer another session may have taken place."""
    found = renumbered(list(reversed(sessions_of(TANDEM, SERIES, after=1))), 3)
    assert [(s.id, s.number) for s in found] == [(session(n), n) for n in range(4, 10)]
    assert [s.start for s in found] == list(STARTS)
