"""A programme with people who have enrolled, in a real database: where the tests of the matching's
use cases begin.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.match_run import MatchRun
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.proposal import ProposalState
from mentoring.domain.questionnaire import NotWith, Step, Topics, TopicSkill
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching import runs as matching
from tests.answers import GERMAN, WISH, answers
from tests.databases import CIPHER, migrated_sqlite
from tests.matcher import InThisProcess
from tests.people import berliner
from tests.usecases.ports import Teams
from tests.worlds import world_of

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
CHAT = Chat("19:owners", "https://service.example/")
OTHER_TOPIC = answers(GERMAN, Topics(("agile",)), TopicSkill("agile", 1, "x"))
Pairs = set[tuple[str, str]]


@dataclass
class Present:
    """A clock that stands until somebody moves it."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


class Names:
    """A directory in which everybody's address is their id at the company."""

    async def find(self, text: str) -> tuple[Profile, ...]:
        key = text.partition("@")[0]
        return (berliner(key, key.title(), text),)

    async def find_each(self, words: Sequence[str]) -> dict[str, tuple[Profile, ...]]:
        return {each: await self.find(each) for each in words}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Four mentees and three mentors of different departments, all enrolled; nothing of the outside
    is needed here.
    """
    store = SqlStore(migrated_sqlite(tmp_path), CIPHER)
    made = world_of(store, Present(), matcher=InThisProcess(), channels=Teams())
    for number in range(1, 5):
        await store.run(_enrols(Role.MENTEE, f"mentee{number}", f"D{number}"))
    for number in range(1, 4):
        await store.run(_enrols(Role.MENTOR, f"mentor{number}", f"E{number}"))
    yield made
    store.close()


def _enrols(role: Role, key: str, department: str) -> Callable[[UnitOfWork], Enrolment]:
    return lambda uow: enrols(uow, role, key, department)


def enrols(uow: UnitOfWork, role: Role, key: str, department: str, **more: Any) -> Enrolment:
    managers = ("top",) if role is Role.MENTEE else (f"head-{key}", "chief", "top")
    uow.people.put(
        Person(
            key,
            berliner(key, key.title(), f"{key}@firma.example", department, managers=managers),
            "de",
        )
    )
    said = answers(GERMAN, NotWith(tuple(more.get("not_with", ()))), *topics_of(role, key))
    done = more.get("done_at", NOW)
    state = more.get("state", EnrolmentState.DONE)
    made = Enrolment(f"{role}:{key}", key, role, state, NOW, "summary", said, done_at=done)
    return uow.enrolments.put(made)


def topics_of(role: Role, key: str) -> tuple[Step, ...]:
    """Everybody wishes and teaches the same, a mentor as well as the number in their name says."""
    if role is Role.MENTEE:
        return (WISH,)
    return Topics(("ai",)), TopicSkill("ai", min(int(key[-1]), 3), "x")


async def proposed(world: World) -> str:
    run = await world.run(matching.start, "owner", CHAT)
    await matching.match(world, run.id)
    return run.id


async def pairs(world: World, run_id: str) -> Pairs:
    found = await world.store.run(
        lambda uow: uow.proposals.all(run_id=run_id, state=ProposalState.PROPOSED)
    )
    return {(p.mentee_id, p.mentor_id) for p in found}


async def run_of(world: World, run_id: str) -> MatchRun:
    return await world.store.run(lambda uow: uow.runs.need(run_id))


async def keep(world: World, run_id: str) -> None:
    """Keep what is tried out, as an owner who has just seen it."""
    await decisions.price(world, run_id)
    preview = (await run_of(world, run_id)).preview
    await world.run(decisions.keep, "owner", run_id, preview.token if preview else "")


def unserved(tandems: Any) -> list[int]:
    """The mentees without a proposal, by number."""
    served = {tandem.mentee_id for tandem in tandems}
    return [number for number in range(1, 5) if f"mentee{number}" not in served]
