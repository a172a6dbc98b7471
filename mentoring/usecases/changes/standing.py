"""A tandem's own events as they stand in the organizer's calendar, and which session each of them
is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mentoring.domain.people import Profile
from mentoring.domain.poll import PollState
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.calendar import CalendarEntry, Marks
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.polls.living_polls import booking_key
from mentoring.usecases.sessions.booking import AROUND
from mentoring.usecases.sessions.calendars import organizer_of

NEAR = timedelta(days=6)
"""Sessions lie two weeks apart at least: when a whole series is given another time, what is no
further away than this is the same session.
"""
Entries = Mapping[str, CalendarEntry]


@dataclass(frozen=True)
class Standing:
    """What was read. ``entries`` are those of the sessions, by session id; ``surplus`` occurrences
    whose session stands elsewhere, or is not to take place.

    ``series`` is the id of the series in which the sessions to come stand, empty if there is none:
    another one than before if all of them were split off. Where only the later ones were, these
    stand in a series of their own.
    """

    entries: Entries = field(default_factory=dict)
    surplus: tuple[CalendarEntry, ...] = ()
    series: str = ""


@dataclass(frozen=True)
class _Reading:
    tandem: Tandem
    sessions: Sequence[Session]
    organizer: str
    marks: Marks
    now: datetime

    @property
    def invitee(self) -> Profile:
        """Whose answers count."""
        return self.marks.invitee

    @property
    def repeated(self) -> list[Session]:
        """The sessions to come that are occurrences of the series."""
        return [s for s in self.sessions if s.is_ahead(self.now) and not s.event_id]

    @property
    def singles(self) -> list[Session]:
        """Those that have an event of their own."""
        return [s for s in self.sessions if s.is_ahead(self.now) and s.event_id]


async def read_standing(world: World, tandem: Tandem, sessions: Sequence[Session]) -> Standing:
    """Read the events of the tandem's sessions to come; ``sessions`` are all of them, past ones
    too.
    """
    about = await world.glance(_reading, tandem, sessions)
    rows = await _series(world, about)
    found = matched(rows, about.sessions, [s.id for s in about.repeated])
    entries = {s.id: found[s.id] for s in about.repeated if s.id in found}
    series = next((entry.series for entry in (*entries.values(), *rows)), "")
    split = await _split_off(world, about, [s for s in about.repeated if s.id not in entries])
    if split and not entries:
        series = next(iter(split.values())).series
    entries |= split
    for session in about.singles:
        single = await world.calendar.session(about.organizer, session.event_id, about.invitee)
        if single:
            entries[session.id] = single
    return Standing(entries, tuple(_surplus(about, found)), series)


def _reading(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, sessions: Sequence[Session]
) -> _Reading:
    organizer = organizer_of(moment, tandem)
    invitee = uow.people.need(tandem.partner_of(organizer)).profile
    ordered = sorted(sessions, key=lambda session: session.number)
    booked = uow.polls.all(tandem_id=tandem.id, session_id="", state=PollState.BOOKED)
    keys = (tandem.id, *(booking_key(poll) for poll in booked))
    marks = Marks(keys, moment.wording.tandem_name(tandem), invitee)
    return _Reading(tandem, ordered, organizer, marks, moment.now)


async def _split_off(
    world: World, about: _Reading, missing: Sequence[Session]
) -> dict[str, CalendarEntry]:
    """The entries of sessions that are gone from their series because the organizer has changed
    *this and all following events*: Outlook ends the series and begins another one.
    """
    if not missing or not about.tandem.series_id:
        return {}
    planned = [session.planned for session in missing]
    span = max(min(planned) - AROUND, about.now), max(planned) + AROUND
    known = {session.event_id for session in about.sessions}
    replaced = {each.series for each in about.tandem.plan.replaced}
    rows = [
        row
        for row in await world.calendar.split_off(
            about.organizer, about.tandem.series_id, about.marks, *span
        )
        if row.id not in known and row.series not in replaced
    ]
    ids = [session.id for session in missing]
    near = _nearest(rows, missing, ids)
    return _in_order(rows, missing) or near or _moved_alike(rows, missing, ids)


async def _series(world: World, about: _Reading) -> Sequence[CalendarEntry]:
    planned = [s.planned for s in about.sessions if s.planned > about.now]
    planned += [s.planned for s in about.repeated]
    if not planned or not about.tandem.series_id:
        return ()
    span = min(planned) - AROUND, max(planned) + AROUND
    series_id, invitee = about.tandem.series_id, about.invitee
    return await world.calendar.series(about.organizer, series_id, *span, invitee) or ()


def _surplus(about: _Reading, found: Entries) -> Iterable[CalendarEntry]:
    """Exchange brings cancelled occurrences back when the whole series is given another time or
    another end.
    """
    for session in about.sessions:
        row = found.get(session.id)
        elsewhere = session.start is None or (
            session.event_id and row and row.id != session.event_id
        )
        if row and elsewhere and row.start > about.now:
            yield row


def matched(
    rows: Sequence[CalendarEntry], sessions: Sequence[Session], wanted: Sequence[str]
) -> Entries:
    """The entries of the sessions, by session id: those where the pattern put them, or, if there is
    none at all, because the whole series was given another time, those that come nearest.

    ``wanted`` are the ids of the sessions that are looked for. Of a series that has moved far, the
    last entries are theirs, in order; so are those that are left where as many are still looked
    for.
    """
    by_planned = {row.planned: row for row in rows}
    same = {s.id: by_planned[s.planned] for s in sessions if s.planned in by_planned}
    if same:
        return same
    near = _nearest(rows, sessions, wanted)
    if not near:
        return _moved_alike(rows, sessions, wanted) or _last(rows, wanted)
    left = [row for row in rows if row not in near.values()]
    still = [key for key in wanted if key not in near]
    return near | (_last(left, still) if len(left) == len(still) else {})


def _last(rows: Sequence[CalendarEntry], wanted: Sequence[str]) -> dict[str, CalendarEntry]:
    """The last entries are those of the sessions (by id, in order); empty if there are fewer."""
    last = sorted(rows, key=lambda row: row.planned)[max(0, len(rows) - len(wanted)) :]
    return dict(zip(wanted, last, strict=True)) if len(last) == len(wanted) else {}


def _in_order(
    rows: Sequence[CalendarEntry], missing: Sequence[Session]
) -> dict[str, CalendarEntry]:
    """A series split off that has as many entries as sessions are missing is theirs, however far
    away it lies: on another weekday some months have it a week later. Empty if none has.
    """
    by_series: dict[str, list[CalendarEntry]] = {}
    for row in sorted(rows, key=lambda row: row.planned):
        by_series.setdefault(row.series, []).append(row)
    whole = next((own for own in by_series.values() if len(own) == len(missing)), ())
    ids = [session.id for session in sorted(missing, key=lambda session: session.planned)]
    return dict(zip(ids, whole, strict=False))


def _moved_alike(
    rows: Sequence[CalendarEntry], sessions: Sequence[Session], wanted: Sequence[str]
) -> dict[str, CalendarEntry]:
    """A series that has gone far away and lacks some: all have moved by about the same time, the
    shortest after which each lies at a session. Empty if there is no such time.
    """
    steps = {row.planned - session.planned for row in rows for session in sessions}
    for step in sorted(steps, key=lambda step: (abs(step), step < timedelta())):
        found = _nearest(rows, sessions, wanted, step)
        if len(found) == len(rows):
            return {key: found[key] for key in wanted if key in found}
    return {}


def _nearest(
    rows: Sequence[CalendarEntry],
    sessions: Sequence[Session],
    wanted: Sequence[str],
    step: timedelta = timedelta(),
) -> dict[str, CalendarEntry]:
    left, found = list(rows), dict[str, CalendarEntry]()
    for session in sorted(sessions, key=lambda session: session.id not in wanted):
        due = session.planned + step
        row = min(left, key=lambda each: abs(each.planned - due), default=None)
        if row and abs(row.planned - due) <= NEAR:
            found[session.id] = row
            left.remove(row)
    return found
