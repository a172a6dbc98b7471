"""Who came uninvited is in no matching before owners have accepted them; whom they decline reads it
kindly.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.invitation import Invite
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import SUMMARY
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.applications import (
    PAGE,
    Applicant,
    ApplicationsNotice,
    accept,
    applicants,
    applications_card,
    decline,
    show,
    turn_to,
)
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    EnrolmentNotice,
    TakenOut,
    enrolment_card,
)
from mentoring.usecases.enrolment.correcting import Correction
from mentoring.usecases.enrolment.enrolment import take_part, withdraw
from mentoring.usecases.enrolment.entrance import welcome
from mentoring.usecases.enrolment.invitation import prepare
from mentoring.usecases.enrolment.inviting import confirm
from mentoring.usecases.launch import kickoff
from mentoring.usecases.matching.inputs import inputs
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

JAN, OTTO = f"{FIRST}:mentor:jan", f"{FIRST}:mentor:otto"
CHAT = chat_of("otto")


@pytest.fixture
async def applied(programmes: Company) -> Company:
    """Jan has applied and handed in; nobody has invited him."""
    await enrol(programmes.first, Role.MENTOR, "jan")
    await change(programmes.first, "enrolments", JAN, application=Application.OPEN)
    await change(programmes.first, "people", "jan", profile=profile("jan", managers=("ada",)))
    return programmes


async def seen(company: Company, reader: str = "otto", page: int = 0) -> ApplicationsNotice:
    found = await shown(company.first, applications_card.name, FIRST, reader, page=page)
    assert isinstance(found, ApplicationsNotice)
    return found


async def matched(company: Company) -> set[str]:
    """Who would be in a matching now."""
    found = await company.first.read(lambda uow, moment: inputs(uow, moment.programme))
    return {each.id for each in found.candidates}


async def waiting(company: Company, *readers: str) -> int:
    return await company.first.read(lambda uow, moment: applicants(uow, moment, frozenset(readers)))


async def decided(company: Company, decide: Callable[..., int], chosen: list[str]) -> int:
    """Otto has the list before him, and decides; returns about how many."""
    return await company.first.run(decide, "otto", chosen, (await before_him(company)).id)


async def before_him(company: Company) -> Posting:
    """The list of applications that stands in Otto's chat."""
    await company.first.run(show, "otto", CHAT)
    *_, latest = await all_of(company.first, "postings", kind=applications_card.name)
    assert isinstance(latest, Posting)
    return latest


@pytest.mark.parametrize("decide", [accept, decline])
async def test_only_on_the_list_it_is_decided(applied: Company, decide: Callable[..., int]) -> None:
    with refused("stale"):
        await applied.first.run(decide, "otto", [JAN], "another card")
    assert (await seen(applied)).applicants != ()


async def test_whoever_writes_uninvited_is_marked(programmes: Company) -> None:
    await welcome(programmes.first, "jan", chat_of("jan"), "1")
    assert (await one(programmes.first, "enrolments", JAN)).application is Application.OPEN


async def test_nobody_is_matched_before_owners_have_accepted_them(applied: Company) -> None:
    assert await matched(applied) == set()
    await decided(applied, accept, [JAN])
    assert await matched(applied) == {"jan"}


async def test_owners_read_who_and_as_what_once_it_is_handed_in(applied: Company) -> None:
    assert (await seen(applied)).applicants == (Applicant(JAN, "Jan", Role.MENTOR),)
    await change(applied.first, "enrolments", JAN, state=EnrolmentState.BEGUN)
    assert (await seen(applied)).applicants == ()


async def test_it_waits_for_owners_but_not_for_whoever_has_applied(applied: Company) -> None:
    assert (await waiting(applied), await waiting(applied, "jan")) == (1, 0)


async def test_owners_look_at_it_where_they_are(applied: Company) -> None:
    await applied.first.run(show, "otto", CHAT)
    assert await told(applied.first, applications_card.name) == ["otto"]


