"""Who plays which part in a rehearsal: mentees, mentors, and those with whom no tandem comes about.

A cast is made so that exactly N tandems exist, of N mentees and N different mentors, whatever scores the product
gives: there is a pairing of all N with all N that no hard rule forbids, every mentor takes one mentee, and nobody else
can be paired. Everybody else declines, stays silent, cannot be reached or is left over: topics decide that, because a
tandem needs a wished topic that the mentor teaches. Regions have topics of their own, so nobody in Singapore is
paired with somebody in New York, whose working days never meet.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from sandbox.state import Person, TenantState

Role = Literal["mentee", "mentor"]
Declines = Literal["", "invitation", "offer", "silent"]

TAUGHT: dict[str, tuple[str, ...]] = {
    "europe": ("ai", "data", "automation", "collaboration"),
    "america": ("social_media",),
    "atlantic": ("digital_business",),
    "asia": ("new_work",),
}
REFUSED_TOPIC = "agile"
"""Taught and wished by one pair alone, whose mentor says no to the offer."""
UNWISHED = "feedback_culture"
UNTAUGHT = ("cyber_security", "customers_of_tomorrow", "social_intranet")
Fits = Callable[[Person, Person], bool]
ALL_TIMES = "morning,midday,afternoon"
BACKGROUNDS = ("technology", "business", "law", "natural_science", "social", "creative", "craft", "other")
WEEK = ("mon", "tue", "wed", "thu", "fri")


class CompanyTooSmall(ValueError):
    """The company has not enough people who may form tandems; ask `sandbox.company` for more."""


@dataclass
class Persona:
    """A person with a part: how they answer each question (by input id), and what they decline."""

    person: Person
    role: Role
    answers: dict[str, str] = field(default_factory=dict)
    declines: Declines = ""

    @property
    def enrols(self) -> bool:
        """Whether this person goes through the questionnaire."""
        return self.declines in {"", "offer"}


@dataclass
class Cast:
    """Everybody's part. `pairs` is one possible set of tandems (mentee, mentor); the product may find another."""

    pairs: list[tuple[Persona, Persona]]
    others: list[Persona]
    unreachable: list[tuple[Role, Person]]

    def personas(self) -> Iterator[Persona]:
        """All who can be reached, in the order mentees, mentors, others."""
        yield from (mentee for mentee, _ in self.pairs)
        yield from (mentor for _, mentor in self.pairs)
        yield from self.others

    def invited(self, role: Role) -> list[Person]:
        """Whom the owner invites for the role."""
        reachable = [persona.person for persona in self.personas() if persona.role == role]
        return reachable + [person for its_role, person in self.unreachable if its_role == role]


class Ranks:
    """The manager chains of the company."""

    def __init__(self, state: TenantState) -> None:
        self._people = state.people
        self._chains: dict[str, tuple[str, ...]] = {}

    def chain(self, person_id: str) -> tuple[str, ...]:
        """The managers above the person, the nearest first."""
        if person_id not in self._chains:
            manager = self._people[person_id].manager_id
            above = (manager, *self.chain(manager)) if manager in self._people and manager is not None else ()
            self._chains[person_id] = above
        return self._chains[person_id]

    def level(self, person_id: str) -> int:
        """The distance from the top of the company, 1 for the top."""
        return len(self.chain(person_id)) + 1

    def may_pair(self, mentee: Person, mentor: Person) -> bool:
        """Whether no hard rule that follows from the directory forbids the pair.

        The mentor stands lower; neither is above the other; not the same manager, not the same department.
        """
        above = mentee.id in self.chain(mentor.id) or mentor.id in self.chain(mentee.id)
        same_manager = mentee.manager_id is not None and mentee.manager_id == mentor.manager_id
        same_department = mentee.department is not None and mentee.department == mentor.department
        lower = self.level(mentor.id) > self.level(mentee.id)
        return lower and not (above or same_manager or same_department)


