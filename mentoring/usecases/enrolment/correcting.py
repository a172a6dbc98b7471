"""What owners put right about one person before there is a tandem: the role, or that they take part
at all. It is shown first, and the person reads why in words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.domain.enrolment import (
    KEEPS,
    OPEN,
    Application,
    Enrolment,
    EnrolmentState,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers, way
from mentoring.domain.tandem import PENDING, TOGETHER, Tandem, knows_of
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.own_tandem import Readers, leave_to_others
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import (
    STAMP,
    grows_old,
    is_old,
    require_fresh,
    stamped_at,
)
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    TakenOut,
    enrolment_card,
    other_role,
    tandems_of,
)
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach, stamp_of
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.shut_out import shut_out
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import clock_of, enrolment_open


class Correction(StrEnum):
    """What is put right, or was; the view of the card."""

    ROLE = "role"
    REMOVE = "remove"
    ROLE_DONE = "role-done"
    REMOVED = "removed"
    DISCARDED = "discarded"


DONE = {Correction.ROLE: Correction.ROLE_DONE, Correction.REMOVE: Correction.REMOVED}


@dataclass(frozen=True)
class CorrectionNotice(Notice):
    """What would happen to one person's enrolment, or has.

    ``has_begun``: there may be answers, as far as owners see it; they never read them. ``unread``:
    the invitation has not arrived yet. ``gone``: somebody else was faster; ``is_old``: it was shown
    too long ago to be confirmed. ``shut_out_by`` is a rule that will never let them into a tandem
    in the other role.
    """

    enrolment: str
    name: str
    role: Role
    kind: Correction
    programme: Programme
    has_begun: bool = False
    unread: bool = False
    gone: bool = False
    is_old: bool = False
    shut_out_by: str = ""


@shows(to="owners", sides=True)
def correction_card(uow: UnitOfWork, scene: Scene) -> CorrectionNotice:
    """What owners see of it."""
    key, kind = scene.posting.subject_id, _read(scene.posting.view)
    *_, role, person_id = key.split(":")
    found = uow.enrolments.get(key)
    preview = kind in DONE
    return CorrectionNotice(
        key,
        name_of(uow, person_id),
        Role(role),
        kind,
        scene.programme,
        has_begun=found is not None and _has_begun(found),
        unread=preview and not _is_read(uow, key),
        gone=preview and found is None,
        is_old=preview and is_old(stamped_at(scene.posting.id), scene.now),
        shut_out_by=_shut_out_by(uow, scene, kind, (person_id, other_role(Role(role)))),
    )


def _shut_out_by(uow: UnitOfWork, scene: Scene, kind: Correction, asked: tuple[str, Role]) -> str:
    """The rule that will never let them into a tandem where they would be asked."""
    if kind is not Correction.ROLE:
        return ""
    return shut_out(uow, scene.programme, [asked]).get(asked, "")


def _read(view: str) -> Correction:
    """What a card shows; those of earlier versions say the day as well."""
    return Correction(view.partition(" ")[0])


def _is_read(uow: UnitOfWork, enrolment_id: str) -> bool:
    """Whether a card of this enrolment stands before its person."""
    cards = uow.postings.all(kind=enrolment_card.name, subject_id=enrolment_id)
    return any(each.activity_id for each in cards)


def _has_begun(enrolment: Enrolment) -> bool:
    """Whether there may be answers, as owners see it: a *not now* erases those of somebody who was
    asked anew, and must not be found out by that.
    """
    return enrolment.as_seen in KEEPS or enrolment.earlier == enrolment.id


@depends(correction_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far the person is; the ids of these cards would name them, so all are looked at."""
    return [EVERY] if seen_otherwise(change) else ()


@still_open(correction_card)
def _not_decided(_uow: UnitOfWork) -> Mapping[str, object]:
    return {"view": NoneOf({*DONE.values(), Correction.DISCARDED})}


