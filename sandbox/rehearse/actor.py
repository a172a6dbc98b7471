"""An invented person in front of Teams: looks at the chat with the bot, answers what waits, and
looks again on a change.

People are people: now and then one reloads, takes the other device or puts a heart on the card in
the middle of the questionnaire, and after "Something went wrong" they try again.
"""

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
from sandbox.connector.pressing import Answered
from sandbox.conversations import BOT
from sandbox.personas import Persona
from sandbox.rehearse.answering import (
    FORWARD,
    NO,
    OTHER_ROLE,
    TIME,
    fill_in,
    fingerprint,
    forward,
    is_question,
    time_to_take,
)
from sandbox.rehearse.habits import WITH_A_LINE, Habits
from sandbox.rehearse.staging import Memory, Stage
from sandbox.state import TenantState

DEVICES = ("phone", "desktop")
RESTLESS = 0.06
"""How often, per answered card, somebody reloads, changes the device or reacts."""
TRY_AGAIN_SECONDS = 1.5
LOOK_AGAIN_SECONDS = 3.0
SAME_CARD_TIMES = 8
LOOK_AFRESH_TIMES = 40
"""A server that starts again on a busy machine takes up to a minute."""
RUNNING = "running"
"""The stage from the launch on, in which everybody answers what comes, each card once."""
LAST_STEPS = {"enrolment.agree", "enrolment.send"}
"""What the buttons send that hand a questionnaire in; without one of them, a quiet while tells that
nothing more comes.
"""


