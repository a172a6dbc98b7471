"""Who speaks: where and in which language they were heard, which of it is kept, and in which words
they are answered.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog

from bot.desk import Desk, words_for
from bot.messenger import as_message
from bot.turn import Turn
from cards.kit.elements import Rendered
from cards.kit.words import Words
from mentoring.domain.errors import OutsideError, Throttled, Unavailable
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import as_heard, heard, meet
from mentoring.usecases.common.service import known_service, remember_service
from mentoring.usecases.enrolment.reachable import reached_again
from mentoring.usecases.programme.owners_channel import heard_in

Reply = Callable[[Mapping[str, Any]], Awaitable[str]]
log = structlog.get_logger()
SAID_AGAIN_SECONDS = (0.5, 2.0, 6.0)


class Speakers:
    """Remembers of whoever speaks what cards need for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept_service = ""

    async def noted(self, turn: Turn) -> Words:
        """The words for whoever speaks; where and in which language they speak is stored, if it
        differs from what is known of them.
        """
        known = await self._desk.world.glance(self.nothing_new, turn)
        words = await self._desk.world.run(self.note, turn) if known is None else known
        self._kept_service = turn.inbound.service_url
        return words

    def words_in(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
        """The same within a unit."""
        return self.nothing_new(uow, moment, turn) or self.note(uow, moment, turn)

    def nothing_new(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words | None:
        """The words for whoever speaks, if ``note`` would keep nothing; None if it would."""
        person, chat = uow.people.get(turn.person_id), _own_chat(turn)
        service = turn.inbound.service_url
        if service != self._kept_service and service != known_service(uow):
            return None
        if person and as_heard(person, turn.spoken, chat, moment.programme) != person:
            return None
        self._kept_service = service
        return words_for(person, moment, turn)

    def note(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
        """Keep where and in which language somebody spoke; the words for them.

        Whom nothing has reached gets what has waited for them.
        """
        if turn.inbound.service_url != self._kept_service:
            remember_service(uow, turn.inbound.service_url)
        known = uow.people.get(turn.person_id)
        chat = _own_chat(turn)
        person = heard(uow, turn.person_id, turn.spoken, chat, moment.programme)
        if known and known.is_shut_out:
            reached_again(uow, moment, known.id)
        return words_for(person, moment, turn)

    async def know(self, desk: Desk, turn: Turn) -> None:
        """An owner is remembered by name and language, because cards speak to them and of them.

        In their channel the bot learns the way there.
        """
        known = await desk.world.read(lambda uow, _: uow.people.get(turn.person_id))
        profile = None if known else await desk.world.directory.profile(turn.person_id)

        def unit(uow: UnitOfWork, moment: Moment) -> None:
            if profile:
                meet(uow, profile, moment.programme)
                self.note(uow, moment, turn)
            if turn.scope == "channel":
                heard_in(uow, moment, turn.chat)

        await desk.world.run(unit)


async def answer(reply: Reply, rendered: Rendered) -> None:
    """Say it, again where Teams is away for the moment: who hears an answer twice is better off
    than who hears none. Where the conversation is gone or Teams stays away, there is nobody to
    tell, so it is logged.
    """
    try:
        await _said(reply, as_message(rendered))
    except OutsideError as error:
        log.warning("turn.unanswered", error=type(error).__name__)


async def _said(reply: Reply, message: Mapping[str, Any]) -> None:
    for pause in SAID_AGAIN_SECONDS:
        with contextlib.suppress(Throttled, Unavailable):
            await reply(message)
            return
        await asyncio.sleep(pause)
    await reply(message)


def _own_chat(turn: Turn) -> Chat | None:
    """The 1:1 chat with the person, if they speak there."""
    return turn.chat if turn.scope == "personal" else None
