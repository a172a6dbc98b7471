"""Whose screens one looks at: a programme owner, a senior who may become a mentee, a junior who may
become a mentor.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sandbox.directory import Person
from sandbox.personas import Ranks
from sandbox.state import TenantState

MENTEES, MENTORS = "Leadership", "Digital Natives"
"""The groups that the owner of the demo invites."""


@dataclass(frozen=True)
class Seats:
    """The three, and an owner of a second programme.

    Mentee and mentor may become a tandem: no rule of the directory stands between them.
    """

    owner: Person
    mentee: Person
    mentor: Person
    second: Person

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the three; the owner of the second programme is one of the others, too."""
        return frozenset({self.owner.id, self.mentee.id, self.mentor.id})


class NoSeats(LookupError):
    """The company has no two people who could sit there; another seed has."""


def take_seats(state: TenantState) -> Seats:
    """An owner, and a senior and a junior who could become a tandem, German-speaking and in Europe
    if possible.
    """
    invited = {person.id for group in (MENTEES, MENTORS) for person in _of_group(state, group)}
    owners = (state.people[key] for key in state.teams[state.owners_team_id].members)
    owner = min(owners, key=lambda one: (_far(one) + 3 * (one.id in invited), one.id))
    owning = {key for one in state.programmes for key in state.teams[one.owners_team_id].members}
    ranks = Ranks(state)
    pairs = (
        (mentee, mentor)
        for mentee in _of_group(state, MENTEES)
        for mentor in _of_group(state, MENTORS)
        if mentee.manager_id
        and not owning & {mentee.id, mentor.id}
        and ranks.may_pair(mentee, mentor)
    )
    found = sorted(pairs, key=lambda pair: (_far(pair[0]) + _far(pair[1]), pair[0].id, pair[1].id))
    if not found:
        raise NoSeats("Nobody in this company could become a tandem: start with another --seed.")
    return Seats(owner, *found[0], _second(state, {owner.id, *(one.id for one in found[0])}))


def partner_of(state: TenantState, sponsor: Person, seats: Seats) -> Person | None:
    """Somebody who may become the sponsor's mentor and sits nowhere, the most reachable first: of
    another department, and neither of the two managers above them is the sponsor.
    """
    ranks = Ranks(state)
    others = (one for one in _of_group(state, MENTORS) if one.id not in seats.ids)
    fit = [
        one
        for one in others
        if one.department != sponsor.department and sponsor.id not in list(ranks.chain(one.id))[:2]
    ]
    return min(fit, key=lambda one: (_far(one), one.id), default=None)


def _second(state: TenantState, seated: Collection[str]) -> Person:
    """An owner of the second programme, somebody else if possible; of the only one, where there is
    no second.
    """
    team = state.teams[state.programmes[-1].owners_team_id]
    owners = [state.people[key] for key in team.members]
    return min(owners, key=lambda one: (one.id in seated, _far(one), one.id))


def pin(state: TenantState) -> None:
    """Make sure that everybody whom the tour invites can be read: whatever pair is looked at in the
    end, its calendars show its sessions. Who cannot be reached stays so among the others.
    """
    for person in (*members(state, MENTEES), *members(state, MENTORS)):
        person.mailbox_readable = True


def _far(person: Person) -> int:
    """How little somebody is like whoever tries the demo: another language, another continent, no
    picture.
    """
    german = (person.preferred_language or "").startswith("de")
    return 2 * (not german) + 2 * (not person.zone.startswith("Europe")) + (not person.photo_pixels)


def members(state: TenantState, name: str) -> list[Person]:
    """The people of a group, groups inside it included."""
    group = next(one for one in state.groups.values() if one.display_name == name)
    members, found = list(group.member_ids), []
    while members:
        key = members.pop()
        if key in state.groups:
            members += state.groups[key].member_ids
        elif key in state.people:
            found.append(state.people[key])
    return found


def _of_group(state: TenantState, name: str) -> list[Person]:
    """The reachable people of a group."""
    found = members(state, name)
    reachable = (
        one for one in found if one.account_enabled and one.licensed and one.mailbox_readable
    )
    return [one for one in reachable if one.user_type == "Member"]
