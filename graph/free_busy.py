"""What is taken in people's calendars, and when they work: getSchedule, asked for twenty people and
six weeks at a time.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.users.item.calendar.get_schedule.get_schedule_post_request_body import (
    GetSchedulePostRequestBody,
)

from graph.client import Answer, Graph, operation
from graph.directory import READS
from graph.events import MAILBOX, stamp, utc_answers
from graph.zones import iana_zone, in_utc
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.domain.scheduling.types import Busy, WorkingHours
from mentoring.ports.calendar import Availability

PEOPLE_A_QUESTION = 20
DAYS_A_QUESTION = 42


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
    """What each mailbox (id to e-mail) holds from ``start`` to ``end`` (UTC days); a mailbox that
    cannot be read is reported as unreadable.
    """
    ids = list(people)
    chunks = [ids[i : i + PEOPLE_A_QUESTION] for i in range(0, len(ids), PEOPLE_A_QUESTION)]
    questions = [(chunk, window) for chunk in chunks for window in _windows(start, end)]
    answers = await asyncio.gather(
        *(_ask(graph, chunk, people, *window) for chunk, window in questions)
    )
    by_email = {email.casefold(): person for person, email in people.items()}
    return _collected(ids, by_email, answers)


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


def _windows(start: date, end: date) -> list[tuple[datetime, datetime]]:
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
    ids: Sequence[str], by_email: Mapping[str, str], answers: Sequence[Sequence[Mapping[str, Any]]]
) -> dict[str, Availability]:
    busy: dict[str, Counter[Busy]] = defaultdict(Counter)
    hours: dict[str, WorkingHours] = {}
    unreadable = set(ids)
    refused = set()
    for schedule in (each for answer in answers for each in answer):
        person = by_email.get(str(schedule["scheduleId"]).casefold(), "")
        if schedule.get("error"):
            refused.add(person)
            continue
        unreadable.discard(person)
        # Two things at one time are two; what lies across the border of two windows comes in both
        # answers and is one.
        busy[person] |= Counter(_entry(item) for item in schedule.get("scheduleItems", ()))
        if schedule.get("workingHours"):
            hours[person] = _working_hours(schedule["workingHours"])
    return {
        person: Availability(
            person,
            readable=person not in unreadable | refused,
            busy=tuple(sorted(busy[person].elements(), key=lambda entry: (entry.start, entry.end))),
            working_hours=hours.get(person),
        )
        for person in ids
    }


def _entry(item: Mapping[str, Any]) -> Busy:
    return Busy(in_utc(item["start"]), in_utc(item["end"]), item["status"])


def _working_hours(hours: Mapping[str, Any]) -> WorkingHours:
    zone = iana_zone((hours.get("timeZone") or {}).get("name", ""), "Europe/Berlin")
    start, end = (
        time.fromisoformat(str(hours[key]).split(".")[0]) for key in ("startTime", "endTime")
    )
    return WorkingHours.daily(
        zone, start, end, [day for day in WEEKDAYS if day in hours["daysOfWeek"]]
    )
