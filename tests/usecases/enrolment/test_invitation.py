"""Inviting: a list is resolved and shown with everybody who cannot be invited and why; then it is
confirmed, once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import NotAllowed
from mentoring.domain.invitation import Entry, Invite
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.ports.world import World
from mentoring.usecases.common.people import meet
from mentoring.usecases.enrolment import invitation
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.invitation import (
    InviteNotice,
    choose_person,
    choose_role,
    invite_card,
    prepare,
    prepare_each,
)
from mentoring.usecases.enrolment.inviting import confirm, stop
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    profile,
    refused,
    shown,
)
from tests.usecases.ports import chat_of

CHAT, DAY = chat_of("owners"), timedelta(days=1)
EVA, LIST = f"{FIRST}:mentee:eva", f"{FIRST}.invite-1"


async def listed(
    company: Company, text: str = "Eva; Ada", role: Role | None = Role.MENTEE
) -> Invite:
    """Otto's list, before it is confirmed."""
    return await prepare(company.first, "otto", role, PeopleAndGroups(text), CHAT)


async def the_list(company: Company) -> Invite:
    found: Invite = await one(company.first, "invites", LIST)
    return found


async def closes(company: Company) -> None:
    await company.first.run(set_enrolment_end, NOW.date(), NOW.date())
    company.clock.moment = NOW + DAY


