"""Numbers are given out once in a cycle, and what they name is named so nowhere else."""

from __future__ import annotations

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.numbers import next_id, next_number, next_numbers, of_cycle
from tests.usecases.busy import at_once
from tests.usecases.company import Company


async def test_each_series_counts_for_itself(programmes: Company) -> None:
    def unit(uow: UnitOfWork, _moment: Moment) -> list[int]:
        return [next_number(uow, name) for name in ("tandem", "tandem", "run", "tandem")]

    assert await programmes.first.run(unit) == [1, 2, 1, 3]
    assert await programmes.first.run(unit) == [4, 5, 2, 6]


async def test_each_cycle_counts_for_itself(programmes: Company) -> None:
    for world in (programmes.first, programmes.second):
        assert await world.run(lambda uow, _: next_number(uow, "tandem")) == 1


async def test_several_numbers_follow_each_other(programmes: Company) -> None:
    assert await programmes.first.run(lambda uow, _: next_numbers(uow, "tandem", 3)) == range(1, 4)
    assert await programmes.first.run(lambda uow, _: next_numbers(uow, "tandem", 0)) == range(4, 4)
    assert await programmes.first.run(lambda uow, _: next_number(uow, "tandem")) == 4


async def test_ids_of_two_cycles_never_meet(programmes: Company) -> None:
    both = [programmes.first, programmes.second]
    assert [await world.run(lambda uow, _: next_id(uow, "launch")) for world in both] == [
        "p1c1.launch-1",
        "p2c1.launch-1",
    ]


def test_without_a_cycle_a_name_stays_as_it_is(programmes: Company) -> None:
    assert programmes.store.run_now(lambda uow: of_cycle(uow, "launch-1")) == "launch-1"


async def test_those_who_take_a_number_at_the_same_moment_get_different_ones(busy: World) -> None:
    taken: set[int] = set()

    def unit(uow: UnitOfWork, _moment: Moment) -> int:
        return next_number(uow, "kick-off")

    def noted(uow: UnitOfWork, moment: Moment) -> None:
        taken.add(unit(uow, moment))

    outcome = await at_once(busy, noted, *[()] * 4)
    assert outcome.done == 4
    assert taken == {1, 2, 3, 4}
