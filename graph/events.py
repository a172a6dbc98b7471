"""Events in a calendar: the calls by which the tandems' own ones are booked, read, moved and
cancelled.
"""

from __future__ import annotations

from datetime import UTC, datetime

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.event import Event
from msgraph.generated.users.item.events.events_request_builder import EventsRequestBuilder
from msgraph.generated.users.item.events.item.cancel.cancel_post_request_body import (
    CancelPostRequestBody,
)
from msgraph.generated.users.item.events.item.instances.instances_request_builder import (
    InstancesRequestBuilder,
)

from graph.client import operation
from graph.directory_calls import READS
from graph.mailbox import MAILBOX
from graph.series import KEY_PROPERTY

NO_ITEM = "ErrorItemNotFound"
"""That the event is gone; any other code says something of its mailbox."""


LASTING_IDS = 'IdType="ImmutableId"'
"""Ids that stay when somebody moves an event into another calendar of the mailbox
(learn.microsoft.com, outlook-immutable-id). The preference holds for one request, so every request
about events has it.
"""


def utc_answers() -> HeadersCollection:
    """The header that has Graph answer in UTC, whatever zone the mailbox is in."""
    headers = HeadersCollection()
    headers.add("Prefer", 'outlook.timezone="UTC"')
    return headers


def about_events() -> HeadersCollection:
    """The header that has Graph name events by ids that last, and tell their times in UTC."""
    headers = HeadersCollection()
    headers.add("Prefer", f'{LASTING_IDS}, outlook.timezone="UTC"')
    return headers


def stamp(moment: datetime) -> DateTimeTimeZone:
    """A moment as Graph writes it, in UTC."""
    return DateTimeTimeZone(
        date_time=moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"), time_zone="UTC"
    )


@operation(
    "POST",
    "/users/{user-id}/events",
    permission="Calendars.ReadWrite",
    repeat="the transactionId makes Graph refuse a second series, which is then found by our own "
    "property",
    limits=(MAILBOX,),
)
def create_event(sdk: GraphServiceClient, *, user_id: str, event: Event) -> RequestInformation:
    """Book an event; Outlook sends the invitation."""
    return sdk.users.by_user_id(user_id).events.to_post_request_information(
        event, RequestConfiguration(headers=about_events())
    )


@operation(
    "GET", "/users/{user-id}/events", permission="Calendars.Read", repeat=READS, limits=(MAILBOX,)
)
def events_with_key(sdk: GraphServiceClient, *, user_id: str, key: str) -> RequestInformation:
    """The series that carries our key."""
    condition = (
        f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY_PROPERTY}' and ep/value eq '{key}')"
    )
    query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(filter=condition)
    return sdk.users.by_user_id(user_id).events.to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=about_events())
    )


@operation(
    "GET", "/users/{user-id}/events", permission="Calendars.Read", repeat=READS, limits=(MAILBOX,)
)
def events_named(sdk: GraphServiceClient, *, user_id: str, subject: str) -> RequestInformation:
    """The events that bear exactly the subject of one of our series."""
    quoted = subject.replace("'", "''")
    query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(
        filter=f"subject eq '{quoted}'", top=50
    )
    return sdk.users.by_user_id(user_id).events.to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=about_events())
    )


@operation(
    "GET",
    "/users/{user-id}/events/{event-id}/instances",
    permission="Calendars.Read",
    repeat=READS,
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def instances(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, start: datetime, end: datetime
) -> RequestInformation:
    """The occurrences of a series that are not cancelled; times in UTC."""
    query = InstancesRequestBuilder.InstancesRequestBuilderGetQueryParameters(
        start_date_time=start.isoformat(), end_date_time=end.isoformat(), top=200
    )
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id).instances
    return builder.to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=about_events())
    )


@operation(
    "PATCH",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="the same times again change nothing",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def move_event(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, start: datetime, end: datetime
) -> RequestInformation:
    """Move an event or an occurrence."""
    return _changed(sdk, user_id, event_id, Event(start=stamp(start), end=stamp(end)))


@operation(
    "PATCH",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="the same time and place again change nothing",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def change_event(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, event: Event
) -> RequestInformation:
    """Give an event another time and place; ``event`` holds these alone."""
    return _changed(sdk, user_id, event_id, event)


@operation(
    "POST",
    "/users/{user-id}/events/{event-id}/cancel",
    permission="Calendars.ReadWrite",
    repeat="a cancelled occurrence is no longer among the instances, so it is not asked for again",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def cancel_event(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, comment: str
) -> RequestInformation:
    """Cancel an event or an occurrence with a friendly line."""
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id).cancel
    return builder.to_post_request_information(
        CancelPostRequestBody(comment=comment), RequestConfiguration(headers=about_events())
    )


@operation(
    "DELETE",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="what is deleted is not there any more, which is what was wanted",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def delete_event(sdk: GraphServiceClient, *, user_id: str, event_id: str) -> RequestInformation:
    """Delete an event to which nobody is invited, so that nobody gets mail."""
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id)
    return builder.to_delete_request_information(RequestConfiguration(headers=about_events()))


@operation(
    "GET",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.Read",
    repeat=READS,
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def event_of(sdk: GraphServiceClient, *, user_id: str, event_id: str) -> RequestInformation:
    """One of our own events; times in UTC."""
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id)
    return builder.to_get_request_information(RequestConfiguration(headers=about_events()))


@operation(
    "PATCH",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="the same attendees again change nothing",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def set_attendees(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, event: Event
) -> RequestInformation:
    """Let an event have other attendees; ``event`` holds only the attendees, so that only those
    added or removed get mail.
    """
    return _changed(sdk, user_id, event_id, event)


@operation(
    "PATCH",
    "/users/{user-id}/events/{event-id}",
    permission="Calendars.ReadWrite",
    repeat="the same end again changes nothing",
    limits=(MAILBOX,),
    missing=NO_ITEM,
)
def end_range(
    sdk: GraphServiceClient, *, user_id: str, event_id: str, event: Event
) -> RequestInformation:
    """Let a series end earlier; ``event`` holds only its recurrence."""
    return _changed(sdk, user_id, event_id, event)


def _changed(
    sdk: GraphServiceClient, user_id: str, event_id: str, fields: Event
) -> RequestInformation:
    """Gives an event what is set in ``fields``, and leaves everything else."""
    builder = sdk.users.by_user_id(user_id).events.by_event_id(event_id)
    return builder.to_patch_request_information(
        fields, RequestConfiguration(headers=about_events())
    )
