"""The buttons of the road map."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenRoadMap
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import showing_the_way


@handles(OpenRoadMap)
async def open_road_map(desk: Desk, turn: Turn, action: OpenRoadMap) -> Unit[object]:
    """Put the road map below."""
    return unit(showing_the_way.show, action.tandem, turn.person_id, turn.chat)
