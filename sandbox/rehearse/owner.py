"""The programme owner of the rehearsal: gives commands in the owners' channel and presses the
forward button.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import timedelta

from sandbox.cards import Card, styled
from sandbox.connector.clients import Clients, Shown
from sandbox.connector.places import Place
from sandbox.conversations import BOT
from sandbox.directory import Person
from sandbox.rehearse.answering import (
    FORWARD,
    about,
    begins_soon,
    fill_in,
    fingerprint,
    forward,
    is_turned_down,
)
from sandbox.rehearse.waiting import LOOK_SECONDS, Patience, Stuck, describe
from sandbox.state import TenantState

DEVICE = "desktop"
UNTIL_BEGUN = timedelta(minutes=5, seconds=1)
SAY_AGAIN_SECONDS = 1.0
NOTHING_TO_PRESS_SECONDS = 25.0
"""Matching and looking people up may take a while; after that a person asks again."""
PRESS_AGAIN_SECONDS = 60.0
"""Where a card that was pressed is as it was, a person presses once more after so long: whoever was
at work on it may have gone.
"""


class Owner:
    """One owner at one place (the owners' channel, or their own chat with the bot)."""

    def __init__(self, state: TenantState, clients: Clients, person: Person, place: Place) -> None:
        self.person = person
        self.place = place
        self.pressed_monotonic = 0.0
        """When the owner last pressed a button that the product took."""
        self._state = state
        self._clients = clients
        self._pressed: dict[str, float] = {}
        """When each card was last pressed, on the monotonic clock."""
        self._begun: set[str] = set()
        self._known_cards: dict[str, tuple[Card | None, str]] = {}
        """By message, the card that was read last, and what it is about."""

    async def add_the_bot(self, patience: Patience) -> None:
        """Add it to the place, again if it cannot be reached, and wait until its card of the
        settings has come: what it says by itself is not to be taken for the answer to a command.

        Raises:
            Stuck: that does not come within what a phase may take.
        """
        end = time.monotonic() + patience.seconds
        heard = await self._tell_of_it()
        while not heard and time.monotonic() < end:
            await asyncio.sleep(SAY_AGAIN_SECONDS)
            heard = await self._tell_of_it()
        await patience.until(
            lambda: any(one.card and forward(one.card) for one in self.replies()),
            "the bot, which was added to the owners' channel, has its settings filled in there",
            lambda: self._last(0),
        )

    async def _tell_of_it(self) -> bool:
        """Tell the bot that it was added; whether it has heard that."""
        heard = await self._clients.bot_joined(self.person, self.place)
        return all(one.arrived for one in heard)

    async def command(
        self,
        text: str,
        reached: Callable[[], bool],
        what: str,
        patience: Patience,
        style: str = FORWARD,
        known: Mapping[str, str] | None = None,
    ) -> None:
        """Say `text`, then press forward (the button of this `style`) on every card that comes of
        it, until `reached()`; `known` is what is filled in there, by input id.

        Where the bot has nothing to press for a while (it says, perhaps, that Microsoft 365 does
        not answer just now), the owner says it again, as people do; but not while its card says
        that it is still at work, and is to change by itself: that one they have brought up to date.
        So they do where what they pressed counts no more: a preview that has grown old, say. A card
        that is as it was a minute after they pressed it, they press once more.

        Raises:
            Stuck: it is not reached within what a phase may take.
        """
        self._pressed.clear()
        since, end, look = (
            len(self._seen()),
            time.monotonic() + patience.seconds,
            patience.watched(reached),
        )
        again = await self._say(text, end)
        while not look():
            if time.monotonic() > end:
                raise Stuck(
                    f"Waited {patience.seconds:.0f} s after {text[:60]!r} in vain: "
                    f"{what}.\n{self._last(since)}"
                )
            if time.monotonic() > again and self._asks_again(since):
                self._pressed.clear()
                again = await self._say(text, end)
            elif time.monotonic() > again:
                again = await self._look_afresh(since)
            if not await self._press_next(since, style, known or {}):
                self._let_begin(since)
                await asyncio.sleep(LOOK_SECONDS)

    async def read(self, text: str, patience: Patience) -> None:
        """Say `text`, and read what comes; nothing of it is pressed.

        Raises:
            Stuck: nothing comes within what a phase may take.
        """
        since = len(self._seen())
        await self._say(text, time.monotonic() + patience.seconds)
        await patience.until(
            lambda: bool(self.replies(since)), f"{text!r} is answered", lambda: self._last(since)
        )

    def replies(self, since: int = 0) -> list[Shown]:
        """What the bot has written at this place, from the message number `since` on."""
        return [one for one in self._seen()[since:] if one.message.sender_id == BOT]

    async def _say(self, text: str, end: float) -> float:
        """Say it, repeatedly if the bot cannot be reached; returns when it may be said again."""
        mention = self.place.kind == "channel"
        while time.monotonic() < end:
            _, delivered = await self._clients.say(self.person, text, self.place, mention=mention)
            if delivered is not None and delivered.arrived:
                break
            await asyncio.sleep(SAY_AGAIN_SECONDS)
        return time.monotonic() + NOTHING_TO_PRESS_SECONDS

    async def _look_afresh(self, since: int) -> float:
        """Have each card that is to change brought up to date by its message's menu: what was
        answered late, before it changed, may lie over it. Returns when it may be done again.
        """
        for shown in self._come_of_it(since):
            if "refresh" in (shown.card or {}):
                await self._clients.refresh(self.person, self.place, DEVICE, shown.message.id)
        return time.monotonic() + NOTHING_TO_PRESS_SECONDS

    async def _press_next(self, since: int, style: str, known: Mapping[str, str]) -> bool:
        """Press forward on one card that waits; False if there is none."""
        for shown in self._come_of_it(since):
            card = shown.card
            if card is None or not styled(card, style) or self._was_just_pressed(card):
                continue
            answers = fill_in(card, known)
            moment = time.monotonic()
            answered = await self._clients.click(
                self.person, self.place, DEVICE, shown.message.id, style, answers
            )  # fmt: skip
            if answered.acknowledged:
                self.pressed_monotonic = moment
                self._pressed[fingerprint(card)] = moment
            else:
                await asyncio.sleep(SAY_AGAIN_SECONDS)
            return True
        return False

    def _was_just_pressed(self, card: Card) -> bool:
        pressed = self._pressed.get(fingerprint(card))
        return pressed is not None and time.monotonic() - pressed < PRESS_AGAIN_SECONDS

    def _let_begin(self, since: int) -> None:
        """Let the minutes pass, once for each card, after which what is on it begins."""
        for shown in self._come_of_it(since):
            if begins_soon(shown.card) and shown.message.id not in self._begun:
                self._begun.add(shown.message.id)
                self._state.clock.advance(UNTIL_BEGUN.total_seconds())

    def _come_of_it(self, since: int) -> list[Shown]:
        """What has come of a command; the second copy of an earlier card has not, which is sent
        where the first one's answer was lost.
        """
        before = {self._about(one) for one in self._seen()[:since]} - {""}
        return [one for one in self.replies(since) if self._about(one) not in before]

    def _about(self, shown: Shown) -> str:
        """What the card is about; read once, for a list to invite may name hundreds."""
        known, said = self._known_cards.get(shown.message.id, (None, ""))
        if shown.card is not known:
            said = about(shown.card) if shown.card else ""
            self._known_cards[shown.message.id] = (shown.card, said)
        return said

    def _asks_again(self, since: int) -> bool:
        """Whether nothing has come of the command, or nothing any more."""
        if self._pressed:
            return is_turned_down(next(iter(self.replies(since)[-1:]), None))
        return not self._is_answered(since)

    def _is_answered(self, since: int) -> bool:
        """Whether there is a live card among the replies: one that can be refreshed."""
        return any("refresh" in (reply.card or {}) for reply in self._come_of_it(since))

    def _seen(self) -> list[Shown]:
        return self._clients.look(self.person, self.place, DEVICE)

    def _last(self, since: int) -> str:
        replies = self.replies(since)
        return describe(replies[-1] if replies else None)
