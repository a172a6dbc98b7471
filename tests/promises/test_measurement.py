"""What is promised of what somebody says of themselves: planted words are looked for everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.measurement.follow_up import AFTER, StillUses
from mentoring.domain.measurement.items import Marks, Measure, Stage, Waiting
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.privacy.retention import erase_in_cycle
from tests.cards.furnished import furnished, guid
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import NOW as MONDAY
from tests.usecases.company import TANDEM, Company, all_of, change, put

PLANTED = "Papageientaucher"
MENTEE = guid("mentee-1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def _planted(store: SqlStore) -> None:
    """A word stands where otherwise the topic does, which goes with the answers."""
    stages = store.read_now(lambda uow: uow.everywhere.measures.all(person_id=MENTEE))
    assert len(stages) == len(Stage)
    made = [replace(each, said=Marks(PLANTED, usage=4)) for each in stages]
    store.run_now(lambda uow: uow.measures.put_all(made))


async def test_its_person_alone_reads_it(store: SqlStore) -> None:
    _planted(store)
    cards = await all_cards(store)
    found = {(kind, who) for (_, kind, who), card in cards.items() if PLANTED in card}
    assert found - {("my_data", MENTEE)} == {("measure_card", MENTEE)}


async def test_what_is_asked_later_is_read_by_its_person_alone(store: SqlStore) -> None:
    asked = store.read_now(lambda uow: uow.everywhere.follow_ups.all(person_id=MENTEE))
    made = [replace(each, said=StillUses(PLANTED, still=True)) for each in asked]
    assert len(made) == len(AFTER)
    store.run_now(lambda uow: uow.follow_ups.put_all(made))
    cards = await all_cards(store)
    found = {(kind, who) for (_, kind, who), card in cards.items() if PLANTED in card}
    assert found - {("my_data", MENTEE)} == {("follow_up_card", MENTEE)}


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    _planted(store)
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if PLANTED.encode() in path.read_bytes()]


async def test_of_those_who_wait_it_is_erased_after_the_closing(company: Company) -> None:
    """Who has had no tandem is erased fourteen days after the cycle was closed."""
    waits = Waiting.AGREED
    hers = Measure(
        "p1c1:mentee:ida:end", "ida", Role.MENTEE, Stage.END, MONDAY, Marks(usage=3), waiting=waits
    )
    await put(company.first, "measures", hers)
    closed = {"state": CycleState.CLOSED, "closed_at": MONDAY}
    await change(company.first, "cycles", "p1c1", **closed)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = MONDAY + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "ida", MONDAY))
        assert len(await all_of(company.first, "measures")) == left


async def test_it_is_erased_after_the_end(company: Company) -> None:
    """Fourteen days after the end of its person's last tandem; until then it stays."""
    hers = Measure("p1c1:mentee:eva:end", "eva", Role.MENTEE, Stage.END, MONDAY, Marks(usage=3))
    await put(company.first, "measures", hers)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=MONDAY)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = MONDAY + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", MONDAY))
        assert len(await all_of(company.first, "measures")) == left
