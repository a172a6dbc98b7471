"""A circle belongs to one programme: it takes in nobody of another one and is shown to nobody of
it, whatever id is sent, and whoever takes part in both is told and let out of each by itself.
"""

from __future__ import annotations

import pytest

from mentoring.domain.circle import (
    Circle,
    CircleKind,
    CircleMember,
    CircleState,
    Place,
    member_id,
    mentors_circle_id,
    topic_circle_id,
)
from mentoring.domain.programme import Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.circles import membership
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.circles.offering import show, show_each
from mentoring.usecases.common.shown_again import show_what_is_for_later
from mentoring.usecases.launch.team_needs import needs_team
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.registration import register
from tests.usecases.circles.communities import AI, SIX, WANTED
from tests.usecases.circles.mentors import (
    carried_out,
    inside,
    joins,
    place_of,
    places,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    SECOND,
    Company,
    all_of,
    asked_for,
    change,
    hidden,
    put,
    refused,
    told,
)
from tests.usecases.ports import chat_of

SOUTH = mentors_circle_id(SECOND)


async def south(company: Company, **settings: object) -> None:
    """Other settings count in the second programme from now on."""
    files = {"owners-2": Programme.model_validate({"name": "Tandem Süd", **settings})}
    await company.store.run(lambda uow: register(uow, NOW, ["owners-2"], files))


async def in_the_south(company: Company, *people: str) -> None:
    """The second programme has a circle of mentors in which these are."""
    await south(company, mentors_circle=True)
    made = Circle(SOUTH, CircleKind.MENTORS, CircleState.OPEN, "S", "team-s", "ch-s", "https://s")
    await put(company.second, "circles", made)
    for who in people:
        key = member_id(SOUTH, who)
        await put(company.second, "circle_members", CircleMember(key, SOUTH, who, Place.IN, NOW))


async def needs(company: Company, team: str, who: str) -> bool:
    return await company.second.read(lambda uow, _: needs_team(uow, team, who))


class TestAttack:
    """With the id of a place in the other programme's circle."""

    async def test_nobody_joins_through_their_own_programme(self, mentors: Company) -> None:
        """Not even with a place in their own name."""
        for who in ("jan", "ada"):
            with refused("gone"):
                await mentors.second.run(membership.join, place_of(who), who)
        assert "ada" not in await places(mentors)

    async def test_nor_with_a_tandem_of_the_other_programme(self, mentors: Company) -> None:
        """Who is a mentor there alone is none here."""
        await change(mentors.second, "tandems", OTHER, mentor_id="dora")
        with refused("circle-over"):
            await mentors.first.run(membership.join, place_of("dora"), "dora")

    @pytest.mark.parametrize("who", ["jan", "mia", "olga"])
    async def test_nobody_is_shown_it_there(self, standing: Company, who: str) -> None:
        with refused("gone"):
            await standing.second.run(show, place_of(who), who, chat_of(who))
        found = await hidden(standing.second, circle_card.name, place_of(who), who)
        assert found == "erased"

    async def test_owners_of_the_other_see_no_place_in_it(self, standing: Company) -> None:
        code = await hidden(standing.first, circle_card.name, place_of("mia"), "olga")
        assert code == "not-yours"

    async def test_an_owner_of_the_other_who_is_a_mentor_here_may_join(
        self, mentors: Company
    ) -> None:
        """They are an owner of nobody in it; an owner of this one may not."""
        await change(mentors.unbound, "programmes", "p2", owners=("mia", "olga"))
        await joins(mentors, "mia")
        assert (await places(mentors))["mia"] == Place.JOINING


class TestBoth:
    """Jan is a mentor in both programmes."""

    async def test_each_of_ones_circles_is_shown_as_its_own_programme_says(
        self, standing: Company
    ) -> None:
        await in_the_south(standing, "jan")
        await standing.first.run(show_each, "jan", chat_of("jan"))
        own = await all_of(standing.second, "postings", kind=circle_card.name)
        assert [each.subject_id for each in own] == [member_id(SOUTH, "jan")]
        assert await told(standing.first, circle_card.name) == ["jan"]

    async def test_erasure_takes_one_out_of_both(self, standing: Company) -> None:
        await in_the_south(standing, "jan", "ada")
        assert await standing.first.run(has_still_to_end, "jan")
        asked = await all_of(standing.unbound, "effects", kind="let_out", done=False)
        out = {(each.cycle_id, each.subject_id) for each in asked}
        assert out == {(FIRST, place_of("jan")), (SECOND, member_id(SOUTH, "jan"))}

    async def test_leaving_one_leaves_the_other_as_it_is(self, standing: Company) -> None:
        await in_the_south(standing, "jan")
        await standing.first.run(membership.leave, place_of("jan"), "jan")
        [left] = await all_of(standing.second, "circle_members", person_id="jan")
        assert left.state is Place.IN
        assert await asked_for(standing.unbound, "let_out") == [place_of("jan")]

    async def test_a_team_is_needed_for_its_own_circle_alone(self, standing: Company) -> None:
        await in_the_south(standing, "ada")
        await change(standing.second, "tandems", OTHER, team_id="elsewhere")
        assert not await needs(standing, "team-s", "ada"), "she is no mentor"
        await change(standing.second, "tandems", OTHER, mentor_id="ada", mentee_id="dora")
        assert await needs(standing, "team-s", "ada")
        assert not await needs(standing, "team", "ada")


