"""What real calendars do now and then, as the tenant does it.

Pages: calendar getSchedule (note on 1,000 entries), resource customTimeZone, update event, user
post events, event cancel.
"""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox import outlook
from sandbox.diaries import busy
from sandbox.directory import WorkingHours
from sandbox.graph.profiles import working_hours
from sandbox.graph.zone_rules import rules
from sandbox.mailbox import living_days, occurrence_on
from sandbox.tenant_file import parse_tenant
from tests.sandbox.conftest import GraphClient, everyone
from tests.sandbox.test_graph_series import Series

NEW_YEAR = datetime(2027, 1, 4, 8, tzinfo=UTC)


async def schedule(series: Series, hours: int) -> dict[str, Any]:
    """What getSchedule tells of the organizer from New Year on."""
    times = (NEW_YEAR, NEW_YEAR + timedelta(hours=hours))
    start, end = ({"dateTime": f"{at:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"} for at in times)
    body = {"schedules": [series.organizer.mail], "startTime": start, "endTime": end}
    reply = await series.graph.post(f"/users/{series.organizer.id}/calendar/getSchedule", body)
    return dict(reply.rows[0])


async def test_more_than_a_thousand_entries_are_too_many_for_one_window(
    graph: GraphClient,
) -> None:
    series = Series(graph)
    await series.book()
    for number in range(1001):
        at = NEW_YEAR + timedelta(minutes=number)
        busy(graph.tenant.state, series.organizer, at, at + timedelta(minutes=1))
    assert (await schedule(series, 24))["error"]["responseCode"] == "5006"
    assert len((await schedule(series, 4))["scheduleItems"]) == 240


async def test_of_three_people_one_tells_the_zone_by_its_rules(graph: GraphClient) -> None:
    """Calendar: getSchedule; in its example one of two does. The mailbox's settings say the same,
    beside a zone with a name.
    """
    people = [each for each in everyone(graph.tenant) if each.mailbox_readable][:9]
    kinds = []
    for person in people:
        row = (await graph.get(f"/users/{person.id}/mailboxSettings")).body
        zone = row["workingHours"]["timeZone"]
        kinds.append(zone.get("@odata.type"))
        assert row["timeZone"] != "Customized Time Zone"
        assert ("bias" in zone) is (zone["name"] == "Customized Time Zone")
    assert 0 < kinds.count("#microsoft.graph.customTimeZone") < len(kinds)


