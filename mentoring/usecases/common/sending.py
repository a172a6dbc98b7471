"""A card is sent as a new message: when its person works, once, and again where Teams may only not
see the chat yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

import structlog

from mentoring.domain.cycle import is_try
from mentoring.domain.errors import (
    NotThere,
    Refusal,
    Undeliverable,
)
from mentoring.domain.posting import OLDER, Posting
from mentoring.notices import VIEWS, still_matters
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.repeating import as_soon_as_it_answers
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.hours import (
    comes_by_itself,
    there_again,
    working_from,
    would_be_late,
)
from mentoring.usecases.common.one_a_day import (
    come_by_themselves,
    next_day_at_work,
    takes_the_day,
)
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.reaching import is_own_chat, shut_out
from mentoring.usecases.common.unsending import unsend_later
from mentoring.usecases.common.until_seen import MAY_BE_SEEN, asked_again

Address = tuple[Posting, Chat]
"""A card and the chat that it goes to."""
log = structlog.get_logger()


@one_step(queue="talk", stored_as="post")
async def send(world: World, posting_id: str) -> None:
    """Send one new card; one that cannot be delivered waits until its person can be reached again.

    A crash between sending and recording may send it once more; both copies act as one.
    """
    try:
        await _sent_in_time(world, posting_id)
    except (Undeliverable, NotThere) as refused:
        cause = refused.cause if isinstance(refused, Undeliverable) else "chat-gone"
        if not await world.run(_undelivered, posting_id, cause):
            raise


async def _sent_in_time(world: World, posting_id: str) -> None:
    """Send the card, unless it waits until its person works, or matters no more."""
    address, works_at = await world.glance(_addressed_at, posting_id)
    if address and works_at:
        address = await _once_there(world, address[0], works_at)
    if address:
        await _delivered(world, *address)


def _addressed_at(
    uow: UnitOfWork, moment: Moment, posting_id: str
) -> tuple[Address | None, datetime | None]:
    """The card's address, and when its person works if it waits for that; in a try nothing does."""
    address = _address(uow, moment, posting_id)
    if address is None or is_try(address[0].cycle_id) or not comes_by_itself(address[0]):
        return address, None
    return address, working_from(uow, moment, address[0], moment.now)


async def _once_there(world: World, posting: Posting, works_at: datetime) -> Address | None:
    """The address of the card, if its person is there and it still matters; otherwise it waits.

    To find that out may take a while, in which much can happen: what is sent then, and where to, is
    read afterwards.
    """
    at = await there_again(world, posting, works_at)
    if at <= world.clock.now():
        matters, address, day = await world.run(_comes_today, posting.id)
        if matters and day is None:
            return address
        at = day or at
    await world.run(_wait, posting.id, at)
    return None


def _comes_today(
    uow: UnitOfWork, moment: Moment, posting_id: str
) -> tuple[bool, Address | None, datetime | None]:
    """Whether the card still says something to anybody, its address, and when it comes instead if
    it waits for a day on which nothing else has come; otherwise it is that of today.
    """
    posting = uow.postings.get(posting_id)
    if posting is not None and not still_matters(uow, posting, moment.now):
        return False, None, None
    address = _address(uow, moment, posting_id)
    return True, address, _another_day(uow, moment, address[0]) if address else None


def _another_day(uow: UnitOfWork, moment: Moment, posting: Posting) -> datetime | None:
    """When the card comes to somebody who was told something else today."""
    if not comes_by_itself(posting) or takes_the_day(uow, posting, moment.now):
        return None
    at = next_day_at_work(uow.people.need(posting.person_id), moment)
    return None if would_be_late(uow, posting, moment.now, at) else at


def _wait(uow: UnitOfWork, moment: Moment, posting_id: str, at: datetime) -> None:
    """Have the card sent at that moment; one that says nothing to anybody any more never comes."""
    posting = uow.postings.get(posting_id)
    if posting is None:
        return
    if not still_matters(uow, posting, moment.now):
        uow.postings.delete(posting.id)
        return
    ask(uow, send, posting.id, once=f"from {at:%Y%m%d%H%M}", not_before=at)


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
    may_be_seen = cause in MAY_BE_SEEN and not person.is_shut_out
    if not may_be_seen or not asked_again(uow, moment, send, posting_id):
        shut_out(uow, person.id, cause)
    return True


async def deliver(world: World, posting_id: str) -> None:
    """Send the card as a new message, to the chat it names or to its person's own; one that was
    sent already, or called off, is left alone.

    Raises:
        Undeliverable: nothing reaches the person; once that is known, nothing is tried.
    """
    address = await world.glance(_address, posting_id)
    if address:
        await _delivered(world, *address)


