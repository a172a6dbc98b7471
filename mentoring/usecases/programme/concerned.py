"""Whom something that an owner has done concerns, told from the rows that it has changed.

What is done for everybody at once concerns nobody alone: of several pairs, all must share somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.finding import Finding
from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Invite
from mentoring.domain.launch import LaunchDecision
from mentoring.domain.match_run import OwnerDecision
from mentoring.domain.pair import Pair
from mentoring.domain.people import Role
from mentoring.domain.poll import Poll
from mentoring.domain.proposal import Proposal
from mentoring.domain.session import Session
from mentoring.domain.tandem import TOGETHER, Tandem, TandemState
from mentoring.domain.upkeep import Effect
from mentoring.domain.watching import Absence
from mentoring.ports.rows import UnitOfWork

NUMBERED = (*TOGETHER, TandemState.CLOSED)
"""An offer has no number yet that owners would read."""
OF_PAIRS = (Tandem, Proposal, OwnerDecision, Pair, Intervention)
OF_TANDEMS = (Intervention, Finding, LaunchDecision, Session, Poll)
MOST_ASKED = 10
"""Effects for more rows than that are those of something done for everybody."""
ANSWERED = ("applications.", "clearance.")
"""What is decided about applications and clearances concerns each of those who wait for it."""


@dataclass(frozen=True)
class Concerned:
    """The ids of those whom it concerns, the number of the tandem that it is about, and which of
    several things was done (``Act.how``).
    """

    people: frozenset[str] = frozenset()
    tandem: int = 0
    how: str = ""


def whom_it_concerns(uow: UnitOfWork, what: str) -> Concerned:
    """Whom the unit's changes concern, if it is a few; ``what`` names the act."""
    rows = [each.row for each in uow.not_settled()]
    asked = _asked_for(uow, rows)
    tandems = {each.id: each for row in (*rows, *asked) for each in _tandems(uow, row)}
    groups = {frozenset(each) for each in _groups(uow, (*rows, *asked))} - {frozenset[str]()}
    numbers = {each.number for each in tandems.values() if each.state in NUMBERED}
    people = _few(groups, everybody=what.startswith(ANSWERED))
    number = numbers.pop() if people and len(numbers) == 1 else 0
    return Concerned(people, number, _how(rows))


def _how(rows: Iterable[object]) -> str:
    for row in rows:
        match row:
            case Intervention():
                return row.kind
            case Invite(role=Role() as role):
                return role
    return ""


def concerned_key(uow: UnitOfWork, person_id: str) -> str:
    """By what an act knows somebody whom it concerns."""
    return uow.keyed(f"concerned|{person_id}")


def _asked_for(uow: UnitOfWork, rows: Iterable[object]) -> Sequence[Tandem]:
    """The tandems for which an effect is asked for; what is asked for many is for everybody."""
    subjects = {each.subject_id for each in rows if isinstance(each, Effect)}
    return uow.tandems.all(id=sorted(subjects)) if 0 < len(subjects) <= MOST_ASKED else ()


def _tandems(uow: UnitOfWork, row: object) -> list[Tandem]:
    if isinstance(row, Tandem):
        return [row]
    found = uow.tandems.get(row.tandem_id) if isinstance(row, OF_TANDEMS) else None
    return [found] if found else []


def _groups(uow: UnitOfWork, rows: Iterable[object]) -> Iterable[set[str]]:
    """Those whom the rows are about, row by row."""
    for row in rows:
        if isinstance(row, OF_PAIRS):
            yield {row.mentor_id, row.mentee_id} - {""}
        if isinstance(row, OwnerDecision) and row.settings:
            yield set(row.settings.named)
        if isinstance(row, Enrolment):
            yield {row.person_id}
        if isinstance(row, Absence):
            yield {row.id}
        for tandem in _tandems(uow, row):
            yield {tandem.mentor_id, tandem.mentee_id}


def _few(groups: set[frozenset[str]], *, everybody: bool) -> frozenset[str]:
    """All of them, where all pairs share somebody; of single people, one."""
    pairs = {each for each in groups if len(each) > 1}
    if not pairs:
        return frozenset().union(*groups) if everybody or len(groups) == 1 else frozenset()
    shared = reduce(frozenset.intersection, pairs)
    return frozenset().union(*pairs) if shared else frozenset()
