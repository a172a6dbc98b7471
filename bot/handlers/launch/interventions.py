"""The owners' buttons on one tandem, and under the preview of what is to be done to it."""

from __future__ import annotations

from bot.desk import Desk, as_owner, readers_here
from bot.handlers.common.numbers import whole_number
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.interventions import ClearTandemAgain, ConfirmIntervention, DiscardIntervention
from cards.launch.single_tandem import (
    EndTandem,
    ExtendTandem,
    HandOverTandem,
    ReplaceSomebody,
    ShowTandem,
)
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes import handover
from mentoring.usecases.common.people import people_named
from mentoring.usecases.launch import clearing_again, interventions, single_tandem


@handles(ShowTandem, owners_only=True)
async def show(desk: Desk, turn: Turn, action: ShowTandem) -> Unit[object]:
    """Show one tandem, and what may be done to it."""
    return as_owner(turn, single_tandem.show, action.tandem, turn.chat, action.leaving)


@handles(EndTandem, owners_only=True)
async def end(desk: Desk, turn: Turn, action: EndTandem) -> Unit[object]:
    """Show what ending it would do."""
    return as_owner(turn, interventions.prepare_end, action.tandem, turn.chat)


@handles(ExtendTandem, owners_only=True)
async def extend(desk: Desk, turn: Turn, action: ExtendTandem) -> Unit[object]:
    """Show that the two would be asked about further sessions."""
    sessions = whole_number(action.inputs.get("sessions"))
    return as_owner(turn, interventions.prepare_extension, action.tandem, sessions, turn.chat)


@handles(HandOverTandem, owners_only=True)
async def hand_over(desk: Desk, turn: Turn, action: HandOverTandem) -> Unit[object]:
    """Show how its sessions would move into the other one's calendar."""
    return as_owner(turn, handover.prepare, action.tandem, turn.chat)


@handles(ReplaceSomebody, owners_only=True)
async def replace(desk: Desk, turn: Turn, action: ReplaceSomebody) -> None:
    """Show who would leave, and who comes."""
    said = {key: str(action.inputs.get(key) or "") for key in ("leaving", "coming", "reason")}
    found = await people_named(desk.world, "coming", said["coming"]) if said["coming"] else {}
    if len(found) > 1:
        raise Refusal("hand-two-people", field="coming")
    readers = await desk.world.read(lambda _, moment: readers_here(moment, turn))
    await interventions.prepare_replacement(
        desk.world,
        turn.person_id,
        action.tandem,
        said["leaving"] or await desk.world.read(_chosen, action),
        "".join(found),
        turn.chat,
        reason=said["reason"].strip(),
        readers=readers,
    )


def _chosen(uow: UnitOfWork, _moment: Moment, action: ReplaceSomebody) -> str:
    """Who stood in the choice: what is meant by a client that left it out."""
    if not action.chosen:
        raise Refusal("replace-whom", field="leaving")
    return uow.tandems.need(action.tandem).person(action.chosen)


@handles(ConfirmIntervention, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmIntervention) -> Unit[object]:
    """Do what was shown."""
    return unit(interventions.confirm, turn.person_id, action.intervention)


@handles(DiscardIntervention, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardIntervention) -> Unit[object]:
    """Let go of the preview."""
    return unit(interventions.discard, turn.person_id, action.intervention)


@handles(ClearTandemAgain, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: ClearTandemAgain) -> Unit[object]:
    """Another attempt at what could not be cleared away."""
    return unit(clearing_again.again, turn.person_id, action.intervention)
