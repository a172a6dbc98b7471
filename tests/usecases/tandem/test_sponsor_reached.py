"""The sponsor, who seldom takes part, is found by their address; whom nothing reaches is named to
owners.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import ThanksState
from mentoring.usecases.common.reaching import with_hindrance
from mentoring.usecases.tandem.sponsor_thanks import (
    ask_sponsor,
    seek_sponsor,
    sponsor_thanks_card,
)
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    one,
    put,
)
from tests.usecases.tandem.sponsors import (
    DORA,
    ROUND,
    blocks,
    closed,
    ended,
    next_day,
    question,
    readers,
    seen_by_owners,
    sought,
    thanked,
)


async def test_a_sponsor_who_takes_no_part_is_looked_for_and_asked(elsewhere: Company) -> None:
    """A board member stands for the programme, and has never written to the bot."""
    await closed(elsewhere)
    assert elsewhere.chats.installed == ["dora"]
    assert (await question(elsewhere)).viewer.id == "dora"
    assert (await seen_by_owners(elsewhere)).is_reached
    await thanked(elsewhere)
    assert await readers(elsewhere) == ["eva", "jan"]


async def test_until_then_they_are_not_looked_for(elsewhere: Company) -> None:
    assert await asked_for(elsewhere.first, seek_sponsor.name) == []


async def test_looked_for_twice_they_are_asked_once(elsewhere: Company) -> None:
    await closed(elsewhere)
    await sought(elsewhere)
    await next_day(elsewhere)
    assert len(await all_of(elsewhere.first, "postings", kind=sponsor_thanks_card.name)) == 1


async def test_a_sponsor_who_alone_would_be_thanked_is_not_asked(elsewhere: Company) -> None:
    await ended(elsewhere, 2, "dora", "dora")
    await elsewhere.first.run(ask_sponsor)
    await sought(elsewhere)
    assert await all_of(elsewhere.first, "sponsor_thanks") == []


@pytest.mark.parametrize("refused_call", ["find", "profile", "install"])
async def test_while_microsoft_365_is_away_they_are_looked_for_again(
    elsewhere: Company, refused_call: str
) -> None:
    service = elsewhere.chats if refused_call == "install" else elsewhere.people
    service.refuses[refused_call] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await closed(elsewhere)
    del service.refuses[refused_call]
    await sought(elsewhere)
    assert (await one(elsewhere.first, "sponsor_thanks", ROUND)).author_id == "dora"


async def not_known(company: Company) -> None:
    del company.people.profiles["dora"]


async def not_clear(company: Company) -> None:
    two = replace(company.people.profiles["dora"], id="dora2")
    company.people.profiles[two.id] = two


async def not_reached(company: Company) -> None:
    company.chats.absent.add("dora")


async def without_address(company: Company) -> None:
    named = DORA.model_copy(update={"email": ""})
    await company.set_up(Programme(name="Tandem Nord", sponsor=named))


@pytest.mark.parametrize("missing", [not_known, not_clear, not_reached, without_address])
async def test_a_sponsor_whom_nothing_reaches_is_named_to_owners(
    elsewhere: Company, missing: Callable[[Company], Awaitable[None]]
) -> None:
    await missing(elsewhere)
    await closed(elsewhere)
    assert await all_of(elsewhere.first, "postings", kind=sponsor_thanks_card.name) == []
    assert not (await seen_by_owners(elsewhere)).is_reached


async def test_whoever_has_removed_the_bot_does_not_get_it_again(sponsored: Company) -> None:
    dora = with_hindrance(await one(sponsored.unbound, "people", "dora"), "app-removed")
    await put(sponsored.unbound, "people", replace(dora, conversation=""))
    await closed(sponsored)
    assert sponsored.chats.installed == []
    assert not (await seen_by_owners(sponsored)).is_reached


async def test_whoever_blocks_the_bot_once_asked_stays_asked_no_longer(sponsored: Company) -> None:
    """Owners read it in the receipt, and nothing waits for an answer for ever."""
    await closed(sponsored)
    await blocks(sponsored)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).state is ThanksState.UNREACHABLE
    assert not (await seen_by_owners(sponsored)).is_reached


async def test_from_the_card_they_have_got_they_thank_all_the_same(sponsored: Company) -> None:
    await closed(sponsored)
    await blocks(sponsored)
    await thanked(sponsored)
    assert await readers(sponsored) == ["eva", "jan"]
