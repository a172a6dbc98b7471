"""The buttons that any card may have: its refresh, and the other language."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.common.language import SwitchLanguage
from cards.kit.actions import Refresh
from mentoring.domain.language import language_of
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import choose_language


@handles(Refresh)
async def refresh(desk: Desk, turn: Turn, action: Refresh) -> None:
    """The client asks for the card as it stands; nothing changes."""


@handles(SwitchLanguage)
async def switch_language(desk: Desk, turn: Turn, action: SwitchLanguage) -> Unit[None]:
    """The other language from now on."""

    def choose(uow: UnitOfWork, moment: Moment) -> None:
        language = language_of(action.language, moment.programme.language)
        choose_language(uow, turn.person_id, language)

    return choose
