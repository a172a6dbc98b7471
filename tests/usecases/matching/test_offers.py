"""Offers when several act at the same moment: one answer counts, one approval counts, nobody is
promised what is gone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import MatchRun, RunState
from mentoring.domain.posting import REMINDER
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.matching import offers, places, runs
from mentoring.usecases.matching.left_over import left_over, left_over_card
from mentoring.usecases.programme.cycles import advance
from tests.bench.support.programme import CYCLE, NOW, tandem_id
from tests.usecases.busy import MENTOR_ASKED, TANDEMS, at_once
from tests.usecases.company import refused, shown

NUMBER = MENTOR_ASKED[0]
MENTOR = f"mentor{NUMBER:05d}"
PROPOSED = range(1, 6)


@pytest.fixture
async def proposed(busy: World) -> World:
    """Five pairs lie before the owners, of people whose old tandems are gone."""

    def unit(uow: UnitOfWork, _moment: Moment) -> None:
        uow.tandems.delete_all(state=tuple(TandemState))
        uow.proposals.delete_all(run_id="run-1")
        uow.runs.put(MatchRun("run-2", "owner", NOW, RunState.PROPOSED))
        for number in PROPOSED:
            uow.proposals.put(
                Proposal(
                    f"run-2:{number}", "run-2", f"mentor{number:05d}", f"mentee{number:05d}", 400
                )
            )

    await busy.run(unit)
    return busy


async def test_of_two_answers_at_the_same_moment_one_counts(busy: World) -> None:
    outcome = await at_once(busy, answered, *[(yes,) for yes in (True, False, True, False)])
    assert (outcome.done, outcome.refused) == (1, ["stale"] * 3)
    tandem = await busy.read(lambda uow, _: uow.tandems.need(tandem_id(NUMBER)))
    apart = await busy.read(lambda uow, _: uow.pairs.any(mentor_id=MENTOR))
    assert (tandem.state, apart) in [
        (TandemState.ASKED_MENTEE, False),
        (TandemState.RELEASED, True),
    ]


async def test_where_the_cycle_is_over_nobody_can_answer(busy: World) -> None:
    await busy.run(lambda uow, moment: advance(uow, moment, CycleState.CLOSING))
    for yes in (True, False):
        with refused("stale"):
            await busy.run(answered, yes)


def answered(uow: UnitOfWork, moment: Moment, yes: bool) -> object:
    return offers.answer(uow, moment, tandem_id(NUMBER), MENTOR, yes=yes)


async def test_two_owners_who_approve_at_the_same_moment_make_each_offer_once(
    proposed: World,
) -> None:
    outcome = await at_once(proposed, runs.approve, ("anna", "run-2"), ("bert", "run-2"))
    assert (outcome.done, outcome.refused) == (1, ["already-approved"])
    tandems = await proposed.read(lambda uow, _: uow.tandems.all())
    assert sorted(t.mentor_id for t in tandems) == [f"mentor{number:05d}" for number in PROPOSED]
    assert sorted(t.number for t in tandems) == [TANDEMS + number for number in PROPOSED]
    keys = [f"offer:{t.id}:{t.mentor_id}" for t in tandems]
    assert await proposed.read(
        lambda uow, _: uow.effects.count(kind="post", subject_id=keys)
    ) == len(tandems)


async def test_whoever_withdraws_while_it_is_approved_is_in_no_offer_or_stays(
    proposed: World,
) -> None:
    people = [f"mentee{number:05d}" for number in PROPOSED]

    def act(uow: UnitOfWork, moment: Moment, who: str) -> object:
        if who == "owner":
            return runs.approve(uow, moment, "owner", "run-2")
        return enrolment.withdraw(uow, moment, f"{CYCLE}:mentee:{who}", who)

    await at_once(proposed, act, *[(who,) for who in (*people[:2], "owner", *people[2:])])
    done = await proposed.read(
        lambda uow, _: uow.enrolments.columns(
            "person_id", person_id=people, state=EnrolmentState.DONE
        )
    )
    offered = await proposed.read(
        lambda uow, _: uow.tandems.columns("mentee_id", state=TandemState.ASKED_MENTOR)
    )
    # Mentees do not know of an offer that only their mentor has read: who leaves then takes it
    # along.
    assert {who for (who,) in offered} == {who for (who,) in done}


async def test_a_no_cannot_be_taken_back(busy: World) -> None:
    await busy.run(offers.answer, tandem_id(NUMBER), MENTOR, yes=False)
    with pytest.raises(Refusal, match="stale"):
        await busy.run(offers.answer, tandem_id(NUMBER), MENTOR, yes=True)


async def states(world: World) -> tuple[str, str]:
    """What the mentor reads of the offer, and the mentee."""
    mentee = (await world.read(lambda uow, _: uow.tandems.need(tandem_id(NUMBER)))).mentee_id
    cards = [
        await shown(world, offers.offer_card.name, tandem_id(NUMBER), who)
        for who in (MENTOR, mentee)
    ]
    return cards[0].state, cards[1].state


async def test_whoever_said_no_waits_for_nothing_and_a_yes_waits_whatever_the_other_says(
    busy: World,
) -> None:
    """issue 12, U30: the answer to a no says what is true; nobody can infer one."""
    assert await states(busy) == ("open", "closed")
    await busy.run(answered, True)
    assert await states(busy) == ("waiting", "open")
    mentee = f"mentee{NUMBER:05d}"
    await busy.run(offers.answer, tandem_id(NUMBER), mentee, yes=False)
    assert await states(busy) == ("waiting", "closed")
    await busy.run(lambda uow, moment: offers.close_round(uow, moment, everything=True))
    assert await states(busy) == ("closed", "closed")


async def test_a_mentor_who_said_no_waits_for_nothing(busy: World) -> None:
    await busy.run(answered, False)
    assert await states(busy) == ("closed", "closed")


async def test_whoever_said_no_reads_how_it_goes_on(busy: World) -> None:
    """Like everybody else who is left over, and at the same moment."""
    await busy.run(offers.answer, tandem_id(NUMBER), MENTOR, yes=False)
    told = {"kind": left_over_card.name, "person_id": MENTOR}
    assert not await busy.read(lambda uow, _: uow.postings.any(**told))
    await busy.run(lambda uow, moment: offers.close_round(uow, moment, everything=True))
    assert await busy.read(lambda uow, _: uow.postings.count(**told)) == 1


async def test_the_round_ends_when_the_first_offer_has_had_its_time(proposed: World) -> None:
    await proposed.run(runs.approve, "owner", "run-2", "run-2:1")
    first = await proposed.read(lambda uow, _: uow.timers.need(f"round-end:{CYCLE}"))
    assert first.due_at == NOW + 2 * timedelta(days=Programme().offers.days)
    await proposed.run(lambda uow, moment: offers.close_round(uow, at(moment, first.due_at)))
    assert not await proposed.read(lambda uow, _: uow.timers.any(kind="round-end"))


async def test_the_rest_is_matched_once_for_all_who_come_together(proposed: World) -> None:
    await proposed.run(runs.approve, "owner", "run-2")
    for _ in range(3):
        await proposed.run(lambda uow, _: places.fill(uow))
        await catch_up(proposed)
    assert await proposed.read(lambda uow, _: uow.effects.count(kind="fill")) == 1
    await runs.fill_places(proposed, "")
    await at_once(proposed, runs._fill_places, (), ())
    automatic = await proposed.read(lambda uow, _: uow.runs.all(automatic=True))
    assert [run.started_by for run in automatic] == ["owner"]


async def test_nobody_is_matched_before_owners_have_approved_somebody(proposed: World) -> None:
    await proposed.run(lambda uow, _: uow.proposals.put_all(_discarded(uow)))
    await proposed.run(lambda uow, _: places.fill(uow))
    await catch_up(proposed)
    await runs.fill_places(proposed, "")
    assert not await proposed.read(lambda uow, _: uow.effects.any(kind="fill"))
    assert not await proposed.read(lambda uow, _: uow.runs.any(automatic=True))


def _discarded(uow: UnitOfWork) -> list[Proposal]:
    return [replace(each, state=ProposalState.DISCARDED) for each in uow.proposals.all()]


async def test_people_are_left_over_who_are_done_and_in_no_tandem_and_no_open_offer(
    busy: World,
) -> None:
    assert await busy.read(lambda uow, _: left_over(uow)) == []
    assert await busy.read(lambda uow, _: offers.seemingly_open(uow)) == TANDEMS // 2
    await busy.run(answered, False)
    assert await busy.read(lambda uow, _: left_over(uow)) == [], (
        "a refusal shows to nobody before the round ends"
    )
    assert await busy.read(lambda uow, _: offers.seemingly_open(uow)) == TANDEMS // 2
    await busy.run(lambda uow, moment: offers.close_round(uow, moment, everything=True))
    assert await busy.read(lambda uow, _: offers.seemingly_open(uow)) == 0
    assert len(await busy.read(lambda uow, _: left_over(uow))) == TANDEMS


def at(moment: Moment, now: datetime) -> Moment:
    return replace(moment, now=now)


async def test_whoever_is_asked_no_more_is_reminded_no_more(proposed: World) -> None:
    """By a yes of both, a no, and the round's end alike: no timer of an offer outlives it."""
    await proposed.run(runs.approve, "owner", "run-2")
    one, other, *rest = await proposed.read(
        lambda uow, _: uow.tandems.all(state=TandemState.ASKED_MENTOR)
    )
    assert len(await timers_of(proposed, one)) == 1 + len(Programme().offers.reminders)
    await proposed.run(offers.answer, one.id, one.mentor_id, yes=False)
    await proposed.run(offers.answer, other.id, other.mentor_id, yes=True)
    assert await timers_of(proposed, one) == []
    assert {key.split(":")[2] for key in await timers_of(proposed, other) if "reminder" in key} == {
        "mentee"
    }
    await proposed.run(offers.answer, other.id, other.mentee_id, yes=True)
    await proposed.run(lambda uow, moment: offers.close_round(uow, moment, everything=True))
    assert [await timers_of(proposed, each) for each in (other, *rest)] == [
        [] for _ in (other, *rest)
    ]


@pytest.mark.parametrize(
    ("where", "reminds"),
    [
        ({}, False),
        ({"view": REMINDER}, True),
        pytest.param({"page": 1}, True, id="put there by an earlier version"),
    ],
)
async def test_a_card_that_comes_once_more_reminds(
    busy: World, where: dict[str, object], *, reminds: bool
) -> None:
    notice = await shown(busy, offers.offer_card.name, tandem_id(NUMBER), MENTOR, **where)
    assert (notice.state, notice.reminder) == ("open", reminds)


async def timers_of(world: World, tandem: Tandem) -> list[str]:
    found = await world.read(lambda uow, _: uow.timers.columns("id", subject_id=tandem.id))
    return [str(key) for (key,) in found]
