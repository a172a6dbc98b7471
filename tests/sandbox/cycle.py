"""A launched tandem in a tenant without a product: the series of Ben, who organizes, and Zoe, and
what may be booked besides.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sandbox.calendars import invite, move
from sandbox.mailbox import Appointment, Attendee, Change, Entry
from sandbox.outlook import Meeting, cancel
from sandbox.recurrence import Recurrence
from sandbox.rehearse.baseline import Baseline
from sandbox.server import new_state
from sandbox.tenant_file import FileChange, FileTandem, parse_tenant, person_id
from sandbox.tenant_people import furnish

PEOPLE = [{"id": "zoe"}, {"id": "ben"}, {"id": "kim"}]
TANDEMS = [{"mentee": "zoe", "mentor": "ben"}]
ZOE, BEN, KIM = (person_id(label) for label in ("zoe", "ben", "kim"))
PAIR = frozenset({ZOE, BEN})
TANDEM = FileTandem(ZOE, BEN)
LAUNCH = datetime(2027, 1, 4, 8, tzinfo=UTC)
FIRST = datetime.combine(date(2027, 1, 12), time(14))
JOIN = "https://teams.microsoft.com/l/meetup-join/1"


class Cycle:
    """Four sessions, on each second Tuesday at 14 o'clock in Berlin, and the tenant that holds
    them.
    """

    def __init__(self) -> None:
        self.state = new_state(now=LAUNCH)
        furnish(self.state, parse_tenant({"people": PEOPLE, "tandems": TANDEMS}))
        self.since = Baseline.of(self.state)
        pattern = Recurrence(
            "relativeMonthly", FIRST.date(), days=("tuesday",), index="second", count=4
        )
        self.series = self.book(FIRST, recurrence=pattern)

    def book(
        self,
        start: datetime,
        organizer: str = BEN,
        attendee: str = ZOE,
        minutes: int = 120,
        **more: Any,
    ) -> Appointment:
        """A meeting with a Teams link, at a wall-clock time in Berlin; it stands at both."""
        now, mail = self.state.clock.now(), self.state.people[attendee].mail
        end, uid = start + timedelta(minutes=minutes), self.state.new_id()
        attendees = [Attendee(mail, "Attendee")]
        settings = {"attendees": attendees, "join_url": JOIN} | more
        booked = Appointment(uid, organizer, start, end, "Europe/Berlin", now, now, **settings)
        self.state.mailboxes[organizer].put(booked)
        invite(self.state, booked)
        return booked

    def entry(self, appointment: Appointment | None = None, person: str = BEN) -> Entry:
        """Where a meeting (the series by default) stands at a person's."""
        found = self.state.mailboxes[person].entry_of(appointment or self.series)
        assert found is not None
        return found

    def cancel(self, day: date) -> None:
        """The organizer's side cancels a session."""
        cancel(self.state, Meeting(self.entry(), day))

    def ask_for(self, day: date, start: datetime, minutes: int = 120) -> None:
        """The organizer's side gives a session another wall-clock time; everybody is asked anew."""
        move(self.state, self.entry(), day, Change(start, start + timedelta(minutes=minutes)))


def change(
    do: str,
    by: str,
    occurrence: int | None = 2,
    at: str = "2027-01-20T09:00:00+01:00",
    **more: object,
) -> FileChange:
    """A change of the file."""
    row = {"at": at, "tandem": 1, "do": do, "by": by, **more}
    row |= {} if occurrence is None else {"occurrence": occurrence}
    return parse_tenant({"people": PEOPLE, "tandems": TANDEMS, "changes": [row]}).changes[0]


def wall(month: int, day: int, hour: int) -> datetime:
    """A wall-clock time of 2027."""
    return datetime.combine(date(2027, month, day), time(hour))
