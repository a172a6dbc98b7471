"""Owners who leave applications unanswered are reminded, twice; one that nobody has decided about
ends with its cycle: kindly, and nobody has taken part by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import next_cycle, opening_next
from mentoring.usecases.enrolment.applications import accept, applications_card
from mentoring.usecases.enrolment.card import (
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.enrolment.enrolment import send
from mentoring.usecases.launch import closing
from tests.answers import MENTOR
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

DORA = f"{FIRST}:mentor:dora"


async def applies(company: Company, *, state: EnrolmentState = EnrolmentState.DONE) -> Company:
    """Dora has come by herself; Jan was invited, and has handed in."""
    await enrol(company.first, Role.MENTOR, "jan")
    await enrol(company.first, Role.MENTOR, "dora")
    await change(company.first, "enrolments", DORA, application=Application.OPEN, state=state)
    return company


async def close(company: Company) -> None:
    made = await company.first.run(closing.prepare, "otto", chat_of("otto"))
    await company.first.run(closing.confirm, made.id)


async def open_next(company: Company) -> list[str]:
    """Who is asked in the next cycle."""
    await company.first.run(opening_next.confirm, FIRST, "a card")
    return [each.person_id for each in await all_of(company.first.of("p1c2"), "enrolments")]


async def test_with_the_closing_it_is_released_and_they_read_why(company: Company) -> None:
    await close(await applies(company))
    assert [each.person_id for each in await all_of(company.first, "enrolments")] == ["jan"]
    assert await told(company.first, enrolment_card.name) == ["dora"]
    [card] = await all_of(company.first, "postings", kind=enrolment_card.name)
    assert card.view == TakenOut.UNDECIDED
    notice = await shown(company.first, enrolment_card.name, DORA, "dora", view=card.view)
    assert isinstance(notice, TakenOutNotice)


async def test_owners_read_before_the_closing_how_many_that_ends(company: Company) -> None:
    made = await company.first.run(closing.prepare, "otto", chat_of("otto"))
    assert (await shown(company.first, "closing", made.id, "otto")).undecided == 0
    await applies(company)
    assert (await shown(company.first, "closing", made.id, "otto")).undecided == 1


async def test_so_it_is_where_the_next_cycle_begins_without_a_closing(programmes: Company) -> None:
    assert await open_next(await applies(programmes)) == ["jan"]
    assert await told(programmes.first, enrolment_card.name) == ["dora"]


async def test_a_cycle_of_applications_alone_has_had_nobody(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTOR, "dora")
    await change(programmes.first, "enrolments", DORA, application=Application.OPEN)
    with refused("cycle-empty"):
        await programmes.first.run(next_cycle.prepare, "otto", chat_of("otto"))


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.BEGUN])
async def test_whoever_has_not_handed_it_in_waits_for_nothing(
    programmes: Company, state: EnrolmentState
) -> None:
    assert await open_next(await applies(programmes, state=state)) == ["jan"]
    assert await told(programmes.first, enrolment_card.name) == []


async def test_the_review_counts_those_who_were_admitted(programmes: Company) -> None:
    await applies(programmes)
    found = await shown(programmes.first, "next_cycle", FIRST, "otto")
    assert (found.people, found.review.asked, found.review.mentors) == (1, 1, 1)


async def test_of_a_cycle_that_was_closed_before_nobody_thanks_them(programmes: Company) -> None:
    await applies(programmes)
    await change(programmes.first, "cycles", FIRST, state=CycleState.CLOSED)
    notice = await shown(programmes.first, enrolment_card.name, DORA, "dora")
    assert isinstance(notice, EnrolmentNotice)
    assert (notice.over, notice.closed) == (False, True)
    assert (await one(programmes.first, "enrolments", DORA)).state is EnrolmentState.DONE


async def hands_in(company: Company, who: str) -> None:
    """Somebody who came by themselves has filled in everything, and sends it."""
    await sends(company, who, Application.OPEN)


async def sends(company: Company, who: str, came: Application) -> None:
    made = await enrol(company.first, Role.MENTOR, who)
    begun = {"state": EnrolmentState.BEGUN, "done_at": None, "answers": MENTOR}
    await change(company.first, "enrolments", made.id, application=came, **begun)
    await company.first.run(send, made.id, who)
    await catch_up(company.unbound)


async def reminders(company: Company) -> Sequence[Posting]:
    """The lists by which owners were reminded."""
    found: Sequence[Posting] = await all_of(company.first, "postings", kind=applications_card.name)
    return found


def february(day: int, hour: int = 8) -> datetime:
    """A day of this month, at nine in Berlin unless another hour is said."""
    return datetime(2027, 2, day, hour, tzinfo=UTC)


async def on(company: Company, day: int) -> int:
    """Let the days go by until this one; returns how often owners have been reminded by then."""
    while company.clock.moment < february(day):
        await company.at(company.clock.moment + timedelta(days=1))
    return len(await reminders(company))


class TestOwnersForget:
    """It is Monday, 1 February 2027, nine o'clock in Berlin."""

    @pytest.fixture
    async def waiting(self, programmes: Company) -> Company:
        """Dora has applied to the programme of Otto, whom the bot has met in his channel."""
        where = {"channel": "19:owners", "service_url": "https://service.example/"}
        await change(programmes.unbound, "programmes", "p1", owners=("otto",), **where)
        await hands_in(programmes, "dora")
        return programmes

    async def test_after_three_working_days_they_are_reminded_and_once_more(
        self, waiting: Company
    ) -> None:
        assert await on(waiting, 3) == 0
        assert await on(waiting, 4) == 1
        assert await on(waiting, 8) == 1
        assert await on(waiting, 9) == 2
        assert await on(waiting, 26) == 2

    async def test_by_the_list_itself_in_their_channel(self, waiting: Company) -> None:
        await on(waiting, 4)
        [card] = await reminders(waiting)
        assert (card.conversation, card.person_id, card.subject_id) == ("19:owners", "", FIRST)
        notice = await shown(waiting.first, card.kind, card.subject_id, "")
        assert [each.name for each in notice.applicants] == ["Dora"]
        assert notice.since == date(2027, 2, 1)

    async def test_not_if_they_have_decided(self, waiting: Company) -> None:
        await put(waiting.first, "postings", Posting("c", applications_card.name, FIRST, "otto"))
        await waiting.first.run(accept, "otto", [DORA], "c")
        assert await on(waiting, 26) == 1, "the one that he had before him"

    async def test_nor_once_the_cycle_is_over(self, waiting: Company) -> None:
        await change(waiting.first, "cycles", FIRST, state=CycleState.CLOSED)
        assert await on(waiting, 26) == 0

    async def test_a_closing_day_is_no_working_day(self, waiting: Company) -> None:
        rules = SchedulingRules(closing_days=(date(2027, 2, 4),))
        await on(waiting, 1)
        await waiting.set_up(Programme(sessions=rules))
        assert (await on(waiting, 4), await on(waiting, 5)) == (0, 1)

    async def test_whoever_applies_meanwhile_brings_no_card_of_their_own(
        self, waiting: Company
    ) -> None:
        """Jan does so on Tuesday: he is on Dora's lists, and only the last is for him alone."""
        await on(waiting, 2)
        await hands_in(waiting, "jan")
        assert (await on(waiting, 8), await on(waiting, 11)) == (1, 2)
        assert (await on(waiting, 12), await on(waiting, 26)) == (3, 3)

    async def test_whoever_applies_later_is_looked_for_again(self, waiting: Company) -> None:
        assert await on(waiting, 15) == 2
        await hands_in(waiting, "jan")
        assert (await on(waiting, 17), await on(waiting, 18)) == (2, 3)

    async def test_an_owner_who_applies_does_not_read_of_it(self, programmes: Company) -> None:
        await change(programmes.unbound, "programmes", "p1", owners=("otto", "ada"))
        await hands_in(programmes, "ada")
        assert await on(programmes, 4) == 1
        assert [each.person_id for each in await reminders(programmes)] == ["otto"]

    async def test_whoever_was_invited_waits_for_nobody(self, programmes: Company) -> None:
        await sends(programmes, "jan", Application.NONE)
        assert await all_of(programmes.first, "timers", kind="owners_forget") == []
