"""Cards: put before people once, sent once, and true from then on.

A message always comes to show the newest state, whoever writes into it and in whatever order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Unavailable,
    Undeliverable,
)
from mentoring.domain.posting import Posting, Written
from mentoring.notices import Said, View
from mentoring.ports.messenger import Chat
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS, somebody_hears
from mentoring.usecases.common.postings import (
    GONE,
    UNTIL_SEEN,
    behind,
    call_off,
    deliver,
    post,
    post_to,
    send,
    sent,
    show_anew,
    show_part,
    update_again,
    updated,
)
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.sessions.booking import tandem_card
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    person,
    put,
    refused,
    told,
)
from tests.usecases.ports import chat_of

POSTING = Posting(
    "card", "enrolment", "mentee:p1", "p1", "chat", "https://s.example/", "a", wanted=2, shown=1
)

HELP, ASKED = (
    View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
    for name in ("help", "asked")
)


@dataclass
class Messages:
    """Messages that show the version that they are said to have been given."""

    version: int = 2
    given: list[str] = field(default_factory=list)

    async def install(self, person_id: str) -> Chat:
        raise NotThere(person_id)

    async def post(self, posting: Posting) -> str:
        raise NotThere(posting.id)

    async def update(self, posting: Posting) -> int:
        self.given.append(posting.id)
        return self.version


@dataclass
class CalledOff:
    """Chats in which a card arrives while it is called off."""

    company: Company

    async def install(self, person_id: str) -> Chat:
        return await self.company.chats.install(person_id)

    async def post(self, posting: Posting) -> str:
        await self.company.first.run(
            lambda uow, _: call_off(uow, enrolment_card, POSTING.subject_id)
        )
        return await self.company.chats.post(posting)

    async def update(self, posting: Posting) -> int:
        return await self.company.chats.update(posting)


class Blinking:
    """A store that is away for the first ``times`` units that write."""

    def __init__(self, store: Any, times: int) -> None:
        self._store, self.left = store, times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def run(self, unit: Any) -> Any:
        if self.left:
            self.left -= 1
            raise Unavailable("the database is away")
        return await self._store.run(unit)


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


class TestPuttingACardBeforeSomebody:
    """Asked twice, a card is posted once; a stamp makes it another one."""

    async def test_it_is_posted_once_however_often_it_is_asked_for(
        self, programmes: Company
    ) -> None:
        for _ in range(2):
            await programmes.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
        (posting,) = await all_of(programmes.first, "postings")
        assert posting == Posting(f"tandem:{TANDEM}:eva", "tandem", TANDEM, "eva", cycle_id=FIRST)
        assert await asked_for(programmes.first, "post") == [posting.id]

    async def test_it_may_stand_elsewhere_than_in_the_persons_chat(
        self, programmes: Company
    ) -> None:
        there = chat_of("channel")
        await programmes.first.run(
            lambda uow, _: post(uow, HELP, "t", "", key="k", chat=there, view="v")
        )
        posting = await one(programmes.first, "postings", "k")
        assert (posting.conversation, posting.service_url) == (
            there.conversation,
            there.service_url,
        )
        assert (posting.page, posting.view) == (0, "v")

    async def test_many_get_it_each_once(self, programmes: Company) -> None:
        for people in (["eva", "jan"], ["jan", "ada"]):
            await programmes.first.run(lambda uow, _, to=people: post_to(uow, ASKED, "k", to))  # type: ignore[misc]  # bound per call
        assert await told(programmes.first, "asked") == ["ada", "eva", "jan"]
        assert len(await asked_for(programmes.first, "post")) == 3

    async def test_a_stamp_makes_it_another_card(self, programmes: Company) -> None:
        for stamp in ("", "monday", "monday", "tuesday"):
            await programmes.first.run(
                lambda uow, _, stamp=stamp: post_to(uow, ASKED, "k", ["eva"], stamp=stamp)  # type: ignore[misc]  # bound per stamp
            )
        assert await told(programmes.first, "asked") == ["eva"] * 3

    async def test_a_programme_sees_its_own_cards_only(self, programmes: Company) -> None:
        await programmes.second.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
        assert await told(programmes.first, "tandem") == []
        with refused("stale"):
            await programmes.first.run(
                lambda uow, _: show_part(uow, tandem_card, TANDEM, f"tandem:{TANDEM}:eva", "", 1)
            )

    async def test_only_the_card_of_this_view_and_subject_is_turned(
        self, programmes: Company
    ) -> None:
        """issue 12, D7: an owner could turn a card of their own of any kind to a part that it does
        not have.
        """
        await put(programmes.first, "postings", POSTING)
        for shown, subject in ((tandem_card, POSTING.subject_id), (enrolment_card, "mentee:p2")):
            with refused("stale"):
                await programmes.first.run(
                    lambda uow, _, view=shown, about=subject: show_part(
                        uow, view, about, POSTING.id, "hand", 1
                    )  # type: ignore[misc]
                )
        assert (await one(programmes.first, "postings", POSTING.id)).view == ""


class TestSending:
    """A card goes to the chat that it names, or to its person's own."""

    async def sent_to(self, company: Company) -> list[str]:
        await deliver(company.first, POSTING.id)
        return [message.conversation for message in company.chats.messages]

    async def wanted(self, company: Company, **where: Any) -> None:
        fresh = replace(POSTING, person_id="eva", activity_id="", shown=0, conversation="")
        await put(company.first, "postings", replace(fresh, **where))

    async def test_it_goes_to_the_persons_chat_and_is_true_then(self, programmes: Company) -> None:
        await self.wanted(programmes)
        assert await self.sent_to(programmes) == [chat_of("eva").conversation]
        posting = await one(programmes.first, "postings", POSTING.id)
        assert (posting.activity_id, posting.wanted, posting.shown) == ("message-1", 2, 2)
        assert posting.conversation == chat_of("eva").conversation

    async def test_it_goes_where_it_is_meant_to_stand(self, programmes: Company) -> None:
        await self.wanted(programmes, conversation="19:channel")
        assert await self.sent_to(programmes) == ["19:channel"]

    async def test_it_is_sent_once(self, programmes: Company) -> None:
        await self.wanted(programmes)
        await deliver(programmes.first, POSTING.id)
        assert len(await self.sent_to(programmes)) == 1

    async def test_while_the_database_is_away_it_is_noted_again_but_not_sent_again(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """issue 13: at most one repeat per kill or dropped connection."""
        monkeypatch.setattr("mentoring.usecases.common.postings.NOTE_AGAIN_SECONDS", 0)
        await self.wanted(programmes)
        store = Blinking(programmes.first.store, times=3)
        await deliver(replace(programmes.first, store=cast("Any", store)), POSTING.id)
        posting = await one(programmes.first, "postings", POSTING.id)
        assert (store.left, len(programmes.chats.messages)) == (0, 1)
        assert posting.activity_id == "message-1"

    async def test_one_that_was_called_off_is_not_sent(self, programmes: Company) -> None:
        await self.wanted(programmes)
        await programmes.first.run(lambda uow, _: call_off(uow, enrolment_card, POSTING.subject_id))
        assert await self.sent_to(programmes) == []

    async def test_one_that_is_called_off_while_it_is_sent_stands_there_and_is_kept_true(
        self, programmes: Company
    ) -> None:
        """Otherwise it would ask for ever, and whoever presses it would read that it is gone."""
        await self.wanted(programmes)
        await deliver(replace(programmes.first, messenger=CalledOff(programmes)), POSTING.id)
        found = await one(programmes.first, "postings", POSTING.id)
        assert (found.activity_id, found.conversation) == ("message-1", "19:eva")
        assert found.is_behind, "it shows what was true before"

    async def test_without_a_chat_it_says_what_to_do(self, programmes: Company) -> None:
        await put(programmes.first, "people", person("eva", conversation=""))
        await self.wanted(programmes)
        with pytest.raises(NotThere, match="install the app for them first"):
            await deliver(programmes.first, POSTING.id)

    async def test_what_has_changed_while_it_was_sent_makes_it_behind(
        self, programmes: Company
    ) -> None:
        await self.wanted(programmes)
        seen = replace(POSTING, wanted=2)
        await change(programmes.first, "postings", POSTING.id, wanted=3)
        await programmes.first.run(lambda uow, _: sent(uow, seen, "message-1"))
        assert [each.id for each in await programmes.first.store.read(behind)] == [POSTING.id]


async def test_a_card_that_stands_in_a_chat_is_not_called_off(programmes: Company) -> None:
    unsent = replace(POSTING, id="unsent", activity_id="")
    other = replace(unsent, id="another subject", subject_id="mentee:p2")
    await put(programmes.first, "postings", POSTING, unsent, other)
    await programmes.first.run(lambda uow, _: call_off(uow, enrolment_card, POSTING.subject_id))
    left = {posting.id for posting in await all_of(programmes.first, "postings")}
    assert left == {POSTING.id, other.id}


async def test_another_part_of_a_long_subject_is_shown_once_for_a_double_click(
    programmes: Company,
) -> None:
    await put(programmes.first, "postings", POSTING)
    for _ in range(2):
        await programmes.first.run(
            lambda uow, _: show_part(
                uow, enrolment_card, POSTING.subject_id, POSTING.id, "figures", 1
            )
        )
    posting = await one(programmes.first, "postings", POSTING.id)
    assert (posting.view, posting.page, posting.wanted) == ("figures", 1, 3)


async def test_what_is_behind_is_worked_off_in_portions(programmes: Company) -> None:
    old = [replace(POSTING, id=f"card-{number}") for number in range(3)]
    await put(programmes.first, "postings", *old, replace(POSTING, id="true", shown=2))
    assert [
        each.id for each in await programmes.unbound.store.read(lambda uow: behind(uow, 2))
    ] == ["card-0", "card-1"]


DELETED = NotThere("404", GONE)
CHANNEL_GONE = Undeliverable("404 ConversationNotFound", "chat-gone")


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

    async def test_a_chat_that_is_gone_twice_shuts_its_person_out(
        self, programmes: Company
    ) -> None:
        await self.refused(programmes, CHANNEL_GONE, conversation=chat_of("eva").conversation)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == ""
        await self.again(programmes, CHANNEL_GONE)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == "chat-gone"
        await self.again(programmes)
        assert programmes.chats.updates == [], "nothing reaches her"

    async def test_who_has_blocked_the_bot_has_at_once(self, programmes: Company) -> None:
        blocked = Undeliverable("403 ConversationBlockedByUser", "blocked")
        await self.refused(programmes, blocked, conversation=chat_of("eva").conversation)
        assert (await one(programmes.first, "people", "eva")).profile.hindrance == "blocked"
        assert await asked_for(programmes.first, update_again.name) == []


@pytest.mark.parametrize("why", [NotThere("404"), Rejected("400"), CHANNEL_GONE])
async def test_a_card_for_a_channel_that_is_refused_does_not_end_in_the_log(
    programmes: Company, why: OutsideError
) -> None:
    """Owners hear of it in the end; in the log it helped nobody."""
    there = replace(POSTING, person_id="", activity_id="", shown=0, conversation="19:channel")
    await put(programmes.first, "postings", there)
    programmes.chats.refuses["post"] = why
    with pytest.raises(type(why), match=str(why)):
        await send(programmes.first, POSTING.id)
    assert EFFECTS[send.name].given_up is somebody_hears


async def test_while_teams_is_away_nothing_is_forgotten(programmes: Company) -> None:
    await put(programmes.first, "postings", POSTING)
    programmes.chats.refuses["update"] = Unavailable("later")
    with pytest.raises(Unavailable, match="later"):
        await show_anew(programmes.first, POSTING)
    assert len(await all_of(programmes.first, "postings")) == 1


async def test_what_answers_a_press_is_sent_before_a_thousand_others(company: Company) -> None:
    """Whoever presses during a launch does not wait for its cards, whatever theirs is called."""
    people = [f"p{number:04}" for number in range(1000)]
    await company.first.run(lambda uow, _: post_to(uow, enrolment_card, "s", people))
    await company.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
    now = company.clock.moment
    first = await company.first.run(lambda uow, _: uow.ready(now, 2, [send.name]))
    assert [each.subject_id for each in first] == [f"tandem:{TANDEM}:eva", "enrolment:s:p0000"]


async def test_two_cards_of_one_occasion_wait_for_nobody_too_long(company: Company) -> None:
    """They are ready at once, too; nothing is put off."""
    await company.first.run(lambda uow, _: post_to(uow, enrolment_card, "s", ("jan", "eva")))
    now = company.clock.moment
    found = await company.first.run(lambda uow, _: uow.ready(now, 5, [send.name]))
    assert [each.subject_id for each in found] == ["enrolment:s:eva", "enrolment:s:jan"]
