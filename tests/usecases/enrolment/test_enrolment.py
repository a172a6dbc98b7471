"""The questionnaire, step by step, from the invitation until it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Unavailable
from mentoring.domain.invitation import Invite, InviteState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import (
    SUMMARY,
    About,
    Answers,
    Competence,
    NotWith,
    Position,
    Topics,
    When,
    Wishes,
)
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.enrolment import filled_in, left_in
from tests.answers import GERMAN, MENTOR, WISH, answers
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    shown,
)
from tests.usecases.enrolment.steps import (
    ABOUT,
    ANSWERS,
    DAY,
    DONE,
    EVA,
    STANDING,
    WISHES,
    answer,
    closes,
    eva,
    is_done,
)


class TestTakingPart:
    """Invitation, steps, summary."""

    async def test_the_questionnaire_opens_at_its_first_step(self, invited: Company) -> None:
        for _ in range(2):
            await invited.first.run(enrolment.take_part, EVA, "eva")
        found = await eva(invited)
        assert (found.state, found.at) == (EnrolmentState.BEGUN, ABOUT)

    async def test_each_step_is_kept_and_leads_to_the_next(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        found = await answer(invited, GERMAN, WISH)
        assert (found.at, found.answers) == (STANDING, answers(GERMAN, WISH))

    async def test_answers_come_from_the_programmes_lists(self, invited: Company) -> None:
        await invited.set_up(Programme(languages=("de",)))
        await invited.first.run(enrolment.take_part, EVA, "eva")
        with refused("answer", field="languages"):
            await invited.first.run(enrolment.save_step, EVA, "eva", About(("en",)))

    async def test_agreeing_to_the_rules_hands_it_in(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        await answer(invited, *ANSWERS.parts)
        invited.clock.moment = NOW + DAY
        found = await invited.first.run(enrolment.agree, EVA, "eva")
        assert (found.state, found.done_at, found.at) == (EnrolmentState.DONE, NOW + DAY, SUMMARY)

    async def test_whoever_is_done_may_look_at_a_step_and_hand_in_again(
        self, invited: Company
    ) -> None:
        await is_done(invited)
        assert (await invited.first.run(enrolment.go_to, EVA, "eva", WISHES, SUMMARY)).at == WISHES
        assert (await invited.first.run(enrolment.send, EVA, "eva")).state is EnrolmentState.DONE

    async def test_nothing_is_handed_in_while_a_step_is_open(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        with refused("incomplete"):
            await invited.first.run(enrolment.send, EVA, "eva")

    async def test_a_step_that_one_is_not_on_is_out_of_date(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        with refused("stale"):
            await invited.first.run(enrolment.save_step, EVA, "eva", Competence(4))
        with refused("stale"):
            await invited.first.run(enrolment.go_to, EVA, "eva", WISHES, STANDING)

    async def test_not_now_can_be_thought_over(self, invited: Company) -> None:
        await invited.first.run(enrolment.not_now, EVA, "eva")
        assert (await eva(invited)).state is EnrolmentState.DECLINED
        with refused("stale"):
            await invited.first.run(enrolment.not_now, EVA, "eva")
        assert (
            await invited.first.run(enrolment.take_part, EVA, "eva")
        ).state is EnrolmentState.BEGUN

    async def test_the_card_shows_every_step_and_is_left_alone_where_nothing_changes(
        self, invited: Company
    ) -> None:
        await put(invited.first, "postings", Posting("card", enrolment_card.name, EVA, "eva"))
        for _ in range(2):
            await invited.first.run(enrolment.take_part, EVA, "eva")
        assert (await one(invited.first, "postings", "card")).wanted == 2


ACTS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "take part": (enrolment.take_part, ()),
    "not now": (enrolment.not_now, ()),
    "save a step": (enrolment.save_step, (GERMAN,)),
    "agree": (enrolment.agree, ()),
    "go to a step": (enrolment.go_to, (ABOUT, ABOUT)),
    "hand in": (enrolment.send, ()),
    "withdraw": (enrolment.withdraw, ()),
}


@pytest.mark.parametrize("name", ACTS)
async def test_an_enrolment_is_its_persons_alone(invited: Company, name: str) -> None:
    act, more = ACTS[name]
    before = await eva(invited)
    for who in ("jan", "otto"):
        with refused("not-yours"):
            await invited.first.run(act, EVA, who, *more)
    assert await eva(invited) == before


@pytest.mark.parametrize("name", ACTS)
async def test_another_programme_does_not_know_it(invited: Company, name: str) -> None:
    act, more = ACTS[name]
    with refused("gone"):
        await invited.second.run(act, EVA, "eva", *more)


class TestAfterTheEnd:
    """Nobody begins any more; whoever is done may still edit, but not so that something is
    missing.
    """

    @pytest.mark.parametrize("name", ["take part", "save a step"])
    async def test_nobody_goes_on(self, invited: Company, name: str) -> None:
        if name == "save a step":
            await invited.first.run(enrolment.take_part, EVA, "eva")
        await closes(invited)
        act, more = ACTS[name]
        with refused("enrolment-closed"):
            await invited.first.run(act, EVA, "eva", *more)

    async def test_nobody_goes_on_in_a_cycle_that_is_closed(self, invited: Company) -> None:
        await change(invited.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("enrolment-closed"):
            await invited.first.run(enrolment.take_part, EVA, "eva")

    async def test_after_the_cycle_nobody_reads_that_they_are_in(self, invited: Company) -> None:
        """issue 12: the summary said so until the answers were erased."""
        await is_done(invited)
        assert not (await shown(invited.first, enrolment_card.name, EVA, "eva")).over
        await change(invited.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        assert (await shown(invited.first, enrolment_card.name, EVA, "eva")).over

    async def test_whoever_is_done_may_change_an_answer(self, invited: Company) -> None:
        await is_done(invited)
        await closes(invited)
        await invited.first.run(enrolment.go_to, EVA, "eva", WISHES, SUMMARY)
        found = await invited.first.run(enrolment.save_step, EVA, "eva", Wishes("agile"))
        assert (found.state, found.answers.wishes) == (EnrolmentState.DONE, Wishes("agile"))

    async def test_but_open_no_new_question(self, programmes: Company) -> None:
        made = await enrol(programmes.first, Role.MENTOR, "jan", *MENTOR.parts)
        await closes(programmes)
        await programmes.first.run(enrolment.go_to, made.id, "jan", Position("topics"), SUMMARY)
        with refused("enrolment-closed"):
            await programmes.first.run(enrolment.save_step, made.id, "jan", Topics(("ai", "agile")))

    async def test_whoever_wants_to_leave_may(self, invited: Company) -> None:
        await is_done(invited)
        await closes(invited)
        assert (
            await invited.first.run(enrolment.withdraw, EVA, "eva")
        ).state is EnrolmentState.WITHDRAWN


class TestWhatOwnersSee:
    """Their lists count anew; that somebody has finished may fill a place."""

    @pytest.fixture
    async def listed(self, invited: Company) -> Company:
        """Eva stands in a confirmed list of each programme."""
        for world, cycle in ((invited.first, FIRST), (invited.second, SECOND)):
            key = f"{cycle}.invite-1"
            await put(
                world, "invites", Invite(key, "otto", NOW, Role.MENTEE, InviteState.CONFIRMED)
            )
            await catch_up(invited.unbound)
            await put(world, "postings", Posting(cycle, "invite", key, "otto"))
        return invited

    async def counted(self, company: Company) -> dict[str, int]:
        """How often each programme's list has changed."""
        await catch_up(company.unbound)
        return {
            each.id: each.wanted - 1
            for each in await all_of(company.unbound, "postings", kind="invite")
        }

    async def test_a_new_state_is_counted_in_ones_own_programme(self, listed: Company) -> None:
        await listed.first.run(enrolment.take_part, EVA, "eva")
        assert await self.counted(listed) == {FIRST: 1, SECOND: 0}

    async def test_a_step_is_not(self, listed: Company) -> None:
        await listed.first.run(enrolment.take_part, EVA, "eva")
        await self.counted(listed)
        await answer(listed, GERMAN)
        assert await self.counted(listed) == {FIRST: 1, SECOND: 0}

    async def test_whoever_is_done_may_fill_a_place(self, listed: Company) -> None:
        await change(
            listed.first,
            "enrolments",
            EVA,
            state=EnrolmentState.BEGUN,
            position="summary",
            answers=DONE,
        )
        await listed.first.run(enrolment.send, EVA, "eva")
        assert "places" in {each.kind for each in await all_of(listed.first, "changes")}


