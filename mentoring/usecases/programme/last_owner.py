"""One owner alone: the owners are told unasked, and asked for a second, because while that one is
on leave nobody could decide anything.

Whether somebody is an owner says Teams (``roster.py``), whether they can decide anything says their
account in the directory, which is looked at with the daily watch, and whenever somebody has left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from mentoring.domain.cycle import RegisteredProgramme
from mentoring.domain.errors import NotAllowed, Rejected
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import one_step
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.needs import needs_owners
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.programme.successor import arrived

log = structlog.get_logger()
ANEW = timedelta(weeks=4)
"""So long after it was told it is told once more, if it is still so."""
SHUT_OFF = ("disabled", "gone")


@dataclass(frozen=True)
class LastOwnerNotice(Notice):
    """How many owners can decide (``able``); where it is one, ``name`` is theirs, empty if the bot
    does not know it. ``shut_off`` are the names of those whose account is switched off or gone.
    """

    able: int
    name: str = ""
    shut_off: tuple[str, ...] = ()


@shows(to="owners")
def last_owner_card(uow: UnitOfWork, scene: Scene) -> LastOwnerNotice:
    """What owners see, until there are two again."""
    home = scene.moment.home
    able = [name_of(uow, each) for each in home.able]
    shut_off = tuple(name_of(uow, each) for each in home.shut_off)
    return LastOwnerNotice(len(able), able[0] if len(able) == 1 else "", shut_off)


@depends(last_owner_card, RegisteredProgramme)
def _owners(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Who the owners are, and whose account works."""
    return [change.row.id] if change.alters("owners", "shut_off") else ()


@needs_owners()
def alone(_uow: UnitOfWork, moment: Moment, _readers: Readers) -> int:
    """An owner alone needs a second: while they are away nobody could decide anything."""
    return int(moment.home.hangs_on_one)


@one_step(queue="sessions")
async def look_at_accounts(world: World, _programme_id: str) -> None:
    """Whoever is an owner has changed: look whether enough are left."""
    await look(world)


async def look(world: World) -> None:
    """Ask the directory whose account works of those who are owners now; where it may not be read,
    what is known so far counts.
    """
    owners = (await world.moment()).home.owners
    try:
        accounts = await world.directory.accounts(owners)
    except (NotAllowed, Rejected) as refused:
        log.warning("owners.unread", error=type(refused).__name__, text=str(refused))
        await world.run(noted)
    else:
        await world.run(
            noted, [key for key, each in accounts.items() if each.hindrance in SHUT_OFF]
        )


def noted(uow: UnitOfWork, moment: Moment, off: Iterable[str] | None = None) -> None:
    """These owners' accounts do not work (None: as known so far); if that leaves one alone, the
    owners are told. Whoever was named and is there by now is waited for no longer.
    """
    arrived(uow, moment)
    home = uow.programmes.need(moment.home.id)
    if off is not None:
        home = replace(home, shut_off=tuple(sorted({*off} & {*home.owners})))
    since = (home.alone_since or moment.now) if home.hangs_on_one else None
    home = replace(home, alone_since=since)
    if home != uow.programmes.need(home.id):
        uow.programmes.put(home)
    if since:
        stamp = f"{since:%Y%m%d%H%M%S}-{(moment.now - since) // ANEW}"
        tell_owners(uow, replace(moment, home=home), last_owner_card, home.id, set(), stamp=stamp)
