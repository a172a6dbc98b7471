"""Subscriptions. Pages: subscription post, update, delete; resource subscription (a week for events, 45 minutes)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.sandbox.conftest import GraphClient, everyone


def _body(graph: GraphClient, minutes: int = 60, **changes: object) -> dict[str, Any]:
    expires = graph.tenant.state.clock.now() + timedelta(minutes=minutes)
    return {
        "changeType": "updated,deleted",
        "notificationUrl": "https://bot.nordwind.example/api/notifications",
        "resource": f"/users/{everyone(graph.tenant)[0].id}/events",
        "expirationDateTime": expires.isoformat().replace("+00:00", "Z"),
        "clientState": "secret",
    } | changes


async def test_a_subscription_lives_until_it_expires_or_is_deleted(graph: GraphClient) -> None:
    first = await graph.post("/subscriptions", _body(graph))
    second = await graph.post("/subscriptions", _body(graph))
    assert (first.status, first.body["clientState"]) == (201, None)
    assert (await graph.delete(f"/subscriptions/{first.body['id']}")).status == 204
    assert [row["id"] for row in (await graph.get("/subscriptions")).rows] == [second.body["id"]]
    graph.tenant.state.clock.advance(3601)
    assert (await graph.get("/subscriptions")).rows == []
    assert (await graph.get(f"/subscriptions/{second.body['id']}")).status == 404


async def test_less_than_45_minutes_are_raised_to_them(graph: GraphClient) -> None:
    reply = await graph.post("/subscriptions", _body(graph, minutes=5))
    left = datetime.fromisoformat(reply.body["expirationDateTime"]) - graph.tenant.state.clock.now()
    assert left > timedelta(minutes=44)


async def test_only_the_expiry_is_renewed(graph: GraphClient) -> None:
    path = f"/subscriptions/{(await graph.post('/subscriptions', _body(graph))).body['id']}"
    later = _body(graph, minutes=600)["expirationDateTime"]
    assert (await graph.patch(path, {"expirationDateTime": later})).status == 200
    assert (await graph.patch(path, {"lifecycleNotificationUrl": "https://x.example"})).status == 400
    assert (await graph.post(f"{path}/reauthorize")).status == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"changeType": "moved"},
        {"clientState": "x" * 129},
        {"resource": "/users/nobody/events"},
        {"resource": "/teams/1/messages"},
        {"expirationDateTime": None},
        {"notificationUri": "x"},
    ],
)
async def test_a_subscription_that_is_wrong_is_refused(graph: GraphClient, changes: dict[str, object]) -> None:
    assert (await graph.post("/subscriptions", _body(graph, **changes))).status == 400


async def test_a_week_is_the_longest(graph: GraphClient) -> None:
    assert (await graph.post("/subscriptions", _body(graph, minutes=10_081))).status == 400
