"""Enrolling: the way from the invitation to the questionnaire that is handed in, and the way
out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Unavailable
from mentoring.domain.invitation import Invite, InviteState
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, REMINDER, Posting
from mentoring.domain.programme import Contact, Programme, Sponsor
from mentoring.domain.questionnaire import (
    SUMMARY,
    About,
    Answers,
    Competence,
    NotWith,
    Position,
    Step,
    Topics,
    When,
    Wishes,
)
from mentoring.domain.tandem import PairKind, Tandem, TandemState
from mentoring.notices import Said
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.postings import deliver
from mentoring.usecases.enrolment import enrolment, next_cycle
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.enrolment import (
    EnrolmentNotice,
    enrolment_card,
    filled_in,
    follow,
    invite,
    last_time,
    left_in,
    other_role,
    welcome,
)
from tests.answers import AGREED, GERMAN, MENTOR, WISH, answers
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
    put,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

DAY = timedelta(days=1)
EVA = f"{FIRST}:mentee:eva"
ABOUT, WISHES, STANDING = (Position(step) for step in ("about", "wishes", "standing"))
ANSWERS = answers(GERMAN, WISH, Competence(4))
DONE = ANSWERS.put(AGREED)


@pytest.fixture
async def invited(programmes: Company) -> Company:
    """Eva is invited as a mentee."""
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    return programmes


async def eva(company: Company) -> Enrolment:
    found: Enrolment = await one(company.first, "enrolments", EVA)
    return found


async def is_done(company: Company) -> Enrolment:
    """Eva has handed in her questionnaire."""
    return await change(
        company.first,
        "enrolments",
        EVA,
        state=EnrolmentState.DONE,
        position="summary",
        answers=DONE,
    )


async def closes(company: Company) -> None:
    """The enrolment's last day is over."""
    await company.first.run(set_enrolment_end, NOW.date(), NOW.date())
    company.clock.moment = NOW + DAY


async def answer(company: Company, *said: Step) -> Enrolment:
    """Eva answers these steps."""
    for each in said:
        await company.first.run(enrolment.save_step, EVA, "eva", each)
    return await eva(company)


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


