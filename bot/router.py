"""From a turn to what happens: pressed buttons, commands, free words, installations."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.commands import registry as commands
from bot.commands import understanding
from bot.desk import Desk, words_for
from bot.handlers.common import files
from bot.handlers.registry import HANDLERS
from bot.messenger import (
    Correction,
    Seen,
    as_message,
    still_told,
    words_of,
)
from bot.turn import Turn
from cards.catalogue import render
from cards.common.said import NotAnsweredNotice
from cards.kit.actions import read_action
from cards.kit.elements import ADAPTIVE, Rendered
from cards.kit.words import Words
from mentoring.domain.errors import NotThere, OutsideError, Refusal
from mentoring.domain.posting import Posting
from mentoring.notices import Notice, Refused, Said, audience
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import is_private
from mentoring.usecases.common.people import as_heard, heard, meet
from mentoring.usecases.common.postings import again
from mentoring.usecases.common.reaching import shut_out
from mentoring.usecases.common.service import known_service, remember_service
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.reachable import reached_again
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.owners_channel import heard_in

IdOf = Callable[[Chat, str], Awaitable[str]]
MOST_MENTIONED = 50
PATIENCE_SECONDS = 7.0
"""How long a button may take until its answer says that it takes longer; Teams waits for ten."""
Reply = Callable[[Mapping[str, Any]], Awaitable[str]]
log = structlog.get_logger()


async def _nobody_known(_chat: Chat, _account: str) -> str:
    return ""


class Router:
    """Decides what a turn means.

    ``show`` brings the message that was pressed up to date; ``id_of`` asks for the directory id of
    somebody whom a chat knows by an id of its own.
    """

    def __init__(
        self, desk: Desk, show: Callable[[Posting], None], id_of: IdOf = _nobody_known
    ) -> None:
        self._desk = desk
        self._show = show
        self._id_of = id_of
        self._kept_service = ""
        self._telling: set[asyncio.Task[None]] = set()

    async def __call__(self, turn: Turn, reply: Reply) -> Mapping[str, Any] | None:
        """Handle one turn; return the body that answers an invoke."""
        pressed = turn.pressed
        if turn.inbound.type == "invoke":
            if turn.inbound.name == "fileConsent/invoke":
                return await self._consented(turn)
            if turn.inbound.name != "adaptiveCard/action":
                return {}  # nothing of ours sends it, and there is nothing to tell
            return _invoke_answer(await self._press(turn, *(pressed or ("", {}))))
        if pressed:
            await self._press_by_message(turn, *pressed, reply)
        elif turn.is_farewell:
            await self._desk.world.run(_app_removed, turn)
        else:
            await self._told(turn, reply, await self._noted(turn))
        return None

    async def _consented(self, turn: Turn) -> Mapping[str, Any]:
        """Somebody has answered to the offer of a file; Teams expects no body."""
        if turn.consent and turn.scope == "personal":
            await files.answered(self._desk, turn, turn.consent)
        return {}

    async def _told(self, turn: Turn, reply: Reply, words: Words) -> None:
        if turn.inbound.type == "message":
            await self._hear(turn, reply, words)
        elif turn.inbound.type == "conversationUpdate":
            await self._joined(turn, reply)

    async def _noted(self, turn: Turn) -> Words:
        """The words for whoever speaks; where and in which language they speak is stored, if it
        differs from what is known of them.
        """
        known = await self._desk.world.glance(self._nothing_new, turn)
        words = await self._desk.world.run(self._note, turn) if known is None else known
        self._kept_service = turn.inbound.service_url
        return words

    def _nothing_new(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words | None:
        person, chat = uow.people.get(turn.person_id), _own_chat(turn)
        service = turn.inbound.service_url
        if service != self._kept_service and service != known_service(uow):
            return None
        if person and as_heard(person, turn.locale, chat, moment.programme) != person:
            return None
        return words_for(person, moment, turn)

    def _note(self, uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
        """Keep where and in which language somebody spoke; the words for them.

        Whom nothing has reached gets what has waited for them.
        """
        if turn.inbound.service_url != self._kept_service:
            remember_service(uow, turn.inbound.service_url)
        known = uow.people.get(turn.person_id)
        person = heard(uow, turn.person_id, turn.locale, _own_chat(turn), moment.programme)
        if known and known.is_shut_out:
            reached_again(uow, moment, known.id)
        return words_for(person, moment, turn)

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

    async def _press_by_message(
        self, turn: Turn, verb: str, data: Mapping[str, Any], reply: Reply
    ) -> None:
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
        """The reason to tell: that the card is not theirs, or is gone, takes precedence over what
        was wrong with the press.
        """
        try:
            seen = await self._seen(turn, str(data.get("posting", "")), None)
        except Refusal as unseen:
            return unseen
        return still_told(seen.notice, refusal, data)

    async def _obeyed(self, turn: Turn, verb: str, data: Mapping[str, Any]) -> Seen:
        """Obey a press: first what has to be done outside, then everything else in one transaction;
        return what the card shows afterwards.
        """
        action = read_action(verb, data)
        handler = HANDLERS[type(action)]
        key, desk = str(data.get("posting", "")), self._desk
        if handler.owners_only or handler.outside:
            seen = await self._seen(turn, key, None, owners_only=handler.owners_only)
            desk = desk.of(seen.posting.cycle_id)
        press = _Press(turn, key, None, handler.owners_only)
        carried_out = self._carried_out(press, handler.handle(desk, turn, action))
        return await (self._soon(press, data, carried_out) if handler.outside else carried_out)

    async def _carried_out(self, press: _Press, handled: Awaitable[Unit[Any] | None]) -> Seen:
        unit = await handled
        return await self._seen(press.turn, press.key, unit, owners_only=press.owners_only)

    async def _soon(
        self, press: _Press, data: Mapping[str, Any], carried_out: Coroutine[Any, Any, Seen]
    ) -> Seen:
        """What the press shows, if that is known within the time in which Teams waits; otherwise it
        goes on, and the message tells what has become of it.

        Raises:
            Refusal: ``takes-longer``, or the press's own.
        """
        going_on = asyncio.ensure_future(carried_out)
        done, _ = await asyncio.wait({going_on}, timeout=PATIENCE_SECONDS)
        if done:
            return going_on.result()
        telling = asyncio.create_task(self._tell_later(press, data, going_on))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)
        raise Refusal("takes-longer")

    async def _tell_later(
        self, press: _Press, data: Mapping[str, Any], going_on: Awaitable[Seen]
    ) -> None:
        """Show in the message what has become of a press that was answered before it was done."""
        try:
            self._show((await going_on).posting)
        except Refusal as refused:
            refusal = refused
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__)
            refusal = Refusal("outside")
        else:
            return
        seen = await self._seen(press.turn, press.key, lambda uow, _: _made_old(uow, press.key))
        self._desk.screen.hold(seen, await self._desk.screen.draw(seen, Correction(refusal, data)))
        self._show(seen.posting)

    async def _seen(
        self, turn: Turn, key: str, unit: Unit[Any] | None, *, owners_only: bool = False
    ) -> Seen:
        """Note who pressed, admit them, do the unit, and read what the card shows then.

        Raises:
            Refusal: ``gone``, ``not-yours``, ``owners-only``, ``wrong-team``, or the unit's.
        """
        store, press = self._desk.world.store, _Press(turn, key, unit, owners_only)
        try:
            return await store.brief(lambda uow: self._decide(uow, press))
        except _ForOwners as card:
            # What owners decide may concern the whole programme.
            press = replace(press, owner_of=await self._desk.owners.require(turn, card.team))
            return await store.run(lambda uow: self._decide(uow, press))

    def _decide(self, uow: UnitOfWork, press: _Press) -> Seen:
        posting = uow.postings.get(press.key)
        moment = self._desk.world.moments(uow, posting.cycle_id if posting else "")
        self._note(uow, moment, press.turn)
        posting = _admitted(uow, posting, moment, press)
        if press.unit:
            press.unit(uow, moment)
        self._desk.world.settle(uow)
        return self._desk.screen.read(uow, moment, _standing(uow, posting))

    async def _as_it_stands(
        self, turn: Turn, data: Mapping[str, Any], refusal: Refusal
    ) -> Rendered:
        """The card as it is, with the refusal told in it; whoever may not see the card is told only
        why not.
        """
        try:
            seen = await self._seen(turn, str(data.get("posting", "")), None)
        except Refusal as unseen:
            return render(Refused(unseen), await self._desk.words(turn))
        except OutsideError:
            return render(Refused(refusal), await self._desk.words(turn))
        return await self._desk.screen.draw(seen, Correction(refusal, data))

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

    async def _hear(self, turn: Turn, reply: Reply, words: Words) -> None:
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
            await self._reply(reply, render(notice, words))

    async def _reply(self, reply: Reply, rendered: Rendered) -> None:
        """Say it; where the conversation is gone or Teams is away, there is nobody to tell, so it
        is logged.
        """
        try:
            await reply(as_message(rendered))
        except OutsideError as error:
            log.warning("turn.unanswered", error=type(error).__name__)

    async def _obey(self, turn: Turn, command: commands.Command, rest: str) -> Notice | None:
        if command.who != "owners":
            desk = await self._desk.of_person(turn) if command.learns else self._desk
            return await command.run(desk, turn, rest)
        desk = await self._desk.of_owner(turn)
        await self._know(desk, turn)
        return await command.run(desk, turn, rest)

    async def _know(self, desk: Desk, turn: Turn) -> None:
        """An owner is remembered by name and language, because cards speak to them and of them.

        In their channel the bot learns the way there.
        """
        known = await desk.world.read(lambda uow, _: uow.people.get(turn.person_id))
        profile = None if known else await desk.world.directory.profile(turn.person_id)

        def unit(uow: UnitOfWork, moment: Moment) -> None:
            if profile:
                meet(uow, profile, moment.programme)
                self._note(uow, moment, turn)
            if turn.scope == "channel":
                heard_in(uow, moment, turn.chat)

        await desk.world.run(unit)

    async def _free_words(self, turn: Turn, words: Words) -> Notice | None:
        """A misspelt command gets the nearest one.

        Anything else in the 1:1 chat brings the invitation to whoever may take part; whoever has it
        already reads what they can say and whom they may ask.
        """
        if understanding.is_only_polite(turn.text):
            return Said.of("thanks")
        owner = bool(await self._desk.owners.teams_of(turn.person_id))
        meant = understanding.nearest(turn.text, words.language, owner=owner)
        if meant:
            return Said.of("did-you-mean", command=meant)
        if owner or turn.scope == "channel":
            return Said.of("not-understood")
        desk = await self._desk.of_person(turn)
        if await desk.world.read(enrolment.knows_us, turn.person_id):
            return NotAnsweredNotice((await desk.world.moment()).programme.contact)
        await enrolment.welcome(desk.world, turn.person_id, turn.chat, turn.inbound.id)
        return None

    async def _joined(self, turn: Turn, reply: Reply) -> None:
        await self._membership_changed(turn)
        added = {account.id for account in turn.inbound.members_added}
        if turn.scope != "channel" or turn.inbound.recipient.id not in added:
            return
        moment = await self._desk.world.run(self._set_up, turn, await self._team(turn))
        hello = Said.of("hello-team", programme=moment.programme.name)
        words = words_of(moment, moment.programme.language)
        await self._reply(reply, render(hello, words))

    async def _membership_changed(self, turn: Turn) -> None:
        """Somebody has joined or left a team: who the owners are is asked again, and whoever has
        joined the owners' team counts at once.
        """
        self._desk.owners.changed()
        added = [each.aad for each in turn.inbound.members_added if each.aad]
        team = await self._team(turn) if turn.scope == "channel" else ""
        if team and added:
            await self._desk.world.store.run(lambda uow: roster.joined(uow, team, added))

    async def _team(self, turn: Turn) -> str:
        try:
            return await self._desk.owners.team_in(turn)
        except OutsideError:
            return ""

    def _set_up(self, uow: UnitOfWork, moment: Moment, turn: Turn, team: str) -> Moment:
        """The bot has come into a team: in an owners' team it learns their channel."""
        home = uow.programmes.first(team_id=team) if team else None
        if home is None:
            return moment
        here = self._desk.world.moments(uow, home.cycle_id)
        heard_in(uow, here, turn.chat)
        return here


