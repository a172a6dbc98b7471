"""People's calendars: what is taken, and the tandems' series of sessions."""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.event import Event
from msgraph.generated.users.item.calendar.get_schedule.get_schedule_post_request_body import GetSchedulePostRequestBody
from msgraph.generated.users.item.events.events_request_builder import EventsRequestBuilder
from msgraph.generated.users.item.events.item.cancel.cancel_post_request_body import CancelPostRequestBody
from msgraph.generated.users.item.events.item.instances.instances_request_builder import InstancesRequestBuilder

from graph.client import Answer, Graph, operation
from graph.directory import READS
from graph.series import KEY_PROPERTY, series_event
from graph.throttle import Limit
from graph.zones import iana_zone, in_utc
from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.domain.scheduling.types import Busy, WorkingHours
from mentoring.ports import Availability, Booked, SeriesWish

PEOPLE_A_QUESTION = 20
DAYS_A_QUESTION = 42
MAILBOX = Limit("mailbox {user_id}", at_once=4)
NAMESPACE = uuid.UUID("6b6f0c4e-6f0e-4f5e-9d0b-7a1c2f3e4d5c")


def _utc_answers() -> HeadersCollection:
    headers = HeadersCollection()
    headers.add("Prefer", 'outlook.timezone="UTC"')
    return headers


def stamp(moment: datetime) -> DateTimeTimeZone:
    """A moment as Graph writes it, in UTC."""
    return DateTimeTimeZone(date_time=moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"), time_zone="UTC")


@operation(
    "POST",
    "/users/{user-id}/calendar/getSchedule",
    permission="Calendars.ReadWrite",  # covers Calendars.ReadBasic.All, which alone would do, and is needed for booking anyway
    repeat=READS,
    limits=(MAILBOX,),
)
def free_busy(
    sdk: GraphServiceClient, *, user_id: str, emails: Sequence[str], start: datetime, end: datetime
) -> RequestInformation:
    """What up to 20 mailboxes hold in up to 42 days, and when their people work."""
    body = GetSchedulePostRequestBody(
        schedules=list(emails), start_time=stamp(start), end_time=stamp(end), availability_view_interval=60
    )
    builder = sdk.users.by_user_id(user_id).calendar.get_schedule
    return builder.to_post_request_information(body, RequestConfiguration(headers=_utc_answers()))


@operation(
    "POST",
    "/users/{user-id}/events",
    permission="Calendars.ReadWrite",
    repeat="the transactionId makes Graph refuse a second series, which is then found by our own property",
    limits=(MAILBOX,),
)
def create_event(sdk: GraphServiceClient, *, user_id: str, event: Event) -> RequestInformation:
    """Book an event; Outlook sends the invitation."""
    return sdk.users.by_user_id(user_id).events.to_post_request_information(event)


@operation("GET", "/users/{user-id}/events", permission="Calendars.ReadWrite", repeat=READS, limits=(MAILBOX,))
def events_with_key(sdk: GraphServiceClient, *, user_id: str, key: str) -> RequestInformation:
    """The series that carries our key."""
    condition = f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY_PROPERTY}' and ep/value eq '{key}')"
    query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(filter=condition)
    return sdk.users.by_user_id(user_id).events.to_get_request_information(RequestConfiguration(query_parameters=query))


@operation(
    "GET", "/users/{user-id}/events/{event-id}/instances", permission="Calendars.ReadWrite", repeat=READS, limits=(MAILBOX,)
)
def instances(sdk: GraphServiceClient, *, user_id: str, event_id: str, start: datetime, end: datetime) -> RequestInformation:
    """The occurrences of a series that are not cancelled; times in UTC."""
    query = InstancesRequestBuilder.InstancesRequestBuilderGetQueryParameters(
        start_date_time=start.isoformat(), end_date_time=end.isoformat(), top=200
    )
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id).instances
    return builder.to_get_request_information(RequestConfiguration(query_parameters=query, headers=_utc_answers()))


@operation(
    "PATCH",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="the same times again change nothing",
    limits=(MAILBOX,),
)
def move_event(sdk: GraphServiceClient, *, user_id: str, event_id: str, start: datetime, end: datetime) -> RequestInformation:
    """Move one occurrence."""
    return (
        sdk.users.by_user_id(user_id)
        .events.by_event_id(event_id)
        .to_patch_request_information(Event(start=stamp(start), end=stamp(end)))
    )


@operation(
    "POST",
    "/users/{user-id}/events/{event-id}/cancel",
    permission="Calendars.ReadWrite",
    repeat="a cancelled occurrence is no longer among the instances, so it is not asked for again",
    limits=(MAILBOX,),
)
def cancel_event(sdk: GraphServiceClient, *, user_id: str, event_id: str, comment: str) -> RequestInformation:
    """Cancel one occurrence with a friendly line."""
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id).cancel
    return builder.to_post_request_information(CancelPostRequestBody(comment=comment))


