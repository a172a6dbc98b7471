"""Somebody is taken out by owners: what they said is gone, and their card says so kindly."""

from __future__ import annotations

import pytest

from mentoring.domain.invitation import TAKEN_BACK, InviteState
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import about, naming_them
from mentoring.usecases.common.reaching import with_hindrance
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.correcting import Correction
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.invitation import prepare
from mentoring.usecases.enrolment.inviting import confirm, stop, take_back
from mentoring.usecases.enrolment.reach import _reached, reach
from mentoring.usecases.enrolment.taking_out import take_out
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
    put,
)
from tests.usecases.enrolment.steps import DAY, EVA, is_done
from tests.usecases.ports import chat_of

LIST = f"{FIRST}.invite-1"


def eva_out(uow: UnitOfWork, moment: Moment) -> None:
    take_out(uow, moment, uow.enrolments.need(EVA), TakenOut.TAKEN_BACK)


async def known_of(company: Company, person_id: str) -> set[str]:
    """The kinds of rows that are about the person or name them, but for what passes by itself."""
    world = company.first
    found = await world.read(lambda uow, _: [*about(uow, person_id), *naming_them(uow, person_id)])
    return {type(row).__name__ for _, row in found} - {"Effect", "Timer", "Change", "Fact"}


async def all_read(company: Company) -> None:
    """Every card stands where it belongs, as it is now."""
    for each in await all_of(company.first, "postings"):
        there = each.activity_id or f"a {each.id}"
        await change(company.first, "postings", each.id, activity_id=there, shown=each.wanted)


async def cards(company: Company) -> dict[str, str]:
    """The view that each of Eva's cards shows."""
    found = await all_of(company.first, "postings", kind=enrolment_card.name)
    return {each.activity_id: each.view for each in found}


async def test_the_enrolment_goes_with_all_its_answers(invited: Company) -> None:
    await is_done(invited)
    await invited.first.run(eva_out)
    assert await all_of(invited.first, "enrolments") == []


async def test_a_card_that_stands_says_so_and_one_on_its_way_never_comes(invited: Company) -> None:
    await reach(invited.first, EVA)
    [posting] = await all_of(invited.first, "postings", kind=enrolment_card.name)
    await change(invited.first, "postings", posting.id, activity_id="there")
    for activity, view in (("", ""), ("older", OLDER)):
        copy = f"copy {activity}"
        made = Posting(copy, posting.kind, EVA, "eva", activity_id=activity, view=view)
        await put(invited.first, "postings", made)
    await invited.first.run(eva_out)
    assert await cards(invited) == {"there": TakenOut.TAKEN_BACK, "older": OLDER}


class TestForgotten:
    """A day later nothing is known of whoever was taken out and is in nothing else."""

    @pytest.fixture
    async def sent(self, programmes: Company) -> Company:
        """Eva and Ada have their invitations of Otto's list before them."""
        await prepare(
            programmes.first, "otto", Role.MENTEE, PeopleAndGroups("Eva; Ada"), chat_of("owners")
        )
        await programmes.first.run(confirm, LIST)
        for key in ("eva", "ada"):
            await reach(programmes.first, f"{FIRST}:mentee:{key}")
        await all_read(programmes)
        return programmes

    async def test_after_an_undo(self, sent: Company) -> None:
        await sent.first.run(take_back, "otto", LIST)
        await all_read(sent)
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") == set()
        back = (await one(sent.first, "invites", LIST)).entries
        assert [(each.name, each.hindrance) for each in back] == [("", TAKEN_BACK)] * 2

    async def test_after_a_removal_the_owners_card_goes_too(self, sent: Company) -> None:
        await sent.first.run(correcting.prepare, "otto", Correction.REMOVE, "eva", chat_of("o"))
        [card] = await all_of(sent.first, "postings", kind="correction_card")
        await sent.first.run(correcting.confirm, "otto", EVA, card.id)
        await all_read(sent)
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") == set()
        assert await known_of(sent, "ada") >= {"Person", "Enrolment"}

    async def test_not_before_they_have_read_it(self, sent: Company) -> None:
        """A card that comes in working hours, or after an absence, is waited for."""
        await sent.first.run(eva_out)
        unread = Posting("more", enrolment_card.name, EVA, "eva", view=TakenOut.REMOVED)
        await put(sent.first, "postings", unread)
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") >= {"Person", "Posting"}
        await all_read(sent)
        await sent.at(NOW + 2 * DAY)
        assert await known_of(sent, "eva") == set()

    async def test_nobody_waits_for_somebody_whom_nothing_reaches(self, sent: Company) -> None:
        await sent.first.run(eva_out)
        eva = await one(sent.first, "people", "eva")
        await put(sent.first, "people", with_hindrance(eva, "app-removed"))
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") == set()

    async def test_not_whoever_is_asked_again(self, sent: Company) -> None:
        await sent.first.run(eva_out)
        await sent.first.run(invite, profile("eva"), Role.MENTOR)
        await all_read(sent)
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") >= {"Person", "Enrolment", "Invite"}

    async def test_not_who_stands_on_a_list_that_is_about_to_be_sent(self, sent: Company) -> None:
        await sent.first.run(eva_out)
        sent.clock.moment = NOW + DAY / 2
        await prepare(sent.first, "otto", Role.MENTEE, PeopleAndGroups("Eva"), chat_of("owners"))
        await all_read(sent)
        await sent.at(NOW + DAY)
        assert await known_of(sent, "eva") >= {"Person", "Invite"}
        second = await sent.first.run(stop, f"{FIRST}.invite-2")
        assert second.state is InviteState.STOPPED
        await sent.at(NOW + 2 * DAY)
        assert await known_of(sent, "eva") == set()

    async def test_a_past_tandem_is_still_a_record(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await company.first.run(eva_out)
        await company.at(NOW + DAY)
        assert (await one(company.first, "tandems", TANDEM)).mentee_id == "eva"
        assert (await one(company.first, "people", "eva")).profile.name == "Eva"

    async def test_an_invitation_that_is_just_being_sent_brings_nobody_back(
        self, sent: Company
    ) -> None:
        """The directory was asked before the enrolment went, and answers after it."""
        await sent.first.run(eva_out)
        await all_read(sent)
        await sent.at(NOW + DAY)
        await sent.first.run(_reached, EVA, profile("eva"), chat_of("eva"))
        assert await known_of(sent, "eva") == set()
