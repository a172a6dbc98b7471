"""A circle's channel: opened once enough people want it, with everybody in it as its owner, as in a
tandem's; let into, left, archived. Nobody else is in it, no programme owner either.

Where Microsoft 365 refuses something, it is tried for about an hour, and then owners read in
*status* what did not work, never whom it is about.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from mentoring.domain.circle import (
    FEWEST,
    Circle,
    CircleMember,
    CircleState,
    Place,
    whose,
)
from mentoring.domain.errors import Full, NotThere, NotYet, Rejected
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.ports.teams import Channel
from mentoring.ports.world import World
from mentoring.usecases.common.changes import Topic, changed
from mentoring.usecases.common.effects import Step, ask, effect, effect_of
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.launch.leaving import leave_team, who_goes
from mentoring.usecases.launch.one_tandem import ATTEMPTS
from mentoring.usecases.launch.own_team import no_team_for, team_for
from mentoring.usecases.launch.seats import has_no_place, note_no_place

MOST_FOUNDERS = 50
"""So many come in with the channel; whoever else wants it is let in afterwards."""
ANOTHER_CHANNEL = Topic("another_channel")
"""The channel that somebody was in is gone with its team."""
WITHIN = (Place.JOINING, Place.IN)
WAITS_OR_OPEN = (CircleState.GATHERING, CircleState.OPEN)


@effect(queue="launch", attempts=ATTEMPTS)
async def open_circle(world: World, circle_id: str, step: Step) -> None:
    """Open the circle's channel with those who want it, or adopt what an attempt has opened."""
    await step("open", lambda: _open(world, circle_id))


async def _open(world: World, circle_id: str) -> None:
    circle, before = await world.read(_opening, circle_id)
    if circle.state is not CircleState.OPENING:
        await world.run(no_team_for, circle_id)
        return
    channel = await _standing(world, circle, before)
    if channel is None:
        team_id = circle.team_id if circle.name else await team_for(world, circle_id)
        circle, founders = await world.run(_found, circle_id, team_id)
        if not founders:
            return
        channel = await _opened(world, circle, founders)
    if not await world.run(_stands, circle_id, channel):
        await world.channels.archive_channel(circle.team_id, channel.id)


def _opening(uow: UnitOfWork, _moment: Moment, circle_id: str) -> tuple[Circle, list[str]]:
    """The circle, and with whom an earlier attempt was to open it."""
    before = uow.circle_members.columns("person_id", circle_id=circle_id, founder=True)
    return uow.circles.need(circle_id), sorted(person for (person,) in before)


async def _standing(world: World, circle: Circle, before: Sequence[str]) -> Channel | None:
    """What an earlier attempt has opened without our hearing of it."""
    if not before:
        return None
    return await world.channels.find_channel(circle.team_id, circle.name, before)


def _found(
    uow: UnitOfWork, moment: Moment, circle_id: str, team_id: str
) -> tuple[Circle, list[str]]:
    """Write down where and with whom the channel is to be opened: those who want it now. Where they
    have become too few meanwhile the circle goes on waiting, and nobody is returned.
    """
    circle, members = uow.circles.need(circle_id), uow.circle_members.all(circle_id=circle_id)
    wanting = [each for each in members if each.state is Place.JOINING]
    if len(wanting) < FEWEST:
        _wait_on(uow, circle, members)
        return circle, []
    founders = {each.person_id for each in wanting[:MOST_FOUNDERS]}
    uow.circle_members.put_all(
        replace(each, founder=each.person_id in founders) for each in members
    )
    name = circle.name or moment.wording.circle_name(circle)
    return uow.circles.put(replace(circle, team_id=team_id, name=name)), sorted(founders)


def _wait_on(uow: UnitOfWork, circle: Circle, members: Sequence[CircleMember]) -> None:
    uow.circles.put(replace(circle, state=CircleState.GATHERING))
    _leave_behind(uow, circle.team_id, members)
    for each in members:
        if each.state is Place.LEAVING:
            uow.circle_members.delete(each.id)


async def _opened(world: World, circle: Circle, founders: Sequence[str]) -> Channel:
    """The channel in the circle's team; where that is gone or full, the next attempt goes
    elsewhere.
    """
    try:
        await _into_team(world, circle.team_id, founders)
        description = (await world.moment()).wording.circle_description(circle)
        return await world.channels.open_channel(circle.team_id, circle.name, description, founders)
    except (Full, NotThere) as refused:
        if not await has_no_place(world, circle.team_id, refused):
            raise
        await world.run(_goes_elsewhere, circle)
        raise NotYet(f"no place in the team {circle.team_id}: another one is chosen") from refused


