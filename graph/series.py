"""A tandem's series in Graph's shape: recurrence, zone, Teams link, our own property to find it
again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgraph.generated.models.attendee import Attendee
from msgraph.generated.models.attendee_type import AttendeeType
from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.day_of_week import DayOfWeek
from msgraph.generated.models.email_address import EmailAddress
from msgraph.generated.models.event import Event
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.location import Location
from msgraph.generated.models.online_meeting_provider_type import OnlineMeetingProviderType
from msgraph.generated.models.patterned_recurrence import PatternedRecurrence
from msgraph.generated.models.recurrence_pattern import RecurrencePattern
from msgraph.generated.models.recurrence_pattern_type import RecurrencePatternType
from msgraph.generated.models.recurrence_range import RecurrenceRange
from msgraph.generated.models.recurrence_range_type import RecurrenceRangeType
from msgraph.generated.models.sensitivity import Sensitivity
from msgraph.generated.models.single_value_legacy_extended_property import (
    SingleValueLegacyExtendedProperty,
)
from msgraph.generated.models.week_index import WeekIndex

from graph.zones import windows_zone
from mentoring.domain.errors import Rejected
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.ports.calendar import Booking, GatheringWish, SeriesWish, SessionWish

KEY_PROPERTY = "String {3f6d9a5e-2c8b-4b7a-9d53-6a0e9f1b7c42} Name TandemKey"


def series_event(wish: SeriesWish, transaction_id: str) -> Event:
    """The series to be created: an organizer's with one invited person and a Teams link, found
    again by ``wish.key``.

    Raises:
        Rejected: Outlook knows no clock like the organizer's, so it cannot repeat anything by it.
    """
    if wish.pattern.day.type != "once" and not windows_zone(wish.pattern.zone):
        text = f"no time zone of Windows shows the same clock as {wish.pattern.zone}"
        raise Rejected(f"{text}: let the other one of the two organize the sessions", "NoSuchZone")
    start = datetime.combine(wish.pattern.start_date, wish.pattern.start_time)
    event = _event(wish, transaction_id, start, wish.pattern.length_minutes, wish.pattern.zone)
    event.recurrence = _recurrence(wish.pattern)
    return event


def session_event(wish: SessionWish, transaction_id: str) -> Event:
    """A single session's event, otherwise like a series."""
    start = wish.start.astimezone(ZoneInfo(wish.zone)).replace(tzinfo=None)
    return _event(wish, transaction_id, start, wish.minutes, wish.zone)


def _event(wish: Booking, transaction_id: str, start: datetime, minutes: int, zone: str) -> Event:
    return Event(
        subject=wish.subject,
        body=ItemBody(content_type=BodyType.Html, content=wish.body_html),
        start=_local(start, zone),
        end=_local(start + timedelta(minutes=minutes), zone),
        attendees=[_attending(wish.invitee)],
        is_online_meeting=True,
        online_meeting_provider=OnlineMeetingProviderType.TeamsForBusiness,
        sensitivity=Sensitivity.Private if wish.private else Sensitivity.Normal,
        transaction_id=transaction_id,
        single_value_extended_properties=[
            SingleValueLegacyExtendedProperty(id=KEY_PROPERTY, value=wish.key)
        ],
    )


def gathering_event(wish: GatheringWish, transaction_id: str) -> Event:
    """A date of the kick-off: a meeting with a Teams link, to which people come as they answer."""
    return Event(
        subject=wish.subject,
        body=ItemBody(content_type=BodyType.Html, content=wish.body_html),
        start=_utc(wish.start),
        end=_utc(wish.end),
        location=Location(display_name=wish.site) if wish.site else None,
        is_online_meeting=True,
        online_meeting_provider=OnlineMeetingProviderType.TeamsForBusiness,
        transaction_id=transaction_id,
        single_value_extended_properties=[
            SingleValueLegacyExtendedProperty(id=KEY_PROPERTY, value=wish.key)
        ],
    )


def moved_gathering(start: datetime, minutes: int, site: str) -> Event:
    """What changes of a date of the kick-off; without a site it is online alone."""
    end = start + timedelta(minutes=minutes)
    return Event(start=_utc(start), end=_utc(end), location=Location(display_name=site))


def _utc(moment: datetime) -> DateTimeTimeZone:
    return DateTimeTimeZone(
        date_time=moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"), time_zone="UTC"
    )


def attendees_event(people: Sequence[Profile], rows: Sequence[Mapping[str, Any]]) -> Event:
    """The attendees alone, as a change of an event: ``rows`` as they stand there, and ``people``
    anew.
    """
    standing = [_as_it_stands(row) for row in rows]
    return Event(attendees=[*standing, *(_attending(person) for person in people)])


def _as_it_stands(row: Mapping[str, Any]) -> Attendee:
    mail = row.get("emailAddress") or {}
    address = EmailAddress(address=mail.get("address"), name=mail.get("name"))
    return Attendee(type=AttendeeType(row.get("type") or "required"), email_address=address)


def shape_of(pattern: Mapping[str, Any]) -> RecurrencePattern:
    """A pattern as Graph answered it, only with what its type uses, so that it can be sent back."""
    shape = RecurrencePattern(
        type=RecurrencePatternType(pattern["type"]),
        interval=pattern["interval"],
        days_of_week=[DayOfWeek(day) for day in pattern["daysOfWeek"]],
    )
    if shape.type is RecurrencePatternType.Weekly:
        shape.first_day_of_week = DayOfWeek(pattern["firstDayOfWeek"])
    else:
        shape.index = WeekIndex(pattern["index"])
    return shape


def _local(moment: datetime, zone: str) -> DateTimeTimeZone:
    """A time of the wall clock as Graph takes it; by a clock that Windows does not know, the same
    moment in UTC.
    """
    named = windows_zone(zone)
    if not named:
        moment, named = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), "UTC"
    return DateTimeTimeZone(date_time=moment.strftime("%Y-%m-%dT%H:%M:%S"), time_zone=named)


def _attending(person: Profile) -> Attendee:
    address = EmailAddress(address=person.email, name=person.name)
    return Attendee(type=AttendeeType.Required, email_address=address)


def _recurrence(pattern: Pattern) -> PatternedRecurrence | None:
    """Graph's recurrence, only with the properties that its type needs: any other one is an error
    to Graph.
    """
    if pattern.day.type == "once":
        return None
    weekday = DayOfWeek(pattern.day.weekday)
    shape = RecurrencePattern(interval=pattern.day.interval, days_of_week=[weekday])
    if pattern.day.type == "weekly":
        shape.type, shape.first_day_of_week = RecurrencePatternType.Weekly, DayOfWeek.Monday
    else:
        shape.type, shape.index = (
            RecurrencePatternType.RelativeMonthly,
            WeekIndex(pattern.day.index),
        )
    span = RecurrenceRange(
        type=RecurrenceRangeType.Numbered,
        start_date=pattern.start_date,
        number_of_occurrences=pattern.occurrences,
        recurrence_time_zone=windows_zone(pattern.zone),
    )
    return PatternedRecurrence(pattern=shape, range=span)
