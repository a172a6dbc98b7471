"""What a unit knows: its own cycle and programme, the settings in force, and the teams that it may
fill.
"""

from __future__ import annotations

from typing import Any

from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Pair, PairKind
from mentoring.usecases.programme import trial
from mentoring.usecases.programme.moments import ReadMoments
from tests.usecases.company import FIRST, NOW, SECOND, Company, change
from tests.worlds import by_half


async def test_a_unit_is_bound_to_its_cycle(programmes: Company) -> None:
    bound = await programmes.second.read(
        lambda uow, moment: (uow.cycle_id, uow.programme_id, moment.cycle.id, moment.home.id)
    )
    assert bound == (SECOND, "p2", SECOND, "p2")


async def test_without_a_cycle_the_first_programme_speaks_and_nothing_is_bound(
    programmes: Company,
) -> None:
    found = await programmes.unbound.read(
        lambda uow, moment: (uow.cycle_id, moment.cycle.id, moment.programme.name)
    )
    assert found == ("", FIRST, "Tandem Nord")


async def test_it_knows_the_time_and_the_settings_in_force(programmes: Company) -> None:
    await programmes.set_up(Programme(name="Nordlicht"))
    moment = await programmes.first.moment()
    assert (moment.now, moment.programme.name, moment.home.version) == (NOW, "Nordlicht", 2)


async def test_a_try_has_pairs_of_its_own(programmes: Company) -> None:
    cycle = await programmes.first.run(trial.begin, "otto")
    here = programmes.first.store
    moments: Any = programmes.first.moments

    def paired(uow: Any) -> str:
        moments(uow, cycle.id)
        uow.pairs.put(Pair("x:y", "x", "y", PairKind.PAST))
        return str(uow.programme_id)

    assert await here.run(paired) == cycle.id
    assert await programmes.first.read(lambda uow, _: uow.pairs.count()) == 0


async def test_the_teams_that_the_operator_opened_come_before_those_that_the_bot_did(
    programmes: Company,
) -> None:
    await change(programmes.unbound, "programmes", "p1", teams=("opened",))
    moments = ReadMoments(
        programmes.clock, lambda _: Any, {"": ["bare"], "owners-2": ["south"]}, 50, by_half
    )  # type: ignore[arg-type, return-value]  # no words
    found = await programmes.store.read(
        lambda uow: [moments(uow, cycle) for cycle in (FIRST, SECOND)]
    )
    assert [each.teams for each in found] == [("bare", "opened"), ("south",)]
    assert {each.channels_per_team for each in found} == {50}
