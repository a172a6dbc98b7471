"""A message always comes to show the newest state, whoever writes into it and in whatever order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

from mentoring.domain.errors import NotThere
from mentoring.domain.posting import Posting
from mentoring.ports.messenger import Chat
from mentoring.ports.world import World
from mentoring.usecases.common.postings import behind, show_anew, updated

POSTING = Posting("card", "enrolment", "mentee:p1", "p1", "chat", "https://s.example/", "a", wanted=2, shown=1)


@dataclass
class Messages:
    """Messages that show the version that they are said to have been given; a gone one cannot be updated."""

    version: int = 2
    gone: bool = False
    given: list[str] = field(default_factory=list)

    async def install(self, person_id: str) -> Chat:
        raise NotThere(person_id)

    async def post(self, posting: Posting) -> str:
        raise NotThere(posting.id)

    async def update(self, posting: Posting) -> int:
        if self.gone:
            raise NotThere(posting.id)
        self.given.append(posting.id)
        return self.version


async def with_messages(world: World, messages: Messages) -> World:
    await world.store.run(lambda uow: uow.postings.put(POSTING))
    return replace(world, messenger=cast("Any", messages))


async def standing(world: World) -> Posting | None:
    return await world.store.read(lambda uow: uow.postings.get(POSTING.id))


async def noted(world: World) -> list[str]:
    """Bring the message up to date and note it; what is behind then."""
    return await world.run(updated, {POSTING.id: await show_anew(world, POSTING)})


async def test_a_message_that_got_the_newest_card_is_no_longer_behind(world: World) -> None:
    there = await with_messages(world, Messages(version=2))
    assert await noted(there) == []
    assert await there.read(behind) == []


async def test_a_message_that_was_overtaken_while_it_was_updated_is_behind_again(world: World) -> None:
    there = await with_messages(world, Messages(version=2))
    await there.store.run(lambda uow: uow.postings.put(replace(POSTING, wanted=3)))
    assert await noted(there) == [POSTING.id]
    assert [each.id for each in await there.read(behind)] == [POSTING.id]


async def test_if_two_replicas_wrote_into_a_message_it_gets_the_newest_once_more(world: World) -> None:
    """One wrote version 3 and noted it; the other one's version 2 was on its way and may have arrived after it."""
    there = await with_messages(world, Messages(version=2))
    await there.store.run(lambda uow: uow.postings.put(replace(POSTING, wanted=3, shown=3)))
    assert await noted(there) == [POSTING.id]
    assert (await standing(there) or POSTING).shown == 2
    assert await noted(replace(there, messenger=cast("Any", Messages(version=3)))) == []


async def test_a_message_that_is_gone_is_forgotten(world: World) -> None:
    there = await with_messages(world, Messages(gone=True))
    assert await show_anew(there, POSTING) == 0
    assert await standing(there) is None


async def test_what_is_noted_of_a_forgotten_message_is_nothing(world: World) -> None:
    assert await world.run(updated, {"forgotten": 2}) == []
