"""The next cycle: everybody is asked anew, nobody is matched unasked, and who waited comes
first.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.tandem import TandemState
from mentoring.notices import Scene
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.enrolment import enrolment, next_cycle, opening_next
from mentoring.usecases.launch import closing
from mentoring.usecases.matching import runs
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.programme.cycles import advance
from tests.usecases.company import change, shown
from tests.usecases.enrolled import NOW, Present
from tests.usecases.enrolment.two_cycles import (
    CHAT,
    a_tandem,
    clock,
    furnish,
    of,
    opened,
    rolling,
    store,
    takes_part,
    world,
)
from tests.usecases.overview import status_of, where_people_are
from tests.worlds import registered_world

__all__ = ["clock", "rolling", "store", "world"]


async def test_everybody_who_took_part_is_asked_anew_and_nobody_else(world: World) -> None:
    no = EnrolmentState.DECLINED
    await world.run(
        lambda uow, _: takes_part(uow, "nina", Role.MENTOR, state=no, answers=Answers())
    )
    second = await opened(world)
    asked = await second.read(lambda uow, _: uow.enrolments.columns("person_id", "state"))
    assert sorted(asked) == [(who, EnrolmentState.INVITED) for who in ("eva", "jan", "kim")]
    invitations = await second.read(
        lambda uow, _: uow.effects.count(kind="invite", cycle_id="p1c2")
    )
    assert invitations == 3


async def test_pressed_twice_the_next_cycle_is_opened_once(world: World) -> None:
    second = await opened(world)
    await world.run(opening_next.confirm, "p1c1", f"preview:{NOW:%Y%m%d%H%M%S}")
    moment = await second.moment()
    assert (moment.home.cycle_id, moment.cycle.number) == ("p1c2", 2)
    assert await second.read(lambda uow, _: uow.cycles.count()) == 2


async def test_nobody_is_matched_who_was_not_asked_in_this_cycle(world: World) -> None:
    second = await opened(world)
    with pytest.raises(Refusal, match="match-nobody"):
        await second.run(runs.start, "owner", CHAT)


async def test_a_no_looks_like_an_open_invitation_in_the_next_cycle_too(world: World) -> None:
    second = await opened(world)
    await second.run(enrolment.not_now, (await of(second, Role.MENTEE, "eva")).id, "eva")
    assert await where_people_are(second) == {"invited": ("eva", "jan", "kim")}


async def test_when_the_cycle_is_over_nobody_waits_and_what_was_is_counted(world: World) -> None:
    await world.run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
    assert "waiting" in await where_people_are(world)
    await world.run(lambda uow, moment: advance(uow, moment, CycleState.CLOSED))
    seen = await status_of(world)
    assert set(await where_people_are(world)) == {"done"}
    assert (seen.figures.closed, seen.cycle.is_over) == (1, True)


async def test_who_waited_in_vain_comes_first_and_who_had_a_tandem_does_not(world: World) -> None:
    def unit(uow: UnitOfWork, _moment: Moment) -> None:
        takes_part(uow, "eva", Role.MENTEE, priority=1)
        takes_part(uow, "kim", Role.MENTEE, priority=2)
        a_tandem(uow, TandemState.CLOSED, "eva")

    await world.run(unit)
    second = await opened(world)
    assert (await of(second, Role.MENTEE, "kim")).priority == 2
    assert (await of(second, Role.MENTEE, "eva")).priority == 0


async def test_two_who_were_a_tandem_are_a_past_pair_of_the_programme(world: World) -> None:
    await world.run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
    second = await opened(world)

    def all_are_in_again(uow: UnitOfWork, _moment: Moment) -> None:
        furnish(uow, second)

    await second.run(all_are_in_again)
    found = await second.read(lambda uow, moment: inputs(uow, moment.programme))
    partners = {one.id: one.past_partners for one in found.candidates}
    assert partners["eva"] == {"jan"}
    assert partners["kim"] == frozenset()


@pytest.mark.parametrize("state", [TandemState.ASKED_MENTOR, TandemState.RELEASED])
async def test_the_next_cycle_waits_for_offers_and_tells_of_none_that_was_declined(
    world: World, state: TandemState
) -> None:
    """With one offer it would tell who has declined; *close* ends none that nobody accepted."""
    await world.run(lambda uow, _: a_tandem(uow, state))
    with pytest.raises(Refusal, match="cycle-offered"):
        await world.run(next_cycle.prepare, "owner", CHAT)


@pytest.mark.parametrize("state", [TandemState.ACCEPTED, TandemState.LAUNCHED])
async def test_the_next_cycle_waits_for_tandems_of_this_one(
    world: World, state: TandemState
) -> None:
    await world.run(lambda uow, _: a_tandem(uow, state))
    with pytest.raises(Refusal, match="cycle-runs"):
        await world.run(next_cycle.prepare, "owner", CHAT)


async def test_without_anybody_who_took_part_there_is_no_next_cycle(
    store: SqlStore, clock: Present
) -> None:
    empty = registered_world(store, clock, Programme()).of("p1c1")
    with pytest.raises(Refusal, match="cycle-empty"):
        await empty.run(next_cycle.prepare, "owner", CHAT)


async def test_a_cycle_that_has_been_closed_takes_no_more_commands(world: World) -> None:
    await opened(world)
    assert (await world.moment()).cycle.state is CycleState.CLOSED
    for unit in (runs.start,):
        with pytest.raises(Refusal, match="cycle-over"):
            await world.run(unit, "owner", CHAT)


class TestRolling:
    """No common end: people are matched as they come, each tandem has its own start and end."""

    async def test_has_neither_a_closing_nor_a_next_cycle(self, rolling: World) -> None:
        with pytest.raises(Refusal, match="cycle-rolling"):
            await rolling.run(opening_next.confirm, "p1c1", "")
        with pytest.raises(Refusal, match="close-rolling"):
            await rolling.run(closing.prepare, "owner", CHAT)

    async def test_its_owners_read_what_it_has_brought_so_far(self, rolling: World) -> None:
        await rolling.run(next_cycle.prepare, "owner", CHAT)
        notice = await shown(rolling, "next_cycle", "p1c1", "owner")
        assert (notice.is_rolling, notice.opened) == (True, None)
        assert (notice.review.tandems, notice.review.running) == (0, 0)


class TestTwoProgrammes:
    """Owners of one see nothing of another, whatever ids they send."""

    @pytest.fixture
    def both(self, store: SqlStore, clock: Present) -> World:
        made = registered_world(store, clock, Programme(name="Eins"), Programme(name="Zwei"))
        for cycle in ("p1c1", "p2c1"):
            store.run_now(partial(furnish, world=made.of(cycle)))
        return made

    async def test_each_has_settings_people_and_cycles_of_its_own(self, both: World) -> None:
        names = [(await both.of(cycle).moment()).programme.name for cycle in ("p1c1", "p2c1")]
        assert names == ["Eins", "Zwei"]
        await both.of("p1c1").run(opening_next.confirm, "p1c1", f"preview:{NOW:%Y%m%d%H%M%S}")
        assert (await both.of("p2c1").moment()).home.cycle_id == "p2c1"
        people = await both.of("p2c1").read(lambda uow, _: uow.enrolments.count())
        assert people == 3

    async def test_an_id_of_the_other_programme_is_gone(self, both: World) -> None:
        await both.of("p1c1").run(lambda uow, _: a_tandem(uow, TandemState.LAUNCHED))
        foreign = both.of("p2c1")
        with pytest.raises(Refusal, match="gone"):
            await foreign.read(lambda uow, _: uow.tandems.need("p1c1.tandem-1"))
        with pytest.raises(Refusal, match="gone"):
            await foreign.run(enrolment.withdraw, "p1c1:mentee:eva", "eva")

    async def test_past_pairs_belong_to_their_programme(self, both: World) -> None:
        await both.of("p1c1").run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
        assert await both.of("p2c1").read(lambda uow, _: uow.pairs.count()) == 0


async def test_the_end_of_the_enrolment_begins_anew(world: World) -> None:
    end = (NOW + timedelta(days=3)).date()
    await change(world, "cycles", "p1c1", enrolment_end=end)
    second = await (await opened(world)).moment()
    assert (second.cycle.enrolment_end, second.programme.name) == (None, "Eins")


async def test_discarded_no_cycle_is_opened(world: World) -> None:
    """issue 12, U1: every preview can be discarded."""
    await world.run(lambda uow, moment: advance(uow, moment, CycleState.CLOSED))
    await world.run(next_cycle.prepare, "otto", CHAT)
    (card,) = await world.read(lambda uow, _: uow.postings.all(kind="next_cycle"))
    await world.run(next_cycle.discard, "p1c1", card.id)
    found = await world.read(
        lambda uow, moment: next_cycle.next_cycle_card(
            uow, Scene(uow.postings.need(card.id), moment)
        )
    )
    assert (found.discarded, found.opened) == (True, None)


@pytest.mark.parametrize("days", [0, 1])
async def test_a_preview_is_good_for_a_day(world: World, clock: Present, days: int) -> None:
    """issue 12, U1"""
    await world.run(next_cycle.prepare, "otto", CHAT)
    [posting] = await world.read(lambda uow, _: uow.postings.all(kind="next_cycle"))
    clock.moment = NOW + timedelta(days=days)
    notice = await world.read(
        lambda uow, moment: next_cycle.next_cycle_card(uow, Scene(posting, moment))
    )
    assert notice.is_old is bool(days)
    if days:
        with pytest.raises(Refusal, match="preview-old"):
            await world.run(opening_next.confirm, "p1c1", posting.id)
    else:
        await world.run(opening_next.confirm, "p1c1", posting.id)
