"""What keeps the programme going by itself: effects to be brought about outside, timers,
replicas' signs of life, single facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Effect:
    """Something to be done outside by a durable workflow of the same id; ``done`` once it has been,
    at ``done_at``.

    After an attempt that failed for good, the next one starts at ``not_before`` under an id of its
    own.
    """

    id: str
    kind: str
    subject_id: str
    done: bool = False
    attempt: int = 1
    not_before: datetime | None = None
    done_at: datetime | None = None
    cycle_id: str = ""

    @property
    def workflow_id(self) -> str:
        """The durable workflow's id: the effect's own, and a number from the second attempt on."""
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
class Fact:
    """A single fact of the running programme: the enrolment's end, the number of the last tandem, a
    service address.
    """

    id: str
    value: str
