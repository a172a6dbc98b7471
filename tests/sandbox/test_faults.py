"""Injected faults: their rate, their kinds, and the one that is done all the same."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from sandbox.faults import Faults
from sandbox.journal import Exchange
from tests.sandbox.conftest import GraphClient, everyone, graph_of


def test_faults_come_at_their_rate_and_the_same_for_a_seed() -> None:
    first, second = Faults(0.25, 7), Faults(0.25, 7)
    drawn = [first.draw() for _ in range(4000)]
    assert drawn == [second.draw() for _ in range(4000)]
    assert 0.22 < sum(one is not None for one in drawn) / 4000 < 0.28
    assert set(first.injected) == {"429", "502", "503", "504", "504 done"}


def test_without_a_rate_nothing_is_injected() -> None:
    assert {Faults().draw() for _ in range(100)} == {None}


async def test_an_injected_429_is_counted_apart_and_names_seconds_or_a_moment() -> None:
    """RFC 9110, 10.2.3: `Retry-After` is either."""
    async with graph_of(faults=1.0) as graph:
        replies = [await graph.get("/users?$top=1") for _ in range(60)]
        state = graph.tenant.state
        statuses = Counter(reply.status for reply in replies)
        assert statuses[429] == state.faults.injected["429"] > 0
        pauses = {reply.headers.get("Retry-After") for reply in replies if reply.status == 429}
        dates = {parsedate_to_datetime(pause) for pause in pauses - {"1"}}
        assert "1" in pauses
        assert dates
        assert max(dates) <= datetime.now(UTC) + timedelta(seconds=2)
        assert state.limits.throttled.total() == 0


async def test_done_but_answered_504_has_its_effect_and_is_journalled_as_such(
    graph: GraphClient,
) -> None:
    seen: list[Exchange] = []
    graph.tenant.state.journal.observers.append(seen.append)
    graph.tenant.state.faults.rate = 1.0
    path = f"/users/{everyone(graph.tenant)[0].id}/events"
    stamps = {
        name: {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": "UTC"}
        for name, hour in (("start", 10), ("end", 12))
    }
    for number in range(60):
        await graph.post(path, {"subject": f"Number {number}"} | stamps)
    graph.tenant.state.faults.rate = 0.0
    rows = (
        await graph.get(f"{path}?$filter=startswith(subject,'Number')&$top=100&$select=subject")
    ).rows
    done = [one for one in seen if one.effect]
    assert len(rows) == len(done) == graph.tenant.state.faults.injected["504 done"] > 0
    assert {one.status for one in done} == {504}
