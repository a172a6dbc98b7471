"""What was wrong about one person is put right before there is a tandem: shown first, done once,
and the person reads why.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.sending import deliver, send
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.enrolment.coming_back import change_role
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice, correction_card
from mentoring.usecases.enrolment.enrolment import not_now, take_part
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach
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
from tests.usecases.enrolment.steps import ANSWERS, DAY, DONE, EVA, closes, is_done
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


async def correct(company: Company, kind: Correction) -> str:
    """Otto looks at it, and does it; returns the id of the card."""
    card = await prepare(company, kind)
    await company.first.run(correcting.confirm, "otto", EVA, card)
    return card


async def asked_anew(company: Company) -> None:
    """Eva has waited for half a year in a rolling cycle, and is asked anew."""
    await is_done(company)
    await change(
        company.first, "enrolments", EVA, state=EnrolmentState.INVITED, earlier=EVA, answers=ANSWERS
    )


async def seen(company: Company, card: str) -> CorrectionNotice:
    posting = await one(company.first, "postings", card)
    about, reader = posting.subject_id, posting.person_id
    found = await shown(company.first, correction_card.name, about, reader, view=posting.view)
    assert isinstance(found, CorrectionNotice)
    return found


async def views(company: Company, key: str) -> set[str]:
    found = await all_of(company.first, "postings", kind=enrolment_card.name, subject_id=key)
    return {each.view for each in found}


async def arrives(company: Company, card: str) -> str:
    """The card stands in Teams; returns its view afterwards."""
    await deliver(company.first, card)
    return str((await one(company.first, "postings", card)).view)


class TestCopies:
    """Only the same preview once more lets an earlier one give way."""

    async def test_another_kind_of_preview_stays(self, read: Company) -> None:
        role = await prepare(read, Correction.ROLE)
        await arrives(read, role)
        remove = await prepare(read, Correction.REMOVE)
        await arrives(read, remove)
        assert (await one(read.first, "postings", role)).view == Correction.ROLE

    async def test_the_same_preview_closes(self, read: Company) -> None:
        first = await prepare(read, Correction.REMOVE)
        await arrives(read, first)
        await read.at(NOW + timedelta(minutes=1))
        await arrives(read, await prepare(read, Correction.REMOVE))
        assert (await one(read.first, "postings", first)).view == OLDER


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

    async def test_what_is_done_is_not_discarded_any_more(self, read: Company) -> None:
        card = await correct(read, Correction.REMOVE)
        with refused("stale"):
            await read.first.run(correcting.discard, EVA, card)
        assert (await seen(read, card)).kind is Correction.REMOVED

    async def test_discarding_twice_is_no_mistake(self, read: Company) -> None:
        card = await prepare(read, Correction.REMOVE)
        for _ in range(2):
            await read.first.run(correcting.discard, EVA, card)

    async def test_cards_that_say_the_day_as_earlier_ones_did_are_read(self, read: Company) -> None:
        card = await correct(read, Correction.REMOVE)
        await change(read.first, "postings", card, view="removed 2026-11-02")
        assert (await seen(read, card)).kind is Correction.REMOVED

    async def test_it_says_whether_the_person_reads_anything_of_it(self, invited: Company) -> None:
        card = await prepare(invited, Correction.ROLE)
        assert (await seen(invited, card)).unread
        await reach(invited.first, EVA)
        await arrive(invited)
        assert not (await seen(invited, card)).unread

    @pytest.mark.parametrize("kind", [Correction.ROLE, Correction.REMOVE])
    async def test_whoever_began_meanwhile_is_looked_at_again(
        self, read: Company, kind: Correction
    ) -> None:
        """The card did not speak of answers, so nothing happens to them."""
        card = await prepare(read, kind)
        await is_done(read)
        with refused("stale"):
            await read.first.run(correcting.confirm, "otto", EVA, card, begun=False)
        assert (await one(read.first, "enrolments", EVA)).answers == DONE
        await read.first.run(correcting.confirm, "otto", EVA, card, begun=True)


class TestANo:
    """A *not now* looks like an invitation that nobody has answered yet, a withdrawal like a
    questionnaire that is begun.
    """

    @pytest.fixture(params=[EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN])
    async def left(self, read: Company, request: pytest.FixtureRequest) -> Company:
        await change(read.first, "enrolments", EVA, state=request.param)
        return read

    @pytest.mark.parametrize(
        ("state", "like"),
        [
            (EnrolmentState.DECLINED, EnrolmentState.INVITED),
            (EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN),
        ],
    )
    async def test_on_the_card(
        self, read: Company, state: EnrolmentState, like: EnrolmentState
    ) -> None:
        told = []
        for each in (state, like):
            await change(read.first, "enrolments", EVA, state=each)
            told.append(await seen(read, await prepare(read, Correction.REMOVE)))
        assert told[0] == told[1]

    async def test_when_they_are_removed(self, left: Company) -> None:
        await correct(left, Correction.REMOVE)
        assert await views(left, EVA) == {TakenOut.TAKEN_BACK}

    async def test_when_they_are_asked_in_the_other_role(self, left: Company) -> None:
        """Both invitations seem to be open, and each can be taken back."""
        await left.first.run(invite, profile("eva"), Role.MENTOR)
        with refused("correct-both"):
            await prepare(left, Correction.ROLE)
        await prepare(left, Correction.REMOVE)
        shown_now = await all_of(left.first, "postings", kind=correction_card.name)
        assert {each.subject_id for each in shown_now} == {EVA, AS_MENTOR}

    async def test_when_they_were_asked_anew(self, read: Company) -> None:
        """With the *not now* their kept answers go, and nothing looks different."""
        await asked_anew(read)
        before = await seen(read, await prepare(read, Correction.REMOVE))
        await read.first.run(not_now, EVA, "eva")
        after = await seen(read, await prepare(read, Correction.REMOVE))
        assert before == after
        assert after.has_begun

    async def test_whoever_has_changed_the_role_themselves_is_in_one(self, read: Company) -> None:
        """Owners see the old one nowhere."""
        await change(read.first, "enrolments", EVA, earlier="p1c0:mentee:eva")
        await read.first.run(change_role, EVA, "eva")
        await prepare(read, Correction.ROLE)
        [card] = await all_of(read.first, "postings", kind=correction_card.name)
        assert card.subject_id == AS_MENTOR


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

    async def test_one_in_the_other_role_keeps_nobody_from_leaving_this(
        self, company: Company
    ) -> None:
        """Eva has a tandem as a mentee, and is asked as a mentor as well."""
        await enrol(company.first, Role.MENTEE, "eva")
        await enrol(company.first, Role.MENTOR, "eva")
        await company.first.run(correcting.prepare, "otto", Correction.REMOVE, "eva", CHAT)
        cards = await all_of(company.first, "postings", kind=correction_card.name)
        assert [card.subject_id for card in cards] == [f"{FIRST}:mentor:eva"]

    async def test_so_it_does_if_it_came_meanwhile(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await change(company.first, "tandems", TANDEM, state=TandemState.RELEASED)
        card = await prepare(company, Correction.REMOVE)
        await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        with refused("correct-in-tandem"):
            await company.first.run(correcting.confirm, "otto", EVA, card)

    @pytest.mark.parametrize("kind", [Correction.ROLE, Correction.REMOVE])
    async def test_an_owner_does_not_end_their_own_offer(
        self, company: Company, kind: Correction
    ) -> None:
        """Jan, an owner, is asked whether he will be Eva's mentor; others may end it."""
        await enrol(company.first, Role.MENTEE, "eva")
        await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        with refused("decide-own"):
            await company.first.run(correcting.prepare, "jan", kind, "eva", CHAT)
        card = await prepare(company, kind)
        with refused("decide-own"):
            await company.first.run(correcting.confirm, "jan", EVA, card)
        assert (await one(company.first, "tandems", TANDEM)).state is TandemState.ASKED_MENTOR

    async def test_an_owner_does_not_learn_of_an_offer_that_has_not_come_to_them(
        self, company: Company
    ) -> None:
        """Eva, an owner, would be asked only after Jan."""
        await enrol(company.first, Role.MENTOR, "jan")
        await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        await company.first.run(correcting.prepare, "eva", Correction.REMOVE, "jan", CHAT)

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
