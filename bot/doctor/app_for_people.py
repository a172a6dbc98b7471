"""The app: whether it is in the organisation's catalogue, and whether people may have it."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing, undecided
from graph.apps import apps_in_catalogue, installations, put_app
from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.people import Profile


async def app(case: Case) -> AsyncIterator[Line]:
    """The catalogue, then everybody who has it, may not have it, or of whom nobody can tell."""
    catalogue_id = await _in_catalogue(case)
    if not catalogue_id:
        yield missing("app", "app-missing", Who.TEAMS, app=case.settings.teams_app_id)
        return
    yield fine("app", "app")
    people = [each for each in case.people if not each.hindrance]
    allowed = {each.id: await _allowed(case, each, catalogue_id) for each in people}
    for person in people:
        if allowed[person.id] is False:
            yield missing("app-allowed", "app-forbidden", Who.TEAMS, name=person.name)
    has = sum(value is True for value in allowed.values())
    if has:
        yield fine("app-allowed", "app-allowed", count=has)
    untried = sum(value is None for value in allowed.values())
    if untried:
        yield undecided("app-allowed", "app-untried", Who.OPERATOR, count=untried)


async def _in_catalogue(case: Case) -> str:
    graph, app_id = case.outside.graph, case.settings.teams_app_id
    found = (await apps_in_catalogue(graph, external_id=app_id)).json["value"]
    return str(found[0]["id"]) if found else ""


async def _allowed(case: Case, person: Profile, catalogue_id: str) -> bool | None:
    """Whether somebody may have the app: known of who has it, else by putting it there."""
    graph, app_id = case.outside.graph, case.settings.teams_app_id
    if case.probe:
        return await _installed(case, person, catalogue_id)
    try:
        there = await installations(graph, user_id=person.id, external_id=app_id)
    except (NotAllowed, NotThere):
        return None
    return True if there.json["value"] else None


async def _installed(case: Case, person: Profile, catalogue_id: str) -> bool:
    """Put the app into the person's Teams, as an invitation will."""
    try:
        await put_app(case.outside.graph, person.id, catalogue_id)
    except (NotAllowed, NotThere, Rejected):
        return False
    return True
