"""Whoever is away, or was, is written to once they are back; older copies wait with the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from mentoring.domain.errors import Unavailable
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, REMINDER
from mentoring.usecases.changes.absence import pause
from mentoring.usecases.common.postings import post
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.common.evening import ASKED, EVENING, MONDAY, at, say, work_off, written
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    one,
)
from tests.usecases.ports import chat_of


class TestAutomaticReplies:
    """Whoever's mailbox says that they are away is not written to unasked."""

    NOON = EVENING - timedelta(hours=5)

    async def away(self, company: Company, until: datetime, **how: Any) -> Company:
        company.clock.moment = self.NOON
        company.outlook.replying["eva"] = self.NOON - timedelta(hours=1), until
        await say(company, **how)
        return company

    async def test_it_comes_when_they_are_back_and_work(self, evening: Company) -> None:
        """They are back on Wednesday at midnight."""
        back = datetime(2027, 2, 9, 23, tzinfo=UTC)
        await self.away(evening, back)
        await at(evening, back)
        assert written(evening) == []
        await at(evening, datetime(2027, 2, 10, 7, tzinfo=UTC))
        assert written(evening) == ["enrolment"]

    async def test_somebody_who_comes_back_later_still_waits(self, evening: Company) -> None:
        await self.away(evening, MONDAY)
        evening.outlook.replying["eva"] = self.NOON, MONDAY + timedelta(days=1)
        await at(evening, MONDAY)
        assert written(evening) == []
        await at(evening, MONDAY + timedelta(days=1))
        assert written(evening) == ["enrolment"]

    async def test_a_reply_without_end_holds_it_for_two_weeks(self, evening: Company) -> None:
        evening.outlook.always_away.add("eva")
        evening.clock.moment = self.NOON
        await say(evening)
        for days in range(1, 15):
            assert written(evening) == []
            await at(evening, self.NOON + timedelta(days=days))
        await at(evening, self.NOON + timedelta(days=17))
        assert written(evening) == ["enrolment"]

    async def test_what_cannot_wait_so_long_comes_at_once(self, evening: Company) -> None:
        """The enrolment ends on the day before they are back."""
        last = datetime(2027, 2, 9, tzinfo=UTC).date()
        await change(evening.first, "cycles", FIRST, enrolment_end=last)
        await self.away(evening, datetime(2027, 2, 9, 23, tzinfo=UTC))
        assert written(evening) == ["enrolment"]

    async def test_whoever_asks_is_answered(self, evening: Company) -> None:
        await self.away(evening, MONDAY, chat=chat_of("eva"))
        assert written(evening) == ["enrolment"]

    async def test_while_nobody_can_tell_it_comes(self, evening: Company) -> None:
        evening.outlook.refuses["is_away"] = Unavailable("503")
        await self.away(evening, MONDAY)
        assert written(evening) == ["enrolment"]


async def test_what_has_waited_for_the_end_of_a_pause_comes_in_the_morning(
    evening: Company,
) -> None:
    await evening.first.run(pause, "eva", EVENING.date(), "eva")
    await evening.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
    await work_off(evening)
    await evening.at(datetime(2027, 2, 5, 23, tzinfo=UTC))
    await work_off(evening)
    assert written(evening) == []
    await at(evening, MONDAY)
    assert written(evening) == ["tandem"]


class TestOlderCopies:
    """Once a newer one stands below it, a card says so; until then it stays."""

    async def test_the_older_one_closes_when_the_newer_one_is_there(self, evening: Company) -> None:
        await say(evening, chat=chat_of("eva"))
        await say(evening, key="again", view=REMINDER)
        first = f"enrolment:{ASKED}:eva"
        assert (await one(evening.first, "postings", first)).view == ""
        await at(evening, MONDAY)
        assert (await one(evening.first, "postings", first)).view == OLDER
        assert (await one(evening.first, "postings", "again")).view == REMINDER

    async def test_of_any_kind_of_card(self, company: Company) -> None:
        for key in ("one", "two"):
            await company.first.run(
                lambda uow, _, card: post(uow, tandem_card, TANDEM, "eva", key=card), key
            )
            await work_off(company)
        found = await all_of(company.first, "postings", kind=tandem_card.name, person_id="eva")
        assert {each.id: each.view for each in found} == {"one": OLDER, "two": ""}

    async def test_two_cards_for_two_people_are_no_copies(self, company: Company) -> None:
        """Dora keeps the calendars of both."""
        for role in Role:
            await company.first.run(
                lambda uow, _, r: post(uow, poll_card, "poll-1", "dora", key=f"for:{r}", view=r),
                role,
            )
            await work_off(company)
        found = await all_of(company.first, "postings", kind=poll_card.name, person_id="dora")
        assert OLDER not in {each.view for each in found}
