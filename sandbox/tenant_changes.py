"""Playing the `changes` of a tenant file: what people do in Outlook with a tandem's sessions while
the programme runs.

Whoever rehearses sets the tenant's clock to a change's `at` and calls `apply_change`. Outlook lets
only the organizer move a meeting: a `move` by the other one proposes the new time, and a `delete`
by the other one declines.
"""

from collections.abc import Callable

from sandbox import outlook
from sandbox.mailbox import Appointment, Entry
from sandbox.outlook import Meeting, NotInOutlook
from sandbox.state import TenantState
from sandbox.tenant_file import MOVES, TO_THE_SERIES, FileChange, FileTandem


def apply_change(state: TenantState, change: FileChange) -> Meeting:
    """Do what the change says, in the calendar of the person who does it; returns the meeting it
    was done to, as it stands now.

    Raises:
        NotInOutlook: the tandem has no such session (any more), or Outlook does not allow it.
    """
    series = series_of(state, change.tandem)
    entry = state.mailboxes[change.by].entry_of(series)
    if entry is None:
        raise NotInOutlook(
            f"The sessions are not in the calendar of {state.people[change.by].display_name}."
        )
    number = None if change.do in TO_THE_SERIES else change.occurrence
    meeting = outlook.find(state, state.people[change.by], entry.id, number)
    if change.do in MOVES:
        return _moved(state, meeting, change)
    ACTS[change.do](state, meeting)
    return meeting


def series_of(state: TenantState, tandem: FileTandem) -> Appointment:
    """The series of meetings of exactly these two (a programme mailbox may organize it).

    Raises NotInOutlook.
    """
    found = [
        entry.appointment
        for entry in _of_both(state, tandem)
        if entry.appointment.recurrence is not None
    ]
    if not found:
        names = " and ".join(
            state.people[key].display_name for key in (tandem.mentee, tandem.mentor)
        )
        raise NotInOutlook(f"{names} have no series of meetings with each other.")
    return max(found, key=lambda one: one.created)


def _of_both(state: TenantState, tandem: FileTandem) -> list[Entry]:
    """What only these two are invited to, as it stands at the mentee's or, if they declined all of
    it, the mentor's.
    """
    pair = {tandem.mentee, tandem.mentor}
    entries = [entry for key in sorted(pair) for entry in state.mailboxes[key].entries.values()]
    return [
        entry
        for entry in entries
        if not entry.appointment.called_off and _people(state, entry.appointment) == pair
    ]


def _people(state: TenantState, appointment: Appointment) -> set[str]:
    invited = {
        person.id
        for one in appointment.attendees
        if (person := state.person_at(one.address)) is not None
    }
    return invited if len(invited) > 1 else invited | {appointment.organizer_id}


def _moved(state: TenantState, meeting: Meeting, change: FileChange) -> Meeting:
    if change.start is None:
        raise NotInOutlook("A move needs a start.")
    if change.do == "move_following":
        tail = outlook.move_following(state, meeting, change.start)
        return Meeting(tail, tail.appointment.start.date())
    act = outlook.move if meeting.entry.is_organizer else outlook.propose
    act(state, meeting, change.start, change.end)
    return meeting


def _book_room(state: TenantState, meeting: Meeting) -> None:
    outlook.add_room(state, meeting, "Room of the file")


ACTS: dict[str, Callable[[TenantState, Meeting], None]] = {
    "delete": outlook.delete,
    "decline": outlook.decline,
    "decline_internally": outlook.decline_by_internal_address,
    "other_calendar": outlook.into_other_calendar,
    "book_room": _book_room,
    "list_organizer": outlook.list_organizer,
}
"""What is done without a new time, by its word in the file."""
