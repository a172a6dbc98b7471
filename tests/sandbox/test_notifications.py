"""Change notifications.

Pages: "Receive change notifications through webhooks" (answers, retries, slow endpoints), "Reduce
missing subscriptions and change notifications" (lifecycle), resource changeNotification; graph-docs
issue 5520.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox.calendars import entered
from sandbox.diaries import busy
from sandbox.directory import Person
from sandbox.graph.endpoints import FEWEST, Health
from sandbox.rehearse.waiting import until
from tests.sandbox.conftest import NEVER, GraphClient, everyone
from tests.sandbox.recording_hook import Hook
from tests.sandbox.test_graph_subscriptions import subscription

NOW = datetime(2027, 1, 12, 8, tzinfo=UTC)
ALWAYS = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z&$top=100"
WEEKLY = {"type": "weekly", "interval": 1, "daysOfWeek": ["tuesday"], "firstDayOfWeek": "monday"}
RANGE = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 4}


def _people(graph: GraphClient) -> tuple[Person, Person]:
    mentor, mentee = everyone(graph.tenant)[:2]
    return mentor, mentee


def _meeting(graph: GraphClient, **changes: object) -> dict[str, Any]:
    _, mentee = _people(graph)
    return {
        "subject": "Tandem",
        "start": {"dateTime": "2027-01-12T14:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2027-01-12T16:00:00", "timeZone": "UTC"},
        "attendees": [{"emailAddress": {"address": mentee.mail}, "type": "required"}],
    } | changes


async def _subscribed(
    graph: GraphClient, hook: Hook, person: Person, minutes: int = 60, **changes: object
) -> str:
    resource = f"/users/{person.id}/events"
    wanted = subscription(graph, hook, minutes) | {"resource": resource} | changes
    reply = await graph.post("/subscriptions", wanted)
    assert reply.status == 201, f"{reply.body}"
    return str(reply.body["id"])


async def _created(graph: GraphClient, **changes: object) -> str:
    mentor, _ = _people(graph)
    reply = await graph.post(f"/users/{mentor.id}/events", _meeting(graph, **changes))
    assert reply.status == 201, f"{reply.body}"
    return f"/users/{mentor.id}/events/{reply.body['id']}"


async def _own(graph: GraphClient, person: Person) -> str:
    rows = (await graph.get(f"/users/{person.id}/events?$filter=subject eq 'Tandem'")).rows
    return f"/users/{person.id}/events/{rows[0]['id']}"


async def test_a_notification_names_subscription_state_tenant_change_and_event(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    key = await _subscribed(graph, hook, mentor)
    event = await _created(graph)
    (row,) = await hook.arrived(1)
    shown = (await graph.get(event)).body
    assert (row["subscriptionId"], row["clientState"], row["changeType"]) == (
        key,
        "secret",
        "created",
    )
    assert row["tenantId"] == graph.tenant.state.identity.tenant_id
    assert (
        row["subscriptionExpirationDateTime"]
        == (await graph.get(f"/subscriptions/{key}")).body["expirationDateTime"]
    )
    assert row["resource"] == row["resourceData"]["@odata.id"]
    assert mentor.id in row["resource"]
    assert row["resourceData"]["@odata.type"] == "#Microsoft.Graph.Event"
    assert (row["resourceData"]["id"], row["resourceData"]["@odata.etag"]) == (
        shown["id"],
        shown["@odata.etag"],
    )


async def test_every_change_is_told_with_its_kind_and_a_new_etag(
    graph: GraphClient, hook: Hook
) -> None:
    await _subscribed(graph, hook, _people(graph)[0])
    event = await _created(graph)
    await graph.patch(event, {"subject": "Tandem 2"})
    await graph.post(f"{event}/cancel", {})
    rows = await hook.arrived(3)
    assert [row["changeType"] for row in rows] == ["created", "updated", "deleted"]
    assert {row["resourceData"]["id"] for row in rows} == {event.rpartition("/")[2]}
    assert rows[0]["resourceData"]["@odata.etag"] != rows[1]["resourceData"]["@odata.etag"]


@pytest.mark.parametrize(
    ("wanted", "told"), [("updated", ["updated"]), ("created,deleted", ["created", "deleted"])]
)
async def test_only_the_kinds_asked_for_are_told(
    graph: GraphClient, hook: Hook, wanted: str, told: list[str]
) -> None:
    await _subscribed(graph, hook, _people(graph)[0], changeType=wanted)
    event = await _created(graph)
    await graph.patch(event, {"subject": "Tandem 2"})
    await graph.delete(event)
    await hook.arrived(len(told))
    assert [row["changeType"] for row in await hook.quiet()] == told


async def test_an_attendees_mailbox_has_notifications_of_its_own(
    graph: GraphClient, hook: Hook
) -> None:
    mentee = _people(graph)[1]
    await _subscribed(graph, hook, mentee)
    event = await _created(graph)
    own = (await _own(graph, mentee)).rpartition("/")[2]
    await graph.post(f"{event}/cancel", {})
    rows = await hook.arrived(2)
    assert [(row["changeType"], row["resourceData"]["id"]) for row in rows] == [
        ("created", own),
        ("updated", own),
    ]


async def test_an_answer_is_a_change_of_the_organizers_copy(graph: GraphClient, hook: Hook) -> None:
    mentor, mentee = _people(graph)
    event = await _created(graph)
    await _subscribed(graph, hook, mentor)
    await _subscribed(graph, hook, mentee)
    await graph.delete(await _own(graph, mentee))
    rows = await hook.arrived(2)
    told = {row["resource"].split("@")[0].removeprefix("Users/"): row for row in rows}
    assert (told[mentor.id]["changeType"], told[mentee.id]["changeType"]) == ("updated", "deleted")
    assert told[mentor.id]["resourceData"]["id"] == event.rpartition("/")[2]


async def test_a_change_of_one_occurrence_tells_of_its_master_alone(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    event = await _created(graph, recurrence={"pattern": WEEKLY, "range": RANGE})
    await _subscribed(graph, hook, mentor)
    second, third = (await graph.get(f"{event}/instances?{ALWAYS}")).rows[1:3]
    await graph.patch(f"/users/{mentor.id}/events/{second['id']}", {"subject": "Moved"})
    await graph.post(f"/users/{mentor.id}/events/{third['id']}/cancel", {})
    rows = await hook.arrived(2)
    assert [row["changeType"] for row in rows] == ["updated", "updated"]
    assert {row["resourceData"]["id"] for row in rows} == {event.rpartition("/")[2]}


async def test_a_notification_that_is_not_taken_comes_again_until_it_is(
    graph: GraphClient, hook: Hook
) -> None:
    await _subscribed(graph, hook, _people(graph)[0])
    hook.statuses = [500, 503]
    await _created(graph)
    assert [row["changeType"] for row in await hook.arrived(1)] == ["created"]
    await counted(graph, "delivered", 1)
    await hook.quiet(0.1)
    assert graph.tenant.state.outbox.counts == {"failed": 2, "delivered": 1}


async def test_an_answer_after_the_time_allowed_counts_as_none(
    graph: GraphClient, hook: Hook
) -> None:
    await _subscribed(graph, hook, _people(graph)[0])
    allowed, delays = graph.tenant.state.delays.answer_seconds, graph.tenant.state.delays
    delays.answer_seconds, hook.delay_seconds = 0.05, NEVER
    await _created(graph)
    await counted(graph, "failed", 1)
    delays.answer_seconds, hook.delay_seconds = allowed, 0.0
    assert [row["changeType"] for row in await hook.arrived(1)] == ["created"]


async def test_several_changes_may_come_in_one_post(graph: GraphClient, hook: Hook) -> None:
    mentor, _ = _people(graph)
    await _subscribed(graph, hook, mentor)
    for hour in (1, 3):
        start = NOW + timedelta(hours=hour)
        booked = busy(graph.tenant.state, mentor, start, start + timedelta(hours=1))
        entered(graph.tenant.state, booked)
    await hook.arrived(2)
    assert len(hook.posts) == 1


async def test_what_cannot_be_delivered_for_four_hours_is_missed_and_that_is_told(
    graph: GraphClient, hook: Hook
) -> None:
    lifecycle = {"lifecycleNotificationUrl": hook.url.replace("notifications", "lifecycle")}
    await _subscribed(graph, hook, _people(graph)[0], minutes=600, **lifecycle)
    hook.refused = "/notifications"
    await _created(graph)
    await counted(graph, "failed", 1)
    graph.tenant.state.clock.advance(timedelta(hours=4, minutes=1).total_seconds())
    (row,) = await hook.arrived(1)
    assert (row["lifecycleEvent"], row["clientState"]) == ("missed", "secret")
    assert "resourceData" not in row
    assert len(await hook.quiet()) == 1


async def test_an_expired_or_deleted_subscription_is_told_nothing(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    await _subscribed(graph, hook, mentor)
    deleted = await _subscribed(graph, hook, mentor, minutes=600)
    await graph.delete(f"/subscriptions/{deleted}")
    graph.tenant.state.clock.advance(3700)
    await _created(graph)
    assert await hook.quiet() == []


async def test_what_still_waits_for_a_subscription_that_was_deleted_is_not_delivered(
    graph: GraphClient, hook: Hook
) -> None:
    key = await _subscribed(graph, hook, _people(graph)[0])
    hook.statuses, hook.meanwhile = [503], lambda: graph.delete(f"/subscriptions/{key}")
    await _created(graph)
    await counted(graph, "failed", 1)
    assert await hook.quiet() == []


async def test_an_app_is_asked_to_reauthorize_before_the_expiry_and_a_renewal_ends_that(
    graph: GraphClient, hook: Hook
) -> None:
    key = await _subscribed(
        graph, hook, _people(graph)[0], minutes=1000, lifecycleNotificationUrl=hook.url
    )
    assert await hook.quiet(0.1) == []
    graph.tenant.state.clock.advance(timedelta(minutes=850).total_seconds())
    (row,) = await hook.arrived(1)
    assert (row["subscriptionId"], row["lifecycleEvent"]) == (key, "reauthorizationRequired")
    later = subscription(graph, hook, minutes=1000)["expirationDateTime"]
    assert (await graph.patch(f"/subscriptions/{key}", {"expirationDateTime": later})).status == 200
    assert len(await hook.quiet(0.1)) == 1
    graph.tenant.state.clock.advance(timedelta(minutes=985).total_seconds())
    assert len(await hook.arrived(2)) == 2


async def test_a_challenge_comes_again_while_nobody_renews(graph: GraphClient, hook: Hook) -> None:
    await _subscribed(graph, hook, _people(graph)[0], minutes=60, lifecycleNotificationUrl=hook.url)
    for number in (1, 2, 3):
        graph.tenant.state.clock.advance(15 * 60)
        await hook.arrived(number)
    assert [row["lifecycleEvent"] for row in await hook.quiet(0.1)] == [
        "reauthorizationRequired"
    ] * 3


async def test_a_mailbox_that_is_gone_takes_its_subscription_along(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    key = await _subscribed(graph, hook, mentor, lifecycleNotificationUrl=hook.url)
    mentor.mailbox_readable = False
    (row,) = await hook.arrived(1)
    assert (row["lifecycleEvent"], row["subscriptionId"]) == ("subscriptionRemoved", key)
    assert (await graph.get(f"/subscriptions/{key}")).status == 404


async def test_without_a_lifecycle_url_nothing_of_the_kind_is_told(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    await _subscribed(graph, hook, mentor)
    mentor.mailbox_readable = False
    assert await hook.quiet() == []


@pytest.mark.parametrize(
    ("late", "slow", "drops"), [(10, False, False), (11, True, False), (16, True, True)]
)
def test_an_endpoint_is_slow_above_ten_and_dropped_above_fifteen_in_a_hundred(
    late: int, slow: bool, drops: bool
) -> None:
    health = Health()
    for number in range(FEWEST):
        health.note(late=number < late)
    assert (health.slow(), health.drops()) == (slow, drops)


def test_an_endpoint_is_not_judged_by_a_few_answers() -> None:
    health = Health()
    for _ in range(FEWEST - 1):
        health.note(late=True)
    assert not health.slow()


async def counted(graph: GraphClient, what: str, number: int) -> None:
    """Wait until so many deliveries have ended like this."""
    counts = graph.tenant.state.outbox.counts
    await until(lambda: counts[what] >= number, f"{number} {what}", 60, lambda: str(counts))


async def test_an_endpoint_in_the_drop_state_misses_notifications_and_is_told_so_later(
    graph: GraphClient, hook: Hook
) -> None:
    lifecycle = hook.url.replace("notifications", "lifecycle")
    await _subscribed(graph, hook, _people(graph)[0], lifecycleNotificationUrl=lifecycle)
    hook.delay_seconds = 0.05
    graph.tenant.state.delays.answer_seconds = 0.001
    graph.tenant.state.delays.notification_seconds = 0.0
    event = await _created(graph)
    graph.tenant.state.delays.retry_seconds = 0.0
    await counted(graph, "failed", FEWEST)
    graph.tenant.state.delays.answer_seconds = 60.0
    await graph.patch(event, {"subject": "Dropped"})
    await until(
        lambda: "missed" in {row.get("lifecycleEvent") for row in hook.rows},
        "it is told",
        60,
        lambda: str(hook.rows),
    )
    assert graph.tenant.state.outbox.counts["missed"] == 1


async def _control(graph: GraphClient, path: str, body: object = None) -> Any:
    method = "GET" if body is None else "POST"
    return await graph.ask(method, f"{graph.tenant.url}/sandbox/{path}", body)


@pytest.mark.parametrize("event", ["reauthorizationRequired", "missed", "subscriptionRemoved"])
async def test_the_control_api_tells_lifecycle_events(
    graph: GraphClient, hook: Hook, event: str
) -> None:
    mentor, _ = _people(graph)
    key = await _subscribed(graph, hook, mentor, lifecycleNotificationUrl=hook.url)
    shown = (await _control(graph, "subscriptions")).body["subscriptions"]
    assert [(row["id"], row["person"]) for row in shown] == [(key, mentor.id)]
    reply = await _control(
        graph, "subscriptions/lifecycle", {"person": mentor.mail, "event": event}
    )
    assert reply.body == {"subscriptions": [key]}
    assert [row["lifecycleEvent"] for row in await hook.arrived(1)] == [event]
    status = 404 if event == "subscriptionRemoved" else 200
    assert (await graph.get(f"/subscriptions/{key}")).status == status
    assert (
        await _control(graph, "subscriptions/lifecycle", {"subscription": key, "event": "gone"})
    ).status == 400
    assert (
        await _control(graph, "subscriptions/lifecycle", {"subscription": "x", "event": event})
    ).status == 400


async def test_a_busy_time_that_is_entered_by_hand_is_notified_and_counted(
    graph: GraphClient, hook: Hook
) -> None:
    mentor, _ = _people(graph)
    await _subscribed(graph, hook, mentor)
    times = {"start": "2027-05-01T08:00:00Z", "end": "2027-05-01T10:00:00Z"}
    entered = await _control(graph, "busy", {"person": mentor.id} | times)
    (row,) = await hook.arrived(1)
    assert (row["changeType"], row["resourceData"]["id"]) == ("created", entered.body["event"])
    await counted(graph, "delivered", 1)
    assert (await _control(graph, "counters")).body["notifications"] == {"delivered": 1}
