"""What owners put right about one person before there is a tandem: the role, or that they take part
at all. It is shown first, and the person reads why in words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.domain.enrolment import KEEPS, OPEN, Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import Answers, way
from mentoring.domain.tandem import PENDING, TOGETHER
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
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
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.enrolment.card import (
    CORRECTED,
    TakenOut,
    enrolment_card,
    other_role,
    tandems_of,
)
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.invitation import reach, stamp_of
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.matching import offers
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
    """What would happen to one person's enrolment, or has: ``has_begun`` where there are answers,
    which owners never read. ``gone``: somebody else was faster; ``is_old``: it was shown too long
    ago to be confirmed.
    """

    enrolment: str
    name: str
    role: Role
    kind: Correction
    has_begun: bool = False
    gone: bool = False
    is_old: bool = False


@shows(to="owners")
def correction_card(uow: UnitOfWork, scene: Scene) -> CorrectionNotice:
    """What owners see of it."""
    key, kind = scene.posting.subject_id, Correction(scene.posting.view)
    *_, role, person_id = key.split(":")
    found = uow.enrolments.get(key)
    preview = kind in DONE
    return CorrectionNotice(
        key,
        name_of(uow, person_id),
        Role(role),
        kind,
        has_begun=found is not None and found.state in KEEPS,
        gone=preview and found is None,
        is_old=preview and is_old(stamped_at(scene.posting.id), scene.now),
    )


@depends(correction_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far the person is; the ids of these cards would name them, so all are looked at."""
    return [EVERY] if change.alters("state") else ()


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
    """Show what would happen, for each role that the person is asked in.

    Raises:
        Refusal: ``correct-nobody`` if they are in none; ``correct-own``; ``cycle-over``;
            ``correct-in-tandem``; of a role ``enrolment-closed`` and ``correct-both``.
    """
    require_running(moment)
    if person_id == owner:
        raise Refusal("correct-own")
    standing = _standing(uow, person_id)
    if not standing:
        raise Refusal("correct-nobody", name=name_of(uow, person_id))
    for enrolment in standing:
        _require_possible(uow, moment, owner, kind, enrolment, readers)
    for enrolment in standing:
        key = f"{correction_card.name}:{kind}:{enrolment.id}:{owner}:{moment.now:{STAMP}}"
        post(uow, correction_card, enrolment.id, owner, key=key, chat=chat, view=kind)
        grows_old(uow, moment, correction_card, enrolment.id)


def _standing(uow: UnitOfWork, person_id: str) -> list[Enrolment]:
    """The person's enrolments, without that of a role that they have changed for the other."""
    own = uow.enrolments.all(person_id=person_id)
    taken = [each for each in own if each.state in OPEN]
    return taken or list(own)


def _require_possible(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    kind: Correction,
    enrolment: Enrolment,
    readers: Readers,
) -> None:
    for tandem in tandems_of(uow, enrolment):
        if tandem.state in TOGETHER:
            leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
            name = name_of(uow, enrolment.person_id)
            raise Refusal("correct-in-tandem", name=name, number=tandem.number)
    if kind is not Correction.ROLE:
        return
    if not enrolment_open(moment, clock_of(uow, enrolment.person_id)):
        raise Refusal("enrolment-closed")
    other = uow.enrolments.get(_otherwise(uow, enrolment))
    if other and other.state in OPEN:
        raise Refusal("correct-both", name=name_of(uow, enrolment.person_id))


def _otherwise(uow: UnitOfWork, enrolment: Enrolment) -> str:
    return enrolment_id(uow.cycle_id, other_role(enrolment.role), enrolment.person_id)


def discard(uow: UnitOfWork, _moment: Moment, enrolment_id: str, posting_id: str) -> None:
    """Let go of what the card has shown; nothing has happened."""
    show_part(uow, correction_card, enrolment_id, posting_id, Correction.DISCARDED, 0)


def confirm(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    enrolment_id: str,
    posting_id: str,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Do what the card has shown, once.

    Raises:
        Refusal: as ``prepare``; ``preview-old``; ``stale`` if the card shows no preview.
    """
    require_running(moment)
    kind = _shown(uow, posting_id, enrolment_id)
    require_fresh(stamped_at(posting_id), moment.now)
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id == owner:
        raise Refusal("correct-own")
    _require_possible(uow, moment, owner, kind, enrolment, readers)
    for tandem in tandems_of(uow, enrolment):
        if tandem.state in PENDING:
            offers.let_go(uow, moment, tandem)
    act = _change_role if kind is Correction.ROLE else _remove
    act(uow, moment, enrolment)
    show_part(uow, correction_card, enrolment_id, posting_id, DONE[kind], 0)


def _shown(uow: UnitOfWork, posting_id: str, enrolment_id: str) -> Correction:
    posting = uow.postings.get(posting_id)
    known = posting and (posting.kind, posting.subject_id) == (correction_card.name, enrolment_id)
    if not posting or not known or posting.view not in DONE:
        raise Refusal("stale")
    return Correction(posting.view)


def _remove(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Whoever has not begun reads it where the invitation stands; whoever has, in a new card."""
    if enrolment.state not in KEEPS:
        take_out(uow, enrolment, TakenOut.TAKEN_BACK)
        return
    take_out(uow, enrolment, TakenOut.REMOVED)
    _tell(uow, moment, enrolment, TakenOut.REMOVED)


def _tell(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, view: str) -> None:
    key = f"enrolment:{enrolment.id}:{view}:{moment.now:{STAMP}}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key, view=view)


def _change_role(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """The person is asked in the other role; what they have said is kept as far as it is asked
    there, too, and counts once they have said yes.
    """
    said = enrolment.answers if enrolment.state in KEEPS else Answers()
    read = any(each.activity_id for each in _cards(uow, enrolment))
    take_out(uow, enrolment, TakenOut.OTHER_ROLE)
    person, other = uow.people.need(enrolment.person_id), other_role(enrolment.role)
    asked = invite(uow, moment, person.profile, other)
    kept = way.still_valid(other, said, moment.programme.offered)
    earlier = asked.earlier if kept == Answers() else ""
    asked = uow.enrolments.put(
        replace(asked, answers=kept, earlier=earlier, state=EnrolmentState.INVITED)
    )
    if read:
        _tell(uow, moment, asked, CORRECTED)
    else:
        ask(uow, reach, asked.id, once=stamp_of(asked))


def _cards(uow: UnitOfWork, enrolment: Enrolment) -> Iterable[Posting]:
    return uow.postings.all(kind=enrolment_card.name, subject_id=enrolment.id)
