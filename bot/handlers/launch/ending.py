"""The buttons under the end of a tandem: what its two answer, and what owners try again."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.ending import AnotherTandem, ClearAfterEnd
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import another_partner, clearing_again


@handles(AnotherTandem)
async def another(desk: Desk, turn: Turn, action: AnotherTandem) -> Unit[object]:
    """Whether somebody would like another tandem."""
    person, card = turn.person_id, action.posting
    return unit(another_partner.answer, action.tandem, person, card, yes=action.yes)


@handles(ClearAfterEnd, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: ClearAfterEnd) -> Unit[object]:
    """Another attempt at what could not be cleared away."""
    return unit(clearing_again.after_end, turn.person_id, action.tandem)
