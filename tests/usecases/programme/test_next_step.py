"""What comes next follows from what is there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.tandem import ByHand
from mentoring.usecases.programme.next_step import Counted, NextStep, Step, next_step
from mentoring.usecases.programme.whereabouts import Whereabouts
from tests.usecases.company import FIRST, NOW, STARTS, TANDEM, Company, change, put

SOON, END = NOW + timedelta(days=5), date(2027, 3, 1)
NOBODY: dict[Role, dict[Whereabouts, int]] = {Role.MENTEE: {}, Role.MENTOR: {}}
BOTH = {Role.MENTEE: {Whereabouts.DONE: 2}, Role.MENTOR: {Whereabouts.DONE: 1}}
LEFT_OVER = {Role.MENTEE: {Whereabouts.WAITING: 2}, Role.MENTOR: {Whereabouts.WAITING: 1}}
SOME = {Role.MENTEE: {Whereabouts.INVITED: 2, Whereabouts.DONE: 1}, Role.MENTOR: {}}
BUSY = {Role.MENTEE: {Whereabouts.IN_TANDEM: 1}, Role.MENTOR: {Whereabouts.IN_TANDEM: 1}}


async def next_of(
    company: Company, figures: Counted, *, is_open: bool = True, **cycle: object
) -> NextStep:
    if cycle:
        await change(company.unbound, "cycles", FIRST, **cycle)
    return await company.first.read(
        lambda uow, moment: next_step(uow, moment, figures, enrolment_open=is_open)
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (Counted(NOBODY), NextStep(Step.INVITE)),
        (Counted(NOBODY, takes_part=True), NextStep(Step.INVITE_MORE)),
        (Counted(SOME), NextStep(Step.ENROL, 2)),
        (Counted(BOTH), NextStep(Step.MATCH)),
        (Counted(BUSY, offers=3, offers_until=SOON), NextStep(Step.OFFERS, 3, SOON)),
        (Counted(BUSY, accepted=3, ready=2), NextStep(Step.LAUNCH, 2)),
        (Counted(BOTH, accepted=2, ready=2), NextStep(Step.LAUNCH, 2)),
        (Counted(BUSY, accepted=2), NextStep(Step.LAUNCH_STUCK)),
    ],
)
async def test_towards_the_launch(
    programmes: Company, figures: Counted, expected: NextStep
) -> None:
    assert await next_of(programmes, figures) == expected


async def test_until_the_enrolments_end_one_waits_for_those_who_are_asked(
    programmes: Company,
) -> None:
    waiting = Counted({**BOTH, Role.MENTOR: {Whereabouts.DONE: 1, Whereabouts.BEGUN: 1}})
    assert await next_of(programmes, waiting) == NextStep(Step.MATCH)
    dated = await next_of(programmes, waiting, enrolment_end=END)
    assert dated == NextStep(Step.ENROL, 1, END)
    assert await next_of(programmes, waiting, is_open=False) == NextStep(Step.MATCH)


async def test_proposals_wait_for_approval_but_not_ones_own(programmes: Company) -> None:
    for key, mentee in (("1", "eva"), ("2", "ada")):
        await put(programmes.first, "proposals", Proposal(key, "run", "jan", mentee, 1))
    assert await next_of(programmes, Counted(BOTH)) == NextStep(Step.APPROVE, 2)
    found = await programmes.first.read(
        lambda uow, moment: next_step(
            uow, moment, Counted(BOTH), frozenset({"eva"}), enrolment_open=True
        )
    )
    assert found == NextStep(Step.APPROVE, 1)


async def test_while_a_launch_is_at_work_nothing_else_is_next(programmes: Company) -> None:
    launch = Launch(f"{FIRST}.launch-1", "otto", END, LaunchState.RUNNING)
    await put(programmes.first, "launches", launch)
    assert await next_of(programmes, Counted(BUSY, accepted=2)) == NextStep(Step.LAUNCHING)


async def test_tandems_run_until_their_last_session(company: Company) -> None:
    running = Counted(BUSY, launched=1)
    assert await next_of(company, running) == NextStep(Step.SESSIONS, 1, STARTS[-1])
    company.clock.moment = STARTS[-1]
    assert await next_of(company, running) == NextStep(Step.CLOSE, 1)


async def test_one_that_could_not_be_started_does_not_hide_how_it_goes_on(company: Company) -> None:
    """issue 14: with one of twelve, *start* was next until the end of the cycle."""
    running = Counted(BUSY, accepted=1, launched=11)
    assert (await next_of(company, running)).step is Step.SESSIONS


@pytest.mark.parametrize(
    "own", [{"by_hand": ByHand.DATES}, {"by_hand": ByHand.BOTH}, {"rhythm": "tandem"}], ids=str
)
async def test_where_tandems_agree_on_their_own_dates_no_session_is_known_to_be_the_last(
    company: Company, own: dict[str, object]
) -> None:
    """issue 14: closing was next from the first day, or after each session."""
    await change(company.first, "tandems", TANDEM, **own)
    for company.clock.moment in (NOW, STARTS[-1]):
        assert await next_of(company, Counted(BUSY, launched=1)) == NextStep(Step.RUNNING, 1)


async def test_so_it_is_where_the_whole_programme_agrees_from_session_to_session(
    company: Company,
) -> None:
    await company.set_up(Programme(sessions=SchedulingRules(rhythm="tandem")))
    company.clock.moment = STARTS[-1]
    assert (await next_of(company, Counted(BUSY, launched=1))).step is Step.RUNNING
    await change(company.first, "tandems", TANDEM, rhythm="monthly")
    assert (await next_of(company, Counted(BUSY, launched=1))).step is Step.CLOSE


async def test_before_any_session_has_a_time_nothing_is_to_be_closed(company: Company) -> None:
    await company.first.run(lambda uow, _: uow.sessions.delete_all(tandem_id=TANDEM))
    assert (await next_of(company, Counted(BUSY, launched=1))).step is Step.RUNNING


async def test_whoever_was_left_over_is_not_matched_again_while_tandems_run(
    company: Company,
) -> None:
    left = await next_of(company, Counted(LEFT_OVER, launched=1))
    new = await next_of(company, Counted(BOTH, launched=1))
    assert (left.step, new.step) == (Step.SESSIONS, Step.MATCH)


async def test_a_rolling_programme_goes_on(company: Company) -> None:
    found = await next_of(company, Counted(BUSY, launched=1), kind=CycleKind.ROLLING)
    assert found == NextStep(Step.ROLLING, 1)


@pytest.mark.parametrize(
    ("state", "step"),
    [(CycleState.CLOSING, Step.CLOSING), (CycleState.CLOSED, Step.NEW_CYCLE)],
)
async def test_after_the_closing_comes_the_next_cycle(
    programmes: Company, state: CycleState, step: Step
) -> None:
    assert await next_of(programmes, Counted(BUSY, closed=1), state=state) == NextStep(step)
