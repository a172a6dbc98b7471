"""A simulated tenant without limits, and the ways into it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph.calendar import GraphCalendar
from graph.client import Graph
from sandbox.server import Tenant, running
from tests.graph.signed_in import signed_in


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1) as started:
        yield started


@pytest.fixture
async def graph(tenant: Tenant) -> AsyncIterator[Graph]:
    made = Graph(signed_in(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"])
    yield made
    await made.close()


@pytest.fixture
def calendar(graph: Graph) -> GraphCalendar:
    return GraphCalendar(graph)
