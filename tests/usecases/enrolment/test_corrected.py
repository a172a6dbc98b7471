"""What the person reads, keeps and loses once an owner has taken them out or asked them in the
other role.
"""

from __future__ import annotations

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.sending import send
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.enrolment.correcting import Correction
from mentoring.usecases.enrolment.enrolment import not_now, take_part
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach
from tests.answers import GERMAN
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    profile,
    shown,
    told,
)
from tests.usecases.enrolment.corrections import AS_MENTOR, asked_anew, correct, read, views
from tests.usecases.enrolment.steps import EVA, is_done

__all__ = ["read"]


class TestRemoving:
    """From any state before a tandem."""

    async def test_whoever_has_not_begun_reads_that_the_invitation_is_taken_back(
        self, read: Company
    ) -> None:
        await correct(read, Correction.REMOVE)
        assert await views(read, EVA) == {TakenOut.TAKEN_BACK}
        assert await all_of(read.first, "enrolments") == []

    async def test_whoever_has_begun_is_told_and_all_their_answers_go(self, read: Company) -> None:
        await is_done(read)
        await correct(read, Correction.REMOVE)
        assert await all_of(read.first, "enrolments") == []
        assert await told(read.first, enrolment_card.name) == ["eva", "eva"]
        notice = await shown(
            read.first, enrolment_card.name, EVA, "eva", view=str(TakenOut.REMOVED)
        )
        assert isinstance(notice, TakenOutNotice)

    async def test_the_sentence_is_sent_although_there_is_no_enrolment_any_more(
        self, read: Company
    ) -> None:
        await is_done(read)
        await correct(read, Correction.REMOVE)
        [waiting] = await all_of(
            read.first, "postings", kind=enrolment_card.name, activity_id="", person_id="eva"
        )
        await send(read.first, waiting.id)
        assert (await one(read.first, "postings", waiting.id)).activity_id

    async def test_an_open_offer_ends_as_any_other(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        await correct(company, Correction.REMOVE)
        assert (await one(company.first, "tandems", TANDEM)).state is TandemState.RELEASED

    async def test_they_can_be_invited_anew(self, read: Company) -> None:
        await correct(read, Correction.REMOVE)
        again = await read.first.run(invite, profile("eva"), Role.MENTEE)
        assert again.state is EnrolmentState.INVITED


class TestTheOtherRole:
    """Somebody who was asked in the wrong role is asked in the right one."""

    async def as_mentor(self, company: Company) -> Enrolment:
        found: Enrolment
        [found] = await all_of(company.first, "enrolments")
        assert (found.id, found.state) == (AS_MENTOR, EnrolmentState.INVITED)
        return found

    async def test_the_old_card_closes_and_the_right_one_says_why(self, read: Company) -> None:
        await correct(read, Correction.ROLE)
        await self.as_mentor(read)
        assert await views(read, EVA) == {TakenOut.OTHER_ROLE}
        assert await views(read, AS_MENTOR) == {CORRECTED}
        notice = await shown(read.first, enrolment_card.name, AS_MENTOR, "eva", view=CORRECTED)
        assert isinstance(notice, EnrolmentNotice)
        assert notice.corrected

    async def test_whoever_has_read_nothing_yet_gets_the_right_invitation_alone(
        self, invited: Company
    ) -> None:
        await correct(invited, Correction.ROLE)
        assert AS_MENTOR in await asked_for(invited.first, "invite")
        await reach(invited.first, AS_MENTOR)
        assert await views(invited, AS_MENTOR) == {""}

    async def test_what_is_asked_in_both_roles_is_kept_and_the_rest_goes(
        self, read: Company
    ) -> None:
        await is_done(read)
        await correct(read, Correction.ROLE)
        kept = (await self.as_mentor(read)).answers
        assert (kept.about, kept.wishes, kept.protected_space) == (GERMAN, None, None)
        begun = await read.first.run(take_part, AS_MENTOR, "eva")
        assert (begun.state, begun.position) == (EnrolmentState.BEGUN, "topics")

    async def test_whoever_was_asked_anew_keeps_what_they_said(self, read: Company) -> None:
        await asked_anew(read)
        await correct(read, Correction.ROLE)
        assert (await self.as_mentor(read)).answers.about == GERMAN

    async def test_whoever_then_says_no_leaves_nothing_behind(self, read: Company) -> None:
        await is_done(read)
        await correct(read, Correction.ROLE)
        declined = await read.first.run(not_now, AS_MENTOR, "eva")
        assert list(declined.answers.parts) == []
