"""Writing calendars: create, change, cancel and delete events and single occurrences.

Sources: user post events, event update, event cancel, event delete; resource `event`
(transactionId). A meeting stands in the calendars of all its attendees who have a mailbox here, and
invitations are sent whether one wants it or not.
"""

import asyncio
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sandbox import calendars, further_attendees
from sandbox.graph import event_bodies as bodies
from sandbox.graph.errors import GraphRefusal, access_denied, bad_request
from sandbox.graph.event_rows import BLOB, OUTLOOK, find_day, named
from sandbox.graph.events import found_event, mailbox_of, row_of
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.request_costs import outlook
from sandbox.graph.types import checked
from sandbox.mailbox import Appointment, Change, Entry, moment
from sandbox.recurrence import Recurrence
from sandbox.state import TenantState

WRITE = "Calendars.ReadWrite"
CONFLICT = (
    "The send or update operation could not be performed because the change key passed in the "
    "request does not match the current change key for the item."
)
"""What Exchange answers now and then, although no key was passed: it has changed the item by
itself (msgraph-sdk-dotnet issue 1201). The next attempt succeeds.
"""
SHAPED = {
    "start",
    "end",
    "recurrence",
    "attendees",
    "showAs",
    "transactionId",
    "singleValueExtendedProperties",
}
MEETING = {
    "isOnlineMeeting",
    "onlineMeetingProvider",
    "originalStartTimeZone",
    "originalEndTimeZone",
}
TOLD = {
    *("start", "end", "recurrence", "subject", "body", "location", "locations"),
    *("importance", "sensitivity", "isAllDay", "isOnlineMeeting"),
}
"""What attendees hear of by mail; that an organizer's own marks (categories, a reminder, extended
properties) send none is assumed.
"""
ONCE = {"recurrence", "transactionId", "isOnlineMeeting", "onlineMeetingProvider", "attendees"}
"""What belongs to the series and cannot be changed for one occurrence."""
USED_ALREADY = (
    "The TransactionId specified in the request has already been used to create a different event."
)


@operation("POST /users/{user_id}/events", outlook(), WRITE)
def create_event(call: Call) -> Answer:
    """Create an event or a series: 201 with it.

    A transaction id that was used before is refused.
    """
    mailbox, body = mailbox_of(call), checked(OUTLOOK, "event", call.body)
    bodies.refuse_read_only(body)
    if body.get("transactionId") in mailbox.transactions:
        raise GraphRefusal(400, "ErrorDuplicateTransactionId", USED_ALREADY)
    appointment = _appointment(call, body)
    entry = mailbox.put(appointment)
    entry.properties = bodies.extended(body.get("singleValueExtendedProperties"))
    calendars.entered(call.state, entry)
    calendars.invite(call.state, appointment)
    if appointment.join_url and call.state.faults.late_link():
        _keep_back_the_link(call.state, appointment)
    context = f"{GRAPH_ROOT}/$metadata#users('{call.ids['user_id']}')/events/$entity"
    row = {"@odata.context": context} | named(call, entry, row_of(call, entry, None))
    further_attendees.come(call.state, appointment)
    return Answer(201, row)


@operation("PATCH /users/{user_id}/events/{event_id}", outlook(), WRITE)
def change_event(call: Call) -> Answer:
    """Change an event, a series or one occurrence: 200 with it."""
    entry, day = found_event(call)
    body = checked(OUTLOOK, "event", call.body)
    bodies.refuse_read_only(body)
    if not entry.is_organizer:
        raise access_denied()
    if status := call.state.faults.conflict():
        raise GraphRefusal(status, "ErrorIrresolvableConflict", CONFLICT)
    if (
        body.get("transactionId", entry.appointment.transaction_id)
        != entry.appointment.transaction_id
    ):
        raise bodies.invalid("transactionId cannot be changed.", "ErrorInvalidPropertySet")
    if day is None:
        _change_all(call, entry, body)
    else:
        _change_one(call, entry, find_day(entry, day).day or day, body)
    return Answer(body=named(call, entry, row_of(call, entry, day)))


@operation("POST /users/{user_id}/events/{event_id}/cancel", outlook(), WRITE)
def cancel_event(call: Call) -> Answer:
    """Cancel a meeting, a series or one occurrence, as its organizer: 202."""
    entry, day = found_event(call)
    checked(OUTLOOK, "cancel", call.body or {})
    if not entry.is_organizer:
        text = "Your request can't be completed. You need to be an organizer to cancel a meeting."
        raise bad_request(OUTLOOK, text)
    _call_off(call, entry, day)
    return Answer(202)


@operation("DELETE /users/{user_id}/events/{event_id}", outlook(), WRITE)
def delete_event(call: Call) -> Answer:
    """Delete: the same as cancelling for the organizer, as declining for an attendee. 204."""
    entry, day = found_event(call)
    if entry.is_organizer:
        _call_off(call, entry, day)
    else:
        calendars.decline(call.state, entry, day if day is None else find_day(entry, day).day)
    return Answer(204)


def _keep_back_the_link(state: TenantState, appointment: Appointment) -> None:
    """The event is there at once, the link of its meeting a while later, which is told as any
    change (seen by users: microsoft-graph-explorer-v4 issue 3315, "event getting created
    successfully, but there is no meeting url"; for how long is assumed).
    """
    link, appointment.join_url, appointment.link_is_late = appointment.join_url, None, True

    def made() -> None:
        appointment.join_url, appointment.link_is_late = link, False
        calendars.changed(state, appointment)

    asyncio.get_running_loop().call_later(state.delays.link_seconds, made)


