"""Reminders of sessions: durable timers that follow a session when it moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.domain.watching import Absence
from mentoring.usecases.sessions.late import LateNotice, late_card, ten_minutes_late
from mentoring.usecases.sessions.reminders import (
    SessionNotice,
    remind,
    remind_of,
    session_card,
)
from tests.usecases.company import (
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    hidden,
    one,
    person,
    profile,
    put,
    refused,
    session,
    shown,
    told,
)

START = STARTS[0]
EVE = START.replace(day=8)
"""The day before the first session, a Monday."""
SOON = START - timedelta(hours=28)
"""The morning of that day, while both are at work."""


@pytest.fixture
async def abroad(company: Company) -> Company:
    """Jan lives in New York; both are to be reminded."""
    there = profile("jan", zone="America/New_York", country="US")
    await put(company.first, "people", replace(person("jan"), profile=there))
    await to_be_reminded(company)
    return company


async def to_be_reminded(company: Company) -> None:
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))


async def reminded(company: Company, moment: datetime) -> list[str]:
    """Who has a reminder once it is this late."""
    await company.at(moment)
    for subject in await asked_for(company.first, "remind"):
        await remind(company.first, subject)
    return await told(company.first, session_card.name)


async def test_each_is_reminded_the_day_before_at_nine_of_their_own_clock(abroad: Company) -> None:
    assert await reminded(abroad, EVE.replace(hour=7, minute=59)) == []
    assert await reminded(abroad, EVE.replace(hour=8, minute=1)) == ["eva"]
    assert await reminded(abroad, EVE.replace(hour=14, minute=1)) == ["eva", "jan"]


async def test_a_session_that_moves_takes_its_reminder_with_it(abroad: Company) -> None:
    await change(
        abroad.first, "sessions", session(1), state="moved", start=START + timedelta(days=7)
    )
    assert await reminded(abroad, START - timedelta(hours=20)) == [], "nothing on the old day"
    assert await reminded(abroad, START + timedelta(days=6)) == ["eva"]


async def test_a_session_that_moves_forward_is_reminded_of_in_time(abroad: Company) -> None:
    await change(
        abroad.first, "sessions", session(1), state="moved", start=START - timedelta(days=4)
    )
    await to_be_reminded(abroad)
    assert await reminded(abroad, datetime(2027, 2, 4, 9, tzinfo=UTC)) == ["eva"]


async def test_nobody_is_reminded_of_what_is_gone(abroad: Company) -> None:
    await change(abroad.first, "sessions", session(1), state="cancelled", start=None)
    assert await reminded(abroad, START - timedelta(hours=20)) == []


async def test_a_reminder_that_is_late_does_not_come_at_night(abroad: Company) -> None:
    """For Eva in Berlin it is nine in the evening, for Jan in New York three in the afternoon."""
    assert await reminded(abroad, EVE.replace(hour=20)) == ["jan"]


async def test_a_server_that_was_away_does_not_remind_of_yesterday(abroad: Company) -> None:
    assert await reminded(abroad, START + timedelta(minutes=30)) == []


async def test_nobody_away_is_reminded_and_the_other_one_is_asked_to_wait_or_to_move(
    abroad: Company,
) -> None:
    """The mailbox's automatic reply is enough; nobody has to tell the bot."""
    abroad.outlook.replying = {"eva": (NOW, START + timedelta(days=1))}
    assert await reminded(abroad, EVE.replace(hour=14, minute=1)) == []
    assert await told(abroad.first, "partner_away") == ["jan"]


async def test_nobody_is_reminded_twice_on_one_day(abroad: Company) -> None:
    """Two sessions so near that both reminders fall on one morning."""
    await change(abroad.first, "sessions", session(2), start=START + timedelta(hours=4))
    await to_be_reminded(abroad)
    assert await reminded(abroad, EVE.replace(hour=8, minute=1)) == ["eva"]


async def test_a_part_timer_is_reminded_on_their_last_working_day_when_it_begins(
    abroad: Company,
) -> None:
    """The session is on a Tuesday; Eva works Thursday and Friday from ten."""
    part_time = profile(
        "eva", working_days=("thursday", "friday"), working_hours=(time(10), time(14))
    )
    await put(abroad.first, "people", replace(person("eva"), profile=part_time))
    await to_be_reminded(abroad)
    friday = datetime(2027, 2, 5, 8, 59, tzinfo=UTC)
    assert await reminded(abroad, friday) == []
    assert await reminded(abroad, friday + timedelta(minutes=2)) == ["eva"]


