"""The published limits.

Page: throttling-limits (Teams, Outlook, identity); design: 83 % of a rate over a minute.
"""

import asyncio

import pytest

from sandbox.graph.request_costs import MAILBOX_AT_ONCE
from sandbox.limits import Charge, Limits, Mode, Window, per_minute, per_second
from tests.sandbox.conftest import bound, everyone, graph_of


class _Wall:
    """A monotonic clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _charge(windows: tuple[Window, ...], cost: int = 1, *, message: bool = False) -> Charge:
    return Charge("limit", "thing", windows, cost, message)


def test_a_rate_is_counted_in_a_rolling_second() -> None:
    wall = _Wall()
    limits = Limits("all", wall)
    charge = [_charge(per_second(4))]
    for _ in range(4):
        assert limits.ask(charge) is None
        wall.now += 0.2
    refused = limits.ask(charge)
    assert refused is not None
    assert refused.retry_after == 1
    wall.now = 101.0
    assert limits.ask(charge) is None


def test_eighty_three_percent_of_a_rate_is_counted_over_a_minute() -> None:
    wall = _Wall()
    limits = Limits("all", wall)
    let_through = 0
    while limits.ask([_charge(per_second(4))]) is None:
        let_through += 1
        wall.now += 0.25
    assert let_through == 199
    refused = limits.ask([_charge(per_second(4))])
    assert refused is not None
    wall.now += refused.retry_after
    assert limits.ask([_charge(per_second(4))]) is None


def test_a_limit_per_minute_counts_in_full() -> None:
    wall = _Wall()
    limits = Limits("all", wall)
    assert [limits.ask([_charge(per_minute(4))]) is None for _ in range(5)] == [True] * 4 + [False]
    wall.now += 60
    assert limits.ask([_charge(per_minute(4))]) is None


def test_what_was_refused_is_charged_nowhere() -> None:
    wall = _Wall()
    limits = Limits("all", wall)
    free = Charge("other", "thing", per_minute(1))
    limits.ask([_charge(per_minute(1))])
    assert limits.ask([_charge(per_minute(1)), free]) is not None
    assert limits.ask([free]) is None


def test_refusals_of_a_launch_are_told_from_those_before_and_after_it() -> None:
    wall = _Wall()
    limits = Limits("all", wall)
    for _ in range(4):
        limits.ask([_charge(per_minute(1))])
        wall.now += 1
    assert limits.throttled.total() == 3
    assert limits.refused_between(wall.now - 2, wall.now) == 2
    assert limits.refused_between(wall.now, wall.now + 9) == 0


def test_a_dear_request_spends_more_units() -> None:
    limits = Limits("all", _Wall())
    window = (Window(10, 10.0),)
    assert limits.ask([_charge(window, 7)]) is None
    assert limits.ask([_charge(window, 4)]) is not None
    assert limits.ask([_charge(window, 3)]) is None


@pytest.mark.parametrize(
    ("mode", "before", "after"),
    [("all", False, False), ("launch", True, False), ("off", True, True)],
)
def test_limits_of_messages_can_wait_for_the_launch(mode: Mode, before: bool, after: bool) -> None:
    limits = Limits(mode, _Wall())
    charge = [_charge(per_minute(1), message=True)]
    limits.ask(charge)
    assert (limits.ask(charge) is None) is before
    limits.launched = True
    limits.ask(charge)
    assert (limits.ask(charge) is None) is after


async def test_a_team_takes_four_channels_a_second() -> None:
    async with graph_of() as graph:
        graph.tenant.state.limits = Limits("all", _Wall())
        path = f"/teams/{graph.tenant.state.programme_team_ids[0]}/channels"
        replies = [await graph.post(path, {"displayName": f"Room {number}"}) for number in range(5)]
        assert [reply.status for reply in replies] == [201] * 4 + [429]
        assert replies[-1].headers["Retry-After"] == "1"
        assert graph.tenant.state.limits.throttled.total() == 1


async def test_a_team_takes_four_changes_of_members_a_minute() -> None:
    async with graph_of() as graph:
        graph.tenant.state.limits = Limits("all", _Wall())
        path = f"/teams/{graph.tenant.state.programme_team_ids[0]}/members/add"
        replies = [
            await graph.post(path, {"values": [bound(one)]}) for one in everyone(graph.tenant)[:5]
        ]
        assert [reply.status for reply in replies] == [200] * 4 + [429]
        assert int(replies[-1].headers["Retry-After"]) > 55


async def test_a_mailbox_takes_four_requests_at_once() -> None:
    async with graph_of(limits="all") as graph:
        graph.tenant.state.delays.mailbox_seconds = 0.0
        limits, (one, two) = graph.tenant.state.limits, everyone(graph.tenant)[:2]
        under_way = [limits.enter(one.id, MAILBOX_AT_ONCE) for _ in range(4)]
        asked = [graph.get(f"/users/{person.id}/mailboxSettings") for person in (one, two)]
        assert [reply.status for reply in await asyncio.gather(*asked)] == [429, 200]
        assert under_way == [None] * 4
        limits.leave(one.id)
        assert (await graph.get(f"/users/{one.id}/mailboxSettings")).status == 200


async def test_the_directory_counts_resource_units() -> None:
    async with graph_of() as graph:
        team = graph.tenant.state.limits = Limits("all", _Wall())
        team.ask([Charge("identity", "tenant", (Window(3500, 10.0),), 3499)])
        assert (await graph.get("/users?$select=id&$top=1")).status == 200
        reply = await graph.get("/users?$select=id&$top=1")
        assert (reply.status, reply.code) == (429, "Request_ThrottledTemporarily")
