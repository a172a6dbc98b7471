"""Mailboxes: what stands in people's calendars, and when it takes place.

An `Appointment` is one meeting, shared by its organizer and its attendees; an `Entry` is its place
in one mailbox, with that mailbox's own id for it, as in Exchange. An appointment's times are
wall-clock times of its own zone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Literal
from zoneinfo import ZoneInfo

from sandbox.recurrence import Recurrence, days_of


@dataclass
class Attendee:
    """Somebody invited, with the answer as Graph names it (`none`, `accepted`, `declined` …)."""

    address: str
    name: str
    kind: str = "required"
    response: str = "none"
    responded: datetime | None = None
    proposal: tuple[datetime, datetime] | None = None
    """Another time (start and end, aware) that they proposed with their answer."""


MailKind = Literal["invitation", "update", "cancellation", "answer"]


@dataclass(frozen=True)
class Mail:
    """A message that Exchange sends by itself about a meeting, to a person of the company."""

    to: str
    kind: MailKind
    subject: str
    at: datetime


@dataclass
class Change:
    """What is different about one occurrence: its wall-clock times, and properties as Graph names
    them.
    """

    start: datetime
    end: datetime
    overrides: dict[str, object] = field(default_factory=dict)


@dataclass
class Appointment:
    """A single meeting or a series. `start` and `end` are naive wall-clock times in `zone` (IANA).

    `details` holds the properties of the event that mean nothing to the simulation (subject, body,
    location …), as they were sent. `cancelled` and `changes` are keyed by the day on which the
    pattern puts the occurrence.
    """

    uid: str
    organizer_id: str
    start: datetime
    end: datetime
    zone: str
    created: datetime
    modified: datetime
    zone_sent: str = "UTC"
    end_zone_sent: str = "UTC"
    show_as: str = "busy"
    details: dict[str, object] = field(default_factory=dict)
    recurrence: Recurrence | None = None
    attendees: list[Attendee] = field(default_factory=list)
    join_url: str | None = None
    transaction_id: str | None = None
    cancelled: set[date] = field(default_factory=set)
    changes: dict[date, Change] = field(default_factory=dict)
    answers: dict[date, dict[str, Attendee]] = field(default_factory=dict)
    """Answers to single occurrences, by day and (folded) address."""
    called_off: bool = False
    revision: int = 0
    """Rises with every change, so that no two states have the same change key."""
    legacy_zone: bool = False
    """Outlook on the desktop has put rules in the place of the zone's name."""
    link_is_late: bool = False
    """Teams has still to make the link of the meeting, which is one already."""
    tail_of: str = ""
    """The uid of the series of which somebody has made this one in Outlook (*this and all
    following events*).
    """

    def touch(self, now: datetime) -> None:
        """Note that something about it changed now."""
        self.modified = now
        self.revision += 1

    @property
    def change_key(self) -> str:
        """Names this state of the appointment; another one after every change."""
        return f"{self.uid[-8:]}{self.revision:04x}{int(self.modified.timestamp() * 1000):x}"

    @property
    def subject(self) -> str:
        """The subject line, empty if none was given."""
        return str(self.details.get("subject") or "")


@dataclass(frozen=True)
class Occurrence:
    """One taking place, aware in UTC.

    `day` is None for a single meeting, else the pattern's day.
    """

    start: datetime
    end: datetime
    day: date | None = None
    change: Change | None = None


@dataclass
class Entry:
    """An appointment's place in one mailbox; `properties` are its extended properties there, by
    id.
    """

    id: str
    owner_id: str
    appointment: Appointment
    properties: dict[str, str] = field(default_factory=dict)
    declined: set[date] = field(default_factory=set)
    """Days on which the owner of this mailbox, an attendee, has declined."""
    calendar: int = 0
    """In which of the mailbox's calendars it stands; 0 is the default one."""

    @property
    def lasting_id(self) -> str:
        """This mailbox's id for the event that stays when it is moved into another calendar."""
        return lasting_id(self.owner_id, self.appointment.uid)

    @property
    def is_organizer(self) -> bool:
        """Whether this mailbox organizes the meeting."""
        return self.owner_id == self.appointment.organizer_id

    def occurrence_id(self, day: date) -> str:
        """This mailbox's id for the occurrence of that day."""
        return exchange_id(self.id, day.isoformat())

    def lasting_occurrence_id(self, day: date) -> str:
        """The same as an id that stays."""
        return lasting_id(self.lasting_id, day.isoformat())


@dataclass(frozen=True)
class AutomaticReply:
    """What a mailbox answers by itself.

    Without `start` and `end` (aware) until it is switched off.
    """

    message: str
    start: datetime | None = None
    end: datetime | None = None

    def active(self, now: datetime) -> bool:
        """Whether a mail that arrives now is answered."""
        return self.start is None or self.end is None or self.start <= now < self.end


def exchange_id(*parts: str) -> str:
    """An opaque id as Exchange makes them, always the same for the same parts."""
    return f"AAMk{sha256('|'.join(parts).encode()).hexdigest()}AAA="


def lasting_id(*parts: str) -> str:
    """An opaque immutable id (Graph, `outlook-immutable-id`), always the same for the same
    parts.
    """
    return f"AAkALgAAAAAAHYQD{sha256('|'.join(parts).encode()).hexdigest()}AA=="


