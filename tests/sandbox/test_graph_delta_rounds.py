"""Whoever follows a calendar by delta queries alone has what the calendar view shows, whatever
happens to the calendar.
"""

import random
from dataclasses import replace
from typing import Any

import pytest

from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, everyone

WINDOW = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-05-01T00:00:00Z"
WEEKLY = {"type": "weekly", "interval": 2, "daysOfWeek": ["tuesday"], "firstDayOfWeek": "monday"}
Seen = dict[str, tuple[str, str]]


class Follower:
    """Keeps a copy of a person's calendar by delta queries."""

    def __init__(self, graph: GraphClient, person: Person) -> None:
        self._graph = graph
        self._path = f"/users/{person.id}/calendarView"
        self._link = f"{self._path}/delta()?{WINDOW}"
        self._rows: dict[str, dict[str, Any]] = {}

    async def catch_up(self) -> Seen:
        """Follow the links of a round, and return what is in the copy."""
        while True:
            reply = await self._graph.get(self._link, Prefer="odata.maxpagesize=3")
            assert reply.status == 200, f"{reply.body}"
            for row in reply.rows:
                self._take(row)
            self._link = reply.body.get("@odata.nextLink") or reply.body["@odata.deltaLink"]
            if "@odata.deltaLink" in reply.body:
                return _times(row for row in self._rows.values() if row["type"] != "seriesMaster")

    async def shown(self) -> Seen:
        """What the calendar view shows."""
        return _times((await self._graph.get(f"{self._path}?{WINDOW}&$top=500")).rows)

    def _take(self, row: dict[str, Any]) -> None:
        key = row["id"]
        if "@removed" in row or row["type"] == "seriesMaster":
            # A series comes whole: what of it is not in the page any more is gone.
            self._rows = {
                one: old
                for one, old in self._rows.items()
                if key not in {one, old["seriesMasterId"]}
            }
        if "@removed" not in row:
            self._rows[key] = row


def _times(rows: Any) -> Seen:
    return {row["id"]: (row["start"]["dateTime"], row["end"]["dateTime"]) for row in rows}


class Chance:
    """Two people who do something to their meetings, drawn from a seed."""

    def __init__(self, graph: GraphClient, seed: int) -> None:
        self._graph = graph
        self._random = random.Random(seed)  # noqa: S311 - a test's chance
        self.people = everyone(graph.tenant)[:2]
        self.done: list[str] = []

    async def act(self) -> None:
        """One thing more."""
        person = self._random.choice(self.people)
        rows = (await self._graph.get(f"/users/{person.id}/calendarView?{WINDOW}&$top=500")).rows
        what = self._random.choice(
            ("create", "create", "series", "patch", "delete", "delete", "move", "shorten", "answer")
        )
        if what in {"create", "series"} or not rows:
            await self._create(person, series=what == "series")
        else:
            await self._change(person, self._random.choice(rows), what)

    async def _create(self, person: Person, *, series: bool) -> None:
        other = next(one for one in self.people if one is not person)
        day = f"2027-{self._random.randint(1, 6):02}-{self._random.randint(1, 28):02}"
        body: dict[str, Any] = _at(day) | {"subject": "Tandem"}
        if self._random.random() < 0.7:
            body["attendees"] = [{"emailAddress": {"address": other.mail}, "type": "required"}]
        if series:
            limits = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 6}
            body |= _at("2027-01-12") | {"recurrence": {"pattern": WEEKLY, "range": limits}}
        self.done.append(
            f"create {(await self._graph.post(f'/users/{person.id}/events', body)).status}"
        )

    async def _change(self, person: Person, row: dict[str, Any], what: str) -> None:
        path = f"/users/{person.id}/events"
        whole = f"{path}/{row['seriesMasterId'] or row['id']}"
        if what == "delete":
            reply = await self._graph.delete(
                whole if self._random.random() < 0.3 else f"{path}/{row['id']}"
            )
        elif what == "shorten":
            limits = {"type": "endDate", "startDate": "2027-01-12", "endDate": "2027-02-28"}
            reply = await self._graph.patch(
                whole, {"recurrence": {"pattern": WEEKLY, "range": limits}}
            )
        elif what == "answer":
            answer = self._random.choice(("accept", "decline", "tentative"))
            url = f"{self._graph.tenant.url}/sandbox/outlook/{answer}"
            reply = await self._graph.post(url, {"person": person.id, "event": row["id"]})
        else:
            moved = (
                {}
                if what == "patch"
                else _at(row["start"]["dateTime"][:10], self._random.randint(6, 12))
            )
            reply = await self._graph.patch(f"{path}/{row['id']}", {"subject": "Changed"} | moved)
        self.done.append(f"{what} {reply.status}")


def _at(day: str, hour: int = 14) -> dict[str, Any]:
    stamps = (("start", hour), ("end", hour + 2))
    return {
        name: {"dateTime": f"{day}T{clock:02}:00:00", "timeZone": "UTC"} for name, clock in stamps
    }


@pytest.mark.parametrize("seed", range(8))
async def test_a_copy_kept_by_delta_queries_is_the_calendar(graph: GraphClient, seed: int) -> None:
    state = graph.tenant.state
    state.delays = replace(state.delays, mailbox_seconds=0.0)
    chance = Chance(graph, seed)
    for person in chance.people:
        graph.tenant.state.mailboxes[person.id].entries.clear()
    followers = [Follower(graph, person) for person in chance.people]
    for _ in range(20):
        for _ in range(3):
            await chance.act()
        for follower in followers:
            assert await follower.catch_up() == await follower.shown(), f"{chance.done}"
    succeeded = {
        one.split()[0] for one in chance.done if one.endswith(("200", "201", "202", "204"))
    }
    assert len(succeeded) >= 5, f"{chance.done}"
