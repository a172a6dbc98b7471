"""A share tells what a group says, and of nobody in it what they said, however often it is
looked at.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from hypothesis import given
from hypothesis import strategies as some

from mentoring.domain.measurement.shares import Share, StillUse, grown, share, still_use

FIVE = 5
said = some.lists(some.booleans(), max_size=23)


def test_a_share_is_told_from_five_answers_on() -> None:
    assert share([True, False, True, False], FIVE) is None
    assert share([True, False, True, False, False], FIVE) == Share(5, 2, 2)


def test_none_and_one_read_few_all_and_all_but_one_read_most() -> None:
    few = [share([True] * yes + [False] * (8 - yes), FIVE) for yes in (0, 1)]
    most = [share([True] * yes + [False] * (8 - yes), FIVE) for yes in (7, 8)]
    assert [each.word for each in few + most if each] == ["few", "few", "most", "most"]
    assert few[0] == few[1]
    assert most[0] == most[1]


def test_silence_is_counted_apart_and_is_no_no() -> None:
    found = still_use([True] * 7 + [False] * 5, 20, FIVE)
    assert found == StillUse(Share(12, 7, 7), silent=8)


def test_of_too_few_answers_not_even_silence_is_told() -> None:
    assert still_use([True] * 4, 20, FIVE) is None


def test_a_running_share_appears_at_five_and_changes_when_five_more_have_come() -> None:
    first, taken = grown(None, [True, True, False, True, False, True, True], FIVE)
    assert (first, taken) == (Share(5, 3, 3), 5)
    assert grown(first, [True, True], FIVE) == (first, 0)
    assert grown(first, [True, True, False, False, True], FIVE) == (Share(10, 6, 6), 5)


def test_a_block_of_one_mind_makes_the_share_a_range() -> None:
    first, _ = grown(None, [True, True, False, True, False], FIVE)
    assert grown(first, [True] * 5, FIVE)[0] == Share(10, 7, 8)
    assert grown(first, [True] * 4 + [False], FIVE)[0] == Share(10, 7, 8)


@given(said)
def test_what_is_told_is_true(answers: list[bool]) -> None:
    found, taken = grown(None, answers, FIVE)
    told = found or Share(0, 0, 0)
    assert told.low <= sum(answers[:taken]) <= told.high
    assert told.people == taken


@given(said, some.integers(0, 23))
def test_it_is_the_same_however_often_it_was_looked_at(answers: list[bool], at: int) -> None:
    first, taken = grown(None, answers[:at], FIVE)
    again, more = grown(first, answers[taken:], FIVE)
    assert (again, taken + more) == grown(None, answers, FIVE)


def test_whoever_writes_down_every_showing_learns_nobodys_answer() -> None:
    """All ten answers there can be, all showings that they lead to: for each of these, each of the
    ten may have said the one or the other.
    """
    ways: dict[tuple[Share | None, ...], list[tuple[bool, ...]]] = defaultdict(list)
    for answers in product((False, True), repeat=10):
        ways[tuple(grown(None, answers[:now], FIVE)[0] for now in range(11))].append(answers)
    assert len(ways) == 4**2
    for same in ways.values():
        assert all(len(set(each)) == 2 for each in zip(*same, strict=True))


def test_a_group_tells_nobodys_answer_either() -> None:
    ways: dict[Share | None, list[tuple[bool, ...]]] = defaultdict(list)
    for people in range(9):
        for answers in product((False, True), repeat=people):
            ways[share(answers, FIVE)].append(answers)
    told = [same for shown, same in ways.items() if shown]
    assert all(len(set(each)) == 2 for same in told for each in zip(*same, strict=True))
