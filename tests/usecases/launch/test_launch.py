"""A launch is confirmed once, counted by whoever looks, and its receipt stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.domain.cycle import Cycle, CycleKind, CycleState
from mentoring.domain.errors import NotAllowed, Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.session import without_slot
from mentoring.domain.tandem import Launch, LaunchState, PairKind, TandemState, Totals
from mentoring.domain.upkeep import Timer
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up, changed
from mentoring.usecases.launch import launch
from mentoring.usecases.matching import offers
from mentoring.usecases.programme.registration import register
from tests.bench.support.programme import LAUNCH, NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, MENTEE_ASKED, at_once
from tests.usecases.company import (
    FIRST,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.company import NOW as COMPANY_NOW
from tests.usecases.launch.ready import (
    CHAT,
    START,
    confirmed,
    key,
    ready,
    the_tandem,
    under_way,
    with_room,
)

ONE, ANOTHER = BEING_LAUNCHED


async def the_launch(world: World, key: str = LAUNCH) -> Launch:
    return await world.read(lambda uow, _: uow.launches.need(key))


async def test_the_last_tandem_makes_the_receipt(busy: World) -> None:
    await busy.run(launch.launched, tandem_id(ONE))
    await catch_up(busy)
    running = await the_launch(busy)
    assert (running.state, running.totals.launched, running.done_at) == (
        LaunchState.RUNNING,
        3,
        None,
    )
    await busy.run(lambda uow, _: launch.trouble(uow, tandem_id(ANOTHER), "member"))
    await catch_up(busy)
    done = await the_launch(busy)
    assert (done.state, done.done_at) == (LaunchState.DONE, NOW)
    assert done.totals == Totals(3, 4, 18, 0, 0, ((ANOTHER, "member"),))


async def test_a_receipt_stays_what_it_was(busy: World) -> None:
    for number in BEING_LAUNCHED:
        await busy.run(launch.launched, tandem_id(number))
    await catch_up(busy)
    receipt = await the_launch(busy)
    await busy.run(lambda uow, _: uow.sessions.delete(f"{tandem_id(ONE)}:001"))
    await busy.run(lambda uow, _: changed(uow, launch.launch_card, LAUNCH))
    await catch_up(busy)
    assert await the_launch(busy) == receipt
    assert receipt.totals.sessions == 24


async def test_a_tandem_is_launched_once_however_often_it_is_said(busy: World) -> None:
    await at_once(busy, launch.launched, *[(tandem_id(ONE),)] * 6)
    posted = await busy.read(
        lambda uow, _: uow.postings.count(kind="tandem", subject_id=tandem_id(ONE))
    )
    assert posted == 2


async def test_of_two_launches_confirmed_at_the_same_moment_one_runs(busy: World) -> None:
    await busy.run(
        lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE))
    )
    await busy.run(
        offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True
    )
    start = (NOW + timedelta(days=7)).date()
    both = [await busy.run(launch.prepare, "owner", start, CHAT) for _ in range(2)]
    outcome = await at_once(busy, launch.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["launch-running"])
    running = await busy.read(lambda uow, _: uow.launches.all(state=LaunchState.RUNNING))
    seated = await busy.read(
        lambda uow, _: uow.tandems.all(
            launch_id=[each.id for each in both], state=TandemState.LAUNCHING
        )
    )
    assert [(t.launch_id, t.state) for t in seated] == [(running[0].id, TandemState.LAUNCHING)]
    assert running[0].tandems == 1


async def test_a_launch_confirmed_twice_at_the_same_moment_begins_once(busy: World) -> None:
    await busy.run(
        lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE))
    )
    await busy.run(
        offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True
    )
    wanted = await busy.run(launch.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)
    await at_once(busy, launch.confirm, *[(wanted.id,)] * 4)
    assert (await the_launch(busy, wanted.id)).tandems == 1
    assert (
        await busy.read(lambda uow, _: uow.effects.count(kind="launch", subject_id=wanted.id)) == 1
    )


async def test_places_in_teams_are_counted_before_people_are_seated(busy: World) -> None:
    with pytest.raises(Refusal, match="launch-running"):
        await busy.run(launch.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)


class TestThePreview:
    """Owners see what a launch would do; nothing happens yet."""

    async def test_it_counts_what_is_ready_and_what_would_be_released(
        self, programmes: Company
    ) -> None:
        await ready(programmes.first, 1, 2)
        await ready(programmes.first, 3, state=TandemState.ASKED_MENTEE)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        found = await shown(programmes.first, launch.launch_card.name, made.id, "otto")
        told = found.prospect
        assert (told.tandems, told.open_offers, told.told, told.told_if_ended) == (2, 1, 0, 2)
        assert {each.state for each in await all_of(programmes.first, "tandems")} == {
            TandemState.ACCEPTED,
            TandemState.ASKED_MENTEE,
        }

    async def test_it_stands_where_the_owner_has_asked(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await programmes.first.run(launch.prepare, "otto", START, CHAT)
        (posting,) = await all_of(programmes.first, "postings")
        assert (posting.kind, posting.person_id, posting.conversation) == (
            "launch",
            "otto",
            CHAT.conversation,
        )

    async def test_once_confirmed_it_counts_what_was_launched(self, programmes: Company) -> None:
        await ready(programmes.first, 1, 2)
        made = await confirmed(programmes.first)
        await ready(programmes.first, 3)
        found = await shown(programmes.first, launch.launch_card.name, made, "otto")
        assert (found.launch.tandems, found.waiting) == (2, 0)

    async def test_it_counts_every_card_that_people_would_get(self, programmes: Company) -> None:
        """issue 12, P6: it counted two, and fourteen people were turned down as well."""
        await ready(programmes.first, 1)
        deputy = When(deputy=("dora",), names={"dora": "Dora"})
        await enrol(programmes.first, Role.MENTEE, "mentee1", deputy)
        await enrol(programmes.first, Role.MENTEE, "ada")
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        told = (await shown(programmes.first, launch.launch_card.name, made.id, "otto")).prospect
        assert (told.messages, told.deputies, told.told) == (4, 1, 1)
        await programmes.first.run(launch.confirm, made.id, seen=told.seen)
        assert await told_of(programmes) == ["ada"]

    async def test_it_says_what_has_changed_meanwhile(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        seen = (await shown(programmes.first, launch.launch_card.name, made.id, "otto")).prospect
        await ready(programmes.first, 2)
        with refused("preview-changed"):
            await programmes.first.run(launch.confirm, made.id, seen=seen.seen)
        found = await shown(programmes.first, launch.launch_card.name, made.id, "otto")
        assert (found.launch.tandems, found.prospect.tandems) == (1, 2)

    async def test_after_a_day_it_cannot_be_confirmed(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=1)
        found = await shown(programmes.first, launch.launch_card.name, made.id, "otto")
        assert found.is_old
        with refused("preview-old"):
            await programmes.first.run(launch.confirm, made.id)

    async def test_discarded_nothing_happens_ever(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        await programmes.first.run(launch.discard, made.id)
        await programmes.first.run(launch.confirm, made.id)
        assert (await one(programmes.first, "launches", made.id)).state is LaunchState.DISCARDED
        assert await asked_for(programmes.first, "launch") == []

    @pytest.mark.parametrize("start", [START.replace(day=1), START.replace(month=1)])
    async def test_no_session_lies_today_or_before(self, programmes: Company, start: date) -> None:
        await ready(programmes.first, 1)
        with refused("launch-in-past", field="date"):
            await programmes.first.run(launch.prepare, "otto", start, CHAT)

    async def test_without_an_accepted_tandem_it_says_how_many_seem_open(
        self, programmes: Company
    ) -> None:
        await ready(programmes.first, 1, state=TandemState.ASKED_MENTOR)
        await ready(programmes.first, 2, state=TandemState.RELEASED)
        with refused("launch-nobody", open=2):
            await programmes.first.run(launch.prepare, "otto", START, CHAT)

    async def test_not_in_a_cycle_that_is_over(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("cycle-over"):
            await programmes.first.run(launch.prepare, "otto", START, CHAT)


class TestConfirming:
    """All accepted tandems start, and the round ends for everybody else."""

    async def test_it_begins_once(self, programmes: Company) -> None:
        await ready(programmes.first, 1, 2)
        made = await confirmed(programmes.first)
        await programmes.first.run(launch.confirm, made)
        found = await one(programmes.first, "launches", made)
        assert (found.state, found.tandems, found.started_at) == (
            LaunchState.RUNNING,
            2,
            COMPANY_NOW,
        )
        assert await asked_for(programmes.first, "launch") == [made]

    async def test_the_cycle_runs_from_then_on(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await confirmed(programmes.first)
        assert (await one(programmes.unbound, "cycles", FIRST)).state is CycleState.RUNNING

    async def test_open_offers_go_on_and_nobody_is_told_anything(self, programmes: Company) -> None:
        """issue 12, P6: "please answer by 1 December", and a launch ended the offer before."""
        await ready(programmes.first, 1)
        await ready(programmes.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await confirmed(programmes.first)
        assert (await the_tandem(programmes.first, 2)).state is TandemState.ASKED_MENTEE
        assert await told_of(programmes) == []
        found = await shown(programmes.first, launch.launch_card.name, made, "otto")
        assert (found.waiting, found.open_until) == (1, COMPANY_NOW + timedelta(days=2))

    async def test_open_offers_are_released_and_whoever_is_left_over_is_told(
        self, programmes: Company
    ) -> None:
        """Only if the owner has chosen so in as many words."""
        await ready(programmes.first, 1)
        await ready(programmes.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        await programmes.first.run(launch.confirm, made.id, ending=True)
        assert (await the_tandem(programmes.first, 2)).state is TandemState.RELEASED
        assert await told_of(programmes) == ["mentee2", "mentor2"]

    @pytest.mark.parametrize(("days", "code"), [(7, "launch-in-past"), (0, "launch-nobody")])
    async def test_what_has_become_impossible_since_is_said(
        self, programmes: Company, days: int, code: str
    ) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=days)
        if not days:
            await change(
                programmes.first, "tandems", key(programmes.first, 1), state=TandemState.CLOSED
            )
        with refused(code):
            await programmes.first.run(launch.confirm, made.id)
        assert (await one(programmes.first, "launches", made.id)).state is LaunchState.PREVIEW

    async def test_two_programmes_launch_side_by_side(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await ready(programmes.second, 1)
        for world in (programmes.first, programmes.second):
            await confirmed(world)
        assert len(await asked_for(programmes.unbound, "launch")) == 2

    async def test_another_programme_does_not_know_it(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(launch.prepare, "otto", START, CHAT)
        with refused("gone"):
            await programmes.second.run(launch.confirm, made.id)
        assert await hidden(programmes.second, launch.launch_card.name, made.id, "olga") == "gone"


async def told_of(company: Company) -> list[str]:
    """Who has read that there is no tandem for them."""
    return await told(company.first, "left_over")


class TestWhoAgreesLater:
    """An offer that went on after a launch is launched when its round has ended."""

    async def ended(self, company: Company) -> None:
        """The round of the offers is over, and what follows has happened."""
        await company.first.run(lambda uow, moment: offers.round_end.rule(uow, moment, NEVER))
        await catch_up(company.unbound)

    async def gone_on(self, company: Company, *, yes: bool) -> str:
        """The id of a launch that went on with one tandem while an offer was open, which has been
        answered since.
        """
        await ready(company.first, 1)
        await ready(company.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await confirmed(company.first)
        await change(company.first, "launches", made, state=LaunchState.DONE)
        await company.first.run(offers.answer, key(company.first, 2), "mentee2", yes=yes)
        company.clock.moment = COMPANY_NOW + timedelta(days=2)
        return made

    async def test_not_before_the_round_has_ended(self, programmes: Company) -> None:
        await self.gone_on(programmes, yes=True)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=1)
        await self.ended(programmes)
        assert await asked_for(programmes.first, "launch_the_rest") == []

    async def test_then_by_itself_where_the_launch_stood(self, programmes: Company) -> None:
        first = await self.gone_on(programmes, yes=True)
        await self.ended(programmes)
        assert await asked_for(programmes.first, "launch_the_rest") == [FIRST]
        for _ in range(2):
            await launch.launch_the_rest(programmes.first, FIRST)
        (_, second) = await all_of(programmes.first, "launches")
        tandem = await the_tandem(programmes.first, 2)
        assert (second.state, second.tandems, second.by) == (LaunchState.RUNNING, 1, "otto")
        assert (tandem.state, tandem.launch_id) == (TandemState.LAUNCHING, second.id)
        cards = await all_of(programmes.first, "postings", kind="launch")
        assert {each.conversation for each in cards} == {CHAT.conversation}
        assert (await the_tandem(programmes.first, 1)).launch_id == first

    async def test_who_has_declined_reads_the_same_as_all_others(self, programmes: Company) -> None:
        await self.gone_on(programmes, yes=False)
        await self.ended(programmes)
        await launch.launch_the_rest(programmes.first, FIRST)
        assert await told_of(programmes) == ["mentee2", "mentor2"]
        assert len(await all_of(programmes.first, "launches")) == 1

    async def test_while_another_launch_is_at_work_its_end_asks_again(
        self, programmes: Company
    ) -> None:
        first = await self.gone_on(programmes, yes=True)
        await change(programmes.first, "launches", first, state=LaunchState.RUNNING)
        await change(
            programmes.first, "tandems", key(programmes.first, 1), state=TandemState.LAUNCHED
        )
        await launch.launch_the_rest(programmes.first, FIRST)
        assert len(await all_of(programmes.first, "launches")) == 1
        await programmes.first.run(lambda uow, _: changed(uow, launch.launch_card, first))
        for _ in range(2):
            await catch_up(programmes.unbound)
        assert await asked_for(programmes.first, "launch_the_rest") == [FIRST]


NEVER = Timer("round-end", "round-end", FIRST, COMPANY_NOW)


class TestSeats:
    """Tandems are spread over the participants' teams, which belong to one programme."""

    async def seated(self, world: World) -> dict[int, str]:
        return {each.number: each.team_id for each in await all_of(world, "tandems")}

    async def has_teams(self, company: Company, *teams: str, programme: str = "p1") -> None:
        await change(company.unbound, "programmes", programme, teams=teams)

    async def test_they_are_spread_evenly(self, programmes: Company) -> None:
        await self.has_teams(programmes, "north", "south")
        await ready(programmes.first, 1, 2, 3, 4)
        await confirmed(programmes.first)
        assert sorted((await self.seated(programmes.first)).values()) == [
            "north",
            "north",
            "south",
            "south",
        ]

    async def test_channels_of_earlier_cycles_still_take_their_place(
        self, programmes: Company
    ) -> None:
        await self.has_teams(programmes, "north", "south")
        await put(programmes.unbound, "cycles", Cycle("p1c2", "p1", 2, COMPANY_NOW))
        await ready(programmes.first, 1, 2, state=TandemState.CLOSED, team_id="north")
        await ready(programmes.unbound.of("p1c2"), 1, 2)
        await confirmed(programmes.unbound.of("p1c2"))
        assert await self.seated(programmes.unbound.of("p1c2")) == {1: "south", 2: "south"}

    async def test_what_finds_no_place_waits_for_a_team(self, programmes: Company) -> None:
        world = with_room(programmes, 1)
        await self.has_teams(programmes, "north")
        await ready(world, 1, 2)
        await confirmed(world)
        assert await self.seated(world) == {1: "north", 2: ""}

    async def test_one_that_is_tried_again_stays_in_its_team_and_takes_nobody_elses_place(
        self, programmes: Company
    ) -> None:
        world = with_room(programmes, 2)
        await self.has_teams(programmes, "north")
        await ready(world, 1, team_id="north", trouble="member")
        await ready(world, 2)
        await confirmed(world)
        assert await self.seated(world) == {1: "north", 2: "north"}
        assert (await the_tandem(world, 1)).trouble == ""

    async def test_as_many_teams_are_opened_as_are_missing(self, programmes: Company) -> None:
        world = with_room(programmes, 2)
        programmes.teams.people["owners-1"] = {"otto"}
        await ready(world, 1, 2, 3)
        await launch.seat_the_rest(world, await confirmed(world))
        assert await self.seated(world) == {1: "team-1", 2: "team-1", 3: "team-2"}
        assert (await one(programmes.unbound, "programmes", "p1")).teams == ("team-1", "team-2")
        assert [name for name, _ in programmes.teams.opened.values()] == [
            "Tandem Nord 1",
            "Tandem Nord 2",
        ]
        assert programmes.teams.people["team-1"] == {"otto"}

    async def test_a_team_that_an_interrupted_attempt_has_opened_is_found_again(
        self, programmes: Company
    ) -> None:
        world = with_room(programmes, 2)
        await ready(world, 1)
        made = await confirmed(world)
        for _ in range(2):
            await launch.seat_the_rest(world, made)
            await change(programmes.unbound, "programmes", "p1", teams=())
            await change(world, "tandems", key(world, 1), team_id="")
        assert len(programmes.teams.opened) == 1

    async def test_two_programmes_of_one_name_have_teams_of_their_own(
        self, programmes: Company
    ) -> None:
        files = {"owners-1": Programme(), "owners-2": Programme()}
        await programmes.store.run(lambda uow: register(uow, COMPANY_NOW, tuple(files), files))
        for world in (programmes.first, programmes.second):
            await ready(world, 1)
            await launch.seat_the_rest(world, await confirmed(world))
        assert [name for name, _ in programmes.teams.opened.values()] == ["Tandem 1", "Tandem 1"]
        assert await self.seated(programmes.first) == {1: "team-1"}
        assert await self.seated(programmes.second) == {1: "team-2"}


