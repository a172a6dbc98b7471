"""Invented calendars: what people who are pressed for time have in them over nine months.

Recurring meetings (also of colleagues in another zone, so that they shift when only one side changes the clocks), single
ones, tentative ones, holidays (`oof`) and days worked elsewhere (`workingElsewhere`). Between them every person has room
for two hours somewhere in every week, though not always at the same time of the week.
"""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.graph.zones import windows_name
from sandbox.mailbox import Appointment, Attendee, Entry
from sandbox.recurrence import WEEKDAYS, Recurrence
from sandbox.state import Person, TenantState

MONTHS_FILLED = 9
WEEKLY = ("Team meeting", "Customer call", "Project board", "Budget round", "Hiring", "Architecture review", "Jour fixe")
SINGLE = ("Workshop", "Interview", "Vendor meeting", "Review", "Presentation", "Visit", "Audit", "Training")
AWAY = ("Holiday", "Parental leave day", "Conference")


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
    return _enter(state, person, wall[0], wall[1] - wall[0], status, {"subject": subject})


def fill(state: TenantState, person: Person, pressure: int) -> None:
    """Fill a calendar from the tenant's present on. `pressure`: how many weekly meetings the person has."""
    chance = random.Random(f"{state.seed}:{person.id}")  # noqa: S311 - an invented calendar
    today = state.clock.now().astimezone(ZoneInfo(person.zone)).date()
    monday = today - timedelta(days=today.weekday())
    for _ in range(pressure):
        _weekly(state, person, chance, monday)
    _monthly(state, person, chance, today)
    if chance.random() < 0.3:
        _lunch(state, person, monday)
    for week in range(MONTHS_FILLED * 4):
        _week(state, person, chance, monday + timedelta(weeks=week))
    for _ in range(3):
        _away(state, person, chance, monday)


def team_meeting(state: TenantState, manager: Person, reports: Sequence[Person]) -> None:
    """A weekly meeting of a manager with all reports, which stands in everybody's calendar."""
    chance = random.Random(f"{state.seed}:{manager.id}:team")  # noqa: S311 - an invented calendar
    today = state.clock.now().astimezone(ZoneInfo(manager.zone)).date()
    day = today + timedelta(days=chance.randrange(5) - today.weekday())
    people = [Attendee(one.mail, one.display_name, "required", "accepted", state.clock.now()) for one in reports]
    pattern = Recurrence("weekly", day, days=(WEEKDAYS[day.weekday()],), end=_last_day(today))
    start = datetime.combine(day, _time_of_day(manager, chance, 60))
    entry = _enter(state, manager, start, timedelta(hours=1), "busy", {"subject": "Team meeting"}, pattern)
    entry.appointment.attendees = people
    for report in reports:
        state.mailboxes[report.id].put(entry.appointment)


def _enter(
    state: TenantState,
    person: Person,
    start: datetime,
    length: timedelta,
    status: str,
    details: dict[str, object],
    recurrence: Recurrence | None = None,
    zone: str = "",
) -> Entry:
    now, own = state.clock.now(), zone or person.zone
    name = windows_name(own)
    appointment = Appointment(
        f"040000008200E00074C5B7101A82E008{state.new_id().replace('-', '').upper()}",
        person.id,
        start,
        start + length,
        own,
        now,
        now,
        name,
        name,
        status,
        details,
        recurrence,
    )
    return state.mailboxes[person.id].put(appointment)


def _weekly(state: TenantState, person: Person, chance: random.Random, monday: date) -> None:
    minutes = chance.choice((30, 30, 60, 60, 60, 90))
    day = monday + timedelta(days=chance.randrange(5))
    interval = chance.choice((1, 1, 1, 2))
    start, zone = datetime.combine(day, _time_of_day(person, chance, minutes)), person.zone
    if chance.random() < 0.1:
        # A colleague elsewhere called this meeting: it keeps *their* wall-clock time.
        zone = chance.choice(("America/New_York", "Europe/London", "Australia/Sydney"))
        start = start.replace(tzinfo=ZoneInfo(person.zone)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    status = chance.choice(("busy", "busy", "busy", "busy", "tentative"))
    first = start.date()
    pattern = Recurrence("weekly", first, interval, (WEEKDAYS[first.weekday()],), "monday", end=_last_day(monday))
    details: dict[str, object] = {"subject": chance.choice(WEEKLY)}
    _enter(state, person, start, timedelta(minutes=minutes), status, details, pattern, zone)


def _monthly(state: TenantState, person: Person, chance: random.Random, today: date) -> None:
    weekday, index = WEEKDAYS[chance.randrange(5)], chance.choice(("first", "second", "third", "last"))
    start = datetime.combine(today, _time_of_day(person, chance, 120))
    pattern = Recurrence("relativeMonthly", today, 1, (weekday,), index=index, end=_last_day(today))
    _enter(state, person, start, timedelta(hours=2), "busy", {"subject": "Steering committee"}, pattern)


def _lunch(state: TenantState, person: Person, monday: date) -> None:
    pattern = Recurrence("weekly", monday, 1, WEEKDAYS[:5], "monday", end=_last_day(monday))
    start = datetime.combine(monday, time(12, 0))
    details: dict[str, object] = {"subject": "Lunch", "sensitivity": "private"}
    _enter(state, person, start, timedelta(minutes=30), "busy", details, pattern)


def _week(state: TenantState, person: Person, chance: random.Random, monday: date) -> None:
    for _ in range(chance.choice((0, 1, 2, 3))):
        minutes = chance.choice((30, 60, 60, 90, 120, 180))
        start = datetime.combine(monday + timedelta(days=chance.randrange(5)), _time_of_day(person, chance, minutes))
        status = chance.choice(("busy", "busy", "busy", "tentative", "free"))
        _enter(state, person, start, timedelta(minutes=minutes), status, {"subject": chance.choice(SINGLE)})
    if chance.random() < 0.15:
        details: dict[str, object] = {"subject": "Working from elsewhere", "isAllDay": True}
        day = datetime.combine(monday + timedelta(days=chance.randrange(5)), time())
        _enter(state, person, day, timedelta(days=1), "workingElsewhere", details)


def _away(state: TenantState, person: Person, chance: random.Random, monday: date) -> None:
    begins = monday + timedelta(weeks=chance.randrange(2, MONTHS_FILLED * 4))
    details: dict[str, object] = {"subject": chance.choice(AWAY), "isAllDay": True}
    length = timedelta(days=chance.choice((2, 5, 5, 12)))
    _enter(state, person, datetime.combine(begins, time()), length, "oof", details)


def _time_of_day(person: Person, chance: random.Random, minutes: int) -> time:
    """A time, on the half hour, at which something of this length still ends within working hours."""
    hours = person.working_hours
    first = hours.start.hour * 2 + hours.start.minute // 30
    last = hours.end.hour * 2 + hours.end.minute // 30 - -(-minutes // 30)
    half_hours = chance.randrange(first, max(first, last) + 1)
    return time(half_hours // 2, half_hours % 2 * 30)


def _last_day(today: date) -> date:
    return today + timedelta(days=MONTHS_FILLED * 31)
