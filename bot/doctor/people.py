"""Whom it is about: the owners, and those who were named."""

from __future__ import annotations

from dataclasses import dataclass

from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing
from graph.channels import GraphChannels
from graph.directory import GraphDirectory
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.people import Profile


@dataclass(frozen=True)
class Found:
    """Who was found, and what there is to say about it."""

    people: tuple[Profile, ...] = ()
    lines: tuple[Line, ...] = ()


async def everybody(case: Case) -> Found:
    """The owners of all programmes and those named, each once, in this order."""
    parts = [await _owners(case, team) for team in case.settings.owners_team_ids]
    parts += [await _named(case, text) for text in case.named]
    people = {each.id: each for part in parts for each in part.people}
    lines = [line for part in parts for line in part.lines]
    lines += [_hindered(each) for each in people.values() if each.hindrance]
    return Found(tuple(people.values()), tuple(lines))


async def _owners(case: Case, team: str) -> Found:
    try:
        ids = sorted(await GraphChannels(case.outside.graph).members(team))
    except NotThere:
        return Found(lines=(missing("owners", "owners-unknown", Who.OPERATOR, team=team),))
    except NotAllowed:
        return Found()  # the permission has a line of its own
    if not ids:
        return Found(lines=(missing("owners", "owners-nobody", Who.TEAMS, team=team),))
    people = tuple([person for each in ids for person in await _who(case, each)])
    return Found(people, (fine("owners", "owners", team=team, count=len(ids)),))


async def _named(case: Case, text: str) -> Found:
    found = await _who(case, text) or await _of_group(case, text)
    if not found:
        return Found(lines=(missing("people", "person-unknown", Who.OPERATOR, name=text),))
    return Found(found)


async def _who(case: Case, text: str) -> tuple[Profile, ...]:
    try:
        return await GraphDirectory(case.outside.graph).find(text)
    except NotAllowed:
        return ()


async def _of_group(case: Case, text: str) -> tuple[Profile, ...]:
    directory = GraphDirectory(case.outside.graph)
    try:
        groups = await directory.groups(text)
        return await directory.people_of(groups[0].id) if len(groups) == 1 else ()
    except NotAllowed:
        return ()


def _hindered(person: Profile) -> Line:
    """Somebody whom the programme cannot reach, by the directory alone."""
    return missing("people", "person-hindered", Who.ENTRA, name=person.name, cause=person.hindrance)
