"""A rolling cycle is never closed: what is recorded of it goes by its own age (issue 12, P1)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.privacy.ageing import (
    AGED,
    LOOKED_AT,
    forget_old_records,
    old_by_now,
    records_age,
    watch_age,
)
from mentoring.usecases.privacy.erasing import expiring
from mentoring.usecases.privacy.records import OF_A_CYCLE
from tests.answers import GERMAN
from tests.usecases.company import FIRST, NOW, TANDEM, Company, all_of, change, enrol, one, put
from tests.usecases.privacy.ending import CLOSED, both_enrolled, end

YEARS = 24
DAY = timedelta(days=1)
TWO_YEARS = timedelta(days=731)


@pytest.fixture
async def rolling(company: Company) -> Company:
    """The tandem of Jan and Eva has come to its end; both were asked anew and have not answered."""
    await both_enrolled(company)
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await put(company.first, "runs", MatchRun(f"{FIRST}.run-1", "otto", NOW, tandems=1))
    await end(company)
    return company


async def look(company: Company, days: int) -> None:
    """So long after the tandem's end it is looked for what has become old."""
    company.clock.moment = CLOSED + timedelta(days=days)
    await EFFECTS[forget_old_records.name](company.first, FIRST)


async def test_who_was_with_whom_is_known_for_as_long_as_the_programme_sets(
    rolling: Company,
) -> None:
    await look(rolling, 700)
    tandem = await one(rolling.first, "tandems", TANDEM)
    assert (tandem.mentor_id, tandem.mentee_id) == ("jan", "eva")
    assert await all_of(rolling.first, "pairs") != []


async def test_then_nobody_stands_in_anything_and_numbers_stay(rolling: Company) -> None:
    await put(rolling.first, "postings", Posting("c", "closed", TANDEM, "eva", activity_id="a"))
    await look(rolling, 735)
    kinds = ("enrolments", "pairs", "postings")
    assert [kind for kind in kinds if await all_of(rolling.first, kind)] == []
    tandem = await one(rolling.first, "tandems", TANDEM)
    assert (tandem.mentor_id, tandem.mentee_id, tandem.number) == ("", "", 1)
    known = {person.id for person in await all_of(rolling.first, "people")}
    assert "eva" not in known
    assert "jan" in known  # he has a tandem in the other programme


async def test_whoever_is_in_a_tandem_or_waits_stays(rolling: Company) -> None:
    """Dora waits since the beginning, Ada and Olga are in a tandem."""
    await enrol(rolling.first, Role.MENTEE, "dora", GERMAN)
    run = f"{FIRST}.run-1"
    running = Tandem("t", 9, "kept", "ada", "olga", TandemState.LAUNCHED, NOW, NOW)
    await put(rolling.first, "tandems", running)
    await put(rolling.first, "proposals", Proposal("kept", run, "ada", "olga", 90))
    await put(rolling.first, "proposals", Proposal("old", run, "jan", "eva", 90))
    await look(rolling, 735)
    assert [each.person_id for each in await all_of(rolling.first, "enrolments")] == ["dora"]
    assert (await one(rolling.first, "tandems", "t")).mentor_id == "ada"
    assert [each.id for each in await all_of(rolling.first, "proposals")] == ["kept"]


@pytest.mark.parametrize(("mentee", "kept"), [("dora", True), ("eva", False)])
async def test_a_decision_counts_as_long_as_its_people_take_part(
    rolling: Company, mentee: str, kept: bool
) -> None:
    await enrol(rolling.first, Role.MENTEE, "dora", GERMAN)
    apart = OwnerDecision("d", DecisionKind.FORBID, "otto", NOW, mentee, "olga")
    await put(rolling.first, "decisions", apart)
    await look(rolling, 735)
    assert bool(await all_of(rolling.first, "decisions")) is kept


async def test_whoever_was_asked_again_since_stays(rolling: Company) -> None:
    await change(rolling.first, "enrolments", f"{FIRST}:mentee:eva", invited_at=CLOSED + 300 * DAY)
    await look(rolling, 735)
    assert [each.person_id for each in await all_of(rolling.first, "enrolments")] == ["eva"]


async def test_an_invitation_that_nobody_answered_becomes_old(rolling: Company) -> None:
    asked = Enrolment(f"{FIRST}:mentee:ada", "ada", Role.MENTEE, EnrolmentState.INVITED, NOW)
    await put(rolling.first, "enrolments", asked)
    rolling.clock.moment = NOW + TWO_YEARS
    assert (await rolling.first.read(old_by_now)).people == {"ada"}


async def test_it_is_looked_for_every_week_in_rolling_cycles_alone(company: Company) -> None:
    await company.first.run(watch_age)
    assert await all_of(company.first, "timers", kind=records_age.name) == []
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await company.first.run(watch_age)
    await company.at(NOW + LOOKED_AT)
    await company.first.run(watch_age)
    [timer] = await all_of(company.first, "timers", kind=records_age.name)
    assert timer.due_at == NOW + 2 * LOOKED_AT
    assert len(await all_of(company.first, "effects", kind=forget_old_records.name)) == 1


def test_of_whatever_ends_it_is_said_when_it_is_old() -> None:
    """An entity whose age nobody tells would be kept for ever."""
    assert {each.holding.entity for each in expiring(*OF_A_CYCLE)} <= {*AGED}
