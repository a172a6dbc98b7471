"""Reminding those who have not finished their enrolment: at most once a day, and only if they have
not said no. Owners see first how many they are, and what is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from mentoring.domain.enrolment import ADMITTED, Application, Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.posting import REMINDER
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import (
    STAMP,
    grows_old,
    is_old,
    require_fresh,
    stamped_at,
)
from mentoring.usecases.common.showing import depends, seen_otherwise
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import ENDS_LAST, clock_of, enrolment_open
from mentoring.usecases.programme.whereabouts import SEEMINGLY_BEGUN

PAUSE = timedelta(hours=20)
ASKED = (EnrolmentState.INVITED, EnrolmentState.BEGUN)
# Whoever said *not now* counts among those asked, so that the number tells owners nothing about
# a person.
COUNTED = (*ASKED, EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN)
# Whoever came by themselves is reminded of what they have begun; nobody has asked them.


DISCARDED, SENT = "discarded", "sent-"
"""What the view of a card says that shows no preview any more; ``SENT`` is followed by how many."""


@dataclass(frozen=True)
class RemindNotice(Notice):
    """How many would be reminded; ``sent``: how many were, None before; ``is_old``: it was shown
    too long ago.
    """

    people: int
    sent: int | None = None
    is_discarded: bool = False
    is_old: bool = False


@shows(to="owners", sides=True)
def remind_card(uow: UnitOfWork, scene: Scene) -> RemindNotice:
    """What owners see of it."""
    posting = scene.posting
    if posting.view.startswith(SENT):
        return RemindNotice(0, sent=int(posting.view.removeprefix(SENT)))
    return RemindNotice(
        _counted(uow),
        is_discarded=posting.view == DISCARDED,
        is_old=is_old(stamped_at(posting.id), scene.now),
    )


@depends(remind_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How many have not finished."""
    return [change.row.cycle_id] if seen_otherwise(change, "application") else ()


def prepare(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Show how many would be reminded, and what they would read.

    Raises:
        Refusal: as ``remind``.
    """
    _still(uow, moment)
    key = f"{remind_card.name}:{uow.cycle_id}:{owner}:{moment.now:{STAMP}}"
    post(uow, remind_card, uow.cycle_id, owner, key=key, chat=chat)
    grows_old(uow, moment, remind_card, uow.cycle_id)


def discard(uow: UnitOfWork, _moment: Moment, posting_id: str) -> None:
    """Let go of it; nobody is reminded.

    Raises:
        Refusal: ``stale`` if the card shows no preview.
    """
    _require_preview(uow, posting_id)
    show_part(uow, remind_card, uow.cycle_id, posting_id, DISCARDED, 0)


def confirm(uow: UnitOfWork, moment: Moment, posting_id: str) -> None:
    """Remind those whom the card has counted, once.

    Raises:
        Refusal: as ``remind``; ``preview-old``; ``stale`` if the card shows no preview.
    """
    _require_preview(uow, posting_id)
    require_fresh(stamped_at(posting_id), moment.now)
    people = remind(uow, moment)
    show_part(uow, remind_card, uow.cycle_id, posting_id, f"{SENT}{people}", 0)


def _require_preview(uow: UnitOfWork, posting_id: str) -> None:
    posting = uow.postings.get(posting_id)
    if posting is None or posting.kind != remind_card.name or posting.view:
        raise Refusal("stale")


def remind(uow: UnitOfWork, moment: Moment) -> int:
    """Send those who have not finished their card anew with a friendly line; returns how many they
    are.

    Raises:
        Refusal: ``enrolment-closed``, or ``nobody-to-remind``.
    """
    now = moment.now
    for enrolment in _still(uow, moment):
        if now - (enrolment.reminded_at or enrolment.invited_at) >= PAUSE:
            uow.enrolments.put(replace(enrolment, reminded_at=now))
            copy = f"reminder:{enrolment.id}:{now:{STAMP}}"
            post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=copy, view=REMINDER)
    return _counted(uow)


def _counted(uow: UnitOfWork) -> int:
    applying = {"application": Application.OPEN}
    begun = sum(uow.enrolments.count(**each, **applying) for each in SEEMINGLY_BEGUN)
    return uow.enrolments.count(state=COUNTED, application=ADMITTED) + begun


def _still(uow: UnitOfWork, moment: Moment) -> list[Enrolment]:
    """Who can still finish and has not said no."""
    require_running(moment)
    unfinished = uow.enrolments.all(state=ASKED)
    asked = [e for e in unfinished if e.is_admitted or e.state is EnrolmentState.BEGUN]
    still = [each for each in asked if enrolment_open(moment, clock_of(uow, each.person_id))]
    if not still and (asked or not enrolment_open(moment, ENDS_LAST)):
        raise Refusal("enrolment-closed")
    if not _counted(uow):
        raise Refusal("nobody-to-remind")
    return still
