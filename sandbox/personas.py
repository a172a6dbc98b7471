"""Who plays which part in a rehearsal: mentees, mentors, and those with whom no tandem comes
about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from sandbox.directory import Person
from sandbox.state import TenantState

Role = Literal["mentee", "mentor"]
Declines = Literal["", "invitation", "offer", "silent"]


@dataclass
class Persona:
    """A person with a part: how they answer each question (by input id), and what they decline."""

    person: Person
    role: Role
    answers: dict[str, str] = field(default_factory=dict)
    declines: Declines = ""
    cycles: tuple[int, ...] = ()
    """The cycles in which the person takes part, and before the first of which the owner invites
    them; empty: all.
    """
    turns: bool = False
    """Whether the person takes the other role from the second cycle on."""

    @property
    def enrols(self) -> bool:
        """Whether this person goes through the questionnaire."""
        return self.declines in {"", "offer"}

    @property
    def joins(self) -> int:
        """The cycle for which the owner invites the person."""
        return self.cycles[0] if self.cycles else 1

    def takes_part(self, cycle: int) -> bool:
        """Whether the person goes through the questionnaire in this cycle."""
        return self.enrols and (not self.cycles or cycle in self.cycles)

    def is_asked(self, cycle: int) -> bool:
        """Whether the person is asked in this cycle: invited by the owner, or anew after taking
        part in the last one.
        """
        return cycle == self.joins or self.takes_part(cycle - 1)


@dataclass
class Cast:
    """Everybody's part.

    `mentees` and `mentors` are those of whom the tandems are made, as many of each in every cycle;
    a mentor of two stands there twice.
    """

    mentees: list[Persona]
    mentors: list[Persona]
    others: list[Persona]
    unreachable: list[tuple[Role, Person]]

    @classmethod
    def of_pairs(cls, pairs: Iterable[tuple[Persona, Persona]], others: list[Persona]) -> Cast:
        """A cast in which everybody can be reached; `pairs` are mentee and mentor."""
        mentees, mentors = zip(*pairs, strict=True)
        return cls(list(mentees), list(mentors), others, [])

    @property
    def pairs(self) -> list[tuple[Persona, Persona]]:
        """One possible set of tandems of the first cycle (mentee, mentor); the product may find
        another.
        """
        return list(zip(self.mentees, self.mentors, strict=False))

    def personas(self) -> Iterator[Persona]:
        """All who can be reached, in the order mentees, mentors, others."""
        yield from self.in_tandems()
        yield from self.others

    def in_tandems(self) -> list[Persona]:
        """Those of whom the tandems are made, mentees first; a mentor of two once."""
        return list({id(each): each for each in (*self.mentees, *self.mentors)}.values())

    def invited(self, role: Role, cycle: int = 1) -> list[Person]:
        """Whom the owner invites for the role before this cycle."""
        reachable = [
            persona.person
            for persona in self.personas()
            if persona.role == role and persona.joins == cycle
        ]
        return reachable + [
            person for its_role, person in self.unreachable if its_role == role and cycle == 1
        ]


class Ranks:
    """The manager chains of the company."""

    def __init__(self, state: TenantState) -> None:
        self._people = state.people
        self._chains: dict[str, tuple[str, ...]] = {}

    def chain(self, person_id: str) -> tuple[str, ...]:
        """The managers above the person, the nearest first."""
        if person_id not in self._chains:
            manager = self._people[person_id].manager_id
            above = (
                (manager, *self.chain(manager))
                if manager in self._people and manager is not None
                else ()
            )
            self._chains[person_id] = above
        return self._chains[person_id]

    def level(self, person_id: str) -> int:
        """The distance from the top of the company, 1 for the top."""
        return len(self.chain(person_id)) + 1

    def may_pair(self, mentee: Person, mentor: Person) -> bool:
        """Whether no hard rule that follows from the directory forbids the pair.

        The mentor stands lower; neither is above the other; not the same manager, not the same
        department. Above at any depth, though a programme may count fewer levels: so the pairs hold
        whatever its settings say.
        """
        above = mentee.id in self.chain(mentor.id) or mentor.id in self.chain(mentee.id)
        same_manager = mentee.manager_id is not None and mentee.manager_id == mentor.manager_id
        same_department = mentee.department is not None and mentee.department == mentor.department
        lower = self.level(mentor.id) > self.level(mentee.id)
        return lower and not (above or same_manager or same_department)