async def _delivered(world: World, posting: Posting, chat: Chat) -> None:
    if posting.activity_id:
        return
    by_itself = comes_by_itself(posting) and not is_try(posting.cycle_id)
    came_at = world.clock.now() if by_itself else None
    addressed = replace(
        posting,
        conversation=chat.conversation,
        service_url=chat.service_url,
        is_own=chat.is_own,
    )
    message = await world.messenger.post(addressed)
    shows = max(message.version, addressed.wanted)
    standing = replace(addressed, activity_id=message.activity_id, wanted=shows)
    await _noted(world, standing, came_at)


def _address(uow: UnitOfWork, moment: Moment, posting_id: str) -> Address | None:
    posting = uow.postings.get(posting_id)
    if posting is None:
        return None
    person = uow.people.get(posting.person_id)
    if person and person.is_shut_out and is_own_chat(person, posting) and not posting.activity_id:
        cause = person.profile.hindrance
        raise Undeliverable(f"nothing reaches {person.id} ({cause})", cause)
    if posting.conversation:
        return posting, Chat(posting.conversation, posting.service_url, posting.is_own)
    if paused_at(uow, posting.person_id, moment.now):
        return None
    person = uow.people.need(posting.person_id)
    if not person.conversation:
        raise NotThere(f"no chat is known with {person.id}: install the app for them first")
    return posting, Chat(person.conversation, person.service_url, is_own=True)


async def _noted(world: World, message: Posting, came_at: datetime | None) -> None:
    """Record that the card was sent, as soon as the database takes it: to send it once more only
    because it could not be noted would double it.
    """
    try:
        noting = partial(_sent_or_unsent, message=message, came_at=came_at)
        await as_soon_as_it_answers(lambda: world.run(noting))
    except Refusal as refused:
        if refused.code != "gone" or not world.cycle_id:
            raise
        of_no_cycle = replace(world, cycle_id="")
        await as_soon_as_it_answers(lambda: of_no_cycle.run(unsend_later, message))


def _sent_or_unsent(
    uow: UnitOfWork, moment: Moment, message: Posting, came_at: datetime | None
) -> None:
    """What was sent stands in Teams; what its person was erased for meanwhile does not stay. What
    ``came_at`` a moment by itself (None: it answers somebody) was the notice of that day.
    """
    if not sent(uow, message, message.activity_id):
        unsend_later(uow, moment, message)
    elif came_at:
        then = replace(moment, now=came_at)
        come_by_themselves(uow, then, [message.person_id], message.subject_id)


def sent(uow: UnitOfWork, posting: Posting, activity_id: str) -> bool:
    """The card, addressed and as it was when it was sent, stands in Teams as ``activity_id``.

    One that was called off while it was on its way stands there all the same: it is kept true.
    False if its person was erased meanwhile: then nothing is kept of it; and whoever is
    about to erase them waits for this, and finds it.
    """
    uow.alone(f"copies {posting.kind} {posting.subject_id} {posting.person_id}")
    held = locked(uow, posting.id)
    if held is None and posting.person_id and not uow.people.hold([posting.person_id]):
        return False
    held = held or again(posting)
    standing = replace(
        held,
        conversation=posting.conversation,
        service_url=posting.service_url,
        is_own=posting.is_own,
        activity_id=activity_id,
        shown=max(held.shown, posting.wanted),
    )
    uow.postings.put(standing)
    _close_older(uow, standing)
    return True


def _close_older(uow: UnitOfWork, newest: Posting) -> None:
    """Copies of the card that stand above it say so, and can be pressed no more: never before the
    newer one stands there. Of owners' cards, at which others may be at work, only those in the same
    chat that the same owner has asked for.

    Called alone: of copies that arrive together each would take the others for not sent yet.
    """
    view = VIEWS.get(newest.kind)
    if view is None or not newest.person_id:
        return
    about = {"kind": newest.kind, "subject_id": newest.subject_id, "person_id": newest.person_id}
    there = {"conversation": newest.conversation} if view.audience == "owners" else {}
    for each in uow.postings.all(**about, **there):
        same = not view.sides or each.view == newest.view
        if each.id != newest.id and each.activity_id and same and each.view != OLDER:
            uow.postings.put(replace(each, view=OLDER, wanted=each.wanted + 1))


def again(posting: Posting) -> Posting:
    """The posting of a message that stands in Teams although the card was called off: it is to show
    how its subject stands now.
    """
    return replace(posting, wanted=posting.wanted + 1)


def locked(uow: UnitOfWork, posting_id: str) -> Posting | None:
    """The posting, locked so that no unit outdates it meanwhile.

    Nothing else is locked along with it, so no two units can wait for each other.
    """
    return next(iter(uow.postings.hold([posting_id])), None)
