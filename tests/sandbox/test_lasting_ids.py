"""Ids of events that stay and ids that do not, as Graph has both.

Page: "Obtain immutable identifiers for Outlook resources" (outlook-immutable-id): the header
`Prefer: IdType="ImmutableId"` holds for the request that has it; a subscription made without it
goes on with the default ids; the immutable id stays as long as the item is in the same mailbox.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox import outlook
from sandbox.graph.notifications import changed_row
from sandbox.mailbox import Entry
from sandbox.watching import CalendarChange, Subscription
from tests.sandbox.conftest import GraphClient
from tests.sandbox.test_graph_series import ALWAYS, Series

LASTING = {"Prefer": 'IdType="ImmutableId", outlook.timezone="UTC"'}


def entry(series: Series) -> Entry:
    """The series in its organizer's mailbox."""
    found = series.graph.tenant.state.mailboxes[series.organizer.id].entries
    return next(iter(found.values()))


def path(series: Series, event_id: str) -> str:
    return f"/users/{series.organizer.id}/events/{event_id}"


async def ids(series: Series, event_id: str, **headers: str) -> list[str]:
    """The ids of the occurrences, and of their master as they name it."""
    reply = await series.graph.get(f"{path(series, event_id)}/instances?{ALWAYS}", **headers)
    assert reply.status == 200, f"{reply.body}"
    return [reply.rows[0]["seriesMasterId"], *(row["id"] for row in reply.rows)]


async def test_the_header_asks_for_other_ids_in_its_own_request_alone(graph: GraphClient) -> None:
    series = Series(graph)
    await series.book()
    usual, lasting = entry(series).id, entry(series).lasting_id
    assert (await graph.get(path(series, usual))).body["id"] == usual
    assert (await graph.get(path(series, usual), **LASTING)).body["id"] == lasting
    assert (await graph.get(path(series, lasting))).body["id"] == usual
    assert (await ids(series, usual))[0] == usual
    assert (await ids(series, lasting, **LASTING))[0] == lasting


async def test_in_another_calendar_an_event_has_another_id_and_the_same_lasting_one(
    graph: GraphClient,
) -> None:
    series = Series(graph)
    await series.book()
    usual, lasting = entry(series).id, entry(series).lasting_id
    occurrence = (await ids(series, usual))[2]
    lasting_one = (await ids(series, usual, **LASTING))[2]
    outlook.into_other_calendar(graph.tenant.state, outlook.Meeting(entry(series)))
    for gone in (usual, occurrence):
        reply = await graph.get(path(series, gone))
        assert (reply.status, reply.code) == (404, "ErrorItemNotFound")
    assert (await graph.get(path(series, lasting), **LASTING)).body["id"] == lasting
    assert (await graph.get(path(series, lasting_one), **LASTING)).body["id"] == lasting_one
    assert (await graph.get(path(series, lasting))).body["id"] not in {usual, lasting}
    assert len(await ids(series, lasting, **LASTING)) == 7


async def test_what_is_free_and_busy_is_told_of_the_default_calendar(graph: GraphClient) -> None:
    series = Series(graph)
    await series.book()

    async def items() -> list[Any]:
        at = {"timeZone": "UTC"}
        body = {
            "schedules": [series.organizer.mail],
            "startTime": {"dateTime": "2027-01-12T00:00:00", **at},
            "endTime": {"dateTime": "2027-01-13T00:00:00", **at},
        }
        reply = await graph.post(f"/users/{series.organizer.id}/calendar/getSchedule", body)
        return list(reply.rows[0]["scheduleItems"])

    assert len(await items()) == 1
    outlook.into_other_calendar(graph.tenant.state, outlook.Meeting(entry(series)))
    assert await items() == []


def test_a_subscription_names_events_by_the_ids_that_it_was_made_with(graph: GraphClient) -> None:
    now = datetime(2027, 1, 4, tzinfo=UTC)
    until = now + timedelta(days=6)
    for lasting, named in ((False, "usual"), (True, "lasting")):
        one = Subscription("s", "", "updated", "", None, None, until, now, "m", 0, lasting=lasting)
        change = CalendarChange("m", "usual", "lasting", "updated", "key")
        assert changed_row(graph.tenant.state, one, change)["resourceData"]["id"] == named
