"""The journey on the demo's page, by clicking.

The whole of it is gone step by step in ``make soak``, in both languages; in ``make test``
``test_tour`` goes the same way by the page's own buttons.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Route

from tests.browser.stage import Visitor, chromium, demo, visit

pytestmark = pytest.mark.asyncio(loop_scope="module")
MOST_TAPS_OF_A_MENTEE = 8
INVITED = 4
"""So many leaders are invited at least: each test here takes one."""
LEADERS = """async () => {
  const { people } = await (await fetch("/sandbox/people")).json();
  const leaders = people.filter((one) => one.chat && /Officer|President/.test(one.title));
  return leaders.filter((one) => (one.language || "").startsWith("de")).map((one) => one.name);
}"""


@dataclass(frozen=True)
class Script:
    """What is said and pressed in one language."""

    locale: str
    greeting: str
    invite: tuple[str, str]
    confirm: str
    take_part: str
    onward: str
    back: str
    wish: tuple[str, str]
    number: str
    agree: str
    done: str
    topic: str
    level: str
    experience: str
    match: str
    proposals: str
    approve: str
    yes: str
    launch: str
    start: str
    launched: str
    tandem: str
    move: tuple[str, str]
    times: str
    booked: str


GERMAN = Script(
    "de-DE", "„Blickwechsel“ einrichten",
    ("einladen mentees gruppe Leadership", "einladen mentoren gruppe Digital Natives"),
    "einladen", "Ich mache mit",
    "Weiter", "Zurück", ("Am liebsten", "Künstliche Intelligenz"), "Von 1",
    "Einverstanden und anmelden", "du bist dabei",
    "Künstliche Intelligenz", "sehr erfahren", "Welche Erfahrung", "vorschläge", "Vorschläge",
    "freigeben", "Ja, gern",
    "start {day}", "starten", "Fertig!", "Dein Tandem mit",
    ("Treffen verlegen", "Neue Zeiten suchen"),
    "Eine Zeit für dein Treffen", "Gebucht:",
)  # fmt: skip
ENGLISH = Script(
    "en-GB", "Set up “Blickwechsel”",
    ("invite mentees group Leadership", "invite mentors group Digital Natives"), "Invite",
    "Count me in",
    "Next", "Back", ("Most of all", "Artificial intelligence"), "From 1", "I agree, enrol me",
    "you are in",
    "Artificial intelligence", "very experienced", "What experience from your work", "match",
    "proposals", "Approve",
    "Yes, gladly", "launch {day}", "Launch", "Done!", "Your tandem with",
    ("Move a session", "Find new times"), "A time for your session", "Booked:",
)  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as found:
        yield found


@dataclass
class Invited:
    """A demo in which several tests enrol, each as somebody else; ``names`` are the leaders who are
    not taken yet.
    """

    address: str
    names: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Invited]:
    with demo(tmp_path_factory.mktemp("demo")) as address:
        yield Invited(address)


async def positive(visitor: Visitor) -> None:
    """Press the coloured button of the newest card."""
    visitor.taps += 1
    await visitor.card.locator(".style-positive").first.click()
    await visitor.answered()


async def invites(visitor: Visitor, script: Script) -> None:
    for command in script.invite:
        await visitor.says(command)
        await visitor.page.locator(".message.own").last.get_by_text(command).wait_for()
        await visitor.offered()
        await positive(visitor)
        await visitor.card.locator(".style-positive").first.wait_for(state="detached")


async def mentee_enrols(visitor: Visitor, script: Script) -> tuple[int, float]:
    """By hand, step by step, once back; how many taps the required way took (the way back apart),
    and how long.
    """
    await visitor.sits("mentee")
    return await enrols(visitor, script)


async def enrols(visitor: Visitor, script: Script) -> tuple[int, float]:
    await visitor.reads(script.take_part)
    visitor.taps, visitor.read_for, began = 0, 0.0, time.monotonic()
    await visitor.presses(script.take_part)
    await visitor.presses(script.onward)
    await visitor.chooses(*script.wish)
    await visitor.presses(script.onward)
    taps = visitor.taps
    await visitor.presses(script.back)
    await visitor.card.get_by_label(script.wish[0]).wait_for()
    chosen = await visitor.card.get_by_label(script.wish[0]).evaluate(
        "each => each.selectedOptions[0].text"
    )
    assert chosen == script.wish[1], "what was answered stands there when one comes back"
    await visitor.presses(script.onward)
    visitor.taps = taps
    await visitor.types(script.number, "4")
    await visitor.presses(script.onward)
    await visitor.presses(script.agree)
    await visitor.reads(script.done)
    return visitor.taps, time.monotonic() - began - visitor.read_for


async def mentor_enrols(visitor: Visitor, script: Script) -> None:
    await visitor.sits("mentor")
    await visitor.reads(script.take_part)
    await visitor.presses(script.take_part)
    await visitor.presses(script.onward)
    await visitor.ticks(script.topic)
    await visitor.presses(script.onward)
    await visitor.ticks(script.level)
    await visitor.types(script.experience, "Zwei Jahre im Datenteam")
    await visitor.presses(script.onward)
    await visitor.types(script.number, "9")
    for _ in ("standing", "purpose", "when", "not with"):
        await visitor.presses(script.onward)
    await visitor.presses(script.agree)
    await visitor.reads(script.done)


async def says_yes(visitor: Visitor, script: Script, seat: str) -> None:
    await visitor.sits(seat)
    await visitor.reads(script.yes)
    await visitor.presses(script.yes)
    yes = visitor.page.locator(".message .card").get_by_role("button", name=script.yes)
    await yes.first.wait_for(state="detached")


@pytest.mark.long
@pytest.mark.parametrize("script", [GERMAN, ENGLISH], ids=["de", "en"])
async def test_the_whole_journey_by_clicking(
    browser: Browser, tmp_path: Path, script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    with demo(tmp_path) as address:
        async with visit(browser, address, script.locale) as visitor:
            await visitor.reads(script.greeting)
            await invites(visitor, script)
            taps, seconds = await mentee_enrols(visitor, script)
            await mentor_enrols(visitor, script)
            await visitor.lets_others_answer()
            await matches(visitor, script)
            await launches(visitor, script)
            await visitor.sits("mentee")
            await visitor.reads(script.tandem)
            await visitor.page.locator("#calendar .fc-event.tandem").first.wait_for()
            assert await visitor.page.locator("#teams .private").count() == 1
            await moves_a_session(visitor, script)
            await goes_to_the_next_session(visitor)
            assert not visitor.complaints
    with capsys.disabled():
        sys.stdout.write(
            f"\n{script.locale}: a mentee's required taps: {taps}, seconds in the browser: "
            f"{seconds:.1f}\n"
        )
    assert taps <= MOST_TAPS_OF_A_MENTEE


async def moves_a_session(visitor: Visitor, script: Script) -> None:
    """One side asks for another time, both accept the first one that is put to them."""
    for button in script.move:
        await visitor.presses(button)
    for seat in ("mentor", "mentee"):
        await visitor.sits(seat)
        await visitor.reads(script.times)
        await visitor.card.locator(".style-positive").first.click()
        await visitor.answered()
    await visitor.reads(script.booked)


async def goes_to_the_next_session(visitor: Visitor) -> None:
    before = await visitor.page.locator("#now").text_content()
    await visitor.page.click("#next-session")
    await visitor.page.wait_for_function("before => now.textContent !== before", arg=before)


@pytest.mark.long
async def test_the_median_time_of_an_enrolment(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three mentees one after another; the seconds are those of the bot and the browser, a person's
    reading comes on top.
    """
    with demo(tmp_path) as address:
        async with visit(browser, address) as visitor:
            await invites(visitor, GERMAN)
            names = await visitor.page.evaluate(LEADERS)
            counted = []
            for name in names[:3]:
                await looks_at(visitor, name)
                counted.append(await enrols(visitor, GERMAN))
    with capsys.disabled():
        taps, seconds = (statistics.median(column) for column in zip(*counted, strict=True))
        sys.stdout.write(
            f"\nmedian of {len(counted)} mentees: {taps:.0f} required taps, {seconds:.1f} s\n"
        )
    assert max(taps for taps, _ in counted) <= MOST_TAPS_OF_A_MENTEE


