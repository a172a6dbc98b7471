"""A programme in the middle of its life, on both databases: where the tests begin in which many act
at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from typing import Any, cast

import pytest
from sqlalchemy import select

from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata
from mentoring.usecases.programme.moments import ReadMoments
from tests.bench.support.programme import CYCLE, NOW, seed
from tests.databases import CIPHER
from tests.matcher import InThisProcess
from tests.usecases.enrolled import Present
from tests.worlds import NOBODY, by_half, world_of

TANDEMS = 8
"""Their numbers begin with 1: 4 and 8 are being launched, 1 and 5 run, 2 and 6 have their mentor
asked, 3 and 7 their mentee.
"""
BEING_LAUNCHED, RUNNING, MENTOR_ASKED, MENTEE_ASKED = (4, 8), (1, 5), (2, 6), (3, 7)
TARRIES = 0.03
Rows = dict[tuple[str, str], tuple[Any, ...]]


@pytest.fixture
async def busy(migrated_url: str) -> AsyncIterator[World]:
    """The world of the seeded programme."""
    store = SqlStore(migrated_url, CIPHER)
    seed(store, TANDEMS)
    moments = ReadMoments(Present(NOW), lambda _programme: NOBODY, {}, 200, by_half)
    yield replace(
        world_of(store, Present(NOW), matcher=InThisProcess()), moments=moments, cycle_id=CYCLE
    )
    store.close()


def store_of(world: World) -> SqlStore:
    return cast("SqlStore", world.store)


def rows(world: World) -> Rows:
    """Everything that is stored, by table and id."""
    with store_of(world).engine.connect() as connection:
        tables = {
            name: connection.execute(select(table)).mappings().all()
            for name, table in metadata.tables.items()
        }
    return {
        (name, row["id"]): tuple(map(str, row.values()))
        for name, found in tables.items()
        for row in found
    }


@dataclass(frozen=True)
class Outcome:
    """How many of those who acted at the same moment came through, and why the others did not."""

    done: int
    refused: list[str]


async def at_once(world: World, unit: Callable[..., object], *calls: tuple[Any, ...]) -> Outcome:
    """Run the unit with each of these arguments, all at the same moment.

    Each tarries before it commits, so that whoever does not wait decides by what is about to
    change.
    """

    def tarrying(uow: UnitOfWork, moment: Moment, *call: Any) -> object:
        result = unit(uow, moment, *call)
        time.sleep(TARRIES)
        return result

    found = await asyncio.gather(
        *(world.run(tarrying, *call) for call in calls), return_exceptions=True
    )
    failed = [one for one in found if isinstance(one, BaseException)]
    for error in failed:
        if not isinstance(error, Refusal):
            raise error
    return Outcome(
        len(found) - len(failed), sorted(cast("Refusal", error).code for error in failed)
    )
