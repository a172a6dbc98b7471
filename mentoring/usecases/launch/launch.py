"""The launch: shown first, confirmed once, then carried out tandem by tandem; progress and receipt
stand in one card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import (
    Launch,
    LaunchState,
    Pair,
    PairKind,
    Tandem,
    TandemState,
    Totals,
    pair_id,
)
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.effects import Step, ask, effect, effect_of
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.postings import post, post_to
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.launch.closing import end_when_over
from mentoring.usecases.matching.offers import close_round, left_over, seemingly_open
from mentoring.usecases.matching.places import fill
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.left_open import agree_on_the_rest
from mentoring.usecases.programme.cycles import advance, require_running
from mentoring.usecases.programme.period import HOME
from mentoring.usecases.sessions import booking as sessions
from mentoring.usecases.sessions import deputies
from mentoring.usecases.sessions.booking import CALENDARS, tandem_card

TANDEMS_A_QUESTION = 10
"""How many tandems' calendars are asked for in one request."""


@dataclass(frozen=True)
class LaunchNotice(Notice):
    """A launch before, while and after it is carried out.

    ``ready`` tandems are to be launched; before that, ``open_offers`` will be released and
    ``left_over`` people told so.
    """

    launch: Launch
    programme: Programme
    ready: int
    open_offers: int = 0
    left_over: int = 0


@shows(to="owners", stored_as="launch")
def launch_card(uow: UnitOfWork, scene: Scene) -> LaunchNotice:
    """What owners see of a launch."""
    launch = uow.launches.need(scene.posting.subject_id)
    notice = LaunchNotice(launch, scene.programme, launch.tandems)
    if launch.state is not LaunchState.PREVIEW:
        return notice
    ready = uow.tandems.count(state=TandemState.ACCEPTED)
    return replace(
        notice, ready=ready, open_offers=seemingly_open(uow), left_over=len(left_over(uow))
    )