class TestLeaving:
    """Answers are erased at once; whether one may leave follows from what one knows oneself."""

    async def is_in(self, company: Company, state: TandemState, **more: Any) -> Tandem:
        """Eva is the mentee of such a tandem."""
        await is_done(company)
        made = Tandem(f"{FIRST}.t1", 1, "", "jan", "eva", state, NOW + DAY, NOW + 2 * DAY, **more)
        await put(company.first, "tandems", made)
        return await one(company.first, "tandems", made.id)

    async def test_the_answers_are_erased(self, invited: Company) -> None:
        await is_done(invited)
        for _ in range(2):
            await invited.first.run(enrolment.withdraw, EVA, "eva")
        found = await eva(invited)
        assert (found.state, found.answers) == (EnrolmentState.WITHDRAWN, Answers())

    @pytest.mark.parametrize(
        "state", [TandemState.ACCEPTED, TandemState.LAUNCHING, TandemState.LAUNCHED]
    )
    async def test_a_tandem_ends_first_and_until_then_nothing_changes(
        self, invited: Company, state: TandemState
    ) -> None:
        tandem, before = await self.is_in(invited, state), await eva(invited)
        for _ in range(2):
            assert await invited.first.run(enrolment.withdraw, EVA, "eva") == before
        assert await one(invited.first, "tandems", tandem.id) == tandem
        await catch_up(invited.unbound)
        assert await asked_for(invited.first, "end_one") == [tandem.id]

    async def test_an_open_offer_is_let_go(self, invited: Company) -> None:
        tandem = await self.is_in(invited, TandemState.ASKED_MENTEE)
        left = await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert left.state is EnrolmentState.WITHDRAWN
        assert (await one(invited.first, "tandems", tandem.id)).state is TandemState.RELEASED

    @pytest.mark.parametrize(
        ("state", "said"), [(TandemState.ASKED_MENTEE, False), (TandemState.LAUNCHED, True)]
    )
    async def test_the_question_says_whether_a_tandem_ends_first(
        self, invited: Company, state: TandemState, said: bool
    ) -> None:
        await self.is_in(invited, state)
        assert (await shown(invited.first, enrolment_card.name, EVA, "eva")).in_tandem is said

    async def test_a_mentee_who_knows_of_nothing_leaves_and_the_mentors_offer_ends(
        self, invited: Company
    ) -> None:
        tandem = await self.is_in(invited, TandemState.ASKED_MENTOR)
        await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert (await one(invited.first, "tandems", tandem.id)).state is TandemState.RELEASED
        assert [pair.kind for pair in await all_of(invited.first, "pairs")] == [PairKind.NOT_AGAIN]

    async def test_a_mentor_who_said_yes_cannot_tell_by_leaving_whether_the_mentee_said_no(
        self, invited: Company
    ) -> None:
        await self.is_in(invited, TandemState.RELEASED, mentor_agreed=True)
        made = await enrol(invited.first, Role.MENTOR, "jan")
        left = await invited.first.run(enrolment.withdraw, made.id, "jan")
        assert left.state is EnrolmentState.WITHDRAWN

    async def test_after_the_round_that_mentor_may_leave(self, invited: Company) -> None:
        await self.is_in(invited, TandemState.RELEASED, mentor_agreed=True, told_left_over=True)
        made = await enrol(invited.first, Role.MENTOR, "jan")
        assert (
            await invited.first.run(enrolment.withdraw, made.id, "jan")
        ).state is EnrolmentState.WITHDRAWN

    async def test_a_tandem_in_the_other_role_or_another_programme_keeps_nobody(
        self, invited: Company
    ) -> None:
        await is_done(invited)
        other_side = Tandem(f"{FIRST}.t2", 2, "", "eva", "ada", TandemState.LAUNCHED, NOW, NOW)
        await put(invited.first, "tandems", other_side)
        elsewhere = Tandem(f"{SECOND}.t1", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
        await put(invited.second, "tandems", elsewhere)
        assert (
            await invited.first.run(enrolment.withdraw, EVA, "eva")
        ).state is EnrolmentState.WITHDRAWN


class TestInviting:
    """Whoever withdrew or said *not now* is asked anew, everybody else keeps theirs."""

    @pytest.mark.parametrize(
        "state", [EnrolmentState.INVITED, EnrolmentState.BEGUN, EnrolmentState.DONE]
    )
    async def test_whoever_is_on_the_way_goes_on(
        self, invited: Company, state: EnrolmentState
    ) -> None:
        before = await change(invited.first, "enrolments", EVA, state=state, answers=ANSWERS)
        assert await invited.first.run(invite, profile("eva"), Role.MENTEE) == before

    @pytest.mark.parametrize(
        "state", [EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN, EnrolmentState.UNREACHABLE]
    )
    async def test_everybody_else_begins_anew(
        self, invited: Company, state: EnrolmentState
    ) -> None:
        await change(invited.first, "enrolments", EVA, state=state)
        invited.clock.moment = NOW + DAY
        found = await invited.first.run(invite, profile("eva"), Role.MENTEE)
        assert found == Enrolment(
            EVA, "eva", Role.MENTEE, EnrolmentState.INVITED, NOW + DAY, cycle_id=FIRST
        )

    async def test_both_programmes_may_ask_the_same_person(self, invited: Company) -> None:
        await invited.second.run(invite, profile("eva"), Role.MENTEE)
        assert {each.id for each in await all_of(invited.unbound, "enrolments")} == {
            EVA,
            f"{SECOND}:mentee:eva",
        }

    async def test_what_the_directory_says_by_now_is_taken_over(self, invited: Company) -> None:
        await invited.first.run(invite, profile("eva", department="Einkauf"), Role.MENTEE)
        assert (await one(invited.first, "people", "eva")).profile.department == "Einkauf"


class TestLastTime:
    """Who took part before in this programme is asked with their answers beside; nobody else's
    are.
    """

    @pytest.fixture
    async def second_cycle(self, invited: Company) -> Company:
        """Eva took part in the first cycle; the second one runs."""
        await is_done(invited)
        await put(invited.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
        return invited

    async def earlier(self, company: Company, cycle: str, role: Role = Role.MENTEE) -> str:
        found = await company.unbound.of(cycle).read(lambda uow, _: last_time(uow, "eva", role))
        return found.id if found else ""

    async def test_it_is_the_last_cycle_of_the_same_programme_and_role(
        self, second_cycle: Company
    ) -> None:
        assert await self.earlier(second_cycle, "p1c2") == EVA
        assert await self.earlier(second_cycle, "p1c2", Role.MENTOR) == ""
        assert await self.earlier(second_cycle, FIRST) == ""
        assert await self.earlier(second_cycle, SECOND) == ""

    async def test_whoever_did_not_finish_did_not_take_part(self, second_cycle: Company) -> None:
        await change(second_cycle.first, "enrolments", EVA, state=EnrolmentState.WITHDRAWN)
        assert await self.earlier(second_cycle, "p1c2") == ""

    @pytest.mark.parametrize(
        ("state", "priority"), [(None, 2), (TandemState.RELEASED, 2), (TandemState.CLOSED, 0)]
    )
    async def test_whoever_waited_in_vain_comes_first(
        self, second_cycle: Company, state: TandemState | None, priority: int
    ) -> None:
        before = await change(second_cycle.first, "enrolments", EVA, priority=2)
        if state:
            await put(
                second_cycle.first,
                "tandems",
                Tandem(f"{FIRST}.t", 1, "", "jan", "eva", state, NOW, NOW),
            )
        asked = Enrolment("p1c2:mentee:eva", "eva", Role.MENTEE, EnrolmentState.INVITED, NOW)
        found = await second_cycle.unbound.of("p1c2").read(
            lambda uow, _: follow(uow, asked, before)
        )
        assert found == replace(asked, earlier=EVA, priority=priority)

    async def test_an_invitation_of_the_next_cycle_knows_it(self, second_cycle: Company) -> None:
        found = await second_cycle.unbound.of("p1c2").run(invite, profile("eva"), Role.MENTEE)
        assert (found.earlier, found.answers) == (EVA, Answers())


@pytest.mark.parametrize("role", Role)
def test_there_are_two_roles(role: Role) -> None:
    assert {role, other_role(role)} == set(Role)


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
        assert (found.when, found.typed_at(Position("when"))) == (None, {"weekdays": "mon"})

    async def test_a_directory_that_is_away_neither(self, invited: Company) -> None:
        invited.people.refuses["find"] = Unavailable("away")
        assert (await self.leaves(invited, "not_with", not_with="Jan")).not_with is None

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


class TestWriting:
    """Somebody writes to the bot without having been asked."""

    async def write(self, company: Company, who: str = "eva", copy: str = "1") -> None:
        await welcome(company.first, who, chat_of(who), copy)

    async def test_whoever_is_enrolled_gets_their_card_anew(self, invited: Company) -> None:
        for copy in ("1", "1", "2"):
            await self.write(invited, copy=copy)
        assert await told(invited.first, enrolment_card.name) == ["eva"]
        await deliver(invited.first, f"enrolment:{EVA}:1")
        await self.write(invited, copy="2")
        assert await told(invited.first, enrolment_card.name) == ["eva", "eva"]

    async def test_in_each_programme_that_has_asked_them(self, invited: Company) -> None:
        await invited.second.run(invite, profile("eva"), Role.MENTEE)
        await self.write(invited)
        found = await all_of(invited.unbound, "postings", kind=enrolment_card.name)
        assert {each.subject_id: each.cycle_id for each in found} == {
            EVA: FIRST,
            f"{SECOND}:mentee:eva": SECOND,
        }

    async def test_not_in_a_cycle_that_is_over(self, invited: Company) -> None:
        await change(invited.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("enrolment-closed"):
            await self.write(invited)

    async def test_whoever_could_not_be_reached_is_invited_by_that(self, invited: Company) -> None:
        await change(invited.first, "enrolments", EVA, state=EnrolmentState.UNREACHABLE)
        await self.write(invited)
        assert (await eva(invited)).state is EnrolmentState.INVITED

    async def test_a_stranger_may_apply_in_the_role_that_is_open_to_all(
        self, programmes: Company
    ) -> None:
        await self.write(programmes, "jan")
        (made,) = await all_of(programmes.first, "enrolments")
        assert (made.role, made.state) == (Role.MENTOR, EnrolmentState.INVITED)
        assert await told(programmes.first, enrolment_card.name) == ["jan"]

    async def test_where_both_roles_are_open_they_choose(self, programmes: Company) -> None:
        await programmes.set_up(Programme(apply_as=("mentor", "mentee")))
        await self.write(programmes, "jan")
        (posting,) = await all_of(programmes.first, "postings", kind=enrolment_card.name)
        assert (await self.asked(programmes, posting)).may_change_role
        await programmes.first.run(next_cycle.change_role, posting.subject_id, "jan")
        found = await all_of(programmes.first, "enrolments")
        assert {(each.role, each.state) for each in found} == {
            (Role.MENTOR, EnrolmentState.DECLINED),
            (Role.MENTEE, EnrolmentState.BEGUN),
        }
        assert (await self.asked(programmes, posting)).in_other_role

    async def asked(self, company: Company, posting: Posting) -> EnrolmentNotice:
        found = await shown(
            company.first, posting.kind, posting.subject_id, "jan", view=posting.view
        )
        assert isinstance(found, EnrolmentNotice)
        return found

    async def test_whoever_was_invited_in_one_role_does_not_choose(self, invited: Company) -> None:
        with refused("stale"):
            await invited.first.run(next_cycle.change_role, EVA, "eva")

    async def test_not_where_nobody_may_apply(self, programmes: Company) -> None:
        await programmes.set_up(Programme(apply_as=(), contact=Contact(name="Olivia")))
        with refused("not-eligible", contact="Olivia"):
            await self.write(programmes, "jan")

    async def test_nor_whoever_cannot_take_part(self, programmes: Company) -> None:
        programmes.people.profiles["jan"] = profile("jan", hindrance="guest")
        with refused("not-eligible"):
            await self.write(programmes, "jan")

    async def test_nor_after_the_end(self, programmes: Company) -> None:
        await closes(programmes)
        with refused("enrolment-closed"):
            await self.write(programmes, "jan")
        assert await asked_for(programmes.first, "post") == []


class TestTheCard:
    """What it shows of an enrolment."""

    async def read(self, company: Company, **where: Any) -> EnrolmentNotice:
        found = await shown(company.first, enrolment_card.name, EVA, "eva", **where)
        assert isinstance(found, EnrolmentNotice)
        return found

    async def test_it_says_until_when_one_may_enrol(self, invited: Company) -> None:
        assert ((await self.read(invited)).closes, (await self.read(invited)).closed) == (
            None,
            False,
        )
        await closes(invited)
        assert ((await self.read(invited)).closes, (await self.read(invited)).closed) == (
            NOW.date(),
            True,
        )

    async def test_whoever_is_done_does_not_read_that_it_is_closed(self, invited: Company) -> None:
        await is_done(invited)
        await closes(invited)
        assert not (await self.read(invited)).closed

    async def test_it_names_the_people_chosen_in_it(self, invited: Company) -> None:
        said = ANSWERS.put(When(names={"dora": "Dora"}), NotWith(names={"jan": "Jan"}))
        await change(invited.first, "enrolments", EVA, answers=said)
        assert (await self.read(invited)).names == {"dora": "Dora", "jan": "Jan"}

    async def test_a_reminder_reminds_as_long_as_something_is_unfinished(
        self, invited: Company
    ) -> None:
        assert (await self.read(invited, view=REMINDER)).reminder
        assert not (await self.read(invited)).reminder
        await is_done(invited)
        assert not (await self.read(invited, view=REMINDER)).reminder

    async def test_a_reminder_that_an_earlier_version_put_there_reminds_as_well(
        self, invited: Company
    ) -> None:
        """It was told by its page."""
        assert (await self.read(invited, page=1)).reminder

    async def test_the_sponsor_opens_the_invitation_unless_the_programme_names_a_picture(
        self, invited: Company
    ) -> None:
        await invited.set_up(Programme(sponsor=Sponsor(email="boss@firma.example")))
        assert (await self.read(invited)).portrays() == "boss@firma.example"
        await invited.first.run(enrolment.take_part, EVA, "eva")
        assert (await self.read(invited)).portrays() == ""
        await invited.set_up(
            Programme(
                sponsor=Sponsor(email="boss@firma.example", picture="https://firma.example/x")
            )
        )
        assert (await self.read(invited)).portrays() == ""

    async def test_what_was_typed_counts_on_the_step_where_one_is(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        found = await self.read(invited)
        assert found.takes({"position": "about"})
        assert not found.takes({"position": "wishes"})
        await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert not (await self.read(invited)).takes({"position": "about"})

    async def test_only_whoever_took_part_before_may_change_the_role(
        self, invited: Company
    ) -> None:
        assert not (await self.read(invited)).may_change_role
        await change(invited.first, "enrolments", EVA, earlier="p1c0:mentee:eva")
        assert (
            (await self.read(invited)).may_change_role,
            (await self.read(invited)).in_other_role,
        ) == (True, False)
        await enrol(invited.first, Role.MENTOR, "eva")
        assert (
            (await self.read(invited)).may_change_role,
            (await self.read(invited)).in_other_role,
        ) == (False, True)

    async def test_another_programme_shows_nothing_of_it(self, invited: Company) -> None:
        assert await hidden(invited.second, enrolment_card.name, EVA, "eva") == "gone"


class TestLeavingByWriting:
    """*I do not want any more*, as somebody writes it."""

    @pytest.fixture
    async def done(self, programmes: Company) -> Company:
        """Eva has handed in her questionnaire, and her card stands in her chat."""
        await enrol(programmes.first, Role.MENTEE, "eva")
        await put(
            programmes.first,
            "postings",
            Posting("first", enrolment_card.name, EVA, "eva", "chat", activity_id="a", shown=1),
        )
        return programmes

    async def ask(self, company: Company, copy: str = "9") -> None:
        await company.first.run(enrolment.ask_whether_to_leave, "eva", chat_of("eva"), copy)

    async def test_it_is_asked_back_first(self, done: Company) -> None:
        """issue 12, U3: the whole summary came each time, seven live copies."""
        await self.ask(done)
        found = await one(done.first, "enrolments", EVA)
        assert found.state is EnrolmentState.DONE
        notice = await shown(done.first, enrolment_card.name, EVA, "eva", view=enrolment.LEAVING)
        assert notice.leaving

    async def test_older_copies_close_themselves(self, done: Company) -> None:
        await self.ask(done)
        old = await one(done.first, "postings", "first")
        assert (old.view, old.is_behind) == (OLDER, True)
        assert await shown(done.first, enrolment_card.name, EVA, "eva", view=OLDER) == Said.of(
            "older-copy"
        )

    async def test_asked_twice_by_one_message_it_comes_once(self, done: Company) -> None:
        for _ in range(2):
            await self.ask(done)
        cards = await all_of(done.first, "postings", kind=enrolment_card.name)
        assert [each.view for each in cards if each.view != OLDER] == [enrolment.LEAVING]

    async def test_whoever_has_said_nothing_yet_has_nothing_to_withdraw(
        self, invited: Company
    ) -> None:
        with refused("withdraw-nothing"):
            await self.ask(invited)

    async def test_once_it_is_answered_nothing_tells_that_it_was_asked(self, done: Company) -> None:
        pair = Tandem(f"{FIRST}.t", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
        await put(done.first, "tandems", pair)
        await self.ask(done)
        await done.first.run(enrolment.withdraw, EVA, "eva")
        cards = await all_of(done.first, "postings", kind=enrolment_card.name)
        assert enrolment.LEAVING not in {each.view for each in cards}

    async def test_from_then_on_the_bot_knows_them(self, done: Company) -> None:
        assert await done.first.read(enrolment.knows_us, "eva")
        assert not await done.first.read(enrolment.knows_us, "ada")
        await change(done.first, "enrolments", EVA, state=EnrolmentState.DECLINED)
        assert not await done.first.read(enrolment.knows_us, "eva")