async def matches(visitor: Visitor, script: Script) -> None:
    await visitor.sits("owner")
    await visitor.says(script.match)
    await visitor.page.locator(".message .card").get_by_text(script.proposals).last.wait_for()
    await visitor.confirms(script.approve)
    for seat in ("mentor", "mentee"):
        await says_yes(visitor, script, seat)
        await visitor.lets_others_answer()


async def launches(visitor: Visitor, script: Script) -> None:
    await visitor.sits("owner")
    await visitor.page.click("#tour li:nth-child(8) .do button")
    await visitor.confirms(script.start)
    await visitor.reads(script.launched, 120)


async def looks_at(visitor: Visitor, name: str) -> None:
    """Look at the screen of somebody who has no seat of their own."""
    await visitor.page.select_option("#pick-person", label=name)
    await visitor.page.locator("#who").get_by_text(name).wait_for()


async def sits_as_somebody_invited(visitor: Visitor, invited: Invited) -> None:
    """Look at the screen of a leader who has just been invited and whom no other test has taken."""
    if not invited.names:
        await visitor.says("einladen mentees gruppe Leadership")
        await visitor.offered()
        await positive(visitor)
        async with asyncio.timeout(90):
            while len(invited.names) < INVITED:
                await visitor.page.wait_for_timeout(100)
                invited.names = await visitor.page.evaluate(LEADERS)
    await looks_at(visitor, invited.names.pop(0))


