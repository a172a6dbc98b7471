"""Enrolment: how somebody comes to take part, from the invitation to the sent questionnaire.

invited ──take part──► begun ──send──► done ──► (matching)
   │                     │               │
   └──not now──► declined└───withdraw────┴──► withdrawn        invited ──► unreachable
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from mentoring.domain import questionnaire
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import SUMMARY, Position


class EnrolmentState(StrEnum):
    """Where an enrolment stands; all that owners may see of it."""

    INVITED = "invited"
    BEGUN = "begun"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Enrolment:
    """One person's way into the programme, in one role. ``answers`` belong to the person and are stored encrypted."""

    id: str
    person_id: str
    role: Role
    state: EnrolmentState
    invited_at: datetime
    position: str = "about"
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    done_at: datetime | None = None
    reminded_at: datetime | None = None
    priority: int = 0

    @property
    def at(self) -> Position:
        """The step that the person is on."""
        return Position.read(self.position)


def enrolment_id(role: Role, person_id: str) -> str:
    """One enrolment a person and role."""
    return f"{role}:{person_id}"


OPEN = frozenset({EnrolmentState.INVITED, EnrolmentState.BEGUN, EnrolmentState.DONE})


def begin(enrolment: Enrolment) -> Enrolment:
    """*Take part*: the questionnaire opens; somebody who said no or left may come back."""
    if enrolment.state in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        return enrolment
    first = questionnaire.following(enrolment.role, enrolment.answers, Position(""))
    return replace(enrolment, state=EnrolmentState.BEGUN, position=str(first))


def save(enrolment: Enrolment, position: Position, raw: dict[str, object]) -> Enrolment:
    """One step's answers, kept; the person goes on to the next open step.

    Raises:
        Refusal: ``stale`` if the enrolment is not open, ``answer`` if an input is wrong.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        raise Refusal("stale")
    if position not in questionnaire.positions(enrolment.role, enrolment.answers) or position == SUMMARY:
        raise Refusal("stale")
    answers = questionnaire.merged(enrolment.answers, position, questionnaire.check(position, raw))
    onward = questionnaire.following(enrolment.role, answers, position)
    return replace(enrolment, answers={k: dict(v) for k, v in answers.items()}, position=str(onward))


def go(enrolment: Enrolment, position: Position) -> Enrolment:
    """To any of one's own steps, to look or to edit; an unknown one is refused as ``stale``."""
    if position not in questionnaire.positions(enrolment.role, enrolment.answers):
        raise Refusal("stale")
    return replace(enrolment, position=str(position))


def send(enrolment: Enrolment, now: datetime) -> Enrolment:
    """The questionnaire is complete and handed in; sending twice changes nothing.

    Raises:
        Refusal: ``incomplete`` while a required step is open.
    """
    if enrolment.state is EnrolmentState.DONE:
        return enrolment
    if questionnaire.open_positions(enrolment.role, enrolment.answers):
        raise Refusal("incomplete")
    return replace(enrolment, state=EnrolmentState.DONE, done_at=now, position=str(SUMMARY))


def decline(enrolment: Enrolment) -> Enrolment:
    """*Not now* on the invitation."""
    if enrolment.state is not EnrolmentState.INVITED:
        raise Refusal("stale")
    return replace(enrolment, state=EnrolmentState.DECLINED)


def withdraw(enrolment: Enrolment) -> Enrolment:
    """The person leaves before the matching; the answers are erased at once."""
    return replace(enrolment, state=EnrolmentState.WITHDRAWN, answers={}, position="about", done_at=None)
