"""What is taken in people's calendars, and when they work: getSchedule, asked for twenty people and
six weeks at a time.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import filterfalse
from operator import attrgetter
from typing import Any, get_args

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.users.item.calendar.get_schedule.get_schedule_post_request_body import (
    GetSchedulePostRequestBody,
)

from graph.client import Answer, Graph, operation
from graph.directory_calls import READS
from graph.events import stamp, utc_answers
from graph.mailbox import MAILBOX
from graph.working_hours import working_hours
from graph.zones import UnknownZone, in_utc
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.scheduling.types import Busy, Status
from mentoring.ports.calendar import Availability

PEOPLE_A_QUESTION = 20
DAYS_A_QUESTION = 42
TOO_MANY = "5006"
"""What is told of a mailbox with more than 1,000 entries in the window (learn.microsoft.com,
calendar-getschedule): it has to be asked for in shorter pieces.
"""
SHORTEST = timedelta(hours=6)
"""No piece is shorter: what does not fit even there is not read."""
UNREADABLE = (UnknownZone, LookupError, ValueError, TypeError, AttributeError)
MOMENTS = 16_384
"""So many are kept as they were read: half a year has some 17,000 quarters of an hour."""
Window = tuple[datetime, datetime]
STATUSES: Mapping[object, Status] = {status: status for status in get_args(Status)}


@operation(
    "POST",
    "/users/{user-id}/calendar/getSchedule",
    permission="Calendars.Read",
    repeat=READS,
    limits=(MAILBOX,),
)
def free_busy(
    sdk: GraphServiceClient, *, user_id: str, emails: Sequence[str], start: datetime, end: datetime
) -> RequestInformation:
    """What up to 20 mailboxes hold in up to 42 days, and when their people work."""
    body = GetSchedulePostRequestBody(
        schedules=list(emails),
        start_time=stamp(start),
        end_time=stamp(end),
        availability_view_interval=60,
    )
    builder = sdk.users.by_user_id(user_id).calendar.get_schedule
    return builder.to_post_request_information(body, RequestConfiguration(headers=utc_answers()))


async def availability(
    graph: Graph, people: Mapping[str, str], start: date, end: date
) -> Mapping[str, Availability]:
    """What each mailbox (id to e-mail) holds from ``start`` to ``end`` (UTC days).

    A mailbox of which nothing can be read is reported as unreadable; where only a part of the time
    cannot be read, that part is of unknown status.
    """
    ids = list(people)
    chunks = [ids[i : i + PEOPLE_A_QUESTION] for i in range(0, len(ids), PEOPLE_A_QUESTION)]
    questions = [(chunk, window) for chunk in chunks for window in _windows(start, end)]
    answers = await asyncio.gather(
        *(_asked(graph, chunk, people, window) for chunk, window in questions)
    )
    by_email = {email.casefold(): person for person, email in people.items()}
    return _collected(ids, by_email, [answer for each in answers for answer in each])


@dataclass(frozen=True)
class Told:
    """What getSchedule told about a mailbox in a window."""

    window: Window
    schedule: Mapping[str, Any]

    @property
    def refused(self) -> str:
        """Why nothing is told, as Exchange's code; empty if it is."""
        error = self.schedule.get("error") or {}
        return str(error.get("responseCode") or "unknown") if error else ""


async def _asked(
    graph: Graph, chunk: Sequence[str], people: Mapping[str, str], window: Window
) -> list[Told]:
    """What is told about these people; whoever has too many entries in the window is asked for
    again in halves of it.
    """
    found = [Told(window, row) for row in await _ask(graph, chunk, people, *window)]
    if window[1] - window[0] < 2 * SHORTEST:
        return found
    full = {str(t.schedule["scheduleId"]).casefold() for t in found if t.refused == TOO_MANY}
    crowded = [person for person in chunk if people[person].casefold() in full]
    halves = [await _asked(graph, [p], people, half) for p in crowded for half in _halved(window)]
    rest = [told for told in found if told.refused != TOO_MANY]
    return [*rest, *(told for half in halves for told in half)]


