"""The button of a switch."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.leaving import SwitchPartner
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.tandem import switching


@handles(SwitchPartner)
async def switch(desk: Desk, turn: Turn, action: SwitchPartner) -> Unit[Said]:
    """Another partner; what happens now is said in this answer alone, and kept nowhere."""

    def ask(uow: UnitOfWork, moment: Moment) -> Said:
        switching.switch(uow, moment, action.tandem, turn.person_id)
        return Said.of("switch-soon")

    return ask
