"""Cards: putting them before people, sending them, and bringing them up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zlib import crc32

import structlog

from mentoring.domain.cycle import CycleState, is_try
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    Refusal,
    Rejected,
    Unavailable,
    Undeliverable,
)
from mentoring.domain.posting import OLDER, Posting, Written
from mentoring.notices import VIEWS, View, is_fleeting, still_matters
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, effect_of, one_step
from mentoring.usecases.common.hours import comes_by_itself, hour_of
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.reaching import is_own_chat, shut_out
from mentoring.usecases.common.showing import reader_is_back

UNTIL_SEEN = [timedelta(seconds=pause) for pause in (5, 30, 120)]
"""The pauses after which a card is sent once more into a chat that the app has just been put into:
Teams may say for a moment that it is not there, or that there is no such chat
[botbuilder-python issue 2102].
"""
MAY_BE_SEEN = frozenset({"app-removed", "chat-gone"})
AGAIN = "again "
GONE = "ActivityNotFoundInConversation"
"""What Teams says of a message that somebody has deleted [learn.microsoft.com, Messages in bot
conversations: status codes from conversational APIs].
"""
log = structlog.get_logger()

NOTE_AGAIN_SECONDS = 1.0


def post(
    uow: UnitOfWork,
    shown: View[Any],
    subject_id: str,
    person_id: str,
    *,
    key: str = "",
    chat: Chat | None = None,
    view: str = "",
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


def close_copies(
    uow: UnitOfWork, shown: View[Any], subject_id: str, person_id: str, chat: Chat | None = None
) -> None:
    """A newer copy of the card is coming: those that stand (in this ``chat``) say so, and can be
    pressed no more.
    """
    there = {"conversation": chat.conversation} if chat else {}
    for each in uow.postings.all(
        kind=shown.name, subject_id=subject_id, person_id=person_id, **there
    ):
        if each.activity_id and each.view != OLDER:
            uow.postings.put(replace(each, view=OLDER, wanted=each.wanted + 1))


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
    give way, so that few cards follow each change. Asked twice in one second, posted once.
    """
    there = f"{crc32(chat.conversation.encode()):08x}:{moment.now:{STAMP}}"
    key = f"{shown.name}:{subject_id}:{person_id}:{there}"
    if uow.postings.get(key) is None:
        close_copies(uow, shown, subject_id, person_id, chat)
        post(uow, shown, subject_id, person_id, key=key, chat=chat, view=view)


def show_part(
    uow: UnitOfWork, shown: View[Any], subject_id: str, posting_id: str, view: str, page: int
) -> None:
    """Show another part of a long subject in the card that shows it; a card of another view or
    subject is never touched, whatever id was sent.

    Raises:
        Refusal: ``stale`` if the posting is no card of this view about this subject.
    """
    posting = uow.postings.get(posting_id)
    if posting is None or (posting.kind, posting.subject_id) != (shown.name, subject_id):
        raise Refusal("stale")
    if (posting.view, posting.page) != (view, page):
        uow.postings.put(replace(posting, view=view, page=page, wanted=posting.wanted + 1))


def sent(uow: UnitOfWork, posting: Posting, activity_id: str) -> None:
    """The card, addressed and as it was when it was sent, stands in Teams as ``activity_id``.

    One that was called off while it was on its way stands there all the same: it is kept true.
    """
    held = _held(uow, posting.id) or again(posting)
    uow.postings.put(
        replace(
            held,
            conversation=posting.conversation,
            service_url=posting.service_url,
            activity_id=activity_id,
            shown=max(held.shown, posting.wanted),
        )
    )
    _close_older(uow, held)


def _close_older(uow: UnitOfWork, newest: Posting) -> None:
    """Copies of the card that stand above it in the same chat say so, and can be pressed no more;
    of owners' cards each stays, because others may be at work on it.
    """
    view = VIEWS.get(newest.kind)
    if view is None or view.audience == "owners" or not newest.person_id:
        return
    about = {"kind": newest.kind, "subject_id": newest.subject_id, "person_id": newest.person_id}
    for each in uow.postings.all(**about):
        same = not view.sides or each.view == newest.view
        if each.id != newest.id and each.activity_id and same and each.view != OLDER:
            uow.postings.put(replace(each, view=OLDER, wanted=each.wanted + 1))


def again(posting: Posting) -> Posting:
    """The posting of a message that stands in Teams although the card was called off: it is to show
    how its subject stands now.
    """
    return replace(posting, wanted=posting.wanted + 1)


def _held(uow: UnitOfWork, posting_id: str) -> Posting | None:
    """The posting, locked so that no unit outdates it meanwhile.

    Nothing else is locked along with it, so no two units can wait for each other.
    """
    return next(iter(uow.postings.hold([posting_id])), None)


