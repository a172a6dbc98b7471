"""Every zone that a person may live in has a name that Graph takes."""

from __future__ import annotations

import zoneinfo
from datetime import datetime

import pytest

from graph.directory import _profile
from graph.zones import iana_zone, only_zone_of, windows_zone

INSTANTS = [datetime(2027, month, 15, 12, tzinfo=zoneinfo.ZoneInfo("UTC")) for month in (1, 7)]
WITHOUT_A_TWIN = {"Antarctica/Troll", "Factory"}


@pytest.mark.parametrize(
    "name", sorted(zoneinfo.available_timezones() - {"localtime"} - WITHOUT_A_TWIN)
)
def test_any_zone_is_mapped_to_a_windows_name_with_the_same_clock(name: str) -> None:
    here, back = zoneinfo.ZoneInfo(name), zoneinfo.ZoneInfo(iana_zone(windows_zone(name)))
    assert [i.astimezone(here).utcoffset() for i in INSTANTS] == [
        i.astimezone(back).utcoffset() for i in INSTANTS
    ]


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("DE", "Europe/Berlin"),
        ("AT", "Europe/Vienna"),
        ("SG", "Asia/Singapore"),
        ("US", ""),
        ("", ""),
    ],
)
def test_a_country_tells_the_zone_only_where_all_its_clocks_show_the_same(
    country: str, zone: str
) -> None:
    assert only_zone_of(country) == zone


def test_where_nobody_tells_a_zone_it_is_said_to_be_unknown() -> None:
    """No city takes its place in silence."""
    unknown = _profile({"id": "p", "displayName": "Zoe", "country": "USA"})
    assert not unknown.zone_known
    known = _profile({"id": "p", "displayName": "Eva", "country": "Österreich"})
    assert (known.zone, known.zone_known) == ("Europe/Vienna", True)
    told = {"timeZone": "Pacific Standard Time"}
    assert _profile({"id": "p", "country": "USA"}, told).zone == "America/Los_Angeles"
