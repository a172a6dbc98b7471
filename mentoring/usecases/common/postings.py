"""Cards are put before people, give way to newer copies, and are called off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zlib import crc32

from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import (
    Refusal,
)
from mentoring.domain.posting import OLDER, Posting
from mentoring.notices import View, is_fleeting, outlasts_cycle, still_matters
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, NoneOf, UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, effect_of
from mentoring.usecases.common.people import chat_of
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.sending import send
from mentoring.usecases.common.showing import reader_is_back


def post(
    uow: UnitOfWork,
    shown: View[Any],
    subject_id: str,
    person_id: str,
    *,
    key: str = "",
    chat: Chat | None = None,
    view: str = "",
    page: int = 0,
) -> None:
    """Put a card about the subject before a person (in their chat, or where ``chat`` says, which is
    where they have just spoken); asked twice, posted once.

    Nobody is written to unasked while they have paused: such a card waits until ``let_go``; one
    whose view is ``in_hours`` waits until its person works and is there (``hours.py``).
    """
    posting = Posting(
        id=key or f"{shown.name}:{subject_id}:{person_id}",
        kind=shown.name,
        subject_id=subject_id,
        person_id=person_id,
        conversation=chat.conversation if chat else "",
        service_url=chat.service_url if chat else "",
        view=view,
        page=page,
        is_own=bool(chat and chat.is_own),
    )
    if uow.postings.add(posting):
        ask(uow, send, posting.id)


def post_to(
    uow: UnitOfWork, shown: View[Any], subject_id: str, people: Iterable[str], *, stamp: str = ""
) -> None:
    """Put a card about the subject before many people in their chats; ``stamp`` makes it a
    different card from an earlier one.
    """
    end = f":{stamp}" if stamp else ""
    key = f"{shown.name}:{subject_id}"
    post_all(uow, [Posting(f"{key}:{each}{end}", shown.name, subject_id, each) for each in people])


def post_back(
    uow: UnitOfWork, moment: Moment, shown: View[Any], subject_id: str, person_id: str
) -> None:
    """Put a card before whoever has just pressed, in their own chat: it answers them, so it comes
    at once, whatever else came today.
    """
    key = f"{shown.name}:{subject_id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, shown, subject_id, person_id, key=key, chat=chat_of(uow, person_id))


LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of what may be sent at any moment, but after what has no time at all."""


def post_all(uow: UnitOfWork, postings: Collection[Posting]) -> None:
    """Put these cards before their people; asked twice, posted once.

    Of many nobody waits for one: a card that is posted alone, which mostly answers a press, goes
    before them all.
    """
    uow.postings.add_all(postings)
    bulk = LONG_AGO if len(postings) > 1 else None
    uow.effects.add_all(effect_of(send, posting.id, not_before=bulk) for posting in postings)


def post_anew(
    uow: UnitOfWork,
    moment: Moment,
    shown: View[Any],
    subject_id: str,
    person_id: str,
    chat: Chat,
    view: str = "",
) -> None:
    """Put a card before whoever has just asked for it; earlier copies of theirs in the same chat
    give way once it stands there (``sending.py``), so that few cards follow each change. Asked
    twice in one second, posted once.
    """
    there = f"{crc32(chat.conversation.encode()):08x}:{moment.now:{STAMP}}"
    key = f"{shown.name}:{subject_id}:{person_id}:{there}"
    post(uow, shown, subject_id, person_id, key=key, chat=chat, view=view)


def show_part(
    uow: UnitOfWork,
    shown: View[Any],
    subject_id: str,
    posting_id: str,
    view: str,
    page: int,
    *,
    whose: str = "",
) -> None:
    """Show another part of a long subject in the card that shows it; a card of another view or
    subject is never touched, whatever id was sent, nor, where several people have cards about the
    subject, one that is not of this person (``whose``).

    Raises:
        Refusal: ``stale`` if the posting is no card of this view about this subject, or not theirs,
            or a newer copy of it stands below.
    """
    posting = uow.postings.get(posting_id)
    if posting is None or (posting.kind, posting.subject_id) != (shown.name, subject_id):
        raise Refusal("stale")
    if posting.view == OLDER or (whose and posting.person_id != whose):
        raise Refusal("stale")
    if (posting.view, posting.page) != (view, page):
        uow.postings.put(replace(posting, view=view, page=page, wanted=posting.wanted + 1))


def came_before(uow: UnitOfWork, posting: Posting, subjects: str | Collection[str] = "") -> bool:
    """Whether its person was sent another card of its kind about its subject, or these."""
    about = {"kind": posting.kind, "subject_id": subjects or posting.subject_id}
    theirs = {"person_id": posting.person_id, "id": NoneOf({posting.id})}
    return uow.postings.any(**about, **theirs, activity_id=NoneOf({""}))


def on_its_way(uow: UnitOfWork, shown: View[Any], subject_id: str, now: datetime) -> bool:
    """Whether a card about the subject is being sent; one that waits for its hour is not."""
    unsent = uow.postings.those(kind=shown.name, subject_id=subject_id, activity_id="")
    dues = uow.effects.columns("not_before", kind=send.name, subject_id=unsent, done=False)
    return any(due is None or due <= now for (due,) in dues)


def waits_for_its_hour(
    uow: UnitOfWork, shown: View[Any], subject_id: str, person_id: str, now: datetime
) -> bool:
    """Whether a card about the subject will come to the person, but not yet."""
    card: dict[str, object] = {"kind": shown.name, "subject_id": subject_id, "activity_id": ""}
    unsent = uow.postings.those(person_id=person_id, **card)
    later = {"kind": send.name, "subject_id": unsent, "done": False, "not_before": Above(now)}
    return uow.effects.any(**later)


def send_what_waited(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """The person can be reached again: send what could not be delivered and still counts, and bring
    up to date what stands in their chat.
    """
    over = {cycle.id for cycle in uow.everywhere.cycles.all(state=CycleState.CLOSED)}
    for posting in uow.everywhere.postings.all(person_id=person_id, activity_id=""):
        here = for_cycle(uow, posting.cycle_id)
        is_past = posting.cycle_id in over and not _outlasts(here, posting, moment.now)
        if is_past or is_fleeting(posting.kind):
            here.postings.delete(posting.id)
        else:
            ask(here, send, posting.id, once=f"reached {moment.now:{STAMP}}")
    reader_is_back(uow, person_id)


def _outlasts(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    return outlasts_cycle(posting.kind) and still_matters(uow, posting, now)


def call_off(uow: UnitOfWork, shown: View[Any], subject_id: str) -> None:
    """There is nothing to say about the subject any more: cards that are not sent yet never will
    be.
    """
    for posting in uow.postings.all(kind=shown.name, subject_id=subject_id):
        if not posting.activity_id:
            uow.postings.delete(posting.id)


def let_go(
    uow: UnitOfWork, postings: Iterable[Posting], once: str, not_before: datetime | None = None
) -> None:
    """Send the cards that have waited for the end of a pause, now or from then on."""
    for posting in postings:
        here = for_cycle(uow, posting.cycle_id)
        ask(here, send, posting.id, once=once, not_before=not_before)


def held_back(uow: UnitOfWork, person_id: str) -> Sequence[Posting]:
    """The person's cards that were not sent, in all programmes."""
    found = uow.everywhere.postings.all(person_id=person_id, activity_id="")
    return [each for each in found if not each.conversation]