def _goes_elsewhere(uow: UnitOfWork, moment: Moment, tried: Circle) -> None:
    note_no_place(uow, moment, tried.team_id)
    uow.circles.put(replace(uow.circles.need(tried.id), name="", team_id=""))
    members = uow.circle_members.all(circle_id=tried.id)
    uow.circle_members.put_all(replace(each, founder=False) for each in members)
    _leave_behind(uow, tried.team_id, members)


def _leave_behind(uow: UnitOfWork, team_id: str, members: Sequence[CircleMember]) -> None:
    """Whoever was to open the channel in this team needs it for that no more; so does who has gone
    meanwhile, and of whom nothing else remembers that they are in there.
    """
    once = secrets.token_hex(4)
    subjects = [f"{each.id}:{team_id}" for each in members] if team_id else []
    uow.effects.add_all(effect_of(leave_circles_team, each, once=once) for each in subjects)


@effect(queue="sessions", attempts=ATTEMPTS)
async def leave_circles_team(world: World, subject: str, step: Step) -> None:
    """Take somebody out of a team that their circle has left, if they need it for nothing else;
    ``subject`` is the id of their place in the circle, a colon, and the team's.
    """
    key, _, team_id = subject.rpartition(":")
    _, person_id = whose(key)
    going = await step("going", lambda: who_goes(world, team_id, [person_id]))
    await step("leave", lambda: leave_team(world, team_id, going))


async def _into_team(world: World, team_id: str, people: Sequence[str]) -> None:
    """Everybody is a member of the team first: Teams takes nobody else into a private channel."""
    present = await world.channels.members(team_id)
    outside = [person for person in people if person not in present]
    refused = await world.channels.add_members(team_id, outside) if outside else {}
    if refused:
        raise Rejected(f"the team {team_id} does not take everybody", next(iter(refused.values())))


def _stands(uow: UnitOfWork, moment: Moment, circle_id: str, channel: Channel) -> bool:
    """The channel is there: whoever has come in with it is in it, who wanted it later comes in now,
    and who wanted out meanwhile goes. False if the circle's cycle has ended meanwhile.
    """
    circle = uow.circles.need(circle_id)
    circle = uow.circles.put(replace(circle, channel_id=channel.id, channel_url=channel.url))
    if circle.state is not CircleState.OPENING:
        return False
    uow.circles.put(replace(circle, state=CircleState.OPEN))
    stamp = f"{moment.now:{STAMP}}"
    for each in uow.circle_members.all(circle_id=circle_id):
        if each.state is Place.LEAVING:
            ask(uow, let_out, each.id, once=stamp)
        elif each.founder:
            uow.circle_members.put(replace(each, state=Place.IN))
        else:
            ask(uow, let_in, each.id, once=stamp)
    return True


@effect(queue="sessions", attempts=ATTEMPTS)
async def let_in(world: World, key: str, step: Step) -> None:
    """Let somebody into the channel who wants it; ``key`` is the id of their place in it."""
    await step("in", lambda: _in(world, key))


async def _in(world: World, key: str) -> None:
    circle = await world.read(_coming, key)
    if circle is None:
        return
    _, person_id = whose(key)
    try:
        await _into_team(world, circle.team_id, [person_id])
        await world.channels.let_into_channel(circle.team_id, circle.channel_id, person_id)
    except NotThere as refused:
        if not await has_no_place(world, circle.team_id, refused):
            raise
        await world.run(_opens_anew, circle)
        return
    if not await world.run(_is_in, key):
        await _out(world, key)


def _opens_anew(uow: UnitOfWork, moment: Moment, tried: Circle) -> None:
    """The team was deleted, and the channel with it: who was in it and who wants in get another
    one, as soon as they are enough; who wanted out is.
    """
    circle = uow.circles.need(tried.id)
    if (circle.state, circle.channel_id) != (CircleState.OPEN, tried.channel_id):
        return
    note_no_place(uow, moment, tried.team_id)
    for each in uow.circle_members.all(circle_id=circle.id, state=Place.LEAVING):
        uow.circle_members.delete(each.id)
    for each in uow.circle_members.all(circle_id=circle.id, state=Place.IN):
        changed(uow, ANOTHER_CHANNEL, each.id)
    wanting = _without_channel(uow, replace(circle, team_id=""))
    if len(wanting) >= FEWEST:
        uow.circles.put(replace(uow.circles.need(circle.id), state=CircleState.OPENING))
        ask(uow, open_circle, circle.id, once=secrets.token_hex(4))


