"""Changes of a calendar view.

Pages: event delta, delta-query-events, delta-query-overview; graph-docs issues 2350, 7632, 6599 and
pull request 4501 for what the pages leave open.
"""

from typing import Any

import pytest

from sandbox.directory import Person
from sandbox.graph import delta
from tests.sandbox.conftest import GraphClient, everyone

WINDOW = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z"
WEEKLY = {"type": "weekly", "interval": 1, "daysOfWeek": ["tuesday"], "firstDayOfWeek": "monday"}
RANGE = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 4}
Rows = list[dict[str, Any]]


def _person(graph: GraphClient) -> Person:
    """Somebody with an empty calendar."""
    person = everyone(graph.tenant)[0]
    graph.tenant.state.mailboxes[person.id].entries.clear()
    return person


def _event(day: str = "2027-01-12", **changes: object) -> dict[str, Any]:
    stamps = {
        name: {"dateTime": f"{day}T{hour}:00:00", "timeZone": "UTC"}
        for name, hour in (("start", 14), ("end", 16))
    }
    return {"subject": "Tandem"} | stamps | changes


async def _created(graph: GraphClient, person: Person, body: dict[str, Any]) -> str:
    reply = await graph.post(f"/users/{person.id}/events", body)
    assert reply.status == 201, f"{reply.body}"
    return str(reply.body["id"])


async def _round(graph: GraphClient, link: str, **headers: str) -> tuple[Rows, str]:
    """All pages from a link on: the rows, and the deltaLink at the end."""
    rows: Rows = []
    while True:
        reply = await graph.get(link, **headers)
        assert reply.status == 200, f"{reply.body}"
        rows += reply.rows
        if "@odata.deltaLink" in reply.body:
            assert "@odata.nextLink" not in reply.body
            return rows, str(reply.body["@odata.deltaLink"])
        link = reply.body["@odata.nextLink"]


async def _begun(graph: GraphClient, person: Person) -> tuple[Rows, str]:
    return await _round(graph, f"/users/{person.id}/calendarView/delta?{WINDOW}")


async def test_the_first_round_gives_everything_in_the_window_and_the_next_what_changed(
    graph: GraphClient,
) -> None:
    person = _person(graph)
    first = await _created(graph, person, _event(subject="First"))
    await _created(graph, person, _event("2027-06-01", subject="Later"))
    rows, link = await _begun(graph, person)
    assert [row["subject"] for row in rows] == ["First"]
    assert (await _round(graph, link))[0] == []
    await graph.patch(f"/users/{person.id}/events/{first}", {"subject": "Changed"})
    second = await _created(graph, person, _event("2027-01-13", subject="Second"))
    rows, link = await _round(graph, link)
    assert {row["id"]: row["subject"] for row in rows} == {first: "Changed", second: "Second"}
    assert (await _round(graph, link))[0] == []


async def test_a_deleted_event_is_told_as_removed(graph: GraphClient) -> None:
    person = _person(graph)
    event = await _created(graph, person, _event())
    _, link = await _begun(graph, person)
    await graph.delete(f"/users/{person.id}/events/{event}")
    rows, _ = await _round(graph, link)
    assert rows == [
        {"@odata.type": "#microsoft.graph.event", "id": event, "@removed": {"reason": "deleted"}}
    ]


async def test_an_event_outside_the_window_is_told_as_removed_when_it_is_added_or_moved_out(
    graph: GraphClient,
) -> None:
    person = _person(graph)
    inside = await _created(graph, person, _event())
    _, link = await _begun(graph, person)
    outside = await _created(graph, person, _event("2027-06-01"))
    later = {key: value for key, value in _event("2027-07-01").items() if key != "subject"}
    await graph.patch(f"/users/{person.id}/events/{inside}", later)
    rows, _ = await _round(graph, link)
    assert {row["id"] for row in rows} == {inside, outside}
    assert all("@removed" in row for row in rows)


async def test_a_series_comes_with_its_master_and_bare_occurrences(graph: GraphClient) -> None:
    person = _person(graph)
    await _created(graph, person, _event(recurrence={"pattern": WEEKLY, "range": RANGE}))
    rows, _ = await _begun(graph, person)
    assert [row["type"] for row in rows] == ["seriesMaster"] + ["occurrence"] * 4
    assert set(rows[1]) == {
        "@odata.type",
        "@odata.etag",
        "id",
        "seriesMasterId",
        "type",
        "start",
        "end",
    }
    assert {row["seriesMasterId"] for row in rows[1:]} == {rows[0]["id"]}


