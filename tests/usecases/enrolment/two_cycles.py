"""A programme with people who took part in its first cycle, and the second one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import SUMMARY, About
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.enrolment import opening_next
from tests.answers import MENTEE, MENTOR
from tests.databases import CIPHER, migrated_sqlite
from tests.people import berliner
from tests.usecases.enrolled import NOW, Present
from tests.worlds import registered_world

CHAT = Chat("19:owners", "https://service.example/")
CHOIR = About(("de",), about_me="Chor")
ANSWERS = {Role.MENTEE: MENTEE.put(CHOIR), Role.MENTOR: MENTOR}


@pytest.fixture
def clock() -> Present:
    return Present(NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), CIPHER)
    yield found
    found.close()


@pytest.fixture
def world(store: SqlStore, clock: Present) -> World:
    """One programme; in its first cycle two mentees and a mentor took part."""
    made = registered_world(store, clock, Programme(name="Eins")).of("p1c1")
    store.run_now(lambda uow: furnish(uow, made))
    return made


def furnish(uow: UnitOfWork, world: World) -> None:
    world.moments(uow, world.cycle_id)
    for key, role in (("eva", Role.MENTEE), ("kim", Role.MENTEE), ("jan", Role.MENTOR)):
        takes_part(uow, key, role)


def takes_part(uow: UnitOfWork, key: str, role: Role, **more: Any) -> Enrolment:
    managers = ("top",) if role is Role.MENTEE else (f"head-{key}", "chief", "top")
    uow.people.put(
        Person(key, berliner(key, key, f"{key}@firma.example", key, managers=managers), "de")
    )
    answers = more.pop("answers", ANSWERS[role])
    state = more.pop("state", EnrolmentState.DONE)
    own = enrolment_id(uow.cycle_id, role, key)
    found = Enrolment(own, key, role, state, NOW, str(SUMMARY), answers, done_at=NOW, **more)
    return uow.enrolments.put(found)


def a_tandem(uow: UnitOfWork, state: TandemState, mentee: str = "eva") -> Tandem:
    late = NOW + timedelta(days=5)
    tandem = Tandem(f"{uow.cycle_id}.tandem-1", 1, "run:1", "jan", mentee, state, late, late)
    key = pair_id(uow.programme_id, "jan", mentee)
    uow.pairs.put(Pair(key, "jan", mentee, PairKind.PAST))
    return uow.tandems.put(tandem)


async def opened(world: World) -> World:
    """The world at work for the second cycle."""
    await world.run(opening_next.confirm, "p1c1", f"preview:{NOW:%Y%m%d%H%M%S}")
    return world.of("p1c2")


async def of(world: World, role: Role, person: str) -> Enrolment:
    key = enrolment_id(world.cycle_id, role, person)
    return await world.read(lambda uow, _: uow.enrolments.need(key))


@pytest.fixture
def rolling(store: SqlStore, clock: Present) -> World:
    """A programme without an end; the same three take part in it."""
    made = registered_world(store, clock, Programme(cycles="rolling")).of("p1c1")
    store.run_now(lambda uow: furnish(uow, made))
    return made
