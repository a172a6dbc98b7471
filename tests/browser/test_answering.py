"""What somebody types, chooses or picks on the demo's page, by clicking: nothing of it is lost on
the way, and a file comes only to whoever has said yes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.stage import Visitor, chromium, demo, visit

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]
ABOUT_ME = ("Was sollte dein Tandem über dich wissen?", "What should your tandem know about you?")
TYPED = "Ich singe im Chor"
FIRST_WISH = "Am liebsten"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo(tmp_path_factory.mktemp("demo")) as found:
        yield found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def invited(browser: Browser, address: str) -> str:
    """Where the demo is in which the leaders have their invitation."""
    async with visit(browser, address) as visitor:
        await visitor.says("einladen mentees gruppe Leadership")
        await visitor.offered()
        await visitor.card.locator(".style-positive").first.click()
        await visitor.answered()
        await visitor.sits("mentee")
        await visitor.reads("Ich mache mit")
    return address


@pytest_asyncio.fixture(loop_scope="module")
async def mentee(browser: Browser, invited: str) -> AsyncIterator[Visitor]:
    """The leader of the demo in front of her screen."""
    async with visit(browser, invited) as visitor:
        await visitor.sits("mentee")
        yield visitor
        assert not visitor.complaints


async def text_in(visitor: Visitor, label: str) -> str:
    return await visitor.card.get_by_label(label).first.input_value()


async def chosen_in(visitor: Visitor, label: str) -> str:
    found = visitor.card.get_by_label(label).first
    return str(await found.evaluate("each => each.selectedOptions[0].text"))


async def test_nothing_that_was_typed_chosen_or_picked_is_lost_on_the_way(mentee: Visitor) -> None:
    """Issue 12, U7, U11 and U29."""
    await mentee.reads("Ich mache mit")
    await mentee.presses("Ich mache mit")
    await another_language(mentee)
    await back_from_a_choice(mentee)
    await enrols(mentee)
    await back_to_the_summary(mentee)
    await names_herself_and_then_somebody_else(mentee)


async def another_language(visitor: Visitor) -> None:
    german, english = ABOUT_ME
    await visitor.types(german, TYPED)
    await visitor.presses("In English, please")
    await visitor.card.get_by_label(english).first.wait_for()
    assert await text_in(visitor, english) == TYPED
    await visitor.presses("Bitte auf Deutsch")
    await visitor.card.get_by_label(german).first.wait_for()
    assert await text_in(visitor, german) == TYPED
    await visitor.presses("Weiter")


async def back_from_a_choice(visitor: Visitor) -> None:
    await visitor.chooses(FIRST_WISH, "Automatisierung")
    await visitor.presses("Zurück")
    await visitor.reads("Schritt 1 von 4")
    await visitor.presses("Weiter")
    await visitor.reads("Schritt 2 von 4")
    assert await chosen_in(visitor, FIRST_WISH) == "Automatisierung"
    await visitor.presses("Weiter")


async def enrols(visitor: Visitor) -> None:
    await visitor.types("Von 1", "4")
    await visitor.presses("Weiter")
    await visitor.presses("Einverstanden und anmelden")
    await visitor.reads("du bist dabei")


async def back_to_the_summary(visitor: Visitor) -> None:
    await visitor.presses("Wann")
    await visitor.reads("Freiwillige Angabe")
    await visitor.ticks("Montag")
    await visitor.presses("Später")
    await visitor.reads("du bist dabei")
    await visitor.reads("Montag")


async def names_herself_and_then_somebody_else(visitor: Visitor) -> None:
    herself = str(await visitor.page.locator("#who").text_content())
    names = await visitor.page.locator("#pick-person option").all_text_contents()
    somebody = next(name for name in names if name != herself)
    await visitor.presses("Lieber nicht mit")
    await picks(visitor, herself)
    await visitor.presses("Weiter")
    await visitor.reads("Mit dir selbst bildest du nie ein Tandem.")
    await visitor.card.get_by_role("button", name=f"{herself} ✕").first.click()
    await picks(visitor, somebody)
    await visitor.presses("Weiter")
    await visitor.card.get_by_role("button", name="Ändern: Lieber nicht mit").wait_for()


async def picks(visitor: Visitor, name: str) -> None:
    """Type a name into the people picker, as Teams has one, until it has found them."""
    await visitor.card.locator(".people input").first.fill(name)
    await visitor.card.get_by_role("button", name=f"{name} ✕").first.wait_for()


async def test_who_is_not_invited_adds_the_bot_and_writes_to_it(
    browser: Browser, invited: str
) -> None:
    """So an owner sees on the page what follows from the link of the open call."""
    async with visit(browser, invited) as visitor:
        people = visitor.page.locator("#pick-person option")
        await people.filter(has_text="Moritz Winkler").first.wait_for(state="attached")
        await visitor.page.select_option("#pick-person", label="Moritz Winkler")
        await visitor.page.get_by_role("button", name="Tandem hinzufügen").click()
        await visitor.says("Mitmachen als Mentor:in: Blickwechsel")
        await visitor.reads("Du bewirbst dich von selbst")
        assert not visitor.complaints


async def test_a_file_comes_only_to_whoever_has_said_yes(mentee: Visitor) -> None:
    """Issue 12, P1: the card by which Teams asks whether a file may be put into one's OneDrive."""
    for answer in ("Ablehnen", "Annehmen"):
        await mentee.waits_a_minute()
        await mentee.says("meine daten")
        await mentee.reads("Als Datei")
        await mentee.presses("Als Datei")
        asked = mentee.page.locator(".card.file").last
        await asked.get_by_role("button", name=answer).click()
        await mentee.page.locator(".message.busy").first.wait_for(state="detached")
        links = mentee.page.locator(".card.file a")
        if answer == "Annehmen":
            await links.last.wait_for()
        assert await links.count() == (1 if answer == "Annehmen" else 0)
