"""What the owner of a rehearsal reads and takes in their own chat with the bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from sandbox.cards import Card
from sandbox.connector.places import Place, personal_place
from sandbox.conversations import BOT, CONSENT
from sandbox.rehearse.own_chat import FILES, READ, OwnChat
from sandbox.rehearse.waiting import Patience, Stuck
from tests.sandbox.pressed import PATIENT, tap
from tests.sandbox.recording_bot import Answer, answered_with, card, taken, with_card
from tests.sandbox.stage import Stage, on_stage

WHOM = "Anna Albrecht"


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


class Owned:
    """A bot that answers each command with a card, and whose buttons lead to files."""

    def __init__(self, stage: Stage, place: Place) -> None:
        self.said: list[str] = []
        self.taken: list[str] = []
        self.offers = True
        self.deaf_to = ""
        self._stage = stage
        self._place = place

    def answer(self, activity: Card) -> Answer:
        if activity.get("name") == self.deaf_to:
            return 503, None
        if activity.get("name") == "fileConsent/invoke":
            return self._put(activity["value"])
        if activity["type"] == "invoke":
            return self._led(activity["value"]["action"]["verb"])
        if text := str(activity.get("text", "")):
            self.said.append(text)
            self._say(with_card(self._card_for(text)))
        return taken(activity)

    def _card_for(self, text: str) -> Card:
        about = tap("settings.look", part="about"), tap("settings.look", part="file")
        buttons = {"settings": about, "texts": (tap("texts.export"),)}
        return card(text, actions=list(buttons.get(text, ())))

    def _led(self, verb: str) -> Answer:
        if verb == "settings.look":
            return answered_with(card("The file", actions=[tap("settings.export")]))
        context = {"file": verb}
        content = {"sizeInBytes": 3, "acceptContext": context, "declineContext": context}
        asks = {"contentType": CONSENT, "name": f"{verb}.txt", "content": content}
        if self.offers:
            self._say({"type": "message", "attachments": [asks]})
        return answered_with(card("It is offered"))

    def _put(self, value: Card) -> Answer:
        self.taken.append(f"{value['action']} {value['context']['file']}")
        drives, now = self._stage.tenant.state.drives, self._stage.tenant.state.clock.now()
        [session] = drives.sessions.values()
        session.take("bytes 0-2/3", b"abc")
        drives.complete(session, now)
        return 200, None

    def _say(self, activity: Card) -> None:
        state = self._stage.tenant.state
        state.conversations.add(self._place.id, BOT, activity, state.clock.now())


async def own_chat(stage: Stage) -> Owned:
    await stage.tenant.clients.add_app(stage.owner)
    place = personal_place(stage.tenant.state, stage.owner.id)
    assert place
    bot = Owned(stage, place)
    stage.bot.answer = bot.answer
    return bot


def owner(stage: Stage, patience: Patience = PATIENT) -> OwnChat:
    return OwnChat(stage.tenant.state, stage.tenant.clients, stage.owner, patience)


async def test_they_read_everything_and_take_every_file(stage: Stage) -> None:
    bot = await own_chat(stage)
    await asyncio.wait_for(owner(stage).look_around(WHOM), 20)
    assert bot.said == [*READ, f"find {WHOM}", *FILES]
    assert bot.taken == ["accept settings.export", "accept texts.export"]
    files = stage.tenant.state.drives.of(stage.owner.id)
    assert [each.name for each in files] == ["settings.export.txt", "texts.export.txt"]


async def test_whoever_waits_for_a_file_in_vain_says_so(stage: Stage) -> None:
    bot = await own_chat(stage)
    bot.offers = False
    with pytest.raises(Stuck, match="a file is offered"):
        await owner(stage, Patience(1, lambda: None)).look_around(WHOM)


@pytest.mark.parametrize(
    ("invoke", "what"),
    [
        ("adaptiveCard/action", "settings.look is answered"),
        ("fileConsent/invoke", "the file is accepted"),
    ],
)
async def test_so_does_whoever_presses_in_vain(stage: Stage, invoke: str, what: str) -> None:
    """It went on for ever."""
    bot = await own_chat(stage)
    bot.deaf_to = invoke
    looking = owner(stage, Patience(1, lambda: None)).look_around(WHOM)
    with pytest.raises(Stuck, match=what):
        await asyncio.wait_for(looking, 20)
