"""Whom a list of names, or a group of the directory, means."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.finding import Standing
from mentoring.domain.matching.settings import ANY_DEPTH
from mentoring.domain.pasted import PeopleAndGroups, group_names, names_in
from mentoring.domain.people import Profile
from mentoring.ports.directory import Group
from mentoring.ports.repeating import nobody_hurries
from mentoring.ports.world import World

log = structlog.get_logger()
AT_ONCE = 8
MOST = 1000


@dataclass(frozen=True)
class Found:
    """Whom words of a list mean ``exactly``, and where that is not one person, who may be meant;
    ``is_placed``: the profile tells their managers.
    """

    words: str
    exactly: tuple[Profile, ...]
    perhaps: tuple[Profile, ...] = ()
    is_placed: bool = False

    @property
    def person(self) -> Profile | None:
        """The one who is meant; None where that is nobody, or not clear."""
        return self.exactly[0] if len(self.exactly) == 1 else None


async def people_listed(world: World, listed: PeopleAndGroups) -> list[Found]:
    """Whom each of the pasted names and e-mails means, and who is in the groups, with their
    managers.

    Raises:
        Refusal: ``invite-nobody``, ``invite-too-many``; ``group-unknown``, ``group-empty``,
            ``group-ambiguous`` if several have this name.
    """
    with nobody_hurries():
        groups = [await _group(world, words) for words in listed.groups]
        found = await _named(world, [listed.people, *(rest for _, rest in groups)], bool(groups))
        members = [Found(each.name, (each,)) for people, _ in groups for each in people]
        return await _placed(world, [*found, *members])


async def _named(world: World, texts: Sequence[str], beside_groups: bool) -> list[Found]:
    wanted = tuple(dict.fromkeys(name for text in texts for name in names_in(text)))
    if not wanted and not beside_groups:
        raise Refusal("invite-nobody")
    if len(wanted) > MOST:
        raise Refusal("invite-too-many", most=MOST)
    return await _meant_by(world, wanted)


async def _group(world: World, words: str) -> tuple[Sequence[Profile], str]:
    """The people of the group whose name these words begin with, and what follows the name."""
    said = tuple(group_names(words))
    for each in said:
        if groups := await world.directory.groups(each.name):
            return await _members(world, each.name, groups), each.rest
    named = (each.name for each in said if "," not in each.name)
    raise Refusal("group-unknown", name=next(named, words.strip()))


async def _members(world: World, name: str, groups: Sequence[Group]) -> Sequence[Profile]:
    if len(groups) > 1:
        raise Refusal("group-ambiguous", name=name, groups=_told_apart(groups))
    members = await world.directory.people_of(groups[0].id)
    if not members:
        raise Refusal("group-empty", name=name)
    return members


async def _placed(world: World, found: Sequence[Found]) -> list[Found]:
    """The same with their managers, of whom many are read at once: whom a rule will never let into
    a tandem follows from them. Where the directory does not tell them, nothing follows.
    """
    ids = [each.person.id for each in found if each.person and not each.person.hindrance]
    try:
        standings = await world.directory.standings(ids, ANY_DEPTH) if ids else {}
    except (NotThere, NotAllowed, Rejected) as error:
        log.warning("invite.managers_unread", error=type(error).__name__)
        return list(found)
    return [_with_managers(each, standings) for each in found]


def _with_managers(found: Found, standings: Mapping[str, Standing]) -> Found:
    standing = standings.get(found.person.id) if found.person else None
    if found.person is None or standing is None:
        return found
    person = replace(found.person, managers=standing.managers)
    return replace(found, exactly=(person,), is_placed=True)


def _told_apart(groups: Sequence[Group]) -> str:
    """What names each of these groups, which have one name."""
    return "; ".join(
        f"{each.mail or each.id} ({each.description})" if each.description else each.mail or each.id
        for each in groups
    )


async def _meant_by(world: World, wanted: Sequence[str]) -> list[Found]:
    """Who is meant; where that is nobody or not clear, also who may be."""
    exactly = await world.directory.find_each(wanted)
    gate = asyncio.Semaphore(AT_ONCE)
    return await asyncio.gather(*(_found(world, gate, each, exactly[each]) for each in wanted))


async def _found(
    world: World, gate: asyncio.Semaphore, words: str, exactly: tuple[Profile, ...]
) -> Found:
    if exactly:
        return Found(words, exactly, exactly if len(exactly) > 1 else ())
    async with gate:
        return Found(words, (), await world.directory.like(words))
