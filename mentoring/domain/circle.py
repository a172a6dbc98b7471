"""Circles: people of a programme who would like to exchange among themselves, in a private channel
of their own. The mentors of a cycle can have one; so can, once their tandems have come to their
planned end, those whom a topic has brought together: a community.

Nobody is in a circle who has not said so, and before five have said it there is no channel: so few
that everybody would be known to everybody in advance shall not have to decide it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FEWEST = 5
"""So many want it before a channel is opened (*from five mentors up*, the programme's brief)."""
LASTS = timedelta(days=365)
"""For so long after somebody last joined a community it stands."""
STAYS = timedelta(days=14)
"""For so long after a circle was archived one can still leave it by a tap."""


class CircleKind(StrEnum):
    """Whose circle it is."""

    MENTORS = "mentors"
    TOPIC = "topic"


class CircleState(StrEnum):
    """Waiting for enough people, its channel being opened, open, archived."""

    GATHERING = "gathering"
    OPENING = "opening"
    OPEN = "open"
    CLOSED = "closed"


WITH_CHANNEL = (CircleState.OPENING, CircleState.OPEN)
"""The channel stands, or will in a moment."""


class Place(StrEnum):
    """Somebody has said that they would like to be in it, is, or has said that they no longer
    would.
    """

    JOINING = "joining"
    IN = "in"
    LEAVING = "leaving"


@dataclass(frozen=True)
class Circle:
    """A circle and its private channel.

    ``name`` is the channel's, written down before it is opened, so that one whose opening was not
    heard of is found again. ``topic`` is that of a community. ``earlier``: so many channels it has
    had that everybody has left, or that are gone with their team.
    """

    id: str
    kind: CircleKind
    state: CircleState = CircleState.GATHERING
    name: str = ""
    team_id: str = ""
    channel_id: str = ""
    channel_url: str = ""
    topic: str = ""
    earlier: int = 0
    cycle_id: str = ""


@dataclass(frozen=True)
class CircleMember:
    """That somebody is in a circle, or has a mind to be, since ``at`` (UTC).

    ``founder``: the channel was to be opened with them.
    """

    id: str
    circle_id: str
    person_id: str
    state: Place
    at: datetime
    founder: bool = False
    cycle_id: str = ""


def mentors_circle_id(cycle_id: str) -> str:
    """The id of the circle of a cycle's mentors."""
    return f"{cycle_id}.circle-mentors"


def topic_circle_id(cycle_id: str, topic: str) -> str:
    """The id of a cycle's community of a topic."""
    return f"{cycle_id}.circle-topic-{topic}"


def topic_of(circle_id: str) -> str:
    """The topic of the circle with this id; empty if it is no community."""
    return circle_id.partition(".circle-topic-")[2]


def member_id(circle_id: str, person_id: str) -> str:
    """The id of somebody's place in a circle."""
    return f"{circle_id}:{person_id}"


def whose(key: str) -> tuple[str, str]:
    """Circle and person of such an id."""
    circle_id, _, person_id = key.rpartition(":")
    return circle_id, person_id
