"""Participants' teams: whether they are there and have room, whether further ones may be opened,
and whether they take private channels.

A channel counts towards its team's limit for thirty days after its deletion, and a team stays, so
that both are made only with a probe.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from bot.app import moments_of
from bot.doctor.case import Case
from bot.doctor.lines import (
    UNEXPECTED,
    Line,
    Part,
    State,
    Who,
    fine,
    missing,
    undecided,
    unheard,
    unseen,
)
from bot.doctor.room import BEFORE_MIGRATION, more_than_before, room_in, standing
from graph.channels import GraphChannels
from mentoring.domain.errors import Full, NotAllowed, NotThere, OutsideError, Unavailable
from mentoring.domain.people import Profile
from mentoring.storage.migrate import is_current
from mentoring.storage.store import SqlStore
from mentoring.usecases.launch.seats import next_team

SEEN_AFTER_SECONDS = (1, 2, 5, 10, 30)
"""The pauses after which a channel is tried again whose member the team did not know yet."""


async def channels(case: Case) -> AsyncIterator[Line]:
    """The teams' room; with a probe, another team, and a channel in the first one."""
    teams = [team for found in case.settings.programme_team_ids.values() for team in found]
    rooms = [await room_in(case, team) for team in teams]
    for room in rooms:
        yield room.line
    fullest = max((room.standing for room in rooms), default=0)
    async for line in _tried(case, teams) if case.probe else _untried():
        if line.check == "channels" and line.state is State.OK and rooms:
            fullest = max(fullest, rooms[0].standing + 1)
        yield line
    for line in more_than_before(case, fullest):
        yield line


async def _untried() -> AsyncIterator[Line]:
    yield undecided("teams", "teams-untried", Who.OPERATOR)
    yield undecided("channels", "channels-untried", Who.OPERATOR)


async def _tried(case: Case, teams: list[str]) -> AsyncIterator[Line]:
    ways = GraphChannels(case.outside.graph)
    opened = await _opened(case, ways)
    yield opened.line
    team = teams[0] if teams else opened.team
    if team and case.able:
        yield await _channel(case, ways, team)
    else:
        yield unseen(Part.CHANNELS, "channels-later", Who.OPERATOR)


@dataclass(frozen=True)
class Opened:
    """What came of opening a team; without ``team`` there is none."""

    line: Line
    team: str = ""


async def _opened(case: Case, ways: GraphChannels) -> Opened:
    """The participants' team that a launch would open next, which will find it again."""
    try:
        planned, owners = await _planned(case), await _owners(case, ways)
        if not planned or not owners:
            return Opened(unseen(Part.TEAMS, "teams-later", Who.OPERATOR))
        team = await ways.open_team(*planned, owners)
    except NotAllowed:
        return Opened(_not_allowed(case))
    except UNEXPECTED as error:
        return Opened(unheard(Part.TEAMS, error))
    return Opened(fine("teams", "team-opened", team=team), team)


def _not_allowed(case: Case) -> Line:
    """Without teams of its own a programme needs it; with them it may do without."""
    if case.settings.programme_team_ids:
        return undecided("teams", "teams-no-more", Who.TEAMS)
    return missing("teams", "teams-forbidden", Who.TEAMS)


async def _owners(case: Case, ways: GraphChannels) -> list[str]:
    """Who would own a team; nobody where the members of the owners' team cannot be read, which has
    a line of its own.
    """
    try:
        return sorted(await ways.members(case.owners_team))
    except (NotAllowed, NotThere):
        return []


async def _planned(case: Case) -> tuple[str, str] | None:
    """Name and description of the next team; None before the product was started for the first
    time, and without its database.
    """
    settings, moments = case.settings, moments_of(case.settings, case.outside.clock)
    store = SqlStore(settings.database_url, settings.cipher())
    try:
        if not await store.answers() or not await asyncio.to_thread(
            is_current, settings.database_url
        ):
            return None
        return await asyncio.to_thread(
            store.read_now,
            lambda uow: next_team(moments(uow, "")) if uow.programmes.any() else None,
        )
    finally:
        store.close()


async def _channel(case: Case, ways: GraphChannels, team: str) -> Line:
    """What comes of a private channel in the team, which is archived at once."""
    try:
        made = await _made(case, ways, team)
    except OutsideError as error:
        return await _refused(case, team, error)
    try:
        await ways.archive_channel(team, made.channel)
    except UNEXPECTED:
        return missing("channels", "channels-standing", Who.TEAMS, team=team, name=made.name)
    if made.joined:
        return fine("channels", "channels-joined", team=team, name=made.joined)
    return fine("channels", "channels", team=team)


async def _refused(case: Case, team: str, error: OutsideError) -> Line:
    if isinstance(error, NotAllowed):
        return missing("channels", "channels-forbidden", Who.TEAMS, team=team)
    if isinstance(error, Full):
        code = "channels-full" if await _is_at_the_old_limit(case, team) else "channels-no-room"
        return missing("channels", code, Who.TEAMS, team=team)
    said = getattr(error, "code", "") or type(error).__name__
    return missing("channels", "channels-refused", Who.TEAMS, team=team, said=said)


async def _is_at_the_old_limit(case: Case, team: str) -> bool:
    """Whether it is the number of private channels that fills the team, as before the migration."""
    try:
        return await standing(case, team) == BEFORE_MIGRATION
    except UNEXPECTED:
        return False


@dataclass(frozen=True)
class Made:
    """A channel of the probe: its id and name, and who had to join the team for it, if anybody."""

    channel: str
    name: str
    joined: str


async def _made(case: Case, ways: GraphChannels, team: str) -> Made:
    """The new channel, owned by somebody who is in the team already, if there is anybody."""
    inside = await ways.members(team)
    there = [each for each in case.able if each.id in inside]
    if there:
        return await _made_for(case, ways, team, there[0])
    newcomer = case.able[0]
    await ways.add_members(team, [newcomer.id])
    try:
        made = await _made_for(case, ways, team, newcomer)
    except OutsideError:
        with contextlib.suppress(OutsideError):
            await ways.remove_members(team, [newcomer.id])
        raise
    return replace(made, joined=newcomer.name)


async def _made_for(case: Case, ways: GraphChannels, team: str, owner: Profile) -> Made:
    """Who is new in the team may not be known there for a while."""
    name = f"Tandem check {case.outside.clock.now():%Y-%m-%d %H%M%S}"
    for pause in SEEN_AFTER_SECONDS:
        try:
            return Made((await ways.open_channel(team, name, "", [owner.id])).id, name, "")
        except Unavailable:
            await asyncio.sleep(pause)
    return Made((await ways.open_channel(team, name, "", [owner.id])).id, name, "")
