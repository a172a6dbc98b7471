"""Whom the matching's settings name: by id, or by whichever address an owner has at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import structlog

from mentoring.domain.errors import NotAllowed, Rejected
from mentoring.domain.matching.settings import MatchingSettings, with_ids
from mentoring.domain.people import ERASED, Person, Profile, ids_by_name
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

MOST_ASKED = 20
"""So many addresses are looked up before a matching; a longer list is one of future people."""
log = structlog.get_logger()


def by_id(
    uow: UnitOfWork, settings: MatchingSettings, people: Sequence[Person]
) -> MatchingSettings:
    """The settings with ids for whoever is known by what stands there; ``people`` are those who
    will mostly be meant, and only for others everybody is looked through.
    """
    found = with_ids(settings, ids_by_name(people))
    return with_ids(found, ids_by_name(uow.people.all())) if _addresses(found) else found


def _addresses(settings: MatchingSettings) -> list[str]:
    return sorted(each for each in settings.named if "@" in each)


def unknown(uow: UnitOfWork, settings: MatchingSettings) -> tuple[str, ...]:
    """Who is named there by what belongs to nobody known; not who was erased."""
    named = {each for each in settings.named if not each.startswith(ERASED)}
    known = {key for (key,) in uow.people.columns("id", id=named)} if named else set[str]()
    left = {each.casefold(): each for each in sorted(named - known)}
    return tuple(left.values())


async def learn(world: World, settings: MatchingSettings) -> bool:
    """Ask the directory whose the addresses are by which nobody is known: it may have given
    somebody another one since they were read. Says whether it has.
    """
    asked = _addresses(settings)[:MOST_ASKED]
    try:
        found = await world.directory.find_each(asked) if asked else {}
    except (NotAllowed, Rejected) as refused:
        log.warning("named.unread", error=type(refused).__name__, text=str(refused))
        return False
    told = [each for people in found.values() for each in people]
    return await world.run(_noted, told) if told else False


def _noted(uow: UnitOfWork, _moment: Moment, told: Sequence[Profile]) -> bool:
    known = {each.id: each for each in uow.people.all(id={each.id for each in told})}
    for each in told:
        if person := known.get(each.id):
            profile = replace(person.profile, email=each.email, aliases=each.aliases)
            uow.people.put(replace(person, profile=profile))
    return bool(known)
