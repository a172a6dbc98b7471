"""What has come between two people since they were proposed keeps them from being asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.come_between import still_possible
from tests.usecases.company import change, put
from tests.usecases.enrolled import NOW, proposed

DAY = timedelta(days=1)
REASON = "Beide wollten es"


@pytest.fixture
async def first(world: World) -> Proposal:
    """The first of the proposals that lie before the owners."""
    run = await proposed(world)
    found = await world.store.run(lambda uow: uow.proposals.all(run_id=run))
    return min(found, key=lambda each: each.id)


async def keep_apart(world: World, between: Proposal, kind: PairKind, *, swapped: bool) -> None:
    mentor, mentee = between.mentor_id, between.mentee_id
    two = (mentee, mentor) if swapped else (mentor, mentee)

    def noted(uow: UnitOfWork) -> None:
        uow.pairs.put(Pair(pair_id(uow.programme_id, *two), *two, kind, NOW))

    await world.store.run(noted)


async def locked(world: World, found: Proposal, reason: str = REASON) -> None:
    lock = Lock(found.mentee_id, found.mentor_id, reason, "owner", NOW)
    await change(world, "proposals", found.id, lock=lock)


async def is_approved(world: World, found: Proposal) -> bool:
    return bool(await world.run(matching.approve, "owner", "", found.id))


@pytest.mark.parametrize("swapped", [False, True])
class TestPastPairs:
    """Two who were a tandem before are asked again only where owners want it, and say why."""

    async def test_without_a_reason_they_are_not_asked(
        self, world: World, first: Proposal, *, swapped: bool
    ) -> None:
        await keep_apart(world, first, PairKind.PAST, swapped=swapped)
        await locked(world, first, reason=" ")
        assert not await is_approved(world, first)

    async def test_with_a_reason_they_are(
        self, world: World, first: Proposal, *, swapped: bool
    ) -> None:
        """The lock was proposed, and lost without a word when it was approved."""
        await keep_apart(world, first, PairKind.PAST, swapped=swapped)
        await locked(world, first)
        assert await is_approved(world, first)

    async def test_so_they_are_where_the_rule_is_off(
        self, world: World, first: Proposal, *, swapped: bool
    ) -> None:
        await keep_apart(world, first, PairKind.PAST, swapped=swapped)
        off = Programme(matching=MatchingSettings(rules={"past_pair": False}))
        moment = replace(await world.moment(), programme=off)
        assert await world.store.run(lambda uow: still_possible(uow, moment, [first])) == [first]

    async def test_no_reason_brings_two_together_one_of_whom_was_asked_in_vain(
        self, world: World, first: Proposal, *, swapped: bool
    ) -> None:
        await keep_apart(world, first, PairKind.NOT_AGAIN, swapped=swapped)
        await locked(world, first)
        assert not await is_approved(world, first)


async def test_a_reason_from_before_their_last_tandem_counts_no_more(
    world: World, first: Proposal
) -> None:
    await locked(world, first)
    both = first.mentor_id, first.mentee_id
    ended = Tandem("over", 9, "", *both, TandemState.CLOSED, NOW, NOW, told_left_over=True)
    await put(world, "tandems", ended)
    key = await world.read(lambda uow, _: pair_id(uow.programme_id, *both))
    await put(world, "pairs", Pair(key, *both, PairKind.PAST, NOW + DAY))
    assert not await is_approved(world, first)


async def test_nobody_gets_a_second_partner_beside_the_one_whom_an_owner_has_added(
    world: World, first: Proposal
) -> None:
    """An owner added a tandem with somebody whose proposal lay open; approved, it made a second
    one, and a mentee had two mentors.
    """
    added = Tandem("added", 9, "", "somebody", first.mentee_id, TandemState.ASKED_MENTOR, NOW, NOW)
    await put(world, "tandems", replace(added, round_ends_at=NOW + DAY))
    assert not await is_approved(world, first)


async def test_three_in_a_trio_take_one_place(world: World, first: Proposal) -> None:
    """Approved one after the other, neither keeps the other out."""
    trio = await change(world, "proposals", first.id, trio=1)
    other = replace(trio, id=f"{first.id}-other", mentor_id=await another_mentor(world, first))
    await put(world, "proposals", other)
    assert await is_approved(world, trio)
    assert [each.id for each in await possible(world, other)] == [other.id]
    alone = replace(other, trio=0)
    assert await possible(world, alone) == []


async def another_mentor(world: World, first: Proposal) -> str:
    found = await world.store.run(lambda uow: uow.proposals.all(run_id=first.run_id))
    return str(max(each.mentor_id for each in found if each.mentor_id != first.mentor_id))


async def possible(world: World, found: Proposal) -> list[Proposal]:
    return await world.run(lambda uow, moment: still_possible(uow, moment, [found]))
