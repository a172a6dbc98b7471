"""What nobody has asked for comes when its person works: by their own clock, and on no holiday of
theirs; what answers them comes at once (issue 12, U25).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import Unavailable
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option
from mentoring.domain.posting import OLDER, REMINDER
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.notices import VIEWS
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes.absence import pause
from mentoring.usecases.common.postings import call_off, post
from mentoring.usecases.common.reaching import shut_out
from mentoring.usecases.common.sending import send
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.entrance import show_again
from mentoring.usecases.launch.kickoff_cards import seat_card
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.living_polls import show_to_both
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.polls.opening import put_to_both
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    person,
    profile,
    put,
    session,
)
from tests.usecases.polls.opened import poll_of
from tests.usecases.ports import chat_of

EVENING = datetime(2027, 2, 5, 17, 30, tzinfo=UTC)
"""A Friday, half past six in Berlin."""
MONDAY = datetime(2027, 2, 8, 7, tzinfo=UTC)
"""Eight o'clock in Berlin, three days later."""
ASKED = enrolment_id(FIRST, Role.MENTEE, "eva")


@pytest.fixture
async def evening(company: Company) -> Company:
    """It is Friday evening, and Eva is asked to take part."""
    asked = Enrolment(ASKED, "eva", Role.MENTEE, EnrolmentState.INVITED, company.clock.moment)
    await put(company.first, "enrolments", asked)
    company.clock.moment = EVENING
    return company


async def say(company: Company, **how: Any) -> None:
    """The invitation is put before Eva."""
    await company.first.run(lambda uow, _: post(uow, enrolment_card, ASKED, "eva", **how))
    await work_off(company)


async def work_off(company: Company) -> None:
    """Send whatever may be sent by now."""
    for effect in await all_of(company.first, "effects", kind=send.name, done=False):
        if effect.not_before is None or effect.not_before <= company.clock.moment:
            await change(company.first, "effects", effect.id, done=True)
            await send(company.first, effect.subject_id)


async def at(company: Company, moment: datetime) -> None:
    company.clock.moment = moment
    await work_off(company)


def written(company: Company) -> list[str]:
    return [each.kind for each in company.chats.messages if each.person_id == "eva"]


def test_everything_else_answers_its_reader_or_tells_what_happens_now() -> None:
    """Whoever adds a card for people says here why it cannot wait."""
    at_once = {name for name, view in VIEWS.items() if view.audience == "person"}
    assert at_once - {name for name, view in VIEWS.items() if view.in_hours} == {
        *("absence", "erasure", "file", "file_link", "my_data"),  # the reader has just asked for it
        *("certificate_card", "certificate_file", "road_map_card"),  # so they have here
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


class TestDates:
    """Times are put to both in their hours, unless it would be too late then."""

    async def asked(self, company: Company, start: datetime, **how: Any) -> Company:
        made = replace(poll_of(), options=(Option(start),), **how)
        await put(company.first, "polls", made)
        await company.first.run(lambda uow, _: show_to_both(uow, made))
        await work_off(company)
        return company

    async def test_they_come_in_the_morning(self, evening: Company) -> None:
        await self.asked(evening, MONDAY + timedelta(days=8), session_id="")
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["poll"]

    async def test_a_time_of_tomorrow_is_told_at_once(self, evening: Company) -> None:
        await self.asked(evening, MONDAY + timedelta(hours=23), session_id="")
        assert written(evening) == ["poll"]

    async def test_so_is_what_is_about_a_session_of_tomorrow(self, evening: Company) -> None:
        await change(evening.first, "sessions", session(1), start=MONDAY + timedelta(hours=23))
        await self.asked(evening, MONDAY + timedelta(days=30))
        assert written(evening) == ["poll"]

    async def test_a_session_that_was_missed_is_no_reason_to_write_at_night(
        self, evening: Company
    ) -> None:
        """*We did not meet*, at ten in the evening; the new times are all next week."""
        evening.clock.moment = EVENING.replace(hour=21)
        await change(evening.first, "sessions", session(1), start=EVENING)
        await self.asked(evening, MONDAY + timedelta(days=8), cause=Cause.MISSED)
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["poll"]

    async def test_what_begins_before_they_work_again_is_told_at_once(
        self, evening: Company
    ) -> None:
        await self.asked(evening, MONDAY - timedelta(minutes=30), session_id="")
        assert written(evening) == ["poll"]

    async def test_nor_is_a_kick_off_that_is_past(self, evening: Company) -> None:
        dates = (Gathering(EVENING - timedelta(days=1)), Gathering(MONDAY + timedelta(days=8)))
        await put(evening.first, "kickoffs", Kickoff("k", "otto", dates, KickoffState.OPEN))
        await evening.first.run(lambda uow, _: post(uow, seat_card, "k", "eva"))
        await work_off(evening)
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["kickoff_seat"]

    async def test_whoever_asks_for_another_time_has_it_at_once(self, evening: Company) -> None:
        await evening.first.run(polls.ask, session(3), "eva")
        await work_off(evening)
        assert written(evening) == ["poll"]

    async def test_nobody_is_reminded_of_what_has_not_come_yet(self, evening: Company) -> None:
        """Two days later it is Sunday, and on Monday morning it comes once."""
        await put(evening.first, "polls", poll_of(session_id=""))
        later = (Option(MONDAY + timedelta(days=8)),)
        await evening.first.run(lambda uow, _: put_to_both(uow, poll_of(), later, EVENING))
        await work_off(evening)
        await evening.at(EVENING + timedelta(days=2))
        await evening.at(MONDAY)
        await work_off(evening)
        assert written(evening) == ["poll"]


async def test_a_tandem_that_starts_is_told_at_once(evening: Company) -> None:
    """Outlook's invitations arrive in that moment, too."""
    await evening.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
    await work_off(evening)
    assert written(evening) == ["tandem"]


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
