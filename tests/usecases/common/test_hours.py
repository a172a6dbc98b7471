"""What nobody has asked for comes when its person works: by their own clock, and on no holiday of
theirs; what answers them comes at once (issue 12, U25).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.posting import REMINDER
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.notices import VIEWS
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import call_off, post
from mentoring.usecases.common.reaching import shut_out
from mentoring.usecases.common.sending import send
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.entrance import show_again
from tests.usecases.common.evening import ASKED, EVENING, MONDAY, at, say, work_off, written
from tests.usecases.company import (
    Company,
    all_of,
    change,
    person,
    profile,
    put,
)
from tests.usecases.ports import chat_of


def test_everything_else_answers_its_reader_or_tells_what_happens_now() -> None:
    """Whoever adds a card for people says here why it cannot wait."""
    at_once = {name for name, view in VIEWS.items() if view.audience == "person"}
    assert at_once - {name for name, view in VIEWS.items() if view.in_hours} == {
        *("absence", "erasure", "file", "file_link", "my_data"),  # the reader has just asked for it
        *("certificate_card", "certificate_file", "road_map_card", "wish_card"),  # so they have
        *("tandem", "deputy"),  # Outlook's invitations arrive in that moment, too
        *("session", "session_late"),  # they have hours of their own; the other one is late now
        # these have hours of their own, too, or their reader has just asked for them
        *("session_kit_card", "retrospective_card"),
        "launch_undone_card",  # Outlook's cancellations arrive in that moment
        "ended_card",  # for both at the same moment, within the hours of one of them
    }


def test_what_comes_unasked_and_can_wait() -> None:
    waiting = {name for name, view in VIEWS.items() if view.in_hours}
    assert waiting == {
        *("enrolment", "offer", "left_over", "kickoff_seat", "kickoff_missed"),
        *("help_offer_card", "receipt", "closed", "poll", "partner_away", "partner_back_card"),
        *(
            "question_box",
            "lessons_card",
            "agreement_card",
            "fit_card",
            "follow_up_card",
            "further_card",
            "circle_card",
            "sponsor_thanks_card",
            "sponsor_words_card",
            "measure_card",
            "result_card",
            "what_waited_card",
        ),
    }


async def test_in_working_hours_it_comes_at_once(evening: Company) -> None:
    evening.clock.moment = EVENING - timedelta(hours=3)
    await say(evening)
    assert written(evening) == ["enrolment"]


async def test_in_the_evening_it_waits_for_the_next_working_day(evening: Company) -> None:
    await say(evening)
    await at(evening, MONDAY - timedelta(seconds=1))
    assert written(evening) == []
    await at(evening, MONDAY)
    assert written(evening) == ["enrolment"]


async def test_it_waits_over_a_holiday_and_a_closing_day(evening: Company) -> None:
    """25 December is a Friday, and the company is closed on the Monday after."""
    closed = SchedulingRules(closing_days=(datetime(2026, 12, 28, tzinfo=UTC).date(),))
    await evening.set_up(Programme(name="Tandem Nord", sessions=closed))
    await at(evening, datetime(2026, 12, 25, 7, 30, tzinfo=UTC))
    await say(evening)
    await at(evening, datetime(2026, 12, 28, 9, tzinfo=UTC))
    assert written(evening) == []
    await at(evening, datetime(2026, 12, 29, 7, tzinfo=UTC))
    assert written(evening) == ["enrolment"]


async def test_their_own_clock_counts(evening: Company) -> None:
    abroad = profile("eva", zone="America/New_York", country="US")
    await put(evening.first, "people", person("eva", profile=abroad))
    await say(evening)
    assert written(evening) == ["enrolment"]  # it is half past twelve there


async def test_of_whom_nobody_knows_the_clock_nothing_is_guessed(evening: Company) -> None:
    unknown = profile("eva", zone_known=False)
    await put(evening.first, "people", person("eva", profile=unknown))
    await say(evening)
    assert written(evening) == ["enrolment"]


async def test_whoever_has_just_spoken_is_answered_at_once(evening: Company) -> None:
    await say(evening, chat=chat_of("eva"))
    assert written(evening) == ["enrolment"]


async def test_whoever_speaks_meanwhile_gets_it_then_and_not_once_more(evening: Company) -> None:
    await say(evening)
    await show_again(evening.first, "eva", chat_of("eva"), "copy")
    await work_off(evening)
    assert written(evening) == ["enrolment"]
    await at(evening, MONDAY)
    assert written(evening) == ["enrolment"]


@pytest.mark.parametrize(("view", "state"), [("", "declined"), (REMINDER, "done")])
async def test_what_matters_no_more_in_the_morning_is_not_said(
    evening: Company, view: str, state: str
) -> None:
    await say(evening, view=view)
    await change(evening.first, "enrolments", ASKED, state=EnrolmentState(state))
    await at(evening, MONDAY)
    assert written(evening) == []
    assert [each.kind for each in await all_of(evening.first, "postings", person_id="eva")] == []


@dataclass
class Meanwhile:
    """A calendar that takes its time: while it is asked, something else happens."""

    company: Company
    happens: Callable[[UnitOfWork, Moment], object]

    async def is_away(self, person_id: str, moments: Sequence[datetime]) -> bool:
        await self.company.first.run(self.happens)
        return await self.company.outlook.is_away(person_id, moments)

    async def automatic_reply(self, person_id: str) -> tuple[datetime, datetime] | None:
        return await self.company.outlook.automatic_reply(person_id)


def _moves(uow: UnitOfWork, _moment: Moment) -> None:
    uow.people.put(replace(uow.people.need("eva"), conversation="19:new"))


def _blocks(uow: UnitOfWork, _moment: Moment) -> None:
    shut_out(uow, "eva", "blocked")


def _declines(uow: UnitOfWork, _moment: Moment) -> None:
    uow.enrolments.put(replace(uow.enrolments.need(ASKED), state=EnrolmentState.DECLINED))


def _called_off(uow: UnitOfWork, _moment: Moment) -> None:
    call_off(uow, enrolment_card, ASKED)


@pytest.mark.parametrize(
    ("happens", "goes_to"),
    [(_moves, ["19:new"]), (_blocks, []), (_declines, []), (_called_off, [])],
)
async def test_what_happens_while_her_hour_is_looked_up_counts(
    evening: Company, happens: Callable[[UnitOfWork, Moment], object], goes_to: list[str]
) -> None:
    """The address was read before, and the card went into a chat that was hers no more."""
    evening.clock.moment = EVENING - timedelta(hours=3)
    await evening.first.run(lambda uow, _: post(uow, enrolment_card, ASKED, "eva"))
    (card,) = await all_of(evening.first, "postings", kind=enrolment_card.name)
    slow = cast("Any", Meanwhile(evening, happens))
    await send(replace(evening.first, calendar=slow), card.id)
    assert [message.conversation for message in evening.chats.messages] == goes_to


def _erased(uow: UnitOfWork, _moment: Moment) -> None:
    uow.postings.delete_all(person_id="eva")
    uow.people.delete("eva")


async def test_of_whoever_is_erased_while_her_mailbox_is_asked_nothing_is_noted(
    evening: Company,
) -> None:
    """How long her card waits already was kept for fifteen days, under her id."""
    evening.clock.moment = EVENING - timedelta(hours=3)
    evening.outlook.always_away.add("eva")
    await evening.first.run(lambda uow, _: post(uow, enrolment_card, ASKED, "eva"))
    (card,) = await all_of(evening.first, "postings", kind=enrolment_card.name)
    before = {each.id for each in await all_of(evening.first, "timers")}
    slow = cast("Any", Meanwhile(evening, _erased))
    await send(replace(evening.first, calendar=slow), card.id)
    assert [each.id for each in await all_of(evening.first, "facts") if "eva" in each.id] == []
    assert {each.id for each in await all_of(evening.first, "timers")} == before
    assert evening.chats.messages == []