class TestUnread:
    """Whoever was not reached reads of their community with the next word to the bot, through
    whichever programme they write.
    """

    async def says_hello_in_the_south(self, company: Company, who: str) -> bool:
        return await company.second.run(show_what_is_for_later, who, chat_of(who))

    @pytest.fixture
    async def unread(self, ended: Company) -> Company:
        """Nobody has a card of the community any more."""
        for each in await all_of(ended.first, "postings", kind=circle_card.name):
            await ended.first.run(lambda uow, _, key: uow.postings.delete(key), each.id)
        return ended

    @pytest.mark.parametrize("there", [True, False])
    async def test_what_the_owners_of_the_community_want_counts(
        self, unread: Company, there: bool
    ) -> None:
        """Those of the programme in which somebody wrote decided it."""
        await south(unread, communities=there)
        assert await self.says_hello_in_the_south(unread, "mia")
        await unread.set_up(Programme(name="Tandem Nord"))
        await south(unread, communities=True)
        assert not await self.says_hello_in_the_south(unread, "nils")

    async def test_its_own_owners_are_shown_none_of_it(self, unread: Company) -> None:
        await unread.set_up(WANTED)
        await change(unread.unbound, "programmes", "p1", owners=("mia", "otto"))
        assert not await self.says_hello_in_the_south(unread, "mia")

    async def test_those_of_the_other_are(self, unread: Company) -> None:
        await change(unread.unbound, "programmes", "p2", owners=("mia", "olga"))
        assert await self.says_hello_in_the_south(unread, "mia")


class TestBecomingAnOwner:
    """No programme owner is let in; nor does one stay who was in it before."""

    async def test_who_becomes_one_leaves_the_circle(self, standing: Company) -> None:
        await standing.store.run(lambda uow: roster.keep(uow, "owners-1", {"otto", "mia"}))
        await carried_out(standing)
        assert "mia" not in await inside(standing)
        assert "mia" not in await places(standing)

    async def test_who_only_waits_for_it_does_not_come_in(self, mentors: Company) -> None:
        await joins(mentors, "mia", "jan")
        await mentors.store.run(lambda uow: roster.keep(uow, "owners-1", {"mia"}))
        assert [*await places(mentors)] == ["jan"]

    async def test_who_becomes_one_while_it_is_opened_does_not_stay(self, mentors: Company) -> None:
        await joins(mentors, "jan", "mia", "nils", "olaf", "pia")
        await mentors.store.run(lambda uow: roster.keep(uow, "owners-1", {"mia"}))
        await carried_out(mentors)
        assert "mia" not in await inside(mentors)

    async def test_one_of_the_other_programme_stays(self, standing: Company) -> None:
        await standing.store.run(lambda uow: roster.keep(uow, "owners-2", {"olga", "mia"}))
        assert (await places(standing))["mia"] == Place.IN

    async def test_so_it_is_with_a_community(self, community: Company) -> None:
        await community.store.run(lambda uow: roster.keep(uow, "owners-1", {"mia"}))
        await carried_out(community)
        assert await all_of(community.first, "circle_members", person_id="mia") == []


async def test_a_community_of_another_programme_is_for_nobody_of_this_one(ended: Company) -> None:
    """Six have come to the planned end of a tandem in the first programme, none in the second."""
    await south(ended, communities=True)
    key = topic_circle_id(SECOND, "ai")
    await put(ended.second, "circles", Circle(key, CircleKind.TOPIC, topic="ai"))

    def is_for(uow: UnitOfWork, moment: Moment, who: str) -> bool:
        return membership.may_join(uow, moment, uow.circles.need(key), who)

    assert not any([await ended.second.read(is_for, who) for who in SIX])
    assert await ended.first.read(
        lambda uow, moment: membership.may_join(uow, moment, uow.circles.need(AI), "mia")
    )