@dataclass(frozen=True)
class _Press:
    """A press before it is decided; ``owner_of`` is the team that the presser is known to be an
    owner in.
    """

    turn: Turn
    key: str
    unit: Unit[Any] | None
    owners_only: bool
    owner_of: str = ""


class _ForOwners(Exception):
    """The card belongs to the owners of ``team``: whether the presser is one of them has to be
    asked outside the transaction first.
    """

    def __init__(self, team: str) -> None:
        super().__init__(team)
        self.team = team


def _admitted(uow: UnitOfWork, posting: Posting | None, moment: Moment, press: _Press) -> Posting:
    """The posting, if the presser may press it.

    A personal card is its person's alone; an owners' card is for every owner of its programme,
    unless it stands in the chat of one of them. Owners' buttons stand on owners' cards alone,
    whatever card was sent with them.
    """
    if posting is None:
        raise Refusal("gone")
    for_owners = audience(posting.kind) == "owners"
    if (for_owners or press.owners_only) and press.owner_of != moment.home.team_id:
        raise _ForOwners(moment.home.team_id)
    if press.owners_only and not for_owners:
        raise Refusal("stale")
    alone = not for_owners or is_private(uow, posting)
    if alone and posting.person_id != press.turn.person_id:
        raise Refusal("not-yours")
    return posting


def _made_old(uow: UnitOfWork, key: str) -> None:
    """The message is to be written again, although nothing of its subject has changed."""
    posting = uow.postings.need(key)
    uow.postings.put(replace(posting, wanted=posting.wanted + 1))


def _standing(uow: UnitOfWork, pressed: Posting) -> Posting:
    """The pressed card's posting as it is now.

    The unit may have called off what is not known to be sent yet; who presses it proves that it is.
    """
    return uow.postings.get(pressed.id) or uow.postings.put(again(pressed))


def _app_removed(uow: UnitOfWork, _moment: Moment, turn: Turn) -> None:
    """Somebody has taken the app out of their chat: nothing more is sent there."""
    if turn.scope == "personal":
        shut_out(uow, turn.person_id, "app-removed")


def _own_chat(turn: Turn) -> Chat | None:
    """The 1:1 chat with the person, if they speak there."""
    return turn.chat if turn.scope == "personal" else None


def _invoke_answer(rendered: Rendered) -> Mapping[str, Any]:
    """The body that Teams expects (learn.microsoft.com, universal action model); shown to this
    client alone.
    """
    return {"statusCode": 200, "type": ADAPTIVE, "value": rendered.content}
