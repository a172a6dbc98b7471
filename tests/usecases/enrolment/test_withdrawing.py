"""The way out: a withdrawal, and the question before it."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.pair import PairKind
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, Posting
from mentoring.domain.questionnaire import (
    Answers,
)
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Said
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.card import LEAVING, enrolment_card
from mentoring.usecases.enrolment.entrance import (
    ask_whether_to_leave,
    knows_us,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    send_all,
    shown,
)
from tests.usecases.enrolment.steps import (
    DAY,
    EVA,
    eva,
    is_done,
)
from tests.usecases.ports import chat_of


class TestLeaving:
    """Answers are erased at once; whether one may leave follows from what one knows oneself."""

    async def is_in(self, company: Company, state: TandemState, **more: Any) -> Tandem:
        """Eva is the mentee of such a tandem."""
        await is_done(company)
        made = Tandem(f"{FIRST}.t1", 1, "", "jan", "eva", state, NOW + DAY, NOW + 2 * DAY, **more)
        await put(company.first, "tandems", made)
        kept: Tandem = await one(company.first, "tandems", made.id)
        return kept

    async def test_the_answers_are_erased(self, invited: Company) -> None:
        await is_done(invited)
        for _ in range(2):
            await invited.first.run(enrolment.withdraw, EVA, "eva")
        found = await eva(invited)
        assert (found.state, found.answers) == (EnrolmentState.WITHDRAWN, Answers())

    @pytest.mark.parametrize(
        "state", [TandemState.ACCEPTED, TandemState.LAUNCHING, TandemState.LAUNCHED]
    )
    async def test_a_tandem_ends_first_and_until_then_nothing_changes(
        self, invited: Company, state: TandemState
    ) -> None:
        tandem, before = await self.is_in(invited, state), await eva(invited)
        for _ in range(2):
            assert await invited.first.run(enrolment.withdraw, EVA, "eva") == before
        assert await one(invited.first, "tandems", tandem.id) == tandem
        await catch_up(invited.unbound)
        assert await asked_for(invited.first, "end_one") == [tandem.id]

    async def test_an_open_offer_is_let_go(self, invited: Company) -> None:
        tandem = await self.is_in(invited, TandemState.ASKED_MENTEE)
        left = await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert left.state is EnrolmentState.WITHDRAWN
        assert (await one(invited.first, "tandems", tandem.id)).state is TandemState.RELEASED

    @pytest.mark.parametrize(
        ("state", "said"), [(TandemState.ASKED_MENTEE, False), (TandemState.LAUNCHED, True)]
    )
    async def test_the_question_says_whether_a_tandem_ends_first(
        self, invited: Company, state: TandemState, said: bool
    ) -> None:
        await self.is_in(invited, state)
        assert (await shown(invited.first, enrolment_card.name, EVA, "eva")).in_tandem is said

    async def test_a_mentee_who_knows_of_nothing_leaves_and_the_mentors_offer_ends(
        self, invited: Company
    ) -> None:
        tandem = await self.is_in(invited, TandemState.ASKED_MENTOR)
        await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert (await one(invited.first, "tandems", tandem.id)).state is TandemState.RELEASED
        assert [pair.kind for pair in await all_of(invited.first, "pairs")] == [PairKind.NOT_AGAIN]

    async def test_a_mentor_who_said_yes_cannot_tell_by_leaving_whether_the_mentee_said_no(
        self, invited: Company
    ) -> None:
        await self.is_in(invited, TandemState.RELEASED, mentor_agreed=True)
        made = await enrol(invited.first, Role.MENTOR, "jan")
        left = await invited.first.run(enrolment.withdraw, made.id, "jan")
        assert left.state is EnrolmentState.WITHDRAWN

    async def test_after_the_round_that_mentor_may_leave(self, invited: Company) -> None:
        await self.is_in(invited, TandemState.RELEASED, mentor_agreed=True, told_left_over=True)
        made = await enrol(invited.first, Role.MENTOR, "jan")
        assert (
            await invited.first.run(enrolment.withdraw, made.id, "jan")
        ).state is EnrolmentState.WITHDRAWN

    async def test_a_tandem_in_the_other_role_or_another_programme_keeps_nobody(
        self, invited: Company
    ) -> None:
        await is_done(invited)
        other_side = Tandem(f"{FIRST}.t2", 2, "", "eva", "ada", TandemState.LAUNCHED, NOW, NOW)
        await put(invited.first, "tandems", other_side)
        elsewhere = Tandem(f"{SECOND}.t1", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
        await put(invited.second, "tandems", elsewhere)
        assert (
            await invited.first.run(enrolment.withdraw, EVA, "eva")
        ).state is EnrolmentState.WITHDRAWN


class TestLeavingByWriting:
    """*I do not want any more*, as somebody writes it."""

    @pytest.fixture
    async def done(self, programmes: Company) -> Company:
        """Eva has handed in her questionnaire, and her card stands in her chat."""
        await enrol(programmes.first, Role.MENTEE, "eva")
        await put(
            programmes.first,
            "postings",
            Posting("first", enrolment_card.name, EVA, "eva", "chat", activity_id="a", shown=1),
        )
        return programmes

    async def ask(self, company: Company, copy: str = "9") -> None:
        await company.first.run(ask_whether_to_leave, "eva", chat_of("eva"), copy)

    async def test_it_is_asked_back_first(self, done: Company) -> None:
        """issue 12, U3: the whole summary came each time, seven live copies."""
        await self.ask(done)
        found = await one(done.first, "enrolments", EVA)
        assert found.state is EnrolmentState.DONE
        notice = await shown(done.first, enrolment_card.name, EVA, "eva", view=LEAVING)
        assert notice.leaving

    async def test_older_copies_close_themselves_once_the_newer_one_is_there(
        self, done: Company
    ) -> None:
        await self.ask(done)
        assert (await one(done.first, "postings", "first")).view == ""
        await send_all(done.first)
        old = await one(done.first, "postings", "first")
        assert (old.view, old.is_behind) == (OLDER, True)
        assert await shown(done.first, enrolment_card.name, EVA, "eva", view=OLDER) == Said.of(
            "older-copy"
        )

    async def test_asked_twice_by_one_message_it_comes_once(self, done: Company) -> None:
        for _ in range(2):
            await self.ask(done)
        await send_all(done.first)
        cards = await all_of(done.first, "postings", kind=enrolment_card.name)
        assert [each.view for each in cards if each.view != OLDER] == [LEAVING]

    async def test_whoever_has_said_nothing_yet_has_nothing_to_withdraw(
        self, invited: Company
    ) -> None:
        with refused("withdraw-nothing"):
            await self.ask(invited)

    async def test_once_it_is_answered_nothing_tells_that_it_was_asked(self, done: Company) -> None:
        pair = Tandem(f"{FIRST}.t", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
        await put(done.first, "tandems", pair)
        await self.ask(done)
        await done.first.run(enrolment.withdraw, EVA, "eva")
        cards = await all_of(done.first, "postings", kind=enrolment_card.name)
        assert LEAVING not in {each.view for each in cards}

    async def test_from_then_on_the_bot_knows_them(self, done: Company) -> None:
        assert await done.first.read(knows_us, "eva")
        assert not await done.first.read(knows_us, "ada")
        await change(done.first, "enrolments", EVA, state=EnrolmentState.DECLINED)
        assert not await done.first.read(knows_us, "eva")
