"""The scores that owners read tell no answer of anybody, whatever weights they try."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cards.kit.words import Words
from cards.matching.proposal import proposal_card
from mentoring.domain.match_run import MatchRun
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.decisions import Forbid
from mentoring.domain.matching.settings import UNTOLD, MatchingSettings, Weights
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.ports.matcher import Inputs, Shown
from mentoring.usecases.matching import solving
from mentoring.usecases.matching.notice import ProposalsNotice
from tests.usecases.company import NOW

NONE = dict.fromkeys(set(Weights.model_fields) - {"topic_ranks"}, 0)
PROGRAMME = Programme()
FIELDS = {"shared_format": "formats", "shared_times": "times"}
GERMAN = frozenset({"de"})
MENTEE = Candidate(id="eva", role=Role.MENTEE, level=2, languages=GERMAN, wishes=("ai",))
MENTORS = tuple(
    Candidate(id=key, role=Role.MENTOR, level=5, languages=GERMAN, teaches={"ai": 2})
    for key in ("jan", "mia")
)


def _answering(person: Candidate, field: str, said: str) -> Candidate:
    answer: Any = frozenset({said}) if field in FIELDS.values() else said
    return replace(person, **{field: answer})


def case(weight: str, points: int, *, counts: bool) -> Inputs:
    """One mentee, two mentors, and this weight beside those of the topics; ``counts``: the two have
    answered so that they get its points.
    """
    field = FIELDS.get(weight, weight)
    mine, theirs = ("one", "one" if counts == (weight in FIELDS) else "two")
    answered = [
        _answering(each, field, said)
        for each, said in ((MENTEE, mine), *((mentor, theirs) for mentor in MENTORS))
    ]
    weights = Weights.model_validate({**NONE, weight: points})
    return Inputs(tuple(answered), MatchingSettings(weights=weights), (), (), ())


@pytest.mark.parametrize("points", [1, 25, 1000])
@pytest.mark.parametrize("weight", sorted(UNTOLD))
def test_no_score_tells_an_answer(weight: str, points: int) -> None:
    """Issue 14: with all other weights at 0 the score of a proposal said whose generations differ,
    and so did two runs whose weights were a point apart.
    """
    counts, does_not = (
        solving.solve(case(weight, points, counts=each), PROGRAMME) for each in (True, False)
    )
    assert [each.score for each in counts.result.tandems] == [60]
    assert counts.figures == does_not.figures
    assert counts.result.total_score == does_not.result.total_score
    ((mine,), (other,)) = (
        [each.alternatives for each in solved.result.tandems] for solved in (counts, does_not)
    )
    assert [each.score for each in mine.for_mentee] == [60]
    assert mine == other


@pytest.mark.parametrize("weight", sorted(UNTOLD))
def test_nor_does_what_other_weights_or_a_decision_would_change(weight: str) -> None:
    def tried(*, counts: bool, by_decision: bool) -> WhatIf:
        found = case(weight, 25, counts=counts)
        result = solving.solve(found, PROGRAMME).result
        shown = Shown(result.pairs, result.total_score)
        (pair,) = result.pairs
        change = Forbid(*pair) if by_decision else case(weight, 26, counts=counts).settings
        return solving.what_if(found, shown, PROGRAMME, change)

    for by_decision in (True, False):
        assert tried(counts=True, by_decision=by_decision) == tried(
            counts=False, by_decision=by_decision
        )


def test_what_anybody_may_read_counts_in_full() -> None:
    found = case("generation", 25, counts=True)
    weights = Weights.model_validate({**NONE, "function": 25})
    settings = MatchingSettings(weights=weights)
    people = [replace(each, department=each.role) for each in found.candidates]
    solved = solving.solve(replace(found, candidates=tuple(people), settings=settings), PROGRAMME)
    assert [each.score for each in solved.result.tandems] == [85]


@pytest.mark.parametrize("weight", sorted(UNTOLD))
def test_nor_does_the_line_that_stands_for_what_is_not_told(weight: str) -> None:
    """It stood under those pairs alone for whom such an answer counted."""

    def card(*, counts: bool) -> str:
        found = case(weight, 25, counts=counts)
        (tandem,) = solving.solve(found, PROGRAMME).result.tandems
        proposal = Proposal("p", "run", tandem.mentor, tandem.mentee, 60, reasons=tandem.reasons)
        run = MatchRun("run", "otto", NOW, settings=found.settings)
        notice = ProposalsNotice(run, (proposal,), {}, "", 0, 1, 0, 1, "", PROGRAMME)
        return str(proposal_card(notice, proposal, Words("en")).content)

    assert card(counts=True) == card(counts=False)


def taught(levels: dict[str, int], wishes: tuple[str, ...] = ("ai", "video", "data")) -> Inputs:
    """One mentee with these wishes, two mentors who teach alike; only the topics count."""
    ranks = Weights.model_validate({**NONE, "topic_ranks": (100, 10, 1)})
    people = (replace(MENTEE, wishes=wishes), *(replace(m, teaches=levels) for m in MENTORS))
    return Inputs(people, MatchingSettings(weights=ranks), (), (), ())


def test_no_score_tells_how_well_somebody_teaches_or_which_wish_it_is() -> None:
    """With ranks of 100, 10 and 1 the score 213 read: level 2, 1 and 3."""
    told = [
        solving.solve(taught(levels, wishes), PROGRAMME)
        for levels, wishes in (
            ({"ai": 2, "video": 1}, ("ai", "video", "data")),
            ({"ai": 3, "video": 3}, ("ai", "video", "data")),
            ({"ai": 1, "video": 3}, ("data", "video", "ai")),
        )
    ]
    assert {each.result.tandems[0].score for each in told} == {2 * 111}
    assert len({str(each.figures) for each in told}) == 1


def test_nor_does_a_lowest_score() -> None:
    """Compared with the whole score it left out whoever teaches less well."""
    settings = taught({"ai": 1}).settings.model_copy(update={"lowest_score": 111})
    for level in (1, 3):
        found = replace(taught({"ai": level}), settings=settings)
        assert len(solving.solve(found, PROGRAMME).result.tandems) == 1


def test_nor_does_the_order_of_topics_on_a_card() -> None:
    def card(levels: dict[str, int]) -> str:
        found = taught(levels)
        (tandem,) = solving.solve(found, PROGRAMME).result.tandems
        proposal = Proposal("p", "run", tandem.mentor, tandem.mentee, 60, reasons=tandem.reasons)
        run = MatchRun("run", "otto", NOW, settings=found.settings)
        notice = ProposalsNotice(run, (proposal,), {}, "", 0, 1, 0, 1, "", PROGRAMME)
        return str(proposal_card(notice, proposal, Words("en")).content)

    assert card({"ai": 1, "video": 3}) == card({"ai": 3, "video": 1})
    assert card({"ai": 3}) == card({"ai": 1})


def test_who_else_would_do_is_chosen_by_what_owners_may_read() -> None:
    """Of four partners the three were listed who are of another generation."""
    weights = Weights.model_validate({**NONE, "generation": 1000})
    others = tuple(
        Candidate(
            id=key, role=Role.MENTOR, level=5, languages=GERMAN, teaches={"ai": 2},
            generation=generation,
        )
        for key, generation in zip("abcde", ("old", "old", "new", "new", "new"), strict=True)
    )  # fmt: skip
    people = (replace(MENTEE, generation="old"), *others)
    found = Inputs(people, MatchingSettings(weights=weights), (), (), ())
    (tandem,) = solving.solve(found, PROGRAMME).result.tandems
    listed = [each.id for each in tandem.alternatives.for_mentee]
    assert listed == [key for key in "abcde" if key != tandem.mentor][:3]
