"""From an appointment to an event's JSON, as it stands in one mailbox. Source: resource `event`."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.directory import Person
from sandbox.graph.errors import Family, not_found
from sandbox.graph.operations import Call
from sandbox.graph.zones import iana_name, stamp, timestamp, unsupported
from sandbox.mailbox import (
    Appointment,
    Attendee,
    Entry,
    Mailbox,
    Occurrence,
    living_days,
    occurrence_on,
    planned_on,
    planned_start,
)
from sandbox.recurrence import Recurrence, days_of
from sandbox.state import TenantState

Row = dict[str, Any]
OUTLOOK: Family = "outlook"
NEVER = "0001-01-01T00:00:00Z"
DEFAULTS: Row = {
    "subject": "",
    "body": {"contentType": "text", "content": ""},
    "categories": [],
    "importance": "normal",
    "sensitivity": "normal",
    "isAllDay": False,
    "isReminderOn": True,
    "reminderMinutesBeforeStart": 15,
    "responseRequested": True,
    "allowNewTimeProposals": True,
    "hideAttendees": False,
    "location": {"displayName": ""},
}
BLOB = "Microsoft Teams meeting"
"""Stands in the body of an online meeting; a change of the body that drops it disables the
meeting.
"""


class Times:
    """In which zone an answer gives times: `Prefer: outlook.timezone="…"`, else UTC."""

    def __init__(self, call: Call) -> None:
        self.name = _preferred(call.headers.get("prefer", ""))
        zone = iana_name(self.name)
        if zone is None:
            raise unsupported(self.name)
        self._zone = zone

    def show(self, moment: datetime) -> dict[str, str]:
        """An aware moment as `dateTimeTimeZone`."""
        return stamp(moment, self._zone, self.name)

    def midnight(self, day: date) -> dict[str, str]:
        """The beginning of a day, by whichever clock."""
        return {"dateTime": f"{day.isoformat()}T00:00:00.0000000", "timeZone": self.name}


def lasting_ids(call: Call) -> bool:
    """Whether the request asks for ids that stay: `Prefer: IdType="ImmutableId"` (Graph,
    `outlook-immutable-id`). It holds for this request alone.
    """
    return _preference(call.headers.get("prefer", ""), "idtype").casefold() == "immutableid"


def named(call: Call, entry: Entry, row: Row) -> Row:
    """The event's JSON with the ids that the request asks for."""
    if not lasting_ids(call):
        return row
    if row["seriesMasterId"] is None:
        return row | {"id": entry.lasting_id}
    _, day = call.state.mailboxes[entry.owner_id].issued[row["id"]]
    return row | {"id": entry.lasting_occurrence_id(day), "seriesMasterId": entry.lasting_id}


def _preferred(prefer: str) -> str:
    return _preference(prefer, "outlook.timezone") or "UTC"


def _preference(prefer: str, wanted: str) -> str:
    for part in prefer.split(","):
        name, _, value = part.strip().partition("=")
        if name.casefold() == wanted:
            return value.strip('" ')
    return ""


class EntryRows:
    """The event's JSON in one mailbox: of the event itself, and of its occurrences.

    Valid until something changes.
    """

    def __init__(self, state: TenantState, entry: Entry, show: Times) -> None:
        self._state = state
        self._entry = entry
        self._show = show
        attendees = [self._attendee(one) for one in entry.appointment.attendees]
        self._common = _common(state, entry) | {
            "showAs": shown_as(state, entry),
            "attendees": attendees,
        }

    def master(self) -> Row:
        """A single event or the master of a series; the times of a master are those that its
        pattern gives the first day, whatever has been changed about that day.
        """
        appointment = self._entry.appointment
        first = planned_on(appointment, first_day(appointment))
        own = {
            "id": self._entry.id,
            "iCalUId": appointment.uid,
            "type": "seriesMaster" if appointment.recurrence else "singleInstance",
            "seriesMasterId": None,
            "recurrence": _recurrence(appointment),
        }
        return self._common | own | self._times(first)

    def occurrence(self, mailbox: Mailbox, one: Occurrence) -> Row:
        """One occurrence or exception of a series, or the single event itself."""
        if one.day is None:
            return self.master()
        appointment = self._entry.appointment
        answered = appointment.answers.get(one.day, {})
        own: Row = {
            "id": mailbox.issue(self._entry, one.day),
            "iCalUId": f"{appointment.uid}{one.day:%Y%m%d}",
            "type": "exception" if one.change or answered else "occurrence",
            "seriesMasterId": self._entry.id,
            "recurrence": None,
            "originalStart": timestamp(
                planned_start(appointment, one.day) if one.change else one.start
            ),
        }
        if answered:
            own |= self._answers(answered, one.day)
        return self._common | own | (one.change.overrides if one.change else {}) | self._times(one)

    def _answers(self, answered: dict[str, Attendee], day: date) -> Row:
        attendees = self._entry.appointment.attendees
        people = [answered.get(attendee.address.casefold(), attendee) for attendee in attendees]
        shown = {
            "responseStatus": _response(self._state, self._entry, day),
            "showAs": shown_as(self._state, self._entry, day),
        }
        return {"attendees": [self._attendee(one) for one in people]} | shown

    def _attendee(self, one: Attendee) -> Row:
        address = {"name": one.name, "address": one.address}
        row = {"type": one.kind, "status": _status(one, "none"), "emailAddress": address}
        if one.proposal is None or not self._entry.is_organizer:
            return row
        start, end = (self._show.show(moment) for moment in one.proposal)
        return row | {"proposedNewTime": {"start": start, "end": end}}

    def _times(self, one: Occurrence) -> Row:
        """A whole day lasts from midnight to midnight in whatever zone times are asked for."""
        if self._entry.appointment.details.get("isAllDay"):
            zone = ZoneInfo(self._entry.appointment.zone)
            days = (moment.astimezone(zone) for moment in (one.start, one.end))
            start, end = (self._show.midnight(day.date()) for day in days)
            return {"start": start, "end": end}
        return {"start": self._show.show(one.start), "end": self._show.show(one.end)}


