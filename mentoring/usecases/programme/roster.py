"""Who the owners of a programme are: the members of its owners' team, as Teams last told.

It is kept beside the programme, because a card in a channel must not speak of the tandem of
anybody who reads along (``usecases/common/own_tandem.py``), and no unit can ask Teams.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import product

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.posting import Posting
from mentoring.notices import audience
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.own_tandem import is_private
from mentoring.usecases.common.showing import reads_otherwise
from mentoring.usecases.programme import last_owner, owner_at_boundary
from mentoring.usecases.programme.last_owner import look_at_accounts
from mentoring.usecases.programme.successor import waiting_for

log = structlog.get_logger()
Begins = Callable[[UnitOfWork, str, str], None]
BEGINS: list[Begins] = []


def when_owner(rule: Begins) -> Begins:
    """Register what follows once somebody is an owner, told with the ids of the programme and the
    person.
    """
    BEGINS.append(rule)
    return rule


def keep(uow: UnitOfWork, team_id: str, members: Collection[str]) -> None:
    """These are the owners' team's members from now on; the cards of whoever is one no longer
    close, those of whoever is one again come back.
    """
    home, owners = uow.programmes.first(team_id=team_id), tuple(sorted(members))
    if home and home.owners != owners:
        off = tuple(each for each in home.shut_off if each in owners)
        now_so = uow.programmes.put(replace(home, owners=owners, shut_off=off))
        for person_id in sorted({*owners} ^ {*home.owners}):
            reads_otherwise(uow, person_id)
        for rule, person_id in product(BEGINS, sorted({*owners} - {*home.owners})):
            rule(uow, home.id, person_id)
        here = for_cycle(uow, home.cycle_id)
        few = now_so.hangs_on_one or home.alone_since
        if home.owners and (few or waiting_for(here)):
            ask(here, look_at_accounts, home.id, once=secrets.token_hex(4))


def was_owner(uow: UnitOfWork, moment: Moment, posting: Posting) -> bool:
    """Whether an owners' card stands in the own chat of somebody who is no owner any more; while
    nobody knows who the owners are, all who have asked for one are.
    """
    owners = moment.home.owners
    left = bool(owners) and posting.person_id not in {"", *owners}
    return left and audience(posting.kind) == "owners" and is_private(uow, posting)


def joined(uow: UnitOfWork, team_id: str, added: Collection[str]) -> None:
    """These have come into the owners' team; Teams' own list may tell it only some time later."""
    home = uow.programmes.first(team_id=team_id)
    if home:
        keep(uow, team_id, {*home.owners, *added})


def left(uow: UnitOfWork, team_id: str, removed: Collection[str]) -> None:
    """These have left the owners' team; Teams' own list may tell it only some time later."""
    home = uow.programmes.first(team_id=team_id)
    if home:
        keep(uow, team_id, {*home.owners} - {*removed})


def changed(uow: UnitOfWork, team_id: str) -> None:
    """Somebody has come into the owners' team or left it, and Teams has not said who: it is asked
    for the list.
    """
    home = uow.programmes.first(team_id=team_id)
    if home:
        here = for_cycle(uow, home.cycle_id)
        ask(here, look_at_owners, home.id, once=secrets.token_hex(4))


async def learn(world: World) -> None:
    """Ask Teams who the programme's owners are, before they are shown anything about people.

    Where Teams refuses for good, those known so far count: nobody else could act there either.
    """
    team_id = (await world.moment()).home.team_id
    try:
        members = await world.channels.members(team_id)
    except (NotAllowed, NotThere, Rejected) as error:
        log.warning("owners.unknown", team=team_id, error=type(error).__name__, text=str(error))
        return
    await world.run(lambda uow, _: keep(uow, team_id, members))


def watch(uow: UnitOfWork, moment: Moment) -> None:
    """A working day of the daily watch begins: the owners are looked at, too."""
    ask(uow, look_at_owners, moment.home.id, once=f"{moment.now:%Y%m%d}")


@one_step(queue="sessions")
async def look_at_owners(world: World, _programme_id: str) -> None:
    """Ask Teams who the owners are, and the directory whose account works, and whether one of them
    is there for crossed boundaries.
    """
    await learn(world)
    await last_owner.look(world)
    await owner_at_boundary.look(world)
