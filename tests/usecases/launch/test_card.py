"""A launch is counted by whoever looks, and its receipt stays."""

from __future__ import annotations

from mentoring.domain.intervention import Receipt
from mentoring.domain.launch import Launch, LaunchState, Totals
from mentoring.domain.session import without_slot
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up, changed
from mentoring.usecases.launch import card, ending, one_tandem
from tests.bench.support.programme import LAUNCH, NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED
from tests.usecases.company import remove

ONE, ANOTHER = BEING_LAUNCHED


async def the_launch(world: World, key: str = LAUNCH) -> Launch:
    return await world.read(lambda uow, _: uow.launches.need(key))


async def test_the_last_tandem_makes_the_receipt(busy: World) -> None:
    await busy.run(one_tandem.launched, tandem_id(ONE))
    await catch_up(busy)
    running = await the_launch(busy)
    assert (running.state, running.done_at) == (LaunchState.RUNNING, None)
    assert running.totals == Totals(3, 4, 18)
    await busy.run(lambda uow, _: one_tandem.trouble(uow, tandem_id(ANOTHER), "member"))
    await catch_up(busy)
    done = await the_launch(busy)
    assert (done.state, done.done_at) == (LaunchState.DONE, NOW)
    assert done.totals == Totals(3, 4, 18, 0, 0, ((ANOTHER, "member"),))


async def test_only_what_was_launched_counts_as_that(busy: World) -> None:
    """issue 13: of two, one of which had ended before it could be launched, the receipt said that
    all were.
    """
    await busy.run(lambda uow, _: one_tandem.trouble(uow, tandem_id(ANOTHER), "member"))
    await busy.run(lambda uow, _: ending.close(uow, tandem_id(ANOTHER)))
    await busy.run(ending.ended, tandem_id(ANOTHER), Receipt(), clear=True)
    await busy.run(one_tandem.launched, tandem_id(ONE))
    await catch_up(busy)
    done = await the_launch(busy)
    assert (done.state, done.totals.launched, done.totals.sessions) == (LaunchState.DONE, 3, 18)
    assert done.totals.without_slot == 0


async def test_what_was_launched_and_is_over_by_now_counts(busy: World) -> None:
    for number in BEING_LAUNCHED:
        await busy.run(one_tandem.launched, tandem_id(number))
    await busy.run(lambda uow, _: ending.close(uow, tandem_id(ONE)))
    await catch_up(busy)
    assert (await the_launch(busy)).totals.launched == 4


async def test_a_receipt_stays_what_it_was(busy: World) -> None:
    for number in BEING_LAUNCHED:
        await busy.run(one_tandem.launched, tandem_id(number))
    await catch_up(busy)
    receipt = await the_launch(busy)
    await busy.run(lambda uow, _: uow.sessions.delete(f"{tandem_id(ONE)}:001"))
    await busy.run(lambda uow, _: changed(uow, card.launch_card, LAUNCH))
    await catch_up(busy)
    assert await the_launch(busy) == receipt
    assert receipt.totals.sessions == 24


async def test_a_receipt_has_no_remainder(busy: World) -> None:
    """issue 12, U33: it added up to 36 of 42 sessions. Each has a time or lacks one, also those of
    two whose calendar nobody could read.
    """
    one, another = (tandem_id(number) for number in BEING_LAUNCHED)
    gone = [f"{another}:{number:03}" for number in range(1, 7)]
    await busy.run(lambda uow, _: uow.sessions.put(without_slot(uow.sessions.need(f"{one}:001"))))
    await remove(busy, "sessions", *gone)
    await busy.run(one_tandem.launched, one)
    await catch_up(busy)
    assert (await the_launch(busy)).totals == Totals(3, 4, 18 - 1), "the rest is the receipt's"
    await busy.run(one_tandem.launched, another)
    await catch_up(busy)
    totals = (await the_launch(busy)).totals
    assert (totals.sessions, totals.without_slot) == (24 - 1 - 6, 1 + 6)
