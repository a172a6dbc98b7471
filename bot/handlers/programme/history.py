"""The owners' buttons on what they have done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.programme.acts import GoBack, TurnHistory
from cards.programme.status import OpenHistory
from mentoring.domain.errors import Refusal
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import inviting
from mentoring.usecases.launch import undoing
from mentoring.usecases.matching import runs
from mentoring.usecases.measurement import key_figures
from mentoring.usecases.programme import history, settings, successor

Show = Callable[[UnitOfWork, Moment, str, Chat], object]


def _last_launch(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    undoing.prepare(uow, moment, owner, "", chat)


WAYS: dict[str, Show] = {
    "settings": partial(settings.show, part="history"),
    "dates": partial(settings.show, part="dates"),
    "figures": partial(key_figures.show, part="history"),
    "invitation": inviting.show_last,
    "launch": _last_launch,
    "matching": runs.show,
    "successor": successor.show,
}
"""What puts the card before an owner on which an act is taken back."""


@handles(OpenHistory, owners_only=True)
async def open_history(desk: Desk, turn: Turn, action: OpenHistory) -> Unit[object]:
    """Put what owners have done below the overview."""
    return unit(history.show, turn.person_id, turn.chat)


@handles(TurnHistory, owners_only=True)
async def turn_history(desk: Desk, turn: Turn, action: TurnHistory) -> Unit[object]:
    """Another page."""
    return unit(history.turn_to, action.posting, action.page)


@handles(GoBack, owners_only=True)
async def go_back(desk: Desk, turn: Turn, action: GoBack) -> Unit[object]:
    """Put the card below on which this is taken back."""
    if action.where not in WAYS:
        raise Refusal("stale")
    return unit(WAYS[action.where], turn.person_id, turn.chat)