class TestTheList:
    """Everybody who was meant, and why somebody cannot be invited; nobody is invited yet."""

    async def test_names_and_addresses_are_looked_up(self, programmes: Company) -> None:
        made = await listed(programmes, "Eva; ada@firma.example")
        assert made == Invite(
            LIST,
            "otto",
            NOW,
            Role.MENTEE,
            entries=[Entry("Eva", "eva", "Eva"), Entry("ada@firma.example", "ada", "Ada")],
            cycle_id=made.cycle_id,
        )
        assert await all_of(programmes.first, "enrolments") == []

    async def test_whoever_is_known_already_keeps_what_a_list_does_not_tell(
        self, programmes: Company
    ) -> None:
        """A group invited a second time took managers and mailbox of all who take part."""
        there = profile("eva", managers=("ada",), zone="Europe/London", zone_known=True)
        known = replace(there, working_days=("monday",), locale="en-GB")
        await programmes.first.run(lambda uow, moment: meet(uow, known, moment.programme))
        programmes.people.profiles["eva"] = profile("eva", department="New")
        programmes.people.refuses["standings"] = NotAllowed("managers")
        await listed(programmes, "Eva")
        person = await one(programmes.first, "people", "eva")
        assert person.profile == replace(known, department="New")

    async def test_the_people_of_both_roles_have_a_preview_each(self, programmes: Company) -> None:
        """Issue 14: ``invite mentors A, mentees B``."""
        lists = [(Role.MENTOR, PeopleAndGroups("Ada")), (Role.MENTEE, PeopleAndGroups("Eva"))]
        made = await prepare_each(programmes.first, "otto", lists, CHAT)
        invited = [(each.role, [entry.person_id for entry in each.entries]) for each in made]
        assert invited == [(Role.MENTOR, ["ada"]), (Role.MENTEE, ["eva"])]
        shown_in = [each.subject_id for each in await all_of(programmes.first, "postings")]
        assert sorted(shown_in) == sorted(each.id for each in made)

    async def test_if_one_of_two_lists_is_refused_neither_is_shown(
        self, programmes: Company
    ) -> None:
        lists = [
            (Role.MENTOR, PeopleAndGroups("Ada")),
            (Role.MENTEE, PeopleAndGroups("", ("Nowhere",))),
        ]
        with refused("group-unknown", name="Nowhere"):
            await prepare_each(programmes.first, "otto", lists, CHAT)
        assert await all_of(programmes.first, "postings") == []

    async def test_it_is_shown_where_the_owner_has_asked(self, programmes: Company) -> None:
        await listed(programmes)
        (posting,) = await all_of(programmes.first, "postings")
        assert (posting.kind, posting.person_id, posting.conversation) == (
            invite_card.name,
            "otto",
            CHAT.conversation,
        )

    async def test_whoever_cannot_be_invited_stands_there_with_the_reason(
        self, programmes: Company
    ) -> None:
        programmes.people.profiles["eva2"] = replace(profile("eva2"), name="Eva")
        programmes.people.profiles["guest"] = profile("guest", hindrance="guest")
        await programmes.first.run(invite, profile("jan"), Role.MENTEE)
        made = await listed(programmes, "Eva; Xaver; Guest; Jan; Ada")
        assert {each.text: each.hindrance for each in made.entries} == {
            "Eva": "ambiguous",
            "Xaver": "unknown",
            "Guest": "guest",
            "Jan": "already",
            "Ada": "",
        }

    async def test_whoever_has_been_asked_in_the_other_role_is_named(
        self, programmes: Company
    ) -> None:
        """Meant, or a slip that nobody would notice afterwards."""
        await programmes.first.run(invite, profile("jan"), Role.MENTEE)
        made = await listed(programmes, "Eva; Jan", Role.MENTOR)
        assert {each.text: each.in_both for each in made.entries} == {"Eva": False, "Jan": True}
        later = await listed(programmes, "Eva; Jan", None)
        chosen = await programmes.first.run(choose_role, later.id, Role.MENTOR)
        assert [each.text for each in chosen.invitable() if each.in_both] == ["Jan"]

    @pytest.mark.parametrize(
        ("state", "hindrance"),
        [
            (EnrolmentState.INVITED, "already"),
            (EnrolmentState.DONE, "already"),
            (EnrolmentState.DECLINED, "already"),
            (EnrolmentState.WITHDRAWN, "already"),
            (EnrolmentState.UNREACHABLE, ""),
        ],
    )
    async def test_whoever_said_no_looks_like_everybody_who_is_invited(
        self, programmes: Company, state: EnrolmentState, hindrance: str
    ) -> None:
        await enrol(programmes.first, Role.MENTEE, "eva")
        await change(programmes.first, "enrolments", EVA, state=state)
        assert (await listed(programmes, "Eva")).entries[0].hindrance == hindrance

    async def test_what_somebody_is_elsewhere_hinders_nothing(self, programmes: Company) -> None:
        """In the other role, or in another programme."""
        await programmes.first.run(invite, profile("eva"), Role.MENTOR)
        await programmes.second.run(invite, profile("eva"), Role.MENTEE)
        assert (await listed(programmes, "Eva")).entries[0].hindrance == ""

    async def test_somebody_named_twice_stays_once(self, programmes: Company) -> None:
        made = await listed(programmes, "Eva; eva@firma.example; Xaver; xaver")
        assert [each.text for each in made.entries] == ["Eva", "Xaver"]

    async def test_people_are_known_from_then_on(self, programmes: Company) -> None:
        programmes.people.profiles["new"] = profile("new")
        await listed(programmes, "New")
        assert (await one(programmes.first, "people", "new")).profile == profile("new")

    async def test_after_the_end_there_is_none(self, programmes: Company) -> None:
        await closes(programmes)
        with refused("enrolment-closed"):
            await listed(programmes)

    async def test_nor_in_a_cycle_that_is_over(self, programmes: Company) -> None:
        await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("cycle-over"):
            await listed(programmes)


class TestWhoIsMeant:
    """A name that several bear is offered to choose from."""

    @pytest.fixture
    async def unclear(self, programmes: Company) -> Company:
        """Two Evas, of whom one is called by her first name only."""
        people = programmes.people.profiles
        people["eva"] = replace(profile("eva"), name="Eva Berg")
        people["eva2"] = replace(profile("eva2"), name="Eva Costa", job_title="Auditor")
        await listed(programmes, "Eva; Ada")
        return programmes

    async def choose(self, company: Company, key: str, words: str = "Eva") -> Invite:
        found = company.people.profiles[key]
        return await company.first.run(choose_person, LIST, words, found)

    async def test_all_of_them_are_offered_with_what_tells_them_apart(
        self, unclear: Company
    ) -> None:
        """U5: an ambiguous first name brought no suggestion."""
        (entry, _) = (await the_list(unclear)).entries
        assert (entry.person_id, entry.hindrance) == ("", "ambiguous")
        assert [(each.person_id, each.name) for each in entry.choices] == [
            ("eva", "Eva Berg"),
            ("eva2", "Eva Costa"),
        ]
        assert entry.choices[1].about == "Auditor · eva2@firma.example"

    async def test_whoever_is_chosen_can_be_invited(self, unclear: Company) -> None:
        made = await self.choose(unclear, "eva2")
        assert [each.person_id for each in made.invitable()] == ["eva2", "ada"]
        await unclear.first.run(confirm, LIST)
        assert f"{FIRST}:mentee:eva2" in await asked_for(unclear.first, "invite")

    async def test_chosen_twice_the_first_stays(self, unclear: Company) -> None:
        await self.choose(unclear, "eva2")
        with refused("stale"):
            await self.choose(unclear, "eva")

    async def test_whoever_was_not_offered_is_not_taken(self, unclear: Company) -> None:
        """Whatever id was sent."""
        with refused("stale"):
            await self.choose(unclear, "jan")

    async def test_nor_is_anybody_on_a_list_that_is_closed(self, unclear: Company) -> None:
        await unclear.first.run(stop, LIST)
        with refused("stale"):
            await self.choose(unclear, "eva")

    async def test_whoever_is_invited_already_stands_out_then(self, unclear: Company) -> None:
        await unclear.first.run(invite, profile("eva"), Role.MENTEE)
        made = await self.choose(unclear, "eva")
        assert made.entries[0].hindrance == "already"


