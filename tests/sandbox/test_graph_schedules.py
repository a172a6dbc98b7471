"""Free and busy times.

Pages: calendar getSchedule, resource scheduleInformation; graph-docs issues 7047 and 19703.
"""

from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.diaries import busy
from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, Reply, everyone


def _utc(day: int, hour: int = 0) -> datetime:
    return datetime(2027, 6, day, hour, tzinfo=UTC)


def _stamp(moment: datetime) -> dict[str, str]:
    return {"dateTime": moment.replace(tzinfo=None).isoformat(), "timeZone": "UTC"}


async def _schedule(graph: GraphClient, *addresses: str, **changes: object) -> Reply:
    body = {
        "schedules": list(addresses),
        "startTime": _stamp(_utc(14)),
        "endTime": _stamp(_utc(15)),
    } | changes
    return await graph.post(f"/users/{everyone(graph.tenant)[0].id}/calendar/getSchedule", body)


def _blank(graph: GraphClient) -> Person:
    person = everyone(graph.tenant)[0]
    graph.tenant.state.mailboxes[person.id].entries.clear()
    return person


async def test_the_view_has_a_digit_for_each_slot(graph: GraphClient) -> None:
    person, state = _blank(graph), graph.tenant.state
    for hour, status in (
        (1, "tentative"),
        (2, "busy"),
        (3, "oof"),
        (4, "workingElsewhere"),
        (5, "free"),
    ):
        busy(state, person, _utc(14, hour), _utc(14, hour + 1), status)
    reply = await _schedule(graph, person.mail, availabilityViewInterval=60)
    assert reply.rows[0]["availabilityView"] == "012300000000000000000000"
    assert [item["status"] for item in reply.rows[0]["scheduleItems"]] == [
        *("tentative", "busy", "oof", "workingElsewhere", "free"),
    ]


async def test_the_strongest_status_wins_where_two_overlap(graph: GraphClient) -> None:
    person, state = _blank(graph), graph.tenant.state
    busy(state, person, _utc(14, 1), _utc(14, 3), "tentative")
    busy(state, person, _utc(14, 2), _utc(14, 4), "busy")
    reply = await _schedule(graph, person.mail, availabilityViewInterval=60)
    assert reply.rows[0]["availabilityView"].startswith("01220")


async def test_what_is_private_has_no_subject(graph: GraphClient) -> None:
    person = _blank(graph)
    entry = busy(graph.tenant.state, person, _utc(14, 1), _utc(14, 2), subject="Doctor")
    entry.appointment.details["sensitivity"] = "private"
    item = (await _schedule(graph, person.mail)).rows[0]["scheduleItems"][0]
    assert (item["isPrivate"], item["subject"]) == (True, "")


async def test_working_hours_come_with_the_windows_name_of_the_zone(graph: GraphClient) -> None:
    people = everyone(graph.tenant)
    berliner = next(one for one in people if one.zone == "Europe/Berlin")
    hours = (await _schedule(graph, berliner.mail)).rows[0]["workingHours"]
    assert hours["timeZone"]["name"] == "W. Europe Standard Time"
    assert hours["startTime"] == "08:00:00.0000000"


async def test_who_cannot_be_read_has_an_error_while_the_others_have_answers(
    graph: GraphClient,
) -> None:
    people = graph.tenant.state.people.values()
    closed = next(one for one in people if not one.mailbox_readable)
    without = next(one for one in people if not one.licensed)
    reply = await _schedule(
        graph, everyone(graph.tenant)[1].mail, closed.mail, without.mail, "x@nordwind.example"
    )
    assert reply.status == 200
    assert [row.get("error", {}).get("responseCode") for row in reply.rows] == [
        None,
        "5037",
        "5009",
        "5009",
    ]


async def test_twenty_addresses_are_the_most(graph: GraphClient) -> None:
    addresses = [person.mail for person in everyone(graph.tenant)]
    assert (await _schedule(graph, *addresses[:20])).status == 200
    refused = await _schedule(graph, *addresses[:21])
    assert (refused.status, refused.code) == (400, "ErrorMailboxDataArrayTooBig")


async def test_sixty_two_days_are_the_longest_window(graph: GraphClient) -> None:
    start = _stamp(datetime(2027, 1, 1, tzinfo=UTC))
    long = _stamp(datetime(2027, 3, 5, tzinfo=UTC))
    refused = await _schedule(graph, "x@y.example", startTime=start, endTime=long)
    assert (refused.status, refused.code) == (400, "ErrorTimeIntervalTooBig")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"startTime": {"dateTime": "2027-06-14", "timeZone": "UTC"}}, "ErrorInvalidTimeInterval"),
        (
            {"endTime": {"dateTime": "2027-06-13T00:00:00", "timeZone": "UTC"}},
            "ErrorInvalidTimeInterval",
        ),
        (
            {"startTime": {"dateTime": "2027-06-14T00:00:00", "timeZone": "Europe/Rome"}},
            "TimeZoneNotSupportedException",
        ),
        ({"availabilityViewInterval": 4}, "ErrorInvalidParameter"),
        ({"intervall": 30}, "RequestBodyRead"),
    ],
)
async def test_a_question_that_is_wrong_is_refused(
    graph: GraphClient, changes: dict[str, Any], code: str
) -> None:
    refused = await _schedule(graph, "x@y.example", **changes)
    assert (refused.status, refused.code) == (400, code)


async def test_the_case_of_action_parameters_is_folded(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    body = {"Schedules": [person.mail], "StartTime": _stamp(_utc(14)), "EndTime": _stamp(_utc(15))}
    assert (await graph.post(f"/users/{person.id}/calendar/getSchedule", body)).status == 200


async def test_an_invitation_is_tentative_until_it_is_answered(graph: GraphClient) -> None:
    organizer, invited = everyone(graph.tenant)[:2]
    graph.tenant.state.mailboxes[invited.id].entries.clear()
    attendee = {"emailAddress": {"address": invited.mail}, "type": "required"}
    body = {
        "subject": "Tandem",
        "start": _stamp(_utc(14, 8)),
        "end": _stamp(_utc(14, 10)),
        "attendees": [attendee],
    }
    await graph.post(f"/users/{organizer.id}/events", body)
    items = (await _schedule(graph, invited.mail)).rows[0]["scheduleItems"]
    assert [item["status"] for item in items] == ["tentative"]
