"""The end of a try: nothing of it is left, in the chat or in the database."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.cycle import Cycle, CycleKind, CycleState, RegisteredProgramme
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.measurement.items import Measure, Stage
from mentoring.domain.measurement.results import ReportedResult
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.retrospective import Retrospective, Taken
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Sent
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork, kinds
from mentoring.ports.world import World
from mentoring.storage.tables import metadata
from mentoring.usecases.changes.absence import pause
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.common.timers import set_timer
from mentoring.usecases.programme.acts import note_act
from mentoring.usecases.trial.cast import invented_id
from mentoring.usecases.trial.course import Act, next_act, play
from mentoring.usecases.trial.erasing import (
    PARTS_OF_A_CYCLE,
    PARTS_OF_A_TANDEM,
    erase,
    erase_trial,
)
from mentoring.usecases.trial.playing import trial_over
from tests.usecases.company import FIRST, NOW, Company, all_of, put, refused
from tests.usecases.enrolled import CHAT
from tests.usecases.trial.stage import OTTO, begun, trying, work_off


@pytest.fixture
async def otto(programmes: Company) -> Company:
    return await trying(programmes)


def naming(uow: UnitOfWork, words: set[str]) -> dict[str, list[Any]]:
    """The rows of all tables in which one of these words stands."""
    found = {
        name: [each for each in getattr(uow.everywhere, name).all() if words & parts(each)]
        for name in set(metadata.tables) - {"heartbeats", "lanes"}
    }
    return {name: rows for name, rows in found.items() if rows}


def parts(row: object) -> set[str]:
    text = repr(row)
    for each in ":.'|\"/@":
        text = text.replace(each, " ")
    return set(text.split())


async def test_its_cards_go_out_of_the_chat_and_nothing_is_left(otto: Company) -> None:
    world = await begun(otto)
    while await world.read(next_act) is not Act.OVER:
        await world.run(play, "otto", CHAT)
        await work_off(otto)
    stood = {each.id for each in await all_of(world, "postings") if each.activity_id}
    words = {world.cycle_id, *(invented_id(world.cycle_id, role) for role in Role)}
    await erase_trial(otto.first, world.cycle_id)
    assert len(stood) > 8
    assert {each.id for each in otto.chats.removed} == stood
    left = otto.store.read_now(lambda uow: naming(uow, words))
    assert set(left) <= {"timers"}
    assert [each.kind for each in left.get("timers", [])] == ["trial_over"]


async def test_what_its_owner_has_pressed_and_tapped_in_it_goes_with_it(otto: Company) -> None:
    """What was answered on a card of the measurement, whom it was pressed by, and a pause of
    somebody invented stayed in the database for ever.
    """
    world = await begun(otto)
    while await world.read(next_act) is not Act.CLOSE:
        await world.run(play, "otto", CHAT)
        await work_off(otto)
    mentee = invented_id(world.cycle_id, Role.MENTEE)
    asked = Measure(f"{world.cycle_id}:m1", mentee, Role.MENTEE, Stage.START, NOW)
    await put(world, "measures", asked)
    await world.run(note_act, "otto", "launch.confirm")
    await world.run(pause, mentee, NOW.date() + timedelta(days=5), mentee)
    await erase_trial(otto.first, world.cycle_id)
    words = {world.cycle_id, *(invented_id(world.cycle_id, role) for role in Role)}
    assert set(otto.store.read_now(lambda uow: naming(uow, words))) <= {"timers"}


async def test_whatever_is_of_a_cycle_is_erased_with_it(otto: Company) -> None:
    world = await begun(otto)
    of_one = {
        entity
        for entity in kinds().values()
        if "cycle_id" in {each.name for each in fields(entity)}
    }
    assert of_one - {*PARTS_OF_A_CYCLE} == {RegisteredProgramme}
    agreed = ReportedResult("t9", "t9", "eva", "jan", "Ergebnis", "", NOW)
    await put(world, "reported_results", agreed)
    await erase_trial(otto.first, world.cycle_id)
    assert await all_of(otto.unbound, "reported_results") == []


async def test_a_card_that_is_on_its_way_at_the_end_is_taken_out_when_it_arrives(
    otto: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await begun(otto)
    [late, *_] = [each for each in await all_of(world, "postings") if each.activity_id]
    await world.run(lambda uow, _: uow.postings.put(replace(late, activity_id="")))
    post = otto.chats.post

    async def as_it_ends(posting: Posting) -> Sent:
        await erase_trial(otto.first, world.cycle_id)
        return await post(posting)

    monkeypatch.setattr(otto.chats, "post", as_it_ends)
    await deliver(world, late.id)
    await work_off(otto)
    last = otto.chats.removed[-1]
    assert (last.activity_id, last.conversation) == (f"message-{len(otto.chats.messages)}", OTTO)
    assert otto.store.read_now(lambda uow: uow.everywhere.postings.all()) == []


async def test_what_a_unit_writes_while_the_try_is_erased_goes_with_it(busy: World) -> None:
    """On PostgreSQL units run side by side: a row that came later would stay for ever."""
    key, begun_in = "p1t1", threading.Event()
    made = Cycle(key, "p1", 1, NOW, CycleKind.ROLLING, CycleState.ENROLLING, tried_by="otto")
    await busy.run(lambda uow, _: uow.cycles.put(made))

    def slowly(uow: UnitOfWork, moment: Moment) -> None:
        begun_in.set()
        time.sleep(0.2)
        set_timer(uow, trial_over, moment.cycle.id, NOW)

    unit = asyncio.create_task(replace(busy, cycle_id=key).run(slowly))
    await asyncio.to_thread(begun_in.wait)
    await erase_trial(busy, key)
    await unit
    assert await busy.read(lambda uow, _: uow.everywhere.timers.count(cycle_id=key)) == 0


async def test_a_card_that_cannot_be_taken_out_keeps_nothing_else(otto: Company) -> None:
    world = await begun(otto)
    otto.chats.refuses["remove"] = NotThere("the chat is gone")
    await erase_trial(otto.first, world.cycle_id)
    assert [each.id for each in await all_of(otto.unbound, "cycles") if each.tried_by] == []


async def test_one_that_teams_refuses_to_take_out_is_tried_again_when_the_try_is_gone(
    otto: Company,
) -> None:
    """It stayed in the chat, and only the log knew."""
    world = await begun(otto)
    stood = {each.activity_id for each in await all_of(world, "postings") if each.activity_id}
    otto.chats.refuses["remove"] = NotAllowed("403")
    await erase_trial(otto.first, world.cycle_id)
    otto.chats.refuses.clear()
    await work_off(otto)
    assert stood
    assert {each.activity_id for each in otto.chats.removed} == stood
    assert otto.store.read_now(lambda uow: uow.everywhere.postings.all()) == []


async def test_erased_twice_it_is_erased_once(otto: Company) -> None:
    world = await begun(otto)
    await erase_trial(otto.first, world.cycle_id)
    await erase_trial(otto.first, world.cycle_id)
    assert FIRST in {each.id for each in await all_of(otto.unbound, "cycles")}


async def test_only_a_try_can_be_erased(otto: Company) -> None:
    with refused("not-a-try"):
        await otto.first.run(erase, FIRST)


async def test_nothing_that_is_part_of_a_tandem_is_forgotten(otto: Company) -> None:
    """Issue 15: whatever the tables say is part of one, also what a try does not play yet."""
    world = await begun(otto)
    of_one = {name for name, table in metadata.tables.items() if "part_of" in table.info}
    assert {kinds()[name] for name in of_one} == set(PARTS_OF_A_TANDEM)
    tandem = f"{world.cycle_id}.tandem-9"
    await put(world, "tandems", Tandem(tandem, 9, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW))
    said = Retrospective("r9", tandem, f"{tandem}:001", "eva", Role.MENTEE, NOW, Taken("tried"))
    await put(world, "retrospectives", said)
    await erase_trial(otto.first, world.cycle_id)
    assert await all_of(otto.unbound, "retrospectives") == []
