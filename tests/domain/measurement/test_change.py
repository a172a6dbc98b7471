"""The figures of published worked examples come out, and none is told of too few or of one mind."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from mentoring.domain.measurement.change import Change, Estimate, apart, change, difference, paired

FIVE = 5
WITHOUT = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
WITH = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Hours of sleep gained by two drugs [Student 1908, The probable error of a mean, Biometrika 6]."""
steps = some.integers(1, 10)
answers = some.lists(some.tuples(steps, steps), max_size=9)


def near(mean: float, low: float, high: float) -> Any:
    return pytest.approx((mean, low, high), abs=1e-6)


def parts(found: Estimate) -> tuple[float, float, float]:
    return found.mean, found.low, found.high


def test_the_paired_change_is_that_of_students_own_example() -> None:
    """As R prints it (t.test, paired = TRUE, data = sleep) [de Vries and Meys, R For Dummies]."""
    found = paired(list(zip(WITHOUT, WITH, strict=True)))
    assert parts(found) == near(1.58, 0.7001142, 2.4598858)


def test_the_difference_of_two_groups_is_welchs() -> None:
    """As R prints it (t.test(extra ~ group, data = sleep), df = 17.776) [Cookbook for R]."""
    found = apart([(0, each) for each in WITHOUT], [(0, each) for each in WITH])
    assert parts(found) == near(0.75 - 2.33, -3.3654832, 0.2054832)


def test_what_is_told_is_rounded_to_a_tenth() -> None:
    told = change(list(zip(WITHOUT, WITH, strict=True)), FIVE)
    assert told == Change(10, Estimate(1.6, 0.7, 2.5))


def test_a_group_of_four_is_too_small() -> None:
    pairs = [(1, 2), (3, 5), (4, 4), (6, 9)]
    assert change(pairs, FIVE) is None
    assert change([*pairs, (2, 3)], FIVE) is not None


def test_a_group_that_changed_alike_reads_like_one_that_is_too_small() -> None:
    assert change([(each, each + 2) for each in range(1, 7)], FIVE) is None


def test_a_programme_may_want_larger_groups() -> None:
    assert change(list(zip(WITHOUT, WITH, strict=True)), 11) is None


@settings(deadline=None, max_examples=50)
@given(answers)
def test_a_figure_tells_nobodys_answer(pairs: list[tuple[int, int]]) -> None:
    """Whoever of the group one thinks of: with others in their place the figure would be the same,
    and they would have said something else.
    """
    told = change(pairs, FIVE)
    assume(told is not None)
    for one in range(len(pairs)):
        swapped = (_swapped(pairs, one, other) for other in range(len(pairs)))
        same = [each for each in swapped if change(each, FIVE) == told]
        assert len({now - then for then, now in (each[one] for each in same)}) > 1


def _swapped(pairs: list[tuple[int, int]], one: int, other: int) -> list[tuple[int, int]]:
    found = list(pairs)
    found[one], found[other] = pairs[other], pairs[one]
    return found


@settings(deadline=None, max_examples=50)
@given(answers, answers)
def test_no_group_follows_by_subtraction(
    ours: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    """The difference is told only where both groups are."""
    both = change(ours, FIVE) is not None and change(others, FIVE) is not None
    assert (difference(ours, others, FIVE) is not None) == both
