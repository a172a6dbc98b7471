"""Reminding the unfinished: at most once a day, never whoever has said no, and the number tells
nothing about a person.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import REMINDER
from mentoring.notices import Scene, notice_of
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.reminders import (
    PAUSE,
    RemindNotice,
    confirm,
    discard,
    prepare,
    remind,
    remind_card,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    change,
    enrol,
    refused,
    told,
)
from tests.usecases.enrolled import CHAT

PEOPLE = {
    "eva": EnrolmentState.INVITED,
    "ada": EnrolmentState.BEGUN,
    "jan": EnrolmentState.DONE,
    "dora": EnrolmentState.DECLINED,
    "olga": EnrolmentState.WITHDRAWN,
    "otto": EnrolmentState.UNREACHABLE,
}


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """One person in each state, asked a day ago."""
    for key, state in PEOPLE.items():
        made = await enrol(programmes.first, Role.MENTEE, key)
        await change(
            programmes.first, "enrolments", made.id, state=state, invited_at=NOW - timedelta(days=1)
        )
    return programmes


async def test_whoever_has_not_finished_gets_their_card_anew(asked: Company) -> None:
    await asked.first.run(remind)
    assert await told(asked.first, enrolment_card.name) == ["ada", "eva"]
    assert {each.view for each in await all_of(asked.first, "postings")} == {REMINDER}


async def test_the_number_counts_whoever_said_no_among_the_unfinished(asked: Company) -> None:
    """Else owners would see by the difference that somebody has."""
    assert await asked.first.run(remind) == 4


async def test_nobody_is_reminded_twice_within_a_day(asked: Company) -> None:
    await asked.first.run(remind)
    asked.clock.moment = NOW + PAUSE - timedelta(seconds=1)
    assert await asked.first.run(remind) == 4
    assert await told(asked.first, enrolment_card.name) == ["ada", "eva"]
    asked.clock.moment = NOW + PAUSE
    await asked.first.run(remind)
    assert await told(asked.first, enrolment_card.name) == ["ada", "ada", "eva", "eva"]


async def test_nobody_is_reminded_who_has_just_been_invited(asked: Company) -> None:
    await change(asked.first, "enrolments", f"{FIRST}:mentee:eva", invited_at=NOW)
    await asked.first.run(remind)
    assert await told(asked.first, enrolment_card.name) == ["ada"]


async def test_where_everybody_has_finished_there_is_nobody_to_remind(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTEE, "eva")
    with refused("nobody-to-remind"):
        await programmes.first.run(remind)


async def test_after_the_end_nobody_is_reminded(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, date(2027, 2, 1), NOW.date())
    asked.clock.moment = NOW + timedelta(days=1)
    with refused("enrolment-closed"):
        await asked.first.run(remind)


async def test_nor_in_a_cycle_that_is_over(asked: Company) -> None:
    await change(asked.unbound, "cycles", FIRST, state=CycleState.CLOSING)
    with refused("cycle-over"):
        await asked.first.run(remind)


async def test_another_programme_reminds_its_own_people(asked: Company) -> None:
    made = await enrol(asked.second, Role.MENTOR, "jan")
    await change(
        asked.second,
        "enrolments",
        made.id,
        state=EnrolmentState.INVITED,
        invited_at=NOW - timedelta(days=1),
    )
    assert await asked.second.run(remind) == 1
    assert [
        (each.person_id, each.subject_id) for each in await all_of(asked.unbound, "postings")
    ] == [("jan", made.id)]


class TestThePreview:
    """Nobody is reminded before owners have seen how many they are, and confirmed."""

    async def test_it_counts_and_reminds_nobody(self, asked: Company) -> None:
        await asked.first.run(prepare, "otto", CHAT)
        assert await self.seen(asked) == RemindNotice(4)
        assert await told(asked.first, enrolment_card.name) == []

    async def test_confirmed_it_reminds_once(self, asked: Company) -> None:
        await asked.first.run(prepare, "otto", CHAT)
        [card] = await all_of(asked.first, "postings")
        await asked.first.run(confirm, card.id)
        assert await told(asked.first, enrolment_card.name) == ["ada", "eva"]
        assert await self.seen(asked) == RemindNotice(0, sent=4)
        for again in (confirm, discard):
            with refused("stale"):
                await asked.first.run(again, card.id)

    async def test_discarded_it_reminds_nobody(self, asked: Company) -> None:
        await asked.first.run(prepare, "otto", CHAT)
        [card] = await all_of(asked.first, "postings")
        await asked.first.run(discard, card.id)
        with refused("stale"):
            await asked.first.run(confirm, card.id)
        assert (await self.seen(asked)).is_discarded
        assert await told(asked.first, enrolment_card.name) == []

    async def test_after_a_day_it_counts_no_more(self, asked: Company) -> None:
        await asked.first.run(prepare, "otto", CHAT)
        [card] = await all_of(asked.first, "postings")
        asked.clock.moment = NOW + timedelta(days=1)
        with refused("preview-old"):
            await asked.first.run(confirm, card.id)
        assert (await self.seen(asked)).is_old

    async def test_where_nobody_can_be_reminded_there_is_nothing_to_confirm(
        self, programmes: Company
    ) -> None:
        with refused("nobody-to-remind"):
            await programmes.first.run(prepare, "otto", CHAT)

    async def test_no_other_card_can_be_confirmed_with_it(self, asked: Company) -> None:
        await asked.first.run(remind)
        other, *_ = await all_of(asked.first, "postings")
        with refused("stale"):
            await asked.first.run(confirm, other.id)

    async def seen(self, company: Company) -> RemindNotice:
        [card] = await all_of(company.first, "postings", kind=remind_card.name)
        notice = await company.first.read(lambda uow, moment: notice_of(uow, Scene(card, moment)))
        assert isinstance(notice, RemindNotice)
        return notice


async def test_whoever_came_by_themselves_is_reminded_once_they_have_begun(asked: Company) -> None:
    """Eva and Dora have only looked at the open call, Ada has begun."""
    for key in ("eva", "ada", "dora"):
        name = f"{FIRST}:mentee:{key}"
        await change(asked.first, "enrolments", name, application=Application.OPEN)
    assert await asked.first.run(remind) == 2
    assert await told(asked.first, enrolment_card.name) == ["ada"]


async def test_what_was_sent_yesterday_stays_said_below_todays_preview(asked: Company) -> None:
    """A receipt is no older copy of a new preview."""
    await asked.first.run(prepare, "otto", CHAT)
    [receipt] = await all_of(asked.first, "postings", kind=remind_card.name)
    await deliver(asked.first, receipt.id)
    await asked.first.run(confirm, receipt.id)
    asked.clock.moment = NOW + PAUSE
    await asked.first.run(prepare, "otto", CHAT)
    cards = await all_of(asked.first, "postings", kind=remind_card.name)
    for each in cards:
        await deliver(asked.first, each.id)
    cards = await all_of(asked.first, "postings", kind=remind_card.name)
    assert sorted(each.view for each in cards) == ["", "sent-4"]