def updated(uow: UnitOfWork, _moment: Moment, written: Mapping[str, Written]) -> list[str]:
    """Record what was put into these messages (by posting id); returns the ids of those that are
    behind all the same.
    """
    held = uow.postings.hold(tuple(written))
    standing = [replace(each, shown=written[each.id].noted_over(each.shown)) for each in held]
    uow.postings.put_all(standing)
    return [each.id for each in standing if each.is_behind]


@one_step(queue="talk", stored_as="post")
async def send(world: World, posting_id: str) -> None:
    """Send one new card; one that cannot be delivered waits until its person can be reached again.

    A crash between sending and recording may send it once more; both copies act as one.
    """
    try:
        if not await _comes_later(world, posting_id):
            await deliver(world, posting_id)
    except (Undeliverable, NotThere) as refused:
        cause = refused.cause if isinstance(refused, Undeliverable) else "chat-gone"
        if not await world.run(_undelivered, posting_id, cause):
            raise


async def _comes_later(world: World, posting_id: str) -> bool:
    """Whether the card is not sent now: it waits until its person works, or matters no more.

    To find out may take a while, in which much can happen: what is sent, and where to, is read
    afterwards.
    """
    waits = await world.read(_can_wait, posting_id)
    if waits is None:
        return False
    at = await hour_of(world, waits)
    if at <= world.clock.now() and await world.read(_still_matters, posting_id):
        return False
    await world.run(_wait, posting_id, at)
    return True


def _can_wait(uow: UnitOfWork, moment: Moment, posting_id: str) -> Posting | None:
    """The card if it can wait and could be sent; in a try nothing waits."""
    if _address(uow, moment, posting_id) is None:
        return None
    posting = uow.postings.need(posting_id)
    return posting if comes_by_itself(posting) and not is_try(uow.cycle_id) else None


def _still_matters(uow: UnitOfWork, moment: Moment, posting_id: str) -> bool:
    posting = uow.postings.get(posting_id)
    return posting is None or still_matters(uow, posting, moment.now)


def _wait(uow: UnitOfWork, moment: Moment, posting_id: str, at: datetime) -> None:
    """Have the card sent at that moment; one that says nothing to anybody any more never comes."""
    posting = uow.postings.get(posting_id)
    if posting is None:
        return
    if not still_matters(uow, posting, moment.now):
        uow.postings.delete(posting.id)
        return
    ask(uow, send, posting.id, once=f"from {at:%Y%m%d%H%M}", not_before=at)


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


def _undelivered(uow: UnitOfWork, moment: Moment, posting_id: str, cause: str) -> bool:
    """Try again in a moment where that may help; otherwise nothing reaches the person.

    False if the card is for no person's own chat: then it is repeated as whatever fails is, and in
    the end owners hear of it.
    """
    posting = uow.postings.get(posting_id)
    person = uow.people.get(posting.person_id) if posting else None
    if posting is None or (posting.person_id and person is None):
        return True
    if person is None or not is_own_chat(person, posting):
        return False
    if cause not in MAY_BE_SEEN or person.is_shut_out or not _sent_again(uow, moment, posting_id):
        shut_out(uow, person.id, cause)
    return True


def _sent_again(uow: UnitOfWork, moment: Moment, posting_id: str) -> bool:
    """Have the card sent once more after the next pause; False after the last one."""
    keys = uow.effects.columns("id", kind=send.name, subject_id=posting_id)
    before = sum(1 for (key,) in keys if AGAIN in key)
    if before == len(UNTIL_SEEN):
        return False
    due = moment.now + UNTIL_SEEN[before]
    ask(uow, send, posting_id, once=f"{AGAIN}{before + 1}", not_before=due)
    return True


