"""``make screenshots``: every card as a phone and a wide window show it, and the page as a visitor
walks through it.

All of them go to ``build/screenshots``; those that the README shows are written to
``docs/pictures``, so that they stay true.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Page

from cards.catalogue import render
from cards.kit.words import Words
from tests.browser.stage import ROOT, Visitor, chromium, demo, visit
from tests.browser.test_journey import (
    GERMAN,
    invites,
    launches,
    mentee_enrols,
    mentor_enrols,
    says_yes,
)
from tests.cards.samples import everything

OUT = ROOT / "build/screenshots"
PICTURES = ROOT / "docs/pictures"
VOICES = {"de": Words("de"), "sie": Words("de", formal=True), "en": Words("en")}
PHONE, WIDE = 360, 640
IN_TWO_PROGRAMMES = (
    "enrolment-again",
    "invite-preview",
    "next-cycle",
    "offer-mentee-open",
    "session-mentor-tomorrow",
)
"""Cards that are also taken as somebody in several programmes sees them."""
SHOWN = {
    "enrolment-mentee-invited.de": "invitation",
    "offer-mentee-open.en": "offer",
    "tandem-mentor.de": "tandem",
}
DRAW = """async ([card, dark, width]) => {
  const { drawCard } = await import("/page/cards.js");
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const alone = '<div class="card" id="alone"></div>';
  document.body.innerHTML = `<div class="message bot" style="width:${width}px">${alone}</div>`;
  document.body.style.cssText = "height:auto;padding:8px;display:block;background:var(--back)";
  drawCard(document.getElementById("alone"), card, { dark, onPress: () => {}, onLink: () => {} });
  await document.fonts.ready;
}"""


async def card_picture(
    page: Page, card: dict[str, Any], path: Path, *, dark: bool = False, width: int = PHONE
) -> None:
    """One card, as wide as a phone unless another width (pixels) is given."""
    await page.evaluate(DRAW, [card, dark, width])
    await page.locator(".message").screenshot(path=path)


async def all_cards(page: Page) -> None:
    """Every card in every voice, light; in German dark and wide as well."""
    folder = OUT / "cards"
    folder.mkdir(parents=True, exist_ok=True)
    for name, notice in everything().items():
        for voice, words in VOICES.items():
            await card_picture(page, render(notice, words).content, folder / f"{name}.{voice}.png")
        german = render(notice, VOICES["de"]).content
        await card_picture(page, german, folder / f"{name}.dark.png", dark=True)
        await card_picture(page, german, folder / f"{name}.wide.png", width=WIDE)
    for name in IN_TWO_PROGRAMMES:
        named = render(everything()[name], VOICES["de"], programme="Blickwechsel").content
        await card_picture(page, named, folder / f"{name}.programme.png")
    for source, target in SHOWN.items():
        Image.open(folder / f"{source}.png").save(PICTURES / f"{target}.png", optimize=True)


async def page_states(visitor: Visitor) -> None:
    """The journey, a picture at each stop."""
    await invites(visitor, GERMAN)
    await shot(visitor, "1-invited")
    await mentee_enrols(visitor, GERMAN)
    await shot(visitor, "2-mentee-enrolled")
    await mentor_enrols(visitor, GERMAN)
    await visitor.lets_others_answer()
    await proposals_approved(visitor)
    for number, seat in enumerate(("mentor", "mentee"), start=4):
        await visitor.sits(seat)
        await visitor.reads("Ja, gern", 60)
        await shot(visitor, f"{number}-offer-{seat}")
        await says_yes(visitor, GERMAN, seat)
        await visitor.lets_others_answer()
    await launches(visitor, GERMAN)
    await shot(visitor, "6-launched")
    await visitor.sits("mentee")
    await visitor.reads("Dein Tandem mit")
    await shot(visitor, "7-tandem")
    Image.open(OUT / "page/7-tandem.png").save(PICTURES / "page.png", optimize=True)
    await other_looks(visitor)


async def proposals_approved(visitor: Visitor) -> None:
    await visitor.sits("owner")
    await visitor.says("vorschläge")
    await visitor.page.get_by_text("Vorschläge").last.wait_for(timeout=60_000)
    approve = visitor.card.get_by_role("button", name="freigeben").first
    await approve.wait_for()
    await shot(visitor, "3-proposals")
    await visitor.confirms("freigeben")


async def other_looks(visitor: Visitor) -> None:
    """As wide as a phone, dark, and in English."""
    await visitor.page.click("#phone")
    await shot(visitor, "8-phone")
    await visitor.page.click("#dark")
    await shot(visitor, "9-phone-dark")
    await visitor.page.click("#switch-language")
    await visitor.sits("owner")
    await shot(visitor, "10-owner-english")


async def shot(visitor: Visitor, name: str) -> None:
    """The whole page as it stands now."""
    folder = OUT / "page"
    folder.mkdir(parents=True, exist_ok=True)
    await visitor.page.wait_for_timeout(800)
    await visitor.page.screenshot(path=folder / f"{name}.png")


async def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demo(Path(folder)) as address:
        async with chromium() as browser:
            async with visit(browser, address, height=900) as visitor:
                await page_states(visitor)
            async with visit(browser, address, width=800) as visitor:
                await all_cards(visitor.page)
    logging.getLogger(__name__).warning("The pictures are in %s and %s.", OUT, PICTURES)


if __name__ == "__main__":
    asyncio.run(main())
