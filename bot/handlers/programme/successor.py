"""The owners' buttons about who is to become one."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.programme.successor import (
    ChooseSuccessor,
    DiscardSuccessor,
    LookForSuccessor,
    NameAgain,
    NameSuccessor,
    WithdrawSuccessor,
)
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.programme import successor


@handles(LookForSuccessor, owners_only=True)
async def look(desk: Desk, turn: Turn, action: LookForSuccessor) -> Unit[object]:
    """Show that whoever was picked would be named."""
    said = str(action.inputs.get("successor") or "")
    if not said.strip():
        raise Refusal("nobody-picked", field="successor")
    found = await successor.looked_up(desk.world, said)
    return unit(successor.prepare, turn.person_id, found, turn.chat)


@handles(ChooseSuccessor, owners_only=True)
async def choose(desk: Desk, turn: Turn, action: ChooseSuccessor) -> Unit[object]:
    """Say who is meant by a name that several bear."""
    profile = await desk.world.directory.profile(action.person)
    return unit(successor.choose, action.succession, profile)


@handles(NameSuccessor, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: NameSuccessor) -> Unit[object]:
    """Name them."""
    return unit(successor.confirm, action.succession)


@handles(DiscardSuccessor, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardSuccessor) -> Unit[object]:
    """Let go of the preview."""
    return unit(successor.discard, action.succession)


@handles(WithdrawSuccessor, owners_only=True, decides="everywhere")
async def withdraw(desk: Desk, turn: Turn, action: WithdrawSuccessor) -> Unit[object]:
    """Name them no longer."""
    return unit(successor.withdraw, turn.person_id, action.succession)


@handles(NameAgain, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: NameAgain) -> Unit[object]:
    """Name them once more."""
    return unit(successor.again, action.succession)
