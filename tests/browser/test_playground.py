"""Microsoft's Agents Playground in a real browser: an owner commands in the channel, a mentee
enrols in the personal chat.

The cards decide what is filled in and pressed: required inputs by their JSON, the button with the
style `positive`.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, async_playwright, expect

from sandbox import cards
from sandbox.cards import Card
from sandbox.casting import cast
from sandbox.journal import Exchange
from sandbox.playground.people import Part
from sandbox.playground.program import HERE, PACKAGE, CannotStart, check_free, install
from sandbox.playground.stage import PAIRS, SEED, Options, Stage, on_stage
from sandbox.rehearse.answering import fingerprint, forward
from sandbox.rehearse.product import free_port
from sandbox.signin import BOT_AUDIENCE
from tests.browser.playground_page import PATIENCE_SECONDS, Screen

pytestmark = pytest.mark.long
REPOSITORY = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
MOST_STEPS = 20
GREETINGS = 3


def lacking(reason: str) -> None:
    """Skip with a sentence; with CI=true the machine has to have everything."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


@pytest.fixture
async def program() -> Path:
    """The installed Playground; only with CI=true it is fetched, so that a test on a journey does
    not wait for a network.
    """
    if os.environ.get("CI") != "true" and not (HERE / PACKAGE).is_dir():
        lacking("The Playground is not installed here; `python -m sandbox playground` installs it.")
    if shutil.which("node") is None:
        lacking("Node.js is not on this machine, so the Playground cannot run.")
    try:
        return await install(lambda: None)
    except CannotStart as reason:
        lacking(str(reason))
        raise


@pytest.fixture
async def browser(program: Path) -> AsyncIterator[Browser]:
    if shutil.which(CHROMIUM) is None:
        lacking("Chromium is not on this machine, so nobody can look at the Playground.")
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        await found.close()


async def until(reached: Callable[[], Any], what: str) -> Any:
    """What `reached` gives as soon as it gives something; fails with `what` after a while."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if found := reached():
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"in vain: {what}")


@dataclass
class Theatre:
    """The stage, and the newest card in each conversation as the bot wrote it."""

    stage: Stage
    newest: dict[str, Card] = field(default_factory=dict)

    def see(self, exchange: Exchange) -> None:
        """Remember the card of a message that was written or edited."""
        if (
            exchange.service == "connector"
            and exchange.effect
            and isinstance(exchange.request, dict)
        ):
            for attachment in exchange.request.get("attachments", ()):
                self.newest[self._name(exchange.path.split("/")[4])] = attachment["content"]

    def _name(self, conversation: str) -> str:
        chat = self.stage.tenant.state.chat_of(conversation)
        return chat.conversation_id if chat else conversation

    def personal(self, part: Part) -> str:
        """The person's chat with the bot."""
        return self.stage.tenant.clients.place(self.stage.players.who(part)).id

    def in_channel(self) -> Card | None:
        """The newest card in a thread of the owners' channel."""
        channel = f"{self.stage.tenant.state.owners_channel_id};"
        return next(
            (card for place, card in reversed(self.newest.items()) if place.startswith(channel)),
            None,
        )

    def answers(self, part: Part) -> dict[str, str]:
        """What the person knows to answer, by input id."""
        person = self.stage.players.who(part)
        parts = cast(self.stage.tenant.state, PAIRS, SEED).personas()
        return next(persona.answers for persona in parts if persona.person.id == person.id)


def ports_in_a_row(number: int) -> int:
    """The first of so many free ports."""
    while True:
        first = free_port()
        try:
            for port in range(first, first + number):
                check_free(port)
        except CannotStart:
            continue
        return first


@asynccontextmanager
async def theatre(folder: Path, *parts: Part) -> AsyncIterator[Theatre]:
    async with on_stage(
        Options(parts, ports_in_a_row(len(parts))), folder, lambda _: None
    ) as stage:
        found = Theatre(stage)
        stage.tenant.state.journal.observers.append(found.see)
        yield found


async def enrol(scene: Theatre, screen: Screen, part: Part) -> int:
    """Go through the questionnaire; how many times forward was pressed."""
    conversation = scene.personal(part)
    for presses in range(MOST_STEPS):
        card = await screen.shows(lambda: scene.newest.get(conversation))
        if forward(card) is None:
            return presses
        await screen.fill(card, scene.answers(part))
        await screen.go_on()
        await until(another_than(card, scene, conversation), f"another than {cards.texts(card)}")
    raise AssertionError(f"no end after {MOST_STEPS} steps")


def another_than(card: Card, scene: Theatre, conversation: str) -> Callable[[], bool]:
    before = fingerprint(card)
    return lambda: fingerprint(scene.newest[conversation]) != before


def states(folder: Path) -> list[str]:
    """The states of all enrolments."""
    with sqlite3.connect(folder / "tandem.sqlite") as connection:
        found = [row[0] for row in connection.execute("SELECT state FROM enrolments")]
    connection.close()
    return found


