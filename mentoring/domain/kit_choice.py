"""Which session kit a session of a tandem has, and what its mentor has said to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentoring.domain.kits.choice import Step
from mentoring.domain.questionnaire.steps import Format


class KitState(StrEnum):
    """Proposed by the product; the mentor says that it fits, or goes without one."""

    PROPOSED = "proposed"
    TAKEN = "taken"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class KitChoice:
    """The kit of a session, by whose id it goes.

    ``kit_id`` is a kit's, or that of one that has grown around a topic or an open question;
    ``topic`` or ``question`` is its step. ``way`` is how the mentee prefers to learn, as it was
    known then.
    """

    id: str
    tandem_id: str
    kit_id: str
    topic: str = ""
    question: str = ""
    way: Format | None = None
    state: KitState = KitState.PROPOSED

    @property
    def step(self) -> Step:
        """What the kit is about."""
        return Step(self.topic, self.question)
