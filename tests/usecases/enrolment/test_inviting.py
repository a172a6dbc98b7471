"""From a confirmed list to the invitations, and back: up to twenty at once, more after five minutes
in which nobody has got anything.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.invitation import SMALL, TAKEN_BACK, TIME_TO_STOP, Invite, InviteState
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.ports.world import World
from mentoring.usecases.enrolment import inviting
from mentoring.usecases.enrolment.card import TakenOut, TakenOutNotice, enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.enrolment import not_now, take_part, withdraw
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.invitation import InviteNotice, invite_card, prepare
from mentoring.usecases.enrolment.inviting import confirm, gone, show_last, stop, take_back
from mentoring.usecases.enrolment.opened import opened_by
from mentoring.usecases.enrolment.reach import reach
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    asked_for,
    change,
    one,
    profile,
    refused,
    shown,
    told,
)
from tests.usecases.enrolment.steps import ANSWERS
from tests.usecases.ports import chat_of

CHAT, DAY, SECOND = chat_of("owners"), timedelta(days=1), timedelta(seconds=1)
EVA, ADA, LIST = f"{FIRST}:mentee:eva", f"{FIRST}:mentee:ada", f"{FIRST}.invite-1"
MANY = [f"p{number}" for number in range(SMALL + 1)]


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


async def read(company: Company) -> InviteNotice:
    found = await shown(company.first, invite_card.name, LIST, "otto")
    assert isinstance(found, InviteNotice)
    return found


class TestConfirming:
    """Everybody of the list who can be is invited, once."""

    async def test_each_gets_an_enrolment_and_is_reached(self, programmes: Company) -> None:
        await listed(programmes, "Eva; Ada; Xaver")
        for _ in range(2):
            await programmes.first.run(confirm, LIST)
        found = await all_of(programmes.first, "enrolments")
        assert {each.person_id: (each.role, each.state) for each in found} == {
            "eva": (Role.MENTEE, EnrolmentState.INVITED),
            "ada": (Role.MENTEE, EnrolmentState.INVITED),
        }
        assert sorted(await asked_for(programmes.first, "invite")) == sorted(
            each.id for each in found
        )

    async def test_the_cycle_enrols_from_then_on(self, programmes: Company) -> None:
        await listed(programmes)
        await programmes.first.run(confirm, LIST)
        assert (await one(programmes.unbound, "cycles", FIRST)).state is CycleState.ENROLLING

    async def test_two_lists_invite_somebody_once(self, programmes: Company) -> None:
        await listed(programmes, "Eva")
        await listed(programmes, "Eva")
        for number in (1, 2):
            await programmes.first.run(confirm, f"{FIRST}.invite-{number}")
        assert await asked_for(programmes.first, "invite") == [EVA]

    async def test_who_was_not_reached_is_tried_again_by_another_list(
        self, programmes: Company
    ) -> None:
        await listed(programmes, "Eva")
        await programmes.first.run(confirm, LIST)
        await change(programmes.first, "enrolments", EVA, state=EnrolmentState.UNREACHABLE)
        programmes.clock.moment = NOW + DAY
        await listed(programmes, "Eva")
        await programmes.first.run(confirm, f"{FIRST}.invite-2")
        assert await asked_for(programmes.first, "invite") == [EVA, EVA]

    async def test_a_preview_is_good_for_a_day(self, programmes: Company) -> None:
        """issue 12, U1"""
        await listed(programmes)
        await programmes.at(NOW + DAY - timedelta(seconds=1))
        assert not (await shown(programmes.first, invite_card.name, LIST, "otto")).is_old
        await programmes.at(NOW + DAY)
        assert (await shown(programmes.first, invite_card.name, LIST, "otto")).is_old
        with refused("preview-old"):
            await programmes.first.run(confirm, LIST)

    async def test_a_confirmed_list_does_not_grow_old(self, programmes: Company) -> None:
        await listed(programmes)
        await programmes.first.run(confirm, LIST)
        await programmes.at(NOW + DAY)
        assert not (await shown(programmes.first, invite_card.name, LIST, "otto")).is_old
        await programmes.first.run(confirm, LIST)

    async def test_after_stop_it_is_out_of_date(self, programmes: Company) -> None:
        await listed(programmes)
        await programmes.first.run(stop, LIST)
        with refused("stale"):
            await programmes.first.run(confirm, LIST)

    @pytest.mark.parametrize(
        ("text", "role", "code"),
        [("Eva", None, "invite-role"), ("Xaver", Role.MENTEE, "invite-nobody")],
    )
    async def test_what_is_missing_is_said(
        self, programmes: Company, text: str, role: Role | None, code: str
    ) -> None:
        await listed(programmes, text, role)
        with refused(code):
            await programmes.first.run(confirm, LIST)

    async def test_not_after_the_end(self, programmes: Company) -> None:
        await listed(programmes)
        await closes(programmes)
        with refused("enrolment-closed"):
            await programmes.first.run(confirm, LIST)

    async def test_what_is_confirmed_cannot_be_stopped(self, programmes: Company) -> None:
        await listed(programmes)
        await programmes.first.run(confirm, LIST)
        assert (await programmes.first.run(stop, LIST)).state is InviteState.CONFIRMED


class TestTimeToStop:
    """More than twenty people are invited five minutes later; until then nobody gets anything."""

    @pytest.fixture
    async def soon(self, programmes: Company) -> Company:
        """Otto has confirmed a list of one more than twenty."""
        programmes.people.profiles |= {key: profile(key) for key in MANY}
        await listed(programmes, "; ".join(MANY))
        await programmes.first.run(confirm, LIST)
        return programmes

    async def test_twenty_are_invited_at_once(self, programmes: Company) -> None:
        programmes.people.profiles |= {key: profile(key) for key in MANY}
        await listed(programmes, "; ".join(MANY[:SMALL]))
        await programmes.first.run(confirm, LIST)
        assert len(await asked_for(programmes.first, "invite")) == SMALL

    async def test_nobody_is_invited_before_the_five_minutes_are_over(self, soon: Company) -> None:
        await soon.at(NOW + TIME_TO_STOP - SECOND)
        await soon.first.run(confirm, LIST)
        assert (await the_list(soon)).state is InviteState.SOON
        assert await all_of(soon.first, "enrolments") == []
        assert (await one(soon.unbound, "cycles", FIRST)).state is CycleState.PREPARING

    async def test_then_everybody_is(self, soon: Company) -> None:
        await soon.at(NOW + TIME_TO_STOP)
        found = await the_list(soon)
        assert (found.state, found.starts_at) == (InviteState.CONFIRMED, NOW + TIME_TO_STOP)
        assert len(await asked_for(soon.first, "invite")) == len(MANY)

    async def test_stopped_in_time_nobody_ever_gets_anything(self, soon: Company) -> None:
        await soon.at(NOW + TIME_TO_STOP - SECOND)
        assert (await soon.first.run(stop, LIST)).state is InviteState.STOPPED
        await soon.at(NOW + DAY)
        assert await all_of(soon.first, "enrolments") == []
        assert await told(soon.first, enrolment_card.name) == []

    async def test_pressed_too_late_it_says_how_many_have_got_theirs(self, soon: Company) -> None:
        await soon.at(NOW + TIME_TO_STOP)
        for key in MANY[:3]:
            await reach(soon.first, f"{FIRST}:mentee:{key}")
        for posting in await all_of(soon.first, "postings", kind=enrolment_card.name):
            await change(soon.first, "postings", posting.id, activity_id="there")
        after = await soon.first.run(stop, LIST)
        assert after.state is InviteState.CONFIRMED
        assert await soon.first.read(lambda uow, _: gone(uow, after)) == 3

    async def test_whoever_is_invited_meanwhile_is_not_asked_twice(self, soon: Company) -> None:
        await soon.first.run(invite, profile("p0"), Role.MENTEE)
        await soon.first.run(not_now, f"{FIRST}:mentee:p0", "p0")
        await soon.at(NOW + TIME_TO_STOP)
        assert (await the_list(soon)).entries[0].hindrance == "already"
        declined = await one(soon.first, "enrolments", f"{FIRST}:mentee:p0")
        assert declined.state is EnrolmentState.DECLINED

    async def test_once_the_enrolment_is_over_nobody_is_invited(self, soon: Company) -> None:
        await soon.first.run(set_enrolment_end, NOW.date(), NOW.date())
        await soon.at(NOW + DAY)
        assert (await the_list(soon)).state is InviteState.STOPPED
        assert await all_of(soon.first, "enrolments") == []


class TestTakingBack:
    """*Undo invite*: who has not answered is not invited any more; who has stays."""

    @pytest.fixture
    async def sent(self, programmes: Company) -> Company:
        """Eva, Ada, Jan and Dora have their invitations; Ada has begun, Jan has said no."""
        await listed(programmes, "Eva; Ada; Jan; Dora")
        await programmes.first.run(confirm, LIST)
        for key in ("eva", "ada", "jan", "dora"):
            await reach(programmes.first, f"{FIRST}:mentee:{key}")
        for posting in await all_of(programmes.first, "postings", kind=enrolment_card.name):
            await change(programmes.first, "postings", posting.id, activity_id="there")
        await programmes.first.run(take_part, ADA, "ada")
        await programmes.first.run(not_now, f"{FIRST}:mentee:jan", "jan")
        return programmes

    async def test_it_is_said_before_how_many_that_are(self, sent: Company) -> None:
        """Jan, who has said no, counts among those who have not answered."""
        found = await read(sent)
        assert (found.states, found.answered) == ({"invited": 3, "begun": 1}, 1)

    async def test_who_has_begun_stays_and_the_others_are_forgotten(self, sent: Company) -> None:
        after = await sent.first.run(take_back, "otto", LIST)
        assert after.state is InviteState.UNDONE
        assert {e.person_id: e.hindrance for e in after.entries} == {
            "ada": "",
            **dict.fromkeys(("eva", "jan", "dora"), TAKEN_BACK),
        }
        assert [each.id for each in await all_of(sent.first, "enrolments")] == [ADA]

    async def test_their_card_says_so_and_closes(self, sent: Company) -> None:
        await sent.first.run(take_back, "otto", LIST)
        [posting] = await all_of(sent.first, "postings", kind=enrolment_card.name, person_id="eva")
        assert (posting.view, posting.is_behind) == (TakenOut.TAKEN_BACK, True)
        notice = await shown(sent.first, enrolment_card.name, EVA, "eva", view=posting.view)
        assert isinstance(notice, TakenOutNotice)
        with refused("gone"):
            await sent.first.run(take_part, EVA, "eva")

    async def test_one_that_is_still_on_its_way_never_arrives(self, programmes: Company) -> None:
        await listed(programmes, "Eva; Ada")
        await programmes.first.run(confirm, LIST)
        await reach(programmes.first, EVA)
        await programmes.first.run(take_back, "otto", LIST)
        await reach(programmes.first, ADA)
        assert await told(programmes.first, enrolment_card.name) == []

    async def test_they_can_be_invited_anew(self, sent: Company) -> None:
        await sent.first.run(take_back, "otto", LIST)
        made = await listed(sent, "Eva; Ada")
        assert [each.hindrance for each in made.entries] == ["", "already"]

    async def test_twice_it_is_out_of_date(self, sent: Company) -> None:
        await sent.first.run(take_back, "otto", LIST)
        with refused("stale"):
            await sent.first.run(take_back, "otto", LIST)

    async def test_what_another_list_has_invited_stays(self, sent: Company) -> None:
        await change(sent.first, "enrolments", EVA, state=EnrolmentState.UNREACHABLE)
        sent.clock.moment = NOW + DAY
        await listed(sent, "Eva")
        await sent.first.run(confirm, f"{FIRST}.invite-2")
        after = await sent.first.run(take_back, "otto", LIST)
        assert {each.person_id for each in after.invitable()} == {"eva", "ada"}

    async def test_whoever_takes_part_in_the_other_role_has_answered(self, sent: Company) -> None:
        await sent.first.run(invite, profile("jan"), Role.MENTOR)
        assert (await read(sent)).answered == 1
        await sent.first.run(take_part, f"{FIRST}:mentor:jan", "jan")
        assert (await read(sent)).answered == 2

    async def test_whoever_is_only_asked_in_the_other_role_has_not(self, sent: Company) -> None:
        await sent.first.run(invite, profile("eva"), Role.MENTOR)
        await sent.first.run(take_back, "otto", LIST)
        left = {each.id for each in await all_of(sent.first, "enrolments")}
        assert left == {ADA, f"{FIRST}:mentor:eva"}

    async def test_whoever_was_asked_anew_keeps_their_answers(self, sent: Company) -> None:
        """In a rolling cycle; lists of earlier versions do not say which invitations are theirs."""
        await change(sent.first, "invites", LIST, starts_at=None)
        await change(sent.first, "enrolments", EVA, earlier=EVA, answers=ANSWERS)
        await sent.first.run(take_back, "otto", LIST)
        assert (await one(sent.first, "enrolments", EVA)).answers == ANSWERS

    async def test_whoever_begins_at_that_moment_stays_with_what_they_have_said(
        self, sent: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Eva's *take part* comes after it was looked who waits, and before her row is locked."""
        looked = await sent.first.read(lambda uow, _: list(opened_by(uow, uow.invites.need(LIST))))
        await sent.first.run(take_part, EVA, "eva")
        await change(sent.first, "enrolments", EVA, answers=ANSWERS)
        monkeypatch.setattr(inviting, "opened_by", lambda _uow, _invite: looked)
        after = await sent.first.run(take_back, "otto", LIST)
        assert (await one(sent.first, "enrolments", EVA)).answers == ANSWERS
        assert (after.stayed, {e.person_id for e in after.invitable()}) == (2, {"eva", "ada"})

    async def test_afterwards_its_card_says_nothing_of_how_far_anybody_is(
        self, sent: Company
    ) -> None:
        """Whoever leaves later must not be found out by it."""
        await sent.first.run(take_back, "otto", LIST)
        before = await read(sent)
        assert (before.invite.stayed, before.states, before.answered) == (1, {}, 0)
        await sent.first.run(withdraw, ADA, "ada")
        assert await read(sent) == before

    async def test_the_last_list_is_shown_once_more(self, sent: Company) -> None:
        sent.clock.moment = NOW + DAY
        await sent.first.run(show_last, "otto", CHAT)
        assert await told(sent.first, invite_card.name) == ["otto", "otto"]
        await sent.first.run(take_back, "otto", LIST)
        with refused("undo-invite-nothing"):
            await sent.first.run(show_last, "otto", CHAT)


FOREIGN: dict[str, Callable[[World], Any]] = {
    "confirm": lambda world: world.run(confirm, LIST),
    "stop": lambda world: world.run(stop, LIST),
    "take back": lambda world: world.run(take_back, "otto", LIST),
}


@pytest.mark.parametrize("name", FOREIGN)
async def test_another_programme_does_not_know_the_list(programmes: Company, name: str) -> None:
    before = await listed(programmes)
    with refused("gone"):
        await FOREIGN[name](programmes.second)
    assert await the_list(programmes) == before


async def test_another_programme_reaches_nobody(programmes: Company) -> None:
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    await reach(programmes.second, EVA)
    assert await told(programmes.first, enrolment_card.name) == []
