"""Whoever comes by themselves says yes to what the programme asks of applicants, or does not begin;
whom owners have declined is not asked again and again.
"""

from __future__ import annotations

import json

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from cards.privacy.telling import told as told_of
from mentoring.domain.condition import Condition
from mentoring.domain.confirmed import Confirmed, mark_of
from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.people import Role, Spoken
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.upkeep import Fact
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.enrolment.applications import applications_card, decline, show
from mentoring.usecases.enrolment.applying import NOT_ASKED_AGAIN, Yes
from mentoring.usecases.enrolment.card import EnrolmentNotice, enrolment_card
from mentoring.usecases.enrolment.enrolment import take_part, withdraw
from mentoring.usecases.enrolment.entrance import apply, invite, welcome
from mentoring.usecases.privacy import delete_me, my_data
from tests.usecases.company import (
    FIRST,
    NOW,
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
from tests.usecases.ports import chat_of

JAN, AS_MENTEE = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:jan"
AT_MOST = Condition(texts={"de": "Ich bin höchstens 28 Jahre alt."})
STRICTER = Condition(texts={"de": "Ich bin höchstens 25 Jahre alt."})
ASKS = Programme(
    apply_as=("mentor", "mentee"), mentor_condition=AT_MOST, contact=Contact(name="Olivia")
)


async def jan(company: Company, key: str = JAN) -> Enrolment:
    found: Enrolment = await one(company.first, "enrolments", key)
    return found


async def sees_condition(company: Company, key: str = JAN) -> bool:
    notice = await shown(company.first, enrolment_card.name, key, "jan")
    assert isinstance(notice, EnrolmentNotice)
    return notice.asks_condition


async def says_yes_again(company: Company, read: Condition) -> Enrolment:
    """Jan, who took part before, says yes to this."""
    said = Yes(meets=True, read=mark_of(read))
    return await company.first.run(coming_back.again, JAN, "jan", said)


@pytest.mark.parametrize("by_call", [True, False])
async def test_whoever_comes_by_themselves_is_spoken_to_as_they_spoke(
    programmes: Company, *, by_call: bool
) -> None:
    """Their directory says German; only their second card was in English."""
    await programmes.set_up(ASKS)
    spoken = Spoken("en-GB", "Asia/Tokyo")
    if by_call:
        await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "1", spoken)
    else:
        await welcome(programmes.first, "jan", chat_of("jan"), "1", spoken)
    person = await one(programmes.unbound, "people", "jan")
    assert (person.language, person.chose_language) == ("en", False)


