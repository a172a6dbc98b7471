"""Who has no tandem this time, in which role: all are told in the same words at the same moment,
and come first next time.

Somebody who takes part in both roles has a place in each: a tandem in one of them takes nothing
from their waiting in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import WAITS, Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.match_run import OwnerDecision
from mentoring.domain.matching.shut_out import shut_out_by
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, Tandem
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.numbers import of_cycle
from mentoring.usecases.common.postings import post_all
from mentoring.usecases.common.showing import depends
from mentoring.usecases.matching.inputs import settings_now

BOTH = "mentor_id", "mentee_id"


@dataclass(frozen=True)
class LeftOverNotice(Notice):
    """The kind words for whoever got no tandem this time, and what happens next; ``shut_out``: the
    rules will never let them into one. ``role`` is said where they take part in the other as well.
    ``rolls``: no other cycle is to come, they are matched as soon as it fits.
    """

    person: Person
    programme: Programme
    shut_out: bool = False
    role: Role | None = None
    rolls: bool = False


@shows(to="person", in_hours=True, beside=True, stored_as="left_over")
def left_over_card(uow: UnitOfWork, scene: Scene) -> LeftOverNotice:
    """The words for everybody who is left over."""
    person = uow.people.need(scene.posting.person_id)
    settings = settings_now(uow, scene.programme)
    done: dict[str, object] = {"person_id": person.id, "state": EnrolmentState.DONE}
    roles = [Role(role) for (role,) in uow.enrolments.columns("role", **done)]
    told = [Role(scene.posting.view)] if scene.posting.view else roles
    shut_out = bool(told) and all(shut_out_by(person.profile, role, settings) for role in told)
    role = told[0] if scene.posting.view and {*roles} - {*told} else None
    rolls = scene.moment.cycle.kind is CycleKind.ROLLING
    return LeftOverNotice(person, scene.programme, shut_out, role, rolls)


@depends(left_over_card, Enrolment, OwnerDecision)
def _left_over(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whoever takes part otherwise now, and everybody who was told when the rules change."""
    if isinstance(change.row, OwnerDecision):
        return [key for (key,) in uow.postings.columns("person_id", kind=left_over_card.name)]
    return [change.row.person_id] if change.alters("state") else ()


def seats(uow: UnitOfWork, tandem: Tandem) -> tuple[str, str]:
    """The enrolments (by id) of the two, the mentor's first."""
    return _seats(uow, tandem.mentor_id, tandem.mentee_id)


def _seats(uow: UnitOfWork, mentor: str, mentee: str) -> tuple[str, str]:
    key = uow.cycle_id
    return enrolment_id(key, Role.MENTOR, mentor), enrolment_id(key, Role.MENTEE, mentee)


def left_over(uow: UnitOfWork) -> list[str]:
    """The enrolments (by id) that are done and in no tandem and no offer that seems open."""
    together = (
        *uow.tandems.columns(*BOTH, state=TOGETHER),
        *uow.tandems.columns(*BOTH, **SEEMINGLY_OPEN),
    )
    matched = {seat for pair in together for seat in _seats(uow, *map(str, pair))}
    done = {seat for (seat,) in uow.enrolments.columns("id", **WAITS)}
    return sorted(done - matched)


def tell(uow: UnitOfWork, moment: Moment, ending: set[str]) -> int:
    """Those whose offer has just ended (their enrolments' ids) and who have no tandem are told, and
    whoever is left over and has never been told; all come first next time. Each person gets one
    card. Returns how many were told.
    """
    told = _told(uow)
    waiting = uow.enrolments.all(id=left_over(uow))
    waiting = [each for each in waiting if each.id in ending or not _knows(told, each)]
    come_first(uow, [each.id for each in waiting])
    stamp = f"{moment.now:%Y%m%d%H%M}"
    cards = [_posting(uow, who, roles, stamp) for who, roles in _by_person(waiting).items()]
    post_all(uow, cards)
    return len(cards)


def _by_person(waiting: Iterable[Enrolment]) -> dict[str, list[Role]]:
    found: dict[str, list[Role]] = {}
    for each in sorted(waiting, key=lambda each: (each.person_id, each.role)):
        found.setdefault(each.person_id, []).append(each.role)
    return found


def _posting(uow: UnitOfWork, person_id: str, roles: Sequence[Role], stamp: str) -> Posting:
    """The card about the one role, or about both at once."""
    key = of_cycle(uow, f"{left_over_card.name}:{person_id}:{stamp}")
    view = str(roles[0]) if len(roles) == 1 else ""
    return Posting(key, left_over_card.name, person_id, person_id, view=view)


def come_first(uow: UnitOfWork, enrolments: Sequence[str]) -> None:
    """These (by id) got no tandem this time, so they come first next time."""
    waiting = uow.enrolments.all(id=enrolments, **WAITS)
    uow.enrolments.put_all(replace(each, priority=each.priority + 1) for each in waiting)


def _told(uow: UnitOfWork) -> set[tuple[str, str]]:
    """Who has been told, by person and role, which is empty for both."""
    kind = left_over_card.name
    told = uow.postings.columns("person_id", "view", kind=kind)
    return {(str(person), str(view)) for person, view in told}


def _knows(told: set[tuple[str, str]], enrolment: Enrolment) -> bool:
    mine = (enrolment.person_id, str(enrolment.role)), (enrolment.person_id, "")
    return not told.isdisjoint(mine)


def would_be_told(uow: UnitOfWork, *, everything: bool) -> int:
    """How many would read that there is no tandem for them if the round were closed now, with
    ``everything`` also those whose offer is still open.
    """
    ending = uow.tandems.columns(*BOTH, **SEEMINGLY_OPEN) if everything else ()
    asked = {seat for pair in ending for seat in _seats(uow, *map(str, pair))}
    stand = uow.tandems.columns(*BOTH, state=TOGETHER)
    together = {seat for pair in stand for seat in _seats(uow, *map(str, pair))}
    told = _told(uow)
    waiting = uow.enrolments.all(id=sorted({*left_over(uow), *asked} - together))
    return len({each.person_id for each in waiting if each.id in asked or not _knows(told, each)})
