"""A zone that is told by its rules: resource customTimeZone, as calendar: getSchedule shows it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.custom_zones import zone_of
from graph.directory import _profile
from mentoring.domain.people import NOBODY_KNOWS
from sandbox.graph.zone_rules import CUSTOM, rules

CHANGE = {"time": "02:00:00.0000000", "dayOfWeek": "sunday", "year": 0}
PACIFIC = {
    "@odata.type": "#microsoft.graph.customTimeZone",
    "bias": 480,
    "name": "Customized Time Zone",
    "standardOffset": {**CHANGE, "dayOccurrence": 1, "month": 11},
    "daylightOffset": {**CHANGE, "daylightBias": -60, "dayOccurrence": 2, "month": 3},
}
"""Of the second person in Microsoft's example."""
PLACES = {
    "Europe/Berlin": "DE",
    "Europe/Vienna": "AT",
    "Europe/London": "GB",
    "America/New_York": "US",
    "America/Havana": "CU",
    "America/Santiago": "CL",
    "Asia/Jerusalem": "IL",
    "Asia/Singapore": "SG",
    "Australia/Sydney": "AU",
}


def test_microsofts_own_example_is_the_pacific_clock() -> None:
    assert zone_of(PACIFIC, "US") == "America/Los_Angeles"
    assert rules("America/Los_Angeles") | CUSTOM == PACIFIC, "the tenant tells it alike"


@pytest.mark.parametrize(("zone", "country"), PLACES.items())
def test_the_rules_of_a_place_are_known_by_its_country(zone: str, country: str) -> None:
    """New York and Havana differ by two hours of two nights a year alone."""
    assert zone_of(CUSTOM | rules(zone), country) == zone


@pytest.mark.parametrize(
    "zone",
    [
        CUSTOM,
        CUSTOM | {"bias": None},
        CUSTOM | {"bias": -7},
        CUSTOM | {"bias": "?"},
        PACIFIC | {"bias": 500},
        PACIFIC | {"standardOffset": None},
        PACIFIC | {"standardOffset": {**CHANGE, "dayOccurrence": 1, "month": 0}},
        PACIFIC | {"standardOffset": {**CHANGE, "dayOfWeek": "someday", "month": 11}},
        {"name": "tzone://Microsoft/Custom"},
    ],
)
def test_what_no_clock_does_is_unknown(zone: dict[str, Any]) -> None:
    """Neither Berlin nor UTC, and nothing fails."""
    assert zone_of(zone, "DE") == ""


def test_in_the_directory_it_is_unknown_then_too_and_the_person_reads_that() -> None:
    hours = {"timeZone": CUSTOM | {"bias": -7}}
    row = {"id": "p", "displayName": "Eva", "country": "USA"}
    settings = {"timeZone": "tzone://Microsoft/Custom", "workingHours": hours}
    found = _profile(row, settings)
    assert (found.zone, found.zone_known) == (NOBODY_KNOWS, False)
    found = _profile(row, {**settings, "workingHours": {"timeZone": PACIFIC}})
    assert (found.zone, found.zone_known) == ("America/Los_Angeles", True)
