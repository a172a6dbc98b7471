"""*Same answers next time*: asked at the end, taken back at any time, over once served."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Answers
from mentoring.usecases.enrolment import coming_back, enrolment
from mentoring.usecases.privacy import retention
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.privacy.ending import CLOSED, both_enrolled, close, later

EVA = f"{FIRST}:mentee:eva"
NEXT = "p1c2"


async def released(company: Company) -> Company:
    """The cycle is over, and Eva wants her answers kept."""
    await both_enrolled(company)
    await close(company)
    await company.first.run(enrolment.same_answers, EVA, "eva")
    return company


async def hers(company: Company, key: str = EVA) -> Any:
    return await one(company.unbound, "enrolments", key)


async def asked_again(company: Company) -> Any:
    """Eva is asked in the next cycle, two months later."""
    await later(company, 60)
    new = Enrolment(
        f"{NEXT}:mentee:eva",
        "eva",
        Role.MENTEE,
        EnrolmentState.INVITED,
        company.clock.moment,
        earlier=EVA,
    )
    await put(company.first.of(NEXT), "enrolments", new)
    return company.first.of(NEXT)


@pytest.mark.parametrize("kind", CycleKind)
async def test_where_the_cycle_has_no_end_none_is_named(company: Company, kind: CycleKind) -> None:
    await both_enrolled(company)
    await change(company.first, "cycles", FIRST, kind=kind)
    notice = await shown(company.first, "closed", TANDEM, "eva")
    said = str(render(notice, Words("de")).content)
    assert "vierzehn Tage nach deinem letzten Tandem" in said
    assert ("nach dem Durchgang" in said) is (kind is CycleKind.FIXED)


async def test_they_outlast_the_fourteen_days_and_no_receipt_lies(company: Company) -> None:
    await released(company)
    await later(company, 20)
    assert (await hers(company)).answers.wishes
    assert (await hers(company)).erased_at is None
    assert await told(company.first, "receipt") == ["jan"]


async def test_the_dates_go_all_the_same(company: Company) -> None:
    await released(company)
    await later(company, 20)
    assert await all_of(company.first, "sessions", tandem_id=TANDEM) == []


async def test_next_time_they_are_offered_to_their_author(company: Company) -> None:
    await released(company)
    there = await asked_again(company)
    assert (await shown(there, "enrolment", f"{NEXT}:mentee:eva", "eva")).kept
    begun = await there.run(coming_back.again, f"{NEXT}:mentee:eva", "eva")
    assert begun.answers.wishes
    assert not begun.released


async def test_whose_answers_are_erased_reads_that(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    there = await asked_again(company)
    assert not (await shown(there, "enrolment", f"{NEXT}:mentee:eva", "eva")).kept


async def test_taken_back_they_are_erased_at_once(company: Company) -> None:
    await released(company)
    await later(company, 20)
    await company.first.run(enrolment.erase_kept, EVA, "eva")
    found = await hers(company)
    assert (found.answers, found.released) == (Answers(), False)
    assert found.erased_at == company.clock.moment


async def test_taken_back_twice_changes_nothing(company: Company) -> None:
    await released(company)
    await company.first.run(enrolment.erase_kept, EVA, "eva")
    once = await hers(company)
    await company.first.run(enrolment.erase_kept, EVA, "eva")
    assert await hers(company) == once


async def test_they_have_served_once_the_next_cycle_is_over(company: Company) -> None:
    await released(company)
    there = await asked_again(company)
    moment = CLOSED
    await there.run(retention.erase_in_cycle, "eva", moment)
    assert (await hers(company)).answers == Answers()


async def test_they_go_with_the_records_at_the_latest(company: Company) -> None:
    await released(company)
    await later(company, 735)
    assert await all_of(company.first, "enrolments", person_id="eva") == []


async def test_in_a_rolling_programme_they_wait_for_the_next_yes(company: Company) -> None:
    await both_enrolled(company)
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    eva = await hers(company)
    await put(company.first, "enrolments", replace(eva, state=EnrolmentState.INVITED, earlier=EVA))
    await company.first.run(enrolment.same_answers, EVA, "eva")
    await company.first.run(retention.erase_in_cycle, "eva", CLOSED)
    notice = await shown(company.first, "enrolment", EVA, "eva")
    assert (notice.kept, notice.kept_until) == (True, None)
    assert not (await company.first.run(coming_back.again, EVA, "eva")).released


async def test_nobody_elses_and_nothing_that_is_gone(company: Company) -> None:
    await released(company)
    with refused("not-yours"):
        await company.first.run(enrolment.same_answers, EVA, "jan")
    await company.first.run(enrolment.erase_kept, EVA, "eva")
    with refused("stale"):
        await company.first.run(enrolment.same_answers, EVA, "eva")


async def test_a_withdrawal_ends_it(company: Company) -> None:
    await both_enrolled(company)
    await company.first.run(enrolment.same_answers, EVA, "eva")
    await change(company.first, "tandems", TANDEM, mentee_id="ada")
    assert not (await company.first.run(enrolment.withdraw, EVA, "eva")).released


async def test_it_is_asked_on_the_card_of_thanks(company: Company) -> None:
    await released(company)
    notice = await shown(company.first, "closed", TANDEM, "eva")
    assert notice.enrolment.released
