"""The circles that people join in the life of their tandems: the tenant's channels against what
everybody has tapped.

Which channel is whose circle is told by who opened it: people who have tapped to join the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from sandbox.rehearse.baseline import FEWEST, is_circle
from sandbox.state import TenantState
from sandbox.teams import Channel

JOIN = "circle.join"
LEAVE = "circle.leave"
"""What the buttons send by which somebody joins a circle, and leaves it."""


@dataclass
class Wanted:
    """Who has tapped what of one circle: `tried`, and the product has `taken` it."""

    tried: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    taken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def inside(self) -> set[str]:
        """Those who are certainly to be in it, once it stands."""
        return self.taken[JOIN] - self.tried[LEAVE]

    @property
    def welcome(self) -> set[str]:
        """Those who may be in it."""
        return self.tried[JOIN] - self.taken[LEAVE]

    def opened(self, channel: Channel) -> bool:
        """Whether the channel was opened by people who wanted this circle."""
        return channel.founders <= self.tried[JOIN]


@dataclass
class Taps:
    """Those of all people, by circle."""

    circles: dict[str, Wanted] = field(default_factory=lambda: defaultdict(Wanted))

    def tapped(self, verb: str, person: str, data: Mapping[str, object], *, taken: bool) -> None:
        """Somebody presses this; `taken`: the product has said that it took it."""
        if verb in {JOIN, LEAVE}:
            circle = self.circles[str(data.get("place")).removesuffix(person)]
            (circle.taken if taken else circle.tried)[verb].add(person)


@dataclass
class Circles:
    """Those of a rehearsal."""

    state: TenantState
    taps: Taps = field(default_factory=Taps)
    outside: dict[str, set[str]] = field(default_factory=dict)
    """Who has joined a circle that stands and was not in it, by circle."""

    def look(self, excused: Set[str] = frozenset()) -> None:
        """See who is missing in the circles that nobody has looked at yet, except those who are
        excused: their tandem has ended, and with it their place.
        """
        for key in self.taps.circles.keys() - self.outside.keys():
            wanted = self.taps.circles[key]
            found = [one for one in self.channels() if wanted.opened(one)]
            if found:
                there = {person for one in found for person in one.members}
                self.outside[key] = wanted.inside - there - excused

    def figures(self) -> dict[str, int]:
        """How many circles stand and how many have joined one; what is missing, and what is there
        although it must not.
        """
        wanted, channels = self.taps.circles.values(), self.channels()
        enough = sum(len(one.inside) >= FEWEST for one in wanted)
        at_most = sum(len(one.tried[JOIN]) >= FEWEST for one in wanted)
        missing = max(0, enough - len(channels))
        return {
            "circles": len(channels),
            "joined": sum(len(one.taken[JOIN]) for one in wanted),
            "lost": missing + sum(len(each) for each in self.outside.values()),
            "duplicates": max(0, len(channels) - at_most),
            "unasked": sum(1 for _ in self.uninvited()),
        }

    def told(self) -> list[str]:
        """What is wrong, a line each."""
        outside = {person for each in self.outside.values() for person in each}
        lines = [f"{self._name(one)} has joined a circle and is not in it." for one in outside]
        within = (f"{self._name(one)} is in {name} unasked." for one, name in self.uninvited())
        return sorted([*lines, *within])

    def uninvited(self) -> Iterator[tuple[str, str]]:
        """Who is in a circle that they have not joined, or have left, and its channel's name."""
        for channel in self.channels():
            wanted = [one for one in self.taps.circles.values() if one.opened(channel)]
            welcome = set[str]().union(*(one.welcome for one in wanted))
            yield from ((one, channel.display_name) for one in channel.members.keys() - welcome)

    def channels(self) -> list[Channel]:
        """Of all teams."""
        teams = self.state.teams.values()
        return [one for team in teams for one in team.channels.values() if is_circle(one)]

    def _name(self, person: str) -> str:
        return self.state.people[person].display_name
