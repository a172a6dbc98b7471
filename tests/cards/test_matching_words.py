"""The matching's rules in words: what has to hold, with the parameters that owners set."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest

from cards.catalogue import render
from cards.common.said import sentence
from cards.kit.words import Words
from cards.matching.words import check_sentence, rule_sentence
from mentoring.domain.errors import Refusal
from mentoring.domain.language import Language
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.figures import figures
from mentoring.domain.matching.results import Check, MatchingResult
from mentoring.domain.matching.settings import Parameters
from mentoring.domain.people import Role
from mentoring.usecases.matching.notice import ProposalsNotice
from tests.cards.drawn import SAMPLES


@pytest.mark.parametrize(
    ("depth", "language", "told"),
    [
        (0, "de", "Keine Führungslinie zwischen beiden"),
        (1, "de", "Keine unmittelbare Führung zwischen beiden"),
        (2, "de", "Keine Führungslinie zwischen beiden, bis zu zwei Ebenen"),
        (5, "de", "Keine Führungslinie zwischen beiden, bis zu 5 Ebenen"),
        (0, "en", "No reporting line between the two"),
        (1, "en", "Neither is the other’s manager"),
        (2, "en", "No reporting line between the two, up to two levels"),
        (5, "en", "No reporting line between the two, up to 5 levels"),
    ],
)
def test_a_reporting_line_is_said_with_how_far_up_it_counts(
    depth: int, language: Language, told: str
) -> None:
    parameters, words = Parameters(reporting_line_depth=depth), Words(language)
    assert rule_sentence("reporting_line", parameters, words) == told
    assert check_sentence(Check("reporting_line", "passed"), parameters, words) == told


def test_a_lock_that_needs_a_reason_names_the_rule_with_how_far_up_it_counts() -> None:
    broken = Refusal(
        "reason-needed", mentee="emma", mentor="max", rules="reporting_line same_manager", depth=2
    )
    told = sentence(broken, Words("en"))
    assert "No reporting line between the two, up to two levels; Different managers" in told


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_figures_of_a_pilot_with_few_in_both_roles_can_be_looked_at(language: Language) -> None:
    """Small groups are put together, and then it is of no role; the card failed."""
    everybody = [
        Candidate(id=str(n), role=[*Role][n % 2], level=2, languages=frozenset()) for n in range(7)
    ]
    few = figures(MatchingResult((), ()), everybody, 5)
    assert [each.group for each in few.shares] == ["", "", ""]
    notice = cast("ProposalsNotice", SAMPLES["match-figures"])
    words, shown = Words(language), replace(notice, run=replace(notice.run, figures=few))
    assert str(render(shown, words).content).count(words.text("figures-small")) == 3


def test_other_weights_are_compared_on_one_scale_down_to_the_weakest_tandem() -> None:
    """issue 12, U28: *before* showed the weakest tandem by the weights in force, *after* by the
    others.
    """
    notice = cast("ProposalsNotice", SAMPLES["match-try-settings"])
    preview, now = notice.run.preview, notice.run.figures
    assert preview is not None
    assert preview.difference is not None
    assert now.weakest is not None
    before = replace(now, weakest=replace(now.weakest, score=7171))
    told = replace(preview, difference=replace(preview.difference, figures_before=before))
    shown = replace(notice, run=replace(notice.run, preview=told))
    card = render(shown, Words("en")).content
    texts = re.findall(r"'text': '([^']*)'", str(card))
    weakest = texts.index(Words("en").text("decide-weakest"))
    assert texts[weakest + 1] == "7171"
