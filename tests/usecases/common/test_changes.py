"""That something shared has changed is a row of its own; what follows is worked out once for all
changes.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.launch import LaunchState
from mentoring.domain.posting import Change
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common import changes
from mentoring.usecases.common.changes import Topic, catch_up, changed, follows
from mentoring.usecases.common.showing import EVERY
from mentoring.usecases.launch.card import launch_card
from tests.bench.support.programme import LAUNCH, tandem_id
from tests.usecases.company import FIRST, SECOND, Company

HEAP = Topic("heap")


async def wanted(world: World, kind: str, subject_id: str) -> list[int]:
    found = await world.read(lambda uow, _: uow.postings.all(kind=kind, subject_id=subject_id))
    return [posting.wanted for posting in found]


async def test_a_persons_own_cards_are_behind_at_once(busy: World) -> None:
    await busy.run(
        lambda uow, _: uow.tandems.put(replace(uow.tandems.need(tandem_id(3)), told_left_over=True))
    )
    assert await wanted(busy, "offer", tandem_id(3)) == [2, 2]


async def test_a_shared_card_is_behind_once_for_all_changes(busy: World) -> None:
    for _ in range(3):
        await busy.run(lambda uow, _: changed(uow, launch_card, LAUNCH))
    assert await wanted(busy, "launch", LAUNCH) == [1]
    assert await catch_up(busy) == 1
    assert await wanted(busy, "launch", LAUNCH) == [2]
    assert await catch_up(busy) == 0


async def test_a_change_for_all_makes_no_card_old_that_is_over(busy: World) -> None:
    """A launch that was discarded says so, whoever joins afterwards."""
    await busy.run(
        lambda uow, _: uow.launches.put(
            replace(uow.launches.need(LAUNCH), state=LaunchState.DISCARDED)
        )
    )
    await catch_up(busy)
    before = await wanted(busy, "launch", LAUNCH)
    await busy.run(lambda uow, _: changed(uow, launch_card, EVERY))
    await catch_up(busy)
    assert await wanted(busy, "launch", LAUNCH) == before


async def test_what_follows_makes_shared_cards_old_in_the_same_unit(
    busy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "RULES", {})
    seen = []

    @follows(HEAP)
    def rule(uow: UnitOfWork, _moment: Moment, subject_id: str) -> None:
        seen.append(subject_id)
        uow.launches.put(replace(uow.launches.need(LAUNCH), tandems=7))

    for subject in ("a", "b", "a"):
        await busy.run(lambda uow, _, each: changed(uow, HEAP, each), subject)
    assert (await catch_up(busy), await catch_up(busy)) == (2, 0)
    assert seen == ["a", "b"]
    assert await wanted(busy, "launch", LAUNCH) == [2]


async def test_what_follows_is_worked_out_in_the_cycle_that_has_changed(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both say *programme*, so the subject alone would not tell them apart."""
    monkeypatch.setattr(changes, "RULES", {})
    seen = []

    @follows(HEAP)
    def rule(uow: UnitOfWork, moment: Moment, subject_id: str) -> None:
        seen.append((subject_id, uow.cycle_id, moment.programme.name))

    for world in (programmes.second, programmes.first, programmes.second):
        await world.run(lambda uow, _: changed(uow, HEAP, "programme"))
    assert await catch_up(programmes.unbound) == 2
    assert seen == [("programme", FIRST, "Tandem Nord"), ("programme", SECOND, "Tandem Süd")]


async def test_a_change_of_a_cycle_that_is_gone_holds_up_no_other(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "RULES", {})
    seen = []

    @follows(HEAP)
    def rule(_uow: UnitOfWork, moment: Moment, subject_id: str) -> None:
        seen.append((moment.cycle.id, subject_id))

    gone = Change("left", HEAP.name, "gone", cycle_id="p1t9")
    await programmes.store.run(lambda uow: uow.changes.put(gone))
    await programmes.second.run(lambda uow, _: changed(uow, HEAP, "there"))
    assert [await catch_up(programmes.unbound) for _ in range(2)] == [2, 0]
    assert seen == [(SECOND, "there")]


def test_a_change_has_one_rule() -> None:
    with pytest.raises(ValueError, match="two rules follow"):
        follows(launch_card)(lambda _uow, _moment, _subject: None)
