"""An invented person in front of Teams: looks at the chat with the bot, answers what waits, and
looks again on a change.

People are people: now and then one reloads, takes the other device or puts a heart on the card in
the middle of the questionnaire, and after "Something went wrong" they try again.
"""

from __future__ import annotations

import asyncio
import time

from sandbox import cards
from sandbox.cards import Card
from sandbox.connector.places import Place
from sandbox.connector.pressing import Answered
from sandbox.rehearse.answering import (
    FORWARD,
    NO,
    OTHER_ROLE,
    TIME,
    fill_in,
    fingerprint,
    forward,
    is_question,
)
from sandbox.rehearse.habits import WITH_A_LINE
from sandbox.rehearse.onlooker import DEVICES, Onlooker

RESTLESS = 0.06
"""How often, per answered card, somebody reloads, changes the device or reacts."""
TRY_AGAIN_SECONDS = 1.5
LOOK_AGAIN_SECONDS = 3.0
LOOK_AFRESH_TIMES = 40
"""A server that starts again on a busy machine takes up to a minute."""
LAST_STEPS = {"enrolment.agree", "enrolment.send"}
"""What the buttons send that hand a questionnaire in; without one of them, a quiet while tells that
nothing more comes.
"""


class Actor(Onlooker):
    """The same person, who also acts. `live` runs until it is cancelled."""

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

    def _choice(self, card: Card) -> str:
        """Which button the person presses."""
        if not is_question(card):
            return FORWARD if forward(card) else TIME
        if self._is_offer(card):
            return NO if self.persona.declines == "offer" else FORWARD
        if not self.persona.takes_part(self._stage.cycle):
            return NO
        turns = self.persona.turns and any(
            action.verb == OTHER_ROLE for action in cards.actions(card)
        )
        return OTHER_ROLE if turns else FORWARD

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
        wanted = own.verb if own else self._choice(card)
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
        elif self._is_offer(card):
            self.memory.offers.add(message_id)
        elif is_question(card):
            self.memory.said_yes.append(cards.texts(card))

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