class TestTheCondition:
    """A yes-or-no question in the owners' words."""

    @pytest.fixture
    async def applying(self, programmes: Company) -> Company:
        """Jan has written to the bot, and reads what is asked of him."""
        await programmes.set_up(ASKS)
        await welcome(programmes.first, "jan", chat_of("jan"), "1")
        return programmes

    async def test_nobody_begins_without_the_yes(self, applying: Company) -> None:
        assert await sees_condition(applying)
        with refused("condition"):
            await applying.first.run(take_part, JAN, "jan")
        assert (await jan(applying)).state is EnrolmentState.INVITED

    async def test_only_the_yes_is_kept(self, applying: Company) -> None:
        before = await jan(applying)
        assert before.met_condition_at is None
        begun = await applying.first.run(take_part, JAN, "jan", Yes(meets=True))
        assert (begun.state, begun.met_condition_at) == (EnrolmentState.BEGUN, NOW)
        assert not await sees_condition(applying)

    async def test_a_yes_counts_for_the_sentence_that_was_read(self, applying: Company) -> None:
        """Owners have changed it, and the card stood there with the earlier one."""
        await applying.set_up(ASKS.model_copy(update={"mentor_condition": STRICTER}))
        with refused("condition"):
            await applying.first.run(take_part, JAN, "jan", Yes(meets=True, read=mark_of(AT_MOST)))
        assert (await jan(applying)).state is EnrolmentState.INVITED
        begun = await applying.first.run(
            take_part, JAN, "jan", Yes(meets=True, read=mark_of(STRICTER))
        )
        assert (begun.state, begun.met_condition) == (EnrolmentState.BEGUN, mark_of(STRICTER))

    async def test_so_does_that_of_who_took_part_before(self, applying: Company) -> None:
        await change(applying.first, "enrolments", JAN, earlier="p1c0:mentor:jan")
        with refused("condition"):
            await applying.first.run(
                coming_back.again, JAN, "jan", Yes(meets=True, read=mark_of(STRICTER))
            )
        again = await applying.first.run(
            coming_back.again, JAN, "jan", Yes(meets=True, read=mark_of(AT_MOST))
        )
        assert again.met_condition == mark_of(AT_MOST)

    async def test_the_card_says_which_sentence_it_has_shown(self, applying: Company) -> None:
        notice = await shown(applying.first, enrolment_card.name, JAN, "jan")
        drawn = json.dumps(render(notice, Words("en")).content)
        assert mark_of(AT_MOST) in drawn

    @pytest.mark.parametrize(
        ("asked", "confirmed"),
        [(AT_MOST, Confirmed.THIS), (STRICTER, Confirmed.ANOTHER)],
    )
    async def test_owners_read_whether_it_is_still_what_is_asked(
        self, applying: Company, asked: Condition, confirmed: Confirmed
    ) -> None:
        await applying.first.run(take_part, JAN, "jan", Yes(meets=True, read=mark_of(AT_MOST)))
        await change(applying.first, "enrolments", JAN, state=EnrolmentState.DONE, done_at=NOW)
        await applying.set_up(ASKS.model_copy(update={"mentor_condition": asked}))
        [waits] = (await shown(applying.first, applications_card.name, FIRST, "otto")).applicants
        assert waits.confirmed is confirmed

    async def test_pressed_twice_it_is_said_once(self, applying: Company) -> None:
        for _ in range(2):
            await applying.first.run(take_part, JAN, "jan", Yes(meets=True))
        assert (await applying.first.run(take_part, JAN, "jan")).state is EnrolmentState.BEGUN

    async def test_whoever_comes_back_is_asked_anew(self, applying: Company) -> None:
        await applying.first.run(take_part, JAN, "jan", Yes(meets=True))
        left = await applying.first.run(withdraw, JAN, "jan")
        assert (left.met_condition_at, left.met_condition) == (None, "")
        back = await applying.first.run(take_part, JAN, "jan")
        assert back.state is EnrolmentState.INVITED
        assert await sees_condition(applying)

    @pytest.mark.parametrize("by_the_call", [False, True])
    async def test_so_is_whom_owners_had_accepted(
        self, applying: Company, by_the_call: bool
    ) -> None:
        """The yes was erased with the answers."""
        await applying.first.run(take_part, JAN, "jan", Yes(meets=True))
        accepted = {"application": Application.ACCEPTED, "accepted_at": NOW}
        await change(applying.first, "enrolments", JAN, state=EnrolmentState.DONE, **accepted)
        assert not await sees_condition(applying)
        await applying.first.run(withdraw, JAN, "jan")
        if by_the_call:
            await apply(applying.first, "jan", Role.MENTOR, chat_of("jan"), "2")
        assert await sees_condition(applying)
        if not by_the_call:
            back = await applying.first.run(take_part, JAN, "jan")
            assert back.state is EnrolmentState.INVITED
        begun = await applying.first.run(take_part, JAN, "jan", Yes(meets=True))
        assert (begun.state, begun.application) == (EnrolmentState.BEGUN, Application.ACCEPTED)

    async def test_so_is_who_took_part_before(self, applying: Company) -> None:
        await change(applying.first, "enrolments", JAN, earlier="p1c0:mentor:jan")
        with refused("condition"):
            await applying.first.run(coming_back.again, JAN, "jan")
        again = await applying.first.run(coming_back.again, JAN, "jan", Yes(meets=True))
        assert again.met_condition_at == NOW

    async def test_the_other_role_asks_for_its_own(self, applying: Company) -> None:
        await applying.set_up(ASKS.model_copy(update={"mentee_condition": AT_MOST}))
        await applying.first.run(coming_back.change_role, JAN, "jan")
        asked = await jan(applying, AS_MENTEE)
        assert (asked.state, asked.application) == (EnrolmentState.INVITED, Application.OPEN)
        assert await sees_condition(applying, AS_MENTEE)

    async def test_where_nothing_is_asked_the_other_role_begins(self, applying: Company) -> None:
        await applying.first.run(coming_back.change_role, JAN, "jan")
        assert (await jan(applying, AS_MENTEE)).state is EnrolmentState.BEGUN

    async def test_whoever_is_invited_is_not_asked(self, programmes: Company) -> None:
        await programmes.set_up(ASKS)
        await programmes.first.run(invite, profile("jan"), Role.MENTOR)
        begun = await programmes.first.run(take_part, JAN, "jan")
        assert (begun.state, begun.met_condition_at) == (EnrolmentState.BEGUN, None)

    async def test_who_has_begun_before_it_was_asked_goes_on(self, programmes: Company) -> None:
        await welcome(programmes.first, "jan", chat_of("jan"), "1")
        await programmes.first.run(take_part, JAN, "jan")
        await programmes.set_up(ASKS)
        assert not await sees_condition(programmes)