async def test_a_moved_occurrence_is_an_exception_in_full_and_a_deleted_one_is_told_by_absence(
    graph: GraphClient,
) -> None:
    person = _person(graph)
    series = await _created(graph, person, _event(recurrence={"pattern": WEEKLY, "range": RANGE}))
    rows, link = await _begun(graph, person)
    second, third = rows[2]["id"], rows[3]["id"]
    times = {key: value for key, value in _event("2027-01-20").items() if key != "subject"}
    assert (await graph.patch(f"/users/{person.id}/events/{second}", times)).status == 200
    assert (await graph.delete(f"/users/{person.id}/events/{third}")).status == 204
    rows, _ = await _round(graph, link)
    assert [row["type"] for row in rows] == [
        "seriesMaster",
        "occurrence",
        "exception",
        "occurrence",
    ]
    assert rows[0]["id"] == series
    assert (rows[2]["id"], rows[2]["subject"]) == (second, "Tandem")
    assert rows[2]["start"]["dateTime"].startswith("2027-01-20")
    assert third not in {row["id"] for row in rows}


async def test_an_answer_of_an_attendee_is_a_change_for_the_organizer(graph: GraphClient) -> None:
    person, other = _person(graph), everyone(graph.tenant)[1]
    await _created(
        graph,
        person,
        _event(attendees=[{"emailAddress": {"address": other.mail}, "type": "required"}]),
    )
    _, link = await _begun(graph, person)
    own = (await graph.get(f"/users/{other.id}/events?$filter=subject eq 'Tandem'")).rows[0]["id"]
    await graph.delete(f"/users/{other.id}/events/{own}")
    rows, _ = await _round(graph, link)
    assert rows[0]["attendees"][0]["status"]["response"] == "declined"


async def test_a_page_is_as_large_as_the_header_says_but_a_series_is_not_split(
    graph: GraphClient,
) -> None:
    person = _person(graph)
    for day in ("2027-01-04", "2027-01-05", "2027-01-06"):
        await _created(graph, person, _event(day))
    await _created(graph, person, _event(recurrence={"pattern": WEEKLY, "range": RANGE}))
    first = await graph.get(
        f"/users/{person.id}/calendarView/delta?{WINDOW}", Prefer="odata.maxpagesize=2"
    )
    second = await graph.get(first.body["@odata.nextLink"], Prefer="odata.maxpagesize=2")
    last = await graph.get(second.body["@odata.nextLink"], Prefer="odata.maxpagesize=2")
    assert [len(reply.rows) for reply in (first, second, last)] == [2, 1, 5]
    assert "@odata.deltaLink" in last.body
    assert "startDateTime" not in first.body["@odata.nextLink"], "the window is in the token"


async def test_times_are_told_in_the_preferred_zone(graph: GraphClient) -> None:
    person = _person(graph)
    await _created(graph, person, _event())
    headers = {"Prefer": 'odata.maxpagesize=5, outlook.timezone="Tokyo Standard Time"'}
    rows, _ = await _round(graph, f"/users/{person.id}/calendarView/delta?{WINDOW}", **headers)
    assert rows[0]["start"] == {
        "dateTime": "2027-01-12T23:00:00.0000000",
        "timeZone": "Tokyo Standard Time",
    }


@pytest.mark.parametrize("name", ["delta", "delta()", "microsoft.graph.delta()"])
async def test_the_function_has_three_names_and_the_window_any_case(
    graph: GraphClient, name: str
) -> None:
    person = _person(graph)
    await _created(graph, person, _event())
    rows, _ = await _round(
        graph, f"/users/{person.id}/calendarView/{name}?{WINDOW.replace('DateTime', 'datetime')}"
    )
    assert len(rows) == 1


async def test_a_token_that_is_unknown_expired_or_of_another_mailbox_is_gone(
    graph: GraphClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, other = _person(graph), everyone(graph.tenant)[1]
    _, link = await _begun(graph, person)
    token = link.rpartition("=")[2]
    path = f"/users/{person.id}/calendarView/delta"
    for wrong in (
        f"{path}?$deltatoken=x",
        f"{path}?$skiptoken={token}",
        f"/users/{other.id}/calendarView/delta?$deltatoken={token}",
    ):
        reply = await graph.get(wrong)
        assert (reply.status, reply.code) == (410, "SyncStateNotFound")
        assert reply.headers["Location"].endswith("$deltatoken=")
    monkeypatch.setattr(delta, "MOST_TOKENS", 1)
    await _begun(graph, other)
    assert (await graph.get(link)).status == 410


async def test_a_round_needs_a_window_and_takes_no_select(graph: GraphClient) -> None:
    person = _person(graph)
    path = f"/users/{person.id}/calendarView/delta"
    assert (await graph.get(path)).status == 400
    assert (await graph.get(f"{path}?{WINDOW}&$select=subject")).status == 400
    assert (await graph.get(f"{path}?{WINDOW}&$filter=subject eq 'x'")).status == 400
