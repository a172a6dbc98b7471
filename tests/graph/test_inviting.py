"""Who is asked to an event of ours: exactly those who shall be, beside whoever others have brought
into its list.
"""

from __future__ import annotations

from datetime import timedelta

from graph.calendar import GraphCalendar
from mentoring.domain.people import Profile
from mentoring.ports.calendar import GatheringWish
from sandbox import outlook
from sandbox.directory import Person
from sandbox.server import Tenant
from tests.people import berliner


def profile_of(person: Person) -> Profile:
    return berliner(person.id, person.display_name, person.mail, aliases=person.aliases)


async def test_a_room_and_whoever_it_was_forwarded_to_stay(
    tenant: Tenant, calendar: GraphCalendar
) -> None:
    """H4: the list of attendees was written anew, so that Outlook took the room away."""
    state = tenant.state
    owner, eva, jan, guest = [each for each in state.people.values() if each.mailbox_readable][:4]
    start = state.clock.now() + timedelta(days=9)
    wish = GatheringWish("key", owner.id, "Kick-off", "", start, start + timedelta(hours=1), "")
    booked = await calendar.book_gathering(wish)

    def listed() -> list[str]:
        entry = outlook.find(state, owner, booked.id, None).entry
        return sorted(each.address for each in entry.appointment.attendees)

    await calendar.invite(owner.id, booked.id, [profile_of(eva)])
    meeting = outlook.find(state, owner, booked.id, None)
    outlook.add_room(state, meeting, "Room 12")
    outlook.forward(state, meeting, guest)
    room = f"room.12@{state.identity.domain}"
    await calendar.invite(owner.id, booked.id, [profile_of(eva), profile_of(jan)])
    assert listed() == sorted([eva.mail, jan.mail, guest.mail, room])
    await calendar.invite(owner.id, booked.id, [profile_of(jan)])
    assert listed() == sorted([jan.mail, guest.mail, room])
    await calendar.invite(owner.id, booked.id, [])
    assert listed() == sorted([guest.mail, room])
