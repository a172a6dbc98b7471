"""Who needs to be in a participants' team: for a tandem, or for what rooms that stand on this one
register.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from mentoring.domain.tandem import TOGETHER
from mentoring.ports.rows import UnitOfWork

Needs = Callable[[UnitOfWork, str, Collection[str]], Collection[str]]
FURTHER: list[Needs] = []


def needs_it_too(rule: Needs) -> Needs:
    """Register what else people may need a team for, asked with the team's and some people's ids:
    who of them.
    """
    FURTHER.append(rule)
    return rule


def needs_team(uow: UnitOfWork, team_id: str, person_id: str) -> bool:
    """Whether the person needs the team still, or is about to."""
    return bool(who_need(uow, team_id, [person_id]))


def who_need(
    uow: UnitOfWork, team_id: str, people: Collection[str], *, beside: Collection[str] = ()
) -> set[str]:
    """Who of these people (ids) need the team still, or are about to, for something else than the
    tandems ``beside`` (ids).
    """
    there: dict[str, object] = {"team_id": team_id, "state": tuple(TOGETHER)}
    both = uow.everywhere.tandems.columns("id", "mentor_id", "mentee_id", **there)
    needed = {person for key, *two in both if key not in beside for person in two}
    return needed.intersection(people).union(*(rule(uow, team_id, people) for rule in FURTHER))
