"""Each call to Teams waits in a lane of the whole tenant that is no wider than the published limit
(learn.microsoft.com, graph/throttling-limits, Teams: for app and tenant).
"""

from __future__ import annotations

import re
from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest

from graph import apps, channel_calls
from graph.client import OPERATIONS, Operation
from sandbox.graph.operations import OPERATIONS as SERVED
from sandbox.server import running

IMPORTED = (apps, channel_calls, running)
"""What is called, and what is served, is known once these are."""
TEAMS = re.compile("^/teams|/teamwork/")


def route(text: str) -> str:
    """A path whose parameters have no names."""
    return re.sub(r"{.*?}", "{}", text)


def published(operation: Operation) -> int:
    """Calls a second in the whole tenant."""
    routes = {route(each): one for each, one in SERVED.items()}
    called: Any = SimpleNamespace(route="", ids=defaultdict(str))
    charges = routes[route(f"{operation.method} {operation.path}")].cost.charges(called)
    return next(charge.windows[0].amount for charge in charges if charge.key == "tenant")


TO_TEAMS = {name: one for name, one in OPERATIONS.items() if TEAMS.search(one.path)}


@pytest.mark.parametrize("name", sorted(TO_TEAMS))
def test_a_call_to_teams_waits_for_the_whole_tenant(name: str) -> None:
    """Chats of people who are invited were refused by the hundred: no lane was of all of them."""
    for_all = [limit.per_second for limit in TO_TEAMS[name].limits if "{" not in limit.key]
    assert for_all == [published(TO_TEAMS[name])]
