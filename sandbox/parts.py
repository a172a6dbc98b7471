"""What people of a rehearsal answer, so that exactly the intended tandems come about.

Topics decide it, because a tandem needs a wished topic that the mentor teaches. Regions have topics
of their own, so nobody in Singapore is paired with somebody in New York, whose working days never
meet.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from sandbox.directory import Person
from sandbox.personas import Persona

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
ALL_TIMES = "morning,midday,afternoon"
BACKGROUNDS = (
    "technology",
    "business",
    "law",
    "natural_science",
    "social",
    "creative",
    "craft",
    "other",
)
WEEK = ("mon", "tue", "wed", "thu", "fri")


def region(person: Person) -> str:
    """The part of the world whose working days the person shares."""
    return {"Europe": "europe", "America": "america"}.get(person.zone.split("/")[0], "asia")


def group(mentee: Person, mentor: Person) -> str | None:
    """Whose topics the pair would share; None where their working days have too little in
    common.
    """
    both = {region(mentee), region(mentor)}
    if len(both) == 1:
        return both.pop()
    return "atlantic" if both == {"europe", "america"} else None


class Parts:
    """Gives out answers; `chance` decides what does not matter for who fits whom."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def pair(self, mentee: Person, mentor: Person) -> tuple[Persona, Persona]:
        """Two who fit each other."""
        topics = TAUGHT[group(mentee, mentor) or "europe"]
        taught = self._chance.sample(topics, k=min(len(topics), self._chance.choice((1, 2, 2, 3))))
        wished = [self._chance.choice(taught)]
        wished += [
            topic for topic in self._chance.sample(topics, k=len(topics)) if topic not in wished
        ]
        wished += self._chance.sample(UNTAUGHT, k=len(UNTAUGHT))
        return self.mentee(mentee, wished[:3]), self.mentor(mentor, taught)

    def mentee_of_all(self, person: Person) -> Persona:
        """A mentee who fits every `mentor_of_all` of the region: of four topics they wish three."""
        topics = TAUGHT[region(person)]
        wished = self._chance.sample(topics, k=min(3, len(topics)))
        return self.mentee(person, [*wished, *self._chance.sample(UNTAUGHT, k=3 - len(wished))])

    def mentor_of_all(self, person: Person) -> Persona:
        """A mentor who fits every `mentee_of_all` of the region: of four topics they teach two at
        least.
        """
        topics = TAUGHT[region(person)]
        fewest = max(1, len(topics) - 2)
        return self.mentor(
            person, self._chance.sample(topics, k=self._chance.randint(fewest, len(topics)))
        )

    def refusing(self, mentee: Person, mentor: Person) -> tuple[Persona, Persona]:
        """Two who fit each other alone, and whose mentor says no to the offer."""
        left, refuses = (
            self.mentee(mentee, [REFUSED_TOPIC, *UNTAUGHT[:2]]),
            self.mentor(mentor, [REFUSED_TOPIC]),
        )
        refuses.declines = "offer"
        return left, refuses

    def others(self, free: Sequence[Person], tandems: int) -> list[Persona]:
        """Who is left over, declines or stays silent: two of each for every forty tandems, one at
        least.
        """
        each = max(1, tandems // 20)
        people = self._chance.sample(free, k=min(len(free), 4 * each))
        parts = [people[start::4] for start in range(4)]
        unserved = [self.unserved(person) for person in parts[0]]
        unneeded = [self.unneeded(person) for person in parts[1]]
        away = [self.unserved(person) for person in parts[2]]
        away += [self.unneeded(person) for person in parts[3]]
        for number, persona in enumerate(away):
            persona.declines = "silent" if number % 3 == 2 else "invitation"
        return unserved + unneeded + away

    def unserved(self, person: Person) -> Persona:
        """A mentee whose wishes nobody teaches."""
        return self.mentee(person, list(UNTAUGHT))

    def unneeded(self, person: Person) -> Persona:
        """A mentor who teaches what nobody wishes."""
        return self.mentor(person, [UNWISHED])

    def mentee(self, person: Person, wishes: list[str]) -> Persona:
        """A mentee with these wishes."""
        ranked = {f"wish_{rank}": topic for rank, topic in enumerate(wishes, start=1)}
        return Persona(person, "mentee", self._common(person, ALL_TIMES) | ranked)

    def mentor(self, person: Person, topics: list[str]) -> Persona:
        """A mentor who teaches these topics."""
        times = (
            self._chance.choice((ALL_TIMES, ALL_TIMES, "morning,midday"))
            if region(person) == "europe"
            else ALL_TIMES
        )
        own = {
            "topics": ",".join(topics),
            "capacity": "1",
            "level": str(self._chance.randint(1, 3)),
        }
        own["experience"] = (
            f"{self._chance.randint(1, 6)} years of it in {person.department or 'projects'}"
        )
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
            answers["about_me"] = (
                f"I work in {person.city or 'several places'} and like short questions."
            )
        return answers