class TestNamingPeople:
    """Names are looked up, and kept beside the ids."""

    async def test_people_become_ids(self, programmes: Company) -> None:
        raw = {"not_with": "Ada; Jan", "kpi_people": "", "more": "x"}
        found = await filled_in(programmes.first, Position("not_with"), raw)
        assert found == NotWith(("ada", "jan"), names={"ada": "Ada", "jan": "Jan"})

    async def test_other_steps_name_nobody(self, programmes: Company) -> None:
        assert await filled_in(programmes.first, ABOUT, {"languages": "de"}) == GERMAN

    async def test_a_step_of_another_day_is_out_of_date(self, programmes: Company) -> None:
        with refused("stale"):
            await filled_in(
                programmes.first, Position("a step of another day"), {"languages": "de"}
            )

    async def test_somebody_unknown_is_named_with_the_field(self, programmes: Company) -> None:
        with refused("person-unknown", field="deputy", name="Xaver"):
            await filled_in(programmes.first, Position("when"), {"deputy": "Xaver"})


class TestLeavingAStep:
    """*Back*, *later* or another language, with something in the inputs."""

    async def leaves(self, company: Company, at: str, **inputs: object) -> Answers:
        await change(
            company.first, "enrolments", EVA, state=EnrolmentState.BEGUN, answers=DONE, position=at
        )
        since = Position(at)
        left = await left_in(company.first, since, inputs)
        await company.first.run(enrolment.go_to, EVA, "eva", SUMMARY, since, left)
        return (await eva(company)).answers

    async def test_what_is_typed_comes_back(self, invited: Company) -> None:
        found = await self.leaves(invited, "about", languages="de", about_me="halb get")
        assert found.typed_at(ABOUT) == {"languages": "de", "about_me": "halb get"}
        assert found.about == DONE.about

    async def test_who_is_named_counts(self, invited: Company) -> None:
        """Somebody who names people and then presses *later* has named them."""
        found = await self.leaves(invited, "not_with", not_with="Jan")
        assert found.not_with == NotWith(("jan",), names={"jan": "Jan"})

    async def test_a_name_that_is_not_found_keeps_nobody_there(self, invited: Company) -> None:
        found = await self.leaves(invited, "when", deputy="Nobody", weekdays="mon")
        assert found.when is None
        assert found.typed_at(Position("when")) == {"deputy": "Nobody", "weekdays": "mon"}

    async def test_a_name_that_is_not_found_is_there_again_and_excludes_nobody(
        self, invited: Company
    ) -> None:
        """As everything else that was typed; *next* asks once more who is meant."""
        found = await self.leaves(invited, "not_with", not_with="Jan; Nobody")
        assert found.typed_at(Position("not_with")) == {"not_with": "Jan; Nobody"}
        assert (found.not_with, found.named) == (None, {})

    async def test_a_directory_that_is_away_neither(self, invited: Company) -> None:
        invited.people.refuses["find"] = Unavailable("away")
        found = await self.leaves(invited, "not_with", not_with="Jan")
        assert (found.not_with, found.typed_at(Position("not_with"))) == (None, {"not_with": "Jan"})

    async def test_whoever_was_picked_is_no_text(self, invited: Company) -> None:
        """A picker sends ids, which say nothing to anybody once the person cannot be found."""
        gone = "0b2a3c4d-0000-4000-8000-00000000abcd"
        found = await self.leaves(invited, "not_with", not_with=gone)
        assert found.typed_at(Position("not_with")) == {}

    async def test_a_card_of_before_sends_nothing(self, invited: Company) -> None:
        assert await self.leaves(invited, "about") == DONE


class TestAPartnerAsDeputy:
    """Refused as far as one knows of them: whether a mentor is being asked is not found out."""

    async def names_jan(self, company: Company, state: TandemState) -> When:
        await put(company.first, "tandems", Tandem("t", 1, "", "jan", "eva", state, NOW, NOW))
        place = {"state": EnrolmentState.DONE, "answers": DONE, "position": "when"}
        await change(company.first, "enrolments", EVA, **place)
        said = When(deputy=("jan",), names={"jan": "Jan"})
        await company.first.run(enrolment.save_step, EVA, "eva", said)
        return said

    @pytest.mark.parametrize("state", [TandemState.LAUNCHED, TandemState.ASKED_MENTEE])
    async def test_one_who_is_known(self, invited: Company, state: TandemState) -> None:
        with refused("deputy-is-partner", field="deputy"):
            await self.names_jan(invited, state)

    @pytest.mark.parametrize("state", [TandemState.CLOSED, TandemState.ASKED_MENTOR])
    async def test_one_who_is_not(self, invited: Company, state: TandemState) -> None:
        said = await self.names_jan(invited, state)
        assert (await eva(invited)).answers.when == said
