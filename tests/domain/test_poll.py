"""Agreeing on a time: nothing is booked before both have said yes to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.domain import poll as rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import MOST_ROUNDS, Cause, Option, Poll, PollState

NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)
OPTIONS = tuple(Option(NOW + timedelta(days=day)) for day in (3, 4, 5))
SEARCHING = Poll("poll-1", "tandem-1", "tandem-1:002", Cause.DECLINED, 120, NOW)
OPEN = rules.put(SEARCHING, OPTIONS, NOW + timedelta(days=2))


@given(st.lists(st.tuples(st.sampled_from(list(Role)), st.integers(0, 2)), max_size=8))
def test_the_first_time_that_both_accept_is_booked_and_nothing_before(
    presses: list[tuple[Role, int]],
) -> None:
    poll, said = OPEN, {role: set[int]() for role in Role}
    for role, number in presses:
        if poll.state is PollState.BOOKING:
            with pytest.raises(Refusal, match="stale"):
                rules.accept(poll, role, number, 1)
            continue
        poll = rules.accept(poll, role, number, 1)
        said[role].add(number)
        shared = said[Role.MENTOR] & said[Role.MENTEE]
        assert (poll.state is PollState.BOOKING) == bool(shared)
        assert poll.both == (min(shared) if shared else None)


def test_an_answer_to_earlier_times_is_stale() -> None:
    searching = rules.again(OPEN)
    opened = rules.put(searching, OPTIONS, NOW)
    assert searching.seen == tuple(option.start for option in OPTIONS)
    with pytest.raises(Refusal, match="stale"):
        rules.accept(opened, Role.MENTOR, 0, 1)
    with pytest.raises(Refusal, match="stale"):
        rules.accept(searching, Role.MENTOR, 0, 2)


@pytest.mark.parametrize("number", [-1, 3])
def test_there_is_no_such_time(number: int) -> None:
    with pytest.raises(Refusal, match="stale"):
        rules.accept(OPEN, Role.MENTOR, number, 1)


def test_who_proposed_a_time_has_accepted_it() -> None:
    proposed = replace(
        SEARCHING, cause=Cause.PROPOSED, asked_by=Role.MENTEE, wished=OPTIONS[1].start
    )
    opened = rules.put(proposed, OPTIONS, NOW)
    assert rules.accept(opened, Role.MENTOR, 1, 1).state is PollState.BOOKING


def test_nobody_is_asked_for_ever() -> None:
    poll = OPEN
    for _ in range(MOST_ROUNDS - 1):
        poll = rules.put(rules.again(poll), OPTIONS, NOW)
    with pytest.raises(Refusal, match="poll-enough"):
        rules.again(poll)


def test_what_is_booked_is_not_closed_and_what_is_closed_is_not_booked_again() -> None:
    booked = rules.booked(OPEN)
    assert rules.closed(booked) == booked
    with pytest.raises(Refusal, match="stale"):
        rules.again(rules.closed(OPEN))
