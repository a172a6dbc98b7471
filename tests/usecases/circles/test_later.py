"""Whom nothing reached at the end of their tandem, or whose cards are gone by now, may join a
community all the same, as long as it stands (issue 15).
"""

from __future__ import annotations

from datetime import timedelta

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.circles.offering import show_each
from mentoring.usecases.common.shown_again import show_what_is_for_later
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.privacy.retention import erase_in_cycle
from tests.usecases.circles.communities import (
    FIVE,
    SIX,
    inside,
    joins,
    leaves,
    needs,
    place_of,
    tandem_of,
)
from tests.usecases.circles.mentors import carried_out
from tests.usecases.company import NOW, Company, change, send_all, shown, told
from tests.usecases.ports import chat_of


async def cards_go(company: Company) -> None:
    """Four weeks after the end; what they have answered has gone two weeks before."""
    for days in (15, 29):
        await company.at(NOW + timedelta(days=days))
        for who in SIX:
            await company.first.run(erase_in_cycle, who, NOW)
    assert await told(company.first, thanks_card.name) == []


async def says_hello(company: Company, who: str) -> bool:
    return await company.first.run(show_what_is_for_later, who, chat_of(who))


async def test_whose_cards_are_gone_finds_it_and_joins(ended: Company) -> None:
    await cards_go(ended)
    await ended.first.run(show_each, "mia", chat_of("mia"))
    assert await told(ended.first, circle_card.name) == ["mia"]
    await joins(ended, *FIVE)
    await carried_out(ended)
    assert await inside(ended) == set(FIVE)


async def test_who_is_reached_only_then_reads_of_it_with_the_next_word(ended: Company) -> None:
    await cards_go(ended)
    assert await says_hello(ended, "mia")
    assert await told(ended.first, circle_card.name) == ["mia"]
    await send_all(ended.first)
    assert not await says_hello(ended, "mia"), "once is enough"


async def test_not_who_is_in_it(community: Company) -> None:
    await cards_go(community)
    assert not await says_hello(community, "mia")


async def test_whoever_is_in_it_leaves_once_the_card_is_forgotten(community: Company) -> None:
    await cards_go(community)
    await community.first.run(show_each, "mia", chat_of("mia"))
    assert await told(community.first, circle_card.name) == ["mia"]
    card = await shown(community.first, circle_card.name, place_of("mia"), "mia")
    assert Words("en").text("circle-leave") in str(render(card, Words("en")).content)
    await leaves(community, "mia")
    await carried_out(community)
    assert "mia" not in await inside(community)


async def test_not_after_an_end_before_its_time(ended: Company) -> None:
    await change(ended.first, "tandems", tandem_of("jan"), as_planned=False)
    await cards_go(ended)
    assert not await says_hello(ended, "mia")


async def test_still_a_member_of_the_team_of_the_channel_to_read(ended: Company) -> None:
    await cards_go(ended)
    assert await needs(ended, "mia")