def _without_channel(uow: UnitOfWork, circle: Circle) -> Sequence[CircleMember]:
    """The circle waits anew, with all who want it. Its next channel bears another name."""
    without = replace(circle, name="", channel_id="", channel_url="")
    uow.circles.put(replace(without, state=CircleState.GATHERING, earlier=circle.earlier + 1))
    wanting = uow.circle_members.all(circle_id=circle.id, state=WITHIN)
    uow.circle_members.put_all(replace(e, state=Place.JOINING, founder=False) for e in wanting)
    return wanting


def _coming(uow: UnitOfWork, _moment: Moment, key: str) -> Circle | None:
    """The circle into which the person wants, None if they do not any more, or it is archived."""
    member, circle = uow.circle_members.get(key), uow.circles.need(whose(key)[0])
    wanted = member is not None and member.state in WITHIN
    return circle if wanted and circle.state is CircleState.OPEN else None


def _is_in(uow: UnitOfWork, moment: Moment, key: str) -> bool:
    """They are in it; False if they want out again, or the circle has been archived."""
    if _coming(uow, moment, key) is None:
        return False
    uow.circle_members.put(replace(uow.circle_members.need(key), state=Place.IN))
    return True


@effect(queue="sessions", attempts=ATTEMPTS)
async def let_out(world: World, key: str, step: Step) -> None:
    """Take somebody out of the channel, and out of its team if they need that for nothing else."""
    await step("out", lambda: _out(world, key))


async def _out(world: World, key: str) -> None:
    circle, others = await world.read(_going, key)
    if circle is None:
        return
    _, person_id = whose(key)
    if circle.channel_id:
        await _out_of_channel(world, circle, person_id, others=others)
    await leave_team(world, circle.team_id, [person_id])
    await world.run(_left, key)


async def _out_of_channel(world: World, circle: Circle, person_id: str, *, others: bool) -> None:
    """Teams keeps the last one in it, so with them it is archived; that this has been done is noted
    before they leave the team, because then the channel has nobody who could be counted.
    """
    there = circle.team_id, circle.channel_id
    if await world.channels.let_out_of_channel(*there, person_id):
        return
    if others:
        raise NotYet("the others in the circle are not listed yet")
    await world.channels.archive_channel(*there)
    await world.run(_waits_again, circle.id)


def _going(uow: UnitOfWork, _moment: Moment, key: str) -> tuple[Circle | None, bool]:
    """The circle that the person leaves, None if they have come back, or what is being opened
    decides; and whether others are in it.
    """
    circle_id, person_id = whose(key)
    member, circle = uow.circle_members.get(key), uow.circles.need(circle_id)
    has_come_back = member is not None and member.state in WITHIN
    if circle.state is CircleState.OPENING or (has_come_back and circle.state in WAITS_OR_OPEN):
        return None, False
    about = {"circle_id": circle_id, "person_id": NoneOf({person_id})}
    return circle, uow.circle_members.any(**about, state=WITHIN)


def _waits_again(uow: UnitOfWork, _moment: Moment, circle_id: str) -> None:
    """Nobody is in it any more: while its time runs it waits for five anew, among them those who
    have wanted in since. Its next channel bears another name: Teams keeps the archived one's.
    """
    circle = uow.circles.need(circle_id)
    if circle.state is CircleState.OPEN:
        _without_channel(uow, circle)


def _left(uow: UnitOfWork, moment: Moment, key: str) -> None:
    """They are out. Who wants in again since is let in once more."""
    circle, member = uow.circles.need(whose(key)[0]), uow.circle_members.get(key)
    if member and member.state is Place.LEAVING:
        uow.circle_members.delete(key)
    elif member and circle.state is CircleState.OPEN:
        ask(uow, let_in, key, once=f"{moment.now:{STAMP}}")


@effect(queue="launch", attempts=ATTEMPTS)
async def archive_circle(world: World, circle_id: str, step: Step) -> None:
    """Make the circle's channel read-only."""
    await step("archive", lambda: _archive(world, circle_id))


async def _archive(world: World, circle_id: str) -> None:
    circle, before = await world.read(_opening, circle_id)
    found = Channel(circle.channel_id, "") if circle.channel_id else None
    channel = found or await _standing(world, circle, before)
    if channel:
        await world.channels.archive_channel(circle.team_id, channel.id)
