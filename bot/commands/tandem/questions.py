"""``question …``: for the other one of one's tandem; without a question, the box."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.notices import Notice
from mentoring.usecases.tandem import asking


@command("question", who="everybody", at_once=True, alone="question-own-chat")
async def question(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Put it into the box, which is shown in the 1:1 chat alone."""
    return await desk.world.run(asking.ask_by_words, turn.person_id, rest, turn.chat)
