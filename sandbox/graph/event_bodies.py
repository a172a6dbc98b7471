"""From an event's JSON to an appointment: what Exchange accepts, and what it refuses.

Sources: user post events, event update, resources `event`, `attendee`, `recurrencePattern`,
`recurrenceRange`; Exchange's response codes.
"""

import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.graph.errors import GraphRefusal
from sandbox.graph.zones import iana_name, unsupported, wall_time, zone_of
from sandbox.mailbox import Attendee
from sandbox.recurrence import Recurrence, days_of

Body = dict[str, Any]
READ_ONLY = frozenset(
    {
        "id",
        "bodyPreview",
        "cancelledOccurrences",
        "changeKey",
        "createdDateTime",
        "exceptionOccurrences",
        "hasAttachments",
        "iCalUId",
        "instances",
        "isCancelled",
        "isDraft",
        "isOrganizer",
        "lastModifiedDateTime",
        "onlineMeeting",
        "onlineMeetingUrl",
        "organizer",
        "originalStart",
        "responseStatus",
        "seriesMasterId",
        "type",
        "webLink",
    },
)
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PROPERTY_ID = re.compile(
    r"(\w+)\s+(\{[0-9a-fA-F-]{36}\}\s+(Name\s+\S.*|Id\s+0x[0-9a-fA-F]+)|0x[0-9a-fA-F]+)"
)
MOST_ATTENDEES = 500
MOST_OCCURRENCES = 999
NEEDED = {
    "daily": (),
    "weekly": ("daysOfWeek", "firstDayOfWeek"),
    "absoluteMonthly": ("dayOfMonth",),
    "relativeMonthly": ("daysOfWeek",),
    "absoluteYearly": ("dayOfMonth", "month"),
    "relativeYearly": ("daysOfWeek", "month"),
}
OPTIONAL = {"relativeMonthly": ("index",), "relativeYearly": ("index",)}
NEUTRAL: Body = {
    "dayOfMonth": 0,
    "month": 0,
    "daysOfWeek": [],
    "index": "first",
    "firstDayOfWeek": "sunday",
}
"""What Graph itself answers for a property that the pattern does not use, and therefore takes
back.
"""


def invalid(message: str, code: str = "ErrorInvalidRequest") -> GraphRefusal:
    """400 in Exchange's words."""
    return GraphRefusal(400, code, message)


def refuse_read_only(body: Body) -> None:
    """Refuse properties that only the service sets (400)."""
    found = sorted(READ_ONLY.intersection(body))
    if found:
        raise invalid(
            f"Set action is invalid for property '{found[0]}'.", "ErrorInvalidPropertySet"
        )


