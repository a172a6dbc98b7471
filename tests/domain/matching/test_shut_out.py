"""Whom the rules will never let into a tandem, whoever else takes part."""

from __future__ import annotations

import pytest

from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.matching.shut_out import shut_out_by
from mentoring.domain.people import Profile, Role
from tests.people import berliner

TOP = berliner("ada", "Ada", "ada@firma.example")
BELOW = berliner("jan", "Jan", "jan@firma.example", managers=("head", "ada"))


def of(**parameters: int) -> MatchingSettings:
    """All rules on, with these parameters."""
    rules = {"role_eligibility": True}
    return MatchingSettings(rules=rules, parameters=Parameters.model_validate(parameters))


@pytest.mark.parametrize(
    ("profile", "role", "settings", "rule"),
    [
        (TOP, Role.MENTEE, of(), ""),
        (TOP, Role.MENTEE, of(reporting_line_depth=0), "reporting_line"),
        (BELOW, Role.MENTEE, of(reporting_line_depth=0), ""),
        (TOP, Role.MENTOR, of(), "hierarchy"),
        (BELOW, Role.MENTOR, of(levels_between=2), ""),
        (BELOW, Role.MENTOR, of(levels_between=3), "hierarchy"),
        (BELOW, Role.MENTEE, of(mentee_level_at_most=2), "role_eligibility"),
        (BELOW, Role.MENTEE, of(mentee_level_at_most=3), ""),
        (TOP, Role.MENTOR, MatchingSettings(rules={"hierarchy": False}), ""),
    ],
)
def test_it_follows_from_the_place_in_the_company(
    profile: Profile, role: Role, settings: MatchingSettings, rule: str
) -> None:
    assert shut_out_by(profile, role, settings) == rule
