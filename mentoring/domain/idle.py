"""Settings that do nothing as long as another one stands as it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mentoring.domain.matching.settings import Parameters
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import SchedulingRules

RULE_OF: Mapping[str, str] = {
    "reporting_line_depth": "reporting_line",
    "levels_between": "hierarchy",
    "common_languages": "language",
    "topic_level": "topic",
    "mentee_level_at_most": "role_eligibility",
    "mentor_level_at_least": "role_eligibility",
}
"""The rule to which each parameter of the matching belongs."""


class Idle(NamedTuple):
    """A setting that was given, and the ``other`` one that keeps it from counting, both as paths of
    the programme file.
    """

    setting: str
    other: str


def idle(programme: Programme) -> tuple[Idle, ...]:
    """The settings that were given and do nothing."""
    return (*_of_matching(programme), *_of_sessions(programme), *_of_applications(programme))


def _of_matching(programme: Programme) -> Iterator[Idle]:
    settings, usual = programme.matching, Parameters()
    for name, rule in RULE_OF.items():
        given = getattr(settings.parameters, name) != getattr(usual, name)
        if given and not settings.is_on(rule):
            yield Idle(f"matching.parameters.{name}", f"matching.rules.{rule}")
    for table, rule in (("kpi_groups", "kpi_group"), ("exclusion_groups", "exclusion_group")):
        if getattr(settings, table) and not settings.is_on(rule):
            yield Idle(f"matching.{table}", f"matching.rules.{rule}")


def _of_sessions(programme: Programme) -> Iterator[Idle]:
    rules = programme.sessions
    if rules.pause_days == SchedulingRules().pause_days:
        return
    if "tandem" not in {rules.rhythm, *rules.rhythms}:
        yield Idle("sessions.pause_days", "sessions.rhythms")


def _of_applications(programme: Programme) -> Iterator[Idle]:
    """Whoever was invited is not asked for a condition."""
    for role in Role:
        wanted = programme.condition(role)
        if any(wanted.said_in(each) for each in ("de", "en")) and role not in programme.apply_as:
            yield Idle(f"{role}_condition", "apply_as")
