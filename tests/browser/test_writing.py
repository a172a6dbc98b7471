"""What somebody writes on the demo's page is not lost, and words say why it was not sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.stage import chromium, demo, visit

pytestmark = pytest.mark.long
UNREACHABLE = "The demo is not running. Start it anew in the terminal"


async def test_what_cannot_be_sent_stays_to_be_sent_again(tmp_path: Path) -> None:
    with demo(tmp_path) as address:
        async with chromium() as browser, visit(browser, address, "en-GB") as visitor:
            page, words = visitor.page, "#own-words"
            await page.route("**/sandbox/say", lambda route: route.abort())
            await visitor.says("help")
            await page.get_by_text(UNREACHABLE).wait_for()
            await expect(page.locator(words)).to_have_value("help")

            await page.unroute("**/sandbox/say")
            await page.press(words, "Enter")
            await page.locator(".message.own").get_by_text("help").wait_for()
            await expect(page.locator(words)).to_have_value("")