async def invited_as(company: Company, state: EnrolmentState) -> Invite:
    """Otto would like to invite Jan, whose application has come this far."""
    await change(company.first, "enrolments", JAN, state=state)
    return await prepare(company.first, "otto", Role.MENTOR, PeopleAndGroups("Jan"), CHAT)


@pytest.mark.parametrize("state", [EnrolmentState.BEGUN, EnrolmentState.DONE])
async def test_owners_who_would_invite_an_applicant_read_that_they_are(
    applied: Company, state: EnrolmentState
) -> None:
    assert [e.hindrance for e in (await invited_as(applied, state)).entries] == ["applied"]


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.DECLINED])
async def test_whoever_has_only_looked_is_invited_like_anybody(
    applied: Company, state: EnrolmentState
) -> None:
    made = await invited_as(applied, state)
    await applied.at(NOW + timedelta(hours=1))
    after = await applied.first.run(confirm, made.id)
    found = await one(applied.first, "enrolments", JAN)
    assert (found.state, found.application) == (EnrolmentState.INVITED, Application.NONE)
    assert found.invited_at == after.starts_at


async def test_nobody_is_invited_to_a_kick_off_before_they_are_accepted(applied: Company) -> None:
    with refused("kickoff-nobody"):
        await applied.first.run(kickoff.prepare, "otto", [], CHAT)


async def test_whom_owners_ask_in_the_other_role_has_their_yes(applied: Company) -> None:
    await applied.first.run(correcting.prepare, "otto", Correction.ROLE, "jan", CHAT)
    [card] = await all_of(applied.first, "postings", kind="correction_card")
    await applied.first.run(correcting.confirm, "otto", JAN, card.id)
    [found] = await all_of(applied.first, "enrolments")
    assert (found.role, found.application) == (Role.MENTEE, Application.ACCEPTED)
    assert found.accepted_at == NOW


async def test_who_was_accepted_before_stays_so_in_the_other_role(applied: Company) -> None:
    await decided(applied, accept, [JAN])
    await applied.at(NOW + timedelta(days=1))
    await applied.first.run(correcting.prepare, "olga", Correction.ROLE, "jan", chat_of("olga"))
    [card] = await all_of(applied.first, "postings", kind="correction_card")
    await applied.first.run(correcting.confirm, "olga", JAN, card.id)
    [found] = await all_of(applied.first, "enrolments")
    assert found.accepted_at == NOW


async def reads(company: Company, key: str, view: str) -> str:
    """What Jan reads on a card, in German."""
    notice = await shown(company.first, enrolment_card.name, key, "jan", view=view)
    return json.dumps(render(notice, Words("de")).content, ensure_ascii=False)


async def test_nobody_says_that_they_were_invited_by_mistake(applied: Company) -> None:
    """Jan has read his own card, and is wanted as a mentee: nobody has invited him before."""
    await put(applied.first, "postings", Posting("c", "enrolment", JAN, "jan", activity_id="1"))
    await applied.first.run(correcting.prepare, "otto", Correction.ROLE, "jan", CHAT)
    [card] = await all_of(applied.first, "postings", kind="correction_card")
    await applied.first.run(correcting.confirm, "otto", JAN, card.id)
    assert (await one(applied.first, "postings", "c")).view == TakenOut.OTHER_ROLE_APPLIED
    told_why = await reads(applied, f"{FIRST}:mentee:jan", CORRECTED)
    assert "Danke für deine Bewerbung!" in told_why
    assert "aus Versehen" not in told_why


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.DECLINED])
async def test_an_application_that_is_not_begun_cannot_be_corrected(
    applied: Company, state: EnrolmentState
) -> None:
    await change(applied.first, "enrolments", JAN, state=state)
    with refused("correct-nobody"):
        await applied.first.run(correcting.prepare, "otto", Correction.REMOVE, "jan", CHAT)