class TestBeingLate:
    """*Ten minutes late* is told to the other one, once, from a day before the session to its
    end.
    """

    async def test_pressed_twice_it_is_told_once(self, company: Company) -> None:
        company.clock.moment = START - timedelta(minutes=5)
        for _ in range(2):
            await company.first.run(ten_minutes_late, session(1), "jan")
        assert await told(company.first, late_card.name) == ["eva"]

    @pytest.mark.parametrize(
        "moment", [START - timedelta(days=1, minutes=1), START + timedelta(hours=2)]
    )
    async def test_neither_long_before_nor_afterwards(
        self, company: Company, moment: datetime
    ) -> None:
        company.clock.moment = moment
        with refused("late-not-now"):
            await company.first.run(ten_minutes_late, session(1), "eva")

    async def test_nobody_is_late_for_a_session_without_a_time(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), start=None)
        with refused("late-not-now"):
            await company.first.run(ten_minutes_late, session(1), "eva")

    @pytest.mark.parametrize("stranger", ["otto", "ada"])
    async def test_only_the_two_can_be(self, company: Company, stranger: str) -> None:
        company.clock.moment = START - timedelta(minutes=5)
        with refused("not-yours"):
            await company.first.run(ten_minutes_late, session(1), stranger)

    async def test_nobody_is_late_for_a_session_of_another_programme(
        self, company: Company
    ) -> None:
        company.clock.moment = START - timedelta(minutes=5)
        with refused("gone"):
            await company.second.run(ten_minutes_late, session(1), "jan")


class TestWhetherASessionStands:
    """Nobody is reminded of a session of which it is known that it will not take place."""

    async def reminders(self, company: Company) -> list[str]:
        """To whom a reminder goes on the morning before the first session."""
        await to_be_reminded(company)
        await company.at(SOON)
        return sorted(
            subject.rpartition(":")[2] for subject in await asked_for(company.first, "remind")
        )

    async def test_both_are_reminded_of_one_that_stands(self, company: Company) -> None:
        assert await self.reminders(company) == ["eva", "jan"]

    async def test_not_of_one_that_somebody_will_not_come_to(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), declined=START)
        assert await self.reminders(company) == []

    async def test_but_again_of_one_that_has_another_time_since(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), declined=START - timedelta(days=1))
        assert await self.reminders(company) == ["eva", "jan"]

    @pytest.mark.parametrize("away", ["eva", "jan"])
    async def test_not_in_the_pause_of_either(self, company: Company, away: str) -> None:
        await put(company.second, "absences", Absence(away, NOW, START.date()))
        assert await self.reminders(company) == []

    @pytest.mark.parametrize("cause", [Cause.DECLINED, Cause.CANCELLED, Cause.MISSED])
    async def test_not_while_it_is_rescued(self, company: Company, cause: Cause) -> None:
        await put(
            company.first,
            "polls",
            Poll("poll-1", TANDEM, session(1), cause, 120, NOW, PollState.OPEN),
        )
        assert await self.reminders(company) == []

    async def test_of_one_for_which_somebody_merely_would_like_another_time(
        self, company: Company
    ) -> None:
        await put(
            company.first,
            "polls",
            Poll("poll-1", TANDEM, session(1), Cause.ASKED, 120, NOW, PollState.OPEN),
        )
        assert await self.reminders(company) == ["eva", "jan"]

    async def test_not_of_a_tandem_that_is_over(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await self.reminders(company) == []


class TestReminding:
    """The card itself: one a day and person, over all programmes."""

    async def test_two_programmes_on_one_morning_are_one_card_and_the_other_a_day_later(
        self, company: Company
    ) -> None:
        await change(company.second, "sessions", session(1, OTHER), start=START + timedelta(days=2))
        company.clock.moment = START - timedelta(hours=5)
        await remind(company.first, f"{session(1)}:jan")
        await remind(company.second, f"{session(1, OTHER)}:jan")
        assert [
            await told(world, session_card.name) for world in (company.first, company.second)
        ] == [["jan"], []]
        (later,) = await all_of(company.second, "timers", kind="session-reminder")
        assert (later.subject_id, later.due_at) == (
            session(1, OTHER),
            company.clock.moment + timedelta(days=1),
        )

    async def test_a_second_one_that_would_come_too_late_is_left_out(
        self, company: Company
    ) -> None:
        await change(company.second, "sessions", session(1, OTHER), start=START)
        company.clock.moment = START - timedelta(hours=5)
        await remind(company.first, f"{session(1)}:jan")
        await remind(company.second, f"{session(1, OTHER)}:jan")
        assert await all_of(company.second, "timers", kind="session-reminder") == []

    @pytest.mark.parametrize("when", ["now", "then"])
    async def test_nobody_is_reminded_who_is_away_now_or_then(
        self, company: Company, when: str
    ) -> None:
        company.clock.moment = SOON
        at = company.clock.moment if when == "now" else START
        company.outlook.replying = {"eva": (at, at + timedelta(hours=1))}
        await remind(company.first, f"{session(1)}:eva")
        assert await told(company.first, session_card.name) == []

    async def test_nobody_is_disturbed_in_a_pause_that_ends_before_the_session(
        self, company: Company
    ) -> None:
        company.clock.moment = SOON
        await put(company.first, "absences", Absence("eva", NOW, company.clock.moment.date()))
        await remind(company.first, f"{session(1)}:eva")
        assert await told(company.first, session_card.name) == []

    async def test_a_partner_who_is_away_now_but_back_then_changes_nothing(
        self, company: Company
    ) -> None:
        company.clock.moment = SOON
        company.outlook.replying = {"jan": (company.clock.moment, START)}
        await remind(company.first, f"{session(1)}:eva")
        assert await told(company.first, session_card.name) == ["eva"]

    async def test_what_has_become_of_the_session_meanwhile_counts(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), start=None)
        await remind(company.first, f"{session(1)}:eva")
        await remind(company.first, "p1c1.tandem-9:001:eva")
        assert await told(company.first, session_card.name) == []

    async def test_another_programme_reminds_nobody_of_it(self, company: Company) -> None:
        await remind(company.second, f"{session(1)}:eva")
        assert await all_of(company.unbound, "postings", kind=session_card.name) == []


