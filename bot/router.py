"""From a turn to what happens: pressed buttons, commands, free words, installations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog

from bot.commands import registry as commands
from bot.desk import Desk
from bot.handlers.registry import HANDLERS
from bot.messenger import CARD, Correction, as_message, remember_service
from bot.turn import Turn
from cards.catalogue import render
from cards.kit.actions import CardAction, read_action
from cards.kit.elements import Rendered
from mentoring.domain.errors import NotThere, OutsideError, Refusal
from mentoring.domain.posting import Posting
from mentoring.notices import Notice, Refused, Said, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import heard, meet
from mentoring.usecases.enrolment import enrolment

Reply = Callable[[Mapping[str, Any]], Awaitable[str]]
log = structlog.get_logger()


class Router:
    """Decides what a turn means."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, turn: Turn, reply: Reply) -> Mapping[str, Any] | None:
        """One turn; the body that answers an invoke."""
        await self._desk.world.store.run(lambda uow: self._note(uow, turn))
        pressed = turn.pressed
        if turn.inbound.type == "invoke":
            if turn.inbound.name != "adaptiveCard/action":
                return None
            return _invoke_answer(await self._press(turn, *(pressed or ("", {}))))
        if pressed:
            await self._press_by_message(turn, *pressed, reply)
        elif turn.inbound.type == "message":
            await self._hear(turn, reply)
        elif turn.inbound.type == "conversationUpdate":
            await self._joined(turn, reply)
        return None

    def _note(self, uow: UnitOfWork, turn: Turn) -> None:
        remember_service(uow, turn.inbound.service_url)
        chat = turn.chat if turn.scope == "personal" else None
        heard(uow, turn.person_id, turn.locale, chat, self._desk.programme)

    async def _press(self, turn: Turn, verb: str, data: Mapping[str, Any]) -> Rendered:
        """A button by invoke: the card that answers it."""
        posting = await self._posting(str(data.get("posting", "")))
        refusal, admitted = await self._obeyed(turn, posting, verb, data)
        if refusal is None:
            return await self._shown(turn, posting)
        if posting is None or not admitted:
            return render(Refused(refusal), await self._desk.words(turn))
        return await self._desk.screen.card(posting, Correction(refusal, data))

    async def _press_by_message(self, turn: Turn, verb: str, data: Mapping[str, Any], reply: Reply) -> None:
        """A button of a client that does not know ``Action.Execute``: only the message itself can change, a refusal is said."""
        posting = await self._posting(str(data.get("posting", "")))
        refusal, _ = await self._obeyed(turn, posting, verb, data)
        if refusal:
            await self._reply(reply, render(Refused(refusal), await self._desk.words(turn)))

    async def _obeyed(
        self, turn: Turn, posting: Posting | None, verb: str, data: Mapping[str, Any]
    ) -> tuple[Refusal | None, bool]:
        """Why the press could not be obeyed, if so; and whether whoever pressed may see the card at all."""
        admitted = False
        try:
            await self._admit(turn, posting)
            admitted = True
            await self._handle(turn, read_action(verb, data))
        except Refusal as refusal:
            return refusal, admitted
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, verb=verb)
            return Refusal("outside"), admitted
        return None, True

    async def _posting(self, posting_id: str) -> Posting | None:
        return await self._desk.world.store.read(lambda uow: uow.postings.get(posting_id))

    async def _admit(self, turn: Turn, posting: Posting | None) -> None:
        """A personal card is its person's alone; an owners' card is for every owner."""
        if posting is None:
            raise Refusal("gone")
        if audience(posting.kind) == "owners":
            await self._desk.owners.require(turn)
        elif posting.person_id != turn.person_id:
            raise Refusal("not-yours")

    async def _handle(self, turn: Turn, action: CardAction) -> None:
        handler = HANDLERS[type(action)]
        if handler.owners_only:
            await self._desk.owners.require(turn)
        await handler.handle(self._desk, turn, action)

    async def _shown(self, turn: Turn, posting: Posting | None) -> Rendered:
        current = await self._posting(posting.id) if posting else None
        if current is None:
            return render(Refused(Refusal("gone")), await self._desk.words(turn))
        return await self._desk.screen.card(current)

    async def _hear(self, turn: Turn, reply: Reply) -> None:
        found = commands.find(turn.text)
        try:
            notice = await self._obey(turn, *found) if found else await self._free_words(turn)
        except Refusal as refusal:
            notice = Refused(refusal)
        except NotThere:
            notice = Refused(Refusal("not-eligible", contact=self._desk.programme.contact.name or self._desk.programme.name))
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, command=found[0].name if found else "")
            notice = Refused(Refusal("outside"))
        if notice:
            await self._reply(reply, render(notice, await self._desk.words(turn)))

    async def _reply(self, reply: Reply, rendered: Rendered) -> None:
        """Say it; where the conversation is gone or Teams is away, there is nobody to tell, so it is logged."""
        try:
            await reply(as_message(rendered))
        except OutsideError as error:
            log.warning("turn.unanswered", error=type(error).__name__)

    async def _obey(self, turn: Turn, command: commands.Command, rest: str) -> Notice | None:
        if command.who == "owners":
            await self._desk.owners.require(turn)
            await self._know(turn)
        return await command.run(self._desk, turn, rest)

    async def _know(self, turn: Turn) -> None:
        """An owner is remembered by name and language, because cards speak to them and of them."""
        if await self._desk.world.store.read(lambda uow: uow.people.get(turn.person_id)):
            return
        profile = await self._desk.world.directory.profile(turn.person_id)
        chat = turn.chat if turn.scope == "personal" else None

        def unit(uow: UnitOfWork) -> None:
            meet(uow, profile, self._desk.programme)
            heard(uow, turn.person_id, turn.locale, chat, self._desk.programme)

        await self._desk.world.store.run(unit)

    async def _free_words(self, turn: Turn) -> Notice | None:
        """A misspelt command gets the nearest one; anything else in the 1:1 chat brings one's own card or the invitation."""
        owner = await self._desk.owners.includes(turn.person_id)
        language = (await self._desk.words(turn)).language
        meant = commands.nearest(turn.text, language, owner=owner)
        if meant:
            return Said.of("did-you-mean", command=meant)
        if owner or turn.scope == "channel":
            return Said.of("not-understood")
        await enrolment.welcome(self._desk.world, turn.person_id, turn.chat, turn.inbound.id)
        return None

    async def _joined(self, turn: Turn, reply: Reply) -> None:
        self._desk.owners.changed()
        added = {account.id for account in turn.inbound.members_added}
        if turn.scope == "channel" and turn.inbound.recipient.id in added:
            hello = Said.of("hello-team", programme=self._desk.programme.name)
            await self._reply(reply, render(hello, self._desk.screen.words(self._desk.programme.language)))


def _invoke_answer(rendered: Rendered) -> Mapping[str, Any]:
    """The body that Teams expects (learn.microsoft.com, universal action model); shown to this client alone."""
    return {"statusCode": 200, "type": CARD, "value": rendered.content}
