"""A participants' team is opened once. Teams has no key that would make a repeat harmless, and no
list shows a team that was only just opened (for some seconds: msgraph-sdk-java issue 2575). So it
is noted before that it is asked for, and whoever does not know what came of it waits for the list.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.errors import NotAllowed, NotThere, NotYet, Rejected
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.noting import forget, note

ASKED = "team-asked:"
"""What the id of the fact that a team was asked for begins with; then come the programme's and its
number, by which whoever needs it next looks for it.
"""
LISTED_WITHIN = timedelta(seconds=30)
"""What no list shows by then was not opened."""


async def open_once(world: World, key: str, name: str, description: str) -> str:
    """Open the team of this row (``key``), which belongs to the programme's owners, or adopt the
    one that an interrupted attempt has opened; return its id.

    Raises:
        NotYet: that attempt may have opened it a moment ago.
    """
    moment = await world.moment()
    asked = _asked_for(moment, key)
    owners = sorted(await world.channels.members(moment.home.team_id))
    standing = await world.channels.adopt_team(name, description, owners)
    if standing:
        return standing
    if not await world.run(_asked_now, asked):
        raise NotYet(f"the team {key} may stand already, and is not listed yet")
    try:
        return await world.channels.open_team(name, description, owners)
    except (NotAllowed, NotThere, Rejected):
        await world.run(_not_opened, asked)
        raise


def number_of(key: str) -> int:
    """The number of the team that is opened for this row."""
    return int(key.rsplit(":", 2)[1])


def _asked_for(moment: Moment, key: str) -> str:
    """The id of that fact; what a try asks for is nobody else's."""
    which = key if moment.cycle.tried_by else f"{moment.home.id}:{number_of(key)}"
    return f"{ASKED}{which}"


def _asked_now(uow: UnitOfWork, moment: Moment, asked: str) -> bool:
    """It is asked for now; False if it was a moment ago."""
    return note(uow, asked, "asked", moment.now + LISTED_WITHIN)


def _not_opened(uow: UnitOfWork, _moment: Moment, asked: str) -> None:
    forget(uow, asked)
