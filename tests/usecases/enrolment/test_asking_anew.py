"""In a rolling programme whoever has had no tandem for half a year is asked anew, and without a yes
their answers are erased (issue 12, P1; design: *What is kept*).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Answers
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.enrolment import coming_back, enrolment
from mentoring.usecases.enrolment.asking_anew import begins_to_wait
from mentoring.usecases.enrolment.entrance import invite
from tests.answers import GERMAN, WISH
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
    shown,
    told,
)

DORA = f"{FIRST}:mentee:dora"
HALF_A_YEAR = datetime(2027, 8, 1, 8, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def waiting(company: Company) -> Company:
    """Dora has taken part in the rolling programme since February, and waits."""
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await enrol(company.first, Role.MENTEE, "dora", GERMAN, WISH)
    await change(company.first, "enrolments", DORA, done_at=NOW)
    dora = await one(company.first, "enrolments", DORA)
    await company.first.run(begins_to_wait, dora)
    return company


async def hers(company: Company) -> Any:
    return await one(company.first, "enrolments", DORA)


async def test_nobody_is_asked_before(waiting: Company) -> None:
    await waiting.at(HALF_A_YEAR - DAY)
    assert (await hers(waiting)).state is EnrolmentState.DONE
    assert await told(waiting.first, "enrolment") == []


async def test_then_they_are_asked_and_are_matched_no_more_without_a_yes(waiting: Company) -> None:
    await waiting.at(HALF_A_YEAR)
    found = await hers(waiting)
    assert (found.state, found.done_at) == (EnrolmentState.INVITED, None)
    assert found.answers.wishes == WISH
    assert await told(waiting.first, "enrolment") == ["dora"]


async def test_the_card_says_until_when_the_answers_are_kept(waiting: Company) -> None:
    await waiting.at(HALF_A_YEAR)
    notice = await shown(waiting.first, "enrolment", DORA, "dora")
    assert (notice.asked_anew, notice.kept) == (True, True)
    assert notice.kept_until == date(2027, 8, 15)


async def test_no_day_is_named_to_whom_nothing_goes_on_it(waiting: Company) -> None:
    """Dora waits as a mentor, too, or has a tandem as one: her answers stay."""
    await enrol(waiting.first, Role.MENTOR, "dora")
    await waiting.at(HALF_A_YEAR)
    notice = await shown(waiting.first, "enrolment", DORA, "dora")
    assert (notice.kept, notice.kept_until) == (True, None)
    await change(waiting.first, "enrolments", f"{FIRST}:mentor:dora", rests=True)
    notice = await shown(waiting.first, "enrolment", DORA, "dora")
    assert notice.kept_until == date(2027, 8, 15)
    await put(
        waiting.first, "tandems", Tandem("t", 9, "", "dora", "ada", TandemState.LAUNCHED, NOW, NOW)
    )
    notice = await shown(waiting.first, "enrolment", DORA, "dora")
    assert notice.kept_until is None


async def test_without_a_yes_they_are_erased_on_that_day(waiting: Company) -> None:
    await waiting.at(HALF_A_YEAR)
    await waiting.at(HALF_A_YEAR + 14 * DAY)
    assert (await hers(waiting)).answers == Answers()
    assert await told(waiting.first, "receipt") == ["dora"]
    notice = await shown(waiting.first, "enrolment", DORA, "dora")
    assert (notice.kept, notice.kept_until) == (False, None)


async def test_with_a_yes_they_stay_and_half_a_year_begins_anew(waiting: Company) -> None:
    await waiting.at(HALF_A_YEAR)
    await waiting.first.run(coming_back.again, DORA, "dora")
    await waiting.at(HALF_A_YEAR + 20 * DAY)
    assert (await hers(waiting)).answers.wishes == WISH
    [timer] = await all_of(waiting.first, "timers", kind="waits_long")
    assert timer.due_at == datetime(2028, 2, 1, 8, tzinfo=UTC)


async def test_whoever_has_not_finished_is_asked_too(waiting: Company) -> None:
    state = {"state": EnrolmentState.BEGUN, "done_at": None}
    await change(waiting.first, "enrolments", DORA, **state, invited_at=NOW)
    await waiting.at(HALF_A_YEAR)
    assert (await hers(waiting)).state is EnrolmentState.INVITED


async def test_not_while_they_are_in_a_tandem_or_have_an_offer(waiting: Company) -> None:
    asked = Tandem("t", 9, "", "ada", "dora", TandemState.ASKED_MENTEE, NOW, NOW)
    await put(waiting.first, "tandems", asked)
    await waiting.at(HALF_A_YEAR)
    assert (await hers(waiting)).state is EnrolmentState.DONE
    await put(waiting.first, "tandems", replace(asked, state=TandemState.RELEASED))
    await waiting.at(HALF_A_YEAR + 31 * DAY)
    assert (await hers(waiting)).state is EnrolmentState.INVITED


async def test_half_a_year_counts_from_the_end_of_the_last_tandem(waiting: Company) -> None:
    ended = Tandem("t", 9, "", "ada", "dora", TandemState.CLOSED, NOW, NOW)
    await put(waiting.first, "tandems", replace(ended, ended_at=NOW + 100 * DAY))
    await waiting.at(HALF_A_YEAR)
    assert (await hers(waiting)).state is EnrolmentState.DONE
    await waiting.at(HALF_A_YEAR + 104 * DAY)
    assert (await hers(waiting)).state is EnrolmentState.INVITED


@pytest.mark.parametrize("role", Role)
async def test_the_invitation_names_no_end_that_there_is_not(waiting: Company, role: Role) -> None:
    """Neither to whoever is invited, nor to owners who read it first."""
    asked = f"{FIRST}:{role}:olga"
    await waiting.first.run(lambda uow, now: invite(uow, now, profile("olga"), role))
    theirs = await shown(waiting.first, "enrolment", asked, "olga")
    first = await shown(waiting.first, "invitation_to_read", "p1", "otto", view=role)
    told = [str(render(each, Words("de")).content) for each in (theirs, first)]
    assert ["halbes Jahr" in each for each in told] == [True, True]
    assert ["Ende des Durchgangs" in each for each in told] == [False, False]


async def test_where_the_cycle_has_an_end_nobody_is(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "dora", GERMAN, WISH)
    await company.first.run(begins_to_wait, await hers(company))
    assert await all_of(company.first, "timers", kind="waits_long") == []


async def test_whoever_hands_in_begins_to_wait(waiting: Company) -> None:
    await waiting.store.run(lambda uow: uow.timers.delete(f"waits_long:{DORA}"))
    await waiting.first.run(enrolment.send, DORA, "dora")
    [timer] = await all_of(waiting.first, "timers", kind="waits_long")
    assert timer.subject_id == DORA
