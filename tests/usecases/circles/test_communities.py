"""Communities: for the topic that a tandem had, offered at its planned end, archived a year after
somebody last joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import LASTS, STAYS, CircleState, Place, member_id, topic_circle_id
from mentoring.domain.intervention import Receipt
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.circles.card import CircleNotice, circle_card
from mentoring.usecases.circles.offering import show_each
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.launch.team_needs import needs_team
from mentoring.usecases.launch.with_the_cycle import end_all
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.circles import mentors
from tests.usecases.circles.mentors import carried_out, offered, with_circles
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    refused,
    send_all,
    shown,
    told,
)
from tests.usecases.ports import chat_of

AI = topic_circle_id(FIRST, "ai")
WANTED = Programme(name="Tandem Nord", communities=True)
UNWANTED = Programme(name="Tandem Nord")
TWOS = (("jan", "mia"), ("nils", "olaf"), ("pia", "quin"))
SIX = sorted(who for two in TWOS for who in two)
FIVE = SIX[:5]
joins, leaves = partial(mentors.joins, circle=AI), partial(mentors.leaves, circle=AI)


@pytest.fixture
async def paired(company: Company) -> Company:
    """Three tandems run, each of which has had a session about AI; owners want communities."""
    await with_circles(company)
    await company.set_up(WANTED)
    for two in TWOS:
        for role, who in zip((Role.MENTOR, Role.MENTEE), two, strict=True):
            await enrol(company.first, role, who)
        await company.first.run(_paired, *two)
    return company


@pytest.fixture
async def ended(paired: Company) -> Company:
    """All three have come to their planned end."""
    await end(paired, *TWOS)
    await send_all(paired.first)
    return paired


@pytest.fixture
async def standing(ended: Company) -> Company:
    """Five are in the community."""
    await joins(ended, *FIVE)
    await carried_out(ended)
    return ended


def _paired(uow: UnitOfWork, moment: Moment, mentor: str, mentee: str, topic: str = "ai") -> None:
    key, now = tandem_of(mentor), moment.now
    made = Tandem(key, 10, "run-1:9", mentor, mentee, TandemState.LAUNCHED, now, now)
    uow.tandems.put(replace(made, team_id="team", launch_id="launch-1"))
    start = now - timedelta(days=3)
    uow.sessions.put(Session(session_id(key, 1), key, 1, start, 120, "kept", start=start))
    uow.kit_choices.put(KitChoice(session_id(key, 1), key, f"{topic}-1", topic))


def tandem_of(mentor: str) -> str:
    return f"{FIRST}.tandem-of-{mentor}"


async def end(company: Company, *twos: tuple[str, str]) -> None:
    for mentor, _ in twos:
        key = tandem_of(mentor)
        await company.first.run(lambda uow, _, it: ending.close(uow, it), key)
        await company.first.run(closing.ended, "", key, clear=True)
    await catch_up(company.unbound)


def kits_of(twos: Sequence[tuple[str, str]]) -> list[str]:
    return [session_id(tandem_of(mentor), 1) for mentor, _ in twos]


def place_of(who: str) -> str:
    return member_id(AI, who)


async def places(company: Company) -> dict[str, str]:
    rows = await all_of(company.first, "circle_members", circle_id=AI)
    return {each.person_id: each.state for each in rows}


async def inside(company: Company) -> set[str]:
    circle = await one(company.first, "circles", AI)
    return company.teams.inside.get(circle.channel_id, set())


async def needs(company: Company, who: str) -> bool:
    return await company.first.read(lambda uow, _, w: needs_team(uow, "team", w), who)


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
        await paired.first.run(_paired, "pia", "quin", "data")
        await end(paired, *TWOS)
        assert await offered(paired) == []

    async def test_not_after_an_end_before_its_time(self, ended: Company) -> None:
        await ended.first.run(_paired, "rosa", "dora")
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

    async def test_five_open_it_mentors_and_mentees_alike(self, standing: Company) -> None:
        circle = await one(standing.first, "circles", AI)
        assert circle.state is CircleState.OPEN
        assert await inside(standing) == set(FIVE)
        assert await places(standing) == dict.fromkeys(FIVE, Place.IN)

    async def test_nobody_reads_who_else_wants_it(self, ended: Company) -> None:
        before = await read(ended, "jan")
        await joins(ended, "mia", "nils")
        assert await read(ended, "jan") == before

    async def test_not_while_ones_tandem_runs(self, ended: Company) -> None:
        with refused("circle-over"):
            await joins(ended, "eva")

    async def test_not_once_owners_want_none_any_more(self, standing: Company) -> None:
        await standing.set_up(UNWANTED)
        with refused("circle-over"):
            await joins(standing, "quin")
        assert (await read(standing, "jan")).place is Place.IN

    async def test_the_card_names_the_topic(self, ended: Company) -> None:
        said = str(render(await read(ended, "mia"), Words("de")).content)
        assert "Themenkreis: Künstliche Intelligenz" in said


class TestItsEnd:
    """A year after somebody last joined; before it, one by one."""

    async def test_it_outlives_its_cycle(self, standing: Company) -> None:
        await standing.first.run(end_all)
        assert (await one(standing.first, "circles", AI)).state is CircleState.OPEN

    async def test_a_year_after_the_last_has_joined_it_is_archived(self, standing: Company) -> None:
        later = NOW + timedelta(days=100)
        await standing.at(later)
        await joins(standing, "quin")
        await carried_out(standing)
        await standing.at(NOW + LASTS + timedelta(hours=1))
        assert (await one(standing.first, "circles", AI)).state is CircleState.OPEN
        await standing.at(later + LASTS + timedelta(hours=1))
        await carried_out(standing)
        circle = await one(standing.first, "circles", AI)
        assert circle.state is CircleState.CLOSED
        assert standing.teams.archived == {("team", circle.channel_id)}
        await standing.at(later + LASTS + STAYS + timedelta(hours=2))
        assert await places(standing) == {}

    async def test_one_that_never_found_its_five_is_over_then_too(self, ended: Company) -> None:
        await joins(ended, "mia")
        await ended.at(NOW + LASTS + timedelta(hours=1))
        assert (await one(ended.first, "circles", AI)).state is CircleState.CLOSED
        assert (await places(ended), await asked_for(ended.first, "archive_circle")) == ({}, [])

    async def test_one_can_still_leave(self, standing: Company) -> None:
        await standing.at(NOW + LASTS + timedelta(hours=1))
        await carried_out(standing)
        await leaves(standing, "mia")
        await carried_out(standing)
        assert await inside(standing) == set(FIVE) - {"mia"}

    async def test_whoever_leaves_goes_on_reading_the_channel_of_their_tandem(
        self, standing: Company
    ) -> None:
        await leaves(standing, "mia")
        await carried_out(standing)
        assert "mia" not in await inside(standing)
        assert "mia" in standing.teams.people["team"]

    async def test_in_it_one_needs_its_team(self, standing: Company) -> None:
        for mentor in ("jan", "pia"):
            await change(standing.first, "tandems", tandem_of(mentor), team_id="elsewhere")
        assert (await needs(standing, "mia"), await needs(standing, "quin")) == (True, False)

    async def test_whoever_is_to_be_forgotten_is_out_first(self, standing: Company) -> None:
        assert await standing.first.run(has_still_to_end, "mia")
        await carried_out(standing)
        assert "mia" not in await inside(standing)
        assert await all_of(standing.first, "circle_members", person_id="mia") == []


async def bring(company: Company) -> None:
    """What waits for a day is brought, if that is today."""
    for subject in await asked_for(company.first, "bring_card"):
        if subject.startswith(circle_card.name):
            await bring_card(company.first, subject)


async def read(company: Company, who: str) -> CircleNotice:
    found = await shown(company.first, circle_card.name, place_of(who), who)
    assert isinstance(found, CircleNotice)
    return found
