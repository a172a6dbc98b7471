"""From a turn to what happens: pressed buttons, commands, free words, installations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog

from bot.commands import registry as commands
from bot.desk import Desk, words_for
from bot.handlers.registry import HANDLERS
from bot.messenger import CARD, Correction, Seen, as_message, is_remembered, remember_service, words_of
from bot.turn import Turn
from cards.catalogue import render
from cards.kit.actions import read_action
from cards.kit.elements import Rendered
from cards.kit.words import Words
from mentoring.domain.errors import NotThere, OutsideError, Refusal
from mentoring.domain.posting import Posting
from mentoring.notices import Notice, Refused, Said, audience
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import as_heard, heard, meet
from mentoring.usecases.enrolment import enrolment

Reply = Callable[[Mapping[str, Any]], Awaitable[str]]
log = structlog.get_logger()


class Router:
    """Decides what a turn means. ``show`` brings the message that was pressed up to date."""

    def __init__(self, desk: Desk, show: Callable[[Posting], None]) -> None:
        self._desk = desk
        self._show = show

    async def __call__(self, turn: Turn, reply: Reply) -> Mapping[str, Any] | None:
        """One turn; the body that answers an invoke."""
        pressed = turn.pressed
        if turn.inbound.type == "invoke":
            if turn.inbound.name != "adaptiveCard/action":
                return None
            return _invoke_answer(await self._press(turn, *(pressed or ("", {}))))
        if pressed:
            await self._press_by_message(turn, *pressed, reply)
        else:
            await self._told(turn, reply, await self._noted(turn))
        return None

    async def _told(self, turn: Turn, reply: Reply, words: Words) -> None:
        if turn.inbound.type == "message":
            await self._hear(turn, reply, words)
        elif turn.inbound.type == "conversationUpdate":
            await self._joined(turn, reply)

    async def _noted(self, turn: Turn) -> Words:
        """The words for whoever speaks; where and how they do is kept, if it is not what is known of them."""
        known = await self._desk.world.glance(self._nothing_new, turn)
        return await self._desk.world.run(self._note, turn) if known is None else known

    def _nothing_new(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words | None:
        person, chat = uow.people.get(turn.person_id), _own_chat(turn)
        if not is_remembered(uow, turn.inbound.service_url):
            return None
        if person and as_heard(person, turn.locale, chat, moment.programme) != person:
            return None
        return words_for(person, moment, turn)

    def _note(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
        """Keep where and in which language somebody spoke; the words for them."""
        remember_service(uow, turn.inbound.service_url)
        return words_for(heard(uow, turn.person_id, turn.locale, _own_chat(turn), moment.programme), moment, turn)

    async def _press(self, turn: Turn, verb: str, data: Mapping[str, Any]) -> Rendered:
        """A button by invoke: the card that answers it, after one transaction and one rendering."""
        try:
            seen = await self._obeyed(turn, verb, data)
        except Refusal as refused:
            return await self._as_it_stands(turn, data, refused)
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, verb=verb)
            return await self._as_it_stands(turn, data, Refusal("outside"))
        rendered = await self._desk.screen.draw(seen)
        self._show(seen.posting)
        return rendered

    async def _press_by_message(self, turn: Turn, verb: str, data: Mapping[str, Any], reply: Reply) -> None:
        """A button of a client that does not know ``Action.Execute``.

        Only the message itself can change; a refusal is said.
        """
        try:
            self._show((await self._obeyed(turn, verb, data)).posting)
        except Refusal as refused:
            refusal = await self._cause(turn, data, refused)
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, verb=verb)
            refusal = Refusal("outside")
        else:
            return
        await self._reply(reply, render(Refused(refusal), await self._desk.words(turn)))

    async def _cause(self, turn: Turn, data: Mapping[str, Any], refusal: Refusal) -> Refusal:
        """That the card is not theirs, or is no more, comes before what was wrong with the press."""
        try:
            await self._seen(turn, str(data.get("posting", "")), None)
        except Refusal as unseen:
            return unseen
        return refusal

    async def _obeyed(self, turn: Turn, verb: str, data: Mapping[str, Any]) -> Seen:
        """What is outside first, then everything else in one transaction; what the card shows after it."""
        action = read_action(verb, data)
        handler = HANDLERS[type(action)]
        key = str(data.get("posting", ""))
        if handler.owners_only:
            await self._desk.owners.require(turn)
        if handler.outside:
            await self._seen(turn, key, None)
        return await self._seen(turn, key, await handler.handle(self._desk, turn, action))

    async def _seen(self, turn: Turn, key: str, unit: Unit[Any] | None) -> Seen:
        """Note who pressed, admit them, do the unit, and read what the card shows then.

        Raises:
            Refusal: ``gone``, ``not-yours``, ``owners-only``, ``wrong-team``, or the unit's.
        """
        run = self._desk.world.run
        try:
            return await run(self._decide, turn, key, unit, owner=False)
        except _ForOwners:
            await self._desk.owners.require(turn)
            return await run(self._decide, turn, key, unit, owner=True)

    def _decide(
        self,
        uow: UnitOfWork,
        moment: Moment,
        turn: Turn,
        key: str,
        unit: Unit[Any] | None,
        *,
        owner: bool,
    ) -> Seen:
        self._note(uow, moment, turn)
        _admit(uow.postings.get(key), turn, owner=owner)
        if unit:
            unit(uow, moment)
        posting = uow.postings.get(key)
        if posting is None:
            raise Refusal("gone")
        return self._desk.screen.read(uow, moment, posting)

    async def _as_it_stands(self, turn: Turn, data: Mapping[str, Any], refusal: Refusal) -> Rendered:
        """The card as it is, with what was refused told; whoever may not see the card reads that alone."""
        try:
            seen = await self._seen(turn, str(data.get("posting", "")), None)
        except Refusal as unseen:
            return render(Refused(unseen), await self._desk.words(turn))
        except OutsideError:
            return render(Refused(refusal), await self._desk.words(turn))
        return await self._desk.screen.draw(seen, Correction(refusal, data))

    async def _hear(self, turn: Turn, reply: Reply, words: Words) -> None:
        found = commands.find(turn.text)
        try:
            notice = await self._obey(turn, *found) if found else await self._free_words(turn, words)
        except Refusal as refusal:
            notice = Refused(refusal)
        except NotThere:
            programme = (await self._desk.world.moment()).programme
            contact = programme.contact.name or programme.name
            notice = Refused(Refusal("not-eligible", contact=contact))
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, command=found[0].name if found else "")
            notice = Refused(Refusal("outside"))
        if notice and found and found[0].learns:
            words = await self._desk.words(turn)
        if notice:
            await self._reply(reply, render(notice, words))

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
        if await self._desk.world.read(lambda uow, _: uow.people.get(turn.person_id)):
            return
        profile = await self._desk.world.directory.profile(turn.person_id)

        def unit(uow: UnitOfWork, moment: Moment) -> None:
            meet(uow, profile, moment.programme)
            self._note(uow, moment, turn)

        await self._desk.world.run(unit)

    async def _free_words(self, turn: Turn, words: Words) -> Notice | None:
        """A misspelt command gets the nearest one; anything else in the 1:1 chat brings one's own card or the invitation."""
        owner = await self._desk.owners.includes(turn.person_id)
        meant = commands.nearest(turn.text, words.language, owner=owner)
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
            moment = await self._desk.world.moment()
            hello = Said.of("hello-team", programme=moment.programme.name)
            words = words_of(moment, moment.programme.language)
            await self._reply(reply, render(hello, words))


class _ForOwners(Exception):
    """The card is one of the owners': whether the presser is one has to be asked outside first."""


def _admit(posting: Posting | None, turn: Turn, *, owner: bool) -> None:
    """A personal card is its person's alone; an owners' card is for every owner."""
    if posting is None:
        raise Refusal("gone")
    if audience(posting.kind) == "owners":
        if not owner:
            raise _ForOwners
    elif posting.person_id != turn.person_id:
        raise Refusal("not-yours")


def _own_chat(turn: Turn) -> Chat | None:
    """The 1:1 chat with the person, if they speak there."""
    return turn.chat if turn.scope == "personal" else None


def _invoke_answer(rendered: Rendered) -> Mapping[str, Any]:
    """The body that Teams expects (learn.microsoft.com, universal action model); shown to this client alone."""
    return {"statusCode": 200, "type": CARD, "value": rendered.content}