class TestAccepting:
    async def test_they_take_part_like_everybody_and_read_it(self, applied: Company) -> None:
        assert await decided(applied, accept, [JAN]) == 1
        assert (await one(applied.first, "enrolments", JAN)).application is Application.ACCEPTED
        assert await told(applied.first, enrolment_card.name) == ["jan"]
        notice = await shown(applied.first, enrolment_card.name, JAN, "jan")
        assert isinstance(notice, EnrolmentNotice)
        assert (await seen(applied)).applicants == ()

    async def test_whoever_was_looking_at_a_step_reads_that_they_are_in(
        self, applied: Company
    ) -> None:
        await change(applied.first, "enrolments", JAN, position="when")
        await decided(applied, accept, [JAN])
        assert (await one(applied.first, "enrolments", JAN)).at == SUMMARY

    async def test_twice_they_read_it_once(self, applied: Company) -> None:
        await decided(applied, accept, [JAN])
        assert await decided(applied, accept, [JAN]) == 0
        assert await told(applied.first, enrolment_card.name) == ["jan"]

    async def test_an_owner_leaves_their_own_to_others(self, applied: Company) -> None:
        await enrol(applied.first, Role.MENTOR, "otto")
        await change(applied.first, "enrolments", OTTO, application=Application.OPEN)
        assert [each.name for each in (await seen(applied)).applicants] == ["Jan"]
        with refused("correct-own"):
            await decided(applied, accept, [JAN, OTTO])

    async def test_somebody_has_to_be_chosen(self, applied: Company) -> None:
        with refused("applications-nobody", field="applicants"):
            await decided(applied, accept, [])


class TestWhoDecided:
    """The list says at its foot who has decided last, and never about whom."""

    async def test_when_it_was_is_kept(self, applied: Company) -> None:
        await decided(applied, accept, [JAN])
        assert (await one(applied.first, "enrolments", JAN)).accepted_at == NOW
        assert (await seen(applied)).tells_who_decided

    @pytest.mark.parametrize("answer", [None, accept, decline])
    async def test_an_owner_who_has_applied_does_not_read_who_has_answered(
        self, applied: Company, answer: Callable[..., int] | None
    ) -> None:
        await enrol(applied.first, Role.MENTOR, "otto")
        await change(applied.first, "enrolments", OTTO, application=Application.OPEN)
        if answer:
            await applied.first.run(show, "olga", chat_of("olga"))
            [card] = await all_of(applied.first, "postings", kind=applications_card.name)
            await applied.first.run(answer, "olga", [OTTO], card.id)
        assert not (await seen(applied)).tells_who_decided
        assert (await seen(applied, "olga")).tells_who_decided

    async def test_whoever_was_invited_reads_it(self, applied: Company) -> None:
        await enrol(applied.first, Role.MENTOR, "otto")
        assert (await seen(applied)).tells_who_decided


async def many(company: Company, count: int) -> None:
    """So many more people have applied, one after another."""

    def unit(uow: UnitOfWork, _moment: object) -> None:
        like, who = uow.enrolments.need(JAN), uow.people.need("jan")
        for number in range(count):
            key, then = f"a{number:02}", NOW + timedelta(minutes=number)
            profile = replace(who.profile, id=key, name=key.title())
            uow.people.put(replace(who, id=key, profile=profile))
            made = replace(like, id=f"{FIRST}:mentor:{key}", person_id=key, done_at=then)
            uow.enrolments.put(made)

    await company.first.run(unit)


class TestManyApply:
    async def test_they_come_by_pages_in_the_order_in_which_they_have_applied(
        self, applied: Company
    ) -> None:
        await many(applied, 2 * PAGE)
        pages = [await seen(applied, page=page) for page in range(3)]
        assert [len(each.applicants) for each in pages] == [PAGE, PAGE, 1]
        assert {(each.many, each.pages) for each in pages} == {(2 * PAGE + 1, 3)}
        assert pages[2].applicants[0].name == f"A{2 * PAGE - 1}"

    async def test_a_page_that_is_gone_is_the_last(self, applied: Company) -> None:
        assert (await seen(applied, page=7)).page == 0

    async def test_an_owner_turns_to_another_page(self, applied: Company) -> None:
        await many(applied, PAGE)
        card = await before_him(applied)
        await applied.first.run(turn_to, card.id, 1)
        assert (await one(applied.first, "postings", card.id)).page == 1

    async def test_no_other_card_is_turned_by_it(self, applied: Company) -> None:
        await put(applied.first, "postings", Posting("c", enrolment_card.name, JAN, "jan"))
        with refused("stale"):
            await applied.first.run(turn_to, "c", 1)