def test_working_hours_may_be_told_in_a_custom_zone(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    person.working_hours = WorkingHours(bias=-480)
    zone = working_hours(person)["timeZone"]
    assert (zone["name"], zone["bias"]) == ("Customized Time Zone", -480)
    assert zone["@odata.type"] == "#microsoft.graph.customTimeZone"


def test_the_last_day_of_its_kind_in_a_month_is_told_as_the_fifth() -> None:
    """Resource standardTimeZoneOffset: of dayOccurrence 5 is the last; in October 2026 it is the
    fourth Sunday.
    """
    assert rules("Europe/Berlin")["standardOffset"]["dayOccurrence"] == 5
    assert rules("America/New_York")["standardOffset"]["dayOccurrence"] == 1


async def test_a_change_may_meet_a_conflict_under_either_status(graph: GraphClient) -> None:
    """msgraph-sdk-dotnet issue 1201: 412; others have seen 409 with the same code."""
    series = Series(graph)
    await series.book()
    graph.tenant.state.faults.conflicts = 2
    for status in (412, 409):
        met = await graph.patch(series.path, {"subject": "Other"})
        assert (met.status, met.code) == (status, "ErrorIrresolvableConflict")
    assert (await graph.patch(series.path, {"subject": "Other"})).status == 200


async def test_the_master_shows_its_pattern_whatever_became_of_the_first_day(
    graph: GraphClient,
) -> None:
    series = Series(graph)
    await series.book()
    before = (await graph.get(series.path)).body["start"]
    moved = {"dateTime": "2027-01-13T09:00:00", "timeZone": "UTC"}
    end = {"dateTime": "2027-01-13T11:00:00", "timeZone": "UTC"}
    reply = await graph.patch(await series.instance(1), {"start": moved, "end": end})
    assert reply.status == 200
    assert (await graph.get(series.path)).body["start"] == before


@pytest.mark.parametrize("keeps", [True, False])
async def test_this_and_all_following_makes_two_series_of_one(
    graph: GraphClient, *, keeps: bool
) -> None:
    """Outlook on the web offers it (office-js issue 1571); that it ends the series and begins
    another one is what calendars read of it show.
    """
    series = Series(graph)
    await series.book()
    state, mailbox = graph.tenant.state, graph.tenant.state.mailboxes[series.organizer.id]
    entry = next(iter(mailbox.entries.values()))
    entry.properties = {"key": "value"}
    entry.appointment.attendees[0].response = "accepted"
    fourth = outlook.find(state, series.organizer, entry.id, 4)
    later = occurrence_on(entry.appointment, outlook.numbered(entry, 4)).start
    tail = outlook.move_following(state, fourth, later + timedelta(hours=1), keeps_properties=keeps)
    assert [len(living_days(one.appointment)) for one in (entry, tail)] == [3, 3]
    assert tail.properties == ({"key": "value"} if keeps else {})
    attendee = state.mailboxes[series.attendee.id]
    assert attendee.entry_of(tail.appointment) is not None
    answers = [one.appointment.attendees[0].response for one in (entry, tail)]
    assert answers == ["accepted", "none"], "the new series asks anew"


async def test_a_join_link_may_come_a_while_after_its_event(graph: GraphClient) -> None:
    """microsoft-graph-explorer-v4 issue 3315: "event getting created successfully, but there is no
    meeting url".
    """
    state, (organizer, _) = graph.tenant.state, everyone(graph.tenant)[:2]
    state.faults.late_links, state.delays.link_seconds = 1, 0.05
    told: asyncio.Queue[str] = asyncio.Queue()
    state.calendar_listeners.append(lambda change: told.put_nowait(change.kind))
    at = {"dateTime": "2027-01-12T14:00:00", "timeZone": "UTC"}
    body = {"start": at, "end": at | {"dateTime": "2027-01-12T15:00:00"}, "isOnlineMeeting": True}
    made = await graph.post(f"/users/{organizer.id}/events", body)
    assert (made.body["isOnlineMeeting"], made.body["onlineMeeting"]) == (True, None)
    async with asyncio.timeout(60):
        assert [await told.get() for _ in range(2)] == ["created", "updated"]
    later = await graph.get(f"/users/{organizer.id}/events/{made.body['id']}")
    assert later.body["onlineMeeting"]["joinUrl"].startswith("https://teams.microsoft.com/")


async def test_of_three_meetings_one_gets_a_room_and_one_is_forwarded(graph: GraphClient) -> None:
    """resource attendee (`resource`); event: forward ("adds the recipient to the organizer's copy
    of the meeting event"), as an optional attendee ([MS-OXOCAL] 3.1.4.10.2.2). Whoever books reads
    of neither at once.
    """
    organizer, attendee = everyone(graph.tenant)[:2]
    at = {"dateTime": "2027-01-12T14:00:00", "timeZone": "UTC"}
    asked = [{"emailAddress": {"address": attendee.mail}, "type": "required"}]
    body = {"start": at, "end": at | {"dateTime": "2027-01-12T15:00:00"}, "attendees": asked}
    kinds = []
    for _ in range(3):
        made = (await graph.post(f"/users/{organizer.id}/events", body)).body
        assert len(made["attendees"]) == 1
        row = (await graph.get(f"/users/{organizer.id}/events/{made['id']}")).body
        [_, *further] = row["attendees"]
        kinds.append([(each["type"], each["status"]["response"]) for each in further])
    assert kinds == [[], [("resource", "accepted")], [("optional", "accepted")]]


async def test_attendees_get_mail_whenever_their_meeting_changes(graph: GraphClient) -> None:
    """user post events ("the server sends invitations to all attendees"), event update ("to all
    the attendees a meeting update"), event cancel ("sends a cancellation message").
    """
    series = Series(graph)
    await series.book()
    await graph.patch(series.path, {"categories": ["Mine"]})
    await graph.patch(series.path, {"subject": "Our tandem"})
    moved = {"dateTime": "2027-01-13T09:00:00", "timeZone": "UTC"}
    end = moved | {"dateTime": "2027-01-13T11:00:00"}
    await graph.patch(await series.instance(1), {"start": moved, "end": end})
    await graph.post(f"{await series.instance(2)}/cancel", {})
    await graph.post(f"{series.path}/cancel", {})
    mail = graph.tenant.state.mail
    assert {each.to for each in mail} == {series.attendee.id}
    kinds = ["invitation", "update", "update", "cancellation", "cancellation"]
    assert [each.kind for each in mail] == kinds


async def test_who_is_no_longer_invited_gets_a_cancellation(graph: GraphClient) -> None:
    """Event update: "to all the attendees a meeting update"; Outlook takes it from who is left
    out.
    """
    series = Series(graph)
    await series.book()
    await graph.patch(series.path, {"attendees": []})
    told = [(each.to, each.kind) for each in graph.tenant.state.mail]
    assert (series.attendee.id, "cancellation") in told
    assert graph.tenant.state.mailboxes[series.attendee.id].entries == {}


@pytest.mark.parametrize("zone", ["UTC", "W. Europe Standard Time", "Fiji Standard Time"])
async def test_a_whole_day_begins_at_midnight_in_whatever_zone_it_is_asked_for(
    graph: GraphClient, zone: str
) -> None:
    """microsoft-graph-docs issue 1802: "All day events always return midnight-to-midnight
    regardless of time zone."
    """
    person = everyone(graph.tenant)[0]
    days = ({"dateTime": f"2027-01-{day}T00:00:00"} for day in (12, 13))
    start, end = (day | {"timeZone": "W. Europe Standard Time"} for day in days)
    made = await graph.post(
        f"/users/{person.id}/events", {"start": start, "end": end, "isAllDay": True}
    )
    path = f"/users/{person.id}/events/{made.body['id']}"
    row = (await graph.get(path, Prefer=f'outlook.timezone="{zone}"')).body
    told = [row[name]["dateTime"][:16] for name in ("start", "end")]
    assert (told, row["start"]["timeZone"]) == (["2027-01-12T00:00", "2027-01-13T00:00"], zone)


async def test_an_answer_is_mail_to_the_organizer(graph: GraphClient) -> None:
    """Event decline (`sendResponse`): "true if a response is to be sent to the organizer"."""
    series = Series(graph)
    await series.book()
    state = graph.tenant.state
    [entry] = state.mailboxes[series.attendee.id].entries.values()
    outlook.decline(state, outlook.find(state, series.attendee, entry.id, 3))
    told = [(each.to, each.kind) for each in state.mail[1:]]
    assert told == [(series.organizer.id, "answer")]


@pytest.mark.parametrize("start", ["2026-10-12", "2026-10-01"])
def test_a_start_that_is_past_may_be_written_down(start: str) -> None:
    """The product has to refuse such a launch with a sentence (C8): the owners ask for it."""
    file = parse_tenant({"now": "2026-10-12T07:00:00Z", "start": start})
    assert f"{file.start}" == start
