"""The figures of published worked examples come out."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from mentoring.domain.measurement.change import (
    Change,
    Estimate,
    apart,
    is_of_one_mind,
    pooled,
    sums_of,
)

WITHOUT = [7, -16, -2, -12, -1, 34, 37, 8, 0, 20]
WITH = [19, 8, 11, 1, -1, 44, 55, 16, 46, 34]
"""Tenths of hours of sleep gained by two drugs [Student 1908, The probable error of a mean,
Biometrika 6].
"""
changes = some.lists(some.integers(-9, 9), min_size=5, max_size=9)


def test_the_paired_change_is_that_of_students_own_example() -> None:
    """As R prints it (t.test, paired = TRUE, data = sleep): 1.58 from 0.7001142 to 2.4598858 [de
    Vries and Meys, R For Dummies].
    """
    steps = [after - before for before, after in zip(WITHOUT, WITH, strict=True)]
    assert pooled(sums_of(steps)) == Change(10, Estimate(15.8, 7.0, 24.6))


def test_the_difference_of_two_groups_is_welchs() -> None:
    """As R prints it (t.test(extra ~ group, data = sleep), df = 17.776): from -3.3654832 to
    0.2054832 [Cookbook for R].
    """
    assert apart(sums_of(WITHOUT), sums_of(WITH)) == Estimate(-15.8, -33.7, 2.1)


def test_what_is_told_is_rounded_to_a_tenth() -> None:
    told = pooled(sums_of([1, 1, 2, 3, 3, 4]))
    assert told == Change(6, Estimate(2.3, 1.1, 3.6))


@settings(deadline=None, max_examples=50)
@given(changes, changes)
def test_sums_of_two_groups_are_those_of_all(some_of: list[int], others: list[int]) -> None:
    assert sums_of(some_of) + sums_of(others) == sums_of([*some_of, *others])


@settings(deadline=None, max_examples=50)
@given(changes)
def test_the_mean_lies_within_its_interval(said: list[int]) -> None:
    assume(not is_of_one_mind(said))
    by = pooled(sums_of(said)).by
    assert by.low <= by.mean <= by.high