class TestTheListFollows:
    """What an owner has ticked is gone whenever it is drawn anew, so it is only for a reason."""

    async def test_whoever_begins_or_changes_an_answer_disturbs_nobody(
        self, applied: Company
    ) -> None:
        await welcome(applied.first, "dora", chat_of("dora"), "1")
        assert not await outdates(
            applied,
            lambda: applied.first.run(take_part, f"{FIRST}:mentor:dora", "dora"),
        )
        assert not await outdates(applied, lambda: applied.first.run(_looked))
        assert not await outdates(applied, lambda: enrol(applied.first, Role.MENTEE, "eva"))

    async def test_who_applies_is_answered_or_gone_is_followed(self, applied: Company) -> None:
        assert await outdates(applied, lambda: many(applied, 1))
        assert await outdates(applied, lambda: decided(applied, accept, [f"{FIRST}:mentor:a00"]))
        assert await outdates(applied, lambda: applied.first.run(_gone))

    async def test_whoever_withdraws_after_a_yes_does_not_show_in_it(
        self, applied: Company
    ) -> None:
        await decided(applied, accept, [JAN])
        before = await seen(applied)
        assert not await outdates(applied, lambda: applied.first.run(withdraw, JAN, "jan"))
        assert await seen(applied) == before


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("status_card", FIRST),
        ("people_card", FIRST),
        ("matching", "a run"),
        ("kickoff", "a kick-off"),
    ],
)
async def test_what_counts_those_who_take_part_follows_an_acceptance(
    applied: Company, kind: str, subject: str
) -> None:
    await put(applied.first, "postings", Posting("c", kind, subject, "otto", activity_id="1"))
    await decided(applied, accept, [JAN])
    await catch_up(applied.unbound)
    assert (await one(applied.first, "postings", "c")).wanted > 1


def _looked(uow: UnitOfWork, _moment: object) -> None:
    uow.enrolments.put(replace(uow.enrolments.need(JAN), position="when"))


def _gone(uow: UnitOfWork, _moment: object) -> None:
    uow.enrolments.delete(JAN)


async def outdates(company: Company, act: Callable[[], Awaitable[object]]) -> bool:
    """Whether what is done makes the list old that stands before Otto."""
    card = await before_him(company)
    await catch_up(company.unbound)
    before = (await one(company.first, "postings", card.id)).wanted
    await act()
    await catch_up(company.unbound)
    return bool((await one(company.first, "postings", card.id)).wanted > before)


class TestDeclining:
    async def test_their_answers_go_and_they_read_why(self, applied: Company) -> None:
        assert await decided(applied, decline, [JAN]) == 1
        assert await all_of(applied.first, "enrolments") == []
        [card] = await all_of(applied.first, "postings", kind=enrolment_card.name)
        assert (card.person_id, card.view) == ("jan", TakenOut.NOT_ACCEPTED)

    async def test_whoever_was_invited_cannot_be_declined(self, applied: Company) -> None:
        await change(applied.first, "enrolments", JAN, application=Application.NONE)
        assert await decided(applied, decline, [JAN]) == 0
        assert (await one(applied.first, "enrolments", JAN)).state is EnrolmentState.DONE

    async def test_nor_can_another_programmes_applicants(self, applied: Company) -> None:
        await applied.second.run(show, "olga", chat_of("olga"))
        [card] = await all_of(applied.second, "postings", kind=applications_card.name)
        assert await applied.second.run(decline, "olga", [JAN], card.id) == 0
