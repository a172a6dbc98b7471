"""Whoever needs a participants' team for nothing any more leaves it: once their tandem is over, and
as soon as it goes to another one, because by then nothing else remembers that they are in there.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Mapping, Sequence

from mentoring.domain.errors import Gone
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, effect, effect_of
from mentoring.usecases.launch.team_needs import who_need


def leave_for_others(uow: UnitOfWork, tandems: Iterable[Tandem], teams: Mapping[str, str]) -> None:
    """Those of these tandems' people leave their team whose tandem goes elsewhere: to its team (by
    its id) in ``teams``, empty where it has none yet.
    """
    once = secrets.token_hex(4)
    leaving = [each for each in tandems if each.team_id and teams[each.id] != each.team_id]
    uow.effects.add_all(
        effect_of(leave_earlier_team, f"{each.id}:{each.team_id}", once=once) for each in leaving
    )


@effect(queue="launch")
async def leave_earlier_team(world: World, subject: str, step: Step) -> None:
    """Take the two out of a team in which their tandem is no longer, if they need it for nothing
    else; ``subject`` is the tandem's id, a colon, and the team's.
    """
    tandem_id, _, team_id = subject.rpartition(":")
    tandem = await world.read(lambda uow, _: uow.tandems.get(tandem_id))
    if tandem is None:
        return
    both = tandem.mentor_id, tandem.mentee_id
    going = await step("going", lambda: who_goes(world, team_id, both))
    await step("leave", lambda: leave_team(world, team_id, going))


async def who_goes(world: World, team_id: str, people: Sequence[str]) -> list[str]:
    """Who of these people is in the team, owns it not, and needs it for nothing else; nobody, if
    the team itself is gone.
    """
    free = await world.read(_free_to_go, team_id, people)
    there = frozenset[str]()
    with contextlib.suppress(Gone):
        there = await world.channels.members(team_id, owners=False) if free else there
    return [person for person in free if person in there]


async def leave_team(world: World, team_id: str, going: Sequence[str]) -> int:
    """Take these people out of the team; returns how many.

    Somebody whose next tandem was seated there meanwhile stays, or is let in again.
    """
    leaving = await world.read(_free_to_go, team_id, going)
    if not leaving:
        return 0
    await world.channels.remove_members(team_id, leaving)
    free = await world.read(_free_to_go, team_id, leaving)
    needed = [person for person in leaving if person not in free]
    if needed:
        await world.channels.add_members(team_id, needed)
    return len(leaving) - len(needed)


def _free_to_go(uow: UnitOfWork, _moment: Moment, team_id: str, people: Sequence[str]) -> list[str]:
    needed = who_need(uow, team_id, people)
    return [person for person in people if person not in needed]
