"""What was wrong about one person is put right before there is a tandem: shown first, done once,
and the person reads why.
"""

from __future__ import annotations

import pytest

import bot.app  # noqa: F401 - everything registers itself
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.postings import send
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice, correction_card
from mentoring.usecases.enrolment.enrolment import not_now, take_part
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.invitation import reach
from tests.answers import GERMAN
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    profile,
    refused,
    shown,
    told,
)
from tests.usecases.enrolment.steps import DAY, EVA, closes, is_done
from tests.usecases.ports import chat_of

CHAT = chat_of("owners")
AS_MENTOR = f"{FIRST}:mentor:eva"


@pytest.fixture
async def read(invited: Company) -> Company:
    """Eva has her invitation as a mentee before her."""
    await reach(invited.first, EVA)
    await arrive(invited)
    return invited


async def arrive(company: Company) -> None:
    for each in await all_of(company.first, "postings", kind=enrolment_card.name, activity_id=""):
        await change(company.first, "postings", each.id, activity_id=f"a {each.id}")


async def prepare(company: Company, kind: Correction, person: str = "eva") -> str:
    """Otto looks at it; returns the id of the card."""
    await company.first.run(correcting.prepare, "otto", kind, person, CHAT)
    found = await all_of(company.first, "postings", kind=correction_card.name, view=str(kind))
    return str(found[-1].id)


async def correct(company: Company, kind: Correction) -> None:
    card = await prepare(company, kind)
    await company.first.run(correcting.confirm, "otto", EVA, card)


async def seen(company: Company, card: str) -> CorrectionNotice:
    posting = await one(company.first, "postings", card)
    found = await shown(
        company.first, correction_card.name, posting.subject_id, "otto", view=posting.view
    )
    assert isinstance(found, CorrectionNotice)
    return found


async def views(company: Company, key: str) -> set[str]:
    found = await all_of(company.first, "postings", kind=enrolment_card.name, subject_id=key)
    return {each.view for each in found}


class TestShownFirst:
    """Nothing happens before it is confirmed, and only what was shown."""

    async def test_it_says_whether_there_are_answers_that_would_go(self, read: Company) -> None:
        card = await prepare(read, Correction.REMOVE)
        before = await seen(read, card)
        assert (before.name, before.role, before.has_begun) == ("Eva", Role.MENTEE, False)
        await read.first.run(take_part, EVA, "eva")
        assert (await seen(read, card)).has_begun
        assert [each.id for each in await all_of(read.first, "enrolments")] == [EVA]

    async def test_discarded_it_can_be_confirmed_no_more(self, read: Company) -> None:
        card = await prepare(read, Correction.REMOVE)
        await read.first.run(correcting.discard, EVA, card)
        assert (await seen(read, card)).kind is Correction.DISCARDED
        with refused("stale"):
            await read.first.run(correcting.confirm, "otto", EVA, card)

    async def test_it_is_good_for_a_day(self, read: Company) -> None:
        card = await prepare(read, Correction.REMOVE)
        await read.at(NOW + DAY)
        with refused("preview-old"):
            await read.first.run(correcting.confirm, "otto", EVA, card)

    async def test_the_second_owner_sees_that_it_is_done(self, read: Company) -> None:
        card = await prepare(read, Correction.REMOVE)
        await correct(read, Correction.ROLE)
        assert (await seen(read, card)).gone
        with refused("gone"):
            await read.first.run(correcting.confirm, "otto", EVA, card)

    async def test_whoever_said_no_looks_as_if_they_had_not_answered(self, read: Company) -> None:
        await read.first.run(not_now, EVA, "eva")
        card = await prepare(read, Correction.REMOVE)
        assert not (await seen(read, card)).has_begun


class TestWhoCannotBe:
    """Owners leave themselves to others; a tandem ends first; nobody else is touched."""

    async def test_an_owner_leaves_themselves_to_others(self, read: Company) -> None:
        await read.first.run(invite, profile("otto"), Role.MENTEE)
        with refused("correct-own"):
            await prepare(read, Correction.REMOVE, "otto")

    async def test_whoever_is_not_asked_is_not_there(self, read: Company) -> None:
        with refused("correct-nobody", name="Ada"):
            await prepare(read, Correction.REMOVE, "ada")

    async def test_another_programme_does_not_know_them(self, read: Company) -> None:
        with refused("correct-nobody"):
            await read.second.run(correcting.prepare, "olga", Correction.REMOVE, "eva", CHAT)
        card = await prepare(read, Correction.REMOVE)
        with refused("stale"):
            await read.second.run(correcting.confirm, "olga", EVA, card)

    @pytest.mark.parametrize("kind", [Correction.ROLE, Correction.REMOVE])
    async def test_a_tandem_ends_first(self, company: Company, kind: Correction) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        with refused("correct-in-tandem", name="Eva", number=1):
            await prepare(company, kind)

    async def test_so_it_does_if_it_came_meanwhile(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await change(company.first, "tandems", TANDEM, state=TandemState.RELEASED)
        card = await prepare(company, Correction.REMOVE)
        await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        with refused("correct-in-tandem"):
            await company.first.run(correcting.confirm, "otto", EVA, card)

    async def test_nobody_has_both_roles_turned_round(self, read: Company) -> None:
        await read.first.run(invite, profile("eva"), Role.MENTOR)
        with refused("correct-both"):
            await prepare(read, Correction.ROLE)

    async def test_after_the_end_nobody_is_asked_in_another_role(self, read: Company) -> None:
        await closes(read)
        with refused("enrolment-closed"):
            await prepare(read, Correction.ROLE)


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

    async def test_whoever_then_says_no_leaves_nothing_behind(self, read: Company) -> None:
        await is_done(read)
        await correct(read, Correction.ROLE)
        declined = await read.first.run(not_now, AS_MENTOR, "eva")
        assert list(declined.answers.parts) == []
