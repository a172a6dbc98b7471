"""A launch is taken back: shown first, confirmed once; the same two stand ready again."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from datetime import timedelta

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import (
    Circle,
    CircleKind,
    CircleMember,
    CircleState,
    Place,
    member_id,
    mentors_circle_id,
)
from mentoring.domain.intervention import InterventionState
from mentoring.domain.launch import LaunchState
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.domain.undoing import UndoingState
from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing, confirming, ending, interventions, undoing
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.launch.one_tandem import launch_tandem
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.launch.undoing import UndoingNotice, Undone, undoing_card
from tests.bench.support.programme import LAUNCH as SEEDED
from tests.bench.support.programme import tandem_id
from tests.usecases.busy import BEING_LAUNCHED, TARRIES
from tests.usecases.company import (
    FIRST,
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
    remove,
    session,
    shown,
)
from tests.usecases.launch.ready import CHAT, START, key, ready
from tests.usecases.launch.undone import LAUNCH, confirmed, made_anew, prepared

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


MENTORS = mentors_circle_id(FIRST)


async def with_jan_in_a_circle(company: Company, team_id: str) -> None:
    """The mentors of the cycle have one in this team."""
    await put(company.first, "circles", circle_in(team_id))
    place = member_id(MENTORS, "jan")
    await put(company.first, "circle_members", CircleMember(place, MENTORS, "jan", Place.IN, NOW))


def circle_in(team_id: str) -> Circle:
    """It stands there."""
    return Circle(MENTORS, CircleKind.MENTORS, CircleState.OPEN, "Mentors", team_id, "19:circle")


async def would_go(company: Company) -> dict[str, int | None]:
    """Who would leave, and who stay."""
    found = await company.first.read(lambda uow, m: undoing.prospect(uow, m.now, LAUNCH))
    return {"leaving": found.leaving, "staying": found.staying}


async def take_back_now(company: Company) -> None:
    """What was confirmed, or is now, is carried out."""
    if not await all_of(company.first, "undoings", state=UndoingState.RUNNING):
        await confirmed(company)
    await take_back(company.first, TANDEM)
    await catch_up(company.unbound)


async def said(company: Company, undoing_id: str) -> str:
    """What owners read on its card."""
    found = await shown(company.first, undoing_card.name, undoing_id, "otto")
    return str(render(found, Words("en")).content)


class TestThePreview:
    """It says what would be cancelled, archived, and who leaves; nothing has happened."""

    async def test_it_counts(self, started: Company) -> None:
        wanted = await prepared(started)
        found = await shown(started.first, undoing_card.name, wanted.id, "otto")
        assert isinstance(found, UndoingNotice)
        assert found.undone == Undone(tandems=1, cancelled=None, channels=1, leaving=2)
        assert (await one(started.first, "tandems", TANDEM)).state is TandemState.LAUNCHED

    async def test_it_says_that_the_time_of_sessions_has_passed(self, started: Company) -> None:
        started.clock.moment = STARTS[0] - HOUR
        wanted = await prepared(started)
        assert not (await shown(started.first, undoing_card.name, wanted.id, "otto")).undone.met
        started.clock.moment = STARTS[0] + HOUR
        found = await shown(started.first, undoing_card.name, wanted.id, "otto")
        assert found.undone.met
        assert "has passed" in str(render(found, Words("en")).content)

    async def test_nothing_tells_which_tandem_has_lost_a_session(self, started: Company) -> None:
        """It named the tandems in which one had had its time, and how many."""
        wanted = await prepared(started)
        started.clock.moment = STARTS[1] + DAY
        before = await shown(started.first, undoing_card.name, wanted.id, "otto")
        for number in (2, 3):
            lost = {"start": None, "state": "open"}
            await change(started.first, "sessions", session(number), **lost)
            assert await shown(started.first, undoing_card.name, wanted.id, "otto") == before

    async def test_of_enough_tandems_it_counts_what_is_to_come(self, started: Company) -> None:
        launched = TandemState.LAUNCHED
        await ready(started.first, *range(2, 6), state=launched, launch_id=LAUNCH)
        wanted = await prepared(started)
        found = (await shown(started.first, undoing_card.name, wanted.id, "otto")).undone
        assert (found.tandems, found.cancelled) == (5, 6)

    async def test_nobody_takes_back_what_is_theirs_alone(self, started: Company) -> None:
        """It would end their own tandem at once, and the other one's with it."""
        with refused("decide-own"):
            await started.first.run(undoing.prepare, "eva", LAUNCH, CHAT)
        wanted = await prepared(started)
        with refused("decide-own"):
            await started.first.run(undoing.confirm, "jan", wanted.id)
        await ready(started.first, 7, state=TandemState.LAUNCHED, launch_id=LAUNCH)
        await started.first.run(undoing.prepare, "eva", LAUNCH, CHAT)

    async def test_whoever_another_tandem_needs_there_stays(self, started: Company) -> None:
        """Jan has another one in the same team, of another launch."""
        await ready(started.first, 7, state=TandemState.LAUNCHED, launch_id="other", team_id="team")
        await change(started.first, "tandems", key(started.first, 7), mentor_id="jan")
        wanted = await prepared(started)
        found = (await shown(started.first, undoing_card.name, wanted.id, "otto")).undone
        assert (found.tandems, found.leaving, found.staying) == (1, 1, 1)

    async def test_whoever_their_circle_needs_there_stays(self, started: Company) -> None:
        """He was counted among those who leave, and stayed."""
        await with_jan_in_a_circle(started, "team")
        assert await would_go(started) == {"leaving": 1, "staying": 1}
        await take_back_now(started)
        assert started.teams.people["team"] == {"jan", "otto"}
        assert (await one(started.first, "taken_back", TANDEM)).left_team == 1

    async def test_whoever_still_reads_in_another_tandems_channel_stays(
        self, started: Company
    ) -> None:
        """It has come to its planned end."""
        await ready(started.first, 7, state=TandemState.CLOSED, launch_id="other", team_id="team")
        over = {"mentor_id": "jan", "as_planned": True, "ended_at": NOW}
        await change(started.first, "tandems", key(started.first, 7), **over)
        assert await would_go(started) == {"leaving": 1, "staying": 1}
        await take_back_now(started)
        assert started.teams.people["team"] == {"jan", "otto"}

    async def test_nobody_can_count_by_it_who_is_in_a_circle(self, started: Company) -> None:
        """Neither the preview nor the receipt says how many stay where a circle keeps somebody."""
        before = await prepared(started)
        assert "2 people are no longer in it" in await said(started, before.id)
        await with_jan_in_a_circle(started, "elsewhere")
        assert "2 people are no longer in it" in await said(started, before.id)
        await with_jan_in_a_circle(started, "team")
        with_him = await said(started, before.id)
        assert ("no longer in it" in with_him, "2 people" in with_him) == (True, False)
        await remove(started.first, "circle_members", member_id(MENTORS, "jan"))
        assert await said(started, before.id) == with_him
        await started.first.run(undoing.confirm, "otto", before.id)
        await take_back_now(started)
        receipt = await shown(started.first, undoing_card.name, before.id, "otto")
        assert (receipt.undoing.state, receipt.undone.leaving) == (UndoingState.DONE, None)
        assert "needed there for nothing else" in await said(started, before.id)

    async def test_of_several_launches_the_last_is_meant(self, started: Company) -> None:
        await change(started.first, "launches", LAUNCH, started_at=NOW - DAY)
        begun = await one(started.first, "launches", LAUNCH)
        later = {"id": f"{FIRST}.launch-2", "started_at": NOW}
        await started.first.run(
            lambda uow, _: uow.launches.put(type(begun)(**{**vars(begun), **later}))
        )
        assert (await prepared(started, "")).launch_id == LAUNCH
        await ready(started.first, 7, state=TandemState.LAUNCHED, launch_id=f"{FIRST}.launch-2")
        assert (await prepared(started, "")).launch_id == f"{FIRST}.launch-2"

    async def test_where_nothing_runs_there_is_nothing_to_take_back(self, started: Company) -> None:
        await change(started.first, "tandems", TANDEM, state=TandemState.CLOSED)
        for launch in (LAUNCH, ""):
            with refused("launch-undo-nothing"):
                await prepared(started, launch)

    async def test_before_the_first_launch_it_says_that_nothing_was_launched(
        self, programmes: Company
    ) -> None:
        """issue 14: *undo launch* spoke of "this launch" where there was none."""
        with refused("launch-undo-never"):
            await programmes.first.run(undoing.prepare, "otto", "", CHAT)

    async def test_it_is_discarded_or_grows_old_and_nothing_ends(self, started: Company) -> None:
        wanted = await prepared(started)
        with refused("preview-changed"):
            await started.first.run(undoing.confirm, "otto", wanted.id, seen="2.0")
        started.clock.moment += DAY
        with refused("preview-old"):
            await started.first.run(undoing.confirm, "otto", wanted.id)
        await started.first.run(undoing.discard, wanted.id)
        await started.first.run(undoing.confirm, "otto", wanted.id)
        assert (await one(started.first, "undoings", wanted.id)).state is UndoingState.DISCARDED
        assert await asked_for(started.first, take_back.name) == []