def times(body: Body) -> tuple[datetime, datetime, str]:
    """Start and end as wall-clock times (naive) in the zone of the start, and this zone (IANA).

    Raises GraphRefusal.
    """
    for name in ("start", "end"):
        if not (body.get(name) or {}).get("dateTime"):
            raise invalid(f"The event needs a {name} with its dateTime.", "ErrorPropertyValidation")
    zone, end_zone = zone_of(body["start"])[1], zone_of(body["end"])[1]
    start, end = wall_time(body["start"]), wall_time(body["end"])
    if end_zone != zone:
        end = end.replace(tzinfo=ZoneInfo(end_zone)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if end < start:
        raise invalid("The end is before the start.", "ErrorCalendarEndDateIsEarlierThanStartDate")
    if body.get("isAllDay") and (
        start.time() != datetime.min.time() or end.time() != datetime.min.time()
    ):
        raise invalid("The start and end of an all-day event need to be set to midnight.")
    return start, end, zone


def attendees(values: list[Body] | None) -> list[Attendee]:
    """The attendees of a body, none of whom has answered yet. Raises GraphRefusal (400)."""
    found = []
    for value in values or []:
        address = (value.get("emailAddress") or {}).get("address") or ""
        if not ADDRESS.fullmatch(address):
            raise invalid("At least one recipient isn't valid.", "ErrorInvalidRecipients")
        name = value["emailAddress"].get("name") or address
        found.append(Attendee(address, name, value.get("type") or "required"))
    if len(found) > MOST_ATTENDEES:
        raise invalid(f"An event has {MOST_ATTENDEES} attendees at most.", "ErrorInvalidRecipients")
    return found


def extended(values: list[Body] | None) -> dict[str, str]:
    """Single-value extended properties by id. Raises GraphRefusal (400) for an invalid id."""
    found = {}
    for value in values or []:
        if not PROPERTY_ID.fullmatch(str(value.get("id"))):
            raise invalid(f"PropertyId '{value.get('id')}' is not valid.", "ErrorInvalidProperty")
        found[str(value["id"])] = str(value.get("value"))
    return found


def recurrence(body: Body | None, start: datetime, end: datetime) -> Recurrence | None:
    """The recurrence of a body whose first occurrence is `start` … `end`.

    Raises GraphRefusal (400).
    """
    if body is None:
        return None
    pattern, limits = body.get("pattern") or {}, body.get("range") or {}
    parsed = Recurrence(**_pattern(pattern), **_range(limits, start))
    days = days_of(parsed)
    if not days:
        raise invalid("The recurrence has no occurrence.", "ErrorRecurrenceHasNoOccurrence")
    if len(days) > MOST_OCCURRENCES and limits["type"] != "noEnd":
        raise invalid(
            f"A series has {MOST_OCCURRENCES} occurrences at most.", "ErrorInvalidRecurrence"
        )
    nearest = min((later - day for day, later in pairwise(days)), default=timedelta.max)
    if end - start > nearest:
        raise invalid(
            "An occurrence lasts longer than the interval.", "ErrorOccurrenceTimeSpanTooBig"
        )
    return parsed


def _pattern(pattern: Body) -> Body:
    kind = pattern.get("type")
    if kind not in NEEDED or int(pattern.get("interval") or 0) < 1:
        raise _bad_recurrence("A recurrence pattern needs a type and an interval of at least 1.")
    missing = [name for name in NEEDED[kind] if not pattern.get(name)]
    if missing:
        raise _bad_recurrence(f"A recurrence pattern of type '{kind}' needs '{missing[0]}'.")
    used = {*NEEDED[kind], *OPTIONAL.get(kind, ())}
    surplus = [
        name
        for name, neutral in NEUTRAL.items()
        if name not in used and pattern.get(name, neutral) != neutral
    ]
    if surplus:
        raise _bad_recurrence(
            f"A recurrence pattern of type '{kind}' does not take '{surplus[0]}'."
        )
    _check_numbers(pattern, used)
    return {
        "kind": kind,
        "interval": pattern["interval"],
        "days": tuple(pattern.get("daysOfWeek") or ()),
        "first_day": pattern.get("firstDayOfWeek") or "sunday",
        "day_of_month": pattern.get("dayOfMonth") or 1,
        "index": pattern.get("index") or "first",
        "month": pattern.get("month") or 1,
    }


def _check_numbers(pattern: Body, used: set[str]) -> None:
    for name, most in (("dayOfMonth", 31), ("month", 12)):
        if name in used and not 1 <= pattern[name] <= most:
            raise _bad_recurrence(f"'{name}' must be between 1 and {most}.")


def _range(limits: Body, start: datetime) -> Body:
    kind = limits.get("type")
    if limits.get("startDate") != start.date().isoformat():
        raise _bad_recurrence("The startDate of the range must be the date of the event's start.")
    zone = limits.get("recurrenceTimeZone")
    if zone and iana_name(zone) is None:
        raise unsupported(zone)
    parsed: Body = {"start": start.date(), "zone_sent": zone}
    if kind == "endDate":
        return parsed | {"end": _end_date(limits, start.date())}
    if kind == "numbered":
        number = limits.get("numberOfOccurrences") or 0
        if not 1 <= number <= MOST_OCCURRENCES:
            raise _bad_recurrence(
                f"'numberOfOccurrences' must be between 1 and {MOST_OCCURRENCES}."
            )
        return parsed | {"count": number}
    if kind == "noEnd":
        return parsed
    raise _bad_recurrence("A recurrence range needs a type.")


def _end_date(limits: Body, first: date) -> date:
    text = limits.get("endDate")
    if not text or date.fromisoformat(text) < first:
        raise _bad_recurrence("The endDate of the range must be on or after its startDate.")
    return date.fromisoformat(text)


def _bad_recurrence(message: str) -> GraphRefusal:
    return invalid(message, "ErrorInvalidRecurrence")