async def noted(company: Company) -> list[Fact]:
    """What is remembered of those who were declined."""
    return [each for each in await all_of(company.first, "facts") if "declined" in each.id]


class TestDeclinedBefore:
    """Within the cycle whoever was declined is told so, and not asked once more."""

    @pytest.fixture
    async def declined(self, programmes: Company) -> Company:
        await programmes.set_up(Programme(contact=Contact(name="Olivia")))
        await enrol(programmes.first, Role.MENTOR, "jan")
        await change(programmes.first, "enrolments", JAN, application=Application.OPEN)
        await programmes.first.run(show, "otto", chat_of("otto"))
        [card] = await all_of(programmes.first, "postings", kind=applications_card.name)
        await programmes.first.run(decline, "otto", [JAN], card.id)
        return programmes

    async def test_they_are_told_so_if_they_write_or_follow_the_call(
        self, declined: Company
    ) -> None:
        with refused("declined", contact="Olivia"):
            await welcome(declined.first, "jan", chat_of("jan"), "2")
        with refused("declined"):
            await apply(declined.first, "jan", Role.MENTOR, chat_of("jan"), "3")
        assert await all_of(declined.first, "enrolments") == []

    async def test_nor_do_they_come_in_by_the_other_role(self, declined: Company) -> None:
        both = Programme(apply_as=("mentor", "mentee"), contact=Contact(name="Olivia"))
        await declined.set_up(both)
        await apply(declined.first, "jan", Role.MENTEE, chat_of("jan"), "2")
        with refused("declined", contact="Olivia"):
            await declined.first.run(coming_back.change_role, AS_MENTEE, "jan")
        assert (await jan(declined, AS_MENTEE)).state is EnrolmentState.INVITED

    async def test_it_is_kept_under_a_pseudonym_for_half_a_year(self, declined: Company) -> None:
        [fact] = await noted(declined)
        assert "jan" not in repr(fact)
        await declined.at(NOW + NOT_ASKED_AGAIN)
        assert await noted(declined) == []

    async def test_my_data_tells_of_it(self, declined: Company) -> None:
        """Issue 12: it stood in no register of what is held."""
        notice = await shown(declined.first, "my_data", "jan", "jan")
        lines = [line for each in told_of(notice, Words("de")) for line in each.lines]
        assert "Notiz: Bewerbung als Mentor:in nicht angenommen" in lines

    async def test_delete_me_forgets_it_with_everything_else(self, declined: Company) -> None:
        """Issue 12: it outlived everything else of somebody."""
        await declined.first.run(delete_me.confirm, "jan")
        for key in await asked_for(declined.first, "erase_person"):
            await EFFECTS["erase_person"](declined.first, key)
        assert await noted(declined) == []
        assert await all_of(declined.first, "timers", kind="fact-over") == []

    async def test_of_whoever_is_known_no_more_it_is_forgotten_at_once(
        self, declined: Company
    ) -> None:
        await declined.first.run(lambda uow, _: uow.people.delete("jan"))
        with refused("only-noted"):
            await declined.first.run(my_data.show, "jan", chat_of("jan"))
        assert await declined.first.run(delete_me.offer, "jan", chat_of("jan"))
        assert await noted(declined) == []
        with refused("nothing-held"):
            await declined.first.run(delete_me.offer, "jan", chat_of("jan"))

    async def test_owners_may_invite_them_all_the_same(self, declined: Company) -> None:
        made = await declined.first.run(invite, profile("jan"), Role.MENTOR)
        assert made.is_admitted

    async def test_another_programme_knows_nothing_of_it(self, declined: Company) -> None:
        await welcome(declined.second, "jan", chat_of("jan"), "2")
        assert await told(declined.second, enrolment_card.name) == ["jan"]
