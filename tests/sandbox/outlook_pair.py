"""Two people with a series, and what they do with it in Outlook."""

from typing import Any

import pytest

from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, everyone
from tests.sandbox.recording_hook import Hook
from tests.sandbox.test_graph_subscriptions import subscription

ALWAYS = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z&$top=100"


SECOND_TUESDAY = {
    "type": "relativeMonthly",
    "interval": 1,
    "daysOfWeek": ["tuesday"],
    "index": "second",
}


RANGE = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 4}


BERLIN = "W. Europe Standard Time"


class Pair:
    """An organizer and an attendee with a monthly series from January 12th, 14 to 16 o'clock in
    Berlin, and an endpoint.
    """

    def __init__(self, graph: GraphClient, hook: Hook) -> None:
        self.graph = graph
        self.hook = hook
        self.organizer, self.attendee = everyone(graph.tenant)[:2]
        self.series = ""

    async def book(self, **changes: object) -> None:
        """Create the series at the organizer's, and subscribe to both mailboxes."""
        for person in (self.organizer, self.attendee):
            self.graph.tenant.state.mailboxes[person.id].entries.clear()
        start, end = (
            {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": BERLIN} for hour in (14, 16)
        )
        people = [{"emailAddress": {"address": self.attendee.mail}, "type": "required"}]
        body: dict[str, object] = {
            "subject": "Tandem",
            "start": start,
            "end": end,
            "attendees": people,
        }
        body["recurrence"] = {"pattern": SECOND_TUESDAY, "range": RANGE}
        reply = await self.graph.post(f"/users/{self.organizer.id}/events", body | changes)
        assert reply.status == 201, f"{reply.body}"
        self.series = str(reply.body["id"])
        for person in (self.organizer, self.attendee):
            resource = f"/users/{person.id}/events"
            assert (
                await self.graph.post(
                    "/subscriptions", subscription(self.graph, self.hook, resource=resource)
                )
            ).status == 201

    async def own(self, person: Person) -> str:
        """The event's id in the person's mailbox."""
        rows = (await self.graph.get(f"/users/{person.id}/events?$filter=subject eq 'Tandem'")).rows
        return str(rows[0]["id"])

    async def seen(self, person: Person) -> list[dict[str, Any]]:
        """The occurrences in the person's calendar."""
        return (await self.graph.get(f"/users/{person.id}/calendarView?{ALWAYS}")).rows

    async def do(self, what: str, person: Person, **more: object) -> Any:
        """An act in the person's Outlook, on the series unless `event` says another."""
        url = f"{self.graph.tenant.url}/sandbox/outlook/{what}"
        body = {
            "person": person.mail,
            "event": more.pop("event", None) or await self.own(person),
        } | more
        reply = await self.graph.post(url, body)
        return reply.body | {"status": reply.status}

    async def told(self, number: int) -> set[tuple[str, str]]:
        """The notifications so far, when that many have come: whose mailbox, and what kind."""
        rows = await self.hook.arrived(number)
        assert len(await self.hook.quiet(0.1)) == number, f"{rows}"
        names = {self.organizer.id: "organizer", self.attendee.id: "attendee"}
        return {
            (names[row["resource"].split("@")[0].removeprefix("Users/")], row["changeType"])
            for row in rows
        }


@pytest.fixture
def pair(graph: GraphClient, hook: Hook) -> Pair:
    """Two people; book() gives them their series."""
    return Pair(graph, hook)
