"""Owners enter topics, languages and times for somebody who cannot, or would rather say it to them.

The person is shown it on their own card, and it counts once they have confirmed it; no owner can
read it again. Nothing follows for owners from what somebody has said themselves: the card says the
same to whoever has begun, has said *not now*, or has answered all of it already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import on_behalf as rules
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.enrolment.correcting import standing
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import clock_of, enrolment_open

TAKES = frozenset({EnrolmentState.INVITED, EnrolmentState.BEGUN, EnrolmentState.UNREACHABLE})
"""The states in which what is entered is kept for the person."""


class Entering(StrEnum):
    """What the card shows; what was entered is followed by when (by the day, of old)."""

    FORM = ""
    ENTERED = "entered"
    TAKEN_BACK = "taken-back"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class EntryNotice(Correctable):
    """The form for one person in one role, empty again once it was sent.

    ``gone``: the person is asked no more.
    """

    enrolment: str
    name: str
    role: Role
    kind: Entering
    programme: Programme
    gone: bool = False


@shows(to="owners", sides=True)
def entry_card(uow: UnitOfWork, scene: Scene) -> EntryNotice:
    """What owners see of it: never what was entered."""
    key = scene.posting.subject_id
    *_, role, person_id = key.split(":")
    found = uow.enrolments.get(key)
    return EntryNotice(
        enrolment=key,
        name=name_of(uow, person_id),
        role=Role(role),
        kind=Entering.DONE if _has_answered(found) else _kind_of(scene.posting),
        programme=scene.programme,
        gone=found is None,
    )


def _kind_of(posting: Posting) -> Entering:
    return Entering(posting.view.partition(" ")[0])


def _has_answered(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.state is EnrolmentState.DONE


@depends(entry_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether the person is asked, and has answered: nothing else of their way shows by it."""
    begins = change.before is None or change.after is None
    answers = not _has_answered(change.before) and _has_answered(change.after)
    return [change.row.id] if begins or answers else ()


@follows(entry_card)
def _closed_for_good(uow: UnitOfWork, _moment: Moment, enrolment_id: str) -> None:
    """Once the person has answered the card stays as it is: if it opened again, it would tell that
    they have withdrawn.
    """
    if _has_answered(uow.enrolments.get(enrolment_id)):
        for each in uow.postings.all(kind=entry_card.name, subject_id=enrolment_id):
            if each.view != OLDER:
                uow.postings.put(replace(each, view=Entering.DONE))


def prepare(uow: UnitOfWork, moment: Moment, owner: str, person_id: str, chat: Chat) -> None:
    """Put the form before the owner, one for each role in which the person is still asked; where
    they have answered, the card says so, and goes on to say so if they withdraw.

    Raises:
        Refusal: ``cycle-over``, ``enrolment-closed``; ``entry-own``; ``correct-nobody`` if they are
            in none.
    """
    _require_open(uow, moment, owner, person_id)
    asked = standing(uow, person_id)
    if not asked:
        raise Refusal("correct-nobody", name=name_of(uow, person_id))
    closed = {each.id for each in asked if _is_closed(uow, each)}
    waiting = [each.id for each in asked if each.id not in closed]
    view = Entering.FORM if waiting else Entering.DONE
    for each in waiting or sorted(closed):
        post_anew(uow, moment, entry_card, each, owner, chat, view)


def _is_closed(uow: UnitOfWork, enrolment: Enrolment) -> bool:
    """Whether the person has answered, or owners have read that they had and nobody has asked them
    anew since.
    """
    if enrolment.state in {EnrolmentState.INVITED, EnrolmentState.UNREACHABLE}:
        return False
    read: dict[str, object] = {"subject_id": enrolment.id, "view": Entering.DONE}
    return _has_answered(enrolment) or uow.postings.any(kind=entry_card.name, **read)


def _require_open(uow: UnitOfWork, moment: Moment, owner: str, person_id: str) -> None:
    require_running(moment)
    if person_id == owner:
        raise Refusal("entry-own")
    if not enrolment_open(moment, clock_of(uow, person_id)):
        raise Refusal("enrolment-closed")


def enter(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    enrolment_id: str,
    posting_id: str,
    inputs: Mapping[str, object],
) -> None:
    """Keep what the owner has filled in, where the person has not said anything themselves; sent
    twice from the same card, it is kept once.

    Raises:
        Refusal: as ``prepare``; ``entry-nothing``; ``answer`` naming the field; ``stale`` if the
            card is none of these.
    """
    enrolment, posting = _held(uow, moment, owner, enrolment_id, posting_id)
    if _kind_of(posting) in {Entering.ENTERED, Entering.TAKEN_BACK}:
        return
    if _kind_of(posting) is Entering.DONE:
        raise Refusal("entry-done", name=name_of(uow, enrolment.person_id))
    offered = moment.programme.offered
    drafts = rules.entered(enrolment.role, inputs, offered, owner, moment.now)
    if enrolment.state is EnrolmentState.DONE:
        raise Refusal("entry-done", name=name_of(uow, enrolment.person_id))
    if enrolment.state in TAKES:
        uow.enrolments.put(replace(enrolment, answers=rules.put_in(enrolment.answers, drafts)))
    _shown_as(uow, posting, f"{Entering.ENTERED} {moment.now.isoformat()}")


def take_back(
    uow: UnitOfWork, moment: Moment, owner: str, enrolment_id: str, posting_id: str
) -> None:
    """Take back what was entered for the person by this card, as far as they have not confirmed it;
    whether they have, nobody is told.

    Raises:
        Refusal: as ``prepare``, but for ``entry-done``; ``stale`` if the card is none of these.
    """
    enrolment, posting = _held(uow, moment, owner, enrolment_id, posting_id)
    if _kind_of(posting) in {Entering.TAKEN_BACK, Entering.DONE}:
        return
    _, _, when = posting.view.partition(" ")
    uow.enrolments.put(replace(enrolment, answers=rules.taken_back(enrolment.answers, when)))
    if not _has_answered(enrolment):
        _shown_as(uow, posting, Entering.TAKEN_BACK)


def _held(
    uow: UnitOfWork, moment: Moment, owner: str, enrolment_id: str, posting_id: str
) -> tuple[Enrolment, Posting]:
    posting = uow.postings.get(posting_id)
    if not posting or (posting.kind, posting.subject_id) != (entry_card.name, enrolment_id):
        raise Refusal("stale")
    found = next(iter(uow.enrolments.hold([enrolment_id])), None)
    if found is None:
        raise Refusal("stale")
    _require_open(uow, moment, owner, found.person_id)
    return found, posting


def _shown_as(uow: UnitOfWork, posting: Posting, view: str) -> None:
    uow.postings.put(replace(posting, view=view, wanted=posting.wanted + 1))
