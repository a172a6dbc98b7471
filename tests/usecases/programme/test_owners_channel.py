"""Where owners are told something that they did not ask for: in their own channel, once the bot
knows the way there.
"""

from __future__ import annotations

from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Fact
from mentoring.ports.messenger import Chat
from mentoring.usecases.programme.owners_channel import heard_in, owners_chat
from tests.usecases.company import Company, put

SERVICE = "https://smba.example/emea/"
THREAD = Chat("19:owners;messageid=1", SERVICE)


async def way(company: Company) -> Chat | None:
    return await company.first.read(owners_chat)


async def test_nobody_is_told_before_the_bot_knows_the_way(programmes: Company) -> None:
    assert await way(programmes) is None


async def test_it_learns_the_channel_and_not_the_thread_where_it_is_spoken_to(
    programmes: Company,
) -> None:
    await programmes.first.run(heard_in, THREAD)
    assert await way(programmes) == Chat("19:owners", SERVICE)
    assert await programmes.second.read(owners_chat) is None, (
        "another programme has another channel"
    )


async def test_the_first_channel_counts_and_a_new_address_of_the_service(
    programmes: Company,
) -> None:
    await programmes.first.run(heard_in, THREAD)
    await programmes.first.run(heard_in, Chat("19:elsewhere", "https://smba.example/amer/"))
    assert await way(programmes) == Chat("19:owners", "https://smba.example/amer/")


async def test_a_named_channel_is_reached_by_the_address_at_which_teams_was_last_heard(
    programmes: Company,
) -> None:
    await programmes.first.run(heard_in, Chat("19:owners", ""))
    assert await way(programmes) is None
    await put(programmes.first, "facts", Fact("service_url", SERVICE))
    assert await way(programmes) == Chat("19:owners", SERVICE)


async def test_otherwise_it_is_where_they_launched(programmes: Company) -> None:
    launched = Posting("l", "launch", "launch-1", "otto", THREAD.conversation, THREAD.service_url)
    await put(programmes.first, "postings", launched)
    assert await way(programmes) == Chat("19:owners", SERVICE)
