"""Nobody is in a circle who has not tapped, nothing is opened before five have, and one leaves it
by a tap, or with what let one in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import STAYS, CircleState, Place
from mentoring.domain.errors import Unavailable
from mentoring.domain.tandem import TandemState
from mentoring.usecases.circles import membership
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.team_needs import needs_team
from mentoring.usecases.launch.when_over import let_follow
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.programme.with_the_cycle import end_all
from tests.usecases.circles.mentors import (
    LATER,
    MENTORS,
    UNWANTED,
    carried_out,
    inside,
    joins,
    launches,
    leaves,
    place_of,
    places,
    read,
    the_circle,
)
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    refused,
    shown,
)
from tests.usecases.ports import chat_of


class TestJoining:
    """Before five want it there is no channel."""

    async def test_pressed_twice_it_counts_once(self, mentors: Company) -> None:
        await joins(mentors, *MENTORS[:4], "jan", "mia")
        assert (await the_circle(mentors)).state is CircleState.GATHERING

    async def test_only_mentors_whose_tandem_runs(self, mentors: Company) -> None:
        for stranger in ("eva", *LATER):
            with refused("circle-over"):
                await joins(mentors, stranger)

    async def test_nobody_presses_for_somebody_else(self, mentors: Company) -> None:
        with refused("not-yours"):
            await mentors.first.run(membership.join, place_of("jan"), "mia")

    async def test_not_once_owners_want_none_any_more(self, standing: Company) -> None:
        await launches(standing, "quin")
        await standing.set_up(UNWANTED)
        with refused("circle-over"):
            await joins(standing, "quin")
        assert (await read(standing, "jan")).place is Place.IN


class TestLeaving:
    """By a tap, and nothing of it stays."""

    async def test_before_it_stands_it_is_as_if_nothing_had_been_said(
        self, mentors: Company
    ) -> None:
        await joins(mentors, "mia")
        await leaves(mentors, "mia")
        assert (await places(mentors), await asked_for(mentors.first, "let_out")) == ({}, [])

    async def test_one_is_out_of_the_channel_but_stays_in_the_team_of_ones_tandem(
        self, standing: Company
    ) -> None:
        await leaves(standing, "mia")
        await carried_out(standing)
        assert await inside(standing) == set(MENTORS) - {"mia"}
        assert "mia" not in await places(standing)
        assert "mia" in standing.teams.people["team"]

    async def test_who_was_in_the_team_for_the_circle_alone_leaves_it_too(
        self, standing: Company
    ) -> None:
        await change(standing.first, "tandems", "p1c1.tandem-of-mia", team_id="elsewhere")
        await leaves(standing, "mia")
        await carried_out(standing)
        assert "mia" not in standing.teams.people["team"]

    async def test_with_the_last_one_its_channel_is_archived(self, standing: Company) -> None:
        channel = (await the_circle(standing)).channel_id
        await leaves(standing, *MENTORS)
        await carried_out(standing)
        assert standing.teams.archived == {("team", channel)}
        assert await places(standing) == {}

    async def test_one_may_come_back_at_once(self, standing: Company) -> None:
        await leaves(standing, "mia")
        await joins(standing, "mia")
        await carried_out(standing)
        assert await inside(standing) == set(MENTORS)
        assert (await places(standing))["mia"] == Place.IN

    async def test_who_is_not_in_it_stays_outside(self, standing: Company) -> None:
        await leaves(standing, "quin")
        assert await asked_for(standing.first, "let_out") == []


class TestWithTheTandem:
    """Whatever has ended it, so that nothing can be told from it."""

    async def test_whose_last_tandem_ends_leaves_with_it(self, standing: Company) -> None:
        await over(standing, "p1c1.tandem-of-mia")
        await carried_out(standing)
        assert await inside(standing) == set(MENTORS) - {"mia"}
        assert "mia" not in standing.teams.people["team"]

    async def test_whose_other_tandem_runs_stays(self, standing: Company) -> None:
        await standing.first.run(
            lambda uow, _: uow.tandems.put(
                replace(uow.tandems.need(TANDEM), id="p1c1.tandem-2", mentor_id="mia")
            )
        )
        await over(standing, "p1c1.tandem-of-mia")
        assert (await places(standing))["mia"] == Place.IN

    async def test_in_a_circle_one_needs_its_team(self, standing: Company) -> None:
        await change(standing.first, "tandems", "p1c1.tandem-of-mia", team_id="elsewhere")
        for who, needed in (("mia", True), ("quin", False)):
            found = await standing.first.read(lambda uow, _, w: needs_team(uow, "team", w), who)
            assert found is needed

    async def test_whoever_is_to_be_forgotten_is_out_first(self, standing: Company) -> None:
        assert await standing.first.run(has_still_to_end, "mia")
        await carried_out(standing)
        assert "mia" not in await inside(standing)
        assert await all_of(standing.first, "circle_members", person_id="mia") == []


class TestClosing:
    """With its cycle it is archived; one can read on, and still leave."""

    async def test_it_is_archived_with_everybody_in_it(self, standing: Company) -> None:
        await close_cycle(standing)
        await carried_out(standing)
        circle = await the_circle(standing)
        assert circle.state is CircleState.CLOSED
        assert standing.teams.archived == {("team", circle.channel_id)}
        assert await inside(standing) == set(MENTORS)

    async def test_owners_read_before_which_channel_is_archived(self, standing: Company) -> None:
        made = await standing.first.run(closing.prepare, "otto", chat_of("otto"))
        notice = await shown(standing.first, closing_card.name, made.id, "otto")
        assert notice.circles == ((await the_circle(standing)).name,)
        assert notice.circles[0] in str(render(notice, Words("de")).content)

    async def test_they_do_not_read_of_one_that_has_no_channel(self, mentors: Company) -> None:
        await joins(mentors, "mia")
        made = await mentors.first.run(closing.prepare, "otto", chat_of("otto"))
        assert (await shown(mentors.first, closing_card.name, made.id, "otto")).circles == ()

    async def test_one_can_still_leave(self, standing: Company) -> None:
        await close_cycle(standing)
        await carried_out(standing)
        await leaves(standing, "mia")
        await carried_out(standing)
        assert await inside(standing) == set(MENTORS) - {"mia"}

    async def test_days_later_nobody_knows_who_was_in_it(self, standing: Company) -> None:
        await close_cycle(standing)
        await standing.at(NOW + STAYS + timedelta(hours=1))
        assert await places(standing) == {}

    async def test_nobody_joins_any_more(self, standing: Company) -> None:
        await launches(standing, "quin")
        await close_cycle(standing)
        with refused("circle-over"):
            await joins(standing, "quin")

    async def test_one_that_never_stood_leaves_nothing(self, mentors: Company) -> None:
        await joins(mentors, "mia")
        await close_cycle(mentors)
        assert (await places(mentors), await asked_for(mentors.first, "archive_circle")) == ({}, [])

    async def test_a_channel_nobody_has_heard_of_is_archived_too(self, mentors: Company) -> None:
        await joins(mentors, *MENTORS)
        mentors.teams.loses.add("open_channel")
        with pytest.raises(Unavailable, match="open_channel"):
            await carried_out(mentors)
        mentors.teams.loses.clear()
        await close_cycle(mentors)
        await carried_out(mentors)
        assert len(mentors.teams.archived) == 1


async def over(company: Company, tandem_id: str) -> None:
    """The tandem has ended before its time."""
    await change(company.first, "tandems", tandem_id, state=TandemState.CLOSED, ended_at=NOW)
    await company.first.run(lambda uow, _: let_follow(uow, uow.tandems.need(tandem_id)))
    await catch_up(company.unbound)


async def close_cycle(company: Company) -> None:
    """Owners have confirmed the end."""
    await company.first.run(end_all)
