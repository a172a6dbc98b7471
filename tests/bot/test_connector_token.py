"""A token that the Bot Connector does not take is asked for anew, whatever the machine's clock says
of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

import aiohttp
import pytest

from bot.connector import Connector
from graph.sign_in import SignIn
from graph.throttle import Throttle
from mentoring.domain.errors import Unavailable
from sandbox.server import Tenant, running
from sandbox.signin import BOT_AUDIENCE
from tests.graph.signed_in import Kept


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1) as started:
        yield started


async def test_the_next_attempt_takes_a_new_one(tenant: Tenant) -> None:
    """It got the same one again for as long as the clock took it for good."""
    answers = list[int]()
    tenant.state.journal.observers.append(lambda exchange: answers.append(exchange.status))
    url = f"{tenant.url}/connector"
    async with (
        aiohttp.ClientSession() as session,
        SignIn(partial(Kept, tenant, BOT_AUDIENCE)) as sign_in,
    ):
        connector = Connector(session, sign_in, Throttle())
        team = next(iter(tenant.state.teams.values()))
        await connector.group_of(url, team.thread_id)
        tenant.signin.expire()
        with pytest.raises(Unavailable, match="401"):
            await connector.group_of(url, team.thread_id)
        await connector.group_of(url, team.thread_id)
    assert answers == [200, 401, 200]