class Actor:
    """One person, with a part in a programme or in several. `live` runs until it is cancelled."""

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

    async def look_afresh(self) -> None:
        """Restart the client, and have a card that still waits brought up to date by the message's
        menu.

        A message that was posted twice may show an old step for a minute; what the product says now
        is what counts. While it does not answer (a request fails, a server that was killed starts
        again) the person asks once more.
        """
        await self._clients.reload(self.persona.person, self._device)
        for _ in range(LOOK_AFRESH_TIMES):
            if await self._is_fresh():
                return
            await asyncio.sleep(TRY_AGAIN_SECONDS)

    async def _is_fresh(self) -> bool:
        """Whether what waits, if anything does, is what the product says now."""
        waiting, place = self.waiting_card(), self.place
        if waiting is None or place is None or "refresh" not in (waiting.card or {}):
            return True
        asked = await self._clients.refresh(
            self.persona.person, place, self._device, waiting.message.id
        )
        return asked.acknowledged

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
        """From now on a new message with a question is an offer."""
        self.memory.standing = {one.message.id for one in self._shown()}

    def begin(self) -> None:
        """A new cycle: what was done in the last one is over."""
        self.memory, self.is_dateless = Memory(), False

    async def live(self) -> None:
        """Answer whatever comes, for ever."""
        place = await self._installed()
        while True:
            await self._clients.open(self.persona.person, place, self._device)
            waiting = self._to_press()
            if offered := self._offered_file():
                await self._take(place, offered)
            elif waiting is None or waiting.card is None:
                await self._state.conversations.change(place.id)
            else:
                await self._answer(place, waiting.message.id, waiting.card)

    async def say(self, text: str) -> bool:
        """Write this to the bot; whether it has arrived."""
        place = self.place
        if place is None:
            return False
        _, delivered = await self._clients.say(self.persona.person, text, place)
        return delivered is not None and delivered.arrived

    async def press(self, verb: str) -> bool:
        """Press the button that sends this, on the newest card that has it; whether the product
        took it.
        """
        place, shown = self.place, reversed(self._shown())
        found = next((one for one in shown if _sends(verb, one.card)), None)
        if place is None or found is None or found.card is None:
            return False
        action = cards.find_action(found.card, verb)
        answered = await self._clients.click(
            self.persona.person, place, self._device, found.message.id, verb
        )
        if answered.acknowledged and self.habits:
            self.habits.pressed(found.message.id, action, found.card)
        return answered.acknowledged

    def _offered_file(self) -> str:
        """The message that asks whether a file may be put into the person's OneDrive; empty if none
        does that was not answered yet.
        """
        if self.habits is None or self._stage.name != RUNNING:
            return ""
        asked = (one.message for one in self._shown() if one.message.consent)
        return next((one.id for one in asked if one.id not in self.memory.files), "")

    async def _take(self, place: Place, message_id: str) -> None:
        """Accept the file; once more where the product has not heard of it."""
        person = self.persona.person
        if (await self._clients.consent(person, place, message_id, accepts=True)).arrived:
            self.memory.files.add(message_id)
        else:
            await asyncio.sleep(TRY_AGAIN_SECONDS)

    async def _installed(self) -> Place:
        await self.installed.wait()
        place = self.place
        if place is None:
            raise LookupError(f"{self.name} was told of a chat with the bot that is not there.")
        return place

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

    def _choice(self, message_id: str, card: Card) -> str:
        """Which button the person presses."""
        if not is_question(card):
            return FORWARD if forward(card) else TIME
        if self._is_offer(message_id, card):
            return NO if self.persona.declines == "offer" else FORWARD
        if not self.persona.takes_part(self._stage.cycle):
            return NO
        turns = self.persona.turns and any(
            action.verb == OTHER_ROLE for action in cards.actions(card)
        )
        return OTHER_ROLE if turns else FORWARD

    def _is_offer(self, message_id: str, card: Card) -> bool:
        return (
            self._stage.name == "offer"
            and is_question(card)
            and message_id not in self.memory.standing
            and fingerprint(card) not in self.memory.invitations
        )

    def _offered(self) -> bool:
        if all(one.message.id in self.memory.standing for one in self._shown()):
            return False  # nobody has to look at what stood there before the offers
        waiting = self.waiting_card()
        return waiting is not None and self._is_offer(waiting.message.id, waiting.card or {})

    async def _answer(self, place: Place, message_id: str, card: Card) -> None:
        before = self.memory.pressed.get(fingerprint(card), 0)
        if before:
            # The same card again: the bot's edit with the next one may still be on its way.
            await self._pause(place, LOOK_AGAIN_SECONDS)
        async with self._stage.presses:
            # While waiting for a turn the screen may have changed; nobody presses what is not there
            # any more.
            if not self._still(message_id, card):
                return
            self.memory.pressed[fingerprint(card)] = before + 1
            taken = await self._press(place, message_id, card)
        await (self._be_restless(place, message_id) if taken else asyncio.sleep(TRY_AGAIN_SECONDS))

    def _still(self, message_id: str, card: Card) -> bool:
        waiting = self._to_press()
        if waiting is None or waiting.card is None or waiting.message.id != message_id:
            return False
        return fingerprint(waiting.card) == fingerprint(card)

    async def _press(self, place: Place, message_id: str, card: Card) -> bool:
        """Press the button; whether the product took it."""
        own = self._own_way(message_id, card)
        wanted = own.verb if own else self._choice(message_id, card)
        writes = wanted in {FORWARD, TIME, *WITH_A_LINE}
        answers = fill_in(card, self._known(message_id, card)) if writes else {}
        action = own or cards.find_action(card, wanted)
        if self.habits:
            self.habits.presses(message_id, action, card)
        self._note(message_id, card, wanted)
        answered = await self._clients.click(
            self.persona.person,
            place,
            self._device,
            message_id,
            wanted,
            answers,
            data=own.spec.get("data") if own else None,
        )
        if not answered.acknowledged:
            self._complain(card, answered)
            return False
        if self.habits:
            self.habits.pressed(message_id, action, card)
        if wanted == FORWARD:
            self._remember(message_id, card, answers)
        return True

    def _known(self, message_id: str, card: Card) -> dict[str, str]:
        """What the person knows of themselves, by input id."""
        if self.habits is None:
            return self.persona.answers
        return {**self.persona.answers, **self.habits.known(message_id, card)}

    def _note(self, message_id: str, card: Card, wanted: str) -> None:
        self.memory.last_press_monotonic = time.monotonic()
        if wanted == NO:
            self.memory.said_no = True
        elif self._is_offer(message_id, card):
            self.memory.offers.add(message_id)
        elif is_question(card):
            self.memory.said_yes.append(cards.texts(card))
        if is_question(card) and not self._is_offer(message_id, card):
            self.memory.invitations.add(fingerprint(card))

    def _remember(self, message_id: str, card: Card, answers: dict[str, str]) -> None:
        shown = {one.id: one.value for one in cards.inputs(card).values()}
        action = cards.find_action(card, FORWARD)
        said = {key: str(value) for key, value in action.spec.get("data", {}).items()}
        self.memory.acknowledged |= said | shown | answers
        if action.verb in LAST_STEPS:
            self.memory.handed_in.add(message_id)

    def _complain(self, card: Card, answered: Answered) -> None:
        """A press that the product did not take does not count as one."""
        delivered = answered.delivered
        self.memory.refusals.append(
            delivered.error or f"{delivered.status}: {delivered.body}"[:300]
        )
        self.memory.pressed[fingerprint(card)] -= 1

    async def _be_restless(self, place: Place, message_id: str) -> None:
        if self._chance.random() >= RESTLESS:
            return
        match self._chance.choice(("reload", "device", "react")):
            case "reload":
                await self._clients.reload(self.persona.person, self._device)
            case "device":
                self._device = DEVICES[1 - DEVICES.index(self._device)]
            case _:
                await self._clients.react(self.persona.person, place, message_id, "heart")

    async def _pause(self, place: Place, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._state.conversations.change(place.id)
        except TimeoutError:
            return


def _sends(verb: str, card: Card | None) -> bool:
    return any(action.verb == verb for action in cards.actions(card or {}))
