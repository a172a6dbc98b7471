"""Who takes part in the matching: one :class:`Candidate` for each person and role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role


class Pair(NamedTuple):
    """A mentee and a mentor, by their ids."""

    mentee: str
    mentor: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who wants a tandem, in one role; a person with two roles is two candidates with one
    id.

    ``level`` is the distance from the top of the company (1 = top). ``managers`` is the chain
    upwards, nearest first, people outside the programme included. ``wishes`` (mentees) are topic
    ids, the most wished first; ``teaches`` (mentors) maps topic ids to a level from 1 to 3. An
    empty text or tuple means *unknown*. ``not_with`` and ``kpi_people`` (whose decisions touch this
    person's targets) are confidential. ``formats`` and ``times`` are whatever words the
    questionnaire uses; equal words are a shared preference. ``waited`` counts the cycles in which
    the person stayed without a tandem.
    """

    id: str
    role: Role
    level: int
    languages: frozenset[str]
    wishes: tuple[str, ...] = ()
    teaches: Mapping[str, int] = field(default_factory=dict)
    capacity: int = 1
    managers: tuple[str, ...] = ()
    department: str = ""
    location: str = ""
    background: str = ""
    generation: str = ""
    gender: str = ""
    kpi_group: str = ""
    not_with: frozenset[str] = frozenset()
    kpi_people: frozenset[str] = frozenset()
    past_partners: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    waited: int = 0

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of this candidate: wishes in their order, or what the mentor teaches by id."""
        return self.wishes if self.role is Role.MENTEE else tuple(sorted(self.teaches))


def by_role(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Mentees and mentors, each sorted by id, so that the order of the input never matters.

    Raises:
        Refusal: ``twice-in-one-role`` if an id stands twice in the same role.
    """
    found: dict[tuple[str, Role], Candidate] = {}
    for candidate in candidates:
        if (candidate.id, candidate.role) in found:
            raise Refusal("twice-in-one-role", id=candidate.id, role=candidate.role)
        found[candidate.id, candidate.role] = candidate
    people = [found[key] for key in sorted(found)]
    return tuple(p for p in people if p.role is Role.MENTEE), tuple(
        p for p in people if p.role is Role.MENTOR
    )
