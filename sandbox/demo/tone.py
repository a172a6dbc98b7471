"""The programmes speak German in another tone: each owner sets it by the card of the settings, as
an owner does, and whatever they have set otherwise stays.
"""

from __future__ import annotations

import asyncio
import time

from sandbox import cards
from sandbox.connector.clients import Clients, Shown
from sandbox.connector.places import Place
from sandbox.conversations import Message
from sandbox.demo.seats import Seats
from sandbox.directory import Person
from sandbox.state import TenantState

Row = dict[str, str]
TONES = ("du", "sie")
DEVICE = "laptop"
COMMAND = "einstellungen"
LOOK_SECONDS = 0.1
PATIENCE_SECONDS = 60.0


class NotSaid(RuntimeError):
    """The bot does not show what is to be pressed; the text says what was waited for."""


class Tone:
    """In which tone the programmes speak; ``now``: the one chosen on the page."""

    def __init__(self, state: TenantState, clients: Clients, seats: Seats) -> None:
        self._state = state
        self._clients = clients
        self._seats = seats
        self.now = TONES[0]

    async def speak(self, wanted: str) -> None:
        """Let each programme's owner set it. Raises NotSaid."""
        owners = (self._seats.owner, self._seats.second)
        for programme, owner in zip(self._state.programmes, owners, strict=False):
            place = self._clients.place(owner, programme.owners_channel_id)
            await self._set(owner, place, wanted)
        self.now = wanted

    async def _set(self, owner: Person, place: Place, wanted: str) -> None:
        said, _ = await self._clients.say(owner, COMMAND, place, mention=True)
        look, save = ("settings.look", {"part": "basics"}), ("settings.save", {"then": ""})
        await self._press(owner, place, said, *look, {})
        await self._press(owner, place, said, *save, {"tone": wanted})

    async def _press(
        self, owner: Person, place: Place, said: Message, verb: str, holds: Row, answers: Row
    ) -> None:
        """Press the button of this verb that holds this, as soon as it stands on a card that has
        come of what was said.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            for shown in self._since(owner, place, said):
                button = _button(shown.card, verb, holds) if shown.card else None
                if button:
                    key, data = shown.message.id, button.spec["data"]
                    await self._clients.click(owner, place, DEVICE, key, verb, answers, data=data)
                    return
            await asyncio.sleep(LOOK_SECONDS)
        raise NotSaid(f"{owner.display_name} sees no settings to press {verb} on.")

    def _since(self, owner: Person, place: Place, said: Message) -> list[Shown]:
        standing = self._clients.look(owner, place, DEVICE)
        keys = [each.message.id for each in standing]
        return standing[keys.index(said.id) + 1 :]


def _button(card: cards.Card, verb: str, holds: Row) -> cards.Action | None:
    there = (each for each in cards.actions(card) if each.verb == verb)
    return next((each for each in there if holds.items() <= each.spec["data"].items()), None)
