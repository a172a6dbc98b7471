"""Figures about a result, in groups of which none is too small."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.figures import Share, figures
from mentoring.domain.matching.run import match
from tests.domain.matching.worlds import mentee, mentor, worlds


def shares(people: list[Candidate], smallest: int = 5) -> dict[tuple[str, str], tuple[int, int]]:
    found = figures(match(people), people, smallest).shares
    return {(share.field, share.group): (share.people, share.without) for share in found}


def test_the_spread_of_scores_counts_every_tandem_and_the_weakest_is_named() -> None:
    people = [mentee(f"e{n}") for n in range(3)] + [
        mentor(f"j{n}", teaches={"ai": n + 1}) for n in range(3)
    ]
    result = match(people)
    found = figures(result, people, 5)
    assert sum(bar.tandems for bar in found.scores) == 3
    assert found.weakest is not None
    assert found.weakest.score == min(tandem.score for tandem in result.tandems)
    assert all(bar.low <= bar.high for bar in found.scores)


def test_without_tandems_there_is_no_spread() -> None:
    assert figures(match([mentee()]), [mentee()], 5).scores == ()
    assert figures(match([mentee()]), [mentee()], 5).weakest is None


def test_groups_are_told_with_how_many_stay_without() -> None:
    north = [mentee(f"n{number}", location="north", wishes=("agile",)) for number in range(6)]
    south = [mentee(f"s{number}", location="south") for number in range(5)]
    assert shares([*north, *south, mentor(location="south")])["location", "north"] == (6, 6)


def test_a_group_that_is_too_small_is_put_with_the_next_larger_one() -> None:
    """Alone it would not be shown; but north's number could then be found by subtraction."""
    people = [mentee(f"n{n}", location="north") for n in range(6)] + [
        mentee(f"s{n}", location="south") for n in range(8)
    ]
    people += [mentee("w", location="west")]
    assert {key: value[0] for key, value in shares(people).items() if key[0] == "location"} == {
        ("location", "south"): 8,
        ("location", ""): 7,
    }


def test_fewer_people_than_the_smallest_group_give_no_share_at_all() -> None:
    assert shares([mentee("ann"), mentor("max")]) == {}


@settings(deadline=None, max_examples=60)
@given(worlds(15), st.integers(3, 8))
def test_no_group_under_the_smallest_is_ever_shown_nor_found_by_subtraction(
    people: list[Candidate], smallest: int
) -> None:
    found = figures(match(people), people, smallest).shares
    assert all(share.people >= smallest for share in found)
    for field in ("role", "department", "location"):
        hidden = len(people) - sum(share.people for share in found if share.field == field)
        assert hidden == 0 or (hidden == len(people) and len(people) < smallest)


def test_a_share_says_of_what_it_is() -> None:
    people = [mentee(f"e{number}") for number in range(5)]
    assert Share("role", "mentee", 5, 5) in figures(match(people), people, 5).shares
