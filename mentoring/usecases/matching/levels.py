"""Where somebody really stands, if the chain of managers gives a wrong level: tried out, kept and
undone like the other settings of a matching.
"""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.settings import LOWEST_LEVEL, CorrectedLevel, SettingsWish
from mentoring.ports.world import World
from mentoring.usecases.common.own_tandem import Readers, leave_to_others
from mentoring.usecases.common.people import people_picked
from mentoring.usecases.matching.decisions import try_settings


async def try_level(
    world: World,
    owner: str,
    run_id: str,
    said: str,
    level: int | None,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show what it would change if the person who is meant stood on this level (1 = top of the
    company); with None, on that of the directory.

    Raises:
        Refusal: ``level-one-person``, ``level-wrong`` with its field, ``decide-own`` for the owner
            themselves, and as ``people_picked`` and ``try_settings``.
    """
    found = list(await people_picked(world, "person", said))
    if len(found) != 1:
        raise Refusal("level-one-person", field="person")
    if level is not None and not 1 <= level <= LOWEST_LEVEL:
        raise Refusal("level-wrong", field="stands_on", most=LOWEST_LEVEL)
    leave_to_others(owner, found, readers=readers, field="person")
    now = (await world.read(lambda uow, _: uow.runs.need(run_id))).settings
    meant = {found[0].casefold(), said.strip().casefold()}
    others = tuple(each for each in now.levels if each.person.casefold() not in meant)
    new = () if level is None else (CorrectedLevel(person=found[0], level=level),)
    at = "" if level is None else "stands_on"
    await try_settings(world, run_id, SettingsWish(levels=(*others, *new)), at=at)
