"""Who came uninvited: they apply, and owners accept or kindly decline before the matching.

Of an application nothing more is kept than of anybody who enrols, and that it is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.confirmed import Confirmed, mark_of
from mentoring.domain.enrolment import (
    HANDED_IN,
    Application,
    Enrolment,
    EnrolmentState,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, Other, UnitOfWork
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.common.postings import post, post_anew, show_part
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends
from mentoring.usecases.enrolment.applying import (
    APPLIED,
    changes_who_waits,
    note_declined,
    was_declined,
)
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.matching.places import fill
from mentoring.usecases.matching.shut_out import shut_out
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.programme.period import clock_of_owners

PAGE = 25
"""So many are decided about at once."""


@dataclass(frozen=True)
class Applicant:
    """Somebody who has handed in an application, by name; their answers are theirs.

    ``confirmed`` is what they have said yes to of what is asked of applicants; ``shut_out_by`` a
    rule that will never let them into a tandem.
    """

    enrolment: str
    name: str
    role: Role
    confirmed: Confirmed = Confirmed.NOTHING
    shut_out_by: str = ""


@dataclass(frozen=True)
class ApplicationsNotice(Notice):
    """A page of those who wait for an answer, without who reads it; ``many`` are all who do.
    ``page`` begins with 0. ``since`` is the day, of the programme's own clock, since which the
    first of them waits.
    """

    cycle_id: str
    applicants: tuple[Applicant, ...]
    programme: Programme
    many: int
    page: int = 0
    since: date | None = None
    tells_who_decided: bool = True

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return _pages(self.many)


@shows(to="owners")
def applications_card(uow: UnitOfWork, scene: Scene) -> ApplicationsNotice:
    """Who waits for owners' answer now."""
    readers = readers_of(uow, scene.moment, scene.posting)
    chosen = {**HANDED_IN, "person_id": NoneOf(readers)}
    many = uow.enrolments.count(**chosen)
    page = min(scene.posting.page, _pages(many) - 1)
    found = uow.enrolments.page("done_at", PAGE, page * PAGE, **chosen)
    return ApplicationsNotice(
        cycle_id=scene.posting.subject_id,
        applicants=_applicants(uow, scene.programme, found),
        programme=scene.programme,
        many=many,
        page=page,
        since=_day_of(uow, scene.moment, uow.enrolments.earliest("done_at", **chosen)),
        tells_who_decided=not any(_has_applied(uow, each) for each in readers),
    )


def _day_of(uow: UnitOfWork, moment: Moment, at: datetime | None) -> date | None:
    return at.astimezone(clock_of_owners(uow, moment)).date() if at else None


def _pages(many: int) -> int:
    return max(1, -(-many // PAGE))


def _applicants(
    uow: UnitOfWork, programme: Programme, found: Sequence[Enrolment]
) -> tuple[Applicant, ...]:
    people = uow.people.all(id=[each.person_id for each in found])
    names = {each.id: each.profile.name for each in people}
    rules = shut_out(uow, programme, ((each.person_id, each.role) for each in found))
    return tuple(
        Applicant(
            each.id,
            names[each.person_id],
            each.role,
            _confirmed(programme, each),
            rules.get((each.person_id, each.role), ""),
        )
        for each in found
        if each.person_id in names
    )


def _confirmed(programme: Programme, enrolment: Enrolment) -> Confirmed:
    if enrolment.met_condition_at is None:
        return Confirmed.NOTHING
    asked = programme.condition(enrolment.role)
    is_this = enrolment.met_condition == mark_of(asked)
    return Confirmed.THIS if is_this else Confirmed.ANOTHER


def _has_applied(uow: UnitOfWork, person_id: str) -> bool:
    """Whether an owner has come by themselves in this cycle: who has answered them they do not
    read, as nobody does.
    """
    if any(was_declined(uow, role, person_id) for role in Role):
        return True
    return uow.enrolments.any(person_id=person_id, application=Other(Application.NONE))


@depends(applications_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Who waits for an answer; nothing else, because what an owner has ticked is gone whenever the
    list is drawn anew.
    """
    return [change.row.cycle_id] if changes_who_waits(change) else ()


def turn_to(uow: UnitOfWork, moment: Moment, posting_id: str, page: int) -> None:
    """Show another page in the card.

    Raises:
        Refusal: ``stale`` if the posting is no list of applications of this cycle.
    """
    show_part(uow, applications_card, moment.cycle.id, posting_id, "", page)


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
        accepted = uow.enrolments.put(enrolment_rules.accept(enrolment, moment.now))
        _tell(uow, moment, enrolment)
        if accepted.awaits_clearance:
            changed(uow, APPLIED)
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
