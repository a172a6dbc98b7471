"""A message that nobody knows any more is taken out of the chat: its person was erased, or its try
has ended, while it was on its way.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected, Undeliverable
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.common.until_seen import MAY_BE_SEEN, asked_again

log = structlog.get_logger()
KIND = "unsent"
"""The kind of a row that says only where such a message stands: of no view, and about nobody."""
KEPT = timedelta(days=31)
"""For so long at most it is known where it stands: owners who read that it could not be deleted can
have it tried again for thirty days.
"""


def unsend_later(uow: UnitOfWork, moment: Moment, message: Posting) -> None:
    """Have the message deleted as soon as Teams takes that; what it shows, and to whom, is not kept
    for that, and where it stands not for ever.
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
    set_timer(uow, unsent_over, where.id, moment.now + KEPT)


@when_due()
def unsent_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """It was tried for as long as anybody could want it: nothing is kept of the chat."""
    uow.everywhere.postings.delete(timer.subject_id)


@one_step(queue="talk")
async def unsend(world: World, posting_id: str) -> None:
    """Delete a message; what is refused is repeated as whatever fails is, until owners hear of
    it. A chat that Teams may only not see is given some minutes.
    """
    where = await world.store.read(lambda uow: uow.everywhere.postings.get(posting_id))
    if where is None:
        return
    try:
        await world.messenger.remove(where)
    except (NotThere, Undeliverable) as refused:
        may_be_seen = isinstance(refused, Undeliverable) and refused.cause in MAY_BE_SEEN
        if may_be_seen and await world.run(asked_again, unsend, posting_id):
            return
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
