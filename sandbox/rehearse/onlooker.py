"""What an invented person sees of the chat with the bot, and what of it waits for them."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from sandbox import cards
from sandbox.cards import Action, Card
from sandbox.connector.clients import Clients, Shown
from sandbox.connector.places import Place, personal_place
from sandbox.conversations import BOT
from sandbox.personas import Persona
from sandbox.rehearse.answering import (
    fingerprint,
    forward,
    is_offer,
    time_to_take,
)
from sandbox.rehearse.habits import Habits
from sandbox.rehearse.staging import Memory, Stage
from sandbox.state import TenantState

DEVICES = ("phone", "desktop")
SAME_CARD_TIMES = 8
RUNNING = "running"
"""The stage from the launch on, in which everybody answers what comes, each card once."""


class Onlooker:
    """One person who looks, with a part in a programme or in several."""

    def __init__(
        self,
        state: TenantState,
        clients: Clients,
        personas: Sequence[Persona],
        stage: Stage,
        seed: int,
    ) -> None:
        self.persona = personas[0]
        """The same answers and the same role in each programme."""
        self.memory = Memory()
        self.is_dateless = False
        """Whether the person is in a tandem that has no dates, and takes times that suit only
        so-so.
        """
        self.habits: Habits | None = None
        """What the person does in the life of a tandem, if that is played."""
        self._personas = personas
        self.installed = asyncio.Event()
        """Set by whoever watches installations, once the person has a chat with the bot."""
        self._state = state
        self._clients = clients
        self._stage = stage
        self._device = DEVICES[0]
        self._place: Place | None = None
        self._chance = random.Random(f"{seed} {self.persona.person.id}")  # noqa: S311 - a whim, not a secret

    @property
    def name(self) -> str:
        """The person's name."""
        return self.persona.person.display_name

    @property
    def place(self) -> Place | None:
        """The chat with the bot, None before the app is installed."""
        if self._place is None:
            self._place = personal_place(self._state, self.persona.person.id)
        return self._place

    def waiting_card(self) -> Shown | None:
        """The newest card on the screen that waits for this person in this cycle, or None."""
        return next(self._waiting(), None)

    @property
    def busy(self) -> bool:
        """Whether a card waits that the person is going to answer, or a file to be taken."""
        return self._to_press() is not None or bool(self._offered_file())

    def newest(self) -> Shown | None:
        """The last message of the cycle as the device shows it, or None."""
        shown = self._shown()
        return shown[-1] if shown else None

    @property
    def asked(self) -> bool:
        """Whether an offer waits for the person, or was answered."""
        return bool(self.memory.offers) or self._offered()

    @property
    def accepted(self) -> bool:
        """Whether the person has said yes to an offer in each of their programmes, and the product
        no longer asks.

        A yes may have arrived although its answer did not: then the card changes all the same.
        """
        return len(self.memory.offers) >= len(self._personas) and not self._offered()

    @property
    def declined(self) -> bool:
        """Whether the person has said no, and the product no longer asks."""
        return self.memory.said_no and not self._offered()

    @property
    def met(self) -> bool:
        """Whether the bot has shown the person a card in this cycle."""
        return any(True for _ in self._first_cards())

    @property
    def through(self) -> bool:
        """Whether the person has done what they wanted and nothing waits for them any more."""
        if self.persona.declines == "silent" or not self._asked_in:
            return self.met or not self._asked_in
        if self.waiting_card() is not None or self.memory.last_press_monotonic is None:
            return False
        quiet = time.monotonic() - self.memory.last_press_monotonic
        finished = len(self.memory.handed_in) >= self._asked_in
        return self.memory.said_no or quiet > (1.0 if finished else 10.0)

    def met_by(self, programme: str) -> bool:
        """Whether the bot has shown the person a card of this programme in this cycle; who is in
        several reads which it is.
        """
        return any(self._is_of(programme, cards.texts(card)) for card in self._first_cards())

    def was_asked_by(self, programme: str) -> bool:
        """Whether the person said yes to an invitation of this programme in this cycle."""
        return any(self._is_of(programme, words) for words in self.memory.said_yes)

    def expect_offers(self) -> None:
        """Offers come from now on; nobody has to look for one at what stands there already."""
        self.memory.standing = {one.message.id for one in self._shown()}

    def begin(self) -> None:
        """A new cycle: what was done in the last one is over."""
        self.memory, self.is_dateless = Memory(), False

    def _offered_file(self) -> str:
        """The message that asks whether a file may be put into the person's OneDrive; empty if none
        does that was not answered yet.
        """
        if self.habits is None or self._stage.name != RUNNING:
            return ""
        asked = (one.message for one in self._shown() if one.message.consent)
        return next((one.id for one in asked if one.id not in self.memory.files), "")

    def _is_of(self, programme: str, words: Sequence[str]) -> bool:
        return len(self._personas) == 1 or any(programme in text for text in words)

    def _first_cards(self) -> Iterator[Card]:
        """The bot's cards of this cycle as they came, whatever has become of them."""
        own = (one.message.first_card for one in self._shown() if one.message.sender_id == BOT)
        return (card for card in own if card is not None)

    @property
    def _asked_in(self) -> int:
        """How many programmes ask the person in this cycle."""
        return sum(persona.is_asked(self._stage.cycle) for persona in self._personas)

    def _shown(self) -> list[Shown]:
        """What the screen shows of this cycle."""
        place = self.place
        shown = self._clients.look(self.persona.person, place, self._device) if place else []
        return [one for one in shown if one.message.created >= self._stage.since]

    def _waiting(self) -> Iterator[Shown]:
        """The cards on the screen that wait for this person, the newest first."""
        return (
            one
            for one in reversed(self._shown())
            if one.message.sender_id == BOT and self._way(one.message.id, one.card)
        )

    def _way(self, message_id: str, card: Card | None) -> Action | None:
        """The button that leads on for this person, or None."""
        own = self._own_way(message_id, card or {}) or forward(card)
        return own or (time_to_take(card) if self.is_dateless else None)

    def _own_way(self, message_id: str, card: Card) -> Action | None:
        """The button that the person presses first in the life of a tandem, or None."""
        lives = self.habits if self._stage.name == RUNNING else None
        return lives.way(message_id, card) if lives else None

    def _to_press(self) -> Shown | None:
        """The card to answer now, or None: the newest, and while the programme runs the newest that
        was not answered yet.
        """
        waiting = self._waiting() if self._stage.name == RUNNING else islice(self._waiting(), 1)
        wanted = (one for one in waiting if self._wants_to(one.message.id, one.card or {}))
        return next(wanted, None)

    def _wants_to(self, message_id: str, card: Card) -> bool:
        """Whether the person presses anything now: the silent never do, and nobody presses one card
        for ever, unless it is another button each time.
        """
        most = 1 if self._stage.name == RUNNING else SAME_CARD_TIMES
        often = self.memory.pressed.get(fingerprint(card), 0) >= most
        another = self._own_way(message_id, card) is not None
        return self.persona.declines != "silent" and (another or not often)

    def _is_offer(self, card: Card) -> bool:
        return self._stage.name == "offer" and is_offer(card)

    def _offered(self) -> bool:
        if all(one.message.id in self.memory.standing for one in self._shown()):
            return False
        waiting = self.waiting_card()
        return waiting is not None and self._is_offer(waiting.card or {})