class TestConfirming:
    """The tandems end, and the same two stand ready again, under a number of their own."""

    async def test_it_begins_once(self, started: Company) -> None:
        made = await confirmed(started)
        await started.first.run(undoing.confirm, "olga", made)
        found = await one(started.first, "undoings", made)
        assert (found.state, found.tandems, found.by) == (UndoingState.RUNNING, 1, "otto")
        assert await asked_for(started.first, take_back.name) == [TANDEM]
        assert (await one(started.first, "launches", LAUNCH)).state is LaunchState.UNDONE

    async def test_the_same_two_stand_ready_again(self, started: Company) -> None:
        before = await change(started.first, "tandems", TANDEM, by_hand=ByHand.ROOM, minutes=60)
        await confirmed(started)
        made = await made_anew(started)
        assert (await one(started.first, "tandems", TANDEM)).state is TandemState.CLOSED
        assert made.state is TandemState.ACCEPTED
        assert (made.mentor_id, made.mentee_id) == (before.mentor_id, before.mentee_id)
        assert (made.by_hand, made.minutes) == (ByHand.ROOM, 60)
        assert (made.channel_id, made.series_id, made.team_id, made.launch_id) == ("", "", "", "")
        assert made.number != before.number

    async def test_they_can_be_launched_again_once_all_is_cleared_away(
        self, started: Company
    ) -> None:
        made = await confirmed(started)
        with refused("launch-undo-running"):
            await started.first.run(confirming.prepare, "otto", START, CHAT)
        with refused("launch-undo-running"):
            await prepared(started)
        with refused("launch-undo-running"):
            await started.first.run(closing.prepare, "otto", CHAT)
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        assert (await one(started.first, "undoings", made)).state is UndoingState.DONE
        again = await started.first.run(confirming.prepare, "otto", START, CHAT)
        assert again.tandems == 1

    async def test_an_end_that_was_asked_for_comes_all_the_same(self, started: Company) -> None:
        """Whoever asked for it, and when it was going to; nobody can tell from the undoing."""
        await started.first.run(ending.end, TANDEM)
        [due] = [each.not_before for each in await all_of(started.first, "effects", kind="end_one")]
        await confirmed(started)
        made = await made_anew(started)
        found = await all_of(started.first, "effects", kind="end_one", subject_id=made.id)
        assert [each.not_before for each in found] == [due]
        await end_one(started.first, TANDEM)
        assert (await one(started.first, "tandems", TANDEM)).ended_at is None
        await end_one(started.first, made.id)
        assert (await one(started.first, "tandems", made.id)).ended_at

    async def test_so_does_one_that_is_asked_for_while_it_is_taken_back(
        self, started: Company
    ) -> None:
        """Until what is just being booked has been, the first tandem is still the one they know."""
        facts = {"state": TandemState.LAUNCHING}
        await change(started.first, "tandems", TANDEM, **facts)
        at_work = Effect(f"{launch_tandem.name}:{TANDEM}", launch_tandem.name, TANDEM, flow="f")
        await put(started.first, "effects", at_work)
        await confirmed(started)
        await started.first.run(ending.end, TANDEM)
        await end_one(started.first, TANDEM)
        made = await made_anew(started)
        assert made.id in await asked_for(started.first, end_one.name)

    async def test_so_does_the_receipt_of_owners_who_had_decided_it(self, started: Company) -> None:
        await started.first.run(interventions.prepare_end, "otto", TANDEM, CHAT)
        [wanted] = await all_of(started.first, "interventions")
        await started.first.run(interventions.confirm, "otto", wanted.id)
        await confirmed(started)
        made = await made_anew(started)
        await end_one(started.first, made.id)
        found = await one(started.first, "interventions", wanted.id)
        assert (found.tandem_id, found.state) == (made.id, InterventionState.DONE)

    async def test_whom_the_launch_would_take_along_waits_for_the_next(
        self, started: Company
    ) -> None:
        await ready(started.first, 7, launch_id=LAUNCH)
        await ready(started.first, 8, state=TandemState.ASKED_MENTEE, launch_id=LAUNCH)
        wanted = await prepared(started)
        notice = await shown(started.first, undoing_card.name, wanted.id, "otto")
        assert (notice.undone.tandems, notice.undone.waiting) == (1, 1)
        await started.first.run(undoing.confirm, "otto", wanted.id)
        found = [await one(started.first, "tandems", key(started.first, n)) for n in (7, 8)]
        assert [(each.launch_id, each.state) for each in found] == [
            ("", TandemState.ACCEPTED),
            ("", TandemState.ASKED_MENTEE),
        ]

    async def test_another_programme_does_not_know_it(self, started: Company) -> None:
        wanted = await prepared(started)
        with refused("gone"):
            await started.second.run(undoing.confirm, "olga", wanted.id)


