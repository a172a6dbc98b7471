"""Nothing on the demo's page is cut off, for people whose scrollbars take up room (as on Windows),
at a laptop's width and at a phone's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.stage import CHROMIUM, FLAGS, Visitor, demo, need_a_browser, visit

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]
LAPTOP, PHONE = 1400, 420
STICKS_OUT = """place => {
  const inner = place.clientWidth - parseFloat(getComputedStyle(place).paddingRight);
  const room = place.getBoundingClientRect().left + place.clientLeft + inner;
  const within = [...place.querySelectorAll("*")];
  const out = within.filter((one) => one.getBoundingClientRect().right > room + 1);
  return out.map((one) => `${one.tagName}.${one.className}`).slice(0, 5);
}"""
CUT_OFF = """links => {
  const cut = links.filter((one) => one.scrollWidth > one.clientWidth);
  return cut.map((one) => one.innerText);
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium that draws its scrollbars, which Playwright hides otherwise."""
    need_a_browser()
    async with async_playwright() as play:
        found = await play.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, ignore_default_args=["--hide-scrollbars"]
        )
        yield found
        await found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo(tmp_path_factory.mktemp("layout")) as found:
        yield found


async def sticks_out(page: Page, place: str) -> list[str]:
    """What reaches past the right edge of a place, or under its scrollbar."""
    found: list[str] = await page.locator(place).evaluate(STICKS_OUT)
    return found


async def asks_for_help(visitor: Visitor) -> None:
    await visitor.says("hilfe")
    await visitor.page.locator(".message.bot.reply").last.wait_for()
    await visitor.answered()


@pytest.mark.parametrize("width", [LAPTOP, PHONE])
async def test_a_reply_in_the_channel_fits_the_pane(
    browser: Browser, address: str, width: int
) -> None:
    async with visit(browser, address, width=width, height=900) as visitor:
        await asks_for_help(visitor)
        assert await sticks_out(visitor.page, "#messages") == []


async def test_the_calendar_fits_its_column_whoever_looks(browser: Browser, address: str) -> None:
    async with visit(browser, address, width=LAPTOP, height=900) as visitor:
        for seat in ("mentee", "owner"):
            await visitor.sits(seat)
            await visitor.answered()
            assert await sticks_out(visitor.page, "#calendar") == []
            more = visitor.page.locator("#calendar .fc-daygrid-more-link")
            assert await more.evaluate_all(CUT_OFF) == []


@pytest.mark.parametrize("width", [LAPTOP, PHONE])
async def test_the_page_begins_with_its_header(browser: Browser, address: str, width: int) -> None:
    """On a small phone it had scrolled to the tour's first step, or to a message that came."""
    async with visit(browser, address, width=width, height=600) as visitor:
        await visitor.page.locator("#tour li.next").wait_for()
        await visitor.page.locator(".message").first.wait_for()
        await visitor.answered()
        assert await visitor.page.evaluate("scrollY") == 0
