"""The invented people of a try, and what they answer where its owner does not answer for them."""

from __future__ import annotations

from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from mentoring.domain.language import voices
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    Purpose,
    Topics,
    TopicSkill,
    When,
    Wishes,
)

NAMES = {Role.MENTEE: "Mustermann, Dr. Erika", Role.MENTOR: "Muster, Mika"}
DEPARTMENTS = {Role.MENTEE: "Management", Role.MENTOR: "Digital"}
MANAGERS = {Role.MENTEE: 1, Role.MENTOR: 3}
"""How many stand above them: the mentor is the lower one, and reports to nobody of the other's."""
UNSAID = "…"
"""What stands where something has to be said."""


def invented_id(trial_id: str, role: str) -> str:
    """The id of the invented person in this role: the same whenever it is asked for."""
    return str(uuid5(NAMESPACE_URL, f"{trial_id}/{role}"))


def invented(trial_id: str, role: Role, owner: Person, voice: str) -> Person:
    """Somebody who can take part, speaks the voice's language, and is written to where the owner
    is; the clock is the owner's.
    """
    key, (language, _) = invented_id(trial_id, role), voices()[voice]
    managers = (invented_id(trial_id, f"{role}-{number}") for number in range(MANAGERS[role]))
    profile = Profile(
        key,
        NAMES[role],
        f"{role}@{trial_id}.example",
        department=DEPARTMENTS[role],
        zone=owner.profile.zone,
        zone_known=owner.profile.zone_known,
        locale=language,
        managers=tuple(managers),
    )
    return replace(owner, id=key, profile=profile, language=language, chose_language=True)


def answers(role: Role, programme: Programme) -> Answers:
    """What the invented person would say: no more than is asked of everybody."""
    topics = [each.id for each in programme.topics[:3]]
    about = About(tuple(programme.languages))
    if role is Role.MENTEE:
        return Answers().put(about, Wishes(*topics), Competence(4))
    skill, said = TopicSkill(topics[0], 2, UNSAID), (Competence(9), Purpose(), When(), NotWith())
    return Answers().put(about, Topics((topics[0],)), skill, *said)
