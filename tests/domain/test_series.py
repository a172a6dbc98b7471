"""A series as it is kept and chosen, and how its reasons lie in JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from pydantic import TypeAdapter

from mentoring.domain.scheduling.plan import (
    Explanation,
    Fact,
    Occurrence,
    Series,
    SeriesPlan,
    Slot,
)
from mentoring.domain.series import Plan, option_of, plan_of, renumbered, sessions_of
from tests.usecases.company import (
    NOW,
    SECOND_THURSDAY,
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    series_of,
    session,
)

SERIES = series_of(SECOND_TUESDAY)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("fact", [NOW, time(14, 30), "second-tuesday", 3])
def test_a_fact_comes_back_as_what_it_was(fact: Fact) -> None:
    told, kept = (
        Explanation("moved-holiday", {"fact": fact}, told_to="mentee"),
        TypeAdapter(Explanation),
    )
    assert kept.validate_json(kept.dump_json(told)) == told


def test_a_plan_keeps_the_pattern_and_every_reason_in_its_order() -> None:
    why = tuple(Explanation(code) for code in ("pattern", "moved-holiday"))
    first = replace(SERIES.occurrences[0], explanations=(why[1],))
    series = replace(SERIES, occurrences=(first, *SERIES.occurrences[1:]), explanations=(why[0],))
    assert plan_of(TANDEM, SeriesPlan(series)) == Plan(why, SECOND_TUESDAY)


def test_where_a_calendar_cannot_be_read_it_keeps_what_may_be_chosen() -> None:
    why, other = (
        (Explanation("calendar-unreadable", {"who": "mentor"}),),
        series_of(SECOND_THURSDAY),
    )
    plan = plan_of(TANDEM, SeriesPlan(None, (SERIES, other), why))
    assert plan == Plan(why, proposals=(option_of(TANDEM, SERIES), option_of(TANDEM, other)))


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
    option = option_of(TANDEM, SERIES, 2)
    assert option.plan == plan_of(TANDEM, SeriesPlan(SERIES))
    assert option.sessions == sessions_of(TANDEM, SERIES, after=2)


def test_chosen_sessions_take_the_numbers_that_are_free_by_then() -> None:
    """Between the question and the answer another session may have taken place."""
    found = renumbered(list(reversed(sessions_of(TANDEM, SERIES, after=1))), 3)
    assert [(s.id, s.number) for s in found] == [(session(n), n) for n in range(4, 10)]
    assert [s.start for s in found] == list(STARTS)
