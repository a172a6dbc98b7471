"""The app: whether it is in the organisation's catalogue, and whether people may have it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TypeAlias

from bot.doctor.case import Case
from bot.doctor.lines import (
    UNEXPECTED,
    Line,
    Part,
    Who,
    fine,
    missing,
    undecided,
    unheard,
    unseen,
)
from graph.apps import apps_in_catalogue, installations, put_app
from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.people import Profile

Allowed: TypeAlias = bool | Line
"""Whether somebody has the app (False: nobody can tell yet); a line where it was refused, or
nothing was heard.
"""


async def app(case: Case) -> AsyncIterator[Line]:
    """The catalogue, then everybody who has it, may not have it, or of whom nobody can tell."""
    catalogue_id = await _in_catalogue(case)
    if not catalogue_id:
        yield missing("app", "app-missing", Who.TEAMS, app=case.settings.teams_app_id)
        return
    yield fine("app", "app")
    async for line in _for_people(case, catalogue_id):
        yield line


async def _for_people(case: Case, catalogue_id: str) -> AsyncIterator[Line]:
    allowed = [await _allowed(case, each, catalogue_id) for each in case.able]
    for each in allowed:
        if isinstance(each, Line):
            yield each
    if not allowed:
        yield unseen(Part.APP_ALLOWED, "nobody", Who.OPERATOR)
    if has := allowed.count(True):
        yield fine("app-allowed", "app-allowed", count=has)
    if untried := allowed.count(False):
        yield undecided("app-allowed", "app-untried", Who.OPERATOR, count=untried)


async def _in_catalogue(case: Case) -> str:
    graph, app_id = case.outside.graph, case.settings.teams_app_id
    found = (await apps_in_catalogue(graph, external_id=app_id)).json["value"]
    return str(found[0]["id"]) if found else ""


async def _allowed(case: Case, person: Profile, catalogue_id: str) -> Allowed:
    """Whether somebody may have the app: known of who has it, else by putting it there."""
    try:
        if case.probe:
            return await _installed(case, person, catalogue_id)
        return await _has(case, person)
    except UNEXPECTED as error:
        return unheard(Part.APP_ALLOWED, error, person.name)


async def _has(case: Case, person: Profile) -> bool:
    graph, app_id = case.outside.graph, case.settings.teams_app_id
    try:
        there = await installations(graph, user_id=person.id, external_id=app_id)
    except (NotAllowed, NotThere):
        return False
    return bool(there.json["value"])


async def _installed(case: Case, person: Profile, catalogue_id: str) -> Allowed:
    """Put the app into the person's Teams, as an invitation will."""
    try:
        await put_app(case.outside.graph, person.id, catalogue_id)
    except (NotAllowed, NotThere, Rejected):
        return missing("app-allowed", "app-forbidden", Who.TEAMS, name=person.name)
    return True