def first_day(appointment: Appointment) -> date:
    """The day of a single event, or the first day of a series, cancelled or not."""
    return (
        days_of(appointment.recurrence)[0] if appointment.recurrence else appointment.start.date()
    )


def shown_as(state: TenantState, entry: Entry, day: date | None = None) -> str:
    """What a mailbox shows others: an invitation is tentative until it is accepted, free when
    declined.
    """
    response = "accepted" if entry.is_organizer else response_of(state, entry, day).response
    if response == "accepted":
        return entry.appointment.show_as
    return "free" if response == "declined" else "tentative"


def response_of(state: TenantState, entry: Entry, day: date | None = None) -> Attendee:
    """The attendee that the owner of this mailbox is, with the answer given for that day, if there
    is one of its own.
    """
    address, appointment = state.people[entry.owner_id].mail.casefold(), entry.appointment
    single = appointment.answers.get(day, {}).get(address) if day else None
    found = (one for one in appointment.attendees if one.address.casefold() == address)
    return single or next(found, Attendee(address, address))


def cancelled_ids(entry: Entry) -> list[str]:
    """The ids of the cancelled occurrences of a series."""
    return [f"OID.{entry.id}.{day.isoformat()}" for day in sorted(entry.appointment.cancelled)]


def find_day(entry: Entry, day: date) -> Occurrence:
    """The occurrence of that day, if it still stands. Raises GraphRefusal (404)."""
    if day not in living_days(entry.appointment) or day in entry.declined:
        raise not_found(OUTLOOK, day.isoformat())
    return occurrence_on(entry.appointment, day)


def _common(state: TenantState, entry: Entry) -> Row:
    appointment = entry.appointment
    organizer = state.people[appointment.organizer_id]
    details = DEFAULTS | {
        key: value for key, value in appointment.details.items() if value is not None
    }
    details["body"] = _body(details["body"], appointment)
    details.setdefault(
        "locations", [details["location"]] if details["location"].get("displayName") else []
    )
    is_online = appointment.join_url is not None or appointment.link_is_late
    return details | {
        "@odata.etag": f'W/"{appointment.change_key}"',
        "changeKey": appointment.change_key,
        "createdDateTime": timestamp(appointment.created),
        "lastModifiedDateTime": timestamp(appointment.modified),
        "transactionId": appointment.transaction_id if entry.is_organizer else None,
        "originalStartTimeZone": _named(appointment, appointment.zone_sent),
        "originalEndTimeZone": _named(appointment, appointment.end_zone_sent),
        "bodyPreview": details["body"]["content"][:255],
        "isCancelled": appointment.called_off,
        "isOrganizer": entry.is_organizer,
        "isDraft": False,
        "hasAttachments": False,
        "webLink": f"https://outlook.office365.com/owa/?itemid={entry.id}&exvsurl=1&path=/calendar/item",
        "onlineMeetingUrl": None,
        "isOnlineMeeting": is_online,
        "onlineMeetingProvider": "teamsForBusiness" if is_online else "unknown",
        "onlineMeeting": {"joinUrl": appointment.join_url} if appointment.join_url else None,
        "organizer": {"emailAddress": _address(organizer)},
        "responseStatus": _response(state, entry),
    }


def _body(body: Row, appointment: Appointment) -> Row:
    content, kind = body.get("content") or "", body.get("contentType") or "text"
    if appointment.join_url and BLOB not in content:
        content = f"{content}\n{BLOB}: {appointment.join_url}"
    return {"contentType": kind, "content": content}


def _response(state: TenantState, entry: Entry, day: date | None = None) -> Row:
    if entry.is_organizer:
        return {"response": "organizer", "time": NEVER}
    return _status(response_of(state, entry, day), "notResponded")


def _status(one: Attendee, unanswered: str) -> Row:
    response = unanswered if one.response == "none" else one.response
    return {"response": response, "time": timestamp(one.responded) if one.responded else NEVER}


def _address(person: Person) -> Row:
    return {"name": person.display_name, "address": person.mail}


def _recurrence(appointment: Appointment) -> Row | None:
    found = appointment.recurrence
    return {"pattern": _pattern(found), "range": _range(found, appointment)} if found else None


def _pattern(found: Recurrence) -> Row:
    absolute, yearly = found.kind.startswith("absolute"), found.kind.endswith("Yearly")
    return {
        "type": found.kind,
        "interval": found.interval,
        "month": found.month if yearly else 0,
        "dayOfMonth": found.day_of_month if absolute else 0,
        "daysOfWeek": list(found.days),
        "firstDayOfWeek": found.first_day,
        "index": found.index,
    }


def _named(appointment: Appointment, zone: str) -> str:
    """A zone's name; "a legacy custom time zone was set in desktop Outlook" (resource event)."""
    return "tzone://Microsoft/Custom" if appointment.legacy_zone else zone


def _range(found: Recurrence, appointment: Appointment) -> Row:
    kind = "numbered" if found.count else "endDate" if found.end else "noEnd"
    return {
        "type": kind,
        "startDate": found.start.isoformat(),
        "endDate": found.end.isoformat() if found.end else "0001-01-01",
        "recurrenceTimeZone": _named(appointment, found.zone_sent or appointment.zone_sent),
        "numberOfOccurrences": found.count or 0,
    }
