"""Invented people for the tests of the matching: by hand, and at random."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.people import Role

TOPICS = ("agile", "ai", "data", "feedback_culture")


def mentee(id_: str = "emma", **facts: Any) -> Candidate:
    """A leader near the top who wishes to learn about AI; facts replace what is ordinary."""
    ordinary: dict[str, Any] = {"level": 2, "languages": frozenset({"de"}), "wishes": ("ai",)}
    return Candidate(id=id_, role=Role.MENTEE, **(ordinary | facts))


def mentor(id_: str = "max", **facts: Any) -> Candidate:
    """A junior who teaches AI."""
    ordinary: dict[str, Any] = {"level": 5, "languages": frozenset({"de"}), "teaches": {"ai": 3}}
    return Candidate(id=id_, role=Role.MENTOR, **(ordinary | facts))


def invented(
    seed: int, mentees: int, mentors: int, *, both_roles: bool = False, waiting: bool = False
) -> list[Candidate]:
    """So many people with ordinary ties among them.

    With ``both_roles`` the first mentees are also the first mentors.
    """
    random = Random(seed)  # noqa: S311  # invented people need no secrets
    mentee_ids = [f"m{number:03}" for number in range(mentees)]
    mentor_ids = [f"{'m' if both_roles else 'j'}{number:03}" for number in range(mentors)]
    everybody = sorted({*mentee_ids, *mentor_ids})
    found = [_invented(random, id_, Role.MENTEE, everybody, waiting) for id_ in mentee_ids]
    return found + [_invented(random, id_, Role.MENTOR, everybody, waiting) for id_ in mentor_ids]


def _invented(
    random: Random, id_: str, role: Role, everybody: list[str], waiting: bool
) -> Candidate:
    def some(most: int, of: list[str]) -> frozenset[str]:
        return frozenset(random.sample(of, min(len(of), random.randint(0, most))))

    topics = random.sample(TOPICS, random.randint(1, 3))
    return Candidate(
        id=id_,
        role=role,
        level=random.randint(1, 3) if role is Role.MENTEE else random.randint(2, 6),
        languages=frozenset(random.sample(["de", "en", "fr"], random.randint(1, 2))),
        wishes=tuple(topics) if role is Role.MENTEE else (),
        teaches={topic: random.randint(1, 3) for topic in topics} if role is Role.MENTOR else {},
        capacity=random.choice([1, 1, 2]) if role is Role.MENTOR else 1,
        managers=tuple(random.sample([*everybody, "x1", "x2", "x3"], random.randint(0, 4))),
        department=random.choice(["", "it", "law", "sales"]),
        location=random.choice(["", "north", "south"]),
        background=random.choice(["", "law", "technology"]),
        generation=random.choice(["", "old", "young"]),
        gender=random.choice(["", "female", "male"]),
        kpi_group=random.choice(["", "", "growth", "quality"]),
        not_with=some(1, everybody) if random.random() < 0.3 else frozenset(),
        kpi_people=some(1, everybody) if random.random() < 0.2 else frozenset(),
        past_partners=some(1, everybody) if random.random() < 0.3 else frozenset(),
        formats=some(2, ["demo", "talk"]),
        times=some(2, ["morning", "midday", "afternoon"]),
        waited=random.choice([0, 0, 1, 2]) if waiting else 0,
    )


def worlds(most: int, **how: bool) -> st.SearchStrategy[list[Candidate]]:
    """People of both roles, up to ``most`` in each, both sides possibly empty."""

    def make(seed: int, n: int, m: int) -> list[Candidate]:
        return invented(seed, n, m, **how)  # typed

    return st.builds(make, st.integers(0, 10**9), st.integers(0, most), st.integers(0, most))
