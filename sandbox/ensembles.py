"""The casts of several programmes side by side, and of several cycles in a row.

In each cycle of each programme exactly N tandems exist, whoever was paired with whom before. The
people of a region fit each other all with all: of n mentees and n mentors each may take any, so
after k cycles each has n - k partners left, and as long as n is at least the number of cycles
everybody still finds one (Kőnig: a regular bipartite graph has a perfect matching). Between regions
nobody fits. Where there are fewer tandems than cycles, each cycle has mentors of its own.

Some people take part in two programmes, in the same role, so their calendar has to hold both. Never
are both of a pair among them: the same two in two programmes could not be told apart in a calendar.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sandbox.casting import CompanyTooSmall, cast, pairs_of, reachable, unreachable
from sandbox.company import people_for
from sandbox.directory import Person
from sandbox.parts import Parts, region
from sandbox.personas import Cast, Persona, Ranks
from sandbox.state import TenantState

IN_SEVERAL = 4
"""One in so many mentees (or mentors) of a further programme takes part in the first one, too."""
ELSEWHERE = 10
"""One tandem in so many is formed in a region other than the largest."""
CHOICE = 4
"""A mentee of an ensemble fits more than one in so many people of the region."""


@dataclass(frozen=True)
class Wanted:
    """So many tandems in each of so many cycles of each of so many programmes."""

    tandems: int
    cycles: int = 1
    programmes: int = 1

    @property
    def is_simple(self) -> bool:
        """Whether one cast for one cycle is all that is wanted."""
        return self.cycles == self.programmes == 1

    @property
    def mentors(self) -> int:
        """How many mentors a programme needs."""
        return self.tandems if self.tandems >= self.cycles else self.tandems * self.cycles

    @property
    def people(self) -> int:
        """How large a company is in which so many can be found, with people left over."""
        return (
            people_for(self.tandems) if self.is_simple else 40 + 6 * self.mentors * self.programmes
        )


@dataclass
class Ensemble:
    """People of a region who fit each other, all mentees with all mentors."""

    mentees: list[Person] = field(default_factory=list)
    mentors: list[Person] = field(default_factory=list)


def casts(state: TenantState, wanted: Wanted, seed: int) -> list[Cast]:
    """The parts in each programme. Raises CompanyTooSmall."""
    if wanted.is_simple:
        return [cast(state, wanted.tandems, seed)]
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    casting = _Casting(state, wanted, chance)
    return [casting.cast(number) for number in range(wanted.programmes)]


class _Casting:
    """Gives out the parts of one programme after the other."""

    def __init__(self, state: TenantState, wanted: Wanted, chance: random.Random) -> None:
        self._state = state
        self._wanted = wanted
        self._chance = chance
        self._ranks = Ranks(state)
        self._parts = Parts(chance)
        self._free = reachable(state, chance)
        self._first: list[Persona] = []

    def cast(self, number: int) -> Cast:
        """The parts in a programme, counted from 0."""
        shared = self._shared(number)
        known = {persona.person.id: persona for persona in shared}
        ensembles = self._ensembles(_ensemble(shared))
        self._take(person for one in ensembles for person in (*one.mentees, *one.mentors))
        mentees = [
            known.get(p.id) or self._parts.mentee_of_all(p)
            for one in ensembles
            for p in one.mentees
        ]
        mentors = [
            known.get(p.id) or self._parts.mentor_of_all(p)
            for one in ensembles
            for p in one.mentors
        ]
        if not self._first:
            self._first = [*mentees, *mentors]
        return Cast(mentees, self._in_turn(mentors), self._others(), unreachable(self._state))

    def _shared(self, number: int) -> list[Persona]:
        """Who of the first programme is in this one: mentees or, in every second programme, mentors
        of its largest region.
        """
        role = (
            "mentor"
            if number % 2 == 0 and self._wanted.mentors == self._wanted.tandems
            else "mentee"
        )
        home = region(self._first[-1].person) if self._first else ""
        fit = [one for one in self._first if one.role == role and region(one.person) == home]
        return fit[: max(1, self._wanted.tandems // IN_SEVERAL)]

    def _ensembles(self, begun: Ensemble) -> list[Ensemble]:
        """One for each region that has people enough, the largest last; together so many tandems as
        are wanted.
        """
        homes = [region(person) for person in self._free]
        *others, largest = sorted(set(homes), key=lambda home: (homes.count(home), home))
        found, tandems, mentors = [], self._wanted.tandems, self._wanted.mentors
        each = max(self._wanted.cycles, tandems // ELSEWHERE)
        for home in others:
            if (
                mentors == tandems
                and tandems >= 3 * each
                and (one := self._grown(home, Ensemble(), each, each))
            ):
                found.append(one)
                tandems, mentors = tandems - each, mentors - each
        last = self._grown(largest, begun, tandems, mentors)
        if last is None:
            raise CompanyTooSmall(
                f"{len(self._free)} people give no {tandems} tandems more: make the company larger."
            )
        return [*found, last]

    def _grown(self, home: str, begun: Ensemble, mentees: int, mentors: int) -> Ensemble | None:
        """The ensemble with people of the region added, seniors as mentees and juniors as mentors;
        None if too few fit.
        """
        ranked = sorted(
            (p for p in self._free if region(p) == home),
            key=lambda person: self._ranks.level(person.id),
        )
        one = Ensemble([*begun.mentees], [*begun.mentors])
        leading = (person for person in ranked if self._has_choice(person, ranked))
        seniors, juniors = _once(leading, one), _once(ranked[::-1], one)
        while len(one.mentees) < mentees or len(one.mentors) < mentors:
            if len(one.mentees) * mentors <= len(one.mentors) * mentees:
                grown = _add(
                    one.mentees,
                    seniors,
                    lambda p: all(self._ranks.may_pair(p, other) for other in one.mentors),
                )
            else:
                grown = _add(
                    one.mentors,
                    juniors,
                    lambda p: all(self._ranks.may_pair(other, p) for other in one.mentees),
                )
            if not grown:
                return None
        return one

    def _has_choice(self, senior: Person, people: Sequence[Person]) -> bool:
        """Whether enough fit: whoever has everybody below them would leave nobody to the others."""
        return sum(self._ranks.may_pair(senior, one) for one in people) * CHOICE > len(people)

    def _in_turn(self, mentors: list[Persona]) -> list[Persona]:
        """Where each cycle has mentors of its own: the cycle of each."""
        each = self._wanted.tandems
        if len(mentors) == each:
            return mentors
        return [
            replace(mentor, cycles=(number // each + 1,)) for number, mentor in enumerate(mentors)
        ]

    def _others(self) -> list[Persona]:
        """Further people: of those left over, one mentee takes the other role from the second cycle
        on; one pair leaves.
        """
        [refused] = pairs_of(self._free, self._ranks, 1, self._chance)
        self._take(refused)
        refusing = [replace(one, cycles=(1,)) for one in self._parts.refusing(*refused)]
        others = self._parts.others(self._free, self._wanted.tandems)
        self._take(other.person for other in others)
        turning = next((one for one in others if one.role == "mentee" and one.enrols), None)
        return [*refusing, *(self._turned(one) if one is turning else one for one in others)]

    def _turned(self, unserved: Persona) -> Persona:
        """The same mentee, who is a mentor from the second cycle on."""
        answers = self._parts.unneeded(unserved.person).answers
        return replace(unserved, turns=True, answers=answers | unserved.answers)

    def _take(self, people: Iterable[Person]) -> None:
        taken = {person.id for person in people}
        self._free = [person for person in self._free if person.id not in taken]


def _ensemble(personas: Sequence[Persona]) -> Ensemble:
    """What an ensemble begins with."""
    return Ensemble(
        [one.person for one in personas if one.role == "mentee"],
        [one.person for one in personas if one.role == "mentor"],
    )


def _once(ranked: Iterable[Person], one: Ensemble) -> Iterator[Person]:
    """The people in turn, without those who have a place already when it is their turn."""
    return (person for person in ranked if person not in one.mentees and person not in one.mentors)


def _add(side: list[Person], candidates: Iterator[Person], fits: Callable[[Person], bool]) -> bool:
    """Add the next candidate who fits; False if there is none."""
    found = next((person for person in candidates if fits(person)), None)
    if found is not None:
        side.append(found)
    return found is not None
