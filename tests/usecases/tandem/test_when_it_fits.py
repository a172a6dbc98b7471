"""What can wait comes when it fits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.people import Role
from mentoring.domain.watching import Absence
from mentoring.usecases.tandem.agreement import agreement_card
from mentoring.usecases.tandem.when_it_fits import bring_card, bring_what_waits, bring_when_it_fits
from tests.usecases.company import NOW, TANDEM, Company, asked_for, change, put, told

SUBJECT = f"agreement_card:{TANDEM}:eva"


@pytest.fixture
async def wanted(company: Company) -> Company:
    """Eva is to be told that Jan has agreed."""
    await put(company.first, "agreements", Agreement(TANDEM, TANDEM, Terms()))
    await company.first.run(
        lambda uow, now: bring_when_it_fits(uow, now, agreement_card, TANDEM, "eva")
    )
    assert await asked_for(company.first, "bring_card") == [SUBJECT]
    return company


async def comes(company: Company) -> bool:
    await bring_card(company.first, SUBJECT)
    return await told(company.first, "agreement_card") == ["eva"]


async def test_at_work_it_comes_at_once(wanted: Company) -> None:
    assert await comes(wanted)


async def test_who_was_told_something_today_gets_it_tomorrow(wanted: Company) -> None:
    await put(wanted.first, "agreements", Agreement("x", TANDEM, Terms()))
    assert await comes(wanted)
    await bring_card(wanted.first, SUBJECT)
    assert await told(wanted.first, "agreement_card") == ["eva"]
    await wanted.at(NOW + timedelta(days=1))
    await bring_card(wanted.first, SUBJECT)
    assert await told(wanted.first, "agreement_card") == ["eva", "eva"]


async def test_at_night_it_waits_for_the_morning(wanted: Company) -> None:
    wanted.clock.moment = NOW.replace(hour=22)
    assert not await comes(wanted)
    await wanted.at(NOW + timedelta(days=1))
    assert await comes(wanted)


async def test_before_their_day_begins_it_waits_for_that_day(wanted: Company) -> None:
    """Issue 15: it came a day later."""
    wanted.clock.moment = NOW.replace(hour=2)
    assert not await comes(wanted)
    await wanted.at(NOW + timedelta(minutes=1))
    assert await asked_for(wanted.first, "bring_what_waits") == ["eva"]
    await bring_what_waits(wanted.first, "eva")
    assert await told(wanted.first, "agreement_card") == ["eva"]


async def test_who_is_away_is_left_in_peace(wanted: Company) -> None:
    wanted.outlook.always_away.add("eva")
    assert not await comes(wanted)


async def test_who_has_paused_is_left_in_peace(wanted: Company) -> None:
    await put(wanted.first, "absences", Absence("eva", NOW, (NOW + timedelta(days=9)).date()))
    assert not await comes(wanted)


async def test_what_says_nothing_any_more_never_comes(wanted: Company) -> None:
    await change(wanted.first, "agreements", TANDEM, agreed=(Role.MENTEE,))
    assert not await comes(wanted)
