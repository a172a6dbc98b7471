"""A message always comes to show the newest state, whoever writes into it and in whatever order;
one refusal forgets none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Refusal,
    Rejected,
    Unavailable,
    Undeliverable,
)
from mentoring.domain.posting import Posting, Written
from mentoring.ports.messenger import Chat, Sent
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS, somebody_hears
from mentoring.usecases.common.until_seen import UNTIL_SEEN
from mentoring.usecases.common.updating import GONE, behind, show_anew, update_again, updated
from tests.usecases.common.posted import CHANNEL_GONE, POSTING
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
)
from tests.usecases.ports import chat_of


@dataclass
class Messages:
    """Messages that show the version that they are said to have been given."""

    version: int = 2
    given: list[str] = field(default_factory=list)

    async def install(self, person_id: str) -> Chat:
        raise NotThere(person_id)

    async def post(self, posting: Posting) -> Sent:
        raise NotThere(posting.id)

    async def update(self, posting: Posting) -> int:
        self.given.append(posting.id)
        return self.version


async def with_messages(world: World, messages: Messages) -> World:
    await world.store.run(lambda uow: uow.postings.put(POSTING))
    return replace(world, messenger=cast("Any", messages))


async def standing(world: World) -> Posting | None:
    return await world.store.read(lambda uow: uow.postings.get(POSTING.id))


async def noted(world: World) -> list[str]:
    """Bring the message up to date and note it; what is behind then."""
    return await note(
        world, await show_anew(world, POSTING), over=(await standing(world) or POSTING).shown
    )


async def note(world: World, version: int, *, over: int) -> list[str]:
    """Note a version that was put over another one; what is behind then."""
    return await world.run(updated, {POSTING.id: Written(version, frozenset({over}))})


async def test_a_message_that_got_the_newest_card_is_no_longer_behind(world: World) -> None:
    there = await with_messages(world, Messages(version=2))
    assert await noted(there) == []
    assert await there.store.read(behind) == []


async def test_a_message_that_was_overtaken_while_it_was_updated_is_behind_again(
    world: World,
) -> None:
    there = await with_messages(world, Messages(version=2))
    await there.store.run(lambda uow: uow.postings.put(replace(POSTING, wanted=3)))
    assert await noted(there) == [POSTING.id]
    assert [each.id for each in await there.store.read(behind)] == [POSTING.id]


async def test_if_two_replicas_wrote_into_a_message_it_gets_the_newest_once_more(
    world: World,
) -> None:
    """One wrote version 3 and noted it; the other one's version 2 was on its way and may have
    arrived after it.
    """
    there = await with_messages(world, Messages(version=2))
    await there.store.run(lambda uow: uow.postings.put(replace(POSTING, wanted=3, shown=3)))
    assert await note(there, 2, over=1) == [POSTING.id]
    assert (await standing(there) or POSTING).shown == 2
    assert await noted(replace(there, messenger=cast("Any", Messages(version=3)))) == []


async def test_also_if_the_older_version_was_noted_first(world: World) -> None:
    """The other replica's version 2 may have arrived after this one's version 3, and was noted
    before it.
    """
    there = await with_messages(world, Messages(version=3))
    await there.store.run(lambda uow: uow.postings.put(replace(POSTING, wanted=3)))
    await note(there, 2, over=1)
    assert await note(there, 3, over=1) == [POSTING.id]
    assert await noted(there) == []


async def test_if_two_replicas_wrote_the_same_into_a_message_it_is_up_to_date(world: World) -> None:
    there = await with_messages(world, Messages())
    await note(there, 2, over=1)
    assert await note(there, 2, over=1) == []


async def test_what_is_noted_of_a_forgotten_message_is_nothing(world: World) -> None:
    assert await world.run(updated, {"forgotten": Written(2, frozenset())}) == []


async def test_what_is_behind_is_worked_off_in_portions(programmes: Company) -> None:
    old = [replace(POSTING, id=f"card-{number}") for number in range(3)]
    await put(programmes.first, "postings", *old, replace(POSTING, id="true", shown=2))
    assert [
        each.id for each in await programmes.unbound.store.read(lambda uow: behind(uow, 2))
    ] == ["card-0", "card-1"]


DELETED = NotThere("404", GONE)


class TestRefusedUpdates:
    """One refusal says little: the message stands there, and its buttons are pressed."""

    async def refused(self, company: Company, why: OutsideError, **where: Any) -> None:
        """The sender is refused; then it is behind no more, and is tried again in a moment."""
        await put(company.first, "postings", replace(POSTING, person_id="eva", **where))
        company.chats.refuses["update"] = why
        assert await show_anew(company.first, await self.card(company)) == 0

    async def card(self, company: Company) -> Posting:
        found: Posting = await one(company.first, "postings", POSTING.id)
        return found

    async def again(self, company: Company, why: OutsideError | None = None) -> None:
        company.chats.refuses = {"update": why} if why else {}
        await update_again(company.first, POSTING.id)

    async def test_of_somebody_who_is_erased_meanwhile_nothing_is_noted(
        self, programmes: Company
    ) -> None:
        """The order to try it again bore their id, and was left."""
        programmes.chats.refuses["update"] = NotThere("404")
        assert await show_anew(programmes.first, replace(POSTING, person_id="eva")) == 0
        assert await all_of(programmes.first, "effects") == []

    @pytest.mark.parametrize(
        "why", [DELETED, NotThere("404"), NotAllowed("403"), Rejected("400"), CHANNEL_GONE]
    )
    async def test_it_is_tried_again_and_then_true(
        self, programmes: Company, why: OutsideError
    ) -> None:
        """Its row was deleted, so whoever pressed it read that it was old."""
        await self.refused(programmes, why)
        assert await programmes.first.store.read(behind) == []
        (effect,) = await all_of(programmes.first, "effects", kind=update_again.name)
        assert effect.not_before == programmes.clock.moment + UNTIL_SEEN[0]
        await self.again(programmes)
        assert [each.id for each in programmes.chats.updates] == [POSTING.id]
        assert (await self.card(programmes)).shown == 2

    async def test_what_changes_meanwhile_has_it_tried_once_more_and_not_twice(
        self, programmes: Company
    ) -> None:
        await self.refused(programmes, NotThere("404"))
        await change(programmes.first, "postings", POSTING.id, wanted=3)
        assert await show_anew(programmes.first, await self.card(programmes)) == 0
        assert len(await asked_for(programmes.first, update_again.name)) == 1

    async def test_one_that_somebody_has_deleted_is_forgotten_at_the_second_look(
        self, programmes: Company
    ) -> None:
        await self.refused(programmes, DELETED)
        assert await all_of(programmes.first, "postings")
        await self.again(programmes, DELETED)
        assert await all_of(programmes.first, "postings") == []
        await self.again(programmes)

    @pytest.mark.parametrize("why", [NotThere("404"), NotAllowed("403"), Rejected("400")])
    async def test_what_is_refused_for_good_is_repeated_until_owners_hear_of_it(
        self, programmes: Company, why: OutsideError
    ) -> None:
        await self.refused(programmes, why)
        with pytest.raises(type(why), match=str(why)):
            await self.again(programmes, why)
        assert await all_of(programmes.first, "postings")
        assert EFFECTS[update_again.name].given_up is somebody_hears

    async def test_a_channel_that_is_gone_shuts_nobody_out(self, programmes: Company) -> None:
        """It ended in the log; now it is repeated until owners hear of it, or the channel is
        there again.
        """
        await self.refused(programmes, CHANNEL_GONE, conversation="19:channel")
        with pytest.raises(Undeliverable, match="ConversationNotFound"):
            await self.again(programmes, CHANNEL_GONE)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == ""

    async def test_a_chat_that_is_gone_shuts_its_person_out_only_after_a_while(
        self, programmes: Company
    ) -> None:
        """Teams may not see a chat for some minutes; after five seconds they were shut out."""
        await self.refused(programmes, CHANNEL_GONE, conversation=chat_of("eva").conversation)
        for pause in UNTIL_SEEN:
            assert (await one(programmes.first, "people", "eva")).profile.hindrance == ""
            (effect,) = await all_of(
                programmes.first, "effects", kind=update_again.name, done=False
            )
            assert effect.not_before == programmes.clock.moment + pause
            programmes.clock.moment = effect.not_before
            await self.again(programmes, CHANNEL_GONE)
            await change(programmes.first, "effects", effect.id, done=True)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == "chat-gone"
        assert await all_of(programmes.first, "effects", done=False) == []
        await self.again(programmes)
        assert programmes.chats.updates == [], "nothing reaches her"

    async def test_a_chat_that_is_seen_again_in_the_end_is_brought_up_to_date(
        self, programmes: Company
    ) -> None:
        await self.refused(programmes, CHANNEL_GONE, conversation=chat_of("eva").conversation)
        for _ in UNTIL_SEEN[1:]:
            await self.again(programmes, CHANNEL_GONE)
        await self.again(programmes)
        assert (await self.card(programmes)).shown == 2
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == ""

    async def test_each_change_is_tried_for_as_long_as_the_first(self, programmes: Company) -> None:
        """What was refused months ago says nothing about today."""
        await self.refused(programmes, CHANNEL_GONE, conversation=chat_of("eva").conversation)
        for _ in UNTIL_SEEN[1:]:
            await self.again(programmes, CHANNEL_GONE)
        for effect in await all_of(programmes.first, "effects"):
            await change(programmes.first, "effects", effect.id, done=True)
        await change(programmes.first, "postings", POSTING.id, wanted=3)
        assert await show_anew(programmes.first, await self.card(programmes)) == 0
        for _ in UNTIL_SEEN[1:]:
            await self.again(programmes, CHANNEL_GONE)
            assert (await one(programmes.first, "people", "eva")).profile.hindrance == ""

    async def test_who_has_blocked_the_bot_has_at_once(self, programmes: Company) -> None:
        blocked = Undeliverable("403 ConversationBlockedByUser", "blocked")
        await self.refused(programmes, blocked, conversation=chat_of("eva").conversation)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == "blocked"
        assert await asked_for(programmes.first, update_again.name) == []


async def test_what_ends_with_its_try_is_no_fault_and_any_other_is(programmes: Company) -> None:
    """Each end of a try left errors in the log that asked for somebody to look."""
    programmes.chats.refuses["update"] = cast("Any", Refusal("gone"))
    assert await show_anew(programmes.first, POSTING) == 0
    await put(programmes.first, "postings", POSTING)
    with refused("gone"):
        await show_anew(programmes.first, POSTING)


async def test_while_teams_is_away_nothing_is_forgotten(programmes: Company) -> None:
    await put(programmes.first, "postings", POSTING)
    programmes.chats.refuses["update"] = Unavailable("later")
    with pytest.raises(Unavailable, match="later"):
        await show_anew(programmes.first, POSTING)
    assert len(await all_of(programmes.first, "postings")) == 1
