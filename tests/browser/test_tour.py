"""The tour, by its own buttons: each step ticks itself off, and in the end everybody has something
to look at, the sponsor included.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.stage import Visitor, chromium, demo, visit

pytestmark = pytest.mark.asyncio(loop_scope="module")
LONG = 90_000
TO_THE_SESSION = (11, 2)
"""Step and button of the tour after which the day's agreement has come."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo(tmp_path_factory.mktemp("tour")) as found:
        yield found


async def takes(visitor: Visitor, step: int, button: int = 1) -> None:
    """Press a button of a step, as whoever follows the tour."""
    assert await in_sight(visitor.page, step)
    await visitor.page.click(f"#tour li:nth-child({step}) .do button:nth-child({button})")


async def ticked(visitor: Visitor, step: int) -> None:
    await visitor.page.wait_for_selector(f"#tour li:nth-child({step}).done", timeout=LONG)


async def in_sight(page: Page, step: int) -> bool:
    """Whether the step stands where one sees it, without scrolling."""
    step_box = await page.locator(f"#tour li:nth-child({step})").bounding_box()
    side = await page.locator(".side").bounding_box()
    return bool(step_box and side and step_box["y"] < side["y"] + side["height"])


async def invites(visitor: Visitor) -> None:
    """Press the coloured button of the newest card, wherever it stands."""
    await visitor.card.locator(".style-positive").first.click(timeout=LONG)
    await visitor.answered()


@pytest.mark.long
async def test_the_tour_leads_to_its_end(browser: Browser, address: str) -> None:
    async with visit(browser, address, height=760) as visitor:
        await invites_and_enrols(visitor)
        await becomes_tandems(visitor)
        await visitor.page.wait_for_selector("#calendar .fc-event.tandem")
        assert await sponsor_has_a_tandem(visitor)
        await lives(visitor)
        await takes(visitor, 12, 1)
        await visitor.reads("Wie es läuft", LONG / 1000)
        await takes(visitor, 12, 2)
        await visitor.confirms("abschließen")
        await ticked(visitor, 12)
        assert visitor.complaints == []


async def invites_and_enrols(visitor: Visitor) -> None:
    for button in (1, 2):
        await takes(visitor, 1, button)
        await visitor.offered(LONG / 1000)
        await invites(visitor)
        await visitor.card.locator(".style-positive").first.wait_for(state="detached")
    for step in (1, 2, 3, 4):
        if step > 1:
            await takes(visitor, step)
        await ticked(visitor, step)


async def becomes_tandems(visitor: Visitor) -> None:
    await takes(visitor, 5)
    await visitor.confirms("freigeben")
    await ticked(visitor, 5)
    for step in (6, 7):
        for button in (1, 2):
            await takes(visitor, step, button)
            await visitor.page.wait_for_timeout(1500)
        await ticked(visitor, step)
    await takes(visitor, 8)
    await visitor.confirms("starten")
    await ticked(visitor, 8)
    await takes(visitor, 9)
    await ticked(visitor, 9)


async def lives(visitor: Visitor) -> None:
    """Kit, road map, question box, agreement, retrospective and the tandem's card; what time brings
    needs a moment to come.
    """
    for step, buttons in ((10, 3), (11, 4)):
        for button in range(1, buttons + 1):
            await takes(visitor, step, button)
            await visitor.page.wait_for_timeout(4000)
            if (step, button) == TO_THE_SESSION:
                agreement = visitor.page.locator(".card").get_by_text("Vereinbarung: ")
                await agreement.first.wait_for(timeout=LONG)
        await ticked(visitor, step)


async def sponsor_has_a_tandem(visitor: Visitor) -> bool:
    """Whoever opens every invitation: the company's head."""
    name = await visitor.page.evaluate("""async () => {
      const { people } = await (await fetch("/sandbox/people")).json();
      return people.find((one) => /Chief Executive/.test(one.title)).name;
    }""")
    await visitor.page.select_option("#pick-person", label=name)
    await visitor.page.locator(".card").get_by_text("Dein Tandem mit").first.wait_for(timeout=LONG)
    return True


@pytest.mark.long
async def test_the_tone_can_be_switched(browser: Browser, tmp_path: Path) -> None:
    with demo(tmp_path) as address:
        async with visit(browser, address) as visitor:
            await takes(visitor, 1)
            await visitor.offered(LONG / 1000)
            await invites(visitor)
            await visitor.says("offener aufruf")
            await visitor.reads("Für Mentees öffnen")
            await visitor.presses("Für Mentees öffnen")
            await visitor.sits("mentee")
            await visitor.reads("Hallo", 60)
            await visitor.page.click("#switch-tone")
            await visitor.page.wait_for_function(
                "/sagt jetzt Sie/.test(toast.textContent)", timeout=LONG
            )
            await visitor.reads("Guten Tag", LONG / 1000)
            assert await visitor.page.inner_text("#switch-tone") == "Zum Du wechseln"
            await visitor.sits("owner")
            await visitor.says("offener aufruf")
            await visitor.reads("Für Mentees schließen")  # what owners have set stays
            await visitor.page.reload()
            await visitor.page.wait_for_selector("[data-seat=owner][aria-pressed=true]")
            assert await visitor.page.inner_text("#switch-tone") == "Zum Du wechseln"


@pytest.mark.long
async def test_a_second_programme_can_be_tried(browser: Browser, address: str) -> None:
    async with visit(browser, address) as visitor:
        await visitor.sits("second")
        await visitor.says("status")
        await visitor.page.get_by_text("Seitenwechsel").first.wait_for(timeout=LONG)
