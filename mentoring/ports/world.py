"""All that a use case may reach."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.programme import Programme
from mentoring.ports.calendar import Calendar
from mentoring.ports.clock import Clock
from mentoring.ports.directory import Directory
from mentoring.ports.matcher import Matcher
from mentoring.ports.messenger import Messenger
from mentoring.ports.rows import Store
from mentoring.ports.teams import Channels
from mentoring.ports.wording import Wording


@dataclass(frozen=True)
class World:
    """All that a use case may reach, put together once by the composition root."""

    store: Store
    clock: Clock
    directory: Directory
    calendar: Calendar
    channels: Channels
    messenger: Messenger
    matcher: Matcher
    wording: Wording
    programme: Programme
    teams: tuple[str, ...] = ()
    channels_per_team: int = 200
    owners_channel: str = ""