class GraphCalendar:
    """People's calendars; see ``mentoring.ports.Calendar``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def availability(self, people: Mapping[str, str], start: date, end: date) -> Mapping[str, Availability]:
        """What each mailbox (id to e-mail) holds from ``start`` to ``end`` (UTC days); an unreadable one is answered so."""
        ids = list(people)
        chunks = [ids[i : i + PEOPLE_A_QUESTION] for i in range(0, len(ids), PEOPLE_A_QUESTION)]
        questions = [(chunk, window) for chunk in chunks for window in _windows(start, end)]
        answers = await asyncio.gather(*(self._ask(chunk, people, *window) for chunk, window in questions))
        by_email = {email.casefold(): person for person, email in people.items()}
        return _collected(ids, by_email, [schedule for answer in answers for schedule in answer])

    async def _ask(
        self, chunk: Sequence[str], people: Mapping[str, str], start: datetime, end: datetime
    ) -> Sequence[Mapping[str, Any]]:
        emails = [people[person] for person in chunk]
        for asker in chunk:
            try:
                answer: Answer = await free_busy(self._graph, user_id=asker, emails=emails, start=start, end=end)
            except (NotThere, NotAllowed):
                # This mailbox may not ask; the next one of the group may.
                continue
            found: Sequence[Mapping[str, Any]] = answer.json["value"]
            return found
        return [{"scheduleId": email, "error": {"responseCode": "ErrorAccessDenied"}} for email in emails]

    async def book(self, wish: SeriesWish) -> Booked:
        """Book the series, or find the one that an earlier attempt booked."""
        event = series_event(wish, str(uuid.uuid5(NAMESPACE, wish.key)))
        try:
            booked = (await create_event(self._graph, user_id=wish.organizer, event=event)).json
        except Rejected as refused:
            if "ErrorDuplicateTransactionId" not in refused.code:
                raise
            booked = await self._find(wish)
        return Booked(str(booked["id"]), str((booked.get("onlineMeeting") or {}).get("joinUrl") or ""))

    async def _find(self, wish: SeriesWish) -> Mapping[str, Any]:
        found = (await events_with_key(self._graph, user_id=wish.organizer, key=wish.key)).json["value"]
        if not found:
            raise NotThere(f"the series of {wish.key} was booked before but is not in the calendar any more")
        first: Mapping[str, Any] = found[0]
        return first

    async def adjust(self, wish: SeriesWish, booked: Booked) -> None:
        """Move and cancel single occurrences as wished; those already so stay."""
        touched = {*wish.moves, *wish.cancelled}
        if not touched:
            return
        first, last = min(touched) - timedelta(days=1), max(touched) + timedelta(days=60)
        answer = await instances(self._graph, user_id=wish.organizer, event_id=booked.id, start=first, end=last)
        standing = {_planned(instance): instance for instance in answer.json["value"]}
        for planned in sorted(wish.cancelled & set(standing)):
            await cancel_event(self._graph, user_id=wish.organizer, event_id=standing[planned]["id"], comment=wish.cancel_comment)
        for planned, start in sorted(wish.moves.items()):
            await self._move(wish, standing.get(planned), start)

    async def _move(self, wish: SeriesWish, instance: Mapping[str, Any] | None, start: datetime) -> None:
        if instance is None or in_utc(instance["start"]) == start:
            return
        end = start + timedelta(minutes=wish.pattern.length_minutes)
        await move_event(self._graph, user_id=wish.organizer, event_id=instance["id"], start=start, end=end)


def _planned(instance: Mapping[str, Any]) -> datetime:
    """Where the pattern put an occurrence: ``originalStart`` stays when it is moved."""
    original = instance.get("originalStart")
    return datetime.fromisoformat(original).astimezone(UTC) if original else in_utc(instance["start"])


def _windows(start: date, end: date) -> list[tuple[datetime, datetime]]:
    """The time from ``start`` to ``end`` in windows that getSchedule takes (Graph documents 42 days)."""
    begin, finish = (datetime.combine(day, time(), UTC) for day in (start, end))
    windows = []
    while begin < finish:
        until = min(begin + timedelta(days=DAYS_A_QUESTION), finish)
        windows.append((begin, until))
        begin = until
    return windows


def _collected(
    ids: Sequence[str], by_email: Mapping[str, str], schedules: Sequence[Mapping[str, Any]]
) -> dict[str, Availability]:
    busy: dict[str, set[Busy]] = defaultdict(set)
    hours: dict[str, WorkingHours] = {}
    unreadable = set(ids)
    refused = set()
    for schedule in schedules:
        person = by_email.get(str(schedule["scheduleId"]).casefold(), "")
        if schedule.get("error"):
            refused.add(person)
            continue
        unreadable.discard(person)
        busy[person] |= {_entry(item) for item in schedule.get("scheduleItems", ())}
        if schedule.get("workingHours"):
            hours[person] = _working_hours(schedule["workingHours"])
    return {
        person: Availability(
            person,
            readable=person not in unreadable | refused,
            busy=tuple(sorted(busy[person], key=lambda entry: (entry.start, entry.end))),
            working_hours=hours.get(person),
        )
        for person in ids
    }


def _entry(item: Mapping[str, Any]) -> Busy:
    return Busy(in_utc(item["start"]), in_utc(item["end"]), item["status"])


def _working_hours(hours: Mapping[str, Any]) -> WorkingHours:
    zone = iana_zone((hours.get("timeZone") or {}).get("name", ""), "Europe/Berlin")
    start, end = (time.fromisoformat(str(hours[key]).split(".")[0]) for key in ("startTime", "endTime"))
    return WorkingHours.daily(zone, start, end, [day for day in WEEKDAYS if day in hours["daysOfWeek"]])
