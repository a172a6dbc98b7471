"""Nobody is lost without a word that a human understands, and no confidential rule shows in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from cards.kit.words import Words
from cards.matching.words import left_over_sentence
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import Reason
from mentoring.domain.matching.rules import RULES
from mentoring.domain.matching.run import match
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from tests.domain.matching.oracle import broken_rules
from tests.domain.matching.worlds import mentee, mentor, worlds

CONFIDENTIAL = {name for name, rule in RULES.items() if rule.traits.confidential}


def why(person: str, people: list[Candidate], **more: Any) -> Reason:
    return next(one.why for one in match(people, **more).unmatched if one.id == person)


def said(reason: Reason, role: Role, language: str = "en") -> str:
    return left_over_sentence(reason, role, Programme(), Words(language))


def test_the_three_mentors_for_ai_are_in_your_department() -> None:
    juniors = [mentor(f"j{number}", department="Sales") for number in range(3)]
    reason = why(
        "emma", [mentee("emma", department="sales"), *juniors, mentor("other", teaches={"data": 3})]
    )
    assert reason == Reason(
        "ruled_out", {"topics": ("ai",), "count": 3, "rules": ("same_department:3",)}
    )
    assert said(reason, Role.MENTEE) == (
        "3 mentors for Artificial intelligence, but all of them are in the same department."
    )
    assert said(reason, Role.MENTEE, "de") == (
        "3 Mentor:innen für Künstliche Intelligenz, aber alle sind in derselben Abteilung."
    )


def test_several_rules_are_told_with_how_many_each_excludes_and_nobody_counts_twice() -> None:
    people = [
        mentee("emma", department="law", languages=frozenset({"de"})),
        mentor("j1", department="law"),
        mentor("j2", department="law", languages=frozenset({"en"})),
        mentor("j3", languages=frozenset({"en"})),
    ]
    reason = why("emma", people)
    assert reason.facts["rules"] == ("same_department:2", "language:1")
    assert said(reason, Role.MENTEE) == (
        "3 mentors for Artificial intelligence, but nobody is possible: "
        "2 in the same department and 1 without a language in common."
    )


def test_nobody_teaches_or_wishes_the_topic() -> None:
    people = [mentee("emma", wishes=("agile",)), mentor("max", teaches={"data": 2})]
    assert why("emma", people) == Reason("no_topic", {"topics": ("agile",)})
    assert said(why("emma", people), Role.MENTEE) == "Nobody teaches Agile working yet."
    assert said(why("max", people), Role.MENTOR) == "Nobody wishes Data and analytics yet."


def test_all_possible_partners_are_taken() -> None:
    people = [mentee("anna", waited=1), mentee("emma"), mentor("max")]
    assert why("emma", people) == Reason("taken", {"topics": ("ai",), "count": 1})
    people += [mentor("mia", teaches={"ai": 1}), mentor("moe", teaches={"ai": 1})]
    assert why("moe", people) == Reason("taken", {"topics": ("ai",), "count": 2})


def test_there_is_nobody_in_the_other_role() -> None:
    assert why("emma", [mentee("emma")]) == Reason("nobody")


def test_two_people_whose_only_partner_is_already_theirs_the_other_way_round() -> None:
    flat = MatchingSettings(rules={"hierarchy": False})
    people = [mentee("ann"), mentor("ann"), mentee("bob"), mentor("bob")]
    assert [one.why for one in match(people, flat).unmatched] == [
        Reason("never_both"),
        Reason("never_both"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        {"people": [mentee("emma"), mentor("max", not_with=frozenset({"emma"}))]},
        {"people": [mentee("emma"), mentor("max", kpi_people=frozenset({"emma"}))]},
        {"people": [mentee("emma"), mentor("max")], "not_again": [Pair("emma", "max")]},
    ],
)
def test_every_hidden_cause_has_the_same_word_and_no_facts(hidden: dict[str, Any]) -> None:
    assert why("emma", **hidden) == why("max", **hidden) == Reason("not_possible")


def test_a_hidden_cause_beside_open_ones_is_not_given_away_by_numbers() -> None:
    """Two of three are in Emma's department; to name them would tell that the third has a hidden
    cause.
    """
    people = [
        mentee("emma", department="law"),
        mentor("j1", department="law"),
        mentor("j2", department="law"),
    ]
    assert why("emma", [*people, mentor("j3", not_with=frozenset({"emma"}))]) == Reason(
        "not_possible"
    )


def test_an_open_rule_covers_a_confidential_one_of_the_same_pair() -> None:
    people = [
        mentee("emma", department="law"),
        mentor("max", department="law", not_with=frozenset({"emma"})),
    ]
    assert why("emma", people).facts["rules"] == ("same_department:1",)


@settings(deadline=None, max_examples=60)
@given(worlds(6))
def test_no_why_names_a_confidential_rule_and_every_number_is_true(people: list[Candidate]) -> None:
    some = MatchingSettings()
    for one in match(people, some).unmatched:
        person = next(p for p in people if (p.id, p.role) == (one.id, one.role))
        others = [p for p in people if p.role is not one.role]
        broken = [
            broken_rules(
                *((person, other) if one.role is Role.MENTEE else (other, person)), people, some
            )
            for other in others
        ]
        wished = [rules for rules in broken if "topic" not in rules]
        assert said(one.why, one.role)
        if one.why.code == "ruled_out":
            rules = one.why.facts["rules"]
            assert isinstance(rules, tuple)
            shares = dict(share.rsplit(":", 1) for share in rules)
            assert not CONFIDENTIAL & set(shares)
            assert sum(map(int, shares.values())) == one.why.facts["count"] == len(wished)
            assert all(rules - CONFIDENTIAL for rules in wished)
        elif one.why.code == "not_possible":
            assert any(rules and rules <= CONFIDENTIAL for rules in wished)
            assert all(wished)
        elif one.why.code == "taken":
            assert one.why.facts["count"] == sum(not rules for rules in broken) > 0
