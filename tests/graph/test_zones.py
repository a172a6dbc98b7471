"""Every zone that a person may live in has a name that Graph takes."""

from __future__ import annotations

import zoneinfo
from datetime import datetime

import pytest

from graph.zones import iana_zone, windows_zone

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
