"""What owners see of what they and others have entered for somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Draft
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment, on_behalf
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.on_behalf import Entering, entry_card
from mentoring.usecases.privacy.forgetting import Traces
from tests.answers import GERMAN
from tests.usecases.company import FIRST, NOW, Company, all_of, change, one, profile
from tests.usecases.enrolment.on_behalf import (
    FILLED,
    WHEN,
    becomes,
    enter,
    eva_reads,
    form,
    owners_read,
    typed,
)
from tests.usecases.enrolment.steps import ABOUT, DONE, EVA, WISHES, answer, eva, is_done
from tests.usecases.ports import chat_of


class TestWhatOwnersSee:
    async def test_the_form_is_empty_after_it_was_sent(self, invited: Company) -> None:
        card = await enter(invited)
        seen = await owners_read(invited, card)
        assert (seen.kind, seen.raw) == (Entering.ENTERED, {})
        await invited.at(NOW + timedelta(minutes=1))
        again = await owners_read(invited, await form(invited))
        assert (again.kind, again.raw) == (Entering.FORM, {})

    async def test_no_card_of_theirs_holds_it(self, invited: Company) -> None:
        await enter(invited)
        cards = await all_of(invited.first, "postings", kind=entry_card.name)
        assert not [each for each in cards if "data" in repr(each) or "tue" in repr(each)]

    @pytest.mark.parametrize("state", [EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN])
    async def test_of_whoever_said_no_they_read_the_same_and_nothing_is_kept(
        self, invited: Company, state: EnrolmentState
    ) -> None:
        as_usual = await owners_read(invited, await enter(invited))
        await change(invited.first, "enrolments", EVA, state=state, answers=replace(DONE))
        before = await eva(invited)
        await invited.at(NOW + timedelta(minutes=1))
        assert await owners_read(invited, await enter(invited)) == as_usual
        assert await eva(invited) == before

    async def test_what_somebody_has_said_or_begun_stays(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        await answer(invited, GERMAN)
        left = enrolment.LeftStep({"wish_1": "ai"})
        await invited.first.run(enrolment.keep_left, EVA, "eva", WISHES, left)
        await enter(invited)
        answers = (await eva(invited)).answers
        assert (answers.about, answers.typed_at(WISHES)) == (GERMAN, {"wish_1": "ai"})
        assert [each.position for each in answers.entered] == ["when"]

    async def test_what_the_person_has_changed_is_their_own(self, invited: Company) -> None:
        card = await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        hers = enrolment.LeftStep({"languages": "en"})
        await invited.first.run(enrolment.keep_left, EVA, "eva", ABOUT, hers)
        await invited.at(NOW + timedelta(minutes=1))
        await enter(invited, languages="de")
        await invited.first.run(on_behalf.take_back, "otto", EVA, card)
        answers = (await eva(invited)).answers
        assert answers.draft_at(ABOUT) == Draft("about", {"languages": "en"})
        assert "about" not in {each.position for each in (await eva_reads(invited)).entered}

    async def test_in_another_order_it_is_not_changed(self, invited: Company) -> None:
        await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        same = enrolment.LeftStep({"languages": "en,de"})
        await invited.first.run(enrolment.keep_left, EVA, "eva", ABOUT, same)
        assert "about" in typed(await eva(invited))

    async def test_sent_twice_from_the_same_card_it_counts_once(self, invited: Company) -> None:
        card = await enter(invited)
        before = await eva(invited)
        await invited.first.run(on_behalf.enter, "olga", EVA, card, {"languages": "de"})
        assert await eva(invited) == before

    @pytest.mark.parametrize("then", [EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN])
    async def test_once_the_person_has_answered_the_card_stays_closed(
        self, invited: Company, then: EnrolmentState
    ) -> None:
        card = await enter(invited)
        await is_done(invited)
        await catch_up(invited.first)
        closed = await owners_read(invited, card)
        shown_then = (await one(invited.first, "postings", card)).wanted
        await invited.first.run(lambda uow, _: becomes(uow, EVA, then))
        await catch_up(invited.first)
        assert await owners_read(invited, card) == closed
        assert closed.kind is Entering.DONE
        assert (await one(invited.first, "postings", card)).wanted == shown_then

    async def test_no_press_from_an_old_screen_opens_it_again(self, invited: Company) -> None:
        """One that did would tell who has withdrawn."""
        card = await enter(invited)
        await is_done(invited)
        await catch_up(invited.first)
        closed = await owners_read(invited, card)
        await invited.first.run(on_behalf.take_back, "otto", EVA, card)
        await invited.first.run(lambda uow, _: becomes(uow, EVA, EnrolmentState.WITHDRAWN))
        await catch_up(invited.first)
        with pytest.raises(Refusal) as refused:
            await invited.first.run(on_behalf.enter, "otto", EVA, card, FILLED)
        assert refused.value.code == "entry-done"
        assert await owners_read(invited, card) == closed

    async def test_another_ones_way_does_not_touch_it(self, invited: Company) -> None:
        card = await enter(invited)
        await catch_up(invited.first)
        before = (await one(invited.first, "postings", card)).wanted
        await invited.first.run(lambda uow, m: invite(uow, m, profile("jan"), Role.MENTOR))
        await change(invited.first, "enrolments", f"{FIRST}:mentor:jan", state=EnrolmentState.DONE)
        await catch_up(invited.first)
        assert (await one(invited.first, "postings", card)).wanted == before

    async def test_what_an_earlier_version_showed_is_still_read(self, invited: Company) -> None:
        card = await enter(invited)
        await change(invited.first, "postings", card, view="entered 2026-11-02")
        assert (await owners_read(invited, card)).kind is Entering.ENTERED

    async def test_taken_back_it_is_gone_and_what_the_person_added_stays(
        self, invited: Company
    ) -> None:
        card = await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        added = enrolment.LeftStep({"languages": "de,en", "about_me": "Hallo"})
        await invited.first.run(enrolment.keep_left, EVA, "eva", ABOUT, added)
        await invited.first.run(on_behalf.take_back, "otto", EVA, card)
        assert (await eva(invited)).answers.drafts == (Draft("about", {"about_me": "Hallo"}),)
        assert (await owners_read(invited, card)).kind is Entering.TAKEN_BACK

    async def test_what_is_confirmed_is_not_taken_back(self, invited: Company) -> None:
        card = await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        await answer(invited, GERMAN)
        await invited.first.run(on_behalf.take_back, "otto", EVA, card)
        assert (await eva(invited)).answers.about == GERMAN


async def olga_enters(company: Company, **inputs: str) -> str:
    """A minute later; returns the id of her card."""
    await company.at(NOW + timedelta(minutes=1))
    await company.first.run(on_behalf.prepare, "olga", "eva", chat_of("olga"))
    [card] = await all_of(company.first, "postings", kind=entry_card.name, person_id="olga")
    await company.first.run(on_behalf.enter, "olga", EVA, card.id, inputs)
    return str(card.id)


async def authors(company: Company) -> dict[str, str]:
    return {each.filled: each.by for each in (await eva_reads(company)).entered}


class TestSeveralOwners:
    @pytest.fixture
    async def by_two(self, invited: Company) -> tuple[Company, str, str]:
        """Otto has entered days and times, then Olga other days and what never suits."""
        for owner in ("otto", "olga"):
            await invited.first.run(invite, profile(owner), Role.MENTOR)
        his = await enter(invited, weekdays="tue", times="morning")
        return invited, his, await olga_enters(invited, weekdays="thu", never="mon-morning")

    async def test_they_add_to_what_the_other_has_entered(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, _, _ = by_two
        both = {"weekdays": "thu", "times": "morning", "never": "mon-morning"}
        assert typed(await eva(company)) == {"when": both}

    async def test_the_person_reads_of_each_line_who_has_entered_it(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, _, _ = by_two
        assert await authors(company) == {"weekdays": "Olga", "times": "Otto", "never": "Olga"}

    async def test_each_takes_back_their_own_lines(self, by_two: tuple[Company, str, str]) -> None:
        company, his, hers = by_two
        await company.first.run(on_behalf.take_back, "otto", EVA, his)
        assert await authors(company) == {"weekdays": "Olga", "never": "Olga"}
        await company.first.run(on_behalf.take_back, "olga", EVA, hers)
        assert (await eva(company)).answers.drafts == ()

    async def test_who_takes_back_a_card_of_another_takes_back_what_was_entered_by_it(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, _, hers = by_two
        await company.first.run(on_behalf.take_back, "otto", EVA, hers)
        assert typed(await eva(company)) == {"when": {"times": "morning"}}
        assert await authors(company) == {"times": "Otto"}

    async def test_of_one_who_is_erased_the_lines_stay_without_a_name(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, _, hers = by_two
        await company.first.run(lambda uow, _: _forget(uow, "otto"))
        assert await authors(company) == {"weekdays": "Olga", "times": "", "never": "Olga"}
        await company.first.run(on_behalf.take_back, "olga", EVA, hers)
        assert await authors(company) == {"times": ""}

    async def test_whoever_changes_one_makes_all_of_the_step_their_own(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, his, hers = by_two
        await company.first.run(enrolment.take_part, EVA, "eva")
        left = enrolment.LeftStep({"weekdays": "fri", "times": "morning", "never": "mon-morning"})
        await change(company.first, "enrolments", EVA, position="when")
        await company.first.run(enrolment.keep_left, EVA, "eva", WHEN, left)
        for card in (his, hers):
            await company.first.run(on_behalf.take_back, "otto", EVA, card)
        assert await authors(company) == {}
        assert (await eva(company)).answers.typed_at(WHEN) == left.typed

    async def test_a_card_of_an_earlier_version_takes_back_what_was_entered_that_day(
        self, by_two: tuple[Company, str, str]
    ) -> None:
        company, his, _ = by_two
        await change(company.first, "postings", his, view=f"entered {NOW.date()}")
        await company.first.run(on_behalf.take_back, "otto", EVA, his)
        assert (await eva(company)).answers.drafts == ()


def _forget(uow: UnitOfWork, person_id: str) -> None:
    """As an erasure does in rows of others."""
    traces = Traces(frozenset({person_id}), "erased:1")
    uow.enrolments.put(traces.forgotten(uow.enrolments.need(EVA)))
    uow.people.delete(person_id)
