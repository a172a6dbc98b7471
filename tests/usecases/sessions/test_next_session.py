"""The next session: the first that has a time and has not ended, in whichever tandem."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.usecases.sessions.next_session import NextSession, next_of
from tests.usecases.company import NOW, TANDEM, Company, change, put, session

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
async def none_yet(company: Company) -> None:
    """No session but those of the test."""
    await company.first.run(lambda uow, _: uow.sessions.delete_all(tandem_id=TANDEM))


def at(number: int, days: int, state: str = "kept") -> Session:
    begins = NOW + days * DAY
    start = None if state == "open" else begins
    return Session(session(number), TANDEM, number, begins, 60, state, start)  # type: ignore[arg-type]


async def test_it_is_the_first_that_is_ahead(company: Company) -> None:
    await put(company.first, "sessions", at(1, -1), at(2, 1, "open"), at(3, 3), at(4, 2))
    found = await company.first.read(next_of, "eva")
    start = NOW + 2 * DAY
    assert found == NextSession(start, start + HOUR, "Europe/Berlin", "Jan")


async def test_one_that_goes_on_is_still_the_next(company: Company) -> None:
    running = Session(session(1), TANDEM, 1, NOW - HOUR / 2, 60, "kept", NOW - HOUR / 2)
    await put(company.first, "sessions", running)
    found = await company.first.read(next_of, "jan")
    assert found is not None
    assert (found.start, found.partner) == (NOW - HOUR / 2, "Eva")


async def test_without_one_there_is_none(company: Company) -> None:
    assert await company.first.read(next_of, "eva") is None
    await put(company.first, "sessions", at(1, 1))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert await company.first.read(next_of, "eva") is None
