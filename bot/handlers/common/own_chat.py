"""What comes into an owner's own chat, wherever it was asked for."""

from __future__ import annotations

from bot.turn import Turn
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork


def told_where(turn: Turn, asked: Unit[object]) -> Unit[Said | None]:
    """The unit, and a sentence where to find what it brings; in that chat itself it is in sight."""

    def carried_out(uow: UnitOfWork, moment: Moment) -> Said | None:
        asked(uow, moment)
        return None if turn.scope == "personal" else Said.of("in-own-chat")

    return carried_out
