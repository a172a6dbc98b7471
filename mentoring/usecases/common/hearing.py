"""What people write is obeyed once, however often it is delivered, and even if the replica that has
heard it is gone before it has obeyed: until then it is kept, and somebody else obeys it.

A replica that dies between the two, having obeyed, makes it happen once more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.upkeep import Heard, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect
from mentoring.usecases.common.noting import forget, note
from mentoring.usecases.common.timers import set_timer, when_due

HEARD_FOR = timedelta(minutes=10)
"""For so long a message may be delivered once more."""
LOOKED_AFTER = timedelta(seconds=20)
"""So often it is looked whether what was heard has been obeyed."""
SILENT = timedelta(seconds=45)
"""A replica that has given no sign of life for so long (by the database's clock) obeys nothing."""
LONGEST = timedelta(minutes=3)
"""So long obeying may take."""
ATTEMPTS = 6


def heard(uow: UnitOfWork, moment: Moment, message: Heard) -> bool:
    """Whether the message is heard for the first time: now and then it is delivered twice, at the
    same moment or later, to any replica. Until it is ``obeyed`` it is kept.
    """
    if not note(uow, _noted(message.id), "", moment.now + HEARD_FOR):
        return False
    uow.heard.put(replace(message, at=uow.clock()))
    set_timer(uow, still_heard, message.id, moment.now + LOOKED_AFTER)
    return True


def obeyed(uow: UnitOfWork, _moment: Moment, message_id: str) -> None:
    """Nothing of the message has to be kept any more."""
    uow.heard.delete(message_id)
    uow.timers.delete(still_heard.key(message_id))


def unheard(uow: UnitOfWork, moment: Moment, message_id: str) -> None:
    """The message came to nothing, so it is news when it is delivered once more."""
    obeyed(uow, moment, message_id)
    forget(uow, _noted(message_id))


def _noted(message_id: str) -> str:
    return f"heard:{message_id}"


@when_due()
def still_heard(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Have it obeyed if whoever has heard it is gone."""
    message = uow.heard.get(timer.subject_id)
    if message is None:
        return
    if _is_at_work(uow, message):
        set_timer(uow, still_heard, message.id, moment.now + LOOKED_AFTER)
    else:
        ask(uow, obey_after_all, message.id)


def _is_at_work(uow: UnitOfWork, message: Heard) -> bool:
    """Whether the replica lives and has not had it for longer than anything takes."""
    beat, now = uow.heartbeats.get(message.by), uow.clock()
    lives = beat is not None and now - beat.beat_at < SILENT
    return lives and now - message.at < LONGEST


def _dropped(uow: UnitOfWork, moment: Moment, message_id: str) -> None:
    """Whoever wrote it has no answer, and writes once more; the log names it."""
    obeyed(uow, moment, message_id)


@effect(queue="talk", attempts=ATTEMPTS, given_up=_dropped)
async def obey_after_all(world: World, message_id: str, step: Step) -> None:
    """Obey what a replica has heard that is gone."""
    message = await world.read(lambda uow, _: uow.heard.get(message_id))
    if message is not None:
        await step("obey", lambda: world.listener.obey(message.said))
        await step("obeyed", lambda: world.run(obeyed, message_id))
