"""Changing a series that is running.

Pages: event update, event cancel, event list instances, recurrenceRange; [MS-OXOCAL] 3.1.4.7.3.5
for what a changed recurrence does to exceptions.
"""

from typing import Any

import pytest

from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, everyone

BERLIN = "W. Europe Standard Time"
ALWAYS = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z&$top=100"
PATTERN = {"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["tuesday"], "index": "second"}
RANGE: dict[str, Any] = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 6}
UNTIL_MARCH = {"type": "endDate", "startDate": "2027-01-12", "endDate": "2027-03-31"}


class Series:
    """Six second Tuesdays from January 12th, 14 o'clock in Berlin, with one attendee."""

    def __init__(self, graph: GraphClient) -> None:
        self.graph = graph
        self.organizer, self.attendee = everyone(graph.tenant)[:2]
        self.path = ""

    async def book(self) -> None:
        """Create it."""
        for person in (self.organizer, self.attendee):
            self.graph.tenant.state.mailboxes[person.id].entries.clear()
        start, end = (
            {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": BERLIN} for hour in (14, 16)
        )
        people = [{"emailAddress": {"address": self.attendee.mail}, "type": "required"}]
        body = {"subject": "Tandem", "start": start, "end": end, "attendees": people}
        reply = await self.graph.post(
            f"/users/{self.organizer.id}/events",
            body | {"recurrence": {"pattern": PATTERN, "range": RANGE}},
        )
        self.path = f"/users/{self.organizer.id}/events/{reply.body['id']}"

    async def days(self, person: Person) -> list[str]:
        """The days in the person's calendar."""
        rows = (await self.graph.get(f"/users/{person.id}/calendarView?{ALWAYS}")).rows
        return [row["start"]["dateTime"][5:13] for row in rows]

    async def instance(self, number: int) -> str:
        """The path of an occurrence, counted from 1."""
        rows = (await self.graph.get(f"{self.path}/instances?{ALWAYS}")).rows
        return f"/users/{self.organizer.id}/events/{rows[number - 1]['id']}"

    async def end_in_march(self) -> dict[str, Any]:
        """Shorten the series by its range alone."""
        reply = await self.graph.patch(
            self.path, {"recurrence": {"pattern": PATTERN, "range": UNTIL_MARCH}}
        )
        assert reply.status == 200, f"{reply.body}"
        return dict(reply.body)


@pytest.fixture
async def series(graph: GraphClient) -> Series:
    """A booked series."""
    found = Series(graph)
    await found.book()
    return found


async def test_an_earlier_end_takes_the_later_occurrences_out_of_both_calendars(
    series: Series,
) -> None:
    last = await series.instance(6)
    shown = await series.end_in_march()
    assert (shown["recurrence"]["range"]["type"], shown["recurrence"]["range"]["endDate"]) == (
        "endDate",
        "2027-03-31",
    )
    for person in (series.organizer, series.attendee):
        assert await series.days(person) == ["01-12T13", "02-09T13", "03-09T13"]
    assert (await series.graph.get(last)).status == 404
    assert (await series.graph.post(f"{last}/cancel", {})).status == 404
    master = await series.graph.get(f"{series.path}?$select=cancelledOccurrences")
    assert master.body["cancelledOccurrences"] == [], (
        "what lies behind the end is not cancelled, it is not there"
    )


async def test_a_new_end_keeps_the_hours_in_the_zone_of_the_series(series: Series) -> None:
    longer = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 7}
    await series.graph.patch(series.path, {"recurrence": {"pattern": PATTERN, "range": longer}})
    assert (await series.days(series.attendee))[2:] == [
        "03-09T13",
        "04-13T12",
        "05-11T12",
        "06-08T12",
        "07-13T12",
    ]


