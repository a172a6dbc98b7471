"""A tandem's own events as they stand in the organizer's calendar, and which session each of them
is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mentoring.domain.people import Profile
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.calendar import CalendarEntry
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
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
    """

    entries: Entries = field(default_factory=dict)
    surplus: tuple[CalendarEntry, ...] = ()


@dataclass(frozen=True)
class _Reading:
    tandem: Tandem
    sessions: Sequence[Session]
    organizer: str
    invitee: Profile
    now: datetime

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
    about = await world.read(_reading, tandem, sessions)
    rows = await _series(world, about)
    found = matched(rows, about.sessions, [s.id for s in about.repeated])
    entries = {s.id: found[s.id] for s in about.repeated if s.id in found}
    for session in about.singles:
        single = await world.calendar.session(about.organizer, session.event_id, about.invitee)
        if single:
            entries[session.id] = single
    return Standing(entries, tuple(_surplus(about, found)))


def _reading(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, sessions: Sequence[Session]
) -> _Reading:
    organizer = organizer_of(moment, tandem)
    invitee = uow.people.need(tandem.partner_of(organizer)).profile
    ordered = sorted(sessions, key=lambda session: session.number)
    return _Reading(tandem, ordered, organizer, invitee, moment.now)


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
    last entries are theirs, in order.
    """
    by_planned = {row.planned: row for row in rows}
    same = {s.id: by_planned[s.planned] for s in sessions if s.planned in by_planned}
    if same:
        return same
    near = _nearest(rows, sessions, wanted)
    if near or len(rows) < len(wanted):
        return near
    last = sorted(rows, key=lambda row: row.planned)[len(rows) - len(wanted) :]
    return dict(zip(wanted, last, strict=True))


def _nearest(
    rows: Sequence[CalendarEntry], sessions: Sequence[Session], wanted: Sequence[str]
) -> dict[str, CalendarEntry]:
    left, found = list(rows), dict[str, CalendarEntry]()
    for session in sorted(sessions, key=lambda session: session.id not in wanted):
        row = min(left, key=lambda each: abs(each.planned - session.planned), default=None)
        if row and abs(row.planned - session.planned) <= NEAR:
            found[session.id] = row
            left.remove(row)
    return found
