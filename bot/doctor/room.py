"""How much room a participants' team has.

Until a tenant has been migrated, a team takes 30 private channels instead of 1,000 (message center
MC1134737). No app is told which; only a team in which more than 30 stand shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.doctor.case import Case
from bot.doctor.lines import UNEXPECTED, Line, Part, Who, fine, missing, undecided, unheard, unseen
from graph.channel_calls import private_channels
from graph.paging import rows
from mentoring.domain.errors import NotAllowed, NotThere

BEFORE_MIGRATION = 30


@dataclass(frozen=True)
class Room:
    """What there is to say about a team's room; ``standing`` private channels are in it, as far as
    they could be counted.
    """

    line: Line
    standing: int = 0


async def room_in(case: Case, team: str) -> Room:
    """The team's room, by the setting for how many channels a team takes."""
    try:
        there = await standing(case, team)
    except NotThere:
        return Room(missing("capacity", "team-unknown", Who.OPERATOR, team=team))
    except NotAllowed:
        return Room(unseen(Part.CAPACITY, "team-unread", Who.ENTRA, team=team))
    except UNEXPECTED as error:
        return Room(unheard(Part.CAPACITY, error, team))
    most = case.settings.channels_per_team
    left = max(0, most - there)
    return Room(fine("capacity", "capacity", team=team, left=left, most=most), there)


async def standing(case: Case, team: str) -> int:
    """How many private channels stand in the team; deleted ones are not listed, though they count.

    Raises:
        OutsideError: the team is not there, or its channels may not be read.
    """
    graph = case.outside.graph
    found = rows(lambda page: private_channels(graph, team_id=team, page=page))
    return len([each async for each in found])


def more_than_before(case: Case, most: int) -> Sequence[Line]:
    """What is left open if more channels a team are wanted than teams took before the migration,
    and none yet holds more (``most`` is how many the fullest holds).
    """
    wanted = case.settings.channels_per_team
    if most > BEFORE_MIGRATION or wanted <= BEFORE_MIGRATION:
        return ()
    return (undecided("capacity", "capacity-unknown", Who.TEAMS, most=wanted),)
