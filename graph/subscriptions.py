"""Being told of changes in an organizer's calendar.

A subscription to events lasts less than seven days and is renewed in time; its lifecycle
notifications come to the same address (learn.microsoft.com, resource subscription; change
notifications overview, lifecycle).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.models.subscription import Subscription

from graph.client import Graph, operation
from graph.events import about_events
from mentoring.domain.errors import NotThere
from mentoring.ports.calendar import Subscribed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PATH = "/api/notifications"


@operation(
    "POST",
    "/subscriptions",
    permission="Calendars.Read",
    repeat="a second subscription tells the same twice, which changes nothing, and ends by itself",
)
def create_subscription(
    sdk: GraphServiceClient, *, subscription: Subscription
) -> RequestInformation:
    """Subscribe; Graph first asks the address to send a token back.

    A subscription names events by the ids that its creation asked for, for as long as it lives.
    """
    return sdk.subscriptions.to_post_request_information(
        subscription, RequestConfiguration(headers=about_events())
    )


@operation(
    "PATCH",
    "/subscriptions/{subscription-id}",
    permission="Calendars.Read",
    repeat="the same expiry again changes nothing",
)
def renew_subscription(
    sdk: GraphServiceClient, *, subscription_id: str, expires_at: datetime
) -> RequestInformation:
    """Give a subscription another expiry; this also answers a request for reauthorization."""
    builder = sdk.subscriptions.by_subscription_id(subscription_id)
    return builder.to_patch_request_information(Subscription(expiration_date_time=expires_at))


@operation(
    "DELETE",
    "/subscriptions/{subscription-id}",
    permission="Calendars.Read",
    repeat="what has ended cannot end again",
)
def delete_subscription(sdk: GraphServiceClient, *, subscription_id: str) -> RequestInformation:
    """End a subscription."""
    return sdk.subscriptions.by_subscription_id(subscription_id).to_delete_request_information()


async def subscribe(
    graph: Graph, organizer: str, secret: str, public_url: str, until: datetime
) -> Subscribed:
    """Subscribe to changes and deletions in the organizer's calendar; both kinds of notification
    carry ``secret``.
    """
    address = public_url.rstrip("/") + PATH
    wish = Subscription(
        change_type="updated,deleted",
        notification_url=address,
        lifecycle_notification_url=address,
        resource=f"/users/{organizer}/events",
        client_state=secret,
        expiration_date_time=until,
    )
    return _subscribed((await create_subscription(graph, subscription=wish)).json)


async def renew(graph: Graph, subscription_id: str, until: datetime) -> Subscribed:
    """Extend a subscription until ``until`` (aware); ``NotThere`` if it has ended."""
    answer = await renew_subscription(graph, subscription_id=subscription_id, expires_at=until)
    return _subscribed(answer.json)


async def unsubscribe(graph: Graph, subscription_id: str) -> None:
    """End a subscription; one that has ended stays so."""
    try:
        await delete_subscription(graph, subscription_id=subscription_id)
    except NotThere:
        return


def _subscribed(row: Mapping[str, Any]) -> Subscribed:
    return Subscribed(
        str(row["id"]), datetime.fromisoformat(row["expirationDateTime"]).astimezone(UTC)
    )
