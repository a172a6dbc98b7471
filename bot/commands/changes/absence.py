"""``pause`` until a day, for oneself, or for somebody else by an owner; and ``i am back``."""

from __future__ import annotations

import re
from datetime import date

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.dates import named_in
from bot.typed.words import either, people_in, says_more
from cards.kit.dates import day
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice, Said
from mentoring.ports.moment import unit
from mentoring.usecases.changes import absence
from mentoring.usecases.common.people import people_named
from mentoring.usecases.programme.acts import by_command

UNTIL = re.compile(rf"\b(?:{either('until')})\b", re.IGNORECASE)


@command("pause", who="everybody")
async def pause(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Pause until a day; an owner names for whom."""
    until, who = who_until(rest, await desk.today(turn))
    words = await desk.words(turn)
    if until is None:
        raise Refusal("date-missing", example=words.text("example-pause"))
    if not who:
        if turn.scope == "channel":
            raise Refusal("only-alone")
        who = turn.person_id
        await desk.world.run(absence.pause, who, until, who, chat=turn.chat)
        return None
    await desk.owners.require(turn)
    found = await people_named(desk.world, "person", people_in(who))
    if len(found) != 1:
        raise Refusal("pause-who")
    person, name = next(iter(found.items()))
    paused = unit(absence.pause, person, until, turn.person_id, owner=True)
    await desk.world.run(by_command(turn.person_id, "pause", paused))
    return Said.of("paused", name=name, day=day(until, words))


@command("back", who="everybody", alone="only-alone")
async def back(desk: Desk, turn: Turn, rest: str) -> Notice:
    """End one's own pause; nobody ends anybody else's."""
    if says_more(rest):
        raise Refusal("back-own")
    await desk.world.run(absence.back, turn.person_id)
    return Said.of("back")


def who_until(said: str, today: date) -> tuple[date | None, str]:
    """Until when, and who is named, if anybody is.

    Raises:
        Refusal: as ``named_in``.
    """
    word = UNTIL.search(said)
    found = named_in(said[word.end() :] if word else said, today)
    who = said[: word.start()] if word else said.replace(found.words, " ") if found else ""
    return found.day if found else None, who.strip()
