"""Where somebody works: as the programme says, else as the directory does."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from mentoring.domain.people import Profile
from mentoring.domain.scheduling.settings import Region, SchedulingRules
from mentoring.domain.site import Site, days_off, site_of
from tests.people import berliner

EPIPHANY = date(2027, 1, 6)
RULES = SchedulingRules(
    regions=(
        Region(directory="Werk Süd", holidays="DE-BY"),
        Region(directory="Berlin Mitte", holidays="DE-BE"),
    ),
    closing_days=(date(2027, 5, 7),),
)


def person(state: str = "", location: str = "", country: str = "DE") -> Profile:
    return berliner(
        "p", "Eva", "eva@firma.example", country=country, state=state, location=location
    )


def test_the_directory_tells() -> None:
    assert site_of(person("Bayern"), RULES) == Site("DE", "Bayern")
    assert site_of(person("Bayern"), RULES).is_known
    assert not site_of(person("Werk Nord"), RULES).is_known
    assert not site_of(person("Bayern", country="Atlantis"), RULES).is_known


@pytest.mark.parametrize("who", [person("werk süd "), person("", "Werk Süd")])
def test_what_the_directory_does_not_tell_the_programme_may(who: Profile) -> None:
    assert site_of(who, RULES).is_known
    assert EPIPHANY in days_off(who, RULES, 2027, 2027)
    assert EPIPHANY not in days_off(who, SchedulingRules(), 2027, 2027)


def test_a_state_that_is_told_counts_before_the_place() -> None:
    assert site_of(person("Bayern", "Berlin Mitte"), RULES) == Site("DE", "Bayern")


def test_nobody_works_on_a_closing_day() -> None:
    assert date(2027, 5, 7) in days_off(person("Bayern"), RULES, 2027, 2027)


@pytest.mark.parametrize("code", ["Bavaria", "DE", "DE-XX", "XX-BY"])
def test_a_region_that_does_not_exist_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match="no part of a country"):
        Region(directory="Werk Süd", holidays=code)
