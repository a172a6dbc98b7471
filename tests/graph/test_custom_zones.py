"""A zone that is told by its rules: resource customTimeZone, as calendar: getSchedule shows it."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph.calendar import GraphCalendar
from graph.client import Graph
from graph.custom_zones import zone_of
from graph.events import event_of
from graph.profiles import profile_of
from mentoring.domain.people import NOBODY_KNOWS
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.ports.calendar import SeriesWish
from sandbox import outlook
from sandbox.graph.zone_rules import CUSTOM, rules
from sandbox.server import Tenant
from tests.people import berliner

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
    found = profile_of(row, settings)
    assert (found.zone, found.zone_known) == (NOBODY_KNOWS, False)
    found = profile_of(row, {**settings, "workingHours": {"timeZone": PACIFIC}})
    assert (found.zone, found.zone_known) == ("America/Los_Angeles", True)


def six_weeks(tenant: Tenant) -> SeriesWish:
    """A series from next week on, in the calendar of somebody with a zone of rules."""
    people = [each for each in tenant.state.people.values() if each.mailbox_readable]
    owner = next(each for each in people if each.custom_zone)
    eva = next(each for each in people if each is not owner)
    first = tenant.state.clock.now().date() + timedelta(days=7)
    pattern = Pattern(
        PatternDay("weekly", WEEKDAYS[first.weekday()]), first, time(14), owner.zone, 60, 6
    )
    invitee = berliner(eva.id, eva.display_name, eva.mail)
    return SeriesWish("key", owner.id, invitee, "Tandem", "", "", pattern=pattern)


async def test_a_series_of_a_legacy_zone_ends_like_any_other(tenant: Tenant, graph: Graph) -> None:
    """Resource event: `tzone://Microsoft/Custom`, which Graph takes from nobody; without a zone the
    range has the event's own (resource recurrenceRange).
    """
    state, wish, calendar = tenant.state, six_weeks(tenant), GraphCalendar(graph)
    booked = await calendar.book(wish)
    meeting = outlook.find(state, state.people[wish.organizer], booked.id)
    later = meeting.entry.appointment.start + timedelta(hours=1)
    outlook.move(state, meeting, later.replace(tzinfo=ZoneInfo(wish.pattern.zone)))
    row = (await event_of(graph, user_id=wish.organizer, event_id=booked.id)).json
    zones = {row["originalStartTimeZone"], row["recurrence"]["range"]["recurrenceTimeZone"]}
    assert zones == {"tzone://Microsoft/Custom"}
    now = state.clock.now() + timedelta(days=16)
    await calendar.end_series(wish.organizer, booked.id, now, "", {})
    shown = now - timedelta(days=60), now + timedelta(days=90)
    assert len(await calendar.series(wish.organizer, booked.id, *shown) or ()) == 2
