"""What the people of a rehearsal share, and what one of them remembers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass
class Stage:
    """What the whole rehearsal knows about where it is.

    At most `presses` people press at the same moment.

    `since` is when the cycle began on the tenant's clock: what was written before is no longer
    looked at.
    """

    name: str = "enrolment"
    cycle: int = 1
    since: datetime = BEGINNING
    presses: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(12))


@dataclass
class Memory:
    """What a person has done so far in the cycle.

    `acknowledged` holds the answers the product took, by input id.
    """

    acknowledged: dict[str, str] = field(default_factory=dict)
    pressed: dict[str, int] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)
    """The messages that stood in the chat when the offers began: none of them is one."""
    said_yes: list[list[str]] = field(default_factory=list)
    """What the invitations said to which the person has not said no."""
    handed_in: set[str] = field(default_factory=set)
    """The messages in which the person came to the end of a questionnaire."""
    offers: set[str] = field(default_factory=set)
    """The messages with offers to which the person said yes."""
    said_no: bool = False
    last_press_monotonic: float | None = None
    files: set[str] = field(default_factory=set)
    """The messages that offered a file which the person has taken."""
    refusals: list[str] = field(default_factory=list)
