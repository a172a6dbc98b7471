"""How many still use it some months later: of those who have answered, silence apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from mentoring.domain.measurement.figures import (
    Figures,
    Lasting,
    Later,
    lasted,
    lasted_for_good,
)
from mentoring.domain.measurement.shares import Share, share

FIVE = 5
EMPTY = Figures("p1c1")
MONDAY = datetime(2027, 2, 1, tzinfo=UTC)
YES, NO, SILENT = True, False, None
told = some.lists(some.tuples(some.integers(0, 30), some.sampled_from([YES, NO, SILENT])))


def day(number: int) -> datetime:
    return MONDAY + timedelta(days=number)


def said(*answers: bool | None, on: int = 0) -> list[Later]:
    return [Later(day(on), each) for each in answers]


def known(figures: Figures) -> Lasting | None:
    return figures.lasting_after(3)


def test_silence_is_counted_apart_and_is_no_no() -> None:
    found = lasted_for_good(EMPTY, 3, said(YES, NO, YES, NO, YES, SILENT), day(1), FIVE)
    assert known(found) == Lasting(3, day(1), Share(5, 3, 3), silent=1)


def test_of_too_few_not_even_silence_is_told() -> None:
    found = lasted_for_good(EMPTY, 3, said(YES, NO, YES, NO, SILENT, SILENT), day(1), FIVE)
    assert known(found) == Lasting(3, day(1))


def test_what_was_told_at_its_moment_stays() -> None:
    for first in (said(YES), said(YES, NO, YES, NO, YES)):
        before = lasted_for_good(EMPTY, 3, first, day(1), FIVE)
        assert lasted_for_good(before, 3, said(*[NO] * 9), day(9), FIVE) == before


def test_without_a_common_moment_it_grows_by_groups() -> None:
    first = lasted(EMPTY, 3, said(YES, NO, YES, NO, YES), day(0), FIVE)
    four = said(YES, NO, YES, NO, on=1)
    assert lasted(first, 3, four, day(1), FIVE) == first
    more = lasted(first, 3, [*four, *said(YES, SILENT, on=2)], day(2), FIVE)
    assert known(more) == Lasting(3, day(2), Share(10, 6, 6), silent=1)


@given(told, some.sets(some.integers(0, 30)))
def test_two_showings_never_differ_by_fewer_than_five_answers(
    told: Sequence[tuple[int, bool | None]], nights: set[int]
) -> None:
    answers = [Later(day(on), each) for on, each in told]
    figures, shown = EMPTY, [0]
    for night in sorted(nights):
        figures = lasted(figures, 3, answers, day(night), FIVE)
        found = known(figures)
        shown.append(found.share.people if found and found.share else 0)
    assert all(after == before or after - before >= FIVE for before, after in pairwise(shown))


@given(some.lists(some.sampled_from([YES, NO, SILENT]), max_size=12))
def test_what_stands_there_is_a_share_and_how_many_were_silent(
    answers: list[bool | None],
) -> None:
    found = known(lasted_for_good(EMPTY, 3, said(*answers), day(1), FIVE))
    spoken = [each for each in answers if each is not None]
    assert found
    assert found.share == share(spoken, FIVE)
    assert found.silent == (len(answers) - len(spoken) if found.share else 0)
