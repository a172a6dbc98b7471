"""A participants' team is opened once. Teams has no key that would make a repeat harmless, and no
list shows a team that was only just opened (for some seconds: msgraph-sdk-java issue 2575). So it
is noted before that it is asked for, and whoever does not know what came of it waits for the list.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.errors import NotAllowed, NotThere, NotYet, Rejected, Throttled
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.noting import forget, note

ASKED = "team-asked:"
"""What the id of the fact that a team was asked for begins with; then comes its row's."""
LISTED_WITHIN = timedelta(seconds=30)
"""What no list shows by then was not opened."""


async def open_once(world: World, key: str, name: str, description: str) -> str:
    """Open the team of this row (``key``), which belongs to the programme's owners, or adopt the
    one that an interrupted attempt has opened; return its id.

    Raises:
        NotYet: that attempt may have opened it a moment ago.
    """
    moment = await world.moment()
    owners = sorted(await world.channels.members(moment.home.team_id))
    standing = await world.channels.adopt_team(name, description, owners)
    if standing:
        return standing
    if not await world.run(_asked_now, key):
        raise NotYet(f"the team {key} may stand already, and is not listed yet")
    try:
        return await world.channels.open_team(name, description, owners)
    except (NotAllowed, NotThere, Rejected, Throttled):
        await world.run(_not_opened, key)
        raise


def _asked_now(uow: UnitOfWork, moment: Moment, key: str) -> bool:
    """It is asked for now; False if it was a moment ago."""
    return note(uow, f"{ASKED}{key}", "asked", moment.now + LISTED_WITHIN)


def _not_opened(uow: UnitOfWork, _moment: Moment, key: str) -> None:
    forget(uow, f"{ASKED}{key}")
