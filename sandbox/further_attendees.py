"""Who stands in the list of a meeting besides those whom its organizer has invited, as in every
real tenant (msgraph-sdk-dotnet issue 1996).

Of three meetings that an application calls one gets a room, which accepts (resource `attendee`:
`type` is `resource`), and one is forwarded to somebody outside the company, who accepts, too: that
"adds the recipient to the organizer's copy of the meeting event" (event: forward), as an optional
one ([MS-OXOCAL] 3.1.4.10.2.2).
"""

from sandbox import calendars
from sandbox.mailbox import Appointment, Attendee
from sandbox.state import TenantState

EVERY = 3
ROOM, FORWARDED = 1, 2


def come(state: TenantState, appointment: Appointment) -> None:
    """One more attendee, if it is this meeting's turn."""
    if not appointment.attendees:
        return
    turn, now = state.meetings_called % EVERY, state.clock.now()
    state.meetings_called += 1
    if turn == ROOM:
        address = f"room.{state.meetings_called}@{state.identity.domain}"
        room = Attendee(address, f"Room {state.meetings_called}", "resource", "accepted", now)
        calendars.list_also(state, appointment, room)
    elif turn == FORWARDED:
        guest = Attendee("kim@partner.example", "Kim Partner", "optional", "accepted", now)
        calendars.list_also(state, appointment, guest)
