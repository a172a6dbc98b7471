"""The owners' buttons of the house's own figures."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.measurement.typed_figures import figure_in
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.kit.actions import CardAction
from cards.measurement.going import OpenKeyFigures
from cards.measurement.key_figures import (
    LookAtFigures,
    RemoveFigure,
    SaveFigure,
    TakeFiguresOver,
    UndoFigures,
)
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.measurement import key_figures
from mentoring.usecases.measurement.key_figures import key_figures_card


def _turn_to(uow: UnitOfWork, moment: Moment, action: CardAction, part: str, page: int = 0) -> None:
    show_part(uow, key_figures_card, moment.cycle.id, action.posting, part, page)


@handles(OpenKeyFigures, owners_only=True)
async def open_figures(desk: Desk, turn: Turn, action: OpenKeyFigures) -> Unit[object]:
    """Put them below."""
    return unit(key_figures.show, turn.person_id, turn.chat)


@handles(LookAtFigures, owners_only=True)
async def look(desk: Desk, turn: Turn, action: LookAtFigures) -> Unit[None]:
    """Another part."""
    return unit(_turn_to, action, action.part, action.page)


@handles(SaveFigure, owners_only=True, decides="form")
async def save(desk: Desk, turn: Turn, action: SaveFigure) -> Unit[None]:
    """The figure is like this from now on."""
    figure = figure_in(action.part, action.inputs, await desk.words(turn))

    def saved(uow: UnitOfWork, moment: Moment) -> None:
        key_figures.save(uow, moment, turn.person_id, figure, shown=action.shown)
        _turn_to(uow, moment, action, "")

    return saved


@handles(RemoveFigure, owners_only=True, decides="everywhere")
async def remove(desk: Desk, turn: Turn, action: RemoveFigure) -> Unit[None]:
    """The figure is named no longer."""

    def removed(uow: UnitOfWork, moment: Moment) -> None:
        key_figures.remove(uow, moment, turn.person_id, action.figure)
        _turn_to(uow, moment, action, "")

    return removed


@handles(UndoFigures, owners_only=True, decides="everywhere")
async def undo(desk: Desk, turn: Turn, action: UndoFigures) -> Unit[None]:
    """What the version has changed is as it was before."""

    def undone(uow: UnitOfWork, moment: Moment) -> None:
        key_figures.undo(uow, moment, turn.person_id, action.version)
        _turn_to(uow, moment, action, "history")

    return undone


@handles(TakeFiguresOver, owners_only=True, decides="everywhere")
async def take_over(desk: Desk, turn: Turn, action: TakeFiguresOver) -> Unit[None]:
    """Those of the cycle before, without their values."""
    return unit(key_figures.take_over, turn.person_id)
