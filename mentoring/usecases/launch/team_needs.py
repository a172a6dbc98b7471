"""Who needs to be in a participants' team: for a tandem, or for what rooms that stand on this one
register.
"""

from __future__ import annotations

from collections.abc import Callable

from mentoring.domain.tandem import TOGETHER
from mentoring.ports.rows import UnitOfWork

Needs = Callable[[UnitOfWork, str, str], bool]
FURTHER: list[Needs] = []


def needs_it_too(rule: Needs) -> Needs:
    """Register what else somebody may need a team for, asked with the team's and the person's
    id.
    """
    FURTHER.append(rule)
    return rule


def needs_team(uow: UnitOfWork, team_id: str, person_id: str) -> bool:
    """Whether the person needs the team still, or is about to."""
    there: dict[str, object] = {"team_id": team_id, "state": tuple(TOGETHER)}
    tandems = uow.everywhere.tandems
    if tandems.any(mentor_id=person_id, **there) or tandems.any(mentee_id=person_id, **there):
        return True
    return any(rule(uow, team_id, person_id) for rule in FURTHER)
