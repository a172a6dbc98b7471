"""The hard rules, each by example, and all together against a second, plain version of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.rulebook import SWITCHES
from mentoring.domain.matching.rules import RULES
from mentoring.domain.matching.run import match
from mentoring.domain.matching.settings import (
    ANY_DEPTH,
    ExclusionGroup,
    MatchingSettings,
    Parameters,
    with_kept_meaning,
)
from mentoring.domain.matching.table import Table
from tests.domain.matching.oracle import broken_rules, score
from tests.domain.matching.worlds import mentee, mentor, worlds

RULES_BY_EXAMPLE = {
    "same_person": (mentee("kim"), mentor("kim")),
    "reporting_line": (mentee("emma"), mentor("max", managers=("tom", "emma", "top"))),
    "same_manager": (mentee(managers=("ceo",)), mentor(managers=("ceo",))),
    "same_department": (mentee(department="Sales"), mentor(department="sales ")),
    "kpi_group": (mentee(kpi_group="growth"), mentor(kpi_group="growth")),
    "kpi_dependency": (mentee("emma"), mentor(kpi_people=frozenset({"emma"}))),
    "not_with": (mentee(not_with=frozenset({"max"})), mentor("max")),
    "past_pair": (mentee("emma"), mentor(past_partners=frozenset({"emma"}))),
    "hierarchy": (mentee(level=3), mentor(level=3)),
    "language": (mentee(languages=frozenset({"de"})), mentor(languages=frozenset({"en", "fr"}))),
    "topic": (mentee(wishes=("data", "agile")), mentor(teaches={"ai": 3})),
}
SECOND = "tests/domain/matching/oracle.py"


def broken(
    one: Candidate, other: Candidate, settings: MatchingSettings | None = None
) -> tuple[str, ...]:
    table = Table.of(Case.of([one, other], settings or MatchingSettings()))
    return table.broken(Pair(one.id, other.id))


def checks(one: Candidate, other: Candidate) -> dict[str, str]:
    return {check.rule: check.state for check in match([one, other]).tandems[0].checks}


def test_two_people_whom_no_rule_concerns_are_possible() -> None:
    assert broken(mentee(), mentor()) == ()


@pytest.mark.parametrize("rule", RULES_BY_EXAMPLE)
def test_each_rule_alone_makes_its_pair_impossible(rule: str) -> None:
    assert broken(*RULES_BY_EXAMPLE[rule]) == (rule,)
    assert match(RULES_BY_EXAMPLE[rule]).tandems == ()


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES_BY_EXAMPLE if RULES[rule].traits.switchable]
)
def test_a_rule_that_owners_switch_off_does_not_exclude(rule: str) -> None:
    assert broken(*RULES_BY_EXAMPLE[rule], MatchingSettings(rules={rule: False})) == ()


@pytest.mark.parametrize("rule", ["same_person", "not_with", "kpi_dependency", "not_again"])
def test_what_protects_people_cannot_be_switched_off(rule: str) -> None:
    with pytest.raises(ValidationError, match=rule):
        MatchingSettings(rules={rule: False})


def test_a_rule_that_does_not_exist_is_refused_and_the_error_names_those_that_do() -> None:
    with pytest.raises(ValidationError, match="one of same_person, reporting_line"):
        MatchingSettings(rules={"same_shoe_size": True})


@pytest.mark.parametrize(("depth", "excluded_up_to"), [(1, 1), (2, 2), (3, 3), (ANY_DEPTH, 5)])
def test_the_reporting_line_counts_up_to_its_depth_and_in_either_direction(
    depth: int, excluded_up_to: int
) -> None:
    limited = MatchingSettings(parameters=Parameters(reporting_line_depth=depth))
    for above in range(1, 6):
        between, expected = (
            ("a", "b", "c", "d")[: above - 1],
            ("reporting_line",) if above <= excluded_up_to else (),
        )
        assert (
            broken(mentee("emma"), mentor("max", managers=(*between, "emma"), level=7), limited)
            == expected
        )
        assert (
            broken(mentee("emma", managers=(*between, "max")), mentor("max"), limited) == expected
        )


def test_unless_owners_say_otherwise_only_ones_manager_and_that_managers_manager_are_out() -> None:
    """At any depth the board would be shut out: everybody in the company is below the chief
    executive.
    """
    chief = mentee("chief", level=1)
    assert broken(chief, mentor(managers=("head", "chief"))) == ("reporting_line",)
    assert broken(chief, mentor(managers=("lead", "head", "chief"))) == ()


def test_settings_that_were_kept_before_a_depth_could_be_set_mean_any_depth() -> None:
    kept = MatchingSettings(lowest_score=7).model_dump(mode="json")
    assert read_again(kept) == MatchingSettings(lowest_score=7)
    del kept["parameters"]["reporting_line_depth"]
    assert read_again(kept).parameters == Parameters(reporting_line_depth=ANY_DEPTH)
    assert read_again({}).parameters == Parameters(reporting_line_depth=ANY_DEPTH)


def read_again(kept: dict[str, Any]) -> MatchingSettings:
    return MatchingSettings.model_validate(with_kept_meaning(kept))


@pytest.mark.parametrize("depth", [-1, 21, 1.5, "deep"])
def test_a_depth_is_a_whole_number_of_managers(depth: object) -> None:
    with pytest.raises(ValidationError, match="reporting_line_depth"):
        MatchingSettings.model_validate({"parameters": {"reporting_line_depth": depth}})


def test_the_same_manager_counts_even_if_the_manager_takes_no_part() -> None:
    assert broken(mentee(managers=("outside", "top")), mentor(managers=("outside",))) == (
        "same_manager",
    )


def test_ids_that_differ_only_in_case_are_different_people() -> None:
    assert broken(mentee(managers=("Boss",)), mentor(managers=("boss",))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [(mentee(past_partners=frozenset({"max"})), mentor()), RULES_BY_EXAMPLE["past_pair"]],
)
def test_a_past_pair_counts_whichever_side_names_it(one: Candidate, other: Candidate) -> None:
    assert broken(one, other) == ("past_pair",)


def test_who_has_two_roles_keeps_confidential_wishes_in_both() -> None:
    """Kim would rather not be paired with Emma, and said so as a mentee: it holds for Kim as a
    mentor too.
    """
    people = [mentee("emma"), mentee("kim", level=4, not_with=frozenset({"emma"})), mentor("kim")]
    assert Table.of(Case.of(people, MatchingSettings())).broken(Pair("emma", "kim")) == (
        "not_with",
    )


@pytest.mark.parametrize(
    ("rule", "field"), [("same_department", "department"), ("kpi_group", "kpi_group")]
)
def test_a_missing_fact_never_excludes_and_the_rule_says_assumed(rule: str, field: str) -> None:
    known, unknown = mentee(**{field: "sales"}), mentor(**{field: ""})
    law: dict[str, Any] = {field: "law"}
    assert checks(known, unknown)[rule] == "assumed"
    assert checks(known, replace(unknown, **law))[rule] == "passed"


def test_a_manager_who_is_not_known_is_assumed_but_the_top_of_the_company_has_none() -> None:
    unknown, top = mentee(level=3), mentee(level=1)
    junior = mentor(managers=("tom",))
    assert (
        checks(unknown, junior)["same_manager"]
        == checks(unknown, junior)["reporting_line"]
        == "assumed"
    )
    assert checks(top, junior)["same_manager"] == checks(top, junior)["reporting_line"] == "passed"


def test_who_stands_at_the_top_in_both_roles_has_no_manager_in_common_with_themselves() -> None:
    assert broken(mentee("kim", level=1), mentor("kim", level=1)) == ("same_person", "hierarchy")


def test_the_mentor_may_have_to_stand_several_levels_lower() -> None:
    two_below = MatchingSettings(parameters=Parameters(levels_between=2))
    assert broken(mentee(level=2), mentor(level=3), two_below) == ("hierarchy",)
    assert broken(mentee(level=2), mentor(level=4), two_below) == ()


def test_a_topic_may_have_to_be_taught_at_a_level() -> None:
    experts = MatchingSettings(parameters=Parameters(topic_level=3))
    assert broken(mentee(wishes=("ai",)), mentor(teaches={"ai": 2}), experts) == ("topic",)
    assert broken(mentee(wishes=("ai",)), mentor(teaches={"ai": 3}), experts) == ()


def test_more_than_one_language_in_common_may_be_demanded() -> None:
    two = MatchingSettings(parameters=Parameters(common_languages=2))
    both = frozenset({"de", "en"})
    assert broken(mentee(languages=both), mentor(languages=frozenset({"de"})), two) == ("language",)
    assert broken(mentee(languages=both), mentor(languages=both), two) == ()


@settings(deadline=None, max_examples=40)
@given(worlds(5), st.sampled_from([0, 60, 150]))
def test_what_is_said_voluntarily_excludes_nobody(
    people: list[Candidate], lowest_score: int
) -> None:
    """Generation and gender make tandems differ; who may be in one never depends on them, nor on
    keeping silent about them where owners want a lowest score.
    """
    on = MatchingSettings(rules=dict.fromkeys(SWITCHES, True), lowest_score=lowest_score)
    silent = [replace(each, generation="", gender="") for each in people]
    one, other = (Table.of(Case.of(each, on)).scores < 0 for each in (people, silent))
    assert one.tolist() == other.tolist()


def test_role_eligibility_may_limit_mentees_to_the_upper_levels() -> None:
    upper = MatchingSettings(
        rules={"role_eligibility": True}, parameters=Parameters(mentee_level_at_most=2)
    )
    assert broken(mentee(level=3), mentor(), upper) == ("role_eligibility",)
    assert broken(mentee(level=2), mentor(), upper) == ()
    off = upper.model_copy(update={"rules": {}})
    assert broken(mentee(level=3), mentor(), off) == (), "off unless owners switch it on"


def test_role_eligibility_may_limit_mentors_to_the_lower_levels() -> None:
    lower = MatchingSettings(
        rules={"role_eligibility": True}, parameters=Parameters(mentor_level_at_least=5)
    )
    assert broken(mentee(level=2), mentor(level=4), lower) == ("role_eligibility",)
    assert broken(mentee(level=2), mentor(level=5), lower) == ()


def test_owners_keep_groups_and_pairs_apart_in_whichever_roles() -> None:
    group = MatchingSettings(
        exclusion_groups=(ExclusionGroup(name="audit", people=("emma", "max", "tom")),)
    )
    assert broken(mentee("emma"), mentor("max"), group) == ("exclusion_group",)
    blocked = MatchingSettings(blocked_pairs=(("max", "emma"),))
    assert broken(mentee("emma"), mentor("max"), blocked) == ("blocked_pair",)
    assert broken(mentee("emma"), mentor("tom"), blocked) == ()


def test_no_pair_below_the_lowest_score() -> None:
    """By what owners read: a limit of one point told who had answered what in confidence."""
    table = Table.of(Case.of([mentee(), mentor()], MatchingSettings()))
    points = int(table.told_scores()[0, 0])
    assert broken(mentee(), mentor(), MatchingSettings(lowest_score=points)) == ()
    assert broken(mentee(), mentor(), MatchingSettings(lowest_score=points + 1)) == (
        "lowest_score",
    )


def test_a_pair_that_must_not_come_again_for_a_hidden_cause_is_never_proposed() -> None:
    assert match([mentee("emma"), mentor("max")], not_again=[Pair("emma", "max")]).tandems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_sentences_in_both_languages(language: str) -> None:
    words = Words(language)
    missing = [
        key
        for name in RULES
        for key in (f"rule-{name}", f"left-because-{name}")
        if not words.has(key)
    ]
    assert not missing, f"write {missing} in cards/texts/{language}/matching/matching.ftl"


@settings(deadline=None, max_examples=60)
@given(worlds(5, both_roles=True), st.sampled_from([0, 150]), st.integers(0, 4))
def test_all_rules_and_scores_agree_with_a_second_version_of_them(
    people: list[Candidate], lowest_score: int, depth: int
) -> None:
    some = MatchingSettings(
        parameters=Parameters(reporting_line_depth=depth),
        lowest_score=lowest_score,
        exclusion_groups=(ExclusionGroup(name="audit", people=("m000", "m001")),),
        blocked_pairs=(("m002", "m003"),),
    )
    table = Table.of(Case.of(people, some))
    for row, one in enumerate(table.case.mentees):
        for column, other in enumerate(table.case.mentors):
            expected = broken_rules(one, other, people, some)
            differing = expected ^ set(table.broken(Pair(one.id, other.id)))
            assert not differing, (
                f"rules.py and the second version do not agree on {sorted(differing)}: "
                f"write it in broken_rules of {SECOND}, from its description alone"
            )
            points = -1 if expected else score(one, other, some)
            assert table.scores[row, column] == points, f"write the new term in score of {SECOND}"
