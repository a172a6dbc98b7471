"""Change notifications: from a change in a calendar to a POST at the subscriber, and what is told
of a subscription itself.

Sources: "Receive change notifications through webhooks" (answers, retries, throttling), "Reduce
missing subscriptions and change notifications" (lifecycle), resource `changeNotification`; that a
change of one occurrence tells of the master alone: microsoft-graph-docs issue 5520. An endpoint
that does not answer 2xx in time is asked again at growing pauses for four hours of the tenant's
clock; what is given up then is reported by the lifecycle event `missed`.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sandbox.graph.endpoints import Health
from sandbox.graph.zones import timestamp
from sandbox.state import TenantState
from sandbox.watching import CalendarChange, LifecycleEvent, Subscription

GIVE_UP_AFTER = timedelta(hours=4)
LONGEST_PAUSE_SECONDS = 1800.0
CHALLENGES = (180, 90, 60, 45, 30, 15)
"""How many minutes before the expiry an app is asked to reauthorize: at 180, at half of it, then
every 15 minutes.
"""
Row = dict[str, Any]


@dataclass
class Notice:
    """One notification for one subscription, and since when it has been waiting (tenant's
    clock).
    """

    subscription_id: str
    row: Row
    since: datetime
    lifecycle: bool = False


@dataclass
class Endpoint:
    """What waits for one URL, and how well it answers."""

    url: str
    waiting: list[Notice] = field(default_factory=list)
    health: Health = field(default_factory=Health)
    busy: bool = False


class Notifier:
    """Listens to the calendars of a tenant and posts to whoever has subscribed."""

    def __init__(self, state: TenantState) -> None:
        self._state = state
        self._endpoints: dict[str, Endpoint] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to listen, and to watch over the subscriptions, until the tenant closes."""
        self._state.calendar_listeners.append(self._changed)
        self._state.lifecycle_listeners.append(self._tell)
        self._state.closing.append(self._close)
        self._begin(self._watch())

    async def _close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._state.outbox.close()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _changed(self, change: CalendarChange) -> None:
        for one in self._living():
            if one.mailbox_id == change.mailbox_id and change.kind in one.change_type.split(","):
                notice = Notice(
                    one.id, changed_row(self._state, one, change), self._state.clock.now()
                )
                self._send(one.notification_url, notice)

    def _tell(self, one: Subscription, event: LifecycleEvent) -> None:
        if one.lifecycle_url:
            row = _about(self._state, one) | {"lifecycleEvent": event}
            self._send(
                one.lifecycle_url, Notice(one.id, row, self._state.clock.now(), lifecycle=True)
            )

    def _living(self) -> list[Subscription]:
        now = self._state.clock.now()
        return [one for one in self._state.subscriptions.values() if one.expires > now]

    def _send(self, url: str, notice: Notice) -> None:
        endpoint = self._endpoints.setdefault(url, Endpoint(url))
        if endpoint.health.drops():
            self._missed([notice])
            return
        endpoint.waiting.append(notice)
        if not endpoint.busy:
            endpoint.busy = True
            self._begin(self._work(endpoint))

    async def _work(self, endpoint: Endpoint) -> None:
        try:
            while endpoint.waiting:
                slow = self._state.delays.slow_seconds if endpoint.health.slow() else 0.0
                await asyncio.sleep(self._state.delays.notification_seconds + slow)
                batch, endpoint.waiting = endpoint.waiting, []
                if not await self._delivered(endpoint, batch):
                    self._begin(self._retry(endpoint, batch))
        finally:
            endpoint.busy = False

    async def _retry(self, endpoint: Endpoint, batch: list[Notice]) -> None:
        pause = self._state.delays.retry_seconds
        while batch:
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
            oldest = self._state.clock.now() - GIVE_UP_AFTER
            if late := [one for one in batch if one.since <= oldest]:
                self._missed(late)
            batch = [one for one in batch if one.since > oldest]
            if await self._delivered(endpoint, batch):
                return

    async def _delivered(self, endpoint: Endpoint, batch: list[Notice]) -> bool:
        """Post what still concerns a living subscription; True if there is nothing (more) to
        deliver.
        """
        living = {one.id for one in self._living()}
        wanted = [one for one in batch if one.lifecycle or one.subscription_id in living]
        if not wanted:
            return True
        outbox = self._state.outbox
        answer = await outbox.post(
            endpoint.url, self._state.delays.answer_seconds, {"value": [one.row for one in wanted]}
        )
        endpoint.health.note(late=answer.late)
        taken = 200 <= answer.status < 300
        outbox.counts["delivered" if taken else "failed"] += len(wanted) if taken else 1
        return taken

    def _missed(self, notices: list[Notice]) -> None:
        self._state.outbox.counts["missed"] += len(notices)
        for key in dict.fromkeys(one.subscription_id for one in notices if not one.lifecycle):
            if key in self._state.subscriptions:
                self._tell(self._state.subscriptions[key], "missed")

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self._state.delays.watch_seconds)
            for one in list(self._state.subscriptions.values()):
                self._look_after(one)

    def _look_after(self, one: Subscription) -> None:
        left, person = one.expires - self._state.clock.now(), self._state.people[one.mailbox_id]
        if left <= timedelta():
            del self._state.subscriptions[one.id]
        elif not person.has_mailbox or not person.mailbox_readable:
            remove(self._state, one)
        else:
            self._challenge(one, left)

    def _challenge(self, one: Subscription, left: timedelta) -> None:
        due = next(
            (minutes for minutes in reversed(CHALLENGES) if left <= timedelta(minutes=minutes)),
            None,
        )
        if due is not None and due < one.warned_minutes:
            one.warned_minutes = due
            self._tell(one, "reauthorizationRequired")


def remove(state: TenantState, one: Subscription) -> None:
    """Graph takes a subscription away by itself, and says so if it can."""
    state.subscriptions.pop(one.id, None)
    for listener in state.lifecycle_listeners:
        listener(one, "subscriptionRemoved")


def changed_row(state: TenantState, one: Subscription, change: CalendarChange) -> Row:
    """The notification of a change, in Graph's shape."""
    event_id = change.lasting_id if one.lasting else change.event_id
    path = f"Users/{change.mailbox_id}@{state.identity.tenant_id}/Events/{event_id}"
    data = {
        "@odata.type": "#Microsoft.Graph.Event",
        "@odata.id": path,
        "@odata.etag": f'W/"{change.change_key}"',
    }
    return _about(state, one) | {
        "id": state.new_id(),
        "changeType": change.kind,
        "resource": path,
        "resourceData": data | {"id": event_id},
    }


def _about(state: TenantState, one: Subscription) -> Row:
    return {
        "subscriptionId": one.id,
        "subscriptionExpirationDateTime": timestamp(one.expires),
        "clientState": one.client_state,
        "tenantId": state.identity.tenant_id,
    }
