"""A closing is counted by whoever looks; the last tandem makes the receipt."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.posting import Posting
from mentoring.notices import Scene, notice_of
from mentoring.ports.messenger import Chat
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing import ClosingNotice
from tests.bench.support.programme import NOW, tandem_id
from tests.usecases.busy import RUNNING, at_once

CHAT = Chat("19:owners", "https://service.example/")
FIRST, SECOND = RUNNING


async def the_closing(world: World, key: str) -> Closing:
    return await world.read(lambda uow, _: uow.closings.need(key))


async def test_the_preview_counts_what_would_end(busy: World) -> None:
    made = await busy.run(closing.prepare, "owner", CHAT)
    posting = Posting("p", "closing", made.id, "owner")
    notice = await busy.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    assert notice == ClosingNotice(made, running=2, ahead=12, channels=2)


async def test_the_last_tandem_makes_the_receipt_and_what_is_left_is_named(busy: World) -> None:
    made = await busy.run(closing.prepare, "owner", CHAT)
    await busy.run(closing.confirm, made.id)
    await busy.run(closing.ended, made.id, tandem_id(FIRST), clear=True)
    await busy.run(closing.ended, made.id, tandem_id(FIRST), clear=True)
    await catch_up(busy)
    running = await the_closing(busy, made.id)
    assert (running.state, running.ended, running.tandems) == (ClosingState.RUNNING, 1, 2)
    await busy.run(closing.ended, made.id, tandem_id(SECOND), clear=False)
    await catch_up(busy)
    done = await the_closing(busy, made.id)
    assert (done.state, done.ended, done.troubled, done.done_at) == (ClosingState.DONE, 2, (SECOND,), NOW)


async def test_of_two_closings_confirmed_at_the_same_moment_one_runs(busy: World) -> None:
    both = [await busy.run(closing.prepare, "owner", CHAT) for _ in range(2)]
    outcome = await at_once(busy, closing.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["close-running"])
    assert await busy.read(lambda uow, _: uow.effects.count(kind="end_tandem")) == 2


async def test_what_is_to_come_of_an_ended_tandem_has_no_time_any_more(busy: World) -> None:
    await busy.run(closing.ended, "closing-1", tandem_id(FIRST), clear=True)
    sessions = await busy.read(lambda uow, _: uow.sessions.all(tandem_id=tandem_id(FIRST)))
    assert {(each.state, each.start) for each in sessions} == {("cancelled", None)}
    assert min(each.planned for each in sessions) > NOW + timedelta(days=1)
