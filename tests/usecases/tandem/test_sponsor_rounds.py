"""In a rolling cycle thanks come in rounds, and whom one did not thank the next one does."""

from __future__ import annotations

from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import ThanksState
from mentoring.usecases.common.reaching import with_hindrance
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.programme.needs import waiting
from mentoring.usecases.tandem.sponsor_thanks import (
    A_ROUND,
    ask_sponsor,
    to_thank,
)
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
)
from tests.usecases.tandem.sponsors import (
    ROUND,
    blocks,
    due,
    ended,
    rolling,
    thanked,
)


async def test_whom_a_round_still_looks_for_the_next_one_thanks(elsewhere: Company) -> None:
    await rolling(elsewhere)
    await ended(elsewhere, 2, "otto", "ada")
    await elsewhere.first.run(ask_sponsor)
    elsewhere.clock.moment += A_ROUND
    await due(elsewhere)
    _, second = sorted(await all_of(elsewhere.first, "sponsor_thanks"), key=lambda each: each.id)
    assert await elsewhere.first.read(lambda uow, _: to_thank(uow, second)) == ["ada", "otto"]


async def test_in_a_rolling_cycle_they_are_gathered_for_four_weeks(sponsored: Company) -> None:
    await rolling(sponsored)
    await sponsored.first.run(lambda uow, _: close(uow, TANDEM))
    await sponsored.first.run(closing.ended, "", TANDEM, clear=True)
    assert await all_of(sponsored.first, "sponsor_thanks") == []
    await sponsored.at(NOW + A_ROUND)
    [asked] = await all_of(sponsored.first, "sponsor_thanks")
    assert await sponsored.first.read(lambda uow, _: to_thank(uow, asked)) == ["eva", "jan"]


async def test_an_open_question_takes_later_ones_along(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    [asked] = await all_of(sponsored.first, "sponsor_thanks")
    assert asked.people == 3


async def test_nobody_is_thanked_again_in_a_later_round(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    await thanked(sponsored)
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    _, second = sorted(await all_of(sponsored.first, "sponsor_thanks"), key=lambda each: each.id)
    assert await sponsored.first.read(lambda uow, _: to_thank(uow, second)) == ["olga"]


async def waits_for_owners(company: Company) -> bool:
    found = await company.first.read(waiting, frozenset({"otto"}))
    return "sponsor" in {each.name for each in found}


async def test_owners_of_a_rolling_cycle_read_that_nothing_reaches_the_sponsor(
    sponsored: Company,
) -> None:
    """Until somebody can be asked again: there is no receipt that would say it."""
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    assert not await waits_for_owners(sponsored)
    await blocks(sponsored)
    assert await waits_for_owners(sponsored)
    dora = await one(sponsored.unbound, "people", "dora")
    await put(sponsored.unbound, "people", with_hindrance(dora, ""))
    assert not await waits_for_owners(sponsored)


async def test_whom_a_round_did_not_reach_the_next_one_thanks(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await change(sponsored.first, "people", "dora", conversation="")
    await sponsored.first.run(ask_sponsor)
    await change(sponsored.first, "people", "dora", conversation="c-dora")
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    _, second = sorted(await all_of(sponsored.first, "sponsor_thanks"), key=lambda each: each.id)
    found = await sponsored.first.read(lambda uow, _: to_thank(uow, second))
    assert (second.author_id, found) == ("dora", ["ada", "olga", "otto"])


async def test_a_round_of_whoever_stands_for_it_no_more_takes_nobody_along(
    sponsored: Company,
) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    await sponsored.set_up(Programme(name="Tandem Nord"))
    sponsored.clock.moment += A_ROUND
    await due(sponsored)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).state is ThanksState.UNREACHABLE
