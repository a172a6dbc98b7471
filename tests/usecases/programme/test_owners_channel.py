"""Owners are told something unasked in their channel, once the bot has been heard there."""

from __future__ import annotations

import pytest

from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Fact
from mentoring.ports.messenger import Chat
from mentoring.usecases.programme.owners_channel import heard_in, owners_chat
from tests.usecases.company import FIRST, SECOND, Company, change, one, put
from tests.usecases.ports import SERVICE

CHANNEL = Chat("19:channel;messageid=1", SERVICE)
ROOT = Chat("19:channel", SERVICE)


async def chat(company: Company, cycle: str = FIRST) -> Chat | None:
    return await company.unbound.of(cycle).read(owners_chat)


async def launched(company: Company, *conversations: str) -> None:
    """Cards of launches stand in these conversations."""
    cards = [Posting(f"launch-{n}", "launch", f"l{n}", "otto", where, SERVICE) for n, where in enumerate(conversations)]
    await put(company.first, "postings", *cards)


async def test_before_anything_was_heard_there_is_none(programmes: Company) -> None:
    assert await chat(programmes) is None


async def test_it_is_learnt_from_where_the_bot_was_spoken_to(programmes: Company) -> None:
    """A reply in a thread names the thread's message, too."""
    await programmes.first.run(heard_in, CHANNEL)
    assert await chat(programmes) == ROOT
    assert await chat(programmes, SECOND) is None


async def test_the_channel_in_which_it_was_set_up_stays_the_owners(programmes: Company) -> None:
    await programmes.first.run(heard_in, CHANNEL)
    await programmes.first.run(heard_in, Chat("19:elsewhere", SERVICE))
    assert await chat(programmes) == ROOT


async def test_another_service_address_counts_from_now_on(programmes: Company) -> None:
    await programmes.first.run(heard_in, CHANNEL)
    await programmes.first.run(heard_in, Chat("19:channel", "https://moved.example/"))
    assert await chat(programmes) == Chat("19:channel", "https://moved.example/")


async def test_heard_again_nothing_changes(programmes: Company) -> None:
    await programmes.first.run(heard_in, CHANNEL)
    before = await one(programmes.unbound, "programmes", "p1")
    await programmes.first.run(heard_in, CHANNEL)
    assert await one(programmes.unbound, "programmes", "p1") == before


async def test_a_channel_that_the_operator_named_needs_an_address(programmes: Company) -> None:
    """Any address of the service at which the bot was heard will do."""
    await change(programmes.unbound, "programmes", "p1", channel="19:named")
    assert await chat(programmes) is None
    await put(programmes.unbound, "facts", Fact("service_url", SERVICE))
    assert await chat(programmes) == Chat("19:named", SERVICE)


@pytest.mark.parametrize(
    ("conversations", "found"),
    [((), None), (("",), None), (("19:first", "19:last;messageid=2"), Chat("19:last", SERVICE))],
)
async def test_else_it_is_where_they_launched_last(
    programmes: Company, conversations: tuple[str, ...], found: Chat | None
) -> None:
    await launched(programmes, *conversations)
    assert await chat(programmes) == found


async def test_where_another_programme_launched_is_nobodys_business(programmes: Company) -> None:
    await launched(programmes, "19:first")
    assert await chat(programmes, SECOND) is None