def send_what_waited(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """The person can be reached again: send what could not be delivered and still counts, and bring
    up to date what stands in their chat.
    """
    over = {cycle.id for cycle in uow.everywhere.cycles.all(state=CycleState.CLOSED)}
    for posting in uow.everywhere.postings.all(person_id=person_id, activity_id=""):
        here = for_cycle(uow, posting.cycle_id)
        if posting.cycle_id in over or is_fleeting(posting.kind):
            here.postings.delete(posting.id)
        else:
            ask(here, send, posting.id, once=f"reached {moment.now:{STAMP}}")
    reader_is_back(uow, person_id)


async def deliver(world: World, posting_id: str) -> None:
    """Send the card as a new message, to the chat it names or to its person's own; one that was
    sent already, or called off, is left alone.

    Raises:
        Undeliverable: nothing reaches the person; once that is known, nothing is tried.
    """
    address = await world.read(_address, posting_id)
    if address is None:
        return
    posting, chat = address
    if posting.activity_id:
        return
    addressed = replace(posting, conversation=chat.conversation, service_url=chat.service_url)
    activity_id = await world.messenger.post(addressed)
    if not await _noted(world, addressed, activity_id):
        await world.messenger.remove(replace(addressed, activity_id=activity_id))


async def _noted(world: World, posting: Posting, activity_id: str) -> bool:
    """Record that the card was sent, as soon as the database takes it: to send it once more only
    because it could not be noted would double it. False: its cycle, that of a try, is gone.
    """
    while True:
        try:
            await world.run(lambda uow, _: sent(uow, posting, activity_id))
        except Unavailable:
            await asyncio.sleep(NOTE_AGAIN_SECONDS)
        except Refusal as refused:
            if refused.code != "gone":
                raise
            return False
        else:
            return True


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


def _address(uow: UnitOfWork, moment: Moment, posting_id: str) -> tuple[Posting, Chat] | None:
    posting = uow.postings.get(posting_id)
    if posting is None:
        return None
    person = uow.people.get(posting.person_id)
    if person and person.is_shut_out and is_own_chat(person, posting) and not posting.activity_id:
        cause = person.profile.hindrance
        raise Undeliverable(f"nothing reaches {person.id} ({cause})", cause)
    if posting.conversation:
        return posting, Chat(posting.conversation, posting.service_url)
    if paused_at(uow, posting.person_id, moment.now):
        return None
    person = uow.people.need(posting.person_id)
    if not person.conversation:
        raise NotThere(f"no chat is known with {person.id}: install the app for them first")
    return posting, Chat(person.conversation, person.service_url)


def behind(uow: UnitOfWork, limit: int = 500) -> Sequence[Posting]:
    """The messages that are older than what they should show."""
    return uow.behind(limit)


async def show_anew(world: World, posting: Posting) -> int:
    """Bring one message up to date, to the latest state only; returns the version that it shows
    now, 0 if that was refused or nothing reaches its person.
    """
    if not await world.store.glance(lambda uow: _reaches(uow, posting)):
        await world.run(lambda uow, _: _left_behind(uow, posting))
        return 0
    try:
        return await world.messenger.update(posting)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.warning("card.refused", posting=posting.id, text=str(refused))
        cause = refused.cause if isinstance(refused, Undeliverable) else ""
        await world.run(_not_shown, posting, cause)
        return 0


def _not_shown(uow: UnitOfWork, moment: Moment, posting: Posting, cause: str) -> None:
    """The message stays as it is: until its person can be reached again, who has shut the bot out,
    and otherwise for a moment, because one refusal says little.
    """
    _left_behind(uow, posting)
    is_sure = cause and cause not in MAY_BE_SEEN
    if not (is_sure and _is_shut_out(uow, moment, posting, cause)):
        _look_again(uow, moment, posting)


def _look_again(uow: UnitOfWork, moment: Moment, posting: Posting) -> None:
    """Have the message tried again in a moment, unless it is tried anyway."""
    if not uow.effects.any(kind=update_again.name, subject_id=posting.id, done=False):
        due = moment.now + UNTIL_SEEN[0]
        ask(uow, update_again, posting.id, once=posting.wanted, not_before=due)


@one_step(queue="talk")
async def update_again(world: World, posting_id: str) -> None:
    """Bring up to date a message that was refused before; one that somebody has deleted is
    forgotten. What is refused for another reason is repeated as whatever fails is: as long as the
    message stands there, its buttons are answered.
    """
    posting = await world.read(lambda uow, _: uow.postings.get(posting_id))
    if posting is None or not await world.store.glance(lambda uow: _reaches(uow, posting)):
        return
    try:
        version = await world.messenger.update(posting)
    except Undeliverable as refused:
        if not await world.run(_is_shut_out, posting, refused.cause):
            raise
    except NotThere as refused:
        if refused.code != GONE:
            raise
        await world.run(lambda uow, _: uow.postings.delete(posting_id))
    else:
        await world.run(updated, {posting_id: Written(version, frozenset({posting.shown}))})


def _is_shut_out(uow: UnitOfWork, _moment: Moment, posting: Posting, cause: str) -> bool:
    """Whether it is the message's person whom nothing reaches; from now on nothing is sent to
    them.
    """
    own = is_own_chat(uow.people.get(posting.person_id), posting)
    if own:
        shut_out(uow, posting.person_id, cause)
    return own


def _reaches(uow: UnitOfWork, posting: Posting) -> bool:
    person = uow.people.get(posting.person_id) if posting.person_id else None
    return person is None or not person.is_shut_out or not is_own_chat(person, posting)


def _left_behind(uow: UnitOfWork, posting: Posting) -> None:
    """Nobody brings the message up to date now."""
    held = _held(uow, posting.id)
    if held:
        uow.postings.put(replace(held, shown=held.wanted))
