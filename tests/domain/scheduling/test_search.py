"""The search against brute force, on invented tandems."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.domain.scheduling.plan import SeriesPlan
from mentoring.domain.scheduling.search import Rest, days_to_read, find_series
from mentoring.domain.scheduling.types import Busy
from tests.domain.scheduling.oracle import BruteForce
from tests.domain.scheduling.worlds import World, invented

worlds = st.integers(0, 10**9).map(invented)


def found_in(world: World) -> SeriesPlan:
    return find_series(
        world.mentor, world.mentee, world.rules, world.start, world.mentor.zone, world.now
    )


@settings(deadline=None, max_examples=8)
@given(worlds)
def test_the_series_found_is_the_best_of_all_possible_ones(world: World) -> None:
    finds_the_best(world)


@pytest.mark.long
@settings(deadline=None, max_examples=50)
@given(worlds)
def test_so_it_is_for_many_more(world: World) -> None:
    finds_the_best(world)


def finds_the_best(world: World) -> None:
    """The series, its sessions and what is offered for those without a slot are those of brute
    force.
    """
    series = found_in(world).series
    brute = BruteForce(world.mentor, world.mentee, world.rules, world.mentor.zone)
    aim, sessions = brute.best(world.begin)
    assert series is not None
    assert astuple(series.aim) == aim
    assert [
        (o.planned.start, o.slot.start if o.slot else None) for o in series.occurrences
    ] == sessions
    for occurrence in series.occurrences:
        if occurrence.slot is None:
            offer = occurrence.offer.start if occurrence.offer else None
            assert offer == brute.offer(occurrence.planned.start, world.begin)


@settings(deadline=None, max_examples=6)
@given(worlds, st.integers(1, 4))
def test_the_rest_of_a_cycle_keeps_clear_of_what_was_given_up(world: World, count: int) -> None:
    keeps_clear(world, count)


@pytest.mark.long
@settings(deadline=None, max_examples=30)
@given(worlds, st.integers(1, 4))
def test_so_does_it_of_many_more(world: World, count: int) -> None:
    keeps_clear(world, count)


def keeps_clear(world: World, count: int) -> None:
    """The first proposal is the best of all series of that many sessions; none overlaps a time
    that was given up (C1).
    """
    if world.rules.rhythm == "tandem":
        count = 1
    whole = found_in(world).series
    assert whole is not None
    given_up = [o.slot.start for o in whole.occurrences if o.slot]
    rest = Rest(count, given_up=given_up)
    plan = find_series(
        world.mentor, world.mentee, world.rules, world.start, world.mentor.zone, world.now, rest
    )
    brute = BruteForce(world.mentor, world.mentee, world.rules, world.mentor.zone, given_up, count)
    aim, sessions = brute.best(world.begin)
    first = plan.proposals[0]
    assert astuple(first.aim) == aim
    assert [(o.planned.start, o.slot.start if o.slot else None) for o in first.occurrences] == (
        sessions
    )


@settings(deadline=None, max_examples=60)
@given(worlds)
def test_nothing_outside_the_days_to_read_matters(world: World) -> None:
    first, last = days_to_read(world.rules, world.start, world.mentor.zone, world.now)
    begin, end = (
        datetime.combine(first, time(), UTC),
        datetime.combine(last, time(), UTC) + timedelta(days=1),
    )
    outside = (
        Busy(begin - timedelta(days=400), begin, "busy"),
        Busy(end, end + timedelta(days=400), "busy"),
    )
    fuller = world._replace(mentor=replace(world.mentor, busy=(*world.mentor.busy, *outside)))
    assert found_in(fuller) == found_in(world)
