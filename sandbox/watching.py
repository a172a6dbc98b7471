"""How somebody outside follows calendars: subscriptions, what they are told, and the rounds of
delta queries.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

LifecycleEvent = Literal["reauthorizationRequired", "subscriptionRemoved", "missed"]


@dataclass
class Subscription:
    """A change-notification subscription."""

    id: str
    resource: str
    change_type: str
    notification_url: str
    lifecycle_url: str | None
    client_state: str | None
    expires: datetime
    created: datetime
    mailbox_id: str
    warned_minutes: int
    """Challenges to reauthorize that are due earlier than so many minutes before the expiry have
    been sent or are void.
    """
    lasting: bool = False
    """Whether it names events by immutable ids, as its creation asked."""


@dataclass(frozen=True)
class CalendarChange:
    """That an event came into a mailbox, changed there or left it; `kind` is Graph's `changeType`.

    A change of one occurrence is a change of its master: that is all that notifications ever tell.
    """

    mailbox_id: str
    event_id: str
    lasting_id: str
    kind: Literal["created", "updated", "deleted"]
    change_key: str


@dataclass(frozen=True)
class DeltaRound:
    """What a token of a delta query stands for: a round that goes on (`skip`) or a state to compare
    with (`delta`).

    `snapshot` has the change key of every event in the mailbox when the round began; `left` are the
    events, each with its occurrences, that the round has still to give out.
    """

    mailbox_id: str
    kind: Literal["skip", "delta"]
    since: datetime
    until: datetime
    snapshot: dict[str, str]
    left: list[list[dict[str, Any]]]
