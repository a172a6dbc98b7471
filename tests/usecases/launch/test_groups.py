"""Ten tandems whose dates are found together are always the same ten."""

from __future__ import annotations

from mentoring.usecases.launch.groups import group_of, numbers_of


def test_each_number_is_in_one_group() -> None:
    every = range(1, 101)
    assert all(number in numbers_of(group_of(number)) for number in every)
    assert sum(len(numbers_of(group)) for group in {group_of(number) for number in every}) == 110


def test_no_group_is_larger_than_one_question() -> None:
    assert {len(numbers_of(group)) for group in range(3)} == {10}
