"""Free and busy times of many mailboxes at once.

Source: calendar getSchedule, resource `scheduleInformation`.

The page documents 20 mailboxes; the service refuses more than 100 with
`ErrorMailboxDataArrayTooBig` (graph-docs issue 7047) and a window of more than 62 days with
`ErrorTimeIntervalTooBig` (issue 19703). The sandbox refuses from 21 on, because 20 is what
Microsoft promises.
"""

from datetime import datetime, timedelta
from typing import Any

from sandbox.directory import Person
from sandbox.graph.event_bodies import invalid
from sandbox.graph.event_rows import OUTLOOK, Times, shown_as
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.profiles import working_hours
from sandbox.graph.request_costs import outlook
from sandbox.graph.types import checked
from sandbox.graph.zones import wall_time, zone_of
from sandbox.mailbox import Entry, moment, occurrences
from sandbox.state import TenantState

MOST_SCHEDULES = 20
LONGEST_WINDOW = timedelta(days=62)
DIGITS = {"free": "0", "workingElsewhere": "0", "tentative": "1", "busy": "2", "oof": "3"}
ELSEWHERE = "ErrorProxyRequestProcessingFailed"
"""The answer for a mailbox on another server that cannot be asked (EWS ResponseCode; "Resolve
free/busy errors").
"""
MOST_ENTRIES = 1000
"""More entries in the window are answered with an error (calendar getSchedule, note on 1,000)."""
TOO_MANY = "5006"
NOT_FOUND, NO_ACCESS = "5009", "5037"
"""Exchange's numbers for a recipient that cannot be resolved and for a caller without access to
free/busy data.
"""


@operation(
    "POST /users/{user_id}/calendar/getSchedule", outlook(), "Calendars.ReadBasic.All", reads=True
)
def get_schedule(call: Call) -> Answer:
    """What each of the given addresses has in the window, with working hours; an error for each
    that cannot be read.
    """
    body = checked(OUTLOOK, "getSchedule", call.body)
    since, until = _window(body)
    minutes = body.get("availabilityViewInterval") or 30
    if not 5 <= minutes <= 1440:
        raise invalid(
            "availabilityViewInterval must be between 5 and 1440.", "ErrorInvalidParameter"
        )
    addresses = body.get("schedules") or []
    if not 1 <= len(addresses) <= MOST_SCHEDULES:
        raise invalid(
            f"Between 1 and {MOST_SCHEDULES} schedules are taken.", "ErrorMailboxDataArrayTooBig"
        )
    step, show = timedelta(minutes=minutes), Times(call)
    rows = [_information(call.state, address, since, until, step, show) for address in addresses]
    context = f"{GRAPH_ROOT}/$metadata#Collection(microsoft.graph.scheduleInformation)"
    return Answer(body={"@odata.context": context, "value": rows})


def _window(body: dict[str, Any]) -> tuple[datetime, datetime]:
    since, until = (_moment(body.get(name) or {}) for name in ("startTime", "endTime"))
    if until <= since:
        raise invalid("The end of the window is not after its start.", "ErrorInvalidTimeInterval")
    if until - since > LONGEST_WINDOW:
        text = (
            "The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long."
        )
        raise invalid(text, "ErrorTimeIntervalTooBig")
    return since, until


def _moment(stamp: dict[str, Any]) -> datetime:
    if "T" not in str(stamp.get("dateTime")):
        text = "The time duration specified for FreeBusyViewOptions.TimeWindow is invalid."
        raise invalid(text, "ErrorInvalidTimeInterval")
    return moment(wall_time(stamp), zone_of(stamp)[1])


def _information(
    state: TenantState,
    address: str,
    since: datetime,
    until: datetime,
    step: timedelta,
    show: Times,
) -> dict[str, Any]:
    person = state.person_at(address)
    if person is not None and person.licensed and person.on_premises:
        text = "The request to the server of this mailbox could not be processed."
        return _failed(address, text, ELSEWHERE)
    if person is None or not person.has_mailbox:
        text = f"Unable to resolve e-mail address {address} to an Active Directory object."
        return _failed(address, text, NOT_FOUND)
    if not person.mailbox_readable:
        return _failed(address, "The caller does not have access to free/busy data.", NO_ACCESS)
    items = sorted(_items(state, person, since, until), key=lambda item: item[0])
    if len(items) > MOST_ENTRIES:
        return _failed(address, "The result set contains too many calendar entries.", TOO_MANY)
    return {
        "scheduleId": address,
        "availabilityView": _view(items, since, until, step),
        "scheduleItems": [_shown(*item, show) for item in items],
        "workingHours": working_hours(person),
    }


def _failed(address: str, message: str, code: str) -> dict[str, Any]:
    return {"scheduleId": address, "error": {"message": message, "responseCode": code}}


Item = tuple[datetime, datetime, str, Entry]


def _items(state: TenantState, person: Person, since: datetime, until: datetime) -> list[Item]:
    """What stands in the default calendar: that is what free/busy times are told of."""
    found: list[Item] = []
    default = [e for e in state.mailboxes[person.id].entries.values() if e.calendar == 0]
    for entry in default:
        for one in occurrences(entry.appointment, since, until):
            if one.day not in entry.declined:
                changed = one.change.overrides.get("showAs") if one.change else None
                found.append(
                    (one.start, one.end, str(changed or shown_as(state, entry, one.day)), entry)
                )
    return found


def _view(items: list[Item], since: datetime, until: datetime, step: timedelta) -> str:
    slots = ["0"] * -((since - until) // step)
    for start, end, status, _ in items:
        first, last = max(0, (start - since) // step), -((since - end) // step)
        for place in range(first, min(last, len(slots))):
            slots[place] = max(slots[place], DIGITS[status])
    return "".join(slots)


def _shown(
    start: datetime, end: datetime, status: str, entry: Entry, show: Times
) -> dict[str, Any]:
    details = entry.appointment.details
    private = details.get("sensitivity") in {"private", "confidential"}
    location = details.get("location")
    place = location.get("displayName", "") if isinstance(location, dict) else ""
    return {
        "isPrivate": private,
        "status": status,
        "subject": "" if private else entry.appointment.subject,
        "location": "" if private else place,
        "start": show.show(start),
        "end": show.show(end),
    }
