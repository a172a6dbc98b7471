"""What a unit knows: its own cycle and programme, the settings in force, and the teams that it may
fill.
"""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.domain.cycle import Cycle
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.programme import Programme
from mentoring.ports.moment import Moment
from mentoring.usecases.programme.moments import ReadMoments
from tests.usecases.company import FIRST, NOW, SECOND, Company, change, put
from tests.worlds import NOBODY, by_half


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
    cycle = Cycle("p1t1", "p1", 1, NOW, tried_by="otto")
    await put(programmes.unbound, "cycles", cycle)
    here = programmes.first.store
    moments: Any = programmes.first.moments

    def paired(uow: Any) -> str:
        moments(uow, cycle.id)
        uow.pairs.put(Pair("x:y", "x", "y", PairKind.PAST))
        return str(uow.programme_id)

    assert await here.run(paired) == cycle.id
    assert await programmes.first.read(lambda uow, _: uow.pairs.count()) == 0


@pytest.mark.parametrize(
    ("voice", "spoken"), [("", ("de", "du")), ("de-sie", ("de", "sie")), ("en", ("en", "du"))]
)
async def test_a_try_speaks_in_its_own_voice_and_fills_no_team(
    programmes: Company, voice: str, spoken: tuple[str, str]
) -> None:
    cycle = Cycle("p1t1", "p1", 1, NOW, tried_by="otto", tried_in=voice)
    await put(programmes.unbound, "cycles", cycle)
    await change(programmes.unbound, "programmes", "p1", teams=("opened",))
    moments = programmes.first.moments
    tried = await programmes.store.read(lambda uow: moments(uow, cycle.id))
    real = await programmes.first.moment()
    assert (voice_of(tried), tried.teams) == (spoken, ())
    assert (voice_of(real), real.teams) == (("de", "du"), ("opened",))


def voice_of(moment: Moment) -> tuple[str, str]:
    return moment.programme.language, moment.programme.tone


async def test_the_teams_that_the_operator_opened_come_before_those_that_the_bot_did(
    programmes: Company,
) -> None:
    await change(programmes.unbound, "programmes", "p1", teams=("opened",))
    teams = {"": ["bare"], "owners-2": ["south"]}
    moments = ReadMoments(programmes.clock, lambda _: NOBODY, teams, 50, by_half)
    found = await programmes.store.read(
        lambda uow: [moments(uow, cycle) for cycle in (FIRST, SECOND)]
    )
    assert [each.teams for each in found] == [("bare", "opened"), ("south",)]
    assert {each.channels_per_team for each in found} == {50}
