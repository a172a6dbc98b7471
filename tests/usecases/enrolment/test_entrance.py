"""The ways in: an invitation, an application, last time's answers, the card once more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import COMES_BACK, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.questionnaire import (
    Answers,
)
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.enrolment.card import EnrolmentNotice, enrolment_card
from mentoring.usecases.enrolment.entrance import (
    follow,
    greet,
    invite,
    last_time,
    welcome,
    who_had_one,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    asked_for,
    change,
    one,
    profile,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.enrolment.steps import (
    ANSWERS,
    DAY,
    EVA,
    closes,
    eva,
    is_done,
)
from tests.usecases.ports import chat_of


class TestInviting:
    """Whoever withdrew or said *not now* is asked anew, everybody else keeps theirs."""

    @pytest.mark.parametrize(
        "state", [EnrolmentState.INVITED, EnrolmentState.BEGUN, EnrolmentState.DONE]
    )
    async def test_whoever_is_on_the_way_goes_on(
        self, invited: Company, state: EnrolmentState
    ) -> None:
        before = await change(invited.first, "enrolments", EVA, state=state, answers=ANSWERS)
        assert await invited.first.run(invite, profile("eva"), Role.MENTEE) == before

    @pytest.mark.parametrize(
        "state", [EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN, EnrolmentState.UNREACHABLE]
    )
    async def test_everybody_else_begins_anew(
        self, invited: Company, state: EnrolmentState
    ) -> None:
        await change(invited.first, "enrolments", EVA, state=state)
        invited.clock.moment = NOW + DAY
        found = await invited.first.run(invite, profile("eva"), Role.MENTEE)
        anew = Enrolment(EVA, "eva", Role.MENTEE, EnrolmentState.INVITED, NOW + DAY, cycle_id=FIRST)
        had_begun = state is EnrolmentState.WITHDRAWN
        assert found == (replace(anew, position=COMES_BACK) if had_begun else anew)

    async def test_both_programmes_may_ask_the_same_person(self, invited: Company) -> None:
        await invited.second.run(invite, profile("eva"), Role.MENTEE)
        assert {each.id for each in await all_of(invited.unbound, "enrolments")} == {
            EVA,
            f"{SECOND}:mentee:eva",
        }

    async def test_what_the_directory_says_by_now_is_taken_over(self, invited: Company) -> None:
        await invited.first.run(invite, profile("eva", department="Einkauf"), Role.MENTEE)
        assert (await one(invited.first, "people", "eva")).profile.department == "Einkauf"


class TestLastTime:
    """Who took part before in this programme is asked with their answers beside; nobody else's
    are.
    """

    @pytest.fixture
    async def second_cycle(self, invited: Company) -> Company:
        """Eva took part in the first cycle; the second one runs."""
        await is_done(invited)
        await put(invited.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
        return invited

    async def earlier(self, company: Company, cycle: str, role: Role = Role.MENTEE) -> str:
        found = await company.unbound.of(cycle).read(lambda uow, _: last_time(uow, "eva", role))
        return found.id if found else ""

    async def asked_again(self, company: Company, asked: Enrolment, before: Enrolment) -> Enrolment:
        """As somebody invites her, which is the same as where everybody is asked at once."""

        def unit(uow: UnitOfWork, _moment: Moment) -> Enrolment:
            everybody = who_had_one(uow, before.cycle_id, before.role)
            alone = who_had_one(uow, before.cycle_id, before.role, person_id="eva")
            assert alone == {*everybody} & {"eva"}
            return follow(asked, before, had_one="eva" in alone)

        return await company.unbound.of("p1c2").read(unit)

    async def test_it_is_the_last_cycle_of_the_same_programme_and_role(
        self, second_cycle: Company
    ) -> None:
        assert await self.earlier(second_cycle, "p1c2") == EVA
        assert await self.earlier(second_cycle, "p1c2", Role.MENTOR) == ""
        assert await self.earlier(second_cycle, FIRST) == ""
        assert await self.earlier(second_cycle, SECOND) == ""

    async def test_whoever_did_not_finish_did_not_take_part(self, second_cycle: Company) -> None:
        await change(second_cycle.first, "enrolments", EVA, state=EnrolmentState.WITHDRAWN)
        assert await self.earlier(second_cycle, "p1c2") == ""

    @pytest.mark.parametrize(
        ("state", "told", "priority"),
        [
            *((None, False, 2), (TandemState.RELEASED, True, 2)),
            *((TandemState.CLOSED, False, 0), (TandemState.CLOSED, True, 2)),
        ],
    )
    async def test_whoever_waited_in_vain_comes_first(
        self, second_cycle: Company, state: TandemState | None, told: bool, priority: int
    ) -> None:
        """Also who was in a tandem that never began."""
        before = await change(second_cycle.first, "enrolments", EVA, priority=2)
        if state:
            await put(
                second_cycle.first,
                "tandems",
                Tandem(f"{FIRST}.t", 1, "", "jan", "eva", state, NOW, NOW, told_left_over=told),
            )
        asked = Enrolment("p1c2:mentee:eva", "eva", Role.MENTEE, EnrolmentState.INVITED, NOW)
        found = await self.asked_again(second_cycle, asked, before)
        assert found == replace(asked, earlier=EVA, priority=priority)

    async def test_whoever_was_told_that_one_of_two_could_not_begin_comes_first(
        self, second_cycle: Company
    ) -> None:
        """That is what both of that tandem have read."""
        before = await change(second_cycle.first, "enrolments", EVA, priority=1)
        ran = Tandem(f"{FIRST}.t", 1, "", "jan", "eva", TandemState.CLOSED, NOW, NOW)
        await put(
            second_cycle.first,
            "tandems",
            ran,
            replace(ran, id=f"{FIRST}.u", number=2, mentor_id="ada", told_left_over=True),
        )
        asked = Enrolment("p1c2:mentee:eva", "eva", Role.MENTEE, EnrolmentState.INVITED, NOW)
        found = await self.asked_again(second_cycle, asked, before)
        assert found.priority == 1

    async def test_an_invitation_of_the_next_cycle_knows_it(self, second_cycle: Company) -> None:
        found = await second_cycle.unbound.of("p1c2").run(invite, profile("eva"), Role.MENTEE)
        assert (found.earlier, found.answers) == (EVA, Answers())


async def said_to(company: Company, who: str) -> str:
    """The code of the sentence with which a greeting is answered; empty for a card."""
    said = await greet(company.first, who, chat_of(who), "1")
    return said.code if said else ""


async def everything_of(company: Company) -> list[object]:
    """What would be more if somebody were stored."""
    return [await all_of(company.unbound, each) for each in ("people", "enrolments", "postings")]


class TestWriting:
    """Somebody writes to the bot without having been asked."""

    async def write(self, company: Company, who: str = "eva", copy: str = "1") -> None:
        await welcome(company.first, who, chat_of(who), copy)

    async def test_whoever_is_enrolled_gets_their_card_anew(self, invited: Company) -> None:
        for copy in ("1", "1", "2"):
            await self.write(invited, copy=copy)
        assert await told(invited.first, enrolment_card.name) == ["eva"]
        await deliver(invited.first, f"enrolment:{EVA}:1")
        await self.write(invited, copy="2")
        assert await told(invited.first, enrolment_card.name) == ["eva", "eva"]

    async def test_in_each_programme_that_has_asked_them(self, invited: Company) -> None:
        await invited.second.run(invite, profile("eva"), Role.MENTEE)
        await self.write(invited)
        found = await all_of(invited.unbound, "postings", kind=enrolment_card.name)
        assert {each.subject_id: each.cycle_id for each in found} == {
            EVA: FIRST,
            f"{SECOND}:mentee:eva": SECOND,
        }

    async def test_not_in_a_cycle_that_is_over(self, invited: Company) -> None:
        await change(invited.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("enrolment-closed"):
            await self.write(invited)

    async def test_whoever_could_not_be_reached_is_invited_by_that(self, invited: Company) -> None:
        await change(invited.first, "enrolments", EVA, state=EnrolmentState.UNREACHABLE)
        await self.write(invited)
        assert (await eva(invited)).state is EnrolmentState.INVITED

    async def test_a_stranger_is_told_what_the_bot_is_and_nothing_is_kept_of_them(
        self, programmes: Company
    ) -> None:
        """issue 14: a mere *hallo* after *delete me* stored somebody as an open application."""
        before = await everything_of(programmes)
        assert await said_to(programmes, "jan") == "stranger"
        assert await everything_of(programmes) == before

    @pytest.mark.parametrize("closed", ["no open call", "cycle over"])
    async def test_where_nobody_may_apply_a_stranger_is_told_whom_to_ask(
        self, programmes: Company, closed: str
    ) -> None:
        if closed == "cycle over":
            await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        else:
            await programmes.set_up(Programme(apply_as=()))
        assert await said_to(programmes, "jan") == "stranger-closed"

    async def test_a_greeting_shows_whoever_was_asked_their_card_and_says_nothing_else(
        self, invited: Company
    ) -> None:
        assert await said_to(invited, "eva") == ""
        assert await told(invited.first, enrolment_card.name) == ["eva"]

    async def test_a_stranger_may_apply_in_the_role_that_is_open_to_all(
        self, programmes: Company
    ) -> None:
        await self.write(programmes, "jan")
        (made,) = await all_of(programmes.first, "enrolments")
        assert (made.role, made.state) == (Role.MENTOR, EnrolmentState.INVITED)
        assert await told(programmes.first, enrolment_card.name) == ["jan"]

    async def test_where_both_roles_are_open_they_choose(self, programmes: Company) -> None:
        await programmes.set_up(Programme(apply_as=("mentor", "mentee")))
        await self.write(programmes, "jan")
        (posting,) = await all_of(programmes.first, "postings", kind=enrolment_card.name)
        assert (await self.asked(programmes, posting)).may_change_role
        await programmes.first.run(coming_back.change_role, posting.subject_id, "jan")
        found = await all_of(programmes.first, "enrolments")
        assert {(each.role, each.state) for each in found} == {
            (Role.MENTOR, EnrolmentState.DECLINED),
            (Role.MENTEE, EnrolmentState.BEGUN),
        }
        assert (await self.asked(programmes, posting)).in_other_role

    async def asked(self, company: Company, posting: Posting) -> EnrolmentNotice:
        found = await shown(
            company.first, posting.kind, posting.subject_id, "jan", view=posting.view
        )
        assert isinstance(found, EnrolmentNotice)
        return found

    async def test_whoever_was_invited_in_one_role_does_not_choose(self, invited: Company) -> None:
        with refused("stale"):
            await invited.first.run(coming_back.change_role, EVA, "eva")

    async def test_not_where_nobody_may_apply(self, programmes: Company) -> None:
        await programmes.set_up(Programme(apply_as=(), contact=Contact(name="Olivia")))
        with refused("not-eligible", contact="Olivia"):
            await self.write(programmes, "jan")

    async def test_nor_whoever_cannot_take_part(self, programmes: Company) -> None:
        programmes.people.profiles["jan"] = profile("jan", hindrance="guest")
        with refused("not-eligible"):
            await self.write(programmes, "jan")

    async def test_nor_after_the_end(self, programmes: Company) -> None:
        await closes(programmes)
        with refused("enrolment-closed"):
            await self.write(programmes, "jan")
        assert await asked_for(programmes.first, "post") == []
