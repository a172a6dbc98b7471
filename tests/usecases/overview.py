"""What owners see of the programme and its people, for the tests of all rooms."""

from __future__ import annotations

from mentoring.ports.world import World
from mentoring.usecases.programme.people_list import PeopleNotice, people_card
from mentoring.usecases.programme.status import StatusNotice, status_card
from mentoring.usecases.programme.whereabouts import Whereabouts
from tests.usecases.company import shown


async def status_of(world: World, reader: str = "somebody", **where: object) -> StatusNotice:
    """The overview as this reader sees it."""
    found = await shown(world, status_card.name, world.cycle_id, reader, **where)
    assert isinstance(found, StatusNotice)
    return found


async def listed(world: World, reader: str = "somebody", **where: object) -> PeopleNotice:
    """A page of the list of people as this reader sees it."""
    found = await shown(world, people_card.name, world.cycle_id, reader, **where)
    assert isinstance(found, PeopleNotice)
    return found


async def where_people_are(world: World, reader: str = "somebody") -> dict[str, tuple[str, ...]]:
    """The names of those in each state in which somebody is."""
    found = {
        str(state): tuple(each.name for each in (await listed(world, reader, view=state)).people)
        for state in Whereabouts
    }
    return {state: names for state, names in found.items() if names}
