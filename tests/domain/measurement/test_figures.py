"""What owners see of a cycle tells what groups have said, and nobody's answer, however often it is
looked at and whatever is subtracted from what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

from hypothesis import example, given, settings
from hypothesis import strategies as some

from mentoring.domain.measurement.change import Change, Estimate, Sums, is_of_one_mind, sums_of
from mentoring.domain.measurement.figures import (
    NOBODY,
    Answer,
    Counted,
    Figures,
    Progress,
    Running,
    Step,
    counted,
    progressed,
    reckoned,
    set_beside,
    settled,
    told_apart,
)
from mentoring.domain.measurement.items import Item, Stage
from mentoring.domain.measurement.shares import Share

FIVE = 5
EMPTY = Figures("p1c1")
MONDAY = datetime(2027, 2, 1, tzinfo=UTC)
ABOUT = (Item.COMPETENCE, Stage.END)
DAYS = 30
days = some.integers(0, DAYS - 1)
given_on = some.lists(some.tuples(days, some.booleans()), max_size=25)
moved_on = some.lists(some.tuples(days, some.integers(-2, 2)), max_size=25)
nights = some.sets(days)
"""In which nights it is counted."""


def day(number: int) -> datetime:
    return MONDAY + timedelta(days=number)


def answers(*yes: bool, on: int = 0, whose: str = "") -> list[Answer]:
    return [Answer(whose or f"{on}.{n}", day(on), each) for n, each in enumerate(yes)]


def share(figures: Figures) -> Share | None:
    found = figures.share_of(Running.FIT)
    return found.share if found else None


def add(figures: Figures, said: Sequence[Answer], until: int = 0) -> Figures:
    return counted(figures, Running.FIT, said, day(until), FIVE)


def test_a_share_appears_at_five_and_changes_when_five_more_have_come() -> None:
    first = answers(True, True, False, False)
    assert add(EMPTY, first) == EMPTY
    shown = add(EMPTY, answers(True, True, False, False, True))
    assert share(shown) == Share(5, 3, 3)
    later = answers(True, False, True, False, on=1)
    assert add(shown, later, until=1) == shown
    fifth = answers(True, on=2)
    assert share(add(shown, later + fifth, until=2)) == Share(10, 6, 6)


def test_what_was_counted_counts_once_and_stays() -> None:
    said = answers(True, True, False, False, True)
    shown = add(EMPTY, said)
    assert add(shown, said, until=9) == shown
    assert add(shown, [], until=9) == shown


def test_many_answers_of_few_are_no_group() -> None:
    of_two = [
        *answers(True, False, True, on=0, whose="a"),
        *answers(True, False, True, on=0, whose="b"),
    ]
    assert add(EMPTY, of_two) == EMPTY


def test_what_comes_after_its_time_waits() -> None:
    assert add(EMPTY, answers(True, True, False, False, True, on=3), until=2) == EMPTY


def steps(*by: int, on: int = 0) -> list[Step]:
    return [Step(day(on), each) for each in by]


def test_a_moment_is_told_once() -> None:
    """Also where nothing could be told: what comes later would be told by its appearing."""
    for said in (steps(1, 2, 3, 4, 5), steps(1, 2), []):
        then = settled(EMPTY, ABOUT, said, day(1), FIVE)
        assert settled(then, ABOUT, steps(5, 4, 3, 2, 1, 0), day(2), FIVE) == then


def test_of_a_moment_everybody_counts_who_was_asked_by_then() -> None:
    said = [*steps(1, 2, 3, 4, 5), *steps(9, on=2)]
    found = settled(EMPTY, ABOUT, said, day(1), FIVE).progress_of(*ABOUT)
    assert found == Progress(*ABOUT, day(1), sums_of([1, 2, 3, 4, 5]))
    assert found.is_behind


def test_too_few_and_those_of_one_mind_read_alike() -> None:
    few = settled(EMPTY, ABOUT, steps(1, 2, 3, 4), day(1), FIVE)
    alike = settled(EMPTY, ABOUT, steps(2, 2, 2, 2, 2), day(1), FIVE)
    assert few == alike
    assert [each.sums for each in few.progress] == [Sums()]


def test_what_was_reckoned_stands_until_more_have_come() -> None:
    here = progressed(EMPTY, ABOUT, steps(1, 2, 3, 4, 5), day(0), FIVE)
    told = Change(5, Estimate(3.0, 1.0, 5.0))
    here = reckoned(here, {sums_of([1, 2, 3, 4, 5]): told})
    assert [(each.change, each.is_behind) for each in here.progress] == [(told, False)]
    more = progressed(here, ABOUT, steps(1, 0, 0, 0, 0, on=1), day(1), FIVE)
    assert [(each.change, each.is_behind) for each in more.progress] == [(told, True)]


def test_those_who_wait_are_set_beside_once_where_both_are_groups() -> None:
    ours = settled(EMPTY, ABOUT, steps(3, 4, 5, 6, 7), day(1), FIVE)
    both = set_beside(ours, ABOUT, steps(0, 1, 0, 0, 0), FIVE)
    assert both.groups_behind == [(sums_of([3, 4, 5, 6, 7]), sums_of([0, 1, 0, 0, 0]))]
    assert set_beside(both, ABOUT, steps(1, 2, 3, 4, 5, 6), FIVE) == both
    told = Estimate(4.8, 2.8, 6.8)
    after = told_apart(both, {both.groups_behind[0]: told})
    assert [each.by for each in after.compared] == [told]
    assert after.groups_behind == []


def test_nobody_who_waits_is_told_of_before_the_others_are() -> None:
    assert set_beside(EMPTY, ABOUT, steps(0, 1, 0, 0, 0), FIVE) == EMPTY


groups = some.lists(some.integers(-4, 4), max_size=7)


@given(groups, groups)
def test_of_a_difference_nothing_stands_unless_either_group_can_be_told(
    ours: list[int], others: list[int]
) -> None:
    """Too few, and all alike: on either side it reads as if those who wait had been silent."""
    shown = settled(EMPTY, ABOUT, steps(*ours), day(1), FIVE)
    found = set_beside(shown, ABOUT, steps(*others), FIVE)
    can_be_told = all(len(each) >= FIVE and not is_of_one_mind(each) for each in (ours, others))
    silent = set_beside(shown, ABOUT, [], FIVE)
    assert found.groups_behind == ([(sums_of(ours), sums_of(others))] if can_be_told else [])
    assert can_be_told or found == silent


@given(some.lists(some.integers(-2, 2), min_size=FIVE, max_size=9))
def test_whoever_subtracts_a_difference_gets_the_mean_of_a_group(others: list[int]) -> None:
    """Exchanged among those who wait, nothing that is shown changes."""
    shown = settled(EMPTY, ABOUT, steps(0, 1, 2, 1, 0), day(1), FIVE)
    for told in ([*reversed(others)], sorted(others)):
        again = set_beside(shown, ABOUT, steps(*told), FIVE)
        assert again == set_beside(shown, ABOUT, steps(*others), FIVE)


@given(given_on, nights)
def test_two_showings_never_differ_by_fewer_than_five(
    given_on: list[tuple[int, bool]], nights: set[int]
) -> None:
    said = [Answer(str(n), day(on), yes) for n, (on, yes) in enumerate(given_on)]
    figures, shown = EMPTY, [0]
    for night in sorted(nights):
        figures = add(figures, said, until=night)
        found = share(figures)
        shown.append(found.people if found else 0)
    assert all(after == before or after - before >= FIVE for before, after in pairwise(shown))


@given(moved_on, nights)
def test_neither_do_two_showings_of_a_change_nor_is_their_difference_of_one_mind(
    moved_on: list[tuple[int, int]], nights: set[int]
) -> None:
    """Whoever subtracts one from the other gets a group that could be told by itself."""
    said = [Step(day(on), by) for on, by in moved_on]
    figures, shown = EMPTY, [Sums()]
    for night in sorted(nights):
        figures = progressed(figures, ABOUT, said, day(night), FIVE)
        found = figures.progress_of(*ABOUT)
        shown.append(found.sums if found else Sums())
    for before, after in pairwise(shown):
        people = after.people - before.people
        total, squares = after.total - before.total, after.squares - before.squares
        assert people == 0 or (people >= FIVE and people * squares > total**2)


@settings(max_examples=50)
@given(moved_on, nights)
@example(moved_on=[(0, 0)] * FIVE, nights={0})
def test_whoever_of_a_group_one_thinks_of_may_have_said_something_else(
    moved_on: list[tuple[int, int]], nights: set[int]
) -> None:
    """Among those who come into a change together nobody can be told from anybody: exchanged, all
    showings are the same, and they are never of one mind.
    """
    said = [Step(day(on), by) for on, by in moved_on]
    figures = EMPTY
    for night in sorted(nights):
        before = figures.progress_of(*ABOUT)
        since = before.until if before else day(-1)
        figures = progressed(figures, ABOUT, said, day(night), FIVE)
        together = [each.by for each in said if since < each.at <= day(night)]
        after = figures.progress_of(*ABOUT)
        if after and after.sums != (before.sums if before else NOBODY):
            assert not is_of_one_mind(together)
            at = day(night)
            turned = [Step(at, by) for by in reversed(together)]
            again = progressed(_only(before), ABOUT, turned, day(night), FIVE)
            assert again.progress_of(*ABOUT) == after


def _only(progress: Progress | None) -> Figures:
    return Figures("p1c1", progress=(progress,) if progress else ())


def test_whoever_writes_down_every_showing_learns_nobodys_answer() -> None:
    """All ways in which ten people can answer, one a night, and all showings that they lead to: for
    each of these, each of the ten may have said the one or the other.
    """
    ways: dict[tuple[Share | None, ...], list[tuple[bool, ...]]] = defaultdict(list)
    for yes in product((False, True), repeat=10):
        said = [Answer(str(n), day(n), each) for n, each in enumerate(yes)]
        figures, shown = EMPTY, []
        for night in range(10):
            figures = add(figures, said, until=night)
            shown.append(share(figures))
        ways[tuple(shown)].append(yes)
    assert len(ways) == 4**2
    for same in ways.values():
        assert all(len(set(each)) == 2 for each in zip(*same, strict=True))


def test_a_figure_holds_no_answer() -> None:
    """What is kept of it is as much as what is told."""
    shown = add(EMPTY, answers(True, True, True, True, False))
    assert shown.shares == (Counted(Running.FIT, day(0), Share(5, 4, 5)),)
