"""What keeps the programme going by itself: effects to be brought about outside, timers,
replicas' signs of life, single facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Effect:
    """Something to be done outside by a durable workflow; ``done`` once it has been, at
    ``done_at``.

    ``flow`` is the workflow that carries it out, empty as long as none does. After an attempt that
    failed, the next one starts at ``not_before``. One that is given up is done, and ``failed`` is
    the name of the error that ended it.
    """

    id: str
    kind: str
    subject_id: str
    done: bool = False
    attempt: int = 1
    not_before: datetime | None = None
    done_at: datetime | None = None
    flow: str = ""
    failed: str = ""
    cycle_id: str = ""

    @property
    def workflow_id(self) -> str:
        """The id of a workflow of its own; from the second attempt on it has a number."""
        return workflow_id(self.id, self.attempt)


def workflow_id(effect_id: str, attempt: int) -> str:
    """The id of the durable workflow that is this attempt at an effect."""
    return effect_id if attempt == 1 else f"{effect_id}~{attempt}"


@dataclass(frozen=True)
class Timer:
    """Something that falls due: ``kind`` says which rule looks at ``subject_id`` then."""

    id: str
    kind: str
    subject_id: str
    due_at: datetime
    cycle_id: str = ""


@dataclass(frozen=True)
class Heartbeat:
    """A replica's sign of life; ``beat_at`` is the database's clock, the same for all replicas."""

    id: str
    beat_at: datetime


@dataclass(frozen=True)
class Heard:
    """Something that a person has written to the bot.

    ``said`` is all of it, as a text of the listener's own, and ``by`` the replica that obeys it
    just now; both are empty once it is obeyed. ``at`` is when it was heard, by the database's clock
    (aware).
    """

    id: str
    person_id: str
    said: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Lane:
    """Until when a lane (``mentoring.ports.lanes``) is full, and when that was noted, as seconds
    since 1970 on the database's clock; its id is a digest. ``held_by`` is the replica that has
    taken it for itself, if one has.
    """

    id: str
    free_at: float
    noted_at: float
    held_by: str = ""


@dataclass(frozen=True)
class Fact:
    """A single fact of the running programme: the enrolment's end, the number of the last tandem, a
    service address.
    """

    id: str
    value: str
