"""Change-notification subscriptions. Sources: subscription post/get/list/update/delete, resource `subscription`."""

import re
from datetime import datetime, timedelta
from typing import Any

from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import page
from sandbox.graph.tolls import free_of_charge
from sandbox.graph.types import checked
from sandbox.graph.zones import timestamp
from sandbox.state import Subscription, TenantState

READ = "Calendars.Read"
LONGEST = timedelta(minutes=10_080)
SHORTEST = timedelta(minutes=45)
LONGEST_CLIENT_STATE = 128
MOST_OF_A_MAILBOX = 1000
EVENTS = re.compile(r"/?users/([^/]+)/events", re.IGNORECASE)
CHANGES = frozenset({"created", "updated", "deleted"})


@operation("GET /subscriptions", free_of_charge(), READ, options=PAGED)
def list_subscriptions(call: Call) -> Answer:
    """The app's subscriptions that have not expired."""
    now = call.state.clock.now()
    living = [one for one in call.state.subscriptions.values() if one.expires > now]
    return page(call, [_row(call.state, one) for one in living], "subscriptions")


@operation("POST /subscriptions", free_of_charge(), READ)
def create_subscription(call: Call) -> Answer:
    """Subscribe to the events of one mailbox for less than seven days: 201."""
    body = checked("directory", "subscription", call.body)
    _check(call.state, body)
    now = call.state.clock.now()
    one = Subscription(
        call.state.new_id(),
        body["resource"],
        body["changeType"],
        body["notificationUrl"],
        body.get("lifecycleNotificationUrl"),
        body.get("clientState"),
        _expiry(call.state, body),
        now,
    )
    call.state.subscriptions[one.id] = one
    return Answer(201, _context() | _row(call.state, one))


@operation("GET /subscriptions/{subscription_id}", free_of_charge(), READ)
def get_subscription(call: Call) -> Answer:
    """One subscription; an expired one is gone."""
    return Answer(body=_context() | _row(call.state, _living(call)))


@operation("PATCH /subscriptions/{subscription_id}", free_of_charge(), READ)
def renew_subscription(call: Call) -> Answer:
    """Set a new expiry; nothing else can be changed, `lifecycleNotificationUrl` neither."""
    one, body = _living(call), checked("directory", "subscription", call.body)
    fixed = sorted(set(body) - {"expirationDateTime", "@odata.type"})
    if fixed:
        raise bad_request("directory", f"'{fixed[0]}' of a subscription cannot be changed.")
    one.expires = _expiry(call.state, body)
    return Answer(body=_context() | _row(call.state, one))


@operation("DELETE /subscriptions/{subscription_id}", free_of_charge(), READ)
def delete_subscription(call: Call) -> Answer:
    """End a subscription: 204."""
    del call.state.subscriptions[_living(call).id]
    return Answer(204)


@operation("POST /subscriptions/{subscription_id}/reauthorize", free_of_charge(), READ)
def reauthorize_subscription(call: Call) -> Answer:
    """Confirm that the app still may: 200."""
    _living(call)
    return Answer(200)


def _check(state: TenantState, body: dict[str, Any]) -> None:
    missing = [name for name in ("changeType", "notificationUrl", "resource", "expirationDateTime") if not body.get(name)]
    if missing:
        raise bad_request("directory", f"A subscription needs '{missing[0]}'.")
    if not CHANGES.issuperset(body["changeType"].split(",")):
        raise bad_request("directory", f"Invalid 'changeType' attribute: '{body['changeType']}'.")
    if len(body.get("clientState") or "") > LONGEST_CLIENT_STATE:
        raise bad_request("directory", f"clientState is longer than {LONGEST_CLIENT_STATE} characters.")
    matched = EVENTS.fullmatch(body["resource"])
    if matched is None or state.person_named(matched[1]) is None:
        raise bad_request("directory", f"Resource '{body['resource']}' cannot be subscribed to.")
    same = sum(one.resource == body["resource"] for one in state.subscriptions.values())
    if same >= MOST_OF_A_MAILBOX:
        raise GraphRefusal(403, "ExtensionError", "The mailbox has too many active subscriptions.")


def _expiry(state: TenantState, body: dict[str, Any]) -> datetime:
    now, wanted = state.clock.now(), datetime.fromisoformat(str(body.get("expirationDateTime")))
    if wanted.tzinfo is None or wanted <= now or wanted - now > LONGEST:
        raise bad_request("directory", "Subscription expiration can only be 10080 minutes in the future.")
    return max(wanted, now + SHORTEST)


def _living(call: Call) -> Subscription:
    one = call.state.subscriptions.get(call.ids["subscription_id"])
    if one is None or one.expires <= call.state.clock.now():
        raise not_found("directory", call.ids["subscription_id"])
    return one


def _context() -> dict[str, Any]:
    return {"@odata.context": f"{GRAPH_ROOT}/$metadata#subscriptions/$entity"}


def _row(state: TenantState, one: Subscription) -> dict[str, Any]:
    return {
        "id": one.id,
        "resource": one.resource,
        "applicationId": state.identity.bot_app_id,
        "changeType": one.change_type,
        "clientState": None,
        "notificationUrl": one.notification_url,
        "lifecycleNotificationUrl": one.lifecycle_url,
        "expirationDateTime": timestamp(one.expires),
    }
