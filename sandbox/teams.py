"""The simulated tenant's teams: their members, their channels, and what is still being made.

Plain dataclasses without behaviour of Graph. Times are aware (UTC) and come from the tenant's
clock, except fields named `…_monotonic`, which are seconds of `time.monotonic`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass
class Member:
    """A membership of a team, channel or chat; roles as in Graph (`owner`, or empty for a plain
    member).
    """

    id: str
    person_id: str
    roles: list[str]
    visible_monotonic: float = 0.0
    """From when on channel creation sees a team's new member ("might take some time to be
    reflected").
    """


@dataclass
class Channel:
    """A channel; `members` counts only for private ones, a standard channel has its team's
    members.
    """

    id: str
    team_id: str
    display_name: str
    description: str | None
    membership_type: Literal["standard", "private"]
    created: datetime
    members: dict[str, Member] = field(default_factory=dict)
    founders: frozenset[str] = frozenset()
    """Who was in it when it was opened; of a standard channel nobody."""
    app_ids: set[str] = field(default_factory=set)
    archived: bool = False
    deleted: datetime | None = None
    """Soft-deleted since: for 30 days it still counts towards the team's limit and keeps its
    name.
    """


@dataclass
class Operation:
    """A long-running operation on a team; `kind` is Graph's `teamsAsyncOperationType`."""

    id: str
    team_id: str
    created: datetime
    done_monotonic: float
    kind: str = "createTeam"


@dataclass
class Team:
    """A team. `ready_monotonic` is when its asynchronous creation ends, `listed_monotonic` when
    lists begin to show its group.
    """

    id: str
    display_name: str
    description: str | None
    created: datetime
    visibility: str = "private"
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    operations: dict[str, Operation] = field(default_factory=dict)
    archived: bool = False
    ready_monotonic: float = 0.0
    listed_monotonic: float = 0.0
    most_channels: int = 1000
    """As "Limits and specifications for Microsoft Teams" has it; tenants that Microsoft has not
    moved yet allow fewer private ones.
    """

    @property
    def thread_id(self) -> str:
        """The team's id in the Bot Connector: that of its General channel."""
        return next(iter(self.channels))


@dataclass
class ProgrammeTeams:
    """Where a programme lives: its owners' team with the channel of their commands, and the
    participants' teams.

    `team_ids` are those that the operator has opened; the product may open more.
    """

    owners_team_id: str
    owners_channel_id: str
    team_ids: list[str] = field(default_factory=list)