def prepare(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    kind: Correction,
    person_id: str,
    chat: Chat,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show what would happen, for each role that the person is asked in and has no tandem in.

    Raises:
        Refusal: ``correct-nobody`` if they are in none; ``correct-own``; ``cycle-over``;
            ``correct-in-tandem``; of one's own offer ``decide-own``; of a role
            ``enrolment-closed`` and ``correct-both``.
    """
    require_running(moment)
    if person_id == owner:
        raise Refusal("correct-own")
    asked = standing(uow, person_id)
    if not asked:
        raise Refusal("correct-nobody", name=name_of(uow, person_id))
    free = [each for each in asked if not _in_tandem(uow, each)] or asked
    for enrolment in free:
        _require_possible(uow, moment, owner, kind, enrolment, readers)
    for enrolment in free:
        key = f"{correction_card.name}:{kind}:{enrolment.id}:{owner}:{moment.now:{STAMP}}"
        post(uow, correction_card, enrolment.id, owner, key=key, chat=chat, view=kind)
        grows_old(uow, moment, correction_card, enrolment.id)


def _in_tandem(uow: UnitOfWork, enrolment: Enrolment) -> bool:
    return any(each.state in TOGETHER for each in tandems_of(uow, enrolment))


def standing(uow: UnitOfWork, person_id: str) -> list[Enrolment]:
    """The person's enrolments in which they seem to be asked or take part, if there are any,
    without those that they have replaced themselves, and without an application that they have not
    begun.
    """
    own = uow.enrolments.all(person_id=person_id)
    hidden = [*_replaced(own), *(e for e in own if not e.is_admitted and e.as_seen not in KEEPS)]
    rest = [each for each in own if each not in hidden]
    return [each for each in rest if each.as_seen in OPEN] or rest


def _replaced(own: Sequence[Enrolment]) -> list[Enrolment]:
    """Those of a role that the person has changed for the other; owners see them nowhere."""
    taken_up = {each.earlier for each in own if each.state in OPEN and each.earlier}
    return [each for each in own if each.state not in OPEN and each.earlier in taken_up]


def _require_possible(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    kind: Correction,
    enrolment: Enrolment,
    readers: Readers,
) -> None:
    name = name_of(uow, enrolment.person_id)
    for tandem in tandems_of(uow, enrolment):
        _leave_own_to_others(owner, tandem)
        if tandem.state in TOGETHER:
            leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
            raise Refusal("correct-in-tandem", name=name, number=tandem.number)
    if kind is not Correction.ROLE:
        return
    if not enrolment_open(moment, clock_of(uow, enrolment.person_id)):
        raise Refusal("enrolment-closed")
    asked = standing(uow, enrolment.person_id)
    if any(each.role is not enrolment.role and each.as_seen in OPEN for each in asked):
        raise Refusal("correct-both", name=name)


def _leave_own_to_others(owner: str, tandem: Tandem) -> None:
    """Refuse an owner their own offer, if they know of it; otherwise the refusal would tell."""
    people = (tandem.mentor_id, tandem.mentee_id)
    if owner in people and knows_of(tandem, tandem.role_of(owner)):
        leave_to_others(owner, people)


def discard(uow: UnitOfWork, _moment: Moment, enrolment_id: str, posting_id: str) -> None:
    """Let go of what the card has shown; nothing has happened.

    Raises:
        Refusal: ``stale`` if the card shows no preview (any more).
    """
    if _view(uow, posting_id, enrolment_id) is not Correction.DISCARDED:
        _shown(uow, posting_id, enrolment_id)
    show_part(uow, correction_card, enrolment_id, posting_id, Correction.DISCARDED, 0)


def confirm(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    enrolment_id: str,
    posting_id: str,
    *,
    begun: bool | None = None,
    readers: Readers = frozenset(),
) -> None:
    """Do what the card has shown, once; it says ``begun`` if it spoke of answers that go.

    Raises:
        Refusal: as ``prepare``; ``preview-old``; ``stale`` if the card shows no preview, or did
            not speak of answers that there may be by now.
    """
    require_running(moment)
    kind = _shown(uow, posting_id, enrolment_id)
    require_fresh(stamped_at(posting_id), moment.now)
    enrolment = _held(uow, enrolment_id)
    if enrolment.person_id == owner:
        raise Refusal("correct-own")
    if begun is False and _has_begun(enrolment):
        raise Refusal("stale")
    _require_possible(uow, moment, owner, kind, enrolment, readers)
    for tandem in tandems_of(uow, enrolment):
        if tandem.state in PENDING:
            offers.let_go(uow, moment, tandem)
    if kind is Correction.ROLE:
        _change_role(uow, moment, enrolment)
    else:
        _remove(uow, moment, enrolment)
    show_part(uow, correction_card, enrolment_id, posting_id, DONE[kind], 0)


def _held(uow: UnitOfWork, enrolment_id: str) -> Enrolment:
    """The enrolment as it stands by now; nobody begins meanwhile."""
    uow.enrolments.hold([enrolment_id])
    return uow.enrolments.need(enrolment_id)


def _shown(uow: UnitOfWork, posting_id: str, enrolment_id: str) -> Correction:
    view = _view(uow, posting_id, enrolment_id)
    if view not in DONE:
        raise Refusal("stale")
    return view


def _view(uow: UnitOfWork, posting_id: str, enrolment_id: str) -> Correction:
    posting = uow.postings.get(posting_id)
    if not posting or (posting.kind, posting.subject_id) != (correction_card.name, enrolment_id):
        raise Refusal("stale")
    return _read(posting.view)


def _remove(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Whoever has not begun, or has left, reads it where their card stands; whoever has, in a new
    one.
    """
    for each in _replaced(uow.enrolments.all(person_id=enrolment.person_id)):
        take_out(uow, moment, each, TakenOut.TAKEN_BACK)
    if enrolment.as_seen is not enrolment.state or not _has_begun(enrolment):
        take_out(uow, moment, enrolment, TakenOut.TAKEN_BACK)
        return
    take_out(uow, moment, enrolment, TakenOut.REMOVED)
    _tell(uow, moment, enrolment, TakenOut.REMOVED)


def _tell(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, view: str) -> None:
    key = f"enrolment:{enrolment.id}:{view}:{moment.now:{STAMP}}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key, view=view)


def _admitted(asked: Enrolment, before: Enrolment, now: datetime) -> Enrolment:
    """Whoever came by themselves in the role of ``before`` is accepted by being asked in another;
    who was accepted already stays so.
    """
    if before.application is Application.NONE:
        return asked
    undecided = before.application is Application.OPEN
    at = now if undecided else before.accepted_at
    return replace(asked, application=Application.ACCEPTED, accepted_at=at)


def _change_role(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """The person is asked in the other role; what they have said is kept as far as it is asked
    there, too, and counts once they have said yes.
    """
    read = _is_read(uow, enrolment.id)
    invited = enrolment.application is Application.NONE
    how = TakenOut.OTHER_ROLE if invited else TakenOut.OTHER_ROLE_APPLIED
    take_out(uow, moment, enrolment, how)
    person, other = uow.people.need(enrolment.person_id), other_role(enrolment.role)
    asked = invite(uow, moment, person.profile, other)
    kept = way.still_valid(other, enrolment.answers, moment.programme.offered)
    earlier = asked.earlier if kept == Answers() else ""
    said = way.with_entered(other, kept, enrolment.answers)
    asked = replace(asked, answers=said, earlier=earlier, state=EnrolmentState.INVITED)
    asked = uow.enrolments.put(_admitted(asked, enrolment, moment.now))
    if read:
        _tell(uow, moment, asked, CORRECTED)
    else:
        ask(uow, reach, asked.id, once=stamp_of(asked))
