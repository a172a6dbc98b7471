"""The calls about events: each asks for ids that last, and a conflict is no refusal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from azure.core.credentials import AccessToken
from kiota_abstractions.request_information import RequestInformation
from msgraph.generated.models.event import Event
from msgraph.generated.models.subscription import Subscription

from graph import events, subscriptions
from graph.client import OPERATIONS, Answer, Graph, Operation
from graph.errors import refused
from graph.sign_in import SignIn
from mentoring.domain.errors import OutsideError, Rejected, Unavailable
from tests.graph.signed_in import Credential

AT = datetime(2027, 1, 12, 10, tzinfo=UTC)
FACTS: dict[str, Any] = {
    "user_id": "u",
    "event_id": "e",
    "key": "k",
    "subject": "Tandem 001",
    "start": AT,
    "end": AT,
    "comment": "",
    "event": Event(),
    "subscription": Subscription(),
}
ABOUT_EVENTS: dict[Any, tuple[str, ...]] = {
    events.create_event: ("user_id", "event"),
    events.events_named: ("user_id", "subject"),
    events.events_with_key: ("user_id", "key"),
    events.instances: ("user_id", "event_id", "start", "end"),
    events.move_event: ("user_id", "event_id", "start", "end"),
    events.change_event: ("user_id", "event_id", "event"),
    events.cancel_event: ("user_id", "event_id", "comment"),
    events.delete_event: ("user_id", "event_id"),
    events.event_of: ("user_id", "event_id"),
    events.set_attendees: ("user_id", "event_id", "event"),
    events.end_range: ("user_id", "event_id", "event"),
    subscriptions.create_subscription: ("subscription",),
}


class Nobody(Credential):
    """A credential that is never asked."""

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        raise AssertionError("nothing is sent")


class Noted(Graph):
    """Notes what would be sent."""

    async def send(
        self, _operation: Operation, request: RequestInformation, _facts: Mapping[str, Any]
    ) -> Answer:
        self.preferences = ", ".join(sorted(request.headers.get("Prefer")))
        return Answer({}, b"", {})


@pytest.mark.parametrize("call", ABOUT_EVENTS, ids=lambda call: call.__name__)
async def test_every_call_about_events_asks_for_ids_that_last(call: Any) -> None:
    """The preference holds for one request (learn.microsoft.com, outlook-immutable-id)."""
    graph = Noted(SignIn(Nobody))
    await call(graph, **{name: FACTS[name] for name in ABOUT_EVENTS[call]})
    assert 'IdType="ImmutableId"' in graph.preferences
    await graph.close()


def test_no_call_about_events_is_left_out() -> None:
    paths = ("/events", "/subscriptions")
    named = {call.__name__ for call in ABOUT_EVENTS}
    about = {each.name for each in OPERATIONS.values() if each.path.count(paths[0])}
    made = {each.name for each in OPERATIONS.values() if each.path == paths[1]}
    assert about | made == named


def answered(status: int, code: str) -> OutsideError:
    body = f'{{"error": {{"code": "{code}", "message": "m"}}}}'.encode()
    return refused("move_event", "Calendars.ReadWrite", status, body, None)


@pytest.mark.parametrize(
    ("status", "code"),
    [(412, "ErrorIrresolvableConflict"), (409, "ErrorIrresolvableConflict"), (412, "UnknownError")],
)
def test_a_conflict_may_succeed_when_it_is_tried_again(status: int, code: str) -> None:
    """Exchange changes an item by itself a few seconds after it was made (H6)."""
    assert isinstance(answered(status, code), Unavailable)


def test_any_other_conflict_is_a_refusal() -> None:
    assert isinstance(answered(409, "Conflict"), Rejected)
