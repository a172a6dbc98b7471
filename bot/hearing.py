"""What people write: commands, mentions in them, and free words."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace

import structlog

from bot.commands import registry as commands
from bot.commands import understanding
from bot.desk import Desk
from bot.speakers import Reply, Speakers, answer
from bot.turn import Turn
from cards.catalogue import render
from cards.common.said import NotAnsweredNotice
from cards.kit.words import Words
from mentoring.domain.errors import NotThere, OutsideError, Refusal
from mentoring.domain.upkeep import Heard
from mentoring.notices import Notice, Refused, Said
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.repeating import as_soon_as_it_answers
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.hearing import heard, obeyed, unheard
from mentoring.usecases.common.people import contact_for
from mentoring.usecases.enrolment.entrance import greet, knows_us

IdOf = Callable[[Chat, str], Awaitable[str]]
MOST_MENTIONED = 50
log = structlog.get_logger()


async def nobody_known(_chat: Chat, _account: str) -> str:
    """Nobody's directory id is known by an account of a chat."""
    return ""


class Hearing:
    """Obeys commands and answers free words.

    ``id_of`` asks for the directory id of somebody whom a chat knows by an id of its own;
    ``replica`` is the one that hears.
    """

    def __init__(self, desk: Desk, speakers: Speakers, id_of: IdOf, replica: str) -> None:
        self._desk = desk
        self._speakers = speakers
        self._id_of = id_of
        self._replica = replica

    async def hear(self, turn: Turn, reply: Reply) -> None:
        """Obey or answer; a message that is delivered twice is heard once, and one that this
        replica does not come to obey is obeyed by another.
        """
        world, message = self._desk.world, self._put_down(turn)
        if message is None:
            await self.obey(turn, reply, await self._speakers.noted(turn))
            return
        kept, words = await world.brief(self._heard, turn, message)
        if kept is None:
            return
        try:
            await self.obey(turn, reply, words)
        except Exception:
            await as_soon_as_it_answers(lambda: world.run(unheard, message.id))
            raise
        note = world.store.brief
        await as_soon_as_it_answers(lambda: note(lambda uow: obeyed(uow, kept)))

    def _heard(
        self, uow: UnitOfWork, moment: Moment, turn: Turn, message: Heard
    ) -> tuple[Heard | None, Words]:
        """Keep the message, if it is news, and who speaks."""
        return heard(uow, message), self._speakers.words_in(uow, moment, turn)

    def _put_down(self, turn: Turn) -> Heard | None:
        """The message as it is kept while it is obeyed; None if it bears no id, by which it would
        be known again.
        """
        if not turn.inbound.id:
            return None
        told = f"{turn.inbound.conversation.id} {turn.inbound.id}"
        key = hashlib.sha256(told.encode()).hexdigest()[:32]
        now = self._desk.world.clock.now()
        return Heard(key, turn.person_id, turn.as_sent, self._replica, now)

    async def obey(self, turn: Turn, reply: Reply, words: Words) -> None:
        """Obey or answer, whether or not it was heard before."""
        turn = await self._with_ids(turn)
        found = understanding.find(turn.text)
        try:
            notice = (
                await self._obey(turn, *found) if found else await self._free_words(turn, words)
            )
        except Refusal as refusal:
            notice = Refused(refusal)
        except NotThere:
            programme = (await self._desk.world.moment()).programme
            contact = programme.contact.name or programme.name
            notice = Refused(Refusal("not-eligible", contact=contact))
        except OutsideError as error:
            log.warning(
                "turn.outside", error=type(error).__name__, command=found[0].name if found else ""
            )
            notice = Refused(Refusal("outside"))
        if notice and found and found[0].learns:
            words = await self._desk.words(turn)
        if notice:
            await answer(reply, render(notice, words))

    async def _with_ids(self, turn: Turn) -> Turn:
        """The turn with the directory ids of the people whom it mentions, as far as they can be
        had; otherwise their names are looked up.
        """
        known: dict[str, str] = {}
        for account in turn.unknown[:MOST_MENTIONED]:
            try:
                known[account] = await self._id_of(turn.chat, account)
            except OutsideError as error:
                log.warning("turn.mentioned", error=type(error).__name__)
        return replace(turn, known=known) if known else turn

    async def _obey(self, turn: Turn, command: commands.Command, rest: str) -> Notice | None:
        if command.alone and turn.scope == "channel":
            raise Refusal(command.alone)
        if command.who != "owners":
            desk = await self._desk.of_person(turn) if command.learns else self._desk
            return await command.run(desk, turn, rest)
        desk = await self._desk.of_owner(turn)
        await self._speakers.know(desk, turn)
        return await command.run(desk, turn, rest)

    async def _free_words(self, turn: Turn, words: Words) -> Notice | None:
        """A misspelt command gets the nearest one.

        Anything else in the 1:1 chat brings whoever has said no their card once more; whoever has
        an open one reads what they can say and whom they may ask, a stranger what the bot is.
        """
        if understanding.is_only_polite(turn.text):
            return Said.of("thanks")
        owner = bool(await self._desk.owners.teams_of(turn.person_id))
        found = understanding.of_owner(turn.text) if owner else None
        if found:
            return await self._obey(turn, *found)
        place = understanding.place_of(turn.text) if owner else ""
        if place:
            return Said.of(place)
        meant = understanding.nearest(turn.text, words.language, owner=owner)
        if meant:
            return Said.of("did-you-mean", command=meant)
        if owner or turn.scope == "channel":
            return Said.of("not-understood")
        desk = await self._desk.of_person(turn)
        if await desk.world.read(knows_us, turn.person_id):
            return NotAnsweredNotice(await desk.world.read(contact_for, turn.person_id))
        return await greet(desk.world, turn.person_id, turn.chat, turn.inbound.id)