def _appointment(call: Call, body: dict[str, Any]) -> Appointment:
    start, end, zone = bodies.times(body)
    now, person = call.state.clock.now(), call.person()
    uid = f"040000008200E00074C5B7101A82E008{call.state.new_id().replace('-', '').upper()}"
    return Appointment(
        uid,
        person.id,
        start,
        end,
        zone,
        now,
        now,
        body["start"].get("timeZone") or "UTC",
        body["end"].get("timeZone") or "UTC",
        body.get("showAs") or "busy",
        _details(body),
        bodies.recurrence(body.get("recurrence"), start, end),
        bodies.attendees(body.get("attendees")),
        _join_url(call, body),
        body.get("transactionId"),
    )


def _details(body: dict[str, Any]) -> dict[str, object]:
    return {
        key: value
        for key, value in body.items()
        if key not in SHAPED | MEETING and "@odata." not in key
    }


def _join_url(call: Call, body: dict[str, Any]) -> str | None:
    """The link of the Teams meeting, if one is wanted.

    Whose policy forbids it gets the event all the same, without one (microsoft-graph-docs issues
    9741 and 22355).
    """
    meeting_id, provider = call.state.new_id(), body.get("onlineMeetingProvider")
    wanted = body.get("isOnlineMeeting") and provider in {None, "teamsForBusiness"}
    if not wanted or not call.person().online_meetings:
        return None
    thread = f"19%3ameeting_{meeting_id.replace('-', '')}%40thread.v2"
    return f"https://teams.microsoft.com/l/meetup-join/{thread}/0"


def _change_all(call: Call, entry: Entry, body: dict[str, Any]) -> None:
    appointment = entry.appointment
    if "start" in body or "end" in body or "recurrence" in body:
        _reschedule(call, appointment, body)
    if "attendees" in body:
        known = {one.address.casefold(): one for one in appointment.attendees}
        people, before = (
            bodies.attendees(body["attendees"]),
            calendars.invited(call.state, appointment),
        )
        appointment.attendees = [known.get(one.address.casefold(), one) for one in people]
        calendars.uninvite(call.state, appointment, before)
        calendars.invite(call.state, appointment)
    if TOLD.intersection(body):
        calendars.send(call.state, appointment, "update")
    if "body" in body and BLOB not in str(body["body"]):
        appointment.join_url = None
    if body.get("isOnlineMeeting") and appointment.join_url is None:
        appointment.join_url = _join_url(call, body)
    appointment.show_as = body.get("showAs") or appointment.show_as
    appointment.details.update(_details(body))
    entry.properties.update(bodies.extended(body.get("singleValueExtendedProperties")))
    calendars.changed(call.state, appointment)


def _reschedule(call: Call, appointment: Appointment, body: dict[str, Any]) -> None:
    own = {"start": appointment.start, "end": appointment.end}
    given = {
        name: body.get(name) or _stamp(appointment, wall_time) for name, wall_time in own.items()
    }
    start, end, zone = bodies.times(given | {"isAllDay": body.get("isAllDay")})
    repeat = appointment.recurrence
    if "recurrence" in body:
        repeat = bodies.recurrence(body["recurrence"], start, end)
    appointment.legacy_zone = appointment.legacy_zone and "start" not in body
    same_times = (start, end, zone) == (appointment.start, appointment.end, appointment.zone)
    if same_times and _same_but_for_the_end(repeat, appointment.recurrence):
        calendars.undo_exceptions(call.state, appointment)
    else:
        calendars.reschedule(call.state, appointment, start, end, zone)
    appointment.recurrence = repeat


def _stamp(appointment: Appointment, wall_time: datetime) -> dict[str, str]:
    return {"dateTime": wall_time.isoformat(), "timeZone": appointment.zone_sent}


def _same_but_for_the_end(one: Recurrence | None, other: Recurrence | None) -> bool:
    if one is None or other is None:
        return one is other
    first, second = (replace(e, end=None, count=None, zone_sent=None) for e in (one, other))
    return first == second


def _change_one(call: Call, entry: Entry, day: date, body: dict[str, Any]) -> None:
    fixed = sorted(ONCE.intersection(body))
    if fixed:
        raise bodies.invalid(
            f"'{fixed[0]}' cannot be set on an occurrence.", "ErrorInvalidPropertySet"
        )
    appointment = entry.appointment
    old = row_of(call, entry, day)
    start, end, zone = bodies.times(
        {name: body.get(name) or old[name] for name in ("start", "end")}
    )
    local = [_in_zone(wall_time, zone, appointment.zone) for wall_time in (start, end)]
    known = appointment.changes.get(day)
    overrides = (known.overrides if known else {}) | _details(body)
    if "showAs" in body:
        overrides["showAs"] = body["showAs"]
    try:
        calendars.move(call.state, entry, day, Change(local[0], local[1], overrides))
    except calendars.CrossesNeighbour as crossing:
        raise bodies.invalid(str(crossing), "ErrorOccurrenceCrossingBoundary") from None


def _in_zone(wall_time: datetime, zone: str, wanted: str) -> datetime:
    return moment(wall_time, zone).astimezone(ZoneInfo(wanted)).replace(tzinfo=None)


def _call_off(call: Call, entry: Entry, day: date | None) -> None:
    if day is not None:
        find_day(entry, day)
    calendars.call_off(call.state, entry, day)
