"""Every body that crosses between the product and Graph is one that Microsoft's own metadata
allows, in both directions.
"""

from __future__ import annotations

from pathlib import Path

from sandbox.journal import Exchange
from tests.contracts import graph_contract
from tests.stories.stage import on_stage
from tests.stories.test_road import TEXTS, launched


async def test_requests_and_answers_of_the_whole_road_keep_the_contract(tmp_path: Path) -> None:
    contract = graph_contract()
    seen: list[Exchange] = []
    async with on_stage(tmp_path) as stage:
        stage.tenant.state.journal.observers.append(seen.append)
        await launched(stage, TEXTS["en"], "en")
    calls = [exchange for exchange in seen if exchange.service == "graph"]
    assert {
        "POST /users/{user_id}/events",
        "POST /teams/{team_id}/channels",
        "POST /teams/{team_id}/members/add",
    } <= {c.operation for c in calls}
    broken = []
    for call in calls:
        method = call.operation.split()[0]
        if call.request is not None:
            broken += contract.request(method, call.path, call.request)
        broken += contract.answer(method, call.path, call.status, call.answer)
    assert not broken
