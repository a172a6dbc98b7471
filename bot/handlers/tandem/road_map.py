"""The buttons of the road map."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenRoadMap
from cards.tandem.road_map import LookAtStep, MoveStep, PutBefore, PutInstead, TakeOut
from mentoring.domain.road_map import Press
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import rearranging, showing_the_way


@handles(OpenRoadMap)
async def open_road_map(desk: Desk, turn: Turn, action: OpenRoadMap) -> Unit[object]:
    """Put the road map below."""
    return unit(showing_the_way.show, action.tandem, turn.person_id, turn.chat)


@handles(LookAtStep)
async def look_at(desk: Desk, turn: Turn, action: LookAtStep) -> Unit[object]:
    """Change a step, or go back to the whole."""
    who = turn.person_id
    return unit(rearranging.look_at, action.tandem, who, action.posting, action.place)


@handles(MoveStep)
async def move(desk: Desk, turn: Turn, action: MoveStep) -> Unit[object]:
    """Earlier, later, or next."""
    press = Press(action.step, action.place, action.version)
    who = turn.person_id
    return unit(rearranging.move, action.tandem, who, action.posting, press, action.to)


@handles(PutInstead)
async def put_instead(desk: Desk, turn: Turn, action: PutInstead) -> Unit[object]:
    """Something else in its place."""
    press = Press(action.old, action.place, action.version)
    step, who = str(action.inputs.get("step") or ""), turn.person_id
    return unit(rearranging.put_instead, action.tandem, who, action.posting, press, step)


@handles(PutBefore)
async def put_before(desk: Desk, turn: Turn, action: PutBefore) -> Unit[object]:
    """Something else before it."""
    press = Press(action.old, action.place, action.version)
    step, who = str(action.inputs.get("step") or ""), turn.person_id
    return unit(rearranging.put_before, action.tandem, who, action.posting, press, step)


@handles(TakeOut)
async def take_out(desk: Desk, turn: Turn, action: TakeOut) -> Unit[object]:
    """It is on the map no more."""
    press = Press(action.step, action.place, action.version)
    return unit(rearranging.take_out, action.tandem, turn.person_id, action.posting, press)
