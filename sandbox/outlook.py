"""What people do in Outlook with the meetings in their calendars, and with their automatic replies.

The effects are those of `sandbox.calendars`, on both copies of a meeting, and are notified like
everything else. Outlook lets only the organizer move or cancel a meeting; an attendee answers, or
proposes another time ("Propose new meeting times in Outlook"). Whoever asks for something that
Outlook has no button for gets NotInOutlook.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox import calendars
from sandbox.diaries import busy
from sandbox.directory import Person
from sandbox.mailbox import Attendee, AutomaticReply, Change, Entry, living_days, occurrence_on
from sandbox.recurrence import days_of
from sandbox.state import TenantState

ANSWERS = {"accept": "accepted", "tentative": "tentativelyAccepted"}


class NotInOutlook(ValueError):
    """Outlook does not allow that, or there is no such meeting; the text says which."""


@dataclass(frozen=True)
class Meeting:
    """A meeting as it stands in one person's calendar; `day` names one occurrence of a series, None
    all of it.
    """

    entry: Entry
    day: date | None = None


def find(state: TenantState, person: Person, event_id: str, number: int | None = None) -> Meeting:
    """The meeting with this id in the person's mailbox, or the series' occurrence with that number,
    counted from 1.

    Numbers count what the pattern has, cancelled occurrences included. Raises NotInOutlook.
    """
    found = state.mailboxes[person.id].find(event_id)
    if found is None:
        raise NotInOutlook(f"{person.display_name} has no meeting with the id {event_id}.")
    entry, day = found
    if number is not None:
        day = numbered(entry, number)
    if day is not None and (day not in living_days(entry.appointment) or day in entry.declined):
        raise NotInOutlook(
            f"The occurrence of {day} is not in {person.display_name}'s calendar any more."
        )
    return Meeting(entry, day)


def numbered(entry: Entry, number: int) -> date:
    """The day of a series' occurrence with that number, counted from 1. Raises NotInOutlook."""
    recurrence = entry.appointment.recurrence
    days = days_of(recurrence) if recurrence else ()
    if not 1 <= number <= len(days):
        raise NotInOutlook(f"There is no occurrence {number}: the meeting has {len(days)}.")
    return days[number - 1]


def move(
    state: TenantState, meeting: Meeting, start: datetime, end: datetime | None = None
) -> None:
    """The organizer gives the meeting, or one occurrence, another time (aware); without `end` it
    lasts as long as before.
    """
    entry, appointment = meeting.entry, meeting.entry.appointment
    _only_organizer(meeting, "move")
    zone = ZoneInfo(appointment.zone)
    local = start.astimezone(zone).replace(tzinfo=None)
    until = local + _length(meeting) if end is None else end.astimezone(zone).replace(tzinfo=None)
    if until <= local:
        raise NotInOutlook("A meeting ends after its start.")
    if meeting.day is not None:
        known = appointment.changes.get(meeting.day)
        _move_one(state, entry, meeting.day, Change(local, until, known.overrides if known else {}))
        return
    if appointment.recurrence is not None and local.date() != appointment.start.date():
        raise NotInOutlook(
            "A series begins on another day only with another pattern; move an occurrence."
        )
    calendars.reschedule(state, appointment, local, until, appointment.zone)
    appointment.legacy_zone = bool(state.people[appointment.organizer_id].custom_zone)
    calendars.send(state, appointment, "update")
    calendars.changed(state, appointment)


def cancel(state: TenantState, meeting: Meeting) -> None:
    """The organizer cancels the meeting or one occurrence; everybody is told."""
    _only_organizer(meeting, "cancel")
    calendars.call_off(state, meeting.entry, meeting.day)


def delete(state: TenantState, meeting: Meeting, *, told: bool = True) -> None:
    """Delete: for the organizer this cancels, for an attendee it declines (or leaves in silence,
    with `told=False`).
    """
    if meeting.entry.is_organizer:
        calendars.call_off(state, meeting.entry, meeting.day)
    else:
        calendars.decline(state, meeting.entry, meeting.day, told=told)


def decline(state: TenantState, meeting: Meeting, *, told: bool = True) -> None:
    """An attendee declines; the meeting or occurrence leaves their calendar, and the organizer sees
    it unless not `told`.
    """
    _only_attendee(meeting, "decline")
    calendars.decline(state, meeting.entry, meeting.day, told=told)


def respond(state: TenantState, meeting: Meeting, response: str) -> None:
    """An attendee accepts (`accept`) or accepts tentatively (`tentative`)."""
    _only_attendee(meeting, response)
    calendars.answer(state, meeting.entry, ANSWERS[response], meeting.day)


