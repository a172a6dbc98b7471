"""The circle is offered from five mentors up, once each; who asks for it gets it."""

from __future__ import annotations

import pytest

from mentoring.domain.circle import CircleState
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.circles.offering import show, show_each
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.polls.after_session import WHEN_OVER
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.circles.mentors import (
    CIRCLE,
    MENTORS,
    UNWANTED,
    WANTED,
    joins,
    launches,
    offered,
    place_of,
    with_circles,
)
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    refused,
    told,
)
from tests.usecases.ports import chat_of


class TestOffering:
    """From five mentors up, once each."""

    async def test_four_are_too_few(self, company: Company) -> None:
        await with_circles(company)
        await launches(company, *MENTORS[:4])
        assert await all_of(company.first, "circles") == []
        assert await offered(company) == []

    async def test_the_fifth_brings_it_to_all_five(self, mentors: Company) -> None:
        assert await offered(mentors) == sorted(MENTORS)

    async def test_whoever_comes_later_is_offered_it_alone(self, mentors: Company) -> None:
        await launches(mentors, "quin")
        assert await offered(mentors) == sorted([*MENTORS, "quin"])

    async def test_not_unless_owners_want_it(self, company: Company) -> None:
        await with_circles(company)
        await company.set_up(UNWANTED)
        await launches(company, *MENTORS)
        assert await all_of(company.first, "circles") == []

    async def test_never_to_a_programme_owner(self, company: Company) -> None:
        await with_circles(company)
        await change(company.unbound, "programmes", "p1", owners=("mia", "otto"))
        await launches(company, *MENTORS)
        assert "mia" not in await offered(company)
        with refused("circle-over"):
            await joins(company, "mia")

    async def test_switched_on_later_the_next_session_brings_it(self, company: Company) -> None:
        await with_circles(company)
        await company.set_up(UNWANTED)
        await launches(company, *MENTORS)
        await company.set_up(WANTED)
        for rule in WHEN_OVER:
            await company.first.run(rule, await one(company.first, "tandems", TANDEM))
        await catch_up(company.unbound)
        assert await offered(company) == sorted(MENTORS)

    async def test_once_each_and_not_to_who_is_in_it_already(self, mentors: Company) -> None:
        await joins(mentors, "mia")
        for _ in range(2):
            for subject in await asked_for(mentors.first, "bring_card"):
                if subject.startswith(circle_card.name):
                    await bring_card(mentors.first, subject)
        brought = {*await told(mentors.first, circle_card.name)}
        assert brought == {*MENTORS} - {"mia"}
        cards = await all_of(mentors.first, "postings", kind=circle_card.name)
        assert len(cards) == len(brought)


class TestShowing:
    """To whom it is for, whenever they ask."""

    async def test_a_mentor_gets_it(self, mentors: Company) -> None:
        await mentors.first.run(show_each, "mia", chat_of("mia"))
        assert await told(mentors.first, circle_card.name) == ["mia"]

    @pytest.mark.parametrize("who", ["eva", "quin"])
    async def test_nobody_else_does(self, mentors: Company, who: str) -> None:
        with refused("circle-none"):
            await mentors.first.run(show_each, who, chat_of(who))

    async def test_nobody_sees_another_ones_place(self, mentors: Company) -> None:
        with refused("not-yours"):
            await mentors.first.run(show, place_of("mia"), "jan", chat_of("jan"))

    async def test_once_archived_those_in_it_still_find_it(self, standing: Company) -> None:
        await change(standing.first, "circles", CIRCLE, state=CircleState.CLOSED)
        await launches(standing, "quin")
        await standing.first.run(show_each, "mia", chat_of("mia"))
        with refused("circle-none"):
            await standing.first.run(show_each, "quin", chat_of("quin"))
