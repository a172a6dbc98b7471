"""Events and their occurrences.

Pages: user post events, event update, event cancel, event delete, list instances.
"""

from typing import Any

import pytest

from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, everyone

BERLIN = "W. Europe Standard Time"
PROPERTY = "String {8ECCC264-6880-4EBE-992F-8888D2EEAA1D} Name Tandem"
ALWAYS = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z"
SECOND_TUESDAY = {
    "type": "relativeMonthly",
    "interval": 1,
    "daysOfWeek": ["tuesday"],
    "index": "second",
}


def _at(day: str, hour: int, zone: str = BERLIN) -> dict[str, str]:
    return {"dateTime": f"{day}T{hour:02}:00:00", "timeZone": zone}


def _people(graph: GraphClient) -> tuple[Person, Person]:
    mentor, mentee = everyone(graph.tenant)[:2]
    return mentor, mentee


def _single(graph: GraphClient, **changes: object) -> dict[str, Any]:
    _, mentee = _people(graph)
    return {
        "subject": "Tandem",
        "body": {"contentType": "html", "content": "<p>Agenda</p>"},
        "start": _at("2027-01-12", 14),
        "end": _at("2027-01-12", 16),
        "attendees": [
            {
                "emailAddress": {"address": mentee.mail, "name": mentee.display_name},
                "type": "required",
            }
        ],
        "isOnlineMeeting": True,
        "onlineMeetingProvider": "teamsForBusiness",
    } | changes


def _series(graph: GraphClient, **changes: object) -> dict[str, Any]:
    limits = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 6}
    return _single(graph, recurrence={"pattern": SECOND_TUESDAY, "range": limits}) | changes


async def _created(graph: GraphClient, body: dict[str, Any]) -> str:
    mentor, _ = _people(graph)
    reply = await graph.post(f"/users/{mentor.id}/events", body)
    assert reply.status == 201, f"{reply.body}"
    return f"/users/{mentor.id}/events/{reply.body['id']}"


async def _refused(graph: GraphClient, body: dict[str, Any]) -> str:
    mentor, _ = _people(graph)
    reply = await graph.post(f"/users/{mentor.id}/events", body)
    assert reply.status == 400, f"{reply.body}"
    return reply.code


async def _instances(graph: GraphClient, event: str) -> list[dict[str, Any]]:
    return (await graph.get(f"{event}/instances?{ALWAYS}&$top=100")).rows


async def test_a_series_takes_place_at_the_same_hour_in_winter_and_in_summer(
    graph: GraphClient,
) -> None:
    rows = await _instances(graph, await _created(graph, _series(graph)))
    starts = [row["start"]["dateTime"][:16] for row in rows]
    assert starts[:3] == ["2027-01-12T13:00", "2027-02-09T13:00", "2027-03-09T13:00"]
    assert starts[3:] == ["2027-04-13T12:00", "2027-05-11T12:00", "2027-06-08T12:00"]
    assert {row["type"] for row in rows} == {"occurrence"}


async def test_times_are_told_in_the_preferred_zone(graph: GraphClient) -> None:
    event = await _created(graph, _single(graph))
    reply = await graph.get(event, Prefer='outlook.timezone="Eastern Standard Time"')
    assert reply.body["start"] == {
        "dateTime": "2027-01-12T08:00:00.0000000",
        "timeZone": "Eastern Standard Time",
    }
    assert (await graph.get(event, Prefer='outlook.timezone="Europe/Vienna"')).status == 400


async def test_a_meeting_stands_in_both_calendars_under_ids_of_their_own(
    graph: GraphClient,
) -> None:
    event = await _created(graph, _single(graph))
    _, mentee = _people(graph)
    found = await graph.get(f"/users/{mentee.id}/events?$filter=subject eq 'Tandem'")
    assert [row["isOrganizer"] for row in found.rows] == [False]
    assert found.rows[0]["id"] not in event
    assert found.rows[0]["iCalUId"] == (await graph.get(event)).body["iCalUId"]


async def test_an_online_meeting_has_a_link_until_its_blob_is_dropped_from_the_body(
    graph: GraphClient,
) -> None:
    event = await _created(graph, _single(graph))
    before = (await graph.get(event)).body
    assert before["onlineMeeting"]["joinUrl"] in before["body"]["content"]
    kept = {"contentType": "html", "content": before["body"]["content"] + "<p>More</p>"}
    assert (await graph.patch(event, {"body": kept})).body["isOnlineMeeting"] is True
    dropped = await graph.patch(event, {"body": {"contentType": "html", "content": "<p>Short</p>"}})
    assert dropped.body["isOnlineMeeting"] is False


