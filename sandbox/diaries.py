"""Invented calendars: what people who are pressed for time have in them over nine months.

Recurring meetings (also of colleagues in another zone, so that they shift when only one side
changes the clocks), single ones, tentative ones, holidays (`oof`) and days worked elsewhere
(`workingElsewhere`). Between them every person has room for two hours somewhere in every week,
though not always at the same time of the week.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sandbox.directory import Person
from sandbox.graph.zones import windows_name
from sandbox.mailbox import Appointment, Attendee, Entry, Mailbox
from sandbox.recurrence import WEEKDAYS, Recurrence
from sandbox.state import TenantState

MONTHS_FILLED = 9
WEEKLY = (
    "Team meeting",
    "Customer call",
    "Project board",
    "Budget round",
    "Hiring",
    "Architecture review",
    "Jour fixe",
)
SINGLE = (
    "Workshop",
    "Interview",
    "Vendor meeting",
    "Review",
    "Presentation",
    "Visit",
    "Audit",
    "Training",
)
AWAY = ("Holiday", "Parental leave day", "Conference")
Details = dict[str, object]


def busy(
    state: TenantState,
    person: Person,
    start: datetime,
    end: datetime,
    status: str = "busy",
    subject: str = "Appointment",
) -> Entry:
    """Enter a single appointment (aware times) into a person's calendar."""
    zone = ZoneInfo(person.zone)
    wall = [moment.astimezone(zone).replace(tzinfo=None) for moment in (start, end)]
    entered = _appointment(
        person,
        state.new_id(),
        state.clock.now(),
        wall[0],
        wall[1] - wall[0],
        status,
        {"subject": subject},
    )
    return state.mailboxes[person.id].put(entered)


def fill(state: TenantState, person: Person, pressure: int) -> None:
    """Fill a calendar from the tenant's present on.

    `pressure`: how many weekly meetings the person has.
    """
    mailbox = state.mailboxes[person.id]
    mailbox.when_read(
        partial(_Diary(mailbox, replace(person), state.seed, state.clock.now()).fill, pressure)
    )


def team_meeting(state: TenantState, manager: Person, reports: Sequence[Person]) -> None:
    """A weekly meeting of a manager with all reports, which stands in everybody's calendar."""
    now, key = state.clock.now(), f"{state.seed}:{manager.id}:team"
    chance = random.Random(key)  # noqa: S311 - an invented calendar
    today = now.astimezone(ZoneInfo(manager.zone)).date()
    day = today + timedelta(days=chance.randrange(5) - today.weekday())
    pattern = Recurrence("weekly", day, days=(WEEKDAYS[day.weekday()],), end=_last_day(today))
    start = datetime.combine(day, _time_of_day(manager, chance, 60))
    meeting = _appointment(
        manager, state.new_id(), now, start, timedelta(hours=1), "busy", {"subject": "Team meeting"}
    )
    meeting.recurrence = pattern
    meeting.attendees = [
        Attendee(one.mail, one.display_name, "required", "accepted", now) for one in reports
    ]
    for person in (manager, *reports):
        mailbox = state.mailboxes[person.id]
        mailbox.when_read(partial(mailbox.put, meeting))


