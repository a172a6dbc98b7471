"""What happens to meetings: they are entered, changed, moved, answered, called off.

Whoever does it, Graph or a person.

Every act tells the mailboxes it touches (`TenantState.calendar_listeners`): the organizer's, and
those of all attendees in whose calendars the meeting stands. Sources: event update, event cancel,
event delete, event accept and decline; [MS-OXOCAL] 3.1.4.7 for what an update does to answers given
before.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from sandbox.directory import Person
from sandbox.mailbox import Appointment, Attendee, Change, Entry, Mail, MailKind, living_days
from sandbox.recurrence import beginning_on, days_of
from sandbox.state import TenantState
from sandbox.watching import CalendarChange

Kind = Literal["created", "updated", "deleted"]


class CrossesNeighbour(ValueError):
    """An occurrence cannot be moved to or past the day of the one before or after it."""


def entered(state: TenantState, entry: Entry) -> Entry:
    """Tell that an event has come into a mailbox; returns it."""
    _tell(state, entry, "created")
    return entry


def changed(state: TenantState, appointment: Appointment) -> None:
    """Tell every mailbox that has the appointment that it changed."""
    appointment.touch(state.clock.now())
    for entry in standing(state, appointment):
        _tell(state, entry, "updated")


def standing(state: TenantState, appointment: Appointment) -> Iterator[Entry]:
    """Where the appointment stands: at its organizer's first, then at its attendees'."""
    for person_id in dict.fromkeys(
        [appointment.organizer_id, *(one.id for one in invited(state, appointment))]
    ):
        entry = state.mailboxes[person_id].entry_of(appointment)
        if entry is not None:
            yield entry


def invited(state: TenantState, appointment: Appointment) -> list[Person]:
    """The attendees who belong to this company."""
    found = (state.person_at(one.address) for one in appointment.attendees)
    return [person for person in found if person is not None]


def invite(state: TenantState, appointment: Appointment) -> None:
    """Enter the appointment at all attendees who have a mailbox here and do not have it yet, who
    are invited by mail.
    """
    send(state, appointment, "invitation", _enter_at_all(state, appointment))


def _enter_at_all(state: TenantState, appointment: Appointment) -> list[Person]:
    """Those who did not have it yet."""
    new = [
        person
        for person in invited(state, appointment)
        if person.has_mailbox and state.mailboxes[person.id].entry_of(appointment) is None
    ]
    for person in new:
        entered(state, state.mailboxes[person.id].put(appointment))
    return new


def send(
    state: TenantState, appointment: Appointment, kind: MailKind, people: list[Person] | None = None
) -> None:
    """Exchange writes to these people about the meeting, by default to all who are invited."""
    subject, now = str(appointment.details.get("subject", "")), state.clock.now()
    for person in invited(state, appointment) if people is None else people:
        if person.has_mailbox and (kind == "answer" or person.id != appointment.organizer_id):
            state.mail.append(Mail(person.id, kind, subject, now))


def uninvite(state: TenantState, appointment: Appointment, before: list[Person]) -> None:
    """Take the appointment from those who were invited and no longer are."""
    still = {appointment.organizer_id, *(person.id for person in invited(state, appointment))}
    for person in before:
        entry = state.mailboxes[person.id].entry_of(appointment)
        if entry is not None and person.id not in still:
            _remove(state, entry)
            send(state, appointment, "cancellation", [person])


def call_off(state: TenantState, entry: Entry, day: date | None) -> None:
    """The organizer cancels: all of it (attendees keep it, marked as cancelled), or the occurrence
    of that day.
    """
    appointment = entry.appointment
    if day is None:
        appointment.called_off = True
        _remove(state, entry)
    else:
        appointment.cancelled.add(day)
        appointment.changes.pop(day, None)
    send(state, appointment, "cancellation")
    changed(state, appointment)


def move(state: TenantState, entry: Entry, day: date, change: Change) -> None:
    """The organizer changes one occurrence.

    At a new time all are asked anew, those who had declined included.

    Raises CrossesNeighbour.
    """
    appointment = entry.appointment
    _refuse_crossing(appointment, day, change)
    known = appointment.changes.get(day)
    before = (known.start, known.end) if known else _planned(appointment, day)
    appointment.changes[day] = change
    if before != (change.start, change.end):
        _ask_anew(state, appointment, day)
    send(state, appointment, "update")
    changed(state, appointment)


def _refuse_crossing(appointment: Appointment, day: date, change: Change) -> None:
    days = living_days(appointment)
    place = days.index(day)
    before, after = days[max(0, place - 1) : place], days[place + 1 : place + 2]
    crosses_before = any(change.start.date() <= _local_day(appointment, one) for one in before)
    if crosses_before or any(change.end.date() >= _local_day(appointment, one) for one in after):
        raise CrossesNeighbour(
            "Modified occurrence is crossing or overlapping adjacent occurrence."
        )


def _local_day(appointment: Appointment, day: date) -> date:
    change = appointment.changes.get(day)
    return change.start.date() if change else day


def reschedule(
    state: TenantState, appointment: Appointment, start: datetime, end: datetime, zone: str
) -> None:
    """The organizer gives the whole meeting a new time (wall-clock, in the IANA `zone`), and
    everybody is asked anew.
    """
    appointment.start, appointment.end, appointment.zone = start, end, zone
    undo_exceptions(state, appointment)
    for one in appointment.attendees:
        one.response, one.responded, one.proposal = "none", None, None
    _enter_at_all(state, appointment)


def undo_exceptions(state: TenantState, appointment: Appointment) -> None:
    """What a new time, pattern or end of a series does to its single occurrences: all are again as
    the pattern has them.
    """
    appointment.changes.clear()
    appointment.cancelled.clear()
    appointment.answers.clear()
    for entry in standing(state, appointment):
        entry.declined.clear()


def decline(state: TenantState, entry: Entry, day: date | None, *, told: bool = True) -> None:
    """An attendee declines the meeting, or the occurrence of that day, which leaves this calendar.

    The organizer learns of it unless the attendee chose not to send a response; nobody answers a
    meeting that was called off.
    """
    if day is None:
        _remove(state, entry)
    else:
        entry.declined.add(day)
    if told and not entry.appointment.called_off:
        answer(state, entry, "declined", day)
    elif day is not None:
        _tell(state, entry, "updated")


def split(
    state: TenantState,
    entry: Entry,
    day: date,
    times: tuple[datetime, datetime],
    keeps_properties: bool,
) -> Entry:
    """End a series before the day, and let another one begin there, at these wall-clock times."""
    old = entry.appointment
    pattern = old.recurrence
    if pattern is None:
        raise ValueError("only a series can be split")
    later = [each for each in days_of(pattern) if each >= day]
    new = replace(
        old,
        uid=state.new_id(),
        start=times[0],
        end=times[1],
        recurrence=replace(beginning_on(pattern, times[0].date()), count=len(later), end=None),
        attendees=[Attendee(one.address, one.name, one.kind) for one in old.attendees],
        cancelled=set(),
        changes={},
        answers={},
        details=dict(old.details),
        transaction_id=None,
        tail_of=old.uid,
        created=state.clock.now(),
        revision=0,
    )
    old.recurrence = replace(pattern, count=len(days_of(pattern)) - len(later), end=None)
    made = state.mailboxes[entry.owner_id].put(new)
    made.properties = dict(entry.properties) if keeps_properties else {}
    changed(state, old)
    entered(state, made)
    invite(state, new)
    return made


def list_also(state: TenantState, appointment: Appointment, attendee: Attendee) -> None:
    """One more stands in the list of attendees."""
    appointment.attendees.append(attendee)
    changed(state, appointment)


def decline_by_internal_address(state: TenantState, entry: Entry, day: date | None) -> None:
    """An attendee declines; the answer stands under an address that Exchange alone knows."""
    person, now = state.people[entry.owner_id], state.clock.now()
    name = person.mail.partition("@")[0]
    address = f"/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=1f3a-{name}"
    reply = Attendee(address, person.display_name, "required", "declined", now)
    entry.appointment.attendees.append(reply if day is None else replace(reply, response="none"))
    if day is None:
        _remove(state, entry)
    else:
        entry.declined.add(day)
        entry.appointment.answers.setdefault(day, {})[address.casefold()] = reply
    changed(state, entry.appointment)


def answer(
    state: TenantState,
    entry: Entry,
    response: str,
    day: date | None = None,
    proposal: tuple[datetime, datetime] | None = None,
) -> None:
    """The owner of this mailbox answers an invitation, as a whole or for one day; the organizer
    sees it.
    """
    address, now = state.people[entry.owner_id].mail.casefold(), state.clock.now()
    for one in entry.appointment.attendees:
        if one.address.casefold() != address:
            continue
        reply = Attendee(one.address, one.name, one.kind, response, now, proposal)
        if day is not None:
            entry.appointment.answers.setdefault(day, {})[address] = reply
        else:
            one.response, one.responded, one.proposal = response, now, proposal
    send(state, entry.appointment, "answer", [state.people[entry.appointment.organizer_id]])
    changed(state, entry.appointment)


def _ask_anew(state: TenantState, appointment: Appointment, day: date) -> None:
    open_again = {
        one.address.casefold(): Attendee(one.address, one.name, one.kind)
        for one in appointment.attendees
    }
    appointment.answers[day] = open_again
    for entry in standing(state, appointment):
        entry.declined.discard(day)


def _planned(appointment: Appointment, day: date) -> tuple[datetime, datetime]:
    shift = day - appointment.start.date()
    return appointment.start + shift, appointment.end + shift


def _remove(state: TenantState, entry: Entry) -> None:
    del state.mailboxes[entry.owner_id].entries[entry.id]
    _tell(state, entry, "deleted")


def into_other_calendar(state: TenantState, entry: Entry) -> None:
    """The owner of a mailbox drags an event into another calendar of it.

    There it has another id, and nothing else about it changes (Graph, `outlook-immutable-id`). That
    the move is told as a deletion and a new event is the harder case; Microsoft does not say.
    """
    _tell(state, entry, "deleted")
    state.mailboxes[entry.owner_id].into_calendar(entry, entry.calendar + 1)
    _tell(state, entry, "created")


def _tell(state: TenantState, entry: Entry, kind: Kind) -> None:
    ids = entry.id, entry.lasting_id
    change = CalendarChange(entry.owner_id, *ids, kind, entry.appointment.change_key)
    for listener in state.calendar_listeners:
        listener(change)
