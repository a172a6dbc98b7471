"""Another partner, through the front door: whoever of the two has asked, or where an owner ends the
tandem, both read the same in the same chat, calendar and channel, and owners learn nothing.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sandbox.mailbox import living_days
from tests.stories.stage import Actor, until
from tests.stories.tandem import Tandem, running_tandem

OVER = "Euer Tandem ist zu Ende"
ENDED = "Möchtest du ein neues Tandem"
FREE = "Ein Platz ist frei geworden"
DAYS = 4
STAMP = re.compile(r"(?<=:)20\d{12}|(?<=:)20\d{10}|_v=\d+")
"""When a message was made, to the second."""
Asks = Callable[[Tandem], Awaitable[None]]


@dataclass(frozen=True)
class Traces:
    """What stands anywhere after the end: what each of the two reads on their other device, what
    is in their calendars, and who may still read the channel; and what owners read.
    """

    cards: tuple[str, str]
    calendars: tuple[str, str]
    channel: str
    owners: str


def test_nothing_tells_who_has_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Byte for byte: for the two also where it was an owner, who knows that of themselves."""
    mentor, mentee, owner = (
        asyncio.run(_ended(tmp_path_factory.mktemp("ended"), asks))
        for asks in (_mentor_asks, _mentee_asks, _owner_ends)
    )
    assert mentor == mentee
    assert replace(owner, owners="") == replace(mentee, owners="")


async def _ended(folder: Path, asks: Asks) -> Traces:
    async with running_tandem(folder) as tandem:
        before = _read(tandem)
        await asks(tandem)
        assert _read(tandem) == before
        await tandem.stage.later_and_noticed(days=DAYS)
        for actor in tandem.people:
            await actor.on("phone").reads(ENDED)
        await until(lambda: _all_say_so(tandem), "each card follows")
        await until(lambda: not _booked(tandem), "the sessions are cancelled")
        await until(lambda: _archived(tandem), "the channel is archived")
        for said, read in (("status", "So steht"), ("tandems", "Ein Tandem")):
            await tandem.owner.says(said)
            await tandem.owner.reads(read)
        await _hears_of_a_free_place(tandem, asks)
        return _traces(tandem)


def _all_say_so(tandem: Tandem) -> bool:
    """Whether the card of each of the two says that it is over, and lists no session any more."""
    on_phones = (actor.on("phone").screen() for actor in tandem.people)
    return all(OVER in screen and "entfällt" not in screen for screen in on_phones)


async def _hears_of_a_free_place(tandem: Tandem, asks: Asks) -> None:
    """Whoever has ended it themselves knows."""
    if asks is not _owner_ends:
        await tandem.owner.reads(FREE, tandem.stage.owners_channel)


async def _mentor_asks(tandem: Tandem) -> None:
    await _asks(tandem.mentor)


async def _mentee_asks(tandem: Tandem) -> None:
    await _asks(tandem.mentee)


async def _asks(actor: Actor) -> None:
    card = await actor.reads("Passt etwas nicht?")
    await actor.presses("switch.partner", card)
    await actor.reads("Dein Tandem endet irgendwann in den nächsten drei Arbeitstagen")


async def _owner_ends(tandem: Tandem) -> None:
    await tandem.owner.says("beende tandem 1")
    preview = await tandem.owner.reads("Tandem 1 beenden")
    await tandem.owner.presses("Ja, wirklich beenden", preview)
    await tandem.owner.reads("endet in den nächsten drei Arbeitstagen. Den genauen")


def _read(tandem: Tandem) -> tuple[str, str]:
    """All cards of each of the two, as another device shows them."""
    mentor, mentee = (_cards(actor) for actor in tandem.people)
    return mentor, mentee


def _cards(actor: Actor) -> str:
    shown = [each.card for each in actor.on("phone").sees()]
    return STAMP.sub("", json.dumps(shown, sort_keys=True, ensure_ascii=False))


def _traces(tandem: Tandem) -> Traces:
    mentor, mentee = (_calendar(tandem, actor) for actor in tandem.people)
    owners = tandem.owner.screen() + tandem.owner.screen(tandem.stage.owners_channel)
    return Traces(_read(tandem), (mentor, mentee), _channel(tandem), owners)


def _calendar(tandem: Tandem, actor: Actor) -> str:
    entries = tandem.stage.tenant.state.mailboxes[actor.person.id].entries.values()
    found = [(each.appointment.subject, each.appointment.start) for each in entries]
    left = [len(living_days(each.appointment)) for each in entries if each.appointment.recurrence]
    return f"{sorted(found)} {left}"


def _booked(tandem: Tandem) -> bool:
    return any(
        living_days(entry.appointment)
        for actor in tandem.people
        for entry in tandem.entries(actor)
        if entry.appointment.recurrence
    )


def _archived(tandem: Tandem) -> bool:
    return all(each.archived for each in _private(tandem))


def _private(tandem: Tandem) -> list[Any]:
    teams = tandem.stage.tenant.state.teams.values()
    channels = [channel for team in teams for channel in team.channels.values()]
    return [each for each in channels if each.membership_type == "private"]


def _channel(tandem: Tandem) -> str:
    return str([(each.display_name, sorted(each.members)) for each in _private(tandem)])
