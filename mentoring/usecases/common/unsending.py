"""A message that nobody knows any more is taken out of the chat: its person was erased, or its try
has ended, while it was on its way.
"""

from __future__ import annotations

import secrets

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected, Undeliverable
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step

log = structlog.get_logger()
KIND = "unsent"
"""The kind of a row that says only where such a message stands: of no view, and about nobody."""
MAY_BE_SEEN = frozenset({"app-removed", "chat-gone"})
"""What Teams may say for a moment of a chat that the app has just been put into."""


def unsend_later(uow: UnitOfWork, _moment: Moment, message: Posting) -> None:
    """Have the message deleted as soon as Teams takes that; what it shows, and to whom, is not kept
    for that.
    """
    where = Posting(
        secrets.token_hex(16),
        KIND,
        "",
        conversation=message.conversation,
        service_url=message.service_url,
        activity_id=message.activity_id,
        shown=1,
    )
    uow.postings.put(where)
    ask(uow, unsend, where.id)


@one_step(queue="talk")
async def unsend(world: World, posting_id: str) -> None:
    """Delete a message; what is refused is repeated as whatever fails is, until owners hear of
    it.
    """
    where = await world.store.read(lambda uow: uow.everywhere.postings.get(posting_id))
    if where is None:
        return
    try:
        await world.messenger.remove(where)
    except (NotThere, Undeliverable) as refused:
        if isinstance(refused, Undeliverable) and refused.cause in MAY_BE_SEEN:
            raise
        log.info("card.not_removed", error=type(refused).__name__)
    await world.store.run(lambda uow: uow.everywhere.postings.delete(posting_id))


async def taken_out(world: World, message: Posting) -> bool:
    """Delete a message of a try that ends, or of somebody who is erased; that goes on although this
    one is refused, which is tried again later. False as long as it stays in the chat.
    """
    try:
        await world.messenger.remove(message)
    except NotThere:
        return True
    except Undeliverable as refused:
        log.info("card.not_removed", error=type(refused).__name__)
        return False
    except (NotAllowed, Rejected) as refused:
        log.warning("card.not_removed", error=type(refused).__name__)
        await world.run(unsend_later, message)
        return False
    return True