class TestTheCardOfASession:
    """It shows the other one until the session is over, and asks then whether the two have met."""

    async def read(self, company: Company, reader: str = "eva") -> SessionNotice:
        found = await shown(company.first, session_card.name, session(1), reader)
        assert isinstance(found, SessionNotice)
        return found

    async def test_it_is_about_the_other_one_until_it_is_over(self, company: Company) -> None:
        found = await self.read(company)
        assert (found.viewer.id, found.partner.id, found.over, found.portrays()) == (
            "eva",
            "jan",
            False,
            "jan",
        )
        await company.at(START + timedelta(hours=2))
        found = await self.read(company)
        assert (found.over, found.portrays()) == (True, "")

    async def test_the_day_is_one_of_the_readers_own_clock(self, company: Company) -> None:
        company.clock.moment = datetime(2027, 2, 8, 23, 30, tzinfo=UTC)
        assert (await self.read(company)).today == START.date()

    async def test_it_says_that_another_time_is_agreed_on(self, company: Company) -> None:
        assert not (await self.read(company)).rearranged
        await self.agree(company, Cause.DECLINED)
        assert (await self.read(company)).rearranged

    async def agree(self, company: Company, cause: Cause) -> None:
        """Another time for the session is put to both."""
        made = Poll("poll-1", TANDEM, session(1), cause, 120, NOW, PollState.OPEN)
        await put(company.first, "polls", made)

    @pytest.mark.parametrize("cause", [Cause.ASKED, Cause.PROPOSED])
    async def test_while_a_move_is_asked_for_it_stands(
        self, company: Company, cause: Cause
    ) -> None:
        """The reminder has the time and the link until both agree on another one (U21)."""
        await self.agree(company, cause)
        found = await self.read(company)
        assert (found.rearranged, found.asked) == (False, True)

    @pytest.mark.parametrize(("who", "hours"), [("eva", -1), ("jan", 5)])
    async def test_at_midnight_it_says_today_by_itself(
        self, abroad: Company, who: str, hours: int
    ) -> None:
        """In Berlin at 23 UTC, in New York at five (U31)."""
        key = f"{session_card.name}:{session(1)}:{who}:20270209"
        await put(
            abroad.first, "postings", Posting(key, session_card.name, session(1), who, shown=1)
        )
        midnight = datetime(2027, 2, 9, tzinfo=UTC) + timedelta(hours=hours)
        await abroad.at(midnight - timedelta(minutes=1))
        before = (await one(abroad.first, "postings", key)).wanted
        await abroad.at(midnight)
        assert (await one(abroad.first, "postings", key)).wanted == before + 1

    @pytest.mark.parametrize("since", [timedelta(days=-1), timedelta(hours=3)])
    async def test_once_the_tandem_has_ended_it_says_so_by_itself(
        self, company: Company, since: timedelta
    ) -> None:
        """Before its session and after it (issue 12, U18): it spoke of a new time."""
        card = Posting("card", session_card.name, session(1), "eva", shown=1)
        await put(company.first, "postings", card)
        await company.at(START + since)
        before = await one(company.first, "postings", "card")
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert (await one(company.first, "postings", "card")).wanted == before.wanted + 1
        assert "has come to its end" in render(await self.read(company), Words("en")).summary

    async def test_only_whoever_is_late_reads_that_the_other_one_knows(
        self, company: Company
    ) -> None:
        company.clock.moment = START - timedelta(minutes=5)
        await company.first.run(ten_minutes_late, session(1), "eva")
        assert (await self.read(company, "eva")).told_late
        assert not (await self.read(company, "jan")).told_late
        assert await shown(company.first, late_card.name, session(1), "jan") == LateNotice(
            await one(company.first, "people", "eva")
        )

    @pytest.mark.parametrize("reader", ["otto", "ada"])
    async def test_nobody_else_reads_it(self, company: Company, reader: str) -> None:
        assert await hidden(company.first, session_card.name, session(1), reader) == "not-yours"

    async def test_another_programme_does_not_know_it(self, company: Company) -> None:
        assert await hidden(company.second, session_card.name, session(1), "jan") == "erased"
