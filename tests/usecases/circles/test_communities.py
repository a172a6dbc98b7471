"""Communities: for the topic that a tandem had, offered at its planned end, archived a year after
somebody last joined.
"""

from __future__ import annotations

from datetime import timedelta

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import LASTS, STAYS, Circle, CircleKind, CircleState, Place
from mentoring.domain.intervention import Receipt
from mentoring.usecases.circles.card import CircleNotice, circle_card
from mentoring.usecases.circles.offering import show_each
from mentoring.usecases.launch import ending
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.programme.with_the_cycle import end_all
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.circles.communities import (
    AI,
    FIVE,
    SIX,
    TWOS,
    UNWANTED,
    are_paired,
    end,
    inside,
    joins,
    kits_of,
    leaves,
    needs,
    place_of,
    places,
    tandem_of,
)
from tests.usecases.circles.mentors import carried_out, offered
from tests.usecases.company import (
    NOW,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of


class TestOffering:
    """To both of a tandem, once, after its planned end alone."""

    async def test_of_two_tandems_there_are_too_few(self, paired: Company) -> None:
        await end(paired, *TWOS[:2])
        assert (await offered(paired), await all_of(paired.first, "circles")) == ([], [])

    async def test_the_fifth_person_brings_it_to_all_of_them(self, ended: Company) -> None:
        assert await offered(ended) == SIX
        assert (await one(ended.first, "circles", AI)).topic == "ai"

    async def test_those_whose_kits_are_erased_by_then_count_as_well(self, paired: Company) -> None:
        """A tandem's end reads those of its topic, not those of everybody."""
        await end(paired, *TWOS[:2])
        await paired.first.run(lambda uow, _: [*map(uow.kit_choices.delete, kits_of(TWOS[:2]))])
        await end(paired, TWOS[2])
        assert await offered(paired) == SIX

    async def test_for_the_first_topic_that_the_tandem_had(self, paired: Company) -> None:
        await paired.first.run(are_paired, "pia", "quin", "data")
        await end(paired, *TWOS)
        assert await offered(paired) == []

    async def test_not_after_an_end_before_its_time(self, ended: Company) -> None:
        await ended.first.run(are_paired, "rosa", "dora")
        key = tandem_of("rosa")
        await ended.first.run(ending.begin, key)
        await ended.first.run(ending.ended, key, Receipt(), clear=True)
        assert await offered(ended) == SIX
        with refused("circle-over"):
            await joins(ended, "rosa")

    async def test_not_unless_owners_want_it(self, paired: Company) -> None:
        await paired.set_up(UNWANTED)
        await end(paired, *TWOS)
        assert await all_of(paired.first, "circles") == []

    async def test_never_to_a_programme_owner(self, paired: Company) -> None:
        await change(paired.unbound, "programmes", "p1", owners=("mia", "otto"))
        await end(paired, *TWOS)
        assert await offered(paired) == [who for who in SIX if who != "mia"]
        with refused("circle-over"):
            await joins(paired, "mia")

    async def test_not_beside_the_thanks_of_that_day(self, ended: Company) -> None:
        await bring(ended)
        assert await told(ended.first, circle_card.name) == []

    async def test_once_each_and_not_to_who_is_in_it_already(self, ended: Company) -> None:
        await joins(ended, "mia")
        await ended.at(NOW + timedelta(days=1))
        for _ in range(2):
            await bring(ended)
        assert sorted(await told(ended.first, circle_card.name)) == [w for w in SIX if w != "mia"]

    async def test_afterwards_it_is_found_by_asking(self, ended: Company) -> None:
        await ended.at(NOW + timedelta(days=1))
        await bring(ended)
        await ended.first.run(show_each, "mia", chat_of("mia"))
        assert (await told(ended.first, circle_card.name)).count("mia") == 2


class TestJoining:
    """As the mentors' circle."""

    async def test_five_open_it_mentors_and_mentees_alike(self, community: Company) -> None:
        circle = await one(community.first, "circles", AI)
        assert circle.state is CircleState.OPEN
        assert await inside(community) == set(FIVE)
        assert await places(community) == dict.fromkeys(FIVE, Place.IN)

    async def test_nobody_reads_who_else_wants_it(self, ended: Company) -> None:
        before = await read(ended, "jan")
        await joins(ended, "mia", "nils")
        assert await read(ended, "jan") == before

    async def test_not_while_ones_tandem_runs(self, ended: Company) -> None:
        with refused("circle-over"):
            await joins(ended, "eva")

    async def test_not_once_owners_want_none_any_more(self, community: Company) -> None:
        await community.set_up(UNWANTED)
        with refused("circle-over"):
            await joins(community, "quin")
        assert (await read(community, "jan")).place is Place.IN

    async def test_not_by_whom_another_topic_has_brought_together(self, paired: Company) -> None:
        """Whoever composes the id of another community is told what all others are told."""
        await paired.first.run(are_paired, "pia", "quin", "data")
        await end(paired, *TWOS)
        circle = Circle(AI, CircleKind.TOPIC, CircleState.GATHERING, topic="ai")
        await put(paired.first, "circles", circle)
        with refused("circle-over"):
            await joins(paired, "pia")

    async def test_the_card_names_the_topic(self, ended: Company) -> None:
        said = str(render(await read(ended, "mia"), Words("de")).content)
        assert "Themenkreis: Künstliche Intelligenz" in said


class TestItsEnd:
    """A year after somebody last joined; before it, one by one."""

    async def test_it_outlives_its_cycle(self, community: Company) -> None:
        await community.first.run(end_all)
        assert (await one(community.first, "circles", AI)).state is CircleState.OPEN

    async def test_a_year_after_the_last_has_joined_it_is_archived(
        self, community: Company
    ) -> None:
        later = NOW + timedelta(days=100)
        await community.at(later)
        await joins(community, "quin")
        await carried_out(community)
        await community.at(NOW + LASTS + timedelta(hours=1))
        assert (await one(community.first, "circles", AI)).state is CircleState.OPEN
        await community.at(later + LASTS + timedelta(hours=1))
        await carried_out(community)
        circle = await one(community.first, "circles", AI)
        assert circle.state is CircleState.CLOSED
        assert community.teams.archived == {("team", circle.channel_id)}
        await community.at(later + LASTS + STAYS + timedelta(hours=2))
        assert await places(community) == {}

    async def test_one_that_never_found_its_five_is_over_then_too(self, ended: Company) -> None:
        await joins(ended, "mia")
        await ended.at(NOW + LASTS + timedelta(hours=1))
        assert (await one(ended.first, "circles", AI)).state is CircleState.CLOSED
        assert (await places(ended), await asked_for(ended.first, "archive_circle")) == ({}, [])

    async def test_one_can_still_leave(self, community: Company) -> None:
        await community.at(NOW + LASTS + timedelta(hours=1))
        await carried_out(community)
        await leaves(community, "mia")
        await carried_out(community)
        assert await inside(community) == set(FIVE) - {"mia"}

    async def test_whoever_leaves_goes_on_reading_the_channel_of_their_tandem(
        self, community: Company
    ) -> None:
        await leaves(community, "mia")
        await carried_out(community)
        assert "mia" not in await inside(community)
        assert "mia" in community.teams.people["team"]

    async def test_in_it_one_needs_its_team(self, community: Company) -> None:
        for mentor in ("jan", "pia"):
            await change(community.first, "tandems", tandem_of(mentor), team_id="elsewhere")
        assert (await needs(community, "mia"), await needs(community, "quin")) == (True, False)

    async def test_whoever_is_to_be_forgotten_is_out_first(self, community: Company) -> None:
        assert await community.first.run(has_still_to_end, "mia")
        await carried_out(community)
        assert "mia" not in await inside(community)
        assert await all_of(community.first, "circle_members", person_id="mia") == []


async def bring(company: Company) -> None:
    """What waits for a day is brought, if that is today."""
    for subject in await asked_for(company.first, "bring_card"):
        if subject.startswith(circle_card.name):
            await bring_card(company.first, subject)


async def read(company: Company, who: str) -> CircleNotice:
    found = await shown(company.first, circle_card.name, place_of(who), who)
    assert isinstance(found, CircleNotice)
    return found