def cast(state: TenantState, tandems: int, seed: int) -> Cast:
    """Give out the parts for exactly `tandems` tandems. Raises CompanyTooSmall."""
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    return _Casting(state, tandems, chance).cast()


def region(person: Person) -> str:
    """The part of the world whose working days the person shares."""
    return {"Europe": "europe", "America": "america"}.get(person.zone.split("/")[0], "asia")


class _Casting:
    def __init__(self, state: TenantState, tandems: int, chance: random.Random) -> None:
        self._state = state
        self._tandems = tandems
        self._chance = chance
        self._ranks = Ranks(state)
        self._free = self._reachable()

    def cast(self) -> Cast:
        """The parts."""
        found = self._pairs(self._tandems + 1)
        refused, pairs = found[-1], [self._play(mentee, mentor) for mentee, mentor in found[:-1]]
        taken = {person.id for pair in found for person in pair}
        self._free = [person for person in self._free if person.id not in taken]
        return Cast(pairs, [*self._refusing(*refused), *self._extras()], self._unreachable())

    def _reachable(self) -> list[Person]:
        owners = {member.person_id for member in self._state.teams[self._state.owners_team_id].members.values()}
        fit = [
            person
            for person in self._state.people.values()
            if person.account_enabled and person.licensed and person.mailbox_readable and person.id not in owners
        ]
        fit.sort(key=lambda person: person.id)
        self._chance.shuffle(fit)
        return fit

    def _pairs(self, wanted: int) -> list[tuple[Person, Person]]:
        """So many disjoint pairs that no hard rule forbids, the seniors taken from above, the juniors from below."""
        ranked = sorted(self._free, key=lambda person: self._ranks.level(person.id))
        half = len(ranked) // 2
        seniors, juniors = ranked[:half], ranked[half:][::-1]
        assigned = _assign(seniors, juniors, self._fits, wanted)
        if len(assigned) < wanted:
            text = f"{len(ranked)} people give {len(assigned)} pairs, {wanted} are needed"
            raise CompanyTooSmall(f"{text}: make the company larger.")
        self._chance.shuffle(assigned)
        return assigned

    def _fits(self, mentee: Person, mentor: Person) -> bool:
        return _group(mentee, mentor) is not None and self._ranks.may_pair(mentee, mentor)

    def _play(self, mentee: Person, mentor: Person) -> tuple[Persona, Persona]:
        topics = TAUGHT[_group(mentee, mentor) or "europe"]
        taught = self._chance.sample(topics, k=min(len(topics), self._chance.choice((1, 2, 2, 3))))
        wished = [self._chance.choice(taught)]
        wished += [topic for topic in self._chance.sample(topics, k=len(topics)) if topic not in wished]
        wished += self._chance.sample(UNTAUGHT, k=len(UNTAUGHT))
        return self._mentee(mentee, wished[:3]), self._mentor(mentor, taught)

    def _refusing(self, mentee: Person, mentor: Person) -> tuple[Persona, Persona]:
        left, refuses = self._mentee(mentee, [REFUSED_TOPIC, *UNTAUGHT[:2]]), self._mentor(mentor, [REFUSED_TOPIC])
        refuses.declines = "offer"
        return left, refuses

    def _extras(self) -> list[Persona]:
        """Who is left over, declines or stays silent: two of each for every forty tandems, one at least."""
        each = max(1, self._tandems // 20)
        people = self._chance.sample(self._free, k=min(len(self._free), 4 * each))
        parts = [people[start::4] for start in range(4)]
        unserved = [self._mentee(person, list(UNTAUGHT)) for person in parts[0]]
        unneeded = [self._mentor(person, [UNWISHED]) for person in parts[1]]
        away = [self._mentee(person, list(UNTAUGHT)) for person in parts[2]]
        away += [self._mentor(person, [UNWISHED]) for person in parts[3]]
        for number, persona in enumerate(away):
            persona.declines = "silent" if number % 3 == 2 else "invitation"
        return unserved + unneeded + away

    def _unreachable(self) -> list[tuple[Role, Person]]:
        gone = [one for one in self._state.people.values() if not (one.account_enabled and one.licensed)]
        return [("mentee" if number % 2 else "mentor", person) for number, person in enumerate(gone[:4])]

    def _mentee(self, person: Person, wishes: list[str]) -> Persona:
        ranked = {f"wish_{rank}": topic for rank, topic in enumerate(wishes, start=1)}
        return Persona(person, "mentee", self._common(person, ALL_TIMES) | ranked)

    def _mentor(self, person: Person, topics: list[str]) -> Persona:
        times = self._chance.choice((ALL_TIMES, ALL_TIMES, "morning,midday")) if region(person) == "europe" else ALL_TIMES
        own = {"topics": ",".join(topics), "capacity": "1", "level": str(self._chance.randint(1, 3))}
        own["experience"] = f"{self._chance.randint(1, 6)} years of it in {person.department or 'projects'}"
        return Persona(person, "mentor", self._common(person, times) | own)

    def _common(self, person: Person, times: str) -> dict[str, str]:
        free_days = [day for day in WEEK if day != self._chance.choice((*WEEK, ""))]
        german = (person.preferred_language or "").startswith("de")
        answers = {
            "languages": "de,en" if german else "en",
            "background": self._chance.choice(BACKGROUNDS),
            "competence": str(self._chance.randint(2, 9)),
            "goal": "Use it myself instead of only hearing about it.",
            "format": self._chance.choice(("talk", "demo", "hands_on")),
            "weekdays": ",".join(free_days),
            "times": times,
            "place": self._chance.choice(("remote", "either")),
            "agreed": "true",
        }
        if self._chance.random() < 0.3:
            answers["about_me"] = f"I work in {person.city or 'several places'} and like short questions."
        return answers


def _group(mentee: Person, mentor: Person) -> str | None:
    """Whose topics the pair would share; None where their working days have too little in common."""
    both = {region(mentee), region(mentor)}
    if len(both) == 1:
        return both.pop()
    return "atlantic" if both == {"europe", "america"} else None


def _assign(seniors: list[Person], juniors: list[Person], fits: Fits, wanted: int) -> list[tuple[Person, Person]]:
    """At most `wanted` disjoint pairs, found by augmenting paths; the seniors' order decides who comes first."""
    mentee_of: dict[str, Person] = {}
    for senior in seniors:
        if len(mentee_of) < wanted:
            _augment(senior, [mentor for mentor in juniors if fits(senior, mentor)], juniors, fits, mentee_of)
    known = {mentor.id: mentor for mentor in juniors}
    return [(mentee, known[mentor_id]) for mentor_id, mentee in mentee_of.items()]


def _augment(senior: Person, fitting: list[Person], juniors: list[Person], fits: Fits, mentee_of: dict[str, Person]) -> None:
    """Give the senior a mentor, a free one if there is, else one whose mentee can move on (breadth first)."""
    free = next((mentor for mentor in fitting if mentor.id not in mentee_of), None)
    if free is not None:
        mentee_of[free.id] = senior
        return
    came_from: dict[str, tuple[Person, str | None]] = {mentor.id: (senior, None) for mentor in fitting}
    queue = [mentor.id for mentor in fitting]
    for mentor_id in queue:
        holder = mentee_of.get(mentor_id)
        if holder is None:
            _move_along(mentor_id, came_from, mentee_of)
            return
        for mentor in juniors:
            if mentor.id not in came_from and fits(holder, mentor):
                came_from[mentor.id] = (holder, mentor_id)
                queue.append(mentor.id)


def _move_along(free: str, came_from: dict[str, tuple[Person, str | None]], mentee_of: dict[str, Person]) -> None:
    mentor_id: str | None = free
    while mentor_id is not None:
        mover, left_behind = came_from[mentor_id]
        mentee_of[mentor_id] = mover
        mentor_id = left_behind
