"""The demo as a program, and a visitor who uses its page in headless Chromium."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect
from playwright.async_api import Error as BrowserError

from sandbox.rehearse.product import free_port

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
LIBRARIES = ROOT / "sandbox/page/node_modules/adaptivecards"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
START_SECONDS = 90.0
LAST_OF_THE_LOG = 6_000


def need_a_browser() -> None:
    """Skip where there is no Chromium or the page's libraries are not installed; with CI=true that
    is an error.
    """
    missing = [
        what
        for what, there in (
            ("chromium", bool(CHROMIUM)),
            ("the page's libraries", LIBRARIES.is_dir()),
        )
        if not there
    ]
    if not missing:
        return
    sentence = f"{' and '.join(missing)} missing: apt-get install chromium, make setup-page"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@contextmanager
def demo(tmp_path: Path, *arguments: str) -> Iterator[str]:
    """Run ``python -m sandbox demo``; the address that it names in its last line."""
    need_a_browser()
    log = tmp_path / "demo.log"
    command = [sys.executable, "-m", "sandbox", "demo", "--port", str(free_port()), *arguments]
    with log.open("wb") as output:
        program = subprocess.Popen(
            command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True
        )
        try:
            yield _address(program, log)
        except Exception as error:
            error.add_note(log.read_text(encoding="utf-8")[-LAST_OF_THE_LOG:])
            raise
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait(90)


def _address(program: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and program.poll() is None:
        lines = log.read_text(encoding="utf-8").splitlines()
        if lines and lines[-1].startswith("Open "):
            return lines[-1].removeprefix("Open ")
        time.sleep(0.2)
    raise AssertionError(f"the demo did not start:\n{log.read_text(encoding='utf-8')}")


STILL_MILLISECONDS = 300
UNFOLDED = 5_000
"""Milliseconds in which what a button opens can be pressed, unless the message is edited."""
QUIET = """async (still) => {
  const person = () => document.getElementById("pick-person").value;
  const look = () => fetch("/sandbox/screen?person=" + person());
  const beats = async () => (await (await look()).json()).beats;
  let before = -1;
  for (let looks = 0, now = await beats(); looks < 100 && before !== now; looks += 1) {
    await new Promise((go) => setTimeout(go, still));
    [before, now] = [now, await beats()];
  }
}"""
NOTHING_SAID = "toast.textContent = ''"
"""What the page said before is not taken for what it says next."""


@dataclass
class Visitor:
    """Somebody in front of the page; counts taps (a drop-down is two, a field one) and notes what
    the console complains of.
    """

    page: Page
    taps: int = 0
    read_for: float = 0.0
    """Seconds in which the visitor only looked."""
    complaints: list[str] = field(default_factory=list)

    def listen(self, message: ConsoleMessage) -> None:
        """Note an error or a warning of the console."""
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    async def sits(self, seat: str) -> None:
        """Look at the screen of ``owner``, ``mentee`` or ``mentor``."""
        await self.page.click(f"[data-seat={seat}]")
        await self.page.wait_for_selector(f"[data-seat={seat}][aria-pressed=true]")

    @asynccontextmanager
    async def explains(self) -> AsyncIterator[None]:
        """What fails within says what stands on the page at that moment."""
        try:
            yield
        except Exception as error:
            error.add_note(await self.sees())
            raise

    async def sees(self) -> str:
        """Whose screen it is, the messages on it, and what the page or its console said last."""
        who = await self.page.locator("#who").text_content()
        messages = await self.page.locator("#messages").inner_text()
        toast = await self.page.locator("#toast").text_content()
        return f"{who} sees:\n{messages}\ntoast: {toast}\nconsole: {self.complaints}"

    @property
    def card(self) -> Locator:
        """The newest message with a card."""
        return self.page.locator(".message:has(.card)").last

    async def reads(self, text: str, seconds: float = 90) -> None:
        """Wait until the newest card says the text."""
        async with self.explains():
            await self.card.get_by_text(text).first.wait_for(timeout=seconds * 1000)

    async def presses(self, button: str) -> None:
        """Press a button of the newest card by its title."""
        self.taps += 1
        async with self.explains():
            await self.card.get_by_role("button", name=button, exact=True).first.click()
        await self.answered()

    async def confirms(self, button: str, seconds: float = 90) -> None:
        """Press a button that asks back, and the coloured one below it. An edit of the message
        folds what stood open, as it does in Teams: then one opens it again.
        """
        async with self.explains(), asyncio.timeout(seconds):
            while not await self._confirmed(button):
                await self.page.evaluate(QUIET, STILL_MILLISECONDS)
        await self.answered()

    async def _confirmed(self, button: str) -> bool:
        """Whether the coloured button, in sight without scrolling, could be pressed."""
        sure = self.card.locator(".style-positive").first
        try:
            if not await sure.is_visible():
                await self.card.get_by_role("button", name=button).first.click(timeout=UNFOLDED)
            await expect(sure).to_be_in_viewport(ratio=0.9, timeout=UNFOLDED)
            await sure.click(timeout=UNFOLDED)
        except (AssertionError, BrowserError):
            return False
        return True

    async def offered(self, seconds: float = 90) -> None:
        """Wait until a card that came after one's own words has a coloured button; the owners'
        channel begins with a card that has one.
        """
        came = self.page.locator(".message.own ~ .message:has(.card .style-positive)")
        async with self.explains():
            await came.last.wait_for(timeout=seconds * 1000)

    async def answered(self) -> None:
        """Wait until the bot has answered the press, and, as somebody does who reads before they
        press again, until nothing on the screen moves: what the press changes comes once more, as
        an edit of the message, and a card in between takes what was chosen on it along.
        """
        await self.page.locator(".message.busy").first.wait_for(state="detached")
        began = time.monotonic()
        await self.page.evaluate(QUIET, STILL_MILLISECONDS)
        self.read_for += time.monotonic() - began

    async def chooses(self, label: str, option: str) -> None:
        """Choose from a drop-down."""
        self.taps += 2
        await self.card.get_by_label(label).first.select_option(label=option)

    async def ticks(self, option: str) -> None:
        """Tick a box or a circle."""
        self.taps += 1
        await self.card.get_by_label(option, exact=True).first.check()

    async def types(self, label: str, text: str) -> None:
        """Type into a field."""
        self.taps += 1
        await self.card.get_by_label(label).first.fill(text)

    async def says(self, text: str) -> None:
        """Write a message."""
        await self.page.fill("#own-words", text)
        await self.page.keyboard.press("Enter")

    async def waits_a_minute(self) -> None:
        """A minute passes in the tenant: nobody asks for the same card twice in one second."""
        there = f"{self.page.url}sandbox/clock"
        answered = await self.page.request.post(there, data={"advance_seconds": 60})
        assert answered.ok

    async def lets_others_answer(self) -> None:
        """Press *let the others answer* and wait until they have."""
        await self.page.evaluate(NOTHING_SAID)
        await self.page.click("#others")
        await self.page.wait_for_function(
            "/ geantwortet| answered|wartet auf|is waiting/.test(toast.textContent)",
            timeout=90_000,
        )

    async def fills_in(self, seat: str, step: int) -> None:
        """Let the page fill in what waits for one of the seats."""
        await self.sits(seat)
        await self.page.evaluate(NOTHING_SAID)
        await self.page.click(f"#tour li:nth-child({step}) .do button:nth-child(1)")
        await self.page.wait_for_function("/Erledigt|Done/.test(toast.textContent)", timeout=90_000)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Headless Chromium."""
    need_a_browser()
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def visit(
    browser: Browser, address: str, locale: str = "de-DE", *, width: int = 1500, height: int = 1000
) -> AsyncIterator[Visitor]:
    """A visitor on the page, whose browser has this locale, and nothing of earlier visits."""
    page = await browser.new_page(viewport={"width": width, "height": height}, locale=locale)
    page.set_default_timeout(90_000)
    visitor = Visitor(page)
    page.on("console", visitor.listen)
    page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    await page.goto(address)
    await page.wait_for_selector("[data-seat=owner][aria-pressed=true]")
    yield visitor
    await page.close()
