"""Counting in the tenant: what the launch left there, without asking the product.

What stood there before the product started (`Baseline`) is not counted. A tandem is a pair of people with a private
channel in a participants' team that has exactly these two as members, and with a complete series: every day its
pattern says is an occurrence, a moved one or an explicit cancellation, each lasts as long as a session, and both are
in it with a meeting link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sandbox.mailbox import Appointment, living_days, occurrence_on
from sandbox.recurrence import days_of
from sandbox.state import Channel, ProgrammeTeams, Team, TenantState

Pair = frozenset[str]
Touched = frozenset[tuple[str, date]]
"""Occurrences that people have moved in Outlook: the series' uid, and the day on which its pattern has them."""


@dataclass(frozen=True)
class Baseline:
    """What there was at the beginning: appointments by uid, channels by id, memberships by team and person."""

    appointments: frozenset[str]
    channels: frozenset[str]
    memberships: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, state: TenantState) -> Baseline:
        """What the tenant holds now."""
        return cls(
            frozenset(appointment.uid for appointment in organized(state)),
            frozenset(channel for team in state.teams.values() for channel in team.channels),
            frozenset(_memberships(state.teams.values())),
        )


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
    rooms: frozenset[tuple[str, Pair]]
    """The channels of two: the team's id, and who is in it."""
    members: frozenset[tuple[str, str]]
    """Who is in which participants' team: the team's and the person's id."""
    booked: tuple[Appointment, ...]
    of_pairs: tuple[tuple[Pair, Appointment], ...]
    """The series whose pair is known."""

    def with_surplus(self, meetings: int) -> Tally:
        """The same with so many meetings more that are too many."""
        return replace(self, duplicates=self.duplicates + meetings)


def count(state: TenantState, since: Baseline, minutes: int = 120, touched: Touched = frozenset()) -> Tally:
    """Count what was added since the baseline; `minutes` is the length of a session, but for what people have touched."""
    teams, channels = participants_teams(state), private_channels(state, since)
    series = [one for one in organized(state) if one.uid not in since.appointments and _stands(one)]
    rooms = [(one.team_id, pair) for one in channels if (pair := _members(one)) is not None]
    by_channel = Counter(pair for _, pair in rooms)
    of_pairs = tuple((pair, one) for one in series if (pair := _people(state, one, set(by_channel))) is not None)
    by_series = Counter(pair for pair, _ in of_pairs)
    complete = {pair for pair, one in of_pairs if is_complete(one, minutes, touched)}
    added = frozenset(_memberships(teams)) - since.memberships
    return Tally(
        tandems=len(complete & set(by_channel)),
        channels=len(channels),
        series=len(series),
        occurrences=sum(len(living_days(one)) for one in series),
        moved=sum(moved(one) for one in series),
        memberships=len(added),
        duplicates=(len(channels) - len(by_channel)) + (len(series) - len(by_series)),
        pairs=frozenset(complete & set(by_channel)),
        with_channel=frozenset(by_channel),
        with_series=frozenset(complete),
        rooms=frozenset(rooms),
        members=frozenset(_memberships(teams)),
        booked=tuple(series),
        of_pairs=of_pairs,
    )


def conflicts(state: TenantState, tally: Tally) -> int:
    """How many sessions lie on something else in the calendar of one of the two."""
    return sum(_conflicts(state, one) for one in tally.booked)


def is_complete(series: Appointment, minutes: int, touched: Touched = frozenset()) -> bool:
    """Whether every day of the pattern is accounted for, lasts `minutes`, and has a meeting link.

    What people have touched in Outlook is accounted for, whatever they made of it.
    """
    if series.recurrence is None or series.join_url is None:
        return False
    by_people = {day for uid, day in touched if uid == series.uid}
    planned, living = set(days_of(series.recurrence)) - by_people, set(living_days(series)) - by_people
    lengths = {occurrence_on(series, day).end - occurrence_on(series, day).start for day in living}
    accounted = len(living) + len(series.cancelled & planned) == len(planned)
    return bool(living or by_people) and accounted and lengths <= {timedelta(minutes=minutes)}


def moved(series: Appointment) -> int:
    """How many occurrences were moved to another time or cancelled singly."""
    times = (change for day, change in series.changes.items() if change.start != _planned(series, day.toordinal()))
    return len(series.cancelled) + sum(1 for _ in times)


def _planned(series: Appointment, ordinal: int) -> datetime:
    return series.start + timedelta(days=ordinal - series.start.date().toordinal())


def organized(state: TenantState) -> Iterator[Appointment]:
    """Everything in the calendars, once each: in its organizer's."""
    for mailbox in state.mailboxes.values():
        yield from (entry.appointment for entry in mailbox.entries.values() if entry.is_organizer)


def _stands(appointment: Appointment) -> bool:
    return appointment.recurrence is not None and not appointment.called_off


def private_channels(state: TenantState, since: Baseline) -> list[Channel]:
    """The private channels of the participants' teams that were opened since then and not deleted."""
    channels = [channel for team in participants_teams(state) for channel in team.channels.values()]
    standing = (one for one in channels if one.membership_type == "private" and one.deleted is None)
    return [one for one in standing if one.id not in since.channels]


def participants_teams(state: TenantState) -> list[Team]:
    """All teams but those of programme owners."""
    homes = {one.owners_team_id for one in state.programmes}
    return [team for team in state.teams.values() if team.id not in homes]


def teams_of(state: TenantState, programme: ProgrammeTeams) -> frozenset[str]:
    """The ids of a programme's participants' teams, also of those that the product has opened: its owners own them."""
    owners = set(state.teams[programme.owners_team_id].members)
    return frozenset(team.id for team in participants_teams(state) if owners & _owners(team))


def _owners(team: Team) -> set[str]:
    return {member.person_id for member in team.members.values() if "owner" in member.roles}


def _members(channel: Channel) -> Pair | None:
    people = frozenset(member.person_id for member in channel.members.values())
    return people if len(people) == 2 else None


def _people(state: TenantState, series: Appointment, pairs: set[Pair]) -> Pair | None:
    """The pair that the series is for: of its organizer and attendees, or of its two attendees."""
    invited = (state.person_named(attendee.address) for attendee in series.attendees)
    attendees = frozenset(person.id for person in invited if person is not None)
    everybody = attendees | {series.organizer_id}
    found = next((pair for pair in pairs if pair <= everybody), None)
    return found or next((group for group in (everybody, attendees) if len(group) == 2), None)


def _memberships(teams: Iterable[Team]) -> Iterator[tuple[str, str]]:
    for team in teams:
        yield from ((team.id, member.person_id) for member in team.members.values())


def _conflicts(state: TenantState, series: Appointment) -> int:
    people = [person for one in series.attendees if (person := state.person_named(one.address)) is not None]
    busy = [span for owner in {series.organizer_id, *(p.id for p in people)} for span in _busy(state, owner, series)]
    taken = (occurrence_on(series, day) for day in living_days(series))
    return sum(1 for one in taken if any(start < one.end and end > one.start for start, end in busy))


def _busy(state: TenantState, owner_id: str, series: Appointment) -> Iterator[tuple[datetime, datetime]]:
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
