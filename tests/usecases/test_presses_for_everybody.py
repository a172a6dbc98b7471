"""One press with which an owner decides about everybody: what it costs a tandem does not grow with
the programme. In seconds `tests/bench/presses.py` measures it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import cast

import pytest

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import settle
from tests.bench.presses import PRESSES
from tests.bench.support.programme import seed
from tests.bench.units import world_of
from tests.databases import migrated_sqlite

FEW, MANY = 20, 80


@contextmanager
def comparisons() -> Iterator[list[str]]:
    """How often two things are compared in this thread meanwhile, by a method of theirs."""
    found: list[str] = []

    def noted(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_name == "__eq__":
            found.append(type(frame.f_locals["self"]).__name__)

    before = sys.getprofile()
    sys.setprofile(noted)
    try:
        yield found
    finally:
        sys.setprofile(before)


async def compared(folders: pytest.TempPathFactory, name: str, tandems: int) -> int:
    """How often the press compares two things, in a programme of so many tandems."""
    world = world_of(migrated_sqlite(folders.mktemp("programme")))
    store = cast("SqlStore", world.store)
    seed(store, tandems)
    before, press = PRESSES[name]
    await world.run(partial(before))

    def unit(uow: UnitOfWork, moment: Moment) -> int:
        with comparisons() as found:
            press(uow, moment)
            settle(uow)
        return len(found)

    number = await world.run(unit)
    store.close()
    return number


@pytest.mark.parametrize("name", PRESSES)
async def test_nothing_is_compared_with_everything(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    few = await compared(tmp_path_factory, name, FEW)
    many = await compared(tmp_path_factory, name, MANY)
    assert many <= (few + FEW) * MANY / FEW
