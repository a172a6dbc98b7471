"""A page of Microsoft's Agents Playground, as somebody uses it: channels, messages, cards and their
inputs.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from playwright.async_api import Browser, Locator, Page

from sandbox import cards
from sandbox.cards import Card, Input
from sandbox.rehearse.answering import fill_in

PATIENCE_SECONDS = 90.0
STILL_SECONDS = 0.5
MARKDOWN = frozenset("*_[]#\n")


class Screen:
    """A Playground's page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    async def of(cls, browser: Browser, url: str) -> Screen:
        """Open a Playground."""
        page = await browser.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(PATIENCE_SECONDS * 1000)
        await page.goto(url)
        await page.get_by_role("treeitem").first.wait_for()
        return cls(page)

    @property
    def newest(self) -> Locator:
        """The card that stands last in the chat."""
        return self.page.locator(".ac-adaptiveCard").last

    async def channel(self) -> None:
        """Go to the channel beside *General*."""
        await self.page.get_by_role("treeitem").last.click()
        await self.page.get_by_role("button", name="Post", exact=True).wait_for()

    async def post(self, text: str) -> None:
        """Begin a thread that mentions the bot."""
        await self.page.locator("[data-lexical-editor=true]").first.click()
        await self.page.keyboard.type("@Tan")
        await self.page.get_by_role("menuitem", name="Tandem").click()
        await self.page.keyboard.type(f" {text}")
        await self.page.get_by_role("button", name="Post", exact=True).click()

    async def say(self, text: str) -> None:
        """Write in the personal chat."""
        await self.page.locator("[data-lexical-editor=true]").last.click()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")

    async def shows(self, newest: Callable[[], Card | None]) -> Card:
        """Wait until the page shows the first words of the newest card, which may change meanwhile;
        that card.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            card = newest()
            if card and await self._has(card) and await self._stands_still():
                return card
            await asyncio.sleep(0.1)
        shown = await self.page.locator("body").inner_text()
        raise AssertionError(f"the page shows, not {cards.texts(newest() or {})[:5]}: {shown}")

    async def _has(self, card: Card) -> bool:
        found = [
            await self.page.locator(".ac-adaptiveCard").get_by_text(text, exact=True).count()
            for text in _plain(card)
        ]
        return bool(found) and all(found)

    async def _stands_still(self) -> bool:
        """Whether the page is drawn: a press is answered twice, with a card and with an edit, which
        draws the card anew.
        """
        before = await self.newest.evaluate("card => card.outerHTML")
        await asyncio.sleep(STILL_SECONDS)
        return bool(before == await self.newest.evaluate("card => card.outerHTML"))

    async def fill(self, card: Card, known: dict[str, str]) -> None:
        """Fill in what the person knows, and whatever else is required; people are picked
        elsewhere.
        """
        shown = cards.inputs(card)
        for key, value in fill_in(card, known).items():
            kind = kind_of(shown[key])
            position = [each for each in shown if kind_of(shown[each]) == kind].index(key)
            if kind == "dropdown":
                titles = [title_of(shown[key], part) for part in value.split(",")]
                await self._choose(position, titles)
            elif kind == "radio":
                await self._radio(position, title_of(shown[key], value))
            elif kind == "line":
                await self._write(position, value)
            elif kind == "box":
                await self._tick(shown[key], value)

    async def _choose(self, position: int, titles: list[str]) -> None:
        """A list of several stays open after a choice; the next click elsewhere folds it."""
        await self.newest.get_by_role("combobox").nth(position).click()
        for title in titles:
            await self.page.get_by_role("option", name=title, exact=True).click()

    async def _radio(self, position: int, title: str) -> None:
        await (
            self.newest.get_by_role("radiogroup")
            .nth(position)
            .get_by_text(title, exact=True)
            .click()
        )

    async def _write(self, position: int, value: str) -> None:
        await (
            self.newest.locator(
                "textarea, input:not([type=checkbox], [type=radio], [role=combobox])"
            )
            .nth(position)
            .fill(value)
        )

    async def _tick(self, one: Input, value: str) -> None:
        toggle = one.type == "Input.Toggle"
        choices = (
            [{"title": one.spec["title"], "value": one.choices[0]}]
            if toggle
            else one.spec["choices"]
        )
        for choice in choices:
            box = self.newest.locator(f'input[type=checkbox][aria-label="{choice["title"]}"]')
            if await box.is_checked() != (choice["value"] in value.split(",")):
                await box.click()

    async def go_on(self, card: Card | None = None) -> None:
        """Press the button that leads on; that of this card, where others stand beside it."""
        shown = self.page.locator(".ac-adaptiveCard" if card else "body")
        for text in _plain(card or {}):
            shown = shown.filter(has_text=text)
        await shown.locator("button:has(.style-positive)").last.click()


def _plain(card: Card) -> list[str]:
    """The first words of the card that are drawn as they stand."""
    drawn = cards.elements(_folded(card))
    said = [str(each["text"]) for each in drawn if each["type"] == "TextBlock"]
    return [text for text in said if not set(text) & MARKDOWN][:3]


def _folded(node: Any) -> Any:
    """The card, or a part of it, without what its buttons unfold."""
    if isinstance(node, list):
        return [_folded(each) for each in node if not _unfolds(each)]
    if isinstance(node, dict):
        return {key: _folded(each) for key, each in node.items()}
    return node


def _unfolds(node: Any) -> bool:
    return isinstance(node, dict) and node.get("type") == "Action.ShowCard"


def kind_of(one: Input) -> str:
    """How the Playground draws the input."""
    if one.people:
        return "people"
    expanded = one.spec.get("style") == "expanded"
    if one.type == "Input.Toggle" or (one.multiple and expanded):
        return "box"
    if not one.choices:
        return "line"
    return "radio" if expanded else "dropdown"


def title_of(one: Input, value: str) -> str:
    """The words of a choice."""
    return next(str(choice["title"]) for choice in one.spec["choices"] if choice["value"] == value)
