"""Bodies that Graph does not read, and appointments that Exchange does not keep.

Pages: "Best practices for working with Microsoft Graph" (Content-Type), errors; user post events,
event update; Exchange Online limits (500 attendees); recurrenceRange (999 occurrences);
dateTimeTimeZone.
"""

from typing import Any

import pytest

from tests.sandbox.conftest import GraphClient, everyone

DAILY = {"type": "daily", "interval": 1}
FROM = {"startDate": "2027-01-12"}
TEN = FROM | {"type": "numbered", "numberOfOccurrences": 10}


def _at(hour: int, zone: str = "UTC") -> dict[str, str]:
    return {"dateTime": f"2027-01-12T{hour:02}:00:00", "timeZone": zone}


def _event(**changes: object) -> dict[str, Any]:
    return {"subject": "Tandem", "start": _at(9), "end": _at(11)} | changes


def _repeated(**limits: object) -> dict[str, Any]:
    return {"recurrence": {"pattern": DAILY, "range": TEN | limits}}


def _until(day: str) -> dict[str, Any]:
    limits = FROM | {"type": "endDate", "endDate": day}
    return {"recurrence": {"pattern": DAILY, "range": limits}}


def _invited(many: int) -> dict[str, Any]:
    return {
        "attendees": [
            {"emailAddress": {"address": f"p{number}@nordwind.example"}} for number in range(many)
        ]
    }


def _events(graph: GraphClient) -> str:
    return f"/users/{everyone(graph.tenant)[0].id}/events"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (_invited(501), "500 attendees at most"),
        (_repeated(numberOfOccurrences=1000), "must be between 1 and 999"),
        (_until("2029-10-07"), "999 occurrences at most"),
        (_repeated(recurrenceTimeZone="Nowhere Standard Time"), "Nowhere Standard Time"),
        ({"start": _at(9) | {"dateTime": "Tuesday"}}, "The dateTime 'Tuesday' is not valid"),
        ({"attendees": {"address": "p@nordwind.example"}}, "attendees"),
        ({"attendees": [None]}, "attendees"),
        ({"recurrence": {"pattern": DAILY | {"interval": 10**30}, "range": TEN}}, "interval"),
        ({"recurrence": {"pattern": DAILY, "range": TEN | {"startDate": "soon"}}}, "startDate"),
    ],
)
async def test_an_appointment_that_cannot_be_kept_is_refused_with_what_is_wrong(
    graph: GraphClient, wrong: dict[str, Any], message: str
) -> None:
    reply = await graph.post(_events(graph), _event(**wrong))
    assert reply.status == 400, f"{reply.body}"
    assert message in reply.message


@pytest.mark.parametrize(
    "right", [_invited(500), _repeated(numberOfOccurrences=999), _until("2029-10-06")]
)
async def test_the_most_that_is_allowed_is_taken(graph: GraphClient, right: dict[str, Any]) -> None:
    assert (await graph.post(_events(graph), _event(**right))).status == 201


async def test_a_session_has_no_rhythm_of_its_own(graph: GraphClient) -> None:
    made = await graph.post(_events(graph), _event(**_repeated()))
    window = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z"
    rows = (await graph.get(f"{_events(graph)}/{made.body['id']}/instances?{window}")).rows
    reply = await graph.patch(f"{_events(graph)}/{rows[3]['id']}", _repeated())
    assert (reply.status, reply.code) == (400, "ErrorInvalidPropertySet")
    assert "'recurrence' cannot be set on an occurrence" in reply.message


async def test_a_body_is_an_object(graph: GraphClient) -> None:
    wrong: list[object] = [[], "Tandem", 7]
    for body in wrong:
        assert (await graph.post(_events(graph), body)).status == 400


async def test_a_body_says_that_it_is_json(graph: GraphClient) -> None:
    reply = await graph.ask("POST", _events(graph), _event(), Content_Type="text/plain")
    assert (reply.status, reply.code) == (415, "UnsupportedMediaType")