class TestChoosingTheRole:
    """Where the owner has not said as what people are invited."""

    async def test_whoever_is_in_this_role_already_stands_out_then(
        self, programmes: Company
    ) -> None:
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        await listed(programmes, role=None)
        made = await programmes.first.run(invitation.choose_role, LIST, Role.MENTEE)
        assert (made.role, [each.hindrance for each in made.entries]) == (
            Role.MENTEE,
            ["already", ""],
        )

    async def test_the_first_choice_counts(self, programmes: Company) -> None:
        await listed(programmes, role=None)
        for role in (Role.MENTOR, Role.MENTEE):
            await programmes.first.run(invitation.choose_role, LIST, role)
        assert (await the_list(programmes)).role is Role.MENTOR

    async def test_a_stopped_list_stays_as_it_is(self, programmes: Company) -> None:
        await listed(programmes, role=None)
        await programmes.first.run(stop, LIST)
        assert (await programmes.first.run(invitation.choose_role, LIST, Role.MENTOR)).role is None


class TestTheCard:
    """What owners see: how many stand where, never who said no."""

    async def read(self, company: Company) -> InviteNotice:
        found = await shown(company.first, invite_card.name, LIST, "otto")
        assert isinstance(found, InviteNotice)
        return found

    async def test_before_it_is_confirmed_it_counts_nobody(self, programmes: Company) -> None:
        await listed(programmes)
        await programmes.first.run(set_enrolment_end, date(2027, 2, 12), NOW.date())
        found = await self.read(programmes)
        assert (found.states, found.closes, found.programme.name) == (
            {},
            date(2027, 2, 12),
            "Tandem Nord",
        )

    async def test_then_it_counts_the_invited_by_what_owners_may_see(
        self, programmes: Company
    ) -> None:
        await listed(programmes, "Eva; Ada; Jan; Dora; Xaver")
        await programmes.first.run(confirm, LIST)
        states = {
            "eva": EnrolmentState.DECLINED,
            "ada": EnrolmentState.WITHDRAWN,
            "jan": EnrolmentState.DONE,
        }
        for key, state in states.items():
            await change(programmes.first, "enrolments", f"{FIRST}:mentee:{key}", state=state)
        assert (await self.read(programmes)).states == {"invited": 2, "begun": 1, "done": 1}


FOREIGN: dict[str, Callable[[World], Any]] = {
    "choose a role": lambda world: world.run(invitation.choose_role, LIST, Role.MENTEE),
}


@pytest.mark.parametrize("name", FOREIGN)
async def test_another_programme_does_not_know_the_list(programmes: Company, name: str) -> None:
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    before = await listed(programmes)
    with refused("gone"):
        await FOREIGN[name](programmes.second)
    assert await the_list(programmes) == before
    assert await hidden(programmes.second, invite_card.name, LIST, "olga") == "erased"


async def test_both_programmes_number_their_own_lists(programmes: Company) -> None:
    await listed(programmes)
    made = await prepare(programmes.second, "olga", Role.MENTEE, PeopleAndGroups("Eva"), CHAT)
    assert made.id == f"{SECOND}.invite-1"
