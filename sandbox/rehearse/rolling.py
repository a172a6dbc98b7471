"""A rolling cycle is closed by nobody: each of its tandems ends some days after its last
session.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sandbox.clock import Clock
from sandbox.rehearse.quiet_tenant import QuietTenant
from sandbox.rehearse.waiting import Stuck
from sandbox.teams import Channel

DAYS = 60
"""A tandem that has not ended after so many days without a session will not."""
PAUSE_SECONDS = 1.3
"""What a new day brings has begun by then."""


async def ended_by_themselves(
    clock: Clock, channels: Sequence[Channel], quiet: QuietTenant
) -> None:
    """Let one day after the other pass, until the channels of all tandems are archived.

    Raises:
        Stuck: some are not, after two months.
    """
    for _ in range(DAYS):
        if all(channel.archived for channel in channels):
            return
        clock.advance(timedelta(days=1).total_seconds())
        await quiet.settled(PAUSE_SECONDS, PAUSE_SECONDS)
    standing = [channel.display_name for channel in channels if not channel.archived]
    raise Stuck(
        f"{len(standing)} tandems have not ended {DAYS} days after their last session: "
        f"{standing[:3]}"
    )