async def begun(visitor: Visitor, invited: Invited) -> None:
    """Somebody is invited and has pressed *take part*, twice in a row."""
    await sits_as_somebody_invited(visitor, invited)
    await visitor.reads("Ich mache mit")
    await visitor.card.get_by_role("button", name="Ich mache mit").dblclick()
    await visitor.reads("Schritt 1 von 4")


async def test_a_reload_and_a_second_device_show_the_same_step(
    browser: Browser, invited: Invited
) -> None:
    async with visit(browser, invited.address) as visitor:
        await begun(visitor, invited)
        await visitor.presses("Weiter")
        await visitor.reads("Schritt 2 von 4")
        await visitor.page.click("#device")
        await visitor.reads("Schritt 2 von 4")
        await visitor.chooses("Am liebsten", "Automatisierung")
        await visitor.presses("Weiter")
        await visitor.reads("Schritt 3 von 4")
        await visitor.page.click("#device")
        await visitor.reads("Schritt 3 von 4")
        await visitor.page.click("#reload")
        await visitor.reads("Schritt 3 von 4")
        assert not visitor.complaints


async def slowly(route: Route) -> None:
    """The screen comes a while after the press was answered."""
    await asyncio.sleep(0.6)
    await route.continue_()


async def test_a_card_takes_no_press_until_its_answer_is_shown(
    browser: Browser, invited: Invited
) -> None:
    """Otherwise *back* is pressed on the card of the step before, and leads one step too far."""
    async with visit(browser, invited.address) as visitor:
        await begun(visitor, invited)
        await visitor.page.route("**/sandbox/screen**", slowly)
        for step in (2, 3):
            if step == 3:
                await visitor.chooses("Am liebsten", "Automatisierung")
            await visitor.presses("Weiter")
            assert await visitor.card.get_by_text(f"Schritt {step} von 4").count() == 1


async def test_a_mistake_back_an_edit_and_the_way_out(browser: Browser, invited: Invited) -> None:
    async with visit(browser, invited.address) as visitor:
        await begun(visitor, invited)
        await visitor.presses("Weiter")
        await visitor.chooses("Am liebsten", "Automatisierung")
        await visitor.presses("Weiter")
        await visitor.types("Von 1", "12")
        await visitor.presses("Weiter")
        await visitor.reads("Bitte eine ganze Zahl von 1 bis 10.")
        await visitor.types("Von 1", "3")
        await visitor.presses("Weiter")
        await visitor.reads("Der geschützte Raum")
        await visitor.presses("Zurück")
        await visitor.reads("Schritt 3 von 4")
        await visitor.presses("Weiter")
        await visitor.presses("Einverstanden und anmelden")
        await edits_and_leaves(visitor)
        assert not visitor.complaints


async def edits_and_leaves(visitor: Visitor) -> None:
    await visitor.reads("du bist dabei")
    await visitor.presses("Ändern: Deine Themen")
    await visitor.chooses("Auch gern", "Agiles Arbeiten")
    await visitor.presses("Weiter")
    await visitor.reads("Automatisierung · Agiles Arbeiten")
    await visitor.presses("Abmelden")
    await visitor.presses("Ja, abmelden und löschen")
    await visitor.reads("deine Antworten sind gelöscht")


async def test_what_somebody_types_stays_when_another_card_changes(
    browser: Browser, invited: Invited
) -> None:
    async with visit(browser, invited.address) as visitor:
        await sits_as_somebody_invited(visitor, invited)
        await visitor.presses("Ich mache mit")
        about = visitor.card.get_by_label("Was sollte dein Tandem über dich wissen?")
        await about.fill("Ich singe im Chor")
        await visitor.says("hilfe")
        await visitor.page.get_by_text("Du kannst mir schreiben").first.wait_for()
        kept = visitor.page.get_by_label("Was sollte dein Tandem über dich wissen?").first
        assert await kept.input_value() == "Ich singe im Chor"


COLOURS = "each => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]"


async def test_the_button_under_the_pointer_can_still_be_read(
    browser: Browser, invited: Invited
) -> None:
    async with visit(browser, invited.address) as visitor:
        await visitor.says("einladen mentoren gruppe Digital Natives")
        button = visitor.card.locator(".style-positive").first
        await button.wait_for()
        before = await button.evaluate(COLOURS)
        await button.hover()
        assert await button.evaluate(COLOURS) == before
