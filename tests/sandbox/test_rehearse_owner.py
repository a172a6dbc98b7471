"""The owner of a rehearsal, in front of a bot that answers by the book."""

import asyncio
import time
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sandbox.cards import Card
from sandbox.connector.clients import Shown
from sandbox.conversations import BOT
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.waiting import Patience, Stuck
from tests.sandbox.pressed import NO, PATIENT, YES
from tests.sandbox.recording_bot import Answer, answered_with, card, with_card
from tests.sandbox.stage import Stage, on_stage

NOBODY = cast("Any", None)
PREVIEW = card("Shall I?", actions=[YES, NO])


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


class Commanded:
    """Answers a command in its thread with a preview; the press of its forward button is what the
    owner wants.
    """

    def __init__(self, stage: Stage, deaf: int = 0, preview: Card = PREVIEW) -> None:
        self._stage = stage
        self._preview = preview
        self.deaf = deaf
        self.confirmed = False
        self.said: list[str] = []
        self.done = card("Done")

    def answer(self, activity: Card) -> Answer:
        if activity["type"] == "invoke":
            self.confirmed = True
            return answered_with(self.done)
        if self.deaf:
            self.deaf -= 1
            return 503, None
        self.said.append(activity["text"])
        state, place = self._stage.tenant.state, self._stage.owners
        state.conversations.add(place.id, BOT, with_card(self._preview), state.clock.now())
        return 202, None


class Greeting:
    """Is unreachable once, then says hello, and as soon as it may brings a card that has a forward
    button.
    """

    def __init__(self, stage: Stage, may: asyncio.Event) -> None:
        self._stage = stage
        self._may = may
        self._deaf = True
        self._writing: list[asyncio.Task[None]] = []

    def answer(self, _: Card) -> Answer:
        if self._deaf:
            self._deaf = False
            return 503, None
        if not self._writing:
            self._writing.append(asyncio.create_task(self._greet()))
        return 202, None

    async def _greet(self) -> None:
        await self._stage.post(self._stage.owners, with_card(card("Hello")))
        await self._may.wait()
        await self._stage.post(self._stage.owners, with_card(PREVIEW))


async def owner_of(stage: Stage) -> Owner:
    return Owner(stage.tenant.state, stage.tenant.clients, stage.owner, stage.owners)


async def test_what_the_bot_says_when_it_is_added_is_not_taken_for_the_answer_to_a_command(
    stage: Stage,
) -> None:
    bot = Commanded(stage, preview=card("Not now"))
    may_greet = asyncio.Event()
    stage.bot.answer = Greeting(stage, may_greet).answer
    owner = await owner_of(stage)
    adding = asyncio.create_task(owner.add_the_bot(PATIENT))
    await asyncio.sleep(0.5)
    assert not adding.done()
    may_greet.set()
    await adding
    stage.bot.answer = bot.answer
    with pytest.raises(Stuck, match="it is confirmed"):
        await owner.command(
            "match", lambda: bot.confirmed, "it is confirmed", Patience(1, lambda: None)
        )
    assert not bot.confirmed


async def test_the_owner_says_a_command_in_the_channel_and_confirms_its_preview(
    stage: Stage,
) -> None:
    bot = Commanded(stage)
    stage.bot.answer = bot.answer
    await (await owner_of(stage)).command(
        "match", lambda: bot.confirmed, "it is confirmed", PATIENT
    )
    assert bot.said == ["<at>Tandem</at> match"]


async def test_the_owner_says_it_again_while_the_bot_cannot_be_reached(stage: Stage) -> None:
    bot = Commanded(stage, deaf=1)
    stage.bot.answer = bot.answer
    await (await owner_of(stage)).command(
        "match", lambda: bot.confirmed, "it is confirmed", PATIENT
    )
    assert len(bot.said) == 1


