"""Whoever is there for crossed boundaries may have become an owner since: no setting can refuse
that, so the owners are asked to name somebody else.
"""

from __future__ import annotations

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.people import meet_in_list
from mentoring.usecases.programme import settings
from mentoring.usecases.programme.boundary import bearers, is_boundary
from mentoring.usecases.programme.needs import Asking, needs_owners


def _show(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    settings.show(uow, moment, asking.owner, asking.chat, "contacts")


@needs_owners(_show)
def boundary(uow: UnitOfWork, moment: Moment, _readers: Readers) -> int:
    """Nobody would be there outside the programme for whoever meets a crossed boundary."""
    owners = list(moment.home.owners)
    known = uow.people.all(id=owners) if owners and moment.programme.boundary.email else ()
    return int(any(is_boundary(each.profile, moment.programme) for each in known))


async def look(world: World) -> None:
    """An owner who has never written to the bot is known by the directory alone."""
    moment = await world.moment()
    found = await bearers(world, moment.programme.boundary.email)
    inside = [each for each in found if each.id in moment.home.owners]
    if inside:
        await world.run(
            lambda uow, now: [
                meet_in_list(uow, each, now.programme, is_placed=False) for each in inside
            ]
        )
