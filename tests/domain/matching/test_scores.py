"""The score: what adds to it, how much, and in which words it is explained."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pydantic import ValidationError

from cards.common.reasons import reason_sentence
from cards.kit.words import Words, topic_name
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.results import ProposedTandem
from mentoring.domain.matching.run import match
from mentoring.domain.matching.scores import TERMS
from mentoring.domain.matching.settings import MatchingSettings, Weights
from mentoring.domain.programme import Programme
from tests.domain.matching.worlds import mentee, mentor

NOTHING = Weights(
    topic_ranks=(0,),
    function=0,
    location=0,
    background=0,
    generation=0,
    hierarchy=0,
    gender=0,
    shared_format=0,
    shared_times=0,
)
ANY_TOPIC = {"topic": False}


def tandem(one: Candidate, other: Candidate, **weights: object) -> ProposedTandem:
    settings = MatchingSettings(weights=NOTHING.model_copy(update=weights), rules=ANY_TOPIC)
    return match([one, other], settings).tandems[0]


def test_a_wish_counts_by_its_rank_times_the_mentors_level() -> None:
    one, other = mentee(wishes=("ai", "data", "agile")), mentor(teaches={"ai": 1, "agile": 3})
    found = tandem(one, other, topic_ranks=(30, 20, 10))
    assert found.score == 30 * 1 + 10 * 3
    assert [
        (r.facts["topic"], r.facts["rank"], r.facts["level"], r.points) for r in found.reasons
    ] == [
        ("ai", 1, 1, 30),
        ("agile", 3, 3, 30),
    ]


def test_wishes_beyond_the_list_of_ranks_count_as_its_last() -> None:
    one, other = mentee(wishes=("ai", "data", "agile")), mentor(teaches={"agile": 2})
    assert tandem(one, other, topic_ranks=(30, 20)).score == 20 * 2


@pytest.mark.parametrize(
    ("term", "field"),
    [
        ("function", "department"),
        ("location", "location"),
        ("background", "background"),
        ("generation", "generation"),
        ("gender", "gender"),
    ],
)
def test_to_differ_counts_where_both_have_said_it(term: str, field: str) -> None:
    here, there, silent = {field: "one"}, {field: "another"}, {field: ""}
    assert tandem(mentee(**here), mentor(**there), **{term: 7}).score == 7
    assert tandem(mentee(**here), mentor(**silent), **{term: 7}).score == 0
    if field != "department":  # two of one department are no pair at all
        assert tandem(mentee(**here), mentor(**here), **{term: 7}).score == 0


@pytest.mark.parametrize(("levels", "points"), [(1, 10), (2, 20), (3, 30), (4, 30)])
def test_each_level_between_the_two_counts_up_to_three(levels: int, points: int) -> None:
    assert tandem(mentee(level=1), mentor(level=1 + levels), hierarchy=10).score == points


@pytest.mark.parametrize(
    ("term", "field"), [("shared_format", "formats"), ("shared_times", "times")]
)
def test_a_shared_preference_counts_once_however_much_is_shared(term: str, field: str) -> None:
    two, same, other = (
        cast("dict[str, Any]", {field: frozenset(each)}) for each in ("ab", "abc", "z")
    )
    assert tandem(mentee(**two), mentor(**same), **{term: 9}).score == 9
    assert tandem(mentee(**two), mentor(**other), **{term: 9}).score == 0


def test_the_reasons_together_are_the_score_and_the_strongest_stands_first() -> None:
    one = mentee(wishes=("ai", "data"), location="north", gender="female", department="law")
    found = match(
        [
            one,
            mentor(teaches={"ai": 2, "data": 3}, location="south", gender="male", department="it"),
        ]
    ).tandems[0]
    assert sum(reason.points for reason in found.reasons) == found.score
    assert [reason.points for reason in found.reasons] == sorted(
        (r.points for r in found.reasons), reverse=True
    )


def test_a_later_wish_never_counts_more_than_an_earlier_one() -> None:
    with pytest.raises(ValidationError, match="counts more than an earlier one"):
        Weights(topic_ranks=(10, 20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_can_be_said_in_both_languages(language: str) -> None:
    one = mentee(
        wishes=("ai", "unheard_of"),
        level=1,
        department="law",
        location="north",
        background="law",
        generation="old",
        gender="female",
        formats=frozenset({"demo"}),
        times=frozenset({"morning"}),
    )
    other = mentor(
        teaches={"ai": 3, "unheard_of": 1},
        department="it",
        location="south",
        background="craft",
        generation="young",
        gender="male",
        formats=frozenset({"demo"}),
        times=frozenset({"morning"}),
    )
    reasons = match([one, other]).tandems[0].reasons
    assert {reason.code for reason in reasons} == (set(TERMS) - {"topics"}) | {"topic"}
    words = Words(language)
    said = [reason_sentence(r, Programme(), words) for r in reasons]
    assert len(set(said)) == len(reasons)
    assert topic_name(Programme().topic("ai"), words) in said[0]
