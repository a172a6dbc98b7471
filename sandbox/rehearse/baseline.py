"""What there is in the tenant, and what there was at the beginning of a cycle: appointments,
channels, memberships.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandbox.mailbox import Appointment
from sandbox.state import TenantState
from sandbox.teams import Channel, ProgrammeTeams, Team

Pair = frozenset[str]
"""The ids of two people."""
FEWEST = 5
"""A private channel that is opened with so many is a circle, whatever has become of it since; one
that is opened with fewer was to be a tandem's.
"""


@dataclass(frozen=True)
class Baseline:
    """What there was at the beginning: appointments by uid, channels by id, memberships by team and
    person.
    """

    appointments: frozenset[str]
    channels: frozenset[str]
    memberships: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, state: TenantState) -> Baseline:
        """What the tenant holds now."""
        return cls(
            frozenset(appointment.uid for appointment in organized(state)),
            frozenset(channel for team in state.teams.values() for channel in team.channels),
            frozenset(memberships(state.teams.values())),
        )


def organized(state: TenantState) -> Iterator[Appointment]:
    """What was entered in the calendars since the company was invented, once each: in its
    organizer's.
    """
    for mailbox in state.mailboxes.values():
        yield from (entry.appointment for entry in mailbox.added() if entry.is_organizer)


def private_channels(state: TenantState, since: Baseline) -> list[Channel]:
    """The private channels of the participants' teams that were opened since then and not
    deleted.
    """
    channels = [channel for team in participants_teams(state) for channel in team.channels.values()]
    standing = (one for one in channels if one.membership_type == "private" and one.deleted is None)
    return [one for one in standing if one.id not in since.channels]


def tandem_channels(state: TenantState, since: Baseline) -> list[Channel]:
    """Those of them that are no circle."""
    return [one for one in private_channels(state, since) if not is_circle(one)]


def is_circle(channel: Channel) -> bool:
    """Whether it was opened for more people than a tandem has."""
    return len(channel.founders) >= FEWEST


def participants_teams(state: TenantState) -> list[Team]:
    """All teams but those of programme owners."""
    homes = {one.owners_team_id for one in state.programmes}
    return [team for team in state.teams.values() if team.id not in homes]


def teams_of(state: TenantState, programme: ProgrammeTeams) -> frozenset[str]:
    """The ids of a programme's participants' teams, also of those that the product has opened: its
    owners own them.
    """
    owners = set(state.teams[programme.owners_team_id].members)
    return frozenset(team.id for team in participants_teams(state) if owners & _owners(team))


def _owners(team: Team) -> set[str]:
    return {member.person_id for member in team.members.values() if "owner" in member.roles}


def memberships(teams: Iterable[Team]) -> Iterator[tuple[str, str]]:
    """Who is in which team: the team's and the person's id."""
    for team in teams:
        yield from ((team.id, member.person_id) for member in team.members.values())
