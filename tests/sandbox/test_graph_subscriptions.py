"""Subscriptions.

Pages: subscription post, list, get, update, delete, reauthorize; the table of lifetimes (a week for
events, 45 minutes at least, 1,000 a mailbox); "Receive change notifications through webhooks"
(notificationUrl validation).
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from sandbox.signin import GRAPH_AUDIENCE
from sandbox.state import TenantState
from tests.sandbox.conftest import NEVER, GraphClient, everyone
from tests.sandbox.recording_hook import Hook


def subscription(
    graph: GraphClient, hook: Hook, minutes: int = 60, **changes: object
) -> dict[str, Any]:
    """The body that subscribes to the first person's events."""
    expires = graph.tenant.state.clock.now() + timedelta(minutes=minutes)
    return {
        "changeType": "created,updated,deleted",
        "notificationUrl": hook.url,
        "resource": f"/users/{everyone(graph.tenant)[0].id}/events",
        "expirationDateTime": expires.isoformat().replace("+00:00", "Z"),
        "clientState": "secret",
    } | changes


async def test_a_subscription_lives_until_it_expires_or_is_deleted(
    graph: GraphClient, hook: Hook
) -> None:
    first = await graph.post("/subscriptions", subscription(graph, hook))
    second = await graph.post("/subscriptions", subscription(graph, hook))
    assert (first.status, first.body["clientState"]) == (201, None)
    assert (await graph.delete(f"/subscriptions/{first.body['id']}")).status == 204
    assert [row["id"] for row in (await graph.get("/subscriptions")).rows] == [second.body["id"]]
    graph.tenant.state.clock.advance(3601)
    assert (await graph.get("/subscriptions")).rows == []
    assert (await graph.get(f"/subscriptions/{second.body['id']}")).status == 404
    assert (
        await graph.patch(f"/subscriptions/{second.body['id']}", {"expirationDateTime": None})
    ).status == 404


async def test_less_than_45_minutes_are_raised_to_them(graph: GraphClient, hook: Hook) -> None:
    reply = await graph.post("/subscriptions", subscription(graph, hook, minutes=5))
    left = datetime.fromisoformat(reply.body["expirationDateTime"]) - graph.tenant.state.clock.now()
    assert left > timedelta(minutes=44)


async def test_the_expiry_and_the_url_are_changed_and_nothing_else(
    graph: GraphClient, hook: Hook
) -> None:
    made = await graph.post("/subscriptions", subscription(graph, hook))
    path = f"/subscriptions/{made.body['id']}"
    later = subscription(graph, hook, minutes=600)["expirationDateTime"]
    renewed = await graph.patch(path, {"expirationDateTime": later})
    assert (renewed.status, len(hook.proofs)) == (200, 1), "a renewal is not validated again"
    assert datetime.fromisoformat(
        renewed.body["expirationDateTime"]
    ) > graph.tenant.state.clock.now() + timedelta(hours=9)
    assert (await graph.patch(path, {"notificationUrl": f"{hook.url}?from=graph"})).status == 200
    assert len(hook.proofs) == 2
    assert (await graph.patch(path, {"lifecycleNotificationUrl": hook.url})).status == 400
    assert (await graph.post(f"{path}/reauthorize")).status == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"changeType": "moved"},
        {"clientState": "x" * 129},
        {"resource": "/users/nobody/events"},
        {"resource": "/teams/1/messages"},
        {"expirationDateTime": None},
        {"expirationDateTime": "2001-01-01T00:00:00Z"},
        {"notificationUri": "x"},
        {"includeResourceData": True},
    ],
)
async def test_a_subscription_that_is_wrong_is_refused(
    graph: GraphClient, hook: Hook, changes: dict[str, object]
) -> None:
    assert (await graph.post("/subscriptions", subscription(graph, hook) | changes)).status == 400
    assert hook.proofs == [], "what is refused anyway is not validated"


async def test_a_mailbox_that_the_app_may_not_read_is_not_subscribed_to(
    graph: GraphClient, hook: Hook
) -> None:
    closed = next(one for one in graph.tenant.state.people.values() if not one.mailbox_readable)
    reply = await graph.post(
        "/subscriptions", subscription(graph, hook, resource=f"users/{closed.id}/events")
    )
    assert (reply.status, reply.code) == (403, "ErrorAccessDenied")


