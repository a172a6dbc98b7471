"""Whether two people may be a tandem, and what speaks for it, before anything is computed for all.

The rules are imported with the first question: a server in which nobody asks does without them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.domain.enrolment import ENROLLED, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.people import Role
from mentoring.ports.matcher import Inputs
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import name_of
from mentoring.usecases.matching.inputs import inputs, standing_pairs

if TYPE_CHECKING:
    from mentoring.domain.matching.case import Case
    from mentoring.domain.matching.table import Explanation


def broken_by(uow: UnitOfWork, moment: Moment, decision: Decision) -> tuple[str, ...]:
    """The open rules that a decision breaks, if it is possible.

    Raises:
        Refusal: it is impossible; see ``_check``.
    """
    return _check(uow, _case(inputs(uow, moment.programme)), decision)


def explained(uow: UnitOfWork, moment: Moment, lock: Lock, instead_of: str = "") -> Explanation:
    """Score, reasons and checklist of two people whom an owner brings together.

    ``instead_of`` is the one whose place the other takes: their tandem counts as ended, and whoever
    stays of it is asked then, also if they rest since another one.

    Raises:
        Refusal: it is impossible; see ``_check``.
    """
    from mentoring.domain.matching.table import Table

    resting = _staying(uow, lock, instead_of) if instead_of else ""
    found = _without(inputs(uow, moment.programme, resting=resting), lock.pair, instead_of)
    case = _case(found)
    _check(uow, case, lock)
    mentee = case.mentees[case.mentee_rows[lock.mentee]]
    mentor = case.mentors[case.mentor_columns[lock.mentor]]
    table = Table.of(replace(case, mentees=(mentee,), mentors=(mentor,), locks=(lock,)))
    return table.explained([lock.pair])[0]


def _check(uow: UnitOfWork, case: Case, decision: Decision) -> tuple[str, ...]:
    """The open rules that a possible decision breaks; of one that is impossible owners read whom of
    the two it is about.

    Raises:
        Refusal: ``not-enrolled``; ``rests`` for somebody whose tandem has ended, and who has not
            said that they would like another; ``has-tandem``, ``has-no-place``; else as
            ``mentoring/domain/matching/locks.py``.
    """
    from mentoring.domain.matching.locks import check_decision

    try:
        return check_decision(case, decision)
    except Refusal as refusal:
        raise _naming(uow, refusal) from refusal


def _naming(uow: UnitOfWork, refusal: Refusal) -> Refusal:
    match refusal.code, refusal.facts:
        case "unknown-person", {"id": str(person), "role": str(role)}:
            rests = _rests(uow, Role(role), person)
            name = name_of(uow, person)
            return Refusal("rests" if rests else "not-enrolled", name=name, role=role)
        case "mentee-settled", {"mentee": str(person)}:
            return Refusal("has-tandem", name=name_of(uow, person))
        case "mentor-full", {"mentor": str(person)}:
            return Refusal("has-no-place", name=name_of(uow, person))
    return refusal


def _rests(uow: UnitOfWork, role: Role, person: str) -> bool:
    key = enrolment_id(uow.cycle_id, role, person)
    return uow.enrolments.any(id=key, rests=True, **ENROLLED)


def _staying(uow: UnitOfWork, lock: Lock, instead_of: str) -> str:
    """The enrolment of the one of the two whose tandem with ``instead_of`` ends for this pair."""
    if Pair(instead_of, lock.mentor) in standing_pairs(uow):
        return enrolment_id(uow.cycle_id, Role.MENTOR, lock.mentor)
    return enrolment_id(uow.cycle_id, Role.MENTEE, lock.mentee)


def _without(found: Inputs, pair: Pair, instead_of: str) -> Inputs:
    """The standing tandems without the one that ends for this pair."""
    ending = {Pair(pair.mentee, instead_of), Pair(instead_of, pair.mentor)}
    return replace(found, standing=tuple(each for each in found.standing if each not in ending))


def _case(found: Inputs) -> Case:
    from mentoring.domain.matching.case import Case

    return Case.of(
        found.candidates,
        found.settings,
        locks=[each for each in found.decisions if isinstance(each, Lock)],
        forbidden=[each.pair for each in found.decisions if isinstance(each, Forbid)],
        not_again=found.not_again,
        standing=found.standing,
    )
