"""Change-notification subscriptions.

Sources: subscription post/get/list/update/delete, resource `subscription`.

What subscribers are told is in `sandbox.graph.notifications`.
"""

import re
from datetime import datetime, timedelta
from typing import Any

from sandbox.graph.endpoints import validate
from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.event_rows import lasting_ids
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.profiles import readable_mailbox
from sandbox.graph.query import page
from sandbox.graph.request_costs import free_of_charge
from sandbox.graph.types import checked
from sandbox.graph.zones import timestamp
from sandbox.state import TenantState
from sandbox.watching import Subscription

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


@operation("POST /subscriptions", free_of_charge(), READ, exactly=True)
async def create_subscription(call: Call) -> Answer:
    """Subscribe to the events of one mailbox for less than seven days, when both URLs have proved
    themselves: 201.
    """
    body = checked("directory", "subscription", call.body)
    mailbox_id = _check(call.state, body)
    expires = _expiry(call.state, body)
    for name in ("notificationUrl", "lifecycleNotificationUrl"):
        if body.get(name):
            await validate(call.state, name, body[name])
    one = Subscription(
        call.state.new_id(),
        body["resource"],
        body["changeType"],
        body["notificationUrl"],
        body.get("lifecycleNotificationUrl"),
        body.get("clientState"),
        expires,
        call.state.clock.now(),
        mailbox_id,
        _minutes_to(call.state, expires),
        lasting_ids(call),
    )
    call.state.subscriptions[one.id] = one
    return Answer(201, _context() | _row(call.state, one))


@operation("GET /subscriptions/{subscription_id}", free_of_charge(), READ)
def get_subscription(call: Call) -> Answer:
    """One subscription; an expired one is gone."""
    return Answer(body=_context() | _row(call.state, _living(call)))


@operation("PATCH /subscriptions/{subscription_id}", free_of_charge(), READ)
async def renew_subscription(call: Call) -> Answer:
    """Set a new expiry or a new `notificationUrl`; nothing else can be changed, not even
    `lifecycleNotificationUrl`.
    """
    one, body = _living(call), checked("directory", "subscription", call.body)
    fixed = sorted(set(body) - {"expirationDateTime", "notificationUrl", "@odata.type"})
    if fixed:
        raise bad_request("directory", f"'{fixed[0]}' of a subscription cannot be changed.")
    expires = _expiry(call.state, body) if "expirationDateTime" in body else one.expires
    if "notificationUrl" in body:
        await validate(call.state, "notificationUrl", str(body["notificationUrl"]))
        one.notification_url = body["notificationUrl"]
    one.expires, one.warned_minutes = expires, _minutes_to(call.state, expires)
    return Answer(body=_context() | _row(call.state, one))


@operation("DELETE /subscriptions/{subscription_id}", free_of_charge(), READ)
def delete_subscription(call: Call) -> Answer:
    """End a subscription: 204."""
    del call.state.subscriptions[_living(call).id]
    return Answer(204)


@operation("POST /subscriptions/{subscription_id}/reauthorize", free_of_charge(), READ)
def reauthorize_subscription(call: Call) -> Answer:
    """Confirm that the app may still subscribe: 200. The expiry stays the same."""
    one = _living(call)
    one.warned_minutes = _minutes_to(call.state, one.expires)
    return Answer(200)


def _check(state: TenantState, body: dict[str, Any]) -> str:
    """The id of the person to whose events the body subscribes. Raises GraphRefusal (400, 403)."""
    missing = [
        name
        for name in ("changeType", "notificationUrl", "resource", "expirationDateTime")
        if not body.get(name)
    ]
    if missing:
        raise bad_request("directory", f"A subscription needs '{missing[0]}'.")
    if not CHANGES.issuperset(body["changeType"].split(",")):
        raise bad_request("directory", f"Invalid 'changeType' attribute: '{body['changeType']}'.")
    if len(body.get("clientState") or "") > LONGEST_CLIENT_STATE:
        raise bad_request(
            "directory", f"clientState is longer than {LONGEST_CLIENT_STATE} characters."
        )
    if body.get("includeResourceData"):
        raise bad_request(
            "directory", "Notifications with resource data are not part of this tenant."
        )
    matched = EVENTS.fullmatch(body["resource"])
    person = state.person_named(matched[1]) if matched else None
    if person is None:
        raise bad_request("directory", f"Resource '{body['resource']}' cannot be subscribed to.")
    readable_mailbox(person)
    now = state.clock.now()
    living = sum(
        one.mailbox_id == person.id and one.expires > now for one in state.subscriptions.values()
    )
    if living >= MOST_OF_A_MAILBOX:
        raise GraphRefusal(403, "ExtensionError", "The mailbox has too many active subscriptions.")
    return person.id


def _expiry(state: TenantState, body: dict[str, Any]) -> datetime:
    now, wanted = state.clock.now(), datetime.fromisoformat(str(body.get("expirationDateTime")))
    if wanted.tzinfo is None or wanted <= now or wanted - now > LONGEST:
        raise bad_request(
            "directory", "Subscription expiration can only be 10080 minutes in the future."
        )
    return max(wanted, now + SHORTEST)


def _minutes_to(state: TenantState, moment: datetime) -> int:
    return (moment - state.clock.now()) // timedelta(minutes=1)


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