@depends(launch_card, Launch, Tandem, Enrolment)
def _launches(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The launch, how far its tandems are, and, before it, who is ready and who is left over."""
    match change.row:
        case Launch(id=launch_id):
            return [launch_id]
        case Tandem(launch_id=launch_id):
            return (
                [launch_id or EVERY] if change.alters("state", "trouble", "told_left_over") else ()
            )
    return [EVERY] if change.alters("state") else ()


def prepare(uow: UnitOfWork, moment: Moment, owner: str, start: date, chat: Chat) -> Launch:
    """Show what a launch would do; nothing happens yet.

    Raises:
        Refusal: ``launch-in-past``, ``launch-nobody`` while no tandem is accepted,
            ``launch-running``.
    """
    require_running(moment)
    if start <= moment.now.astimezone(HOME).date():
        raise Refusal("launch-in-past", field="date")
    uow.alone("launch")
    _none_running(uow)
    if not uow.tandems.any(state=TandemState.ACCEPTED):
        raise Refusal("launch-nobody", open=seemingly_open(uow))
    launch = uow.launches.put(Launch(next_id(uow, "launch"), owner, start))
    post(uow, launch_card, launch.id, owner, chat=chat)
    return launch


def _none_running(uow: UnitOfWork) -> None:
    if uow.launches.any(state=LaunchState.RUNNING):
        raise Refusal("launch-running")


def confirm(uow: UnitOfWork, moment: Moment, launch_id: str) -> Launch:
    """Start the launch; confirming twice starts it once.

    Raises:
        Refusal: ``launch-nobody`` if every tandem has gone since, ``launch-running`` if another
            launch is at work.
    """
    uow.alone("launch")
    launch = uow.launches.need(launch_id)
    if launch.state is not LaunchState.PREVIEW:
        return launch
    _none_running(uow)
    ready = uow.tandems.all(state=TandemState.ACCEPTED)
    now = moment.now
    if not ready:
        raise Refusal("launch-nobody", open=seemingly_open(uow))
    if launch.start <= now.astimezone(HOME).date():
        raise Refusal("launch-in-past")
    advance(uow, moment, CycleState.RUNNING)
    close_round(uow, moment, everything=True)
    fill(uow)
    _seat(uow, moment, launch.id, ready)
    ask(uow, launch_all, launch.id)
    return uow.launches.put(
        replace(launch, state=LaunchState.RUNNING, tandems=len(ready), started_at=now)
    )


@effect(queue="launch", stored_as="launch")
async def launch_all(world: World, launch_id: str, step: Step) -> None:
    """Seat everybody, then find the dates in groups; each tandem goes its own way as soon as its
    dates stand.
    """
    await step("seat", lambda: seat_the_rest(world, launch_id))
    for team, people in (await step("teams", lambda: teams_of(world, launch_id))).items():
        await step(f"members {team}", partial(add_members, world, launch_id, team, people))
    groups = await step("groups", lambda: _groups(world, launch_id, TANDEMS_A_QUESTION))
    for number, group in enumerate(groups):
        await step(f"dates {number}", partial(find_dates, world, launch_id, group))


async def find_dates(world: World, launch_id: str, tandem_ids: Sequence[str]) -> None:
    """Find the series of these tandems, and let each be launched."""
    start = (await world.read(lambda uow, _: uow.launches.need(launch_id))).start
    planned = await sessions.plan_series(world, tandem_ids, start)
    await world.run(lambda uow, _: _planned(uow, launch_id, tandem_ids, planned))


def _planned(
    uow: UnitOfWork, launch_id: str, tandem_ids: Sequence[str], planned: sessions.PlannedSeries
) -> None:
    sessions.keep_planned(uow, planned)
    uow.effects.add_all(
        effect_of(launch_tandem, tandem_id, once=launch_id) for tandem_id in tandem_ids
    )


@effect(queue="launch")
async def launch_tandem(world: World, tandem_id: str, step: Step) -> None:
    """Open the channel, book the series and show the cards.

    What the service refuses for good is named in the receipt, and the tandem waits.
    """
    try:
        await step("channel", lambda: sessions.open_channel(world, tandem_id))
        await step("deputies", lambda: deputies.tell(world, tandem_id))
        await step("series", lambda: sessions.book(world, tandem_id))
    except (NotThere, NotAllowed, Rejected) as refused:
        code = type(refused).__name__
        await step("trouble", lambda: world.run(lambda uow, _: trouble(uow, tandem_id, code)))
        return
    await step("launched", lambda: world.run(launched, tandem_id))


def _seat(uow: UnitOfWork, moment: Moment, launch_id: str, ready: Sequence[Tandem]) -> None:
    """Spread the tandems over the teams; one that has a team from an earlier attempt keeps it.

    What finds no place gets an empty team, for which one is opened later.
    """
    places = _places(uow, moment)
    seated = []
    for tandem in sorted(ready, key=lambda t: t.number):
        team = tandem.team_id or _roomiest(places)
        seated.append(
            replace(
                tandem, state=TandemState.LAUNCHING, launch_id=launch_id, team_id=team, trouble=""
            )
        )
    uow.tandems.put_all(seated)


def _roomiest(places: dict[str, int]) -> str:
    """The team with room for the most channels, one fewer from now on; empty if all are full."""
    team = max(places, key=lambda each: places[each], default="")
    if places.get(team, 0) <= 0:
        return ""
    places[team] -= 1
    return team


def _places(uow: UnitOfWork, moment: Moment) -> dict[str, int]:
    """How many more tandem channels each participants' team can take, by team id."""
    seated = uow.everywhere.tandems.count_by("team_id", team_id=moment.teams)
    return {team: moment.channels_per_team - seated.get(team, 0) for team in moment.teams}


async def seat_the_rest(world: World, launch_id: str) -> None:
    """Open as many participants' teams as are missing and seat the tandems that had no place."""
    while await world.read(lambda uow, _: uow.tandems.any(launch_id=launch_id, team_id="")):
        moment = await world.moment()
        name = f"{moment.programme.name} {len(moment.teams) + 1}"
        # The description finds an interrupted attempt's team again, and not somebody else's that
        # happens to have the same name.
        description = f"{name} ({moment.home.team_id})"
        owners = sorted(await world.channels.members(moment.home.team_id))
        team = await world.channels.open_team(name, description, owners)
        await world.run(_fill, team, launch_id)


def _fill(uow: UnitOfWork, moment: Moment, team: str, launch_id: str) -> None:
    home = uow.programmes.need(moment.home.id)
    if team not in home.teams:
        uow.programmes.put(replace(home, teams=(*home.teams, team)))
    without = uow.tandems.all(launch_id=launch_id, team_id="")[: moment.channels_per_team]
    uow.tandems.put_all(replace(tandem, team_id=team) for tandem in without)


async def teams_of(world: World, launch_id: str) -> dict[str, list[str]]:
    """The people of the launch's tandems, by team."""
    members: dict[str, set[str]] = {}
    for team, *pair in await _being_launched(world, launch_id, "team_id", "mentor_id", "mentee_id"):
        members.setdefault(team, set()).update(pair)
    return {team: sorted(people) for team, people in sorted(members.items())}


async def _being_launched(world: World, launch_id: str, *columns: str) -> Sequence[tuple[Any, ...]]:
    chosen: dict[str, object] = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    return await world.read(lambda uow, _: uow.tandems.columns(*columns, **chosen))


async def add_members(world: World, launch_id: str, team: str, people: Sequence[str]) -> None:
    """Put the people into their team in bulk; a tandem whose member could not be added waits for
    the next launch.
    """
    present = await world.channels.members(team)
    refused = await world.channels.add_members(
        team, [person for person in people if person not in present]
    )
    if refused:
        await world.run(lambda uow, _: _set_aside(uow, launch_id, frozenset(refused)))


def _set_aside(uow: UnitOfWork, launch_id: str, refused: frozenset[str]) -> None:
    both = uow.tandems.columns(
        "id", "mentor_id", "mentee_id", launch_id=launch_id, state=TandemState.LAUNCHING
    )
    for key, *pair in both:
        if refused & set(pair):
            trouble(uow, key, "member")


def trouble(uow: UnitOfWork, tandem_id: str, code: str) -> None:
    """The tandem could not be launched: it stays accepted, and the receipt says why."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is TandemState.LAUNCHING:
        uow.tandems.put(replace(tandem, state=TandemState.ACCEPTED, trouble=code))


def launched(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Channel and series stand: both get their card, the launch's card counts on, and later cycles
    know that the two have met.

    From now on the organizer's calendar is watched, and dates that were not found are agreed on.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHING:
        return
    tandem = uow.tandems.put(replace(tandem, state=TandemState.LAUNCHED))
    accompany(uow, tandem, moment)
    if tandem.organizer_id:
        changed(uow, CALENDARS, tandem.organizer_id)
    agree_on_the_rest(uow, moment, tandem)
    pair = pair_id(uow.programme_id, tandem.mentor_id, tandem.mentee_id)
    uow.pairs.put(Pair(pair, tandem.mentor_id, tandem.mentee_id, PairKind.PAST, moment.now))
    post_to(uow, tandem_card, tandem.id, (tandem.mentor_id, tandem.mentee_id))
    if moment.cycle.kind is CycleKind.ROLLING:
        end_when_over(uow, moment, tandem)


@follows(launch_card)
def _settle(uow: UnitOfWork, moment: Moment, launch_id: str) -> None:
    """Count how far a launch is; once nothing is being launched any more, that is the receipt."""
    launch = uow.launches.get(launch_id)
    if launch is None or launch.state is not LaunchState.RUNNING:
        return
    launch = replace(launch, totals=_totals(uow, launch_id))
    if not uow.tandems.any(launch_id=launch_id, state=TandemState.LAUNCHING):
        launch = replace(launch, state=LaunchState.DONE, done_at=moment.now)
    uow.launches.put(launch)


def _totals(uow: UnitOfWork, launch_id: str) -> Totals:
    started = uow.tandems.those(launch_id=launch_id, state=TandemState.LAUNCHED)
    sessions = Counter(uow.sessions.count_by("state", tandem_id=started))
    return Totals(
        launched=uow.tandems.count(launch_id=launch_id, state=TandemState.LAUNCHED),
        channels=uow.tandems.count(launch_id=launch_id, channel_id=Other("")),
        sessions=sessions["kept"] + sessions["moved"],
        moved=sessions["moved"],
        without_slot=sessions["open"] + sessions["cancelled"],
        troubled=tuple((number, code) for number, code in _troubled(uow, launch_id)),
    )


def _troubled(uow: UnitOfWork, launch_id: str) -> Sequence[tuple[Any, ...]]:
    return sorted(uow.tandems.columns("number", "trouble", launch_id=launch_id, trouble=Other("")))


async def _groups(world: World, launch_id: str, size: int) -> list[list[str]]:
    """The launch's tandems in groups of at most ``size``, in the order of their numbers."""
    ids = [key for _, key in sorted(await _being_launched(world, launch_id, "number", "id"))]
    return [ids[start : start + size] for start in range(0, len(ids), size)]