async def test_an_owner_invites_in_the_channel_and_mentee_and_mentor_enrol_in_their_personal_chats(
    browser: Browser, tmp_path: Path
) -> None:
    async with theatre(tmp_path, "owner", "mentee", "mentor") as scene:
        urls = {part: one.setting.url for part, one in scene.stage.playgrounds.items()}
        owner, mentee, mentor = [
            await Screen.of(browser, urls[part]) for part in ("owner", "mentee", "mentor")
        ]
        await owner.channel()
        parts: list[tuple[Part, Screen]] = [("mentee", mentee), ("mentor", mentor)]
        for role, screen in parts:
            await invite(scene, owner, role)
            assert await enrol(scene, screen, role) >= 3
        assert states(tmp_path) == ["done", "done"]
        await status(scene, owner)
        await speak_german(scene, mentee)
        await come_back(scene, mentee)
        await pick_somebody(scene, mentee)


async def invite(scene: Theatre, owner: Screen, role: Part) -> None:
    """The owner's command, its preview, the confirmation."""
    invited, before = scene.stage.players.who(role), scene.in_channel() or {}
    await owner.post(f"invite {role}s {invited.mail}")
    preview = await owner.shows(lambda: other_than(before, scene.in_channel()))
    assert invited.display_name in "\n".join(cards.texts(preview))
    await owner.go_on(preview)
    await until(
        lambda: scene.newest.get(scene.personal(role)), "the invitation in their own Playground"
    )
    await owner.shows(lambda: other_than(preview, scene.in_channel()))


def other_than(card: Card, now: Card | None) -> Card | None:
    """The card that stands there now, if it is another one."""
    return now if now and fingerprint(now) != fingerprint(card) else None


async def status(scene: Theatre, owner: Screen) -> None:
    """How the programme stands, in a thread of its own."""
    before = scene.in_channel() or {}
    await owner.post("status")
    await owner.shows(lambda: other_than(before, scene.in_channel()))


async def speak_german(scene: Theatre, mentee: Screen) -> None:
    """The Playground says en-US; a word switches."""
    await mentee.say("sprache de")
    await expect(mentee.page.get_by_text("auf Deutsch").last).to_be_visible(
        timeout=PATIENCE_SECONDS * 1000
    )


async def come_back(scene: Theatre, mentee: Screen) -> None:
    """The Playground forgets its messages when its page is loaded anew; a greeting brings one's
    card again. What comes before the new page listens it never shows: then one says it again.
    """
    await mentee.page.reload()
    await mentee.page.get_by_role("treeitem").first.wait_for()
    for _ in range(GREETINGS - 1):
        with suppress(AssertionError):
            return await greet(scene, mentee)
    return await greet(scene, mentee)


async def greet(scene: Theatre, mentee: Screen) -> None:
    """A greeting brings one's card."""
    conversation = scene.personal("mentee")
    written = scene.stage.relay.written[conversation]
    await mentee.say("hi")
    await until(lambda: scene.stage.relay.written[conversation] > written, "the card anew")
    await mentee.shows(lambda: scene.newest[conversation])


async def pick_somebody(scene: Theatre, mentee: Screen) -> None:
    """The people picker of the Playground gives the directory's id, as that of Teams does."""
    people = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    picker = {
        "type": "Input.ChoiceSet",
        "id": "who",
        "label": "Who?",
        "choices": [],
        "choices.data": people,
    }
    press = {
        "type": "Action.Execute",
        "title": "Chosen",
        "verb": "none",
        "style": "positive",
        "data": {},
    }
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [picker], "actions": [press]}
    await write(scene, scene.personal("mentee"), card)
    await mentee.page.locator("input.ms-BasePicker-input").last.click()
    await mentee.page.get_by_role("option", name=scene.stage.players.owner.display_name).click()
    async with mentee.page.expect_request("**/_conversation/v1/invoke") as sent:
        await mentee.go_on()
    invoked: Any = (await sent.value).post_data_json
    assert invoked["value"]["action"]["data"]["who"] == scene.stage.players.owner.id


async def write(scene: Theatre, conversation: str, card: Card) -> None:
    """Write a message as the bot."""
    tenant = scene.stage.tenant
    message = {
        "type": "message",
        "attachments": [
            {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
        ],
    }
    headers = {"Authorization": f"Bearer {tenant.signin.issue(BOT_AUDIENCE)}"}
    url = f"{tenant.url}/connector/v3/conversations/{conversation}/activities"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json=message, headers=headers) as answer,
    ):
        assert answer.status == 201


@pytest.fixture
def in_the_background() -> Iterator[None]:
    """What a shell starts in the background inherits that Ctrl-C is ignored."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("in_the_background")
async def test_the_command_invites_by_itself_says_where_to_go_and_leaves_nothing_behind(
    program: Path,
) -> None:
    port = free_port()
    arguments = ("-m", "sandbox", "playground", "--as", "mentor", "--port", str(port))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd=REPOSITORY,
    )
    said = await asyncio.wait_for(_until_said(process, "Ctrl-C"), 180)
    assert f"Open http://127.0.0.1:{port}/ as " in said
    assert "invites" in said
    children = [int(each) for each in _children(process.pid)]
    assert len(children) == 2, "one product, one Playground"
    process.send_signal(signal.SIGINT)
    rest, _ = await asyncio.wait_for(process.communicate(), 90)
    assert (process.returncode, rest.decode().strip().splitlines()[-1]) == (
        0,
        "Everything has ended.",
    )
    assert not [each for each in children if _lives(each)]
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


async def _until_said(process: asyncio.subprocess.Process, word: str) -> str:
    assert process.stdout is not None
    said = ""
    while word not in said:
        line = await process.stdout.readline()
        assert line, f"it ended: {said}"
        said += line.decode()
    return said


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
