"""Who was late is told for as long as somebody waits: afterwards the card says that this is over,
and nothing of it (issue 12, U18, U31).
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.notices import Scene
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import set_timer
from mentoring.usecases.polls.after_session import session_over
from mentoring.usecases.sessions.late import LateNotice, late_card, ten_minutes_late
from tests.usecases.company import STARTS, TANDEM, Company, change, one, session

START = STARTS[0]
LONG = timedelta(minutes=121)
TOLD = f"{late_card.name}:{session(1)}:eva:{START:%Y%m%d}"


async def late(company: Company) -> None:
    """Jan is late, and Eva has the card that tells her."""
    company.clock.moment = START - timedelta(minutes=5)
    await company.first.run(ten_minutes_late, session(1), "jan")
    await change(company.first, "postings", TOLD, activity_id="1", shown=1)


async def over(company: Company) -> bool:
    """Whether Eva reads that it is over."""
    posting: Posting = await one(company.first, "postings", TOLD)

    def unit(uow: UnitOfWork, moment: Moment) -> LateNotice:
        return late_card(uow, Scene(posting, moment))

    return (await company.first.read(unit)).over


async def wanted(company: Company) -> int:
    posting: Posting = await one(company.first, "postings", TOLD)
    return posting.wanted


async def test_it_stands_as_long_as_the_session_is_not_over(company: Company) -> None:
    for later in (0, 119):
        await late(company)
        company.clock.moment = START + timedelta(minutes=later)
        assert not await over(company)


async def test_once_it_is_over_the_card_follows_by_itself(company: Company) -> None:
    await late(company)
    before = await wanted(company)
    await company.first.run(lambda uow, _: set_timer(uow, session_over, session(1), START + LONG))
    await company.at(START + LONG)
    assert await over(company)
    assert await wanted(company) == before + 1


@pytest.mark.parametrize("start", [None, START + timedelta(days=7)])
async def test_so_it_does_where_the_session_gets_another_time(
    company: Company, start: datetime | None
) -> None:
    await late(company)
    before = await wanted(company)
    await change(company.first, "sessions", session(1), start=start)
    assert await over(company)
    assert await wanted(company) == before + 1


async def test_so_it_does_where_the_tandem_ends(company: Company) -> None:
    await late(company)
    before = await wanted(company)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert await over(company)
    assert await wanted(company) == before + 1