async def test_a_transaction_id_creates_one_event(graph: GraphClient) -> None:
    body = _single(graph, transactionId="tandem-1")
    event = await _created(graph, body)
    assert await _refused(graph, body) == "ErrorDuplicateTransactionId"
    assert (await graph.get(event)).body["transactionId"] == "tandem-1"
    await graph.delete(event)
    assert await _refused(graph, body) == "ErrorDuplicateTransactionId"


async def test_a_transaction_id_stays(graph: GraphClient) -> None:
    event = await _created(graph, _single(graph, transactionId="tandem-1"))
    assert (await graph.patch(event, {"transactionId": "tandem-2"})).status == 400


async def test_an_event_is_found_by_its_extended_property(graph: GraphClient) -> None:
    mentor, _ = _people(graph)
    await _created(
        graph, _single(graph, singleValueExtendedProperties=[{"id": PROPERTY, "value": "7"}])
    )
    await _created(
        graph, _single(graph, singleValueExtendedProperties=[{"id": PROPERTY, "value": "8"}])
    )
    path, name = f"/users/{mentor.id}/events", "singleValueExtendedProperties"
    wanted = f"$filter={name}/Any(ep: ep/id eq '{PROPERTY}' and ep/value eq"
    found = await graph.get(f"{path}?{wanted} '8')&$expand={name}($filter=id eq '{PROPERTY}')")
    assert [row[name] for row in found.rows] == [[{"id": PROPERTY, "value": "8"}]]
    assert name not in (await graph.get(f"{path}?{wanted} '7')")).rows[0]
    assert (await graph.get(f"{path}?{wanted} '9')")).rows == []


async def test_an_extended_property_has_a_name_in_a_guid_and_is_expanded_by_filter(
    graph: GraphClient,
) -> None:
    wrong = [{"id": "Tandem", "value": "7"}]
    assert (
        await _refused(graph, _single(graph, singleValueExtendedProperties=wrong))
        == "ErrorInvalidProperty"
    )
    event = await _created(graph, _single(graph))
    assert (await graph.get(f"{event}?$expand=singleValueExtendedProperties")).status == 400


async def test_one_occurrence_moves_and_becomes_an_exception(graph: GraphClient) -> None:
    event = await _created(graph, _series(graph))
    second = (await _instances(graph, event))[1]
    one = f"{event.rpartition('/')[0]}/{second['id']}"
    moved = await graph.patch(one, {"start": _at("2027-02-10", 9), "end": _at("2027-02-10", 11)})
    assert (moved.status, moved.body["type"]) == (200, "exception")
    rows = await _instances(graph, event)
    assert [row["start"]["dateTime"][:16] for row in rows][:2] == [
        "2027-01-12T13:00",
        "2027-02-10T08:00",
    ]
    assert rows[1]["originalStart"] == "2027-02-09T13:00:00Z"
    assert rows[1]["seriesMasterId"] == event.rpartition("/")[2]


@pytest.mark.parametrize("day", ["2027-01-12", "2027-01-05", "2027-03-09", "2027-03-20"])
async def test_an_occurrence_stays_between_the_days_of_its_neighbours(
    graph: GraphClient, day: str
) -> None:
    event = await _created(graph, _series(graph))
    second = (await _instances(graph, event))[1]
    one = f"{event.rpartition('/')[0]}/{second['id']}"
    reply = await graph.patch(one, {"start": _at(day, 9), "end": _at(day, 11)})
    assert (reply.status, reply.code) == (400, "ErrorOccurrenceCrossingBoundary")


async def test_a_cancelled_occurrence_leaves_the_instances_and_is_listed_at_the_master(
    graph: GraphClient,
) -> None:
    event = await _created(graph, _series(graph))
    third = (await _instances(graph, event))[2]
    one = f"{event.rpartition('/')[0]}/{third['id']}"
    assert (await graph.post(f"{one}/cancel", {"Comment": "A holiday"})).status == 202
    assert len(await _instances(graph, event)) == 5
    assert (await graph.get(one)).status == 404
    master = await graph.get(f"{event}?$select=subject,cancelledOccurrences")
    assert len(master.body["cancelledOccurrences"]) == 1
    assert "cancelledOccurrences" not in (await graph.get(event)).body