class TestMembers:
    """People come into their team in bulk; whoever cannot be added keeps nobody else waiting."""

    async def test_each_team_with_its_people(self, programmes: Company) -> None:
        await self.in_two_teams(programmes)
        assert await self.people_by_team(programmes) == {
            "another": ["mentee2", "mentor2"],
            "team": ["mentee1", "mentor1"],
        }
        assert len(await asked_for(programmes.first, "fill_team")) == 2

    async def in_two_teams(self, company: Company) -> str:
        """The id of a launch with one tandem in each of two teams, which are to be filled."""
        made = await under_way(company.first, 1, 2)
        await change(company.first, "tandems", key(company.first, 2), team_id="another")
        await company.first.run(launch.have_teams_filled, made)
        return made

    async def people_by_team(self, company: Company) -> dict[str, list[str]]:
        keys = [each.id for each in await all_of(company.first, "launch_teams")]
        found = [
            await company.first.read(lambda uow, _, k=k: launch.people_of(uow, k)) for k in keys
        ]  # type: ignore[misc]  # bound per team
        return {team.team_id: people for team, people in found}

    async def to_fill(self, company: Company, *numbers: int) -> str:
        """The id of a launch's only team, which is to be filled."""
        made = await under_way(company.first, *numbers)
        await company.first.run(launch.have_teams_filled, made)
        return f"{made}:team"

    async def test_whoever_is_in_it_already_is_not_added_again(self, programmes: Company) -> None:
        team = await self.to_fill(programmes, 1)
        programmes.teams.people["team"] = {"mentor1"}
        programmes.teams.outsiders = {"mentor1": "would be refused"}
        await launch.add_members(programmes.first, team)
        assert programmes.teams.people["team"] == {"mentee1", "mentor1"}
        assert (await the_tandem(programmes.first, 1)).state is TandemState.LAUNCHING

    async def test_only_the_tandem_of_somebody_who_could_not_be_added_waits(
        self, programmes: Company
    ) -> None:
        team = await self.to_fill(programmes, 1, 2)
        programmes.teams.outsiders = {"mentee2": "NotFound"}
        await launch.add_members(programmes.first, team)
        assert await self.states(programmes) == {
            1: (TandemState.LAUNCHING, ""),
            2: (TandemState.ACCEPTED, "member-mentee"),
        }

    async def states(self, company: Company) -> dict[int, tuple[TandemState, str]]:
        tandems = await all_of(company.first, "tandems")
        return {each.number: (each.state, each.trouble) for each in tandems}

    async def test_a_team_that_refuses_stops_its_own_tandems_only(
        self, programmes: Company
    ) -> None:
        """L3: a 403 on one of two teams."""
        made = await self.in_two_teams(programmes)
        programmes.teams.refuses["add_members"] = NotAllowed("not of this team")
        await launch.fill_team(programmes.first, f"{made}:another")
        del programmes.teams.refuses["add_members"]
        await launch.fill_team(programmes.first, f"{made}:team")
        await launch.find_dates(
            programmes.first, made, [key(programmes.first, number) for number in (1, 2)]
        )
        assert await self.states(programmes) == {
            1: (TandemState.LAUNCHING, ""),
            2: (TandemState.ACCEPTED, "team-notallowed"),
        }
        assert await asked_for(programmes.first, "launch_tandem") == [key(programmes.first, 1)]

    @pytest.mark.parametrize("dates_first", [True, False])
    async def test_a_tandem_starts_once_its_team_is_filled_and_its_dates_stand(
        self, programmes: Company, dates_first: bool
    ) -> None:
        team = await self.to_fill(programmes, 1)
        the_one = [key(programmes.first, 1)]

        async def dates() -> None:
            await launch.find_dates(programmes.first, team.partition(":")[0], the_one)

        async def members() -> None:
            await launch.fill_team(programmes.first, team)

        first, second = (dates, members) if dates_first else (members, dates)
        await first()
        assert await asked_for(programmes.first, "launch_tandem") == []
        await second()
        assert await asked_for(programmes.first, "launch_tandem") == the_one

    async def test_groups_are_small_and_in_the_order_of_their_numbers(
        self, programmes: Company
    ) -> None:
        made = await under_way(programmes.first, 10, 2, 1)
        found = await launch._groups(programmes.first, made, 2)
        assert found == [
            [key(programmes.first, 1), key(programmes.first, 2)],
            [key(programmes.first, 10)],
        ]

    async def test_what_was_set_aside_is_in_no_group(self, programmes: Company) -> None:
        made = await under_way(programmes.first, 1)
        await programmes.first.run(
            lambda uow, _: launch.trouble(uow, key(programmes.first, 1), "member")
        )
        assert await launch._groups(programmes.first, made, 2) == []


