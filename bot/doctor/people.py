"""Whom it is about: the owners, and those who were named."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass

from bot.doctor.case import Case
from bot.doctor.lines import UNEXPECTED, Line, Part, Who, fine, missing, unheard
from graph.channels import GraphChannels
from graph.directory import GraphDirectory
from mentoring.domain.errors import NotThere
from mentoring.domain.people import Profile


@dataclass(frozen=True)
class Found:
    """Who was found, and what there is to say about it."""

    people: tuple[Profile, ...] = ()
    lines: tuple[Line, ...] = ()


async def everybody(case: Case) -> Found:
    """The owners of all programmes and those named, each once, in this order."""
    parts = [await _heard(_owners(case, team), team) for team in case.settings.owners_team_ids]
    parts += [await _heard(_named(case, text), text) for text in case.named]
    people = {each.id: each for part in parts for each in part.people}
    lines = _each_once([line for part in parts for line in part.lines])
    lines += [_hindered(each) for each in people.values() if each.hindrance]
    return Found(tuple(people.values()), tuple(lines))


async def _heard(looked_for: Awaitable[Found], name: str) -> Found:
    """What came of looking, or the line that nothing did."""
    try:
        return await looked_for
    except UNEXPECTED as error:
        return Found(lines=(unheard(Part.PEOPLE, error, name),))


def _each_once(lines: list[Line]) -> list[Line]:
    return [line for at, line in enumerate(lines) if line not in lines[:at]]


async def _owners(case: Case, team: str) -> Found:
    try:
        ids = sorted(await GraphChannels(case.outside.graph).members(team))
    except NotThere:
        return Found(lines=(missing("owners", "owners-unknown", Who.OPERATOR, team=team),))
    if not ids:
        return Found(lines=(missing("owners", "owners-nobody", Who.TEAMS, team=team),))
    parts = [await _heard(_who(case, each), each) for each in ids]
    people = tuple(person for part in parts for person in part.people)
    there = fine("owners", "owners", team=team, count=len(ids))
    return Found(people, (there, *(line for part in parts for line in part.lines)))


async def _named(case: Case, text: str) -> Found:
    found = await _who(case, text)
    if found.people:
        return found
    of_group = await _of_group(case, text)
    if not of_group.people:
        return Found(lines=(missing("people", "person-unknown", Who.OPERATOR, name=text),))
    return of_group


async def _who(case: Case, text: str) -> Found:
    return Found(await GraphDirectory(case.outside.graph).find(text))


async def _of_group(case: Case, text: str) -> Found:
    directory = GraphDirectory(case.outside.graph)
    groups = await directory.groups(text)
    return Found(await directory.people_of(groups[0].id) if len(groups) == 1 else ())


def _hindered(person: Profile) -> Line:
    """Somebody whom the programme cannot reach, by the directory alone."""
    return missing("people", "person-hindered", Who.ENTRA, name=person.name, cause=person.hindrance)
