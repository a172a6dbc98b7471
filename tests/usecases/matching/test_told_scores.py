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