class TestLaunched:
    """Channel and series stand: both read it, and the tandem lives from then on."""

    @pytest.fixture
    async def begun(self, company: Company) -> Company:
        """Jan's and Eva's sessions are booked, their launch is not done yet."""
        await put(company.first, "launches", Launch("l", "otto", START, LaunchState.RUNNING, 1))
        await change(company.first, "tandems", TANDEM, state=TandemState.LAUNCHING, launch_id="l")
        return company

    async def launched(self, company: Company, times: int = 1) -> None:
        for _ in range(times):
            await company.first.run(launch.launched, TANDEM)

    async def test_both_get_their_card_once(self, begun: Company) -> None:
        await self.launched(begun, 2)
        assert await told(begun.first, "tandem") == ["eva", "jan"]

    async def test_both_are_reminded_of_each_session(self, begun: Company) -> None:
        await self.launched(begun)
        waiting = await all_of(begun.first, "timers", kind="session-reminder")
        assert len(waiting) == 12

    async def test_the_organizers_calendar_is_watched(self, begun: Company) -> None:
        await self.launched(begun)
        await catch_up(begun.unbound)
        assert await asked_for(begun.first, "watch") == ["jan"]

    async def test_without_a_booked_session_nobodys_is(self, begun: Company) -> None:
        await change(begun.first, "tandems", TANDEM, organizer_id="")
        await self.launched(begun)
        await catch_up(begun.unbound)
        assert await asked_for(begun.first, "watch") == []

    async def test_later_cycles_of_this_programme_know_that_the_two_have_met(
        self, begun: Company
    ) -> None:
        await self.launched(begun)
        (found,) = await all_of(begun.first, "pairs")
        assert (found.mentor_id, found.mentee_id, found.kind, found.programme_id) == (
            "jan",
            "eva",
            PairKind.PAST,
            "p1",
        )
        assert await all_of(begun.second, "pairs") == []

    async def test_a_date_that_was_not_found_is_agreed_on(self, begun: Company) -> None:
        found = without_slot(await one(begun.first, "sessions", session(2)))
        await put(begun.first, "sessions", replace(found, offer=STARTS[1] + timedelta(days=1)))
        await self.launched(begun)
        assert [(poll.session_id, poll.cause) for poll in await all_of(begun.first, "polls")] == [
            (session(2), Cause.NO_SLOT)
        ]

    async def test_one_that_was_set_aside_is_not_launched(self, begun: Company) -> None:
        await change(begun.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await self.launched(begun)
        assert await told(begun.first, "tandem") == []

    async def test_one_that_is_launched_is_in_no_trouble_any_more(self, begun: Company) -> None:
        await self.launched(begun)
        await begun.first.run(lambda uow, _: launch.trouble(uow, TANDEM, "late"))
        found = await one(begun.first, "tandems", TANDEM)
        assert (found.state, found.trouble) == (TandemState.LAUNCHED, "")

    @pytest.mark.parametrize(("kind", "timers"), [(CycleKind.FIXED, 0), (CycleKind.ROLLING, 1)])
    async def test_where_there_is_no_common_end_it_has_its_own(
        self, begun: Company, kind: CycleKind, timers: int
    ) -> None:
        await change(begun.unbound, "cycles", FIRST, kind=kind)
        await self.launched(begun)
        assert len(await all_of(begun.first, "timers", kind="tandem-over")) == timers

    async def test_another_programme_launches_nothing_of_it(self, begun: Company) -> None:
        with refused("gone"):
            await begun.second.run(launch.launched, TANDEM)
