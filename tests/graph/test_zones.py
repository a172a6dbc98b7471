"""Every zone that a person may live in has a name that Graph takes."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest

from graph.profiles import profile_of
from graph.series import series_event, session_event
from graph.zones import iana_zone, only_zone_of, windows_zone
from mentoring.domain.errors import Rejected
from mentoring.domain.people import NOBODY_KNOWS
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.ports.calendar import Booking, SeriesWish, SessionWish
from tests.people import berliner

INSTANTS = [datetime(2027, month, 15, 12, tzinfo=zoneinfo.ZoneInfo("UTC")) for month in (1, 7)]
TROLL = "Antarctica/Troll"
JAN = berliner("jan", "Jan", "jan@firma.example")
BOOKING = vars(Booking("key", "eva", JAN, "Tandem 007", "", ""))
WITHOUT_A_TWIN = {"Antarctica/Troll", "Factory"}


def test_any_zone_is_mapped_to_a_windows_name_with_the_same_clock() -> None:
    names = sorted(zoneinfo.available_timezones() - {"localtime"} - WITHOUT_A_TWIN)
    assert len(names) > 500
    back = {name: windows_zone(name) and iana_zone(windows_zone(name)) for name in names}
    assert [name for name in names if not back[name]] == []
    assert [(name, back[name]) for name in names if clock(name) != clock(back[name])] == []


def clock(zone: str) -> list[timedelta | None]:
    """What the zone's clocks show in winter and in summer, ahead of UTC."""
    return [each.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset() for each in INSTANTS]


def test_a_clock_that_windows_does_not_know_is_no_other_one() -> None:
    """issue 12: it was taken for UTC."""
    assert windows_zone("Antarctica/Troll") == ""


def test_a_single_session_by_such_a_clock_is_booked_by_its_moment() -> None:
    """At Troll clocks show 14:00 in July when it is noon in UTC."""
    start = datetime(2027, 7, 6, 12, tzinfo=UTC)
    event = session_event(SessionWish(**BOOKING, start=start, minutes=60, zone=TROLL), "t")
    assert event.start is not None
    assert (event.start.date_time, event.start.time_zone) == ("2027-07-06T12:00:00", "UTC")


def test_a_series_by_such_a_clock_is_refused_with_its_cause() -> None:
    pattern = Pattern(PatternDay("weekly", "monday", 2), date(2027, 7, 5), time(14), TROLL, 60, 3)
    with pytest.raises(Rejected, match=TROLL):
        series_event(SeriesWish(**BOOKING, pattern=pattern), "t")


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
    unknown = profile_of({"id": "p", "displayName": "Zoe", "country": "USA"})
    assert (unknown.zone, unknown.zone_known) == (NOBODY_KNOWS, False)
    known = profile_of({"id": "p", "displayName": "Eva", "country": "Österreich"})
    assert (known.zone, known.zone_known) == ("Europe/Vienna", True)
    told = {"timeZone": "Pacific Standard Time"}
    assert profile_of({"id": "p", "country": "USA"}, told).zone == "America/Los_Angeles"


def test_where_somebody_works_counts_before_where_their_licence_is_used() -> None:
    both = profile_of({"id": "p", "country": "Austria", "usageLocation": "DE"})
    assert (both.country, both.zone) == ("Austria", "Europe/Vienna")
    licence = profile_of({"id": "p", "country": None, "usageLocation": "DE"})
    assert (licence.country, licence.zone) == ("DE", "Europe/Berlin")
