"""The rulebook: one entry and one function a rule, and how rules may be treated."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from mentoring.domain.matching import rules
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.rulebook import RULEBOOK, SWITCHES
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.sides import Bools, Pairs


def test_a_function_whose_rule_is_not_in_the_rulebook_fails_the_import() -> None:
    def same_shoe_size(pairs: Pairs, _: MatchingSettings) -> Bools:
        return pairs.same("shoe_size")

    with pytest.raises(
        LookupError, match="same_shoe_size is not in the rulebook: write its entry in"
    ):
        rules.comparing()(same_shoe_size)

    def not_neighbours(person: Candidate, _: Case) -> Collection[str]:
        return (person.id,)

    with pytest.raises(LookupError, match="not_neighbours is not in the rulebook"):
        rules.naming(not_neighbours)


def test_a_rule_of_the_rulebook_without_a_function_fails_the_import() -> None:
    written = {
        name: rule for name, rule in rules.RULES.items() if name not in {"hierarchy", "language"}
    }
    with pytest.raises(LookupError, match="for hierarchy, language"):
        rules.in_order(written)


def test_checklists_have_the_order_of_the_rulebook() -> None:
    assert list(rules.RULES) == list(RULEBOOK)
    assert [rule.name for rule in rules.active(MatchingSettings())] == [
        name for name in RULEBOOK if name != "role_eligibility"
    ]


def test_what_owners_enter_a_list_or_a_limit_for_needs_no_switch() -> None:
    assert {name for name, traits in RULEBOOK.items() if traits.by_entry} == {
        "exclusion_group",
        "lowest_score",
    }
    assert not {"exclusion_group", "lowest_score"} & set(SWITCHES)


def test_a_rule_in_confidence_is_neither_switched_nor_waived() -> None:
    confidential = {name: traits for name, traits in RULEBOOK.items() if traits.confidential}
    assert set(confidential) == {"kpi_dependency", "not_with", "not_again"}
    assert not any(traits.switchable or traits.waivable for traits in confidential.values())
