"""Owners decide about each tandem that a launch could not set up: again, left out, or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.launch import Choice, Launch, LaunchDecision, LaunchState
from mentoring.domain.tandem import LEFT_OUT, ByHand, Tandem, TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import deciding, the_rest
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.deciding import Problem, decide, retry_all
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
    session,
    shown,
)
from tests.usecases.launch.ready import confirmed, in_trouble, key, ready, the_tandem


async def pressed(
    world: World, choice: Choice, number: int = 1, *, decided: int = 0, owner: str = "otto"
) -> None:
    """An owner has pressed a button beside this tandem."""
    launch = f"{world.cycle_id}.launch-1"
    await world.run(decide, owner, Problem(launch, key(world, number), decided), choice)


async def decisions(world: World) -> Sequence[LaunchDecision]:
    found: Sequence[LaunchDecision] = await all_of(world, "launch_decisions")
    return found


class TestRetry:
    """The tandem begins once more; nobody has to wait for it."""

    async def test_it_is_being_launched_again(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.RETRY)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.state, tandem.trouble, tandem.launch_id) == (
            TandemState.LAUNCHING,
            "",
            made,
        )
        assert (await one(programmes.first, "launches", made)).state is LaunchState.MENDING

    async def test_who_decided_what_and_why_is_kept(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.RETRY)
        (kept,) = await decisions(programmes.first)
        assert (kept.by, kept.choice, kept.code, kept.at, kept.launch_id) == (
            "otto",
            Choice.RETRY,
            "member-disabled-mentee",
            NOW,
            made,
        )
        assert await asked_for(programmes.first, "launch_again") == [kept.batch]

    async def test_pressed_twice_it_is_tried_once(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        for owner in ("otto", "olga"):
            await pressed(programmes.first, Choice.RETRY, owner=owner)
        assert [each.by for each in await decisions(programmes.first)] == ["otto"]
        assert len(await asked_for(programmes.first, "launch_again")) == 1

    async def test_after_another_failure_it_can_be_decided_anew(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.RETRY)
        one_again = {"state": TandemState.ACCEPTED, "trouble": "channel-rejected"}
        await change(programmes.first, "tandems", key(programmes.first, 1), **one_again)
        await pressed(programmes.first, Choice.RETRY)
        assert (await the_tandem(programmes.first, 1)).state is TandemState.ACCEPTED
        await pressed(programmes.first, Choice.RETRY, decided=1)
        assert (await the_tandem(programmes.first, 1)).state is TandemState.LAUNCHING

    @pytest.mark.parametrize(
        ("trouble", "team"),
        [
            ("channel-full", "another"),
            ("channel-notthere", "another"),
            ("team-notthere", "another"),
            ("channel-rejected", "team"),
            ("member-disabled-mentee", "team"),
        ],
    )
    async def test_a_team_that_is_full_or_gone_is_left_for_another(
        self, programmes: Company, trouble: str, team: str
    ) -> None:
        await change(programmes.unbound, "programmes", "p1", teams=("team", "another"))
        await in_trouble(programmes.first, 1, trouble=trouble)
        await pressed(programmes.first, Choice.RETRY)
        assert (await the_tandem(programmes.first, 1)).team_id == team

    async def test_without_another_team_one_is_opened(self, programmes: Company) -> None:
        await change(programmes.unbound, "programmes", "p1", teams=("team",))
        await in_trouble(programmes.first, 1, trouble="channel-full")
        await pressed(programmes.first, Choice.RETRY)
        assert (await the_tandem(programmes.first, 1)).team_id == ""

    async def test_another_launch_does_not_wait_for_it(self, programmes: Company) -> None:
        """issue 13: a launch with troubles blocks no other."""
        await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.RETRY)
        await ready(programmes.first, 2)
        made = await confirmed(programmes.first)
        assert (await one(programmes.first, "launches", made)).state is LaunchState.RUNNING


class TestLeaveOut:
    """The tandem stays agreed, and is not launched this time."""

    async def test_nobody_is_told_anything(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.LEAVE_OUT)
        await catch_up(programmes.unbound)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.state, tandem.trouble) == (TandemState.ACCEPTED, LEFT_OUT)
        assert await all_of(programmes.first, "postings") == []
        assert (await one(programmes.first, "launches", made)).state is LaunchState.DONE

    async def test_the_next_launch_takes_it_along(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.LEAVE_OUT)
        made = await confirmed(programmes.first)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.state, tandem.launch_id) == (TandemState.LAUNCHING, made)

    async def test_the_next_launch_goes_on_in_the_channel_that_stands(
        self, programmes: Company
    ) -> None:
        stands = {"team_id": "team", "channel_id": "c1", "channel_url": "https://c1"}
        await in_trouble(programmes.first, 1, trouble="series-no-mailbox-mentor", **stands)
        await pressed(programmes.first, Choice.LEAVE_OUT)
        await confirmed(programmes.first)
        tandem = await the_tandem(programmes.first, 1)
        found = tandem.team_id, tandem.channel_id, tandem.channel_url
        assert (tandem.state, found) == (TandemState.LAUNCHING, tuple(stands.values()))

    @pytest.mark.parametrize("left_out", [True, False], ids=["left out", "launched once more"])
    async def test_from_a_team_that_is_full_or_gone_it_goes_to_another(
        self, programmes: Company, *, left_out: bool
    ) -> None:
        """Only *retry* knew that, and the next launch failed in the same team."""
        await change(programmes.unbound, "programmes", "p1", teams=("team", "another"))
        await in_trouble(programmes.first, 1, trouble="team-notthere")
        if left_out:
            await pressed(programmes.first, Choice.LEAVE_OUT)
            await ready(programmes.first, 2, state=TandemState.LAUNCHED, team_id="team")
        await confirmed(programmes.first)
        assert (await the_tandem(programmes.first, 1)).team_id == "another"

    async def test_it_is_not_launched_by_itself_with_whoever_agrees_later(
        self, programmes: Company
    ) -> None:
        await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.LEAVE_OUT)
        programmes.clock.moment = NOW + timedelta(days=5)
        await the_rest.launch_the_rest(programmes.first, FIRST)
        assert (await the_tandem(programmes.first, 1)).state is TandemState.ACCEPTED


class TestByHand:
    """What failed was arranged by hand; the rest is done as for everybody."""

    @pytest.mark.parametrize(
        ("trouble", "part"),
        [
            ("member-guest-mentee", ByHand.ROOM),
            ("member-both", ByHand.ROOM),
            ("team-notallowed", ByHand.ROOM),
            ("channel-rejected", ByHand.ROOM),
            ("series-no-mailbox-mentor", ByHand.DATES),
            ("notallowed", ByHand.BOTH),
            ("away", ByHand.BOTH),
            ("team-away", ByHand.ROOM),
            ("team-create-notallowed", ByHand.ROOM),
        ],
    )
    async def test_it_is_what_failed(self, programmes: Company, trouble: str, part: ByHand) -> None:
        """The card asks about what is then decided."""
        made = await in_trouble(programmes.first, 1, trouble=trouble)
        (line,) = (await shown(programmes.first, launch_card.name, made, "otto")).troubles
        await pressed(programmes.first, Choice.BY_HAND)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.by_hand, tandem.state) == (part, TandemState.LAUNCHING)
        assert line.by_hand is part

    async def test_of_one_whose_channel_stands_the_dates_are_left(
        self, programmes: Company
    ) -> None:
        """Microsoft 365 was away from then on, and the code does not say since when."""
        await in_trouble(programmes.first, 1, trouble="away", channel_id="19:standing")
        await pressed(programmes.first, Choice.BY_HAND)
        assert (await the_tandem(programmes.first, 1)).by_hand is ByHand.DATES

    async def test_then_the_other_part(self, programmes: Company) -> None:
        await in_trouble(
            programmes.first, 1, trouble="series-no-mailbox-mentor", by_hand=ByHand.ROOM
        )
        await pressed(programmes.first, Choice.BY_HAND)
        assert (await the_tandem(programmes.first, 1)).by_hand is ByHand.BOTH

    async def test_planned_dates_are_no_longer_ours(self, company: Company) -> None:
        await put_in_trouble(company, "series-no-mailbox-mentor")
        await company.first.run(decide, "otto", Problem("l", TANDEM, 0), Choice.BY_HAND)
        assert await all_of(company.first, "sessions", tandem_id=TANDEM) == []
        assert (await tandem_of(company)).plan.pattern is None


TANDEM = f"{FIRST}.tandem-1"


async def put_in_trouble(company: Company, trouble: str) -> None:
    """Jan's and Eva's dates are planned, but their launch ``l`` could not set them up."""
    await put(company.first, "launches", Launch("l", "otto", NOW.date(), LaunchState.DONE, 1))
    waits = {"state": TandemState.ACCEPTED, "launch_id": "l", "trouble": trouble}
    await change(company.first, "tandems", TANDEM, series_id="", **waits)


async def tandem_of(company: Company) -> Tandem:
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


class TestDatesOfAnEarlierAttempt:
    """They stand; whether they are still wanted is seen when dates are looked for."""

    async def test_they_stand(self, company: Company) -> None:
        await put_in_trouble(company, "channel-rejected")
        await company.first.run(decide, "otto", Problem("l", TANDEM, 0), Choice.RETRY)
        assert (await one(company.first, "sessions", session(1))).start is not None

    async def test_what_stands_in_a_calendar_stays(self, company: Company) -> None:
        await put_in_trouble(company, "away")
        await change(company.first, "tandems", TANDEM, series_id="series-1")
        company.clock.moment = NOW + timedelta(days=30)
        await company.first.run(decide, "otto", Problem("l", TANDEM, 0), Choice.RETRY)
        assert len(await all_of(company.first, "sessions", tandem_id=TANDEM)) == 6


class TestOutOfDate:
    """A press on a card that has been overtaken is refused, and says what is so now."""

    async def test_somebody_has_decided_otherwise(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        await pressed(programmes.first, Choice.LEAVE_OUT)
        with refused("problem-decided", name="Otto"):
            await pressed(programmes.first, Choice.RETRY, owner="olga")

    @pytest.mark.parametrize("state", [TandemState.LAUNCHING, TandemState.LAUNCHED])
    async def test_it_has_been_settled_since(self, programmes: Company, state: TandemState) -> None:
        await in_trouble(programmes.first, 1)
        settled = {"state": state, "trouble": ""}
        await change(programmes.first, "tandems", key(programmes.first, 1), **settled)
        with refused("problem-over"):
            await pressed(programmes.first, Choice.RETRY)

    async def test_another_launch_has_taken_it_along(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        await change(
            programmes.first, "tandems", key(programmes.first, 1), launch_id="p1c1.launch-2"
        )
        with refused("problem-over"):
            await pressed(programmes.first, Choice.RETRY)

    async def test_the_cycle_is_over(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1)
        await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("cycle-over"):
            await pressed(programmes.first, Choice.RETRY)

    async def test_another_programme_does_not_know_it(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        problem = Problem(made, key(programmes.first, 1), 0)
        with refused("gone"):
            await programmes.second.run(decide, "olga", problem, Choice.RETRY)


class TestNobodysOwn:
    """An owner never decides about a tandem they are in."""

    @pytest.mark.parametrize("choice", list(Choice))
    async def test_each_choice(self, programmes: Company, choice: Choice) -> None:
        await in_trouble(programmes.first, 1)
        with refused("decide-own"):
            await pressed(programmes.first, choice, owner="mentee1")
        assert await decisions(programmes.first) == []

    async def test_nor_where_its_owner_reads_along(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        problem = Problem(made, key(programmes.first, 1), 0)
        with refused("decide-elsewhere"):
            await programmes.first.run(
                decide, "otto", problem, Choice.RETRY, readers=frozenset({"mentor1"})
            )

    async def test_all_of_them_are_all_others(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1, 2, 3)
        readers = frozenset({"mentor2"})
        await programmes.first.run(retry_all, "mentee3", made, readers=readers)
        await programmes.first.run(retry_all, "mentee3", made, readers=readers)
        states = {n: (await the_tandem(programmes.first, n)).state for n in (1, 2, 3)}
        assert states == {
            1: TandemState.LAUNCHING,
            2: TandemState.ACCEPTED,
            3: TandemState.ACCEPTED,
        }
        assert len(await asked_for(programmes.first, "launch_again")) == 1

    async def test_in_ones_own_chat_the_tandems_of_other_owners_are_seen(
        self, programmes: Company
    ) -> None:
        made = await in_trouble(programmes.first, 1)
        await programmes.first.run(deciding.show_in_own_chat, "otto", made)
        (shown,) = await all_of(programmes.first, "postings")
        assert (shown.subject_id, shown.person_id, shown.conversation) == (made, "otto", "")

    async def test_whom_the_bot_never_heard_has_none(self, programmes: Company) -> None:
        made = await in_trouble(programmes.first, 1)
        await change(programmes.unbound, "people", "otto", conversation="")
        with refused("no-own-chat"):
            await programmes.first.run(deciding.show_in_own_chat, "otto", made)
