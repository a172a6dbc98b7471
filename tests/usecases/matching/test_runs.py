"""Approving, late joiners, rounds, and what owners must not be able to tell; against a real
database.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.match_run import DecisionKind, RunState
from mentoring.domain.people import Person, Role
from mentoring.domain.proposal import ProposalState
from mentoring.domain.questionnaire import About, Step, Wishes
from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.launch import confirming, one_tandem
from mentoring.usecases.matching import decisions, offers
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.left_over import left_over
from mentoring.usecases.programme.cycles import advance
from tests.people import berliner
from tests.usecases.company import all_of, refused, remove
from tests.usecases.enrolled import (
    CHAT,
    NOW,
    OTHER_TOPIC,
    Present,
    enrols,
    pairs,
    proposed,
    run_of,
    unserved,
)


async def test_what_has_come_between_two_people_since_is_not_approved(world: World) -> None:
    """Somebody withdrew, or named the other: without this a person who left would be named to the
    other side.
    """
    run = await proposed(world)
    (left, _), (one, other), *_ = sorted(await pairs(world, run))
    await world.store.run(lambda uow: uow.enrolments.delete(f"mentee:{left}"))
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, one, "D9", not_with=[other]))
    approved = await world.run(matching.approve, "owner", run)
    tandems = await world.store.run(lambda uow: uow.tandems.all())
    assert approved == len(tandems)
    assert not {left, one} & {tandem.mentee_id for tandem in tandems}
    assert not await pairs(world, run)


@pytest.mark.parametrize("said", [About(("fr",)), Wishes("agile")])
async def test_nor_what_an_answer_has_made_impossible_since(world: World, said: Step) -> None:
    """Owners see the same whether somebody has changed a language, a wish, or named the other."""
    run = await proposed(world)
    (one, _), *others = sorted(await pairs(world, run))
    enrolled = await world.store.run(lambda uow: uow.enrolments.need(f"mentee:{one}"))
    changed = replace(enrolled, answers=enrolled.answers.put(said))
    await world.store.run(lambda uow: uow.enrolments.put(changed))
    assert await world.run(matching.approve, "owner", run) == len(others)
    assert not await pairs(world, run)


class TestInACycleThatIsOver:
    """Owners have closed it: nobody is asked any more who could not even answer."""

    @pytest.fixture
    async def run(self, world: World) -> str:
        """Some proposals that were still open when owners closed the cycle."""
        run = await proposed(world)
        first, *_ = await all_of(world, "proposals", run_id=run)
        await world.run(matching.approve, "owner", run, first.id)
        await world.run(lambda uow, moment: advance(uow, moment, CycleState.CLOSING))
        return run

    async def test_proposals_are_not_approved(self, world: World, run: str) -> None:
        before = await all_of(world, "tandems")
        with refused("cycle-over"):
            await world.run(matching.approve, "owner", run)
        assert await all_of(world, "tandems") == before

    async def test_nor_computed_anew(self, world: World, run: str) -> None:
        with refused("cycle-over"):
            await world.run(matching.anew, run)

    async def test_nor_is_anything_tried_out_on_them(self, world: World, run: str) -> None:
        mentee, mentor = min(await pairs(world, run))
        with refused("cycle-over"):
            await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)

    async def test_nor_is_anybody_matched_whose_place_has_become_free(
        self, world: World, run: str
    ) -> None:
        await world.run(lambda uow, _: matching._discard(uow, run))
        await matching.fill_places(world, "")
        assert await all_of(world, "runs", state=RunState.RUNNING) == []


async def test_a_newcomer_whom_nobody_fits_waits_with_a_reason_and_the_owners_card_stays(
    world: World,
) -> None:
    run = await proposed(world)
    await world.run(matching.approve, "owner", run)
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor9", "E9"))
    await world.store.run(
        lambda uow: uow.enrolments.put(
            replace(uow.enrolments.need("mentor:mentor9"), answers=OTHER_TOPIC)
        )
    )
    await matching.fill_places(world, "")
    for late in await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING)):
        await matching.match(world, late.id)
    standing = await run_of(world, run)
    assert standing.state is RunState.PROPOSED
    assert "mentor9" in {left.id for left in standing.unmatched}


async def test_two_rounds_end_each_in_its_own_time(world: World) -> None:
    """A second approval must not put off the first round's end, nor end it in one card and not in
    the other.
    """
    clock = cast("Present", world.clock)
    run = await proposed(world)
    first, second, *_ = await world.store.run(
        lambda uow: uow.proposals.all(run_id=run, state=ProposalState.PROPOSED)
    )
    await world.run(matching.approve, "owner", run, first.id)
    clock.moment = NOW + timedelta(days=3)
    await world.run(matching.approve, "owner", run, second.id)
    clock.moment = NOW + timedelta(days=10)
    await world.run(offers.close_round)
    told = {
        t.mentee_id: t.told_left_over for t in await world.store.run(lambda uow: uow.tandems.all())
    }
    assert told == {first.mentee_id: True, second.mentee_id: False}
    timer = (await world.store.run(lambda uow: uow.timers.all(kind="round-end")))[0]
    assert timer.due_at == NOW + timedelta(days=13)


async def test_withdrawing_tells_nobody_what_the_other_side_has_answered(world: World) -> None:
    run = await proposed(world)
    await world.run(matching.approve, "owner", run)
    one, other, *_ = await world.store.run(lambda uow: uow.tandems.all())
    await world.run(offers.answer, one.id, one.mentor_id, yes=True)
    await world.run(offers.answer, one.id, one.mentee_id, yes=False)
    left = await world.run(enrolment.withdraw, f"mentor:{one.mentor_id}", one.mentor_id)
    assert left.state is EnrolmentState.WITHDRAWN, "as if the mentee had not answered yet"
    await world.run(enrolment.withdraw, f"mentee:{other.mentee_id}", other.mentee_id)
    gone = await world.store.run(lambda uow: uow.tandems.need(other.id))
    assert gone.state is TandemState.RELEASED, (
        "who was not asked yet may leave, and the offer ends without a word"
    )


async def test_owners_count_offers_that_were_let_go_as_open_until_the_round_ends(
    world: World,
) -> None:
    run = await proposed(world)
    await world.run(matching.approve, "owner", run)
    tandems = await world.store.run(lambda uow: uow.tandems.all())
    await world.run(offers.answer, tandems[0].id, tandems[0].mentor_id, yes=False)
    with pytest.raises(Refusal, match="launch-nobody") as refused:
        await world.run(confirming.prepare, "owner", (NOW + timedelta(days=20)).date(), CHAT)
    assert refused.value.facts["open"] == len(tandems)
    assert [key.rpartition(":")[2] for key in await world.store.run(left_over)] == [
        "mentee" + str(n) for n in unserved(tandems)
    ]


async def test_who_joins_late_is_matched_at_once_where_owners_last_looked(world: World) -> None:
    run = await proposed(world)
    await world.run(matching.approve, "owner", run)
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor4", "E4"))
    await matching.fill_places(world, "")
    late = (await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING)))[0]
    await matching.match(world, late.id)
    assert late.automatic
    assert {mentor for _, mentor in await pairs(world, late.id)} == {"mentor4"}
    shown = await world.store.run(
        lambda uow: [p for p in uow.postings.all(kind="matching") if p.subject_id == late.id]
    )
    assert [p.conversation for p in shown] == [CHAT.conversation]


async def test_nobody_is_disturbed_while_proposals_wait_for_a_decision(world: World) -> None:
    await proposed(world)
    await matching.fill_places(world, "")
    assert not await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING))


async def test_who_declined_cannot_be_told_from_new_proposals_before_the_round_ends(
    world: World,
) -> None:
    """Else owners would see the two free again at once, and know that one of them has said no."""
    run = await proposed(world)
    await world.run(matching.approve, "owner", run)
    tandem = (await world.store.run(lambda uow: uow.tandems.all(state=TandemState.ASKED_MENTOR)))[0]
    await world.run(offers.answer, tandem.id, tandem.mentor_id, yes=False)
    with pytest.raises(Refusal, match="match-nobody"):
        await world.run(matching.start, "owner", CHAT)
    clock = cast("Present", world.clock)
    clock.moment = NOW + timedelta(days=30)
    await world.run(offers.close_round)
    again = await proposed(world)
    people = {person for pair in await pairs(world, again) for person in pair}
    assert tandem.mentor_id in people, "after the round the mentor may be proposed to somebody else"
    assert (tandem.mentee_id, tandem.mentor_id) not in await pairs(world, again)


async def test_nothing_is_approved_while_it_is_computed_anew(world: World) -> None:
    run = await proposed(world)
    await world.run(matching.anew, run)
    with pytest.raises(Refusal, match="match-running"):
        await world.run(matching.approve, "owner", run)
    assert replace(await run_of(world, run), record="").state is RunState.RUNNING


async def test_two_who_were_a_tandem_are_not_proposed_to_each_other_again(world: World) -> None:
    """Also in a later cycle, when the tandem itself is long over."""
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await world.run(matching.approve, "owner", run)
    tandem = (await world.store.run(lambda uow: uow.tandems.all(mentee_id=mentee)))[0]

    def launches(uow: UnitOfWork, moment: Moment) -> None:
        uow.launches.put(Launch("launch-1", "owner", NOW.date(), LaunchState.RUNNING, 1))
        uow.tandems.put(replace(tandem, state=TandemState.LAUNCHING, launch_id="launch-1"))
        one_tandem.launched(uow, moment, tandem.id)

    await world.run(launches)
    await remove(world, "tandems", *(each.id for each in await all_of(world, "tandems")))
    again = await proposed(world)
    assert (mentee, mentor) not in await pairs(world, again)


async def test_what_is_about_a_reader_of_the_card_is_approved_elsewhere(world: World) -> None:
    """issue 12, P12: in the channel an owner reads along whose own pair would be decided."""
    run = await proposed(world)
    mentee, _ = min(await pairs(world, run))
    readers = frozenset({"owner", mentee})
    approved = await world.run(matching.approve, "owner", run, readers=readers)
    assert (approved, {left for left, _ in await pairs(world, run)}) == (2, {mentee})
    with pytest.raises(Refusal, match="approve-elsewhere"):
        await world.run(matching.approve, "owner", run, readers=readers)
    with pytest.raises(Refusal, match="approve-own"):
        await world.run(matching.approve, mentee, run, readers=readers)
    assert await world.run(matching.approve, "owner", run) == 1


async def test_the_same_proposals_are_shown_in_an_owners_own_chat(world: World) -> None:
    run = await proposed(world)
    with pytest.raises(Refusal, match="no-own-chat"):
        await world.run(matching.show_in_own_chat, "owner", run)
    known = Person("owner", berliner("owner", "Otto", "otto@firma.example"), "de", conversation="a")
    await world.store.run(lambda uow: uow.people.put(known))
    for _ in range(2):
        await world.run(matching.show_in_own_chat, "owner", run)
    own = [
        posting
        for posting in await world.store.run(lambda uow: uow.postings.all(subject_id=run))
        if not posting.conversation
    ]
    assert [posting.person_id for posting in own] == ["owner"]
