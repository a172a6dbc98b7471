"""What an owner enters for somebody counts once that one has confirmed it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import When
from mentoring.usecases.enrolment import correcting, enrolment, on_behalf
from mentoring.usecases.enrolment.correcting import Correction
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.on_behalf import Entering
from mentoring.usecases.matching.inputs import inputs
from tests.answers import GERMAN, WISH
from tests.usecases.company import FIRST, NOW, Company, all_of, change, one, profile, refused
from tests.usecases.enrolment.on_behalf import (
    AS_MENTOR,
    CHAT,
    FILLED,
    WHEN,
    asked_once_more,
    becomes,
    enter,
    eva_reads,
    form,
    owners_read,
    typed,
)
from tests.usecases.enrolment.steps import ABOUT, DONE, EVA, WISHES, answer, closes, eva, is_done


class TestWhatThePersonSees:
    async def test_their_invitation_says_who_has_entered_something(self, invited: Company) -> None:
        await invited.first.run(lambda uow, m: invite(uow, m, profile("otto"), Role.MENTOR))
        await enter(invited)
        assert {each.position for each in (await eva_reads(invited)).entered} == {
            "about",
            "wishes",
            "when",
        }
        assert {each.by for each in (await eva_reads(invited)).entered} == {"Otto"}

    async def test_it_stands_in_the_inputs_of_each_step(self, invited: Company) -> None:
        await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        answers = (await eva(invited)).answers
        assert answers.typed_at(ABOUT) == {"languages": "de,en"}
        assert answers.typed_at(WISHES) == {"wish_1": "data"}
        assert answers.typed_at(WHEN) == {"weekdays": "tue", "times": "morning"}

    async def test_next_confirms_it_or_what_it_was_changed_to(self, invited: Company) -> None:
        await enter(invited)
        await invited.first.run(enrolment.take_part, EVA, "eva")
        answers = (await answer(invited, GERMAN, WISH)).answers
        assert (answers.about, answers.wishes) == (GERMAN, WISH)
        assert [each.position for each in answers.entered] == ["when"]


class TestBeforeItIsConfirmed:
    async def test_it_is_no_answer(self, invited: Company) -> None:
        await enter(invited)
        found = await eva(invited)
        assert (list(found.answers.parts), found.state) == ([], EnrolmentState.INVITED)

    @pytest.mark.parametrize("changed", [{}, {"place": "remote"}], ids=["as it was", "added to"])
    async def test_going_back_or_later_confirms_nothing(
        self, invited: Company, changed: dict[str, str]
    ) -> None:
        await enter(invited)
        await is_done_but_for_when(invited)
        left = {"weekdays": "tue", "times": "morning", **changed}
        found = enrolment.LeftStep(left, When(("tue",), ("morning",)))
        await invited.first.run(enrolment.keep_left, EVA, "eva", WHEN, found)
        after = await eva(invited)
        assert (after.answers.when, typed(after)["when"]) == (None, left)

    async def test_no_matching_knows_it(self, invited: Company) -> None:
        await enter(invited)
        await is_done_but_for_when(invited)
        found = await invited.first.read(lambda uow, m: inputs(uow, m.programme))
        assert [each.times for each in found.candidates] == [frozenset()]

    async def test_a_not_now_erases_it_at_once(self, invited: Company) -> None:
        await enter(invited)
        await invited.first.run(enrolment.not_now, EVA, "eva")
        assert (await eva(invited)).answers.drafts == ()

    async def test_it_is_no_answer_of_last_time(self, invited: Company) -> None:
        await enter(invited)
        await change(invited.first, "enrolments", EVA, earlier=EVA)
        assert not (await eva_reads(invited)).kept


async def is_done_but_for_when(company: Company) -> None:
    """Eva has handed in her questionnaire; at *when* only what Otto entered stands."""
    entered = [each for each in (await eva(company)).answers.drafts if each.position == "when"]
    answers = DONE
    for each in entered:
        answers = answers.drafted(each)
    await change(
        company.first,
        "enrolments",
        EVA,
        state=EnrolmentState.DONE,
        position="when",
        answers=answers,
    )


class TestWhatMayBeEntered:
    @pytest.mark.parametrize(
        "inputs",
        [
            {"about_me": "Er mag Kaffee"},
            {"generation": "before_1965", "gender": "male"},
            {"competence": "3"},
            {"goal": "mehr lernen"},
            {"not_with": "otto", "kpi_people": "otto"},
            {"agreed": "true"},
            {"deputy": "otto", "capacity": "2"},
            {"level": "3", "experience": "viel"},
            {},
        ],
        ids=lambda inputs: next(iter(inputs), "nothing"),
    )
    async def test_nothing_but_topics_languages_and_times(
        self, invited: Company, inputs: dict[str, Any]
    ) -> None:
        card = await form(invited)
        with refused("entry-nothing"):
            await invited.first.run(on_behalf.enter, "otto", EVA, card, inputs)

    async def test_only_what_the_programme_offers(self, invited: Company) -> None:
        card = await form(invited)
        with refused("answer"):
            await invited.first.run(on_behalf.enter, "otto", EVA, card, {"wish_1": "yoga"})
        with refused("answer"):
            await invited.first.run(on_behalf.enter, "otto", EVA, card, {"wish_2": "ai"})

    async def test_a_mentor_gets_topics_without_levels(self, invited: Company) -> None:
        await invited.first.run(lambda uow, m: invite(uow, m, profile("jan"), Role.MENTOR))
        card, key = await form(invited, "jan"), f"{FIRST}:mentor:jan"
        await invited.first.run(on_behalf.enter, "otto", key, card, {"topics": "ai,data"})
        assert typed(await one(invited.first, "enrolments", key)) == {
            "topics": {"topics": "ai,data"}
        }

    async def test_in_the_other_role_it_stays_as_far_as_it_is_asked_there(
        self, invited: Company
    ) -> None:
        await enter(invited)
        await invited.first.run(correcting.prepare, "otto", Correction.ROLE, "eva", CHAT)
        found = await all_of(invited.first, "postings", kind=correcting.correction_card.name)
        await invited.first.run(correcting.confirm, "otto", EVA, found[-1].id)
        asked = await one(invited.first, "enrolments", AS_MENTOR)
        assert set(typed(asked)) == {"about", "when"}


class TestWhomItIsFor:
    async def test_not_for_oneself(self, invited: Company) -> None:
        with refused("entry-own"):
            await invited.first.run(on_behalf.prepare, "eva", "eva", CHAT)

    async def test_for_nobody_who_is_not_asked(self, invited: Company) -> None:
        with refused("correct-nobody"):
            await invited.first.run(on_behalf.prepare, "otto", "nobody", CHAT)

    async def test_for_nobody_who_has_answered(self, invited: Company) -> None:
        card = await form(invited)
        await is_done(invited)
        assert (await owners_read(invited, card)).kind is Entering.DONE
        with refused("entry-done"):
            await invited.first.run(on_behalf.enter, "otto", EVA, card, FILLED)

    @pytest.mark.parametrize("then", [EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN])
    async def test_asked_again_the_answer_is_the_same_whatever_they_have_done_since(
        self, invited: Company, then: EnrolmentState
    ) -> None:
        """A form in its place would tell who has withdrawn."""
        await is_done(invited)
        answers = [await asked_once_more(invited)]
        await invited.first.run(lambda uow, _: becomes(uow, EVA, then))
        for minutes in (1, 2):
            invited.clock.moment = NOW + timedelta(minutes=minutes)
            answers.append(await asked_once_more(invited))
        assert [each.kind for each in answers] == [Entering.DONE] * 3

    async def test_who_is_asked_anew_gets_a_form_again(self, invited: Company) -> None:
        await is_done(invited)
        await asked_once_more(invited)
        await invited.first.run(lambda uow, _: becomes(uow, EVA, EnrolmentState.INVITED))
        invited.clock.moment = NOW + timedelta(minutes=1)
        assert (await asked_once_more(invited)).kind is Entering.FORM

    async def test_for_somebody_whom_nothing_reaches(self, invited: Company) -> None:
        await change(invited.first, "enrolments", EVA, state=EnrolmentState.UNREACHABLE)
        await enter(invited)
        assert set(typed(await eva(invited))) == {"about", "wishes", "when"}

    async def test_as_long_as_one_may_enrol(self, invited: Company) -> None:
        await closes(invited)
        with refused("enrolment-closed"):
            await invited.first.run(on_behalf.prepare, "otto", "eva", CHAT)

    async def test_another_card_is_none_of_these(self, invited: Company) -> None:
        await form(invited)
        with refused("stale"):
            await invited.first.run(on_behalf.enter, "otto", EVA, f"enrolment:{EVA}", FILLED)
