"""A participant's transaction touches that participant's and that tandem's rows only, however large
the programme is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.poll import Cause
from mentoring.domain.questionnaire import Competence
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes import absence
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.launch import closing, kickoff_cards, kickoff_seats, one_tandem
from mentoring.usecases.matching import offers
from mentoring.usecases.polls import lost_sessions, polls
from tests.answers import GERMAN, WISH, answers
from tests.bench.support.programme import CYCLE, NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, MENTEE_ASKED, MENTOR_ASKED, RUNNING, rows

Unit = Callable[[UnitOfWork, Moment], object]
LATE = "late00002"


def of_tandem(number: int) -> set[str]:
    return {tandem_id(number), f"mentor{number:05d}", f"mentee{number:05d}"}


def hand_in(uow: UnitOfWork, moment: Moment) -> object:
    key = f"{CYCLE}:mentee:{LATE}"
    uow.enrolments.put(replace(uow.enrolments.need(key), position="protected_space"))
    said = answers(GERMAN, WISH, Competence(4))
    uow.enrolments.put(replace(uow.enrolments.need(key), answers=said))
    return enrolment.agree(uow, moment, key, LATE)


def lose(uow: UnitOfWork, moment: Moment) -> None:
    tandem = uow.tandems.need(tandem_id(RUNNING[0]))
    lost = uow.sessions.all(tandem_id=tandem.id)[:1]
    lost_sessions.lose(uow, moment, tandem, lost, Cause.DECLINED, "", NOW)


UNITS: dict[str, tuple[Unit, set[str]]] = {
    "launched": (
        lambda u, m: one_tandem.launched(u, m, tandem_id(4)),
        of_tandem(BEING_LAUNCHED[0]),
    ),
    "could not be launched": (
        lambda u, _: one_tandem.trouble(u, tandem_id(4), "member"),
        of_tandem(BEING_LAUNCHED[0]),
    ),
    "the mentor accepts": (
        lambda u, m: offers.answer(u, m, tandem_id(2), "mentor00002", yes=True),
        of_tandem(MENTOR_ASKED[0]),
    ),
    "the mentor declines": (
        lambda u, m: offers.answer(u, m, tandem_id(2), "mentor00002", yes=False),
        of_tandem(MENTOR_ASKED[0]),
    ),
    "the mentee accepts": (
        lambda u, m: offers.answer(u, m, tandem_id(3), "mentee00003", yes=True),
        of_tandem(MENTEE_ASKED[0]),
    ),
    "a step": (
        lambda u, m: enrolment.save_step(u, m, f"{CYCLE}:mentee:{LATE}", LATE, WISH),
        {LATE},
    ),
    "handed in": (hand_in, {LATE}),
    "withdrawn": (lambda u, m: enrolment.withdraw(u, m, f"{CYCLE}:mentee:{LATE}", LATE), {LATE}),
    "another time": (
        lambda u, m: polls.ask(u, m, f"{tandem_id(1)}:001", "mentor00001"),
        of_tandem(RUNNING[0]),
    ),
    "a session is lost": (lose, of_tandem(RUNNING[0])),
    "a pause": (
        lambda u, m: absence.pause(
            u, m, "mentee00001", (NOW + timedelta(days=30)).date(), "mentee00001"
        ),
        of_tandem(RUNNING[0]),
    ),
    "ended": (
        lambda u, m: closing.ended(u, m, "closing-1", tandem_id(1), clear=True),
        of_tandem(RUNNING[0]),
    ),
}


@pytest.mark.parametrize("name", UNITS)
async def test_a_unit_changes_nothing_of_anybody_else(busy: World, name: str) -> None:
    unit, own = UNITS[name]
    before = rows(busy)
    await busy.run(unit)
    after = rows(busy)
    foreign = {
        key
        for key, row in before.items()
        if after.get(key) != row and not any(part in key[1] for part in own)
    }
    assert before != after
    assert foreign == set(), "new rows are fine, other people's rows and shared ones are not"


async def test_a_seat_changes_neither_the_kick_off_nor_anybody_elses_card(busy: World) -> None:
    """How many seats are taken stands on everybody's card: that is worked out later, once for all
    who have answered.
    """
    dates = (Gathering(NOW + timedelta(days=3), "Berlin", 40),)

    def opened(uow: UnitOfWork, _moment: Moment) -> None:
        uow.kickoffs.put(Kickoff("kickoff-1", "owner", dates, KickoffState.OPEN))
        post_to(uow, kickoff_cards.seat_card, "kickoff-1", ["mentor00001", "mentee00001"])

    await busy.run(opened)
    before = rows(busy)
    await busy.run(kickoff_seats.take_seat, "kickoff-1", "mentor00001", 0)
    after = rows(busy)
    assert {key for key, row in before.items() if after.get(key) != row} == set()
    assert sorted({table for table, _ in after.keys() - before.keys()}) == [
        "changes",
        "effects",
        "seats",
    ]
