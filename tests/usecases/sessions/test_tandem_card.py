"""The card of a tandem: what each of the two sees of it, and why its dates are as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from cards.sessions.buttons import ChangeSeries
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll
from mentoring.domain.questionnaire import About, Purpose, When
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.series import Plan
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.usecases.sessions.tandem_card import TandemNotice, explained, movable
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    hidden,
    one,
    put,
    remove,
    session,
    shown,
)

DAY = timedelta(days=1)
ONE_TUESDAY = Pattern(
    PatternDay("relativeMonthly", "tuesday", 1, "second"),
    NOW.date(), time(14), "Europe/Berlin", 120, 1,
)  # fmt: skip


class TestTheCardOfATandem:
    """Partner, channel and dates, as one of the two sees them."""

    async def read(self, company: Company, reader: str = "eva") -> TandemNotice:
        found = await shown(company.first, "tandem", TANDEM, reader)
        assert isinstance(found, TandemNotice)
        return found

    @pytest.mark.parametrize(
        ("jan", "eva", "language"),
        [
            (("en", "fr"), ("de", "en"), "en"),
            (("de", "en"), ("de", "en"), "de"),
            (("fr",), ("fr",), "en"),
            (("de", "en"), (), "en"),
        ],
    )
    async def test_a_first_message_is_in_a_language_that_both_have_named(
        self, company: Company, jan: tuple[str, ...], eva: tuple[str, ...], language: str
    ) -> None:
        """Eva uses the bot in German, Jan in English; what they write each other is another matter.

        Where they have none in common that the bot speaks, it stands in that of its author.
        """
        await change(company.first, "people", "eva", language="de")
        await change(company.first, "people", "jan", language="en")
        await enrol(company.first, Role.MENTOR, "jan", About(jan))
        await enrol(company.first, Role.MENTEE, "eva", *([About(eva)] if eva else []))
        assert (await self.read(company, "jan")).draft_language == language

    @pytest.mark.parametrize(
        ("state", "goal"),
        [
            (TandemState.ACCEPTED, ""),
            (TandemState.LAUNCHING, "one"),
            (TandemState.LAUNCHED, "one"),
            (TandemState.CLOSED, ""),
        ],
    )
    async def test_a_goal_is_read_while_the_tandem_runs(
        self, company: Company, state: TandemState, goal: str
    ) -> None:
        """Issue 12, P3: *only you and your tandem read this*."""
        await enrol(company.first, Role.MENTEE, "eva", Purpose("one"), When(place="remote"))
        await change(company.first, "tandems", TANDEM, state=state)
        found = await self.read(company, "jan")
        assert (found.partner_goal, found.partner_place or "") == (goal, goal and "remote")

    @pytest.mark.parametrize(("reader", "partner"), [("eva", "jan"), ("jan", "eva")])
    async def test_each_sees_the_other(self, company: Company, reader: str, partner: str) -> None:
        found = await self.read(company, reader)
        assert (found.viewer.id, found.partner.id) == (reader, partner)
        assert found.portrays() == partner
        assert found.role is (Role.MENTEE if reader == "eva" else Role.MENTOR)

    async def test_once_all_sessions_are_over_no_other_dates_are_offered(
        self, company: Company
    ) -> None:
        """Whether there are more is what each of the two is asked for themselves."""
        for at, is_offered in ((STARTS[-1], True), (STARTS[-1] + DAY, False)):
            await company.at(at - timedelta(minutes=1))
            found = await self.read(company)
            assert found.is_through is not is_offered
            assert (ChangeSeries.verb in str(render(found, Words("de")).content)) is is_offered

    async def test_once_it_is_over_it_names_no_session_that_was_called_off(
        self, company: Company
    ) -> None:
        end = STARTS[1] + DAY
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=end)
        await company.at(end)
        said = str(render(await self.read(company), Words("en")).content)
        zone = ZoneInfo("Europe/Berlin")
        named = [f"{at.astimezone(zone):%H:%M}" in said and f"{at.astimezone(zone).day} " in said
                 and f"{at.astimezone(zone):%b %Y}" in said for at in STARTS]  # fmt: skip
        assert named == [at <= end for at in STARTS]

    async def test_once_its_sessions_are_erased_no_proposals_are_promised(
        self, company: Company
    ) -> None:
        """Some weeks after the end the card said that proposals for dates would come."""
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
        booked = await all_of(company.first, "sessions")
        await remove(company.first, "sessions", *(each.id for each in booked))
        said = str(render(await self.read(company), Words("en")).content)
        assert "has come to its end" in said
        assert "proposals" not in said

    async def test_it_shows_all_sessions_and_which_can_still_move(self, company: Company) -> None:
        await company.at(STARTS[1])
        found = await self.read(company)
        assert [each.start for each in found.sessions] == list(STARTS)
        assert [each.number for each in found.ahead] == [3, 4, 5, 6]

    async def test_it_says_what_is_being_agreed_on(self, company: Company) -> None:
        polls = [
            Poll("one", TANDEM, session(2), Cause.ASKED, 120, NOW),
            Poll("all", TANDEM, "", Cause.CHANGE, 120, NOW),
        ]
        await put(company.first, "polls", *polls)
        assert (await self.read(company)).agreeing == {session(2), ""}

    async def test_only_ones_own_pause_shows(self, company: Company) -> None:
        await put(company.first, "absences", Absence("eva", NOW, STARTS[0].date()))
        assert (await self.read(company, "eva")).paused_until == STARTS[0].date()
        assert (await self.read(company, "jan")).paused_until is None

    async def test_what_concerns_one_calendar_is_told_to_that_person_alone(
        self, company: Company
    ) -> None:
        to_each = Explanation("busy", {}, told_to="mentor"), Explanation("busy", {}, "mentee")
        plan = (await one(company.first, "tandems", TANDEM)).plan
        await change(company.first, "tandems", TANDEM, plan=replace(plan, explanations=to_each))
        assert (await self.read(company, "jan")).explanations == (to_each[0],)
        assert (await self.read(company, "eva")).explanations == (to_each[1],)

    @pytest.mark.parametrize("reader", ["otto", "ada"])
    async def test_nobody_else_reads_it(self, company: Company, reader: str) -> None:
        assert await hidden(company.first, "tandem", TANDEM, reader) == "not-yours"

    async def test_another_programme_does_not_know_the_tandem(self, company: Company) -> None:
        assert await hidden(company.second, "tandem", TANDEM, "jan") == "erased"


def test_a_session_without_a_time_may_be_given_one() -> None:
    past, ahead = (
        Session(f"t:{n}", "t", n, at, 120, "kept", at) for n, at in enumerate(STARTS[:2])
    )
    timeless = without_slot(past)
    assert movable((past, ahead, timeless), STARTS[0]) == (ahead, timeless)


class TestWhyTheDatesAreAsTheyAre:
    """What spoke of a session that has moved on since is no longer told."""

    def told(self, *explanations: Explanation, sessions: Sequence[Session] = ()) -> list[str]:
        plan = Plan(explanations, ONE_TUESDAY)
        tandem = Tandem(TANDEM, 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW, plan=plan)
        return [each.code for each in explained(tandem, sessions, NOW)]

    @pytest.mark.parametrize(("start", "told"), [(NOW + DAY, ["series-monthly"]), (NOW - DAY, [])])
    def test_the_rhythm_is_told_as_long_as_one_of_its_sessions_is_ahead(
        self, start: datetime, told: list[str]
    ) -> None:
        """Of those who had gone on with three more it told the old one beside the new dates."""
        first = Session(session(1), TANDEM, 1, start, 120, "kept", start)
        further = Session(session(2), TANDEM, 2, NOW + 9 * DAY, 120, "kept", NOW + 9 * DAY)
        assert self.told(Explanation("series-monthly", {}), sessions=[first, further]) == told

    def test_without_a_plan_nothing_is_told(self) -> None:
        assert self.told() == []

    @pytest.mark.parametrize(("start", "told"), [(STARTS[0], ["moved-holiday"]), (STARTS[1], [])])
    def test_a_move_is_told_as_long_as_the_session_lies_there(
        self, start: datetime, told: list[str]
    ) -> None:
        why = Explanation("moved-holiday", {"to": STARTS[0]})
        lies = Session(session(1), TANDEM, 1, STARTS[0] - DAY, 120, "moved", start)
        assert self.told(why, sessions=[lies]) == told

    @pytest.mark.parametrize(("start", "told"), [(None, ["open"]), (STARTS[0], [])])
    def test_an_open_date_is_told_until_a_time_is_found(
        self, start: datetime | None, told: list[str]
    ) -> None:
        why = Explanation("open", {"at": STARTS[0]})
        lies = Session(session(1), TANDEM, 1, STARTS[0], 120, "open", start)
        assert self.told(why, sessions=[lies]) == told

    def test_what_an_offer_would_cost_is_told_with_the_offer_alone(self) -> None:
        assert self.told(Explanation("offer-lunch"), Explanation("pattern")) == ["pattern"]