async def test_who_may_write_only_may_not_subscribe(graph: GraphClient, hook: Hook) -> None:
    """ "Subscriptions will not support write access permissions when only read access permissions
    are needed".
    """
    graph.tenant.state.permissions = {"Calendars.ReadWrite"}
    graph.token = graph.tenant.signin.issue(GRAPH_AUDIENCE)
    assert (await graph.get(f"/users/{everyone(graph.tenant)[0].id}/events")).status == 200
    assert (await graph.post("/subscriptions", subscription(graph, hook))).status == 403


async def test_a_week_is_the_longest(graph: GraphClient, hook: Hook) -> None:
    assert (
        await graph.post("/subscriptions", subscription(graph, hook, minutes=10_081))
    ).status == 400
    assert (
        await graph.post("/subscriptions", subscription(graph, hook, minutes=10_079))
    ).status == 201


def _fill(state: TenantState, key: str, number: int) -> None:
    pattern = state.subscriptions[key]
    state.subscriptions |= {f"{key}-{n}": replace(pattern, id=f"{key}-{n}") for n in range(number)}


async def test_a_mailbox_takes_a_thousand_subscriptions_by_whatever_name_it_goes(
    graph: GraphClient, hook: Hook
) -> None:
    person, state = everyone(graph.tenant)[0], graph.tenant.state
    first = await graph.post("/subscriptions", subscription(graph, hook))
    _fill(state, first.body["id"], 998)
    by_address = subscription(graph, hook, minutes=120, resource=f"users/{person.mail}/events")
    assert (await graph.post("/subscriptions", by_address)).status == 201
    assert (await graph.post("/subscriptions", by_address)).status == 403
    state.clock.advance(3700)
    again = subscription(graph, hook)
    assert (await graph.post("/subscriptions", again)).status == 201, "expired ones do not count"


async def test_both_urls_get_a_token_and_send_it_back_decoded(
    graph: GraphClient, hook: Hook
) -> None:
    urls = {"notificationUrl": f"{hook.url}?who=tandem", "lifecycleNotificationUrl": hook.url}
    assert (await graph.post("/subscriptions", subscription(graph, hook) | urls)).status == 201
    assert len(set(hook.proofs)) == 2
    assert all(" " in token and ":" in token for token in hook.proofs), "the token needs decoding"


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        (web.Response(status=202, text=""), "200 OK"),
        (web.Response(status=500), "200 OK"),
        (web.Response(text="wrong", content_type="text/plain"), "exactly match"),
        (web.json_response("token"), "exactly match"),
    ],
)
async def test_an_endpoint_that_does_not_prove_itself_gets_no_subscription(
    graph: GraphClient, hook: Hook, proof: web.Response, said: str
) -> None:
    hook.proof = proof
    reply = await graph.post("/subscriptions", subscription(graph, hook))
    assert (reply.status, reply.code) == (400, "ValidationError")
    assert said in reply.message
    assert graph.tenant.state.subscriptions == {}


async def test_an_endpoint_that_is_too_slow_or_absent_gets_no_subscription(
    graph: GraphClient, hook: Hook
) -> None:
    graph.tenant.state.delays.validation_seconds, hook.delay_seconds = 0.05, NEVER
    reply = await graph.post("/subscriptions", subscription(graph, hook))
    assert (reply.status, reply.message) == (400, "Subscription validation request timed out.")
    absent = subscription(graph, hook, notificationUrl="http://127.0.0.1:1/api/notifications")
    assert (await graph.post("/subscriptions", absent)).code == "ValidationError"


@pytest.mark.parametrize(
    "url", ["http://bot.nordwind.example/api", "ftp://127.0.0.1/api", "/api/notifications"]
)
async def test_only_https_or_this_computer_is_taken(
    graph: GraphClient, hook: Hook, url: str
) -> None:
    for name in ("notificationUrl", "lifecycleNotificationUrl"):
        reply = await graph.post("/subscriptions", subscription(graph, hook) | {name: url})
        assert (reply.status, reply.code) == (400, "ValidationError")
        assert "https" in reply.message
