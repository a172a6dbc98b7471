"""Participants' teams: whether they are there, have room, and take private channels.

A channel counts towards its team's limit for thirty days after its deletion, so that one is opened
only with a probe. Until a tenant has been migrated, a team takes 30 private channels instead of
1,000 (message center MC1134737), and no app is told which.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from bot.app import moments_of
from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing, undecided
from graph.channel_calls import private_channels
from graph.channels import GraphChannels
from mentoring.domain.errors import Full, NotAllowed, NotThere, Rejected, Unavailable
from mentoring.storage.store import SqlStore
from mentoring.usecases.launch.seats import next_team

BEFORE_MIGRATION = 30
SEEN_AFTER_SECONDS = (1, 2, 5, 10, 30)
"""The pauses after which a channel is tried again whose member the team did not know yet."""


async def channels(case: Case) -> AsyncIterator[Line]:
    """The teams' room; with a probe, a channel in the first team, which is opened if there is
    none.
    """
    teams = [team for found in case.settings.programme_team_ids.values() for team in found]
    room = [await _room(case, team) for team in teams]
    for line in room:
        yield line
    if not case.probe:
        yield undecided("channels", "channels-untried", Who.OPERATOR)
        if case.settings.channels_per_team > BEFORE_MIGRATION:
            most = case.settings.channels_per_team
            yield undecided("capacity", "capacity-unknown", Who.TEAMS, most=most)
        return
    async for line in _tried(case, teams):
        yield line


async def _room(case: Case, team: str) -> Line:
    try:
        there = (await private_channels(case.outside.graph, team_id=team)).json["value"]
    except NotThere:
        return missing("capacity", "team-unknown", Who.OPERATOR, team=team)
    except NotAllowed:
        return undecided("capacity", "team-unread", team=team)
    left = max(0, case.settings.channels_per_team - len(there))
    return fine("capacity", "capacity", team=team, left=left)


async def _tried(case: Case, teams: list[str]) -> AsyncIterator[Line]:
    ways = GraphChannels(case.outside.graph)
    owner = case.sample().person_id
    try:
        team = teams[0] if teams else await _opened(case, ways)
    except NotAllowed:
        yield missing("teams", "teams-forbidden", Who.TEAMS)
        return
    if not team or not owner:
        yield undecided("channels", "channels-later", Who.OPERATOR)
        return
    if not teams:
        yield fine("teams", "team-opened", team=team)
    yield await _channel(case, ways, team, owner)


async def _opened(case: Case, ways: GraphChannels) -> str:
    """The participants' team that the first launch would open, which will find it again; empty
    before the product has been started for the first time.
    """
    planned = await asyncio.to_thread(_planned, case)
    if planned is None:
        return ""
    owners = sorted(await ways.members(case.owners_team))
    return await ways.open_team(*planned, owners)


def _planned(case: Case) -> tuple[str, str] | None:
    settings, moments = case.settings, moments_of(case.settings, case.outside.clock)
    store = SqlStore(settings.database_url, settings.cipher())
    try:
        return store.read_now(
            lambda uow: next_team(moments(uow, "")) if uow.programmes.any() else None
        )
    finally:
        store.close()


async def _channel(case: Case, ways: GraphChannels, team: str, owner: str) -> Line:
    """What comes of a private channel in the team, which is archived at once."""
    try:
        made = await _made(case, ways, team, owner)
        await ways.archive_channel(team, made)
    except NotAllowed:
        return missing("channels", "channels-forbidden", Who.TEAMS, team=team)
    except Full:
        code = "channels-full" if await _is_at_the_old_limit(case, team) else "channels-no-room"
        return missing("channels", code, Who.TEAMS, team=team)
    except (Rejected, NotThere, Unavailable) as refused:
        said = getattr(refused, "code", "") or type(refused).__name__
        return missing("channels", "channels-refused", Who.TEAMS, team=team, said=said)
    return fine("channels", "channels", team=team)


async def _is_at_the_old_limit(case: Case, team: str) -> bool:
    """Whether it is the number of private channels that fills the team, as before the migration."""
    try:
        there = (await private_channels(case.outside.graph, team_id=team)).json["value"]
    except NotAllowed:
        return False
    return len(there) == BEFORE_MIGRATION


async def _made(case: Case, ways: GraphChannels, team: str, owner: str) -> str:
    """The id of the new channel; who is new in its team may not be known there for a while."""
    if owner not in await ways.members(team):
        await ways.add_members(team, [owner])
    name = f"Tandem check {case.outside.clock.now():%Y-%m-%d %H%M%S}"
    for pause in SEEN_AFTER_SECONDS:
        try:
            return (await ways.open_channel(team, name, "", [owner])).id
        except Unavailable:
            await asyncio.sleep(pause)
    return (await ways.open_channel(team, name, "", [owner])).id
