"""Counting in the tenant: what the launch left there, without asking the product.

What stood there before the cycle began (`Baseline`) is not counted. A tandem is a pair of people
with a private channel in a participants' team that has exactly these two as members, and with a
complete series: every day its pattern says is an occurrence, a moved one or an explicit
cancellation, each lasts as long as a session, and both are in it with a meeting link. Instead of a
series the two may have single sessions: as many as a cycle has, where they have no common time for
a series; where they go from session to session, the next one. A circle of many is no tandem's
channel, and none too many. Nor is the series too many that Outlook makes of another one's end
(*this and all following events*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations

from sandbox.mailbox import Appointment, living_days, occurrence_on
from sandbox.recurrence import days_of
from sandbox.rehearse.baseline import (
    Baseline,
    Pair,
    memberships,
    organized,
    participants_teams,
    tandem_channels,
)
from sandbox.rehearse.meetings import is_session, single_meetings, span
from sandbox.state import TenantState
from sandbox.teams import Channel
from sandbox.tenant_file import USUAL, CycleSessions

Touched = frozenset[tuple[str, date]]
"""Occurrences that people have moved in Outlook: the series' uid, and the day on which its pattern
has them.
"""


@dataclass(frozen=True)
class Tally:
    """What the launch left in the tenant; field names as in the report."""

    tandems: int
    channels: int
    series: int
    occurrences: int
    moved: int
    memberships: int
    duplicates: int
    pairs: frozenset[Pair]
    with_channel: frozenset[Pair]
    with_series: frozenset[Pair]
    """The pairs whose dates are complete: those of their series, or single ones."""
    rooms: frozenset[tuple[str, Pair]]
    """The channels of two: the team's id, and who is in it."""
    members: frozenset[tuple[str, str]]
    """Who is in which participants' team: the team's and the person's id."""
    booked: tuple[Appointment, ...]
    of_pairs: tuple[tuple[Pair, Appointment], ...]
    """The series whose pair is known."""
    singles: tuple[tuple[Pair, Appointment], ...] = ()
    """The single meetings of pairs that have a channel or a series."""

    def with_surplus(self, number: int) -> Tally:
        """The same tally with so much more that should not be there."""
        return replace(self, duplicates=self.duplicates + number)


def count(
    state: TenantState,
    since: Baseline,
    cycle: CycleSessions = USUAL,
    touched: Touched = frozenset(),
) -> Tally:
    """Count what was added since the baseline; `cycle` says what a session is, except for those
    that people have `touched`.
    """
    teams, channels = participants_teams(state), tandem_channels(state, since)
    booked = [
        one for one in organized(state) if one.uid not in since.appointments and not one.called_off
    ]
    series = [one for one in booked if one.recurrence is not None]
    rooms = [(one.team_id, pair) for one in channels if (pair := _members(one)) is not None]
    by_channel = Counter(pair for _, pair in rooms)
    of_pairs = tuple(
        (pair, one) for one in series if (pair := _people(state, one, set(by_channel))) is not None
    )
    by_series = Counter(pair for pair, _ in of_pairs)
    whole = {pair for pair, one in of_pairs if not one.tail_of}
    singles = tuple(
        (pair, one)
        for pair, one in single_meetings(state, booked)
        if pair in by_channel or pair in by_series
    )
    spare = [
        _Singles(state, cycle, pair, own)
        for pair, own in _by_pair(singles).items()
        if pair not in by_series
    ]
    complete = {pair for pair, one in of_pairs if is_complete(one, cycle.minutes, touched)}
    complete |= {one.pair for one in spare if one.are_complete}
    added = frozenset(memberships(teams)) - since.memberships
    return Tally(
        tandems=len(complete & set(by_channel)),
        channels=len(channels),
        series=len(series),
        occurrences=sum(len(living_days(one)) for one in series)
        + sum(len(one.sessions) for one in spare),
        moved=sum(moved(one) for one in series),
        memberships=len(added),
        duplicates=(len(channels) - len(by_channel))
        + (sum(not one.tail_of for one in series) - len(whole))
        + sum(one.too_many for one in spare),
        pairs=frozenset(complete & set(by_channel)),
        with_channel=frozenset(by_channel),
        with_series=frozenset(complete),
        rooms=frozenset(rooms),
        members=frozenset(memberships(teams)),
        booked=tuple(series),
        of_pairs=of_pairs,
        singles=singles,
    )


