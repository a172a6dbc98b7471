"""A message that stands in a chat is brought up to date, to the latest state only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import structlog

from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    Refusal,
    Rejected,
    Undeliverable,
)
from mentoring.domain.posting import Posting, Written
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.reaching import is_own_chat, shut_out
from mentoring.usecases.common.sending import locked
from mentoring.usecases.common.until_seen import AGAIN, MAY_BE_SEEN, UNTIL_SEEN

GONE = "ActivityNotFoundInConversation"
"""What Teams says of a message that somebody has deleted [learn.microsoft.com, Messages in bot
conversations: status codes from conversational APIs].
"""
log = structlog.get_logger()


def behind(uow: UnitOfWork, limit: int = 500) -> Sequence[Posting]:
    """The messages that are older than what they should show."""
    return uow.behind(limit)


def updated(uow: UnitOfWork, _moment: Moment, written: Mapping[str, Written]) -> list[str]:
    """Record what was put into these messages (by posting id); returns the ids of those that are
    behind all the same.
    """
    held = uow.postings.hold(tuple(written))
    standing = [replace(each, shown=written[each.id].noted_over(each.shown)) for each in held]
    uow.postings.put_all(standing)
    return [each.id for each in standing if each.is_behind]


async def show_anew(world: World, posting: Posting) -> int:
    """Bring one message up to date, to the latest state only; returns the version that it shows
    now, 0 if that was refused, nothing reaches its person, or its try has ended meanwhile.
    """
    try:
        return await _shown_anew(world, posting)
    except Refusal:
        if await world.store.glance(lambda uow: uow.everywhere.postings.get(posting.id)):
            raise
        return 0


async def _shown_anew(world: World, posting: Posting) -> int:
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
    and otherwise for a moment, because one refusal says little. Of one that is known no more,
    because its person is erased, nothing is noted.
    """
    if not _left_behind(uow, posting):
        return
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
    forgotten, and a person's chat that Teams may only not see is given some minutes. What is
    refused for another reason is repeated as whatever fails is: as long as the message stands
    there, its buttons are answered.
    """
    posting = await world.read(lambda uow, _: uow.postings.get(posting_id))
    if posting is None or not await world.store.glance(lambda uow: _reaches(uow, posting)):
        return
    try:
        version = await world.messenger.update(posting)
    except Undeliverable as refused:
        if not await world.run(_not_reached, posting, refused.cause):
            raise
    except NotThere as refused:
        if refused.code != GONE:
            raise
        await world.run(lambda uow, _: uow.postings.delete(posting_id))
    else:
        await world.run(updated, {posting_id: Written(version, frozenset({posting.shown}))})


def _not_reached(uow: UnitOfWork, moment: Moment, posting: Posting, cause: str) -> bool:
    """The message is tried again after the next pause where that may help; otherwise nothing
    reaches the person. False if it stands in no person's own chat.
    """
    own = is_own_chat(uow.people.get(posting.person_id), posting)
    if own and cause in MAY_BE_SEEN and _tried_later(uow, moment, posting):
        return True
    return _is_shut_out(uow, moment, posting, cause)


def _tried_later(uow: UnitOfWork, moment: Moment, posting: Posting) -> bool:
    """Have the message tried once more; False after the last pause."""
    trying = uow.effects.columns("id", kind=update_again.name, subject_id=posting.id, done=False)
    tried = max((_trial(key) for (key,) in trying), default=1)
    if tried >= len(UNTIL_SEEN):
        return False
    due, once = moment.now + UNTIL_SEEN[tried], f"{posting.wanted} {AGAIN}{tried + 1}"
    ask(uow, update_again, posting.id, once=once, not_before=due)
    return True


def _trial(effect_id: str) -> int:
    """Which trial of its message the effect is, from 1."""
    _, again, number = effect_id.rpartition(AGAIN)
    return int(number) if again else 1


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


def _left_behind(uow: UnitOfWork, posting: Posting) -> bool:
    """Nobody brings the message up to date now; False if it is known no more."""
    held = locked(uow, posting.id)
    if held:
        uow.postings.put(replace(held, shown=held.wanted))
    return held is not None
