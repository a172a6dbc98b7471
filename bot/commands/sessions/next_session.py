"""``my next date``: when somebody's next session is."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from cards.kit.dates import session_time
from mentoring.notices import Notice, Said
from mentoring.usecases.sessions.next_session import next_of


@command("next-session", who="everybody", alone="my-tandem-own-chat")
async def next_session(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Say when the next session is, in the person's own zone, and with whom."""
    found = await desk.world.read(next_of, turn.person_id)
    if found is None:
        return Said.of("no-next-session")
    time = session_time(found.start, found.end, found.zone, await desk.words(turn))
    return Said.of("next-session", time=time, name=found.partner)
