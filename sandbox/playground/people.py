"""The six people of a Playground: it takes the current one and exactly five others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandbox.directory import Person
from sandbox.personas import Cast, Persona
from sandbox.state import TenantState

Part = Literal["owner", "mentee", "mentor"]
PARTS: tuple[Part, ...] = ("owner", "mentee", "mentor")
LANGUAGE = "en-US"
AT_HOME = "Europe/Berlin"


@dataclass(frozen=True)
class Players:
    """Who is who: the three whom one can be, and three more to talk about."""

    owner: Person
    mentee: Person
    mentor: Person
    others: tuple[Person, Person, Person]

    def who(self, part: Part) -> Person:
        """The person who plays this part."""
        return {"owner": self.owner, "mentee": self.mentee, "mentor": self.mentor}[part]

    def beside(self, me: Person) -> list[Person]:
        """The five others, as one of the six sees them."""
        everybody = (self.owner, self.mentee, self.mentor, *self.others)
        return [person for person in everybody if person.id != me.id]


def players(state: TenantState, cast: Cast) -> Players:
    """The first owner, a pair that no rule keeps apart, and three others with a part; those at
    headquarters first.
    """
    owner = state.people[next(iter(state.teams[state.owners_team_id].members))]
    first, second, third, *_ = sorted(cast.pairs, key=_far_from_home)
    others = (second[0].person, second[1].person, third[0].person)
    found = Players(owner, first[0].person, first[1].person, others)
    for person in (found.owner, found.mentee, found.mentor):
        # The Playground says so of everybody; the directory, which counts before, says the same.
        person.preferred_language = person.mailbox_language = LANGUAGE
    return found


def _far_from_home(pair: tuple[Persona, Persona]) -> int:
    return sum(persona.person.zone != AT_HOME for persona in pair)
