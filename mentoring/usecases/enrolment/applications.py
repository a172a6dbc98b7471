"""Who came uninvited: they apply, and owners accept or kindly decline before the matching.

Of an application nothing more is kept than of anybody who enrols, and that it is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.enrolment import HANDED_IN, Application, Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends
from mentoring.usecases.enrolment.applying import note_declined
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.needs import Asking, needs_owners

MOST_SHOWN = 25
"""So many are decided about at once; the next follow then."""


@dataclass(frozen=True)
class Applicant:
    """Somebody who has handed in an application, by name; their answers are theirs.

    ``meets``: they have said yes to what is asked of applicants, if it was.
    """

    enrolment: str
    name: str
    role: Role
    meets: bool = False


@dataclass(frozen=True)
class ApplicationsNotice(Notice):
    """Those who wait for an answer, without who reads it; ``more`` wait besides."""

    cycle_id: str
    applicants: tuple[Applicant, ...]
    programme: Programme
    more: int = 0


@shows(to="owners")
def applications_card(uow: UnitOfWork, scene: Scene) -> ApplicationsNotice:
    """Who waits for owners' answer now."""
    readers = readers_of(uow, scene.moment, scene.posting)
    chosen = {**HANDED_IN, "person_id": NoneOf(readers)}
    found = uow.enrolments.page("done_at", MOST_SHOWN, 0, **chosen)
    known = {each.id: each for each in uow.people.all(id=[each.person_id for each in found])}
    applicants = tuple(
        Applicant(
            each.id,
            known[each.person_id].profile.name,
            each.role,
            each.met_condition_at is not None,
        )
        for each in found
        if each.person_id in known
    )
    more = uow.enrolments.count(**chosen) - len(found)
    return ApplicationsNotice(scene.posting.subject_id, applicants, scene.programme, more)


@depends(applications_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Who has applied, and has had an answer."""
    return [change.row.cycle_id] if change.alters("state", "application") else ()


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put the applications before the owner; an earlier list of theirs there gives way."""
    post_anew(uow, moment, applications_card, moment.cycle.id, owner, chat)


def _show_them(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    show(uow, moment, asking.owner, asking.chat)


@needs_owners(_show_them)
def applicants(uow: UnitOfWork, moment: Moment, readers: Readers) -> int:
    """Whoever has applied waits for owners, as long as the cycle runs."""
    if moment.cycle.is_over:
        return 0
    return uow.enrolments.count(**HANDED_IN, person_id=NoneOf(readers))


def accept(
    uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str], posting_id: str
) -> int:
    """Let these take part like everybody who was invited; they read it in a new card. Returns how
    many they are: whoever has had an answer already is not among them.

    Raises:
        Refusal: ``applications-nobody``, ``correct-own``, ``cycle-over``; ``stale`` if the card is
            no list of applications.
    """
    _require_list(uow, posting_id)
    found = _open(uow, moment, owner, chosen)
    for enrolment in found:
        uow.enrolments.put(enrolment_rules.accept(enrolment))
        _tell(uow, moment, enrolment)
    fill(uow)
    return len(found)


def decline(
    uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str], posting_id: str
) -> int:
    """Decline these kindly: their answers are erased at once, and a new card says so.

    Raises:
        Refusal: as ``accept``.
    """
    _require_list(uow, posting_id)
    found = _open(uow, moment, owner, chosen)
    for enrolment in found:
        note_declined(uow, moment, enrolment)
        take_out(uow, moment, enrolment, TakenOut.NOT_ACCEPTED)
        _tell(uow, moment, enrolment, TakenOut.NOT_ACCEPTED)
    return len(found)


def _require_list(uow: UnitOfWork, posting_id: str) -> None:
    posting = uow.postings.get(posting_id)
    if posting is None or (posting.kind, posting.subject_id) != (
        applications_card.name,
        uow.cycle_id,
    ):
        raise Refusal("stale")


def _open(uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str]) -> list[Enrolment]:
    require_running(moment)
    if not chosen:
        raise Refusal("applications-nobody", field="applicants")
    held = uow.enrolments.hold(sorted(set(chosen)))
    if any(each.person_id == owner for each in held):
        raise Refusal("correct-own")
    waiting = (EnrolmentState.DONE, Application.OPEN)
    return [each for each in held if (each.state, each.application) == waiting]


def _tell(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, view: str = "") -> None:
    key = f"enrolment:{enrolment.id}:answer:{moment.now:{STAMP}}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key, view=view)
