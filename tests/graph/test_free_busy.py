"""What getSchedule answers, put together from several questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from kiota_abstractions.request_information import RequestInformation

from graph.client import Answer, Graph, Operation
from graph.free_busy import Told, Window, _collected, availability
from graph.sign_in import SignIn
from mentoring.domain.scheduling.types import Busy
from mentoring.ports.calendar import Availability
from tests.graph.test_events import Nobody

PEOPLE = {"eva@firma.example": "eva"}
FIRST: Window = (datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC))
SECOND: Window = (FIRST[1], datetime(2027, 3, 1, tzinfo=UTC))


def item(start: str, end: str) -> dict[str, Any]:
    return {
        "status": "busy",
        "start": {"dateTime": f"2027-01-12T{start}:00.0000000", "timeZone": "UTC"},
        "end": {"dateTime": f"2027-01-12T{end}:00.0000000", "timeZone": "UTC"},
    }


def answer(*items: dict[str, Any], window: Window = FIRST) -> Told:
    return Told(window, {"scheduleId": "Eva@firma.example", "scheduleItems": list(items)})


def refused(window: Window = FIRST, code: str = "ErrorAccessDenied") -> Told:
    error = {"message": "no", "responseCode": code}
    return Told(window, {"scheduleId": "eva@firma.example", "error": error})


def seen(*answers: Told) -> Availability:
    return _collected(["eva"], PEOPLE, answers)["eva"]


def entries(*answers: Told) -> list[Busy]:
    return list(seen(*answers).busy)


def test_two_things_at_exactly_the_same_time_are_two() -> None:
    """One of them may be our own session, which does not count when it is to be moved; the other
    one does.
    """
    assert len(entries(answer(item("10:00", "12:00"), item("10:00", "12:00")))) == 2


def test_what_lies_across_the_border_of_two_questions_is_one() -> None:
    noon = datetime(2027, 1, 12, 11, tzinfo=UTC)
    before, after = (noon - timedelta(days=42), noon), (noon, noon + timedelta(days=42))
    twice = item("10:00", "12:00")
    assert entries(answer(twice, window=before), answer(twice, window=after)) == [
        Busy(datetime(2027, 1, 12, 10, tzinfo=UTC), datetime(2027, 1, 12, 12, tzinfo=UTC), "busy")
    ]
    two = answer(twice, twice, window=before), answer(twice, window=after)
    assert len(entries(*two)) == 2, "two things at one time, of which one answer names one"


def test_a_calendar_of_which_nothing_is_told_cannot_be_read() -> None:
    assert not seen(refused()).readable
    assert not seen(refused(), refused(SECOND)).readable
    assert not seen().readable


def test_a_part_of_which_nothing_is_told_is_not_free_and_spoils_nothing_else() -> None:
    found = seen(answer(item("10:00", "12:00")), refused(SECOND))
    assert found.readable
    assert found.busy[-1] == Busy(*SECOND, "unknown")
    assert len(found.busy) == 2


@pytest.mark.parametrize("status", ["unknownFutureValue", None, ""])
def test_a_status_that_is_not_known_is_not_free(status: str | None) -> None:
    (found,) = entries(answer(item("10:00", "12:00") | {"status": status}))
    assert found.status == "unknown"


MARS = {"dateTime": "2027-01-12T10:00:00", "timeZone": "Mars Standard Time"}


@pytest.mark.parametrize(
    "odd", [{"start": MARS}, {"end": {"dateTime": "soon"}}, {"start": None}, {"end": {}}], ids=str
)
def test_an_entry_of_which_nobody_knows_when_it_is_spoils_nothing_else(odd: dict[str, Any]) -> None:
    """Issue 12, 4: the calendars of all who were asked about together could not be read."""
    found = seen(answer(item("10:00", "12:00") | odd), answer(window=SECOND))
    assert found.readable
    assert found.busy == (Busy(*FIRST, "unknown"),)


class Crowded(Graph):
    """Answers 5006 for Eva's calendar wherever the window is longer than ``most``."""

    most = timedelta(days=4)
    asked: list[tuple[list[str], timedelta]]

    async def send(
        self, _operation: Operation, _request: RequestInformation, facts: Mapping[str, Any]
    ) -> Answer:
        start, end = facts["start"], facts["end"]
        self.asked.append((list(facts["emails"]), end - start))
        rows = []
        for email in facts["emails"]:
            full = email.startswith("eva") and end - start > self.most
            rows.append(refused(code="5006").schedule if full else _empty(email))
        return Answer({"value": rows}, b"", {})


def _empty(email: str) -> dict[str, Any]:
    return {"scheduleId": email, "scheduleItems": []}


async def asked(most: timedelta) -> tuple[Crowded, Mapping[str, Availability]]:
    graph = Crowded(SignIn(Nobody))
    graph.asked, graph.most = [], most
    people = {"eva": "eva@firma.example", "jan": "jan@firma.example"}
    found = await availability(graph, people, date(2027, 1, 1), date(2027, 2, 12))
    await graph.close()
    return graph, found


async def test_a_very_full_calendar_is_asked_for_in_shorter_pieces() -> None:
    """H7: more than 1,000 entries in a window are answered with 5006 (learn.microsoft.com,
    calendar-getschedule); nobody else is asked again.
    """
    graph, found = await asked(timedelta(days=6))
    assert found["eva"].readable
    assert found["eva"].busy == ()
    again = [emails for emails, _ in graph.asked[1:]]
    assert {tuple(emails) for emails in again} == {("eva@firma.example",)}
    read = [length for emails, length in graph.asked[1:] if length <= graph.most]
    assert sum(read, timedelta()) == timedelta(days=42)


async def test_what_is_too_full_even_then_is_not_free() -> None:
    _, found = await asked(timedelta())
    assert not found["eva"].readable
    assert found["eva"].busy == (), "of a calendar that cannot be read nothing is told at all"
    assert found["jan"].readable
