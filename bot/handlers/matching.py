"""The owners' buttons under the proposals."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.matching import Approve, TurnPage
from mentoring.usecases import matching
from mentoring.usecases.postings import turn_page


@handles(Approve, owners_only=True)
async def approve(desk: Desk, turn: Turn, action: Approve) -> None:
    """Approve one proposal or all."""
    await matching.approve(desk.world, turn.person_id, action.run, action.proposal)


@handles(TurnPage, owners_only=True)
async def page(desk: Desk, turn: Turn, action: TurnPage) -> None:
    """Another page."""
    await desk.world.store.run(lambda uow: turn_page(uow, action.posting, action.page))