async def test_only_the_organizer_cancels(graph: GraphClient) -> None:
    event = await _created(graph, _single(graph))
    _, mentee = _people(graph)
    own = (await graph.get(f"/users/{mentee.id}/events?$filter=subject eq 'Tandem'")).rows[0]["id"]
    reply = await graph.post(f"/users/{mentee.id}/events/{own}/cancel", {})
    assert reply.status == 400
    assert "You need to be an organizer" in reply.message
    assert (await graph.post(f"{event}/cancel", {})).status == 202
    assert (await graph.get(event)).status == 404
    assert (await graph.get(f"/users/{mentee.id}/events/{own}")).body["isCancelled"] is True


async def test_an_attendee_who_deletes_has_declined_and_the_organizer_sees_it(
    graph: GraphClient,
) -> None:
    event = await _created(graph, _single(graph))
    _, mentee = _people(graph)
    own = (await graph.get(f"/users/{mentee.id}/events?$filter=subject eq 'Tandem'")).rows[0]["id"]
    assert (await graph.delete(f"/users/{mentee.id}/events/{own}")).status == 204
    assert (await graph.get(event)).body["attendees"][0]["status"]["response"] == "declined"


async def test_a_declined_occurrence_is_an_exception_of_the_organizer(graph: GraphClient) -> None:
    event = await _created(graph, _series(graph))
    _, mentee = _people(graph)
    own = (await graph.get(f"/users/{mentee.id}/events?$filter=subject eq 'Tandem'")).rows[0]["id"]
    first = (await _instances(graph, f"/users/{mentee.id}/events/{own}"))[0]
    await graph.delete(f"/users/{mentee.id}/events/{first['id']}")
    rows = await _instances(graph, event)
    assert [row["type"] for row in rows[:2]] == ["exception", "occurrence"]
    assert rows[0]["attendees"][0]["status"]["response"] == "declined"
    assert len(await _instances(graph, f"/users/{mentee.id}/events/{own}")) == 5


async def test_a_new_time_of_the_series_undoes_its_exceptions(graph: GraphClient) -> None:
    event = await _created(graph, _series(graph))
    third = (await _instances(graph, event))[2]
    await graph.post(f"{event.rpartition('/')[0]}/{third['id']}/cancel", {})
    reply = await graph.patch(event, {"start": _at("2027-01-12", 9), "end": _at("2027-01-12", 11)})
    assert reply.status == 200
    rows = await _instances(graph, event)
    assert [row["start"]["dateTime"][11:16] for row in rows] == ["08:00"] * 3 + ["07:00"] * 3


async def test_a_calendar_view_needs_a_window_and_shows_everything_in_it_in_order(
    graph: GraphClient,
) -> None:
    await _created(graph, _series(graph))
    mentor, _ = _people(graph)
    assert (await graph.get(f"/users/{mentor.id}/calendarView")).status == 400
    window = "startDateTime=2027-01-11T00:00:00Z&endDateTime=2027-01-16T00:00:00Z&$top=100"
    rows = (await graph.get(f"/users/{mentor.id}/calendarView?{window}")).rows
    starts = [row["start"]["dateTime"] for row in rows]
    assert starts == sorted(starts)
    assert "Tandem" in {row["subject"] for row in rows}
    assert "seriesMaster" not in {row["type"] for row in rows}


async def test_a_page_of_events_holds_ten(graph: GraphClient) -> None:
    mentor, _ = _people(graph)
    reply = await graph.get(f"/users/{mentor.id}/events")
    assert len(reply.rows) == 10
    assert "$skip=10" in reply.body["@odata.nextLink"]


@pytest.mark.parametrize(
    "zone", [BERLIN, "Europe/Berlin", "Europe/Kyiv", "Singapore Standard Time", "UTC"]
)
async def test_windows_names_and_the_listed_names_are_zones(graph: GraphClient, zone: str) -> None:
    await _created(
        graph, _single(graph, start=_at("2027-01-12", 9, zone), end=_at("2027-01-12", 11, zone))
    )


