"""What was set and does nothing names the setting that keeps it from counting."""

from __future__ import annotations

import pytest

from mentoring.domain.condition import Condition
from mentoring.domain.idle import RULE_OF, Idle, idle
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.settings import ExclusionGroup, KpiGroup, MatchingSettings
from mentoring.domain.matching.settings import Parameters as Limits
from mentoring.domain.matching.table import Table
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import SchedulingRules
from tests.domain.matching.worlds import mentee, mentor

TARGETS = (KpiGroup(name="Nord", people=("a@firma.example",)),)
APART = (ExclusionGroup(name="Audit", people=("a@firma.example", "b@firma.example")),)


def test_the_usual_settings_all_count() -> None:
    assert idle(Programme()) == ()


def test_every_parameter_belongs_to_a_rule() -> None:
    assert RULE_OF.keys() == Limits.model_fields.keys()


@pytest.mark.parametrize("rule", sorted({*RULE_OF.values()}))
@pytest.mark.parametrize("counts", [True, False])
def test_a_limit_counts_with_its_rule(rule: str, *, counts: bool) -> None:
    mine = {name for name, each in RULE_OF.items() if each == rule}
    given = Limits.model_validate(dict.fromkeys(mine, 3))
    matching = MatchingSettings(rules={rule: counts}, parameters=given)
    wanted = {Idle(f"matching.parameters.{name}", f"matching.rules.{rule}") for name in mine}
    assert {*idle(Programme(matching=matching))} == (set() if counts else wanted)


def pair(managers: tuple[str, ...] = ()) -> list[Candidate]:
    """A leader on the second level and somebody on the fifth, with a language and a topic."""
    return [mentee("emma"), mentor("max", managers=managers, teaches={"ai": 1})]


STRICT: dict[str, tuple[int, list[Candidate]]] = {
    "reporting_line_depth": (3, pair(managers=("tom", "ina", "emma"))),
    "levels_between": (4, pair()),
    "common_languages": (2, pair()),
    "topic_level": (2, pair()),
    "mentee_level_at_most": (1, pair()),
    "mentor_level_at_least": (6, pair()),
}
"""A value of each limit, and two people whom it keeps apart while the usual one does not."""


@pytest.mark.parametrize("name", Limits.model_fields)
def test_each_limit_keeps_people_apart_by_the_rule_that_is_named(name: str) -> None:
    """Issue 12, S: of ``topic_level``, which counted, owners read that it did nothing."""
    value, people = STRICT[name]
    usual = MatchingSettings(rules={RULE_OF[name]: True})
    strict = usual.model_copy(update={"parameters": Limits.model_validate({name: value})})
    tables = [Table.of(Case.of(people, each)) for each in (usual, strict)]
    broken = [table.broken(Pair("emma", "max")) for table in tables]
    assert broken == [(), (RULE_OF[name],)]


def test_groups_count_with_their_rules() -> None:
    off = {"kpi_group": False, "exclusion_group": False}
    matching = MatchingSettings(rules=off, kpi_groups=TARGETS, exclusion_groups=APART)
    assert idle(Programme(matching=matching)) == (
        Idle("matching.kpi_groups", "matching.rules.kpi_group"),
        Idle("matching.exclusion_groups", "matching.rules.exclusion_group"),
    )


def test_a_pause_counts_where_the_next_session_is_agreed_from_one_to_the_next() -> None:
    fixed = SchedulingRules(rhythms=("monthly",), pause_days=14)
    assert idle(Programme(sessions=fixed)) == (Idle("sessions.pause_days", "sessions.rhythms"),)
    assert idle(Programme(sessions=SchedulingRules(pause_days=14))) == ()


def test_a_condition_counts_for_whoever_may_apply() -> None:
    wanted = Condition(texts={"de": "Ich bin dabei.", "en": "I take part."})
    programme = Programme(apply_as=("mentor",), mentee_condition=wanted)
    assert idle(programme) == (Idle("mentee_condition", "apply_as"),)
    assert idle(Programme(apply_as=("mentor",), mentor_condition=wanted)) == ()
