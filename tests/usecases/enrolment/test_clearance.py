"""Who is under age takes part only once an owner has confirmed the company's clearance (issue 14);
nobody's age is asked or kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from cards.privacy.telling import told as told_of
from mentoring.domain.enrolment import Application, Clearance, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.enrolment.applications import accept
from mentoring.usecases.enrolment.applications import show as show_applications
from mentoring.usecases.enrolment.applying import Yes
from mentoring.usecases.enrolment.card import EnrolmentNotice, TakenOut, enrolment_card
from mentoring.usecases.enrolment.clearance import (
    ClearanceNotice,
    Uncleared,
    clearance_card,
    clearances,
    confirm,
    not_this_time,
    show,
)
from mentoring.usecases.enrolment.enrolment import not_now, send, take_part, withdraw
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.launch import closing, kickoff
from mentoring.usecases.launch.interventions import prepare_addition
from mentoring.usecases.matching.inputs import inputs
from tests.answers import MENTOR
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    change,
    enrol,
    one,
    profile,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

NIA, OTTO = f"{FIRST}:mentor:nia", f"{FIRST}:mentor:otto"
ASKS = Programme(under_18=True)
UNDER, OVER = Yes(of_age=False), Yes(of_age=True)


async def nia(company: Company) -> Enrolment:
    found: Enrolment = await one(company.first, "enrolments", NIA)
    return found


async def card_of(company: Company) -> EnrolmentNotice:
    notice = await shown(company.first, enrolment_card.name, NIA, "nia")
    assert isinstance(notice, EnrolmentNotice)
    return notice


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """Nia is invited as a mentor, in a programme that asks."""
    await programmes.set_up(ASKS)
    await programmes.first.run(invite, profile("nia"), Role.MENTOR)
    return programmes


@pytest.fixture
async def waiting(programmes: Company) -> Company:
    """Nia has said that she is under 18, and has handed in."""
    await programmes.set_up(ASKS)
    await programmes.first.run(invite, profile("nia"), Role.MENTOR)
    await enrol(programmes.first, Role.MENTOR, "nia")
    await change(programmes.first, "enrolments", NIA, clearance=Clearance.WAITS)
    return programmes


class TestTheQuestion:
    """At *take part*, where the programme has people under 18 among those who are asked."""

    async def test_where_it_is_off_nobody_reads_of_it(self, programmes: Company) -> None:
        await programmes.first.run(invite, profile("nia"), Role.MENTOR)
        drawn = json.dumps(render(await card_of(programmes), Words("de")).content)
        assert "18" not in drawn.replace("2018", "")
        begun = await programmes.first.run(take_part, NIA, "nia")
        assert (begun.state, begun.clearance) == (EnrolmentState.BEGUN, Clearance.NONE)

    @pytest.mark.parametrize("role", Role)
    async def test_whoever_takes_part_is_asked(self, asked: Company, role: Role) -> None:
        await asked.first.run(invite, profile("eva"), role)
        key = f"{FIRST}:{role}:eva"
        assert (await shown(asked.first, enrolment_card.name, key, "eva")).asks_age
        with refused("age-asked"):
            await asked.first.run(take_part, key, "eva")
        assert (await one(asked.first, "enrolments", key)).state is EnrolmentState.INVITED

    async def test_of_a_yes_nothing_is_kept(self, asked: Company) -> None:
        before = await nia(asked)
        begun = await asked.first.run(take_part, NIA, "nia", OVER)
        assert begun == replace(before, state=EnrolmentState.BEGUN)
        assert not (await card_of(asked)).asks_age

    async def test_with_a_no_the_questionnaire_opens_as_well(self, asked: Company) -> None:
        begun = await asked.first.run(take_part, NIA, "nia", UNDER)
        assert (begun.state, begun.clearance) == (EnrolmentState.BEGUN, Clearance.WAITS)

    async def test_whoever_comes_back_is_asked_anew(self, asked: Company) -> None:
        await asked.first.run(take_part, NIA, "nia", UNDER)
        left = await asked.first.run(withdraw, NIA, "nia")
        assert left.clearance is Clearance.NONE
        again = await asked.first.run(take_part, NIA, "nia")
        assert again.state is EnrolmentState.INVITED
        assert (await asked.first.run(take_part, NIA, "nia", OVER)).clearance is Clearance.NONE

    async def test_so_is_who_took_part_before(self, asked: Company) -> None:
        await change(asked.first, "enrolments", NIA, earlier="p1c0:mentor:nia")
        with refused("age-asked"):
            await asked.first.run(coming_back.again, NIA, "nia")
        again = await asked.first.run(coming_back.again, NIA, "nia", UNDER)
        assert again.clearance is Clearance.WAITS

    async def test_the_other_role_asks_on_its_own_card(self, asked: Company) -> None:
        await change(asked.first, "enrolments", NIA, earlier="p1c0:mentor:nia")
        await asked.first.run(coming_back.change_role, NIA, "nia")
        other = await one(asked.first, "enrolments", f"{FIRST}:mentee:nia")
        assert other.state is EnrolmentState.INVITED

    async def test_who_says_not_now_leaves_nothing_behind(self, waiting: Company) -> None:
        await change(waiting.first, "enrolments", NIA, state=EnrolmentState.INVITED)
        assert (await waiting.first.run(not_now, NIA, "nia")).clearance is Clearance.NONE

    async def test_a_clearance_that_is_there_stays(self, waiting: Company) -> None:
        """Asked anew in the same cycle, somebody is still under age."""
        given = {"clearance": Clearance.GIVEN, "cleared_by": "otto", "cleared_at": NOW}
        await change(waiting.first, "enrolments", NIA, state=EnrolmentState.INVITED, **given)
        begun = await waiting.first.run(take_part, NIA, "nia", UNDER)
        assert (begun.clearance, begun.cleared_by) == (Clearance.GIVEN, "otto")


async def matched(company: Company) -> set[str]:
    """Who would be in a matching now."""
    found = await company.first.read(lambda uow, moment: inputs(uow, moment.programme))
    return {each.id for each in found.candidates}


async def decided(company: Company, decide: Callable[..., int], *chosen: str) -> int:
    """Otto has the list before him, and decides; returns about how many."""
    await company.first.run(show, "otto", chat_of("otto"))
    *_, card = await all_of(company.first, "postings", kind=clearance_card.name)
    return await company.first.run(decide, "otto", chosen or [NIA], card.id)


async def seen(company: Company, reader: str = "otto") -> ClearanceNotice:
    found = await shown(company.first, clearance_card.name, FIRST, reader)
    assert isinstance(found, ClearanceNotice)
    return found


class TestBeforeTheClearance:
    """Whoever waits for it is in nothing that those are in who take part."""

    async def test_nobody_is_matched(self, waiting: Company) -> None:
        assert await matched(waiting) == set()
        await decided(waiting, confirm)
        assert await matched(waiting) == {"nia"}

    async def test_nor_added_by_hand(self, waiting: Company) -> None:
        await enrol(waiting.first, Role.MENTEE, "eva")
        with refused("add-two"):
            await prepare_addition(waiting.first, "otto", ("nia", "eva"), chat_of("otto"))

    async def test_nor_invited_to_a_kick_off(self, waiting: Company) -> None:
        with refused("kickoff-nobody"):
            await waiting.first.run(kickoff.prepare, "otto", [], chat_of("otto"))

    async def test_they_read_that_nothing_is_lost(self, waiting: Company) -> None:
        drawn = render(await card_of(waiting), Words("de")).content
        assert "Nichts geht verloren" in json.dumps(drawn)

    async def test_it_waits_for_owners_but_not_for_themselves(self, waiting: Company) -> None:
        async def many(*readers: str) -> int:
            return await waiting.first.read(lambda uow, at: clearances(uow, at, frozenset(readers)))

        assert (await many(), await many("nia")) == (1, 0)

    async def test_owners_read_who_once_it_is_handed_in(self, waiting: Company) -> None:
        assert (await seen(waiting)).people == (Uncleared(NIA, "Nia", Role.MENTOR),)
        await change(waiting.first, "enrolments", NIA, state=EnrolmentState.BEGUN)
        assert (await seen(waiting)).people == ()

    async def test_of_who_has_applied_only_once_they_are_accepted(self, waiting: Company) -> None:
        await change(waiting.first, "enrolments", NIA, application=Application.OPEN)
        assert (await seen(waiting)).people == ()
        await waiting.first.run(show_applications, "otto", chat_of("otto"))
        [card] = await all_of(waiting.first, "postings", kind="applications_card")
        await waiting.first.run(accept, "otto", [NIA], card.id)
        assert [each.name for each in (await seen(waiting)).people] == ["Nia"]
        assert await matched(waiting) == set()

    async def test_with_the_cycle_it_ends_kindly(self, company: Company) -> None:
        await enrol(company.first, Role.MENTOR, "nia")
        await change(company.first, "enrolments", NIA, clearance=Clearance.WAITS)
        made = await company.first.run(closing.prepare, "otto", chat_of("otto"))
        assert (await shown(company.first, "closing", made.id, "otto")).uncleared == 1
        await company.first.run(closing.confirm, made.id)
        assert await all_of(company.first, "enrolments") == []
        [card] = await all_of(company.first, "postings", kind=enrolment_card.name)
        assert (card.person_id, card.view) == ("nia", TakenOut.UNCLEARED)


class TestTheClearance:
    """An owner confirms it, or says that it is not for this time."""

    async def test_kept_is_that_it_was_confirmed_by_whom_and_when(self, waiting: Company) -> None:
        assert await decided(waiting, confirm) == 1
        after = await nia(waiting)
        kept = (after.clearance, after.cleared_by, after.cleared_at)
        assert kept == (Clearance.GIVEN, "otto", NOW)
        assert await told(waiting.first, enrolment_card.name) == ["nia"]

    async def test_not_this_time_erases_it_and_says_so_kindly(self, waiting: Company) -> None:
        assert await decided(waiting, not_this_time) == 1
        assert await all_of(waiting.first, "enrolments") == []
        [card] = await all_of(waiting.first, "postings", kind=enrolment_card.name)
        assert (card.person_id, card.view) == ("nia", TakenOut.NOT_CLEARED)

    @pytest.mark.parametrize("second", [confirm, not_this_time])
    async def test_of_two_owners_the_first_decides(
        self, waiting: Company, second: Callable[..., int]
    ) -> None:
        await decided(waiting, confirm)
        assert await decided(waiting, second) == 0
        assert (await nia(waiting)).clearance is Clearance.GIVEN

    async def test_an_owner_leaves_their_own_to_others(self, waiting: Company) -> None:
        await enrol(waiting.first, Role.MENTOR, "otto")
        await change(waiting.first, "enrolments", OTTO, clearance=Clearance.WAITS)
        assert [each.name for each in (await seen(waiting)).people] == ["Nia"]
        with refused("correct-own"):
            await decided(waiting, confirm, NIA, OTTO)

    @pytest.mark.parametrize("decide", [confirm, not_this_time])
    async def test_only_on_the_list_it_is_decided(
        self, waiting: Company, decide: Callable[..., int]
    ) -> None:
        with refused("stale"):
            await waiting.first.run(decide, "otto", [NIA], "another card")
        with refused("stale"):
            await waiting.second.run(decide, "otto", [NIA], "another card")

    async def test_somebody_has_to_be_chosen(self, waiting: Company) -> None:
        await waiting.first.run(show, "otto", chat_of("otto"))
        [card] = await all_of(waiting.first, "postings", kind=clearance_card.name)
        with refused("clearance-nobody", field="people"):
            await waiting.first.run(confirm, "otto", [], card.id)

    async def test_what_counts_those_who_take_part_follows(self, waiting: Company) -> None:
        kinds = {"status_card": FIRST, "people_card": FIRST, "matching": "a run", "kickoff": "k"}
        cards = [Posting(kind, kind, of, "otto", activity_id="1") for kind, of in kinds.items()]
        await put(waiting.first, "postings", *cards)
        await decided(waiting, confirm)
        await catch_up(waiting.unbound)
        wanted = [(await one(waiting.first, "postings", kind)).wanted > 1 for kind in kinds]
        assert wanted == [True] * 4

    async def test_my_data_says_it_and_no_age(self, waiting: Company) -> None:
        await decided(waiting, confirm)
        notice = await shown(waiting.first, "my_data", "nia", "nia")
        lines = [line for each in told_of(notice, Words("de")) for line in each.lines]
        assert any("Freigabe des Unternehmens: liegt vor" in line for line in lines)
        assert not [line for line in lines if "18" in line]


async def test_owners_who_let_it_lie_are_reminded_of_the_list(waiting: Company) -> None:
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(waiting.unbound, "programmes", "p1", owners=("otto",), **where)
    begun = {"state": EnrolmentState.BEGUN, "done_at": None, "answers": MENTOR}
    await change(waiting.first, "enrolments", NIA, **begun)
    await waiting.first.run(send, NIA, "nia")
    await catch_up(waiting.unbound)
    for _ in range(7):
        await waiting.at(waiting.clock.moment + timedelta(days=1))
    assert len(await all_of(waiting.first, "postings", kind=clearance_card.name)) == 1
    assert await all_of(waiting.first, "postings", kind="applications_card") == []