async def test_of_a_launch_nobody_begins_what_is_taken_back_at_that_moment(busy: World) -> None:
    """Otherwise a series is booked for a tandem that nobody looks after any more."""
    tandem = tandem_id(BEING_LAUNCHED[0])
    waits = Effect(f"{launch_tandem.name}:{tandem}", launch_tandem.name, tandem)
    await put(busy, "effects", waits)
    await busy.run(undoing.prepare, "otto", SEEDED, CHAT)
    [wanted] = await all_of(busy, "undoings")
    decided = threading.Event()

    def begin(uow: UnitOfWork, _moment: Moment) -> bool:
        found = uow.ready(NOW, 50, [launch_tandem.name])
        uow.effects.put_all(replace(each, flow="at work") for each in found)
        return bool(found)

    async def begins_and_goes_on() -> bool:
        await asyncio.to_thread(decided.wait)
        begun = await busy.run(begin)
        seen = await busy.read(lambda uow, _: uow.tandems.need(tandem))
        return begun and seen.state is TandemState.LAUNCHING

    def confirm(uow: UnitOfWork, moment: Moment) -> None:
        undoing.confirm(uow, moment, "otto", wanted.id)
        decided.set()
        time.sleep(10 * TARRIES)

    _, goes_on = await asyncio.gather(busy.run(confirm), begins_and_goes_on())
    closed = (await one(busy, "tandems", tandem)).state is TandemState.CLOSED
    assert closed
    assert not goes_on
