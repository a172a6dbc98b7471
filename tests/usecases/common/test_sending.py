"""A card is sent once, to where it belongs, and is true then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from mentoring.domain.errors import (
    NotThere,
    OutsideError,
    Rejected,
    Unavailable,
)
from mentoring.domain.posting import Posting
from mentoring.ports.messenger import Sent
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import EFFECTS, somebody_hears
from mentoring.usecases.common.postings import call_off, post, post_to
from mentoring.usecases.common.sending import deliver, send, sent
from mentoring.usecases.common.unsending import unsend
from mentoring.usecases.common.updating import behind
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.common.posted import CHANNEL_GONE, POSTING
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    person,
    put,
)
from tests.usecases.ports import chat_of


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
        monkeypatch.setattr("mentoring.ports.repeating.WRITTEN_AGAIN_SECONDS", 0)
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
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Otherwise it would ask for ever, and whoever presses it would read that it is gone."""
        await self.wanted(programmes)
        post, subject = programmes.chats.post, POSTING.subject_id

        async def called_off_meanwhile(posting: Posting) -> Sent:
            await programmes.first.run(lambda uow, _: call_off(uow, enrolment_card, subject))
            return await post(posting)

        monkeypatch.setattr(programmes.chats, "post", called_off_meanwhile)
        await deliver(programmes.first, POSTING.id)
        found = await one(programmes.first, "postings", POSTING.id)
        assert (found.activity_id, found.conversation) == ("message-1", "19:eva")
        assert found.is_behind, "it shows what was true before"

    async def test_one_whose_person_is_erased_while_it_is_sent_is_taken_back(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await self.wanted(programmes)
        post = programmes.chats.post

        async def erased_meanwhile(posting: Posting) -> Sent:
            await programmes.first.run(_erased)
            return await post(posting)

        monkeypatch.setattr(programmes.chats, "post", erased_meanwhile)
        await deliver(programmes.first, POSTING.id)
        [where] = await all_of(programmes.first, "postings")
        assert (where.activity_id, where.person_id, where.subject_id) == ("message-1", "", "")
        assert await asked_for(programmes.first, unsend.name) == [where.id]

    async def test_what_has_changed_before_it_was_drawn_does_not_make_it_behind(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It was edited at once into what it showed already."""
        await self.wanted(programmes)
        post = programmes.chats.post

        async def drawn_later(posting: Posting) -> Sent:
            await change(programmes.first, "postings", POSTING.id, wanted=3)
            return replace(await post(posting), version=3)

        monkeypatch.setattr(programmes.chats, "post", drawn_later)
        await deliver(programmes.first, POSTING.id)
        found = await one(programmes.first, "postings", POSTING.id)
        assert (found.shown, found.is_behind) == (3, False)

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


def _erased(uow: UnitOfWork, _moment: Moment) -> None:
    uow.postings.delete(POSTING.id)
    uow.people.delete("eva")