async def test_the_owner_says_it_again_where_nothing_comes_of_it_but_not_while_a_card_is_to_change(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.rehearse.owner.NOTHING_TO_PRESS_SECONDS", 0.1)
    bot, owner = Commanded(stage, preview=card("Not now")), await owner_of(stage)
    stage.bot.answer = bot.answer
    await owner.command("match", lambda: len(bot.said) > 1, "it is said again", PATIENT)
    working = card("It is being computed") | {"refresh": {"action": YES}}
    bot = Commanded(stage, preview=working)
    bot.done = working
    stage.bot.answer = bot.answer
    with pytest.raises(Stuck, match="it is confirmed"):
        await owner.command("match", lambda: False, "it is confirmed", Patience(1, lambda: None))
    assert len(bot.said) == 1


async def test_the_owner_has_a_card_brought_up_to_date_that_is_long_at_work(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a press was answered with came after the card had changed, and lay over it for good."""
    monkeypatch.setattr("sandbox.rehearse.owner.NOTHING_TO_PRESS_SECONDS", 0.1)
    stale = card("It is being computed") | {"refresh": {"action": {**YES, "verb": "show"}}}
    bot = Commanded(stage, preview=stale)

    def answer(activity: Card) -> Answer:
        asked = activity.get("value", {}).get("action", {})
        return answered_with(PREVIEW) if asked.get("verb") == "show" else bot.answer(activity)

    stage.bot.answer = answer
    owner = await owner_of(stage)
    await owner.command("match", lambda: bot.confirmed, "it is confirmed", PATIENT)
    assert len(bot.said) == 1


async def test_the_owner_says_it_again_where_what_they_pressed_counts_no_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its preview came when the tenant's clock had gone on by days; nobody asked again."""
    monkeypatch.setattr("sandbox.rehearse.owner.NOTHING_TO_PRESS_SECONDS", 0.1)
    bot = Commanded(stage)
    told = {"type": "Container", "style": "attention", "items": []}
    bot.done = {**card("Too old"), "body": [told]}
    stage.bot.answer = bot.answer
    owner = await owner_of(stage)
    await owner.command("Do it", lambda: len(bot.said) == 2, "it is said again", PATIENT)
    assert len(bot.said) == 2


async def test_the_owner_presses_once_more_where_nothing_has_become_of_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever was at work on it was killed after the card had said that it takes a moment."""
    bot, presses = Commanded(stage), list[float]()

    def answer(activity: Card) -> Answer:
        if activity["type"] == "invoke":
            presses.append(time.monotonic())
            return answered_with(PREVIEW if len(presses) < 3 else bot.done)
        return bot.answer(activity)

    monkeypatch.setattr("sandbox.rehearse.owner.PRESS_AGAIN_SECONDS", 0.3)
    stage.bot.answer = answer
    owner = await owner_of(stage)
    await owner.command("match", lambda: len(presses) == 3, "it is confirmed", PATIENT)
    first, second, third = presses
    assert min(second - first, third - second) >= 0.3
    assert len(bot.said) == 1


async def test_the_owner_lets_the_minutes_pass_in_which_they_could_stop_it_once_a_card(
    stage: Stage,
) -> None:
    soon = card("In five minutes", actions=[{**NO, "id": "stop", "verb": "stop"}])
    stage.bot.answer = Commanded(stage, preview=soon).answer
    owner, clock = await owner_of(stage), stage.tenant.state.clock
    before, looks = clock.offset_seconds, iter(range(6))
    await owner.command("invite", lambda: next(looks) == 5, "it begins", PATIENT)
    assert round(clock.offset_seconds - before) == 301


async def test_an_owner_who_waits_in_vain_shows_the_last_card(stage: Stage) -> None:
    bot = Commanded(stage)
    stage.bot.answer = bot.answer
    with pytest.raises(Stuck, match=r"(?s)'match' in vain: the sky falls.*(Shall I|Done)"):
        await (await owner_of(stage)).command(
            "match", lambda: False, "the sky falls", Patience(1, lambda: None)
        )


def test_a_second_copy_of_an_earlier_card_comes_of_no_command() -> None:
    """The owner pressed it, and never said again what the bot could not obey."""
    seen = [shown("settings", 1), shown("settings", 2), shown("invite", 3)]
    assert [each.card["n"] for each in who_sees(seen)._come_of_it(1) if each.card] == [3]
    assert not who_sees(seen[:2])._is_answered(1)


def who_sees(standing: list[Shown]) -> Owner:
    clients = cast("Any", SimpleNamespace(look=lambda *_: standing))
    return Owner(NOBODY, clients, NOBODY, NOBODY)


def shown(posting: str, number: int) -> Shown:
    buttons = [{"type": "Action.Execute", "data": {"posting": posting}}]
    there = {"refresh": {}, "actions": buttons, "n": number}
    message = SimpleNamespace(id=str(number), sender_id=BOT)
    written = SimpleNamespace(card=there, message=message)
    return cast("Shown", written)


async def test_what_is_only_read_is_not_pressed(stage: Stage) -> None:
    commanded = Commanded(stage)
    stage.bot.answer = commanded.answer
    owner = Owner(stage.tenant.state, stage.tenant.clients, stage.owner, stage.owners)
    await owner.read("key figures", PATIENT)
    assert commanded.said
    assert not commanded.confirmed
