"""What has become of the invitations of one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.enrolment import KEEPS, EnrolmentState, enrolment_id, seen
from mentoring.domain.invitation import Invite
from mentoring.domain.people import Role
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment.card import other_role

UNANSWERED = frozenset({EnrolmentState.INVITED, EnrolmentState.UNREACHABLE})
"""How somebody who has not answered looks to owners; who said no looks alike."""


@dataclass(frozen=True)
class Opened:
    """An enrolment that a list has opened: ``state`` as owners may see it, and whether its person
    takes part, in this role or in the other one, or did until they were asked anew.
    """

    id: str
    person_id: str
    state: EnrolmentState
    answered: bool


def opened_by(uow: UnitOfWork, invite: Invite) -> Iterator[Opened]:
    """The enrolments that this list has opened and that are still there."""
    if invite.role is None:
        return
    keys = [enrolment_id(uow.cycle_id, invite.role, each.person_id) for each in invite.invitable()]
    columns = ("id", "person_id", "state", "position", "invited_at", "earlier")
    found = uow.enrolments.columns(*columns, id=keys)
    elsewhere = _taking_part_as(uow, other_role(invite.role))
    for key, person_id, kept, position, invited_at, earlier in found:
        if _is_of(invite, invited_at):
            state = seen(EnrolmentState(kept), position)
            answered = state not in UNANSWERED or person_id in elsewhere or earlier == key
            yield Opened(key, person_id, state, answered)


def _is_of(invite: Invite, invited_at: datetime) -> bool:
    """Whether it was this list; those of earlier versions do not say when they were confirmed."""
    return invite.starts_at is None or invite.starts_at == invited_at


def _taking_part_as(uow: UnitOfWork, role: Role) -> set[str]:
    found = uow.enrolments.columns("person_id", "state", "position", role=role)
    return {who for who, state, position in found if seen(EnrolmentState(state), position) in KEEPS}
