"""A unit that works for one cycle may do something for another one, in the same transaction."""

from __future__ import annotations

from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from tests.usecases.company import FIRST, OTHER, SECOND, TANDEM, Company, all_of, refused


def test_a_unit_at_work_for_its_own_cycle_stays_as_it_is(programmes: Company) -> None:
    def unit(uow: UnitOfWork) -> bool:
        uow.bind(FIRST, "p1")
        return for_cycle(uow, FIRST) is uow

    assert programmes.store.run_now(unit)


async def test_it_sees_the_other_cycles_rows_and_no_more_its_own(company: Company) -> None:
    def unit(uow: UnitOfWork, _moment: Moment) -> tuple[object, object]:
        other = for_cycle(uow, SECOND)
        return other.tandems.get(OTHER), other.tandems.get(TANDEM)

    found, own = await company.first.run(unit)
    assert found is not None
    assert own is None


async def test_what_it_writes_there_belongs_to_the_other_cycle(programmes: Company) -> None:
    def unit(uow: UnitOfWork, _moment: Moment) -> str:
        for_cycle(uow, SECOND).effects.add(Effect("there", "watch", "jan"))
        uow.effects.add(Effect("here", "watch", "jan"))
        return for_cycle(uow, SECOND).programme_id

    assert await programmes.first.run(unit) == "p2"
    found = await all_of(programmes.first, "effects", kind="watch")
    assert {each.id: each.cycle_id for each in found} == {"here": FIRST, "there": SECOND}


async def test_for_no_cycle_it_sees_everything(company: Company) -> None:
    found = await company.first.run(lambda uow, _: for_cycle(uow, "").tandems.all())
    assert [tandem.id for tandem in found] == [TANDEM, OTHER]


async def test_nothing_is_done_for_a_cycle_that_there_never_was(programmes: Company) -> None:
    with refused("gone"):
        await programmes.first.run(lambda uow, _: for_cycle(uow, "p9c9"))
