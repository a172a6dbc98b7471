"""A rolling cycle in a rehearsal: nobody closes it, the tandems end by themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sandbox.clock import Clock
from sandbox.rehearse import rolling
from sandbox.rehearse.command import rehearse
from sandbox.rehearse.waiting import Stuck
from sandbox.teams import Channel
from sandbox.tenant_file import parse_tenant
from tests.sandbox.cycle import LAUNCH

ROLLING = {"programme": {"cycles": "rolling"}}


class Days:
    """Waits for nothing; with each day that has passed something happens."""

    def __init__(self, happens: Callable[[int], object]) -> None:
        self.passed = 0
        self._happens = happens

    async def settled(self, _begin: float, _pause: float) -> None:
        self.passed += 1
        self._happens(self.passed)


def room() -> Channel:
    return Channel("c", "t", "Tandem 01", None, "private", LAUNCH)


async def test_days_pass_until_the_last_channel_is_archived() -> None:
    rooms, clock = [room(), room()], Clock(LAUNCH)

    def happens(day: int) -> None:
        for channel, over in zip(rooms, (3, 7), strict=True):
            channel.archived = day >= over

    days = Days(happens)
    await rolling.ended_by_themselves(clock, rooms, days)  # type: ignore[arg-type]  # what is needed of QuietTenant
    assert days.passed == 7
    assert (clock.now() - LAUNCH).days == 7


async def test_a_tandem_that_never_ends_is_told() -> None:
    days = Days(lambda _: None)
    with pytest.raises(Stuck, match="1 tandems have not ended 60 days after"):
        await rolling.ended_by_themselves(Clock(LAUNCH), [room()], days)  # type: ignore[arg-type]


def test_a_tenant_file_says_whether_a_programme_is_rolling() -> None:
    assert parse_tenant(ROLLING).rolling
    assert not parse_tenant({"programme": {}}).rolling


def test_a_rolling_programme_has_one_cycle(tmp_path: Path) -> None:
    tenant = tmp_path / "tenant.json"
    tenant.write_text(json.dumps(ROLLING), encoding="utf-8")
    result = CliRunner().invoke(
        rehearse, ["--tandems", "1", "--cycles", "2", "--tenant", str(tenant)]
    )
    assert result.exit_code == 2
    assert "leave out --cycles" in result.output
