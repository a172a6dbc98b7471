"""Which tandem an owner means, by its number or by one of the two."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.domain.enrolment import ENROLLED, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import leave_to_others

RUNNING = frozenset({TandemState.LAUNCHED})


def numbered(
    uow: UnitOfWork, _moment: Moment, number: int, states: Collection[TandemState] = RUNNING
) -> str:
    """The id of the tandem with this number that is in one of the states.

    Raises:
        Refusal: ``tandem-over``, ``tandem-unknown``.
    """
    tandem = uow.tandems.first(number=number, state=tuple(states))
    if tandem is None:
        is_over = uow.tandems.any(number=number, state=TandemState.CLOSED)
        raise Refusal("tandem-over" if is_over else "tandem-unknown", number=number)
    return tandem.id


def of_person(
    uow: UnitOfWork,
    _moment: Moment,
    owner: str,
    person_id: str,
    name: str,
    states: Collection[TandemState] = RUNNING,
    *,
    number: int = 0,
) -> str:
    """The id of the tandem in one of the states that somebody is in; of several the one that has
    the ``number``, if one is given.

    Raises:
        Refusal: ``tandem-of-nobody``; ``tandem-unknown`` if none of theirs has the number;
            ``tandem-several`` with their numbers; ``decide-own``.
    """
    sides = ({"mentor_id": person_id}, {"mentee_id": person_id})
    found = [each for side in sides for each in uow.tandems.all(state=tuple(states), **side)]
    if not found:
        raise Refusal("tandem-of-nobody", name=name)
    found = [each for each in found if number in {0, each.number}]
    if not found:
        raise Refusal("tandem-unknown", number=number)
    for tandem in found:
        leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id))
    if len(found) > 1:
        numbers = ", ".join(str(number) for number in sorted(each.number for each in found))
        raise Refusal("tandem-several", name=name, numbers=numbers)
    return found[0].id


def in_whose_place(uow: UnitOfWork, _moment: Moment, tandem_id: str, coming: str) -> str:
    """The id of the one of the two in whose place somebody can come, by the role in which they take
    part; empty for whoever takes part in both, or in neither.
    """
    tandem = uow.tandems.need(tandem_id)
    seats = {role: enrolment_id(uow.cycle_id, role, coming) for role in Role}
    roles = [role for role, key in seats.items() if uow.enrolments.any(id=key, **ENROLLED)]
    return tandem.person(roles[0]) if len(roles) == 1 else ""