@dataclass
class Mailbox:
    """A person's calendar.

    `issued` remembers which occurrence ids were given out, as clients must not make them up.
    """

    owner_id: str
    issued: dict[str, tuple[str, date]] = field(default_factory=dict)
    transactions: dict[str, str] = field(default_factory=dict)
    """Which event each transaction id created; kept when the event is gone, as Exchange does."""
    _entries: dict[str, Entry] = field(default_factory=dict)
    _unread: list[Callable[[], object]] = field(default_factory=list)
    _invented: set[str] = field(default_factory=set)
    """The uids of what was put in when the calendar was first read."""
    _lasting: dict[str, str] = field(default_factory=dict)
    """The id that each event bears now, by its lasting one."""

    @property
    def entries(self) -> dict[str, Entry]:
        """What stands in the calendar, by the id that it has here."""
        if self._unread:
            self._fill()
        return self._entries

    def _fill(self) -> None:
        unread, self._unread, before = self._unread, [], set(self._entries)
        for fill in unread:
            fill()
        new = self._entries.keys() - before
        self._invented |= {self._entries[key].appointment.uid for key in new}

    def added(self) -> Iterator[Entry]:
        """What was entered since the company was invented; no calendar is filled for that."""
        everything = self._entries.values()
        return (each for each in everything if each.appointment.uid not in self._invented)

    def when_read(self, fill: Callable[[], object]) -> None:
        """Have `fill` put in entries only when somebody first reads the calendar: most of an
        invented company's calendars are never read.
        """
        self._unread.append(fill)

    def __getstate__(self) -> dict[str, object]:
        """What is pickled of it: everything, with the entries that were still to be put in."""
        return self.__dict__ | {"_entries": self.entries, "_unread": []}

    def put(self, appointment: Appointment) -> Entry:
        """Enter the appointment here and return its entry."""
        entry = Entry(exchange_id(self.owner_id, appointment.uid), self.owner_id, appointment)
        self.entries[entry.id] = entry
        self._lasting[entry.lasting_id] = entry.id
        if entry.is_organizer and appointment.transaction_id:
            self.transactions[appointment.transaction_id] = entry.id
        return entry

    def entry_of(self, appointment: Appointment) -> Entry | None:
        """Where the appointment stands here, or None."""
        entry = self._named(lasting_id(self.owner_id, appointment.uid))
        return entry if entry is not None and entry.appointment is appointment else None

    def _named(self, event_id: str) -> Entry | None:
        entries = self.entries
        return entries.get(self._lasting.get(event_id, event_id))

    def into_calendar(self, entry: Entry, calendar: int) -> None:
        """Move the event into another calendar of this mailbox, where it bears another id."""
        del self.entries[entry.id]
        entry.calendar = calendar
        entry.id = exchange_id(self.owner_id, entry.appointment.uid, str(calendar))
        self.entries[entry.id] = entry
        self._lasting[entry.lasting_id] = entry.id

    def find(self, event_id: str) -> tuple[Entry, date | None] | None:
        """The entry with this id, or that of the occurrence with this id together with its day, or
        None. Lasting ids are as good as others.
        """
        if (found := self._named(event_id)) is not None:
            return found, None
        master_id, day = self.issued.get(event_id, ("", None))
        entry = self._named(master_id)
        return (entry, day) if entry is not None else None

    def issue(self, entry: Entry, day: date) -> str:
        """The id of the occurrence of that day, remembered so that it can be looked up."""
        issued = entry.occurrence_id(day)
        self.issued[issued] = (entry.id, day)
        self.issued[entry.lasting_occurrence_id(day)] = (entry.lasting_id, day)
        return issued


def moment(wall: datetime, zone: str) -> datetime:
    """The instant (UTC) at which clocks in the IANA `zone` show `wall` (naive)."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def occurrence_on(appointment: Appointment, day: date) -> Occurrence:
    """The occurrence which the pattern puts on that day, changed if it was changed."""
    change = appointment.changes.get(day)
    if change is not None:
        return Occurrence(
            moment(change.start, appointment.zone),
            moment(change.end, appointment.zone),
            day,
            change,
        )
    return planned_on(appointment, day)


def planned_on(appointment: Appointment, day: date) -> Occurrence:
    """The occurrence which the pattern puts on that day, as the pattern has it."""
    end = appointment.end + (day - appointment.start.date())
    return Occurrence(planned_start(appointment, day), moment(end, appointment.zone), day)


def planned_start(appointment: Appointment, day: date) -> datetime:
    """When the pattern lets the occurrence of that day begin (UTC), whatever was changed since."""
    return moment(appointment.start + (day - appointment.start.date()), appointment.zone)


def occurrences(appointment: Appointment, since: datetime, until: datetime) -> list[Occurrence]:
    """What takes place and overlaps `since` … `until` (aware), in order of start; nothing
    cancelled.
    """
    if appointment.called_off:
        return []
    found = [
        one for one in _near(appointment, since, until) if one.start < until and one.end > since
    ]
    return sorted(found, key=lambda one: one.start)


def _near(appointment: Appointment, since: datetime, until: datetime) -> Iterator[Occurrence]:
    if appointment.recurrence is None:
        start, end = (
            moment(appointment.start, appointment.zone),
            moment(appointment.end, appointment.zone),
        )
        yield Occurrence(start, end)
        return
    length = timedelta(days=2) + (appointment.end - appointment.start)
    first, last = (since - length).date(), (until + timedelta(days=2)).date()
    for day in living_days(appointment):
        if day in appointment.changes or first <= day <= last:
            yield occurrence_on(appointment, day)


def living_days(appointment: Appointment) -> list[date]:
    """The days of a series that were not cancelled, in order; empty for a single meeting."""
    if appointment.recurrence is None:
        return []
    return [day for day in days_of(appointment.recurrence) if day not in appointment.cancelled]