@pytest.mark.parametrize(
    "zone", ["Europe/Vienna", "Europe/Zurich", "Europe/Madrid", "CET", "Berlin"]
)
async def test_other_names_of_zones_are_refused(graph: GraphClient, zone: str) -> None:
    code = await _refused(graph, _single(graph, start=_at("2027-01-12", 9, zone)))
    assert code == "TimeZoneNotSupportedException"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"isOnlineMeting": True}, "RequestBodyRead"),
        ({"attendees": [{"emailAddress": {"adress": "a@b.c"}}]}, "RequestBodyRead"),
        ({"showAs": "occupied"}, "RequestBodyRead"),
        ({"isReminderOn": "yes"}, "RequestBodyRead"),
        ({"reminderMinutesBeforeStart": True}, "RequestBodyRead"),
        ({"attendees": [{"emailAddress": {"address": "nobody"}}]}, "ErrorInvalidRecipients"),
        (
            {"end": {"dateTime": "2027-01-12T13:00:00", "timeZone": BERLIN}},
            "ErrorCalendarEndDateIsEarlierThanStartDate",
        ),
        ({"start": None}, "ErrorPropertyValidation"),
        ({"isAllDay": True}, "ErrorInvalidRequest"),
        ({"iCalUId": "x"}, "ErrorInvalidPropertySet"),
        ({"@odata.type": "#microsoft.graph.message"}, "RequestBodyRead"),
    ],
)
async def test_a_body_that_the_metadata_or_exchange_does_not_allow(
    graph: GraphClient, changes: dict[str, Any], code: str
) -> None:
    assert await _refused(graph, _single(graph, **changes)) == code


@pytest.mark.parametrize(
    ("pattern", "limits"),
    [
        ({"interval": 0}, {}),
        ({"daysOfWeek": []}, {}),
        ({"dayOfMonth": 3}, {}),
        ({"type": "weekly", "index": "first"}, {}),
        ({"type": "absoluteMonthly", "daysOfWeek": [], "index": "first", "dayOfMonth": 40}, {}),
        ({}, {"startDate": "2027-01-13"}),
        ({}, {"numberOfOccurrences": 0}),
        ({}, {"numberOfOccurrences": 1000}),
        ({}, {"type": "endDate"}),
        ({}, {"type": "endDate", "endDate": "2027-01-11"}),
        ({}, {"type": None}),
    ],
)
async def test_a_recurrence_says_what_its_type_needs_and_nothing_else(
    graph: GraphClient, pattern: dict[str, Any], limits: dict[str, Any]
) -> None:
    body = _series(graph)
    body["recurrence"]["pattern"] = body["recurrence"]["pattern"] | pattern
    body["recurrence"]["range"] |= limits
    assert await _refused(graph, body) == "ErrorInvalidRecurrence"


async def test_a_series_without_a_day_or_with_days_that_overlap_is_refused(
    graph: GraphClient,
) -> None:
    body = _series(graph)
    body["recurrence"]["range"] = {
        "type": "endDate",
        "startDate": "2027-01-12",
        "endDate": "2027-01-12",
    }
    body["recurrence"]["pattern"] = SECOND_TUESDAY | {"index": "first"}
    assert await _refused(graph, body) == "ErrorRecurrenceHasNoOccurrence"
    daily = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 3}
    body = _series(
        graph,
        end=_at("2027-01-14", 9),
        recurrence={"pattern": {"type": "daily", "interval": 1}, "range": daily},
    )
    assert await _refused(graph, body) == "ErrorOccurrenceTimeSpanTooBig"


async def test_a_mailbox_that_the_app_may_not_read_refuses_events(graph: GraphClient) -> None:
    closed = next(one for one in graph.tenant.state.people.values() if not one.mailbox_readable)
    reply = await graph.post(f"/users/{closed.id}/events", _single(graph))
    assert (reply.status, reply.code) == (403, "ErrorAccessDenied")


async def test_an_event_that_is_not_there_is_not_found(graph: GraphClient) -> None:
    mentor, _ = _people(graph)
    reply = await graph.get(f"/users/{mentor.id}/events/AAMkNothing")
    assert (reply.status, reply.code) == (404, "ErrorItemNotFound")


async def test_half_an_emoji_is_no_json_that_is_taken(graph: GraphClient) -> None:
    mentor, _ = _people(graph)
    reply = await graph.post(f"/users/{mentor.id}/events", _single(graph, subject="\ud83d"))
    assert reply.status == 400
