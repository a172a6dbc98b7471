"""The owners' buttons on the overview and on the list of people."""

from __future__ import annotations

from bot.desk import Desk, readers_here
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.programme.people import EVERYBODY, ChoosePeople, TurnPeople
from cards.programme.status import LookAtNeed, OpenGoing, OpenPeople, OpenTandems
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch import tandem_list
from mentoring.usecases.measurement import going
from mentoring.usecases.programme import needs, people_list
from mentoring.usecases.programme.whereabouts import Whereabouts


@handles(OpenPeople, owners_only=True)
async def open_people(desk: Desk, turn: Turn, action: OpenPeople) -> Unit[object]:
    """Put who is where below the overview."""
    return unit(people_list.show, turn.person_id, turn.chat)


@handles(OpenTandems, owners_only=True)
async def open_tandems(desk: Desk, turn: Turn, action: OpenTandems) -> Unit[object]:
    """Put the tandems below the overview."""
    return unit(tandem_list.show, turn.person_id, turn.chat)


@handles(OpenGoing, owners_only=True)
async def open_going(desk: Desk, turn: Turn, action: OpenGoing) -> Unit[object]:
    """Put what shows in groups below the overview."""
    return unit(going.show, turn.person_id, turn.chat)


@handles(LookAtNeed, owners_only=True)
async def look_at_need(desk: Desk, turn: Turn, action: LookAtNeed) -> Unit[object]:
    """Put what waits below the overview."""

    def show(uow: UnitOfWork, moment: Moment) -> None:
        asking = needs.Asking(turn.person_id, turn.chat, readers_here(moment, turn))
        needs.look_at(uow, moment, action.need, asking)

    return show


@handles(TurnPeople, owners_only=True)
async def turn_people(desk: Desk, turn: Turn, action: TurnPeople) -> Unit[object]:
    """Another page of the list."""
    return unit(people_list.turn_to, action.posting, action.state or None, action.page)


@handles(ChoosePeople, owners_only=True)
async def choose_people(desk: Desk, turn: Turn, action: ChoosePeople) -> Unit[object]:
    """The people of another state."""
    return unit(people_list.turn_to, action.posting, _state(action.inputs.get("state")), 0)


def _state(said: object) -> Whereabouts | None:
    if said in (EVERYBODY, None, ""):
        return None
    if said not in [*Whereabouts]:
        raise Refusal("stale")
    return Whereabouts(str(said))
