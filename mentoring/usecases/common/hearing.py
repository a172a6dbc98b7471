"""What people write is obeyed once, however often it is delivered, and even if the replica that has
heard it is gone before it has obeyed: then somebody else obeys it.

It is tried once in its place. A replica that dies between the two, having obeyed, makes it happen
once more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.upkeep import Heard
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork, UpTo
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect

HEARD_FOR = timedelta(minutes=10)
"""For so long a message may be delivered once more."""
STALE = timedelta(hours=1)
"""Nobody expects any more that something so old is obeyed."""


def heard(uow: UnitOfWork, message: Heard) -> Heard | None:
    """The message as it is kept until it is ``obeyed``, or None if it was heard before: now and
    then it is delivered twice, at the same moment or later, to any replica.
    """
    kept = replace(message, at=uow.clock())
    return kept if uow.heard.add(kept) else None


def obeyed(uow: UnitOfWork, message: Heard) -> None:
    """All that is kept of the message is that it was heard."""
    if uow.heard.get(message.id):  # or its person was erased meanwhile
        uow.heard.put(replace(message, said="", by=""))


def unheard(uow: UnitOfWork, _moment: Moment, message_id: str) -> None:
    """The message came to nothing, so it is news when it is delivered once more."""
    uow.heard.delete(message_id)


def left_by(uow: UnitOfWork, _moment: Moment, replica: str) -> None:
    """Have obeyed what this replica had heard: it is gone, or begins anew."""
    for [message_id] in uow.heard.columns("id", by=replica):
        ask(uow, obey_after_all, message_id)


def forget_heard(uow: UnitOfWork) -> None:
    """Forget what cannot be delivered once more, and what nobody has obeyed in time."""
    now = uow.clock()
    uow.heard.delete_all(by="", at=UpTo(now - HEARD_FOR))
    uow.heard.delete_all(at=UpTo(now - STALE))


def _dropped(_uow: UnitOfWork, _moment: Moment, _message_id: str) -> None:
    """Whoever wrote it has no answer, and writes once more; the log names it."""


@effect(queue="talk", given_up=_dropped)
async def obey_after_all(world: World, message_id: str, step: Step) -> None:
    """Obey what a replica has heard that is gone."""
    message = await world.run(_claimed, message_id)
    if message is not None:
        await step("obey", lambda: world.listener.obey(message.said))


def _claimed(uow: UnitOfWork, _moment: Moment, message_id: str) -> Heard | None:
    """The message, if it is still to be obeyed; whoever asks next gets nothing."""
    message = next(iter(uow.heard.hold([message_id])), None)
    if message is None or not message.by:
        return None
    wanted = _is_wanted(uow, message)
    obeyed(uow, message)
    return message if wanted else None


def _is_wanted(uow: UnitOfWork, message: Heard) -> bool:
    """Whether the person still expects it: who has waited in vain writes once more."""
    since = uow.heard.any(person_id=message.person_id, at=Above(message.at))
    return not since and uow.clock() - message.at < STALE