def _halved(window: Window) -> tuple[Window, Window]:
    start, end = window
    middle = start + ((end - start) / SHORTEST // 2) * SHORTEST
    return (start, middle), (middle, end)


async def _ask(
    graph: Graph, chunk: Sequence[str], people: Mapping[str, str], start: datetime, end: datetime
) -> Sequence[Mapping[str, Any]]:
    emails = [people[person] for person in chunk]
    for asker in chunk:
        try:
            answer: Answer = await free_busy(
                graph, user_id=asker, emails=emails, start=start, end=end
            )
        except (NotThere, NotAllowed):
            # This mailbox may not ask; the next one of the group may.
            continue
        found: Sequence[Mapping[str, Any]] = answer.json["value"]
        return found
    return [
        {"scheduleId": email, "error": {"responseCode": "ErrorAccessDenied"}} for email in emails
    ]


def _windows(start: date, end: date) -> list[Window]:
    """The time from ``start`` to ``end`` in windows that getSchedule takes (Graph documents 42
    days).
    """
    begin, finish = (datetime.combine(day, time(), UTC) for day in (start, end))
    windows = []
    while begin < finish:
        until = min(begin + timedelta(days=DAYS_A_QUESTION), finish)
        windows.append((begin, until))
        begin = until
    return windows


def _collected(
    ids: Sequence[str], by_email: Mapping[str, str], answers: Sequence[Told]
) -> dict[str, Availability]:
    told: dict[str, list[Told]] = {person: [] for person in ids}
    for answer in answers:
        person = by_email.get(str(answer.schedule["scheduleId"]).casefold(), "")
        told.get(person, []).append(answer)
    return {person: _availability(person, about) for person, about in told.items()}


def _availability(person: str, told: Sequence[Told]) -> Availability:
    readable = any(not each.refused for each in told)
    within, across = list[Busy](), Counter[Busy]()
    for each in told if readable else ():
        entries, inside = list(_entries(each)), _within(each.window)
        within += filter(inside, entries)
        # Two things at one time are two; what lies across the border of two windows comes in both
        # answers and is one.
        across |= Counter(filterfalse(inside, entries))
    hours = [t.schedule["workingHours"] for t in told if t.schedule.get("workingHours")]
    return Availability(
        person,
        readable=readable,
        busy=tuple(sorted([*within, *across.elements()], key=attrgetter("start", "end"))),
        working_hours=working_hours(hours[-1]) if hours else None,
    )


def _within(window: Window) -> Callable[[Busy], bool]:
    """Whether an entry can have come in no other window's answer."""
    first, last = window
    return lambda entry: first < entry.start and entry.end < last


def _entries(told: Told) -> Iterator[Busy]:
    if told.refused:
        # Nobody knows whether this time is free, so it is not.
        yield Busy(*told.window, "unknown")
    for item in told.schedule.get("scheduleItems") or ():
        yield _entry(item) or Busy(*told.window, "unknown")


def _entry(item: Mapping[str, Any]) -> Busy | None:
    """None for an entry of which it cannot be told when it is."""
    try:
        return Busy(_moment(item["start"]), _moment(item["end"]), _status(item))
    except UNREADABLE:
        return None


def _moment(stamp: Mapping[str, str]) -> datetime:
    if stamp.get("timeZone") == "UTC":  # as it is asked for
        return _in_utc(stamp["dateTime"])
    return in_utc(stamp)


@lru_cache(MOMENTS)
def _in_utc(local: str) -> datetime:
    """Most people's entries begin and end at the same quarters of an hour."""
    return in_utc({"dateTime": local})


def _status(item: Mapping[str, Any]) -> Status:
    """A status that is not known, or not even told, is not assumed to be free."""
    return STATUSES.get(item.get("status"), "unknown")