class _Diary:
    """What a mailbox is filled with, always the same for the same tenant and person, as of when the
    company was invented.
    """

    def __init__(self, mailbox: Mailbox, person: Person, seed: int, now: datetime) -> None:
        self._mailbox, self._person, self._now = mailbox, person, now
        self._chance = random.Random(f"{seed}:{person.id}")  # noqa: S311 - an invented calendar
        self._ids = random.Random(f"{seed}:{person.id}:ids")  # noqa: S311 - the same
        self._today = now.astimezone(ZoneInfo(person.zone)).date()
        self._monday = self._today - timedelta(days=self._today.weekday())

    def fill(self, pressure: int) -> None:
        for _ in range(pressure):
            self._weekly()
        self._monthly()
        if self._chance.random() < 0.3:
            self._lunch()
        for week in range(MONTHS_FILLED * 4):
            self._week(self._monday + timedelta(weeks=week))
        for _ in range(3):
            self._away()

    def _enter(
        self,
        start: datetime,
        length: timedelta,
        status: str,
        details: Details,
        pattern: Recurrence | None = None,
        zone: str = "",
    ) -> None:
        id_ = f"{self._ids.getrandbits(128):032x}"
        made = _appointment(self._person, id_, self._now, start, length, status, details, zone)
        made.recurrence = pattern
        self._mailbox.put(made)

    def _weekly(self) -> None:
        chance, person = self._chance, self._person
        minutes = chance.choice((30, 30, 60, 60, 60, 90))
        day = self._monday + timedelta(days=chance.randrange(5))
        interval = chance.choice((1, 1, 1, 2))
        start, zone = datetime.combine(day, _time_of_day(person, chance, minutes)), person.zone
        if chance.random() < 0.1:
            # A colleague elsewhere called this meeting: it keeps *their* wall-clock time.
            zone = chance.choice(("America/New_York", "Europe/London", "Australia/Sydney"))
            start = (
                start.replace(tzinfo=ZoneInfo(person.zone))
                .astimezone(ZoneInfo(zone))
                .replace(tzinfo=None)
            )
        status = chance.choice(("busy", "busy", "busy", "busy", "tentative"))
        first = start.date()
        pattern = Recurrence(
            "weekly",
            first,
            interval,
            (WEEKDAYS[first.weekday()],),
            "monday",
            end=_last_day(self._monday),
        )
        self._enter(
            start,
            timedelta(minutes=minutes),
            status,
            {"subject": chance.choice(WEEKLY)},
            pattern,
            zone,
        )

    def _monthly(self) -> None:
        weekday, index = (
            WEEKDAYS[self._chance.randrange(5)],
            self._chance.choice(("first", "second", "third", "last")),
        )
        start = datetime.combine(self._today, _time_of_day(self._person, self._chance, 120))
        pattern = Recurrence(
            "relativeMonthly", self._today, 1, (weekday,), index=index, end=_last_day(self._today)
        )
        self._enter(start, timedelta(hours=2), "busy", {"subject": "Steering committee"}, pattern)

    def _lunch(self) -> None:
        pattern = Recurrence(
            "weekly", self._monday, 1, WEEKDAYS[:5], "monday", end=_last_day(self._monday)
        )
        start = datetime.combine(self._monday, time(12, 0))
        self._enter(
            start,
            timedelta(minutes=30),
            "busy",
            {"subject": "Lunch", "sensitivity": "private"},
            pattern,
        )

    def _week(self, monday: date) -> None:
        chance = self._chance
        for _ in range(chance.choice((0, 1, 2, 3))):
            minutes = chance.choice((30, 60, 60, 90, 120, 180))
            start = datetime.combine(
                monday + timedelta(days=chance.randrange(5)),
                _time_of_day(self._person, chance, minutes),
            )
            status = chance.choice(("busy", "busy", "busy", "tentative", "free"))
            self._enter(
                start, timedelta(minutes=minutes), status, {"subject": chance.choice(SINGLE)}
            )
        if chance.random() < 0.15:
            day = datetime.combine(monday + timedelta(days=chance.randrange(5)), time())
            details: Details = {"subject": "Working from elsewhere", "isAllDay": True}
            self._enter(day, timedelta(days=1), "workingElsewhere", details)

    def _away(self) -> None:
        begins = self._monday + timedelta(weeks=self._chance.randrange(2, MONTHS_FILLED * 4))
        details: Details = {"subject": self._chance.choice(AWAY), "isAllDay": True}
        length = timedelta(days=self._chance.choice((2, 5, 5, 12)))
        self._enter(datetime.combine(begins, time()), length, "oof", details)


def _appointment(
    person: Person,
    id_: str,
    now: datetime,
    start: datetime,
    length: timedelta,
    status: str,
    details: Details,
    zone: str = "",
) -> Appointment:
    own = zone or person.zone
    name = windows_name(own)
    return Appointment(
        f"040000008200E00074C5B7101A82E008{id_.replace('-', '').upper()}",
        person.id, start, start + length, own, now, now, name, name, status, details,
    )  # fmt: skip


def _time_of_day(person: Person, chance: random.Random, minutes: int) -> time:
    """A time, on the half hour, at which something of this length still ends within working
    hours.
    """
    hours = person.working_hours
    first = hours.start.hour * 2 + hours.start.minute // 30
    last = hours.end.hour * 2 + hours.end.minute // 30 - -(-minutes // 30)
    half_hours = chance.randrange(first, max(first, last) + 1)
    return time(half_hours // 2, half_hours % 2 * 30)


def _last_day(today: date) -> date:
    return today + timedelta(days=MONTHS_FILLED * 31)
