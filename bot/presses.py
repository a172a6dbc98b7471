"""Pressed buttons: one transaction, one rendering, an answer within the time that Teams waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.correction import Correction, still_told
from bot.desk import Desk
from bot.handlers.registry import HANDLERS, Handler
from bot.lasting import let_end
from bot.seen import Seen
from bot.speakers import Reply, Speakers, answer
from bot.turn import Turn
from cards.catalogue import render
from cards.kit.actions import read_action, sends_inputs
from cards.kit.elements import Rendered
from mentoring.domain.cycle import is_try, names_try
from mentoring.domain.errors import OutsideError, Refusal
from mentoring.domain.posting import Posting
from mentoring.notices import Notice, Refused, Said, audience
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import is_private
from mentoring.usecases.common.people import picked_in
from mentoring.usecases.common.sending import again
from mentoring.usecases.programme.acts import Decision, decide

PATIENCE_SECONDS = 7.0
"""How long a button may take until its answer says that it takes longer; Teams waits for ten."""
log = structlog.get_logger()


class Presses:
    """Carries out what a button asks for.

    ``show`` brings the message that was pressed up to date.
    """

    def __init__(self, desk: Desk, speakers: Speakers, show: Callable[[Posting], None]) -> None:
        self._desk = desk
        self._speakers = speakers
        self._show = show
        self._telling: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        """Let the presses end that were answered before they were done, and be told."""
        await let_end(self._telling)

    async def by_invoke(self, turn: Turn, verb: str, data: Mapping[str, Any]) -> Rendered:
        """A button by invoke: the card that answers it, after one transaction and one rendering."""
        try:
            seen = await self._obeyed(turn, verb, data)
        except Refusal as refused:
            return await self._as_it_stands(turn, verb, data, refused)
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, verb=verb)
            return await self._as_it_stands(turn, verb, data, Refusal("outside"))
        rendered = await self._desk.screen.draw(seen)
        self._show(seen.posting)
        return rendered

    async def by_message(
        self, turn: Turn, verb: str, data: Mapping[str, Any], reply: Reply
    ) -> None:
        """A button of a client that does not know ``Action.Execute``.

        Only the message itself can change; a refusal is said, and so is the press's own answer.
        """
        try:
            seen = await self._obeyed(turn, verb, data)
        except Refusal as refused:
            told: Notice | None = Refused(await self._cause(turn, data, refused))
        except OutsideError as error:
            log.warning("turn.outside", error=type(error).__name__, verb=verb)
            told = Refused(Refusal("outside"))
        else:
            self._show(seen.posting)
            told = seen.said
        if told:
            await answer(reply, render(told, await self._desk.words(turn)))

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
        press = _Press(turn, key, None, handler.owners_only, verb=type(action).verb, how=handler)
        played = await self._playing(turn, key)
        carried_out = self._carried_out(press, handler.handle(desk, played, action))
        return await self._soon(press, data, carried_out)

    async def _playing(self, turn: Turn, key: str) -> Turn:
        """In a try its owner presses as the invented person whose card it is."""
        if not names_try(key):
            return turn
        person = await self._desk.world.store.skim(lambda uow: _played_by(uow, key, turn.person_id))
        return replace(turn, played=person)

    async def _carried_out(self, press: _Press, handled: Awaitable[Unit[Any] | None]) -> Seen:
        return await self._admit(replace(press, unit=await handled))

    async def _soon(
        self, press: _Press, data: Mapping[str, Any], carried_out: Coroutine[Any, Any, Seen]
    ) -> Seen:
        """What the press shows, if that is known within the time in which Teams waits; otherwise it
        goes on, and the message tells what has become of it.

        Raises:
            Refusal: ``takes-longer``, or the press's own.
        """
        going_on = asyncio.ensure_future(carried_out)
        try:
            done, _ = await asyncio.wait({going_on}, timeout=PATIENCE_SECONDS)
        except asyncio.CancelledError:  # the server stops
            going_on.cancel()
            raise
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
        except Exception:  # the answer is gone: only the message can still tell
            log.exception("turn.failed")
            refusal = Refusal("unexpected")
        else:
            return
        seen = await self._seen(press.turn, press.key, lambda uow, _: _made_old(uow, press.key))
        corrected = await self._correction(seen, refusal, data, press.verb)
        self._desk.screen.hold(seen, await self._desk.screen.draw(seen, corrected))
        self._show(seen.posting)

    async def _seen(
        self, turn: Turn, key: str, unit: Unit[Any] | None, *, owners_only: bool = False
    ) -> Seen:
        """Note who pressed, admit them, do the unit, and read what the card shows then.

        Raises:
            Refusal: ``card-over`` once the bot has forgotten the card, ``not-yours``,
                ``owners-only``, ``wrong-team``, or the unit's.
        """
        return await self._admit(_Press(turn, key, unit, owners_only))

    async def _admit(self, press: _Press) -> Seen:
        try:
            return await self._decided(press, self._desk.world.store.brief)
        except _ForOwners as card:
            # What owners decide may concern the whole programme.
            press = replace(press, owner_of=await self._owner_of(press.turn, card))
            return await self._decided(press, self._desk.world.store.run)

    async def _owner_of(self, turn: Turn, card: _ForOwners) -> str:
        try:
            return await self._desk.owners.require(turn, card.team)
        except Refusal as refusal:
            was_owner = card.is_own and refusal.code == "owners-only"
            raise Refusal("no-owner-any-more") if was_owner else refusal from None

    async def _decided(
        self, press: _Press, run: Callable[[Callable[[UnitOfWork], Seen]], Awaitable[Seen]]
    ) -> Seen:
        seen = await self._only_looked(press)
        return seen or await run(lambda uow: self._decide(uow, press))

    async def _only_looked(self, press: _Press) -> Seen | None:
        """What the card shows, where nothing is to be written: neither is anything decided nor new
        of whoever looks.
        """
        if press.unit:
            return None
        store, screen = self._desk.world.store, self._desk.screen
        if screen.has_just_drawn(press.key):
            seen = await store.glance(lambda uow: self._look(uow, press, screen.unchanged))
            if seen:
                return seen
        return await store.skim(lambda uow: self._look(uow, press, screen.look))

    def _look(
        self,
        uow: UnitOfWork,
        press: _Press,
        see: Callable[[UnitOfWork, Moment, Posting], Seen | None],
    ) -> Seen | None:
        posting = uow.posting_at_home(press.key)
        moment = self._desk.world.moments(uow, posting.cycle_id if posting else "")
        if self._speakers.nothing_new(uow, moment, press.turn) is None:
            return None
        return see(uow, moment, _admitted(uow, posting, moment, press))

    def _decide(self, uow: UnitOfWork, press: _Press) -> Seen:
        posting = _pressed(uow, press.key)
        moment = self._desk.world.moments(uow, posting.cycle_id if posting else "")
        self._speakers.note(uow, moment, press.turn)
        posting = _admitted(uow, posting, moment, press)
        said = _carried_out(uow, moment, posting, press)
        self._desk.world.settle(uow)
        now = self._desk.world.moments(uow, posting.cycle_id)  # the unit may have set something
        seen = self._desk.screen.read(uow, now, _standing(uow, posting))
        return replace(seen, said=said) if isinstance(said, Said) else seen

    async def _as_it_stands(
        self, turn: Turn, verb: str, data: Mapping[str, Any], refusal: Refusal
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
        return await self._desk.screen.draw(seen, await self._correction(seen, refusal, data, verb))

    async def _correction(
        self, seen: Seen, refusal: Refusal, data: Mapping[str, Any], verb: str = ""
    ) -> Correction:
        """What is to be put right; whom a picker sent as an id is named by the directory, so that
        nobody has to be picked once more.
        """
        world = self._desk.of(seen.posting.cycle_id).world
        correction = Correction(refusal, data, filled_in=sends_inputs(verb))
        if not correction.comes_back(seen.notice):
            return correction
        return replace(correction, picked=await picked_in(world, data.values()))


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
    verb: str = ""
    how: Handler | None = None


class _ForOwners(Exception):
    """The card belongs to the owners of ``team``: whether the presser is one of them has to be
    asked outside the transaction first. ``is_own``: they have asked for it themselves, as an owner.
    """

    def __init__(self, team: str, *, is_own: bool) -> None:
        super().__init__(team)
        self.team = team
        self.is_own = is_own


def _pressed(uow: UnitOfWork, key: str) -> Posting | None:
    """The posting; of a try, which is not erased while the press is decided."""
    posting = uow.posting_at_home(key)
    if posting is None or not is_try(posting.cycle_id):
        return posting
    uow.alone(posting.cycle_id)
    return uow.postings.get(key)


def _admitted(uow: UnitOfWork, posting: Posting | None, moment: Moment, press: _Press) -> Posting:
    """The posting, if the presser may press it.

    A personal card is its person's alone, in a try its owner's; an owners' card is for every owner
    of its programme, unless it stands in the chat of one of them. Owners' buttons stand on owners'
    cards alone, whatever card was sent with them.
    """
    if posting is None:
        raise Refusal("card-over")
    for_owners = audience(posting.kind) == "owners"
    if (for_owners or press.owners_only) and press.owner_of != moment.home.team_id:
        own = for_owners and posting.person_id == press.turn.person_id
        raise _ForOwners(moment.home.team_id, is_own=own)
    if press.owners_only and not for_owners:
        raise Refusal("stale")
    alone = not for_owners or is_private(uow, posting)
    if alone and press.turn.person_id not in {posting.person_id, moment.cycle.tried_by}:
        raise Refusal("not-yours")
    return posting


def _carried_out(uow: UnitOfWork, moment: Moment, posting: Posting, press: _Press) -> object:
    """Do the unit; a decision of an owner leaves behind who has made it."""
    unit, how = press.unit, press.how
    if unit is None or how is None or not how.decides:
        return unit(uow, moment) if unit else None
    here, form = how.decides == "here", how.decides == "form"
    decision = Decision(posting, press.turn.person_id, press.verb, here=here, form=form)
    return decide(uow, moment, decision, unit)


def _played_by(uow: UnitOfWork, key: str, owner: str) -> str:
    """The invented person of a try whose card this is, if the owner tries it; else empty."""
    posting = uow.postings.get(key)
    if posting is None or not is_try(posting.cycle_id) or audience(posting.kind) == "owners":
        return ""
    cycle = uow.everywhere.cycles.get(posting.cycle_id)
    return posting.person_id if cycle and cycle.tried_by == owner else ""


def _made_old(uow: UnitOfWork, key: str) -> None:
    """The message is to be written again, although nothing of its subject has changed."""
    posting = uow.postings.need(key)
    uow.postings.put(replace(posting, wanted=posting.wanted + 1))


def _standing(uow: UnitOfWork, pressed: Posting) -> Posting:
    """The pressed card's posting as it is now.

    The unit may have called off what is not known to be sent yet; who presses it proves that it is.
    """
    return uow.postings.get(pressed.id) or uow.postings.put(again(pressed))