async def test_a_new_end_undoes_what_was_done_to_single_occurrences(series: Series) -> None:
    second, third = await series.instance(2), await series.instance(3)
    times = {
        key: {"dateTime": f"2027-02-10T{hour:02}:00:00", "timeZone": BERLIN}
        for key, hour in (("start", 9), ("end", 11))
    }
    assert (await series.graph.patch(second, times)).body["type"] == "exception"
    assert (await series.graph.post(f"{third}/cancel", {"comment": "A holiday"})).status == 202
    assert await series.days(series.attendee) == [
        "01-12T13",
        "02-10T08",
        "04-13T12",
        "05-11T12",
        "06-08T12",
    ]
    await series.end_in_march()
    assert await series.days(series.attendee) == ["01-12T13", "02-09T13", "03-09T13"]


async def test_a_new_end_asks_nobody_anew_but_a_new_time_does(series: Series) -> None:
    rows = (
        await series.graph.get(f"/users/{series.attendee.id}/events?$filter=subject eq 'Tandem'")
    ).rows
    url = f"{series.graph.tenant.url}/sandbox/outlook/accept"
    await series.graph.post(url, {"person": series.attendee.id, "event": rows[0]["id"]})
    shown = await series.end_in_march()
    assert shown["attendees"][0]["status"]["response"] == "accepted"
    times = {
        key: {"dateTime": f"2027-01-12T{hour:02}:00:00", "timeZone": BERLIN}
        for key, hour in (("start", 9), ("end", 11))
    }
    shown = (await series.graph.patch(series.path, times)).body
    assert shown["attendees"][0]["status"]["response"] == "none"


async def test_the_end_cannot_lie_before_the_first_day(series: Series) -> None:
    wrong = UNTIL_MARCH | {"endDate": "2027-01-11"}
    reply = await series.graph.patch(
        series.path, {"recurrence": {"pattern": PATTERN, "range": wrong}}
    )
    assert (reply.status, reply.code) == (400, "ErrorInvalidRecurrence")


async def test_a_change_of_something_else_leaves_the_recurrence_and_its_exceptions(
    series: Series,
) -> None:
    third = await series.instance(3)
    await series.graph.post(f"{third}/cancel", {})
    reply = await series.graph.patch(series.path, {"subject": "Tandem, the end"})
    assert reply.body["recurrence"]["range"]["numberOfOccurrences"] == 6
    assert await series.days(series.organizer) == [
        "01-12T13",
        "02-09T13",
        "04-13T12",
        "05-11T12",
        "06-08T12",
    ]


async def test_a_cancelled_occurrence_is_gone_for_both_and_cannot_be_cancelled_again(
    series: Series,
) -> None:
    third = await series.instance(3)
    assert [(await series.graph.post(f"{third}/cancel", {})).status for _ in range(2)] == [202, 404]
    assert "03-09T13" not in await series.days(series.attendee)


async def test_one_occurrence_takes_new_words_and_keeps_its_time_and_answers(
    series: Series,
) -> None:
    second = await series.instance(2)
    reply = await series.graph.patch(second, {"subject": "Retrospective", "showAs": "tentative"})
    assert (reply.body["subject"], reply.body["type"]) == ("Retrospective", "exception")
    assert reply.body["start"]["dateTime"].startswith("2027-02-09T13:00")
    shown = (await series.graph.get(second)).body
    assert (shown["subject"], shown["showAs"]) == ("Retrospective", "tentative")
    assert (await series.graph.get(series.path)).body["subject"] == "Tandem"


async def test_instances_have_a_window_and_the_selected_properties(series: Series) -> None:
    window = "startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-04-30T00:00:00Z"
    rows = (await series.graph.get(f"{series.path}/instances?{window}&$select=subject,start")).rows
    assert [row["start"]["dateTime"][5:10] for row in rows] == ["02-09", "03-09", "04-13"]
    assert set(rows[0]) == {"@odata.etag", "id", "subject", "start"}
    assert (await series.graph.get(f"{series.path}/instances")).status == 400


async def test_a_persons_names_are_selected(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    reply = await graph.get(f"/users/{person.id}?$select=id,displayName,givenName,surname")
    assert {key: value for key, value in reply.body.items() if "@odata" not in key} == {
        "id": person.id,
        "displayName": person.display_name,
        "givenName": person.given_name,
        "surname": person.surname,
    }