def _by_pair(singles: Iterable[tuple[Pair, Appointment]]) -> dict[Pair, list[Appointment]]:
    found: dict[Pair, list[Appointment]] = {}
    for pair, one in singles:
        found.setdefault(pair, []).append(one)
    return found


class _Singles:
    """The single sessions of a pair that has no series."""

    def __init__(
        self, state: TenantState, cycle: CycleSessions, pair: Pair, singles: Iterable[Appointment]
    ) -> None:
        self.pair = pair
        self.sessions = [one for one in singles if is_session(state, one, pair, cycle.minutes)]
        self._ahead = sum(span(one)[1] > state.clock.now() for one in self.sessions)
        self._cycle = cycle

    @property
    def are_complete(self) -> bool:
        """Whether these are all that the two need."""
        return len(self.sessions) >= (1 if self._cycle.one_by_one else self._cycle.number)

    @property
    def too_many(self) -> int:
        """How many are not needed: people who go from session to session have agreed on the next
        one only.
        """
        return max(
            0,
            self._ahead - 1 if self._cycle.one_by_one else len(self.sessions) - self._cycle.number,
        )


def conflicts(state: TenantState, tally: Tally) -> int:
    """How many sessions overlap something else in the calendar of one of the two."""
    return sum(_conflicts(state, one) for one in tally.booked)


def is_complete(series: Appointment, minutes: int, touched: Touched = frozenset()) -> bool:
    """Whether every day of the pattern is accounted for, lasts `minutes`, and has a meeting link.

    What people have touched in Outlook is accounted for, whatever they made of it.
    """
    if series.recurrence is None or series.join_url is None:
        return False
    by_people = {day for uid, day in touched if uid == series.uid}
    planned, living = (
        set(days_of(series.recurrence)) - by_people,
        set(living_days(series)) - by_people,
    )
    lengths = {occurrence_on(series, day).end - occurrence_on(series, day).start for day in living}
    accounted = len(living) + len(series.cancelled & planned) == len(planned)
    return bool(living or by_people) and accounted and lengths <= {timedelta(minutes=minutes)}


def moved(series: Appointment) -> int:
    """How many occurrences were moved to another time or cancelled singly."""
    times = (
        change
        for day, change in series.changes.items()
        if change.start != _planned(series, day.toordinal())
    )
    return len(series.cancelled) + sum(1 for _ in times)


def _planned(series: Appointment, ordinal: int) -> datetime:
    return series.start + timedelta(days=ordinal - series.start.date().toordinal())


def _members(channel: Channel) -> Pair | None:
    people = frozenset(member.person_id for member in channel.members.values())
    return people if len(people) == 2 else None


def _people(state: TenantState, series: Appointment, pairs: set[Pair]) -> Pair | None:
    """The pair that the series is for: of its organizer and attendees, or of its two attendees."""
    invited = (state.person_at(attendee.address) for attendee in series.attendees)
    attendees = frozenset(person.id for person in invited if person is not None)
    everybody = attendees | {series.organizer_id}
    found = next((two for two in map(frozenset, combinations(everybody, 2)) if two in pairs), None)
    return found or next((group for group in (everybody, attendees) if len(group) == 2), None)


def _conflicts(state: TenantState, series: Appointment) -> int:
    people = [
        person for one in series.attendees if (person := state.person_at(one.address)) is not None
    ]
    busy = [
        span
        for owner in {series.organizer_id, *(p.id for p in people)}
        for span in _busy(state, owner, series)
    ]
    taken = (occurrence_on(series, day) for day in living_days(series))
    return sum(
        1 for one in taken if any(start < one.end and end > one.start for start, end in busy)
    )


def _busy(
    state: TenantState, owner_id: str, series: Appointment
) -> Iterator[tuple[datetime, datetime]]:
    for entry in state.mailboxes[owner_id].entries.values():
        other = entry.appointment
        if other.uid == series.uid or other.called_off or other.show_as not in {"busy", "oof"}:
            continue
        yield from _spans(other)


def _spans(appointment: Appointment) -> Iterator[tuple[datetime, datetime]]:
    if appointment.recurrence is None:
        start = appointment.start
        yield from ((one.start, one.end) for one in [occurrence_on(appointment, start.date())])
    for day in living_days(appointment):
        one = occurrence_on(appointment, day)
        yield one.start, one.end
