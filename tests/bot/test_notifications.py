"""What Graph tells at the door: each notification of a batch is read by itself."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.notifications import Notifications
from tests.usecases.changes.test_calendar_watch import WATCH
from tests.usecases.company import FIRST, TANDEM, Company, all_of, company, put

__all__ = ["company"]
OURS = {
    "subscriptionId": WATCH.subscription_id,
    "clientState": WATCH.secret,
    "resourceData": {"id": "series-1"},
}
ODD: list[Any] = [
    None,
    7,
    "x",
    {},
    {**OURS, "resourceData": "series-1"},
    {**OURS, "subscriptionId": None},
    {**OURS, "clientState": "x" * 501},
]


async def answered(company: Company, *notifications: object) -> int:
    """The status with which a batch is answered."""
    app = web.Application()
    app.router.add_post("/", Notifications(company.unbound).receive)
    async with TestClient(TestServer(app)) as graph:
        return (await graph.post("/", json={"value": notifications})).status


async def looks(company: Company) -> list[tuple[str, str]]:
    """The tandems that are to be looked at, each with its cycle."""
    found = await all_of(company.unbound, "effects", kind="look")
    return [(each.subject_id, each.cycle_id) for each in found]


@pytest.mark.parametrize("odd", ODD, ids=str)
async def test_one_that_cannot_be_read_does_not_spoil_the_others(
    company: Company, odd: object
) -> None:
    """Issue 12, 4: the whole batch was refused."""
    await put(company.first, "watches", WATCH)
    assert await answered(company, odd, OURS) == 202
    assert await looks(company) == [(TANDEM, FIRST)]


@pytest.mark.parametrize("odd", ODD, ids=str)
async def test_where_none_can_be_read_it_is_no_notification(company: Company, odd: object) -> None:
    assert await answered(company, odd) == 400
    assert await answered(company) == 202
