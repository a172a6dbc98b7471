"""What was wrong about one person is put right before there is a tandem: shown first, done once,
and the person reads why.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER
from mentoring.domain.tandem import TandemState
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.card import (
    TakenOut,
)
from mentoring.usecases.enrolment.coming_back import change_role
from mentoring.usecases.enrolment.correcting import Correction, correction_card
from mentoring.usecases.enrolment.enrolment import not_now, take_part
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    profile,
    refused,
)
from tests.usecases.enrolment.corrections import (
    AS_MENTOR,
    CHAT,
    arrive,
    arrives,
    asked_anew,
    correct,
    prepare,
    read,
    seen,
    views,
)
from tests.usecases.enrolment.steps import DAY, DONE, EVA, closes, is_done

__all__ = ["read"]


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