def propose(
    state: TenantState, meeting: Meeting, start: datetime, end: datetime | None = None
) -> None:
    """An attendee accepts tentatively and proposes another time (aware), which the organizer's copy
    shows.
    """
    _only_attendee(meeting, "propose another time for")
    if meeting.entry.appointment.details.get("allowNewTimeProposals") is False:
        raise NotInOutlook("The organizer does not allow proposals of another time.")
    proposal = (start, start + _length(meeting) if end is None else end)
    calendars.answer(state, meeting.entry, "tentativelyAccepted", meeting.day, proposal)


def move_following(
    state: TenantState, meeting: Meeting, start: datetime, *, keeps_properties: bool = True
) -> Entry:
    """The organizer gives *this and all following events* another time (aware, of the first of
    them): Outlook ends the series before it and makes another one, to which everybody is asked
    anew. Whether that one keeps extended properties is not documented.
    """
    _only_organizer(meeting, "move")
    if meeting.day is None:
        raise NotInOutlook("All events of a series are moved as a whole.")
    local = start.astimezone(ZoneInfo(meeting.entry.appointment.zone)).replace(tzinfo=None)
    until = local + _length(meeting)
    return calendars.split(state, meeting.entry, meeting.day, (local, until), keeps_properties)


def into_other_calendar(state: TenantState, meeting: Meeting) -> None:
    """Drag a meeting, as a whole, into another calendar of the same mailbox: there it has another
    id.
    """
    if meeting.day is not None:
        raise NotInOutlook("An occurrence stands in the calendar of its series.")
    calendars.into_other_calendar(state, meeting.entry)


def add_room(state: TenantState, meeting: Meeting, name: str) -> None:
    """The organizer books a room, which accepts."""
    _only_organizer(meeting, "book a room for")
    address = f"{name.casefold().replace(' ', '.')}@{state.identity.domain}"
    calendars.list_also(
        state, meeting.entry.appointment, Attendee(address, name, "resource", "accepted")
    )


def forward(state: TenantState, meeting: Meeting, person: Person) -> None:
    """Somebody forwards the invitation: the organizer's copy lists one attendee more."""
    calendars.list_also(
        state, meeting.entry.appointment, Attendee(person.mail, person.display_name, "optional")
    )
    calendars.invite(state, meeting.entry.appointment)


def list_organizer(state: TenantState, meeting: Meeting) -> None:
    """The organizer stands among the attendees, as some clients write it."""
    appointment = meeting.entry.appointment
    organizer = state.people[appointment.organizer_id]
    calendars.list_also(
        state, appointment, Attendee(organizer.mail, organizer.display_name, response="organizer")
    )


def decline_by_internal_address(state: TenantState, meeting: Meeting) -> None:
    """An attendee declines, and Exchange notes it under another address of theirs (`/o=…`, X.500)
    while the entry that was invited keeps its answer (closeio/sync-engine issue 427).
    """
    _only_attendee(meeting, "decline")
    calendars.decline_by_internal_address(state, meeting.entry, meeting.day)


def set_automatic_reply(
    state: TenantState, person: Person, reply: AutomaticReply | None, *, block: bool = False
) -> None:
    """Switch a person's automatic replies on or off; `block` also enters the time as absence in
    their calendar.
    """
    person.automatic_reply = reply
    if block and reply is not None and reply.start is not None and reply.end is not None:
        calendars.entered(
            state, busy(state, person, reply.start, reply.end, "oof", "Out of office")
        )


def _length(meeting: Meeting) -> timedelta:
    appointment = meeting.entry.appointment
    if meeting.day is None:
        return appointment.end - appointment.start
    one = occurrence_on(appointment, meeting.day)
    return one.end - one.start


def _move_one(state: TenantState, entry: Entry, day: date, change: Change) -> None:
    try:
        calendars.move(state, entry, day, change)
    except calendars.CrossesNeighbour as crossing:
        raise NotInOutlook(str(crossing)) from None


def _only_organizer(meeting: Meeting, what: str) -> None:
    if not meeting.entry.is_organizer:
        raise NotInOutlook(
            f"Only the organizer can {what} a meeting; an attendee can propose another time or "
            "decline."
        )


def _only_attendee(meeting: Meeting, what: str) -> None:
    if meeting.entry.is_organizer:
        raise NotInOutlook(
            f"The organizer cannot {what} a meeting; the organizer can move or cancel it."
        )
    if meeting.entry.appointment.called_off:
        raise NotInOutlook("The meeting was cancelled; it can only be deleted.")
