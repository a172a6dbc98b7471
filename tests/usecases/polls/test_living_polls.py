"""Polls as they stand: which are not over, and what ends one."""

from __future__ import annotations

from mentoring.domain.poll import PollState
from mentoring.domain.tandem import TandemState
from mentoring.usecases.polls import living_polls
from mentoring.usecases.polls.living_polls import living, running
from mentoring.usecases.polls.notice import poll_card
from tests.usecases.company import (
    TANDEM,
    Company,
    change,
    refused,
    told,
)
from tests.usecases.polls.opened import opened, the_poll


async def test_closing_what_is_booked_changes_nothing(company: Company) -> None:
    booked = await opened(company, state=PollState.BOOKED)
    await company.first.run(lambda uow, _: living_polls.close(uow, booked))
    assert await the_poll(company) == booked


async def test_what_is_closed_is_over(company: Company) -> None:
    poll = await opened(company)
    await company.first.run(lambda uow, _: living_polls.close(uow, poll))
    assert await company.first.read(lambda uow, _: living(uow, TANDEM)) == []


async def test_it_is_put_before_both_once(company: Company) -> None:
    poll = await opened(company)
    for _ in range(2):
        await company.first.run(lambda uow, _: living_polls.show_to_both(uow, poll))
    assert await told(company.first, poll_card.name) == ["eva", "jan"]


async def test_only_a_launched_tandem_runs(company: Company) -> None:
    assert (await company.first.read(lambda uow, _: running(uow, TANDEM))).id == TANDEM
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await company.first.read(lambda uow, _: running(uow, TANDEM))
