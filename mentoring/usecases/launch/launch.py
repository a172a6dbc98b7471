"""The launch: shown first, confirmed once, then carried out tandem by tandem; progress and receipt stand in one card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Launch, LaunchState, Pair, PairKind, Tandem, TandemState, seems_open
from mentoring.domain.upkeep import Effect, Fact
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.postings import post, touch
from mentoring.usecases.matching.offers import close_round, left_over
from mentoring.usecases.matching.runs import fill
from mentoring.usecases.polls.left_open import agree_on_the_rest
from mentoring.usecases.programme.period import HOME
from mentoring.usecases.sessions.reminders import remind_of

KIND = "launch"
OPENED_TEAMS = "opened_teams"


@dataclass(frozen=True)
class LaunchNotice(Notice):
    """A launch before, while and after it is carried out.

    ``open_offers`` will be released and ``left_over`` people told so; ``troubled`` are the numbers of tandems that could
    not be launched, each with a code.
    """

    launch: Launch
    programme: Programme
    ready: int
    open_offers: int
    left_over: int
    launched: int
    channels: int
    sessions: int
    moved: int
    without_slot: int
    troubled: Mapping[int, str]


@shows(KIND, to="owners")
def launch_notice(uow: UnitOfWork, scene: Scene) -> LaunchNotice:
    """What owners see of a launch."""
    launch = uow.launches.need(scene.posting.subject_id)
    own = uow.tandems.all(launch_id=launch.id)
    accepted = uow.tandems.all(state=TandemState.ACCEPTED)
    started = [t for t in own if t.state is TandemState.LAUNCHED]
    sessions = Counter(session.state for session in uow.sessions.all(tandem_id=[t.id for t in started]))
    return LaunchNotice(
        launch=launch,
        programme=scene.programme,
        ready=len(accepted) if launch.state is LaunchState.PREVIEW else launch.tandems,
        open_offers=_seemingly_open(uow, scene.now),
        left_over=len(left_over(uow, scene.now)),
        launched=len(started),
        channels=sum(bool(t.channel_id) for t in own),
        sessions=sessions["kept"] + sessions["moved"],
        moved=sessions["moved"],
        without_slot=sessions["open"] + sessions["cancelled"],
        troubled={t.number: t.trouble for t in own if t.trouble},
    )


def prepare(uow: UnitOfWork, moment: Moment, owner: str, start: date, chat: Chat) -> Launch:
    """Show what a launch would do; nothing happens yet.

    Raises:
        Refusal: ``launch-in-past``, ``launch-nobody`` while no tandem is accepted, ``launch-running``.
    """
    if start <= moment.now.astimezone(HOME).date():
        raise Refusal("launch-in-past", field="date")
    uow.alone(KIND)
    _none_running(uow)
    if not uow.tandems.all(state=TandemState.ACCEPTED):
        raise Refusal("launch-nobody", open=_seemingly_open(uow, moment.now))
    launch = uow.launches.put(Launch(f"launch-{next_number(uow, 'launch')}", owner, start))
    post(uow, KIND, launch.id, owner, chat=chat)
    return launch


def _seemingly_open(uow: UnitOfWork, now: datetime) -> int:
    """Offers that owners must take for open: the true number would tell who has declined."""
    return sum(seems_open(tandem, now) for tandem in uow.tandems.all())


def _none_running(uow: UnitOfWork) -> None:
    if uow.launches.all(state=LaunchState.RUNNING):
        raise Refusal("launch-running")


def confirm(uow: UnitOfWork, moment: Moment, launch_id: str) -> Launch:
    """Start the launch; confirming twice starts it once.

    Raises:
        Refusal: ``launch-nobody`` if every tandem has gone since, ``launch-running`` if another launch is at work.
    """
    uow.alone(KIND)
    launch = uow.launches.need(launch_id)
    if launch.state is not LaunchState.PREVIEW:
        return launch
    _none_running(uow)
    ready = uow.tandems.all(state=TandemState.ACCEPTED)
    now = moment.now
    if not ready:
        raise Refusal("launch-nobody", open=_seemingly_open(uow, now))
    if launch.start <= now.astimezone(HOME).date():
        raise Refusal("launch-in-past")
    close_round(uow, now, everything=True)
    fill(uow, moment)
    _seat(uow, moment, launch.id, ready)
    uow.effects.add(Effect(f"launch:{launch.id}", "launch", launch.id))
    touch(uow, KIND, launch.id)
    return uow.launches.put(replace(launch, state=LaunchState.RUNNING, tandems=len(ready), started_at=now))


def _seat(uow: UnitOfWork, moment: Moment, launch_id: str, ready: Sequence[Tandem]) -> None:
    """Spread the tandems over the teams; what finds no place gets an empty team, for which one is opened later."""
    places = _places(uow, moment)
    for tandem in sorted(ready, key=lambda t: t.number):
        roomiest = max(places, key=lambda team: places[team], default="")
        team = roomiest if places.get(roomiest, 0) > 0 else ""
        if team:
            places[team] -= 1
        uow.tandems.put(
            replace(tandem, state=TandemState.LAUNCHING, launch_id=launch_id, team_id=tandem.team_id or team, trouble="")
        )


def _places(uow: UnitOfWork, moment: Moment) -> dict[str, int]:
    """How many more tandem channels each participants' team takes."""
    opened = uow.facts.get(OPENED_TEAMS)
    teams = [*moment.teams, *(opened.value.split(",") if opened else ())]
    return {team: moment.channels_per_team - len(uow.tandems.all(team_id=team)) for team in teams}


async def seat_the_rest(world: World, launch_id: str) -> None:
    """Open as many participants' teams as are missing and seat the tandems that had no place."""
    without = await world.read(lambda uow, _: uow.tandems.all(launch_id=launch_id, team_id=""))
    while without:
        number = await world.run(lambda uow, _: next_number(uow, "team"))
        name = f"{(await world.moment()).programme.name} {number}"
        team = await world.channels.open_team(name, name, sorted(await world.channels.owners()))
        await world.run(lambda uow, moment, team=team: _fill(uow, moment, team, launch_id))  # type: ignore[misc]  # bound per team
        without = await world.read(lambda uow, _: uow.tandems.all(launch_id=launch_id, team_id=""))


def _fill(uow: UnitOfWork, moment: Moment, team: str, launch_id: str) -> None:
    opened = uow.facts.get(OPENED_TEAMS)
    uow.facts.put(Fact(OPENED_TEAMS, f"{opened.value},{team}" if opened else team))
    for tandem in uow.tandems.all(launch_id=launch_id, team_id="")[: moment.channels_per_team]:
        uow.tandems.put(replace(tandem, team_id=team))


async def teams_of(world: World, launch_id: str) -> dict[str, list[str]]:
    """The people of the launch's tandems, by team."""
    tandems = await world.read(lambda uow, _: uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHING))
    members: dict[str, set[str]] = {}
    for tandem in tandems:
        members.setdefault(tandem.team_id, set()).update((tandem.mentor_id, tandem.mentee_id))
    return {team: sorted(people) for team, people in sorted(members.items())}


async def add_members(world: World, launch_id: str, team: str, people: Sequence[str]) -> None:
    """Put the people into their team in bulk; a tandem whose member could not be added waits for the next launch."""
    present = await world.channels.members(team)
    refused = await world.channels.add_members(team, [person for person in people if person not in present])
    await world.run(lambda uow, _: _set_aside(uow, launch_id, frozenset(refused)))


def _set_aside(uow: UnitOfWork, launch_id: str, refused: frozenset[str]) -> None:
    for tandem in uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHING):
        if refused & {tandem.mentor_id, tandem.mentee_id}:
            trouble(uow, tandem.id, "member")


def trouble(uow: UnitOfWork, tandem_id: str, code: str) -> None:
    """The tandem could not be launched: it stays accepted, and the receipt says why."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is TandemState.LAUNCHING:
        uow.tandems.put(replace(tandem, state=TandemState.ACCEPTED, trouble=code))
        _settle(uow, tandem.launch_id)


def launched(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Channel and series stand: both get their card, the launch's card counts on, and later cycles know that the two have met.

    From now on the organizer's calendar is watched, and dates that were not found are agreed on.
    """
    tandem, now = uow.tandems.need(tandem_id), moment.now
    if tandem.state is not TandemState.LAUNCHING:
        return
    tandem = uow.tandems.put(replace(tandem, state=TandemState.LAUNCHED))
    remind_of(uow, tandem, now)
    if tandem.organizer_id:
        uow.effects.add(Effect(f"watch:{tandem.organizer_id}:{tandem.id}", "watch", tandem.organizer_id))
    agree_on_the_rest(uow, moment, tandem)
    pair = f"{tandem.mentor_id}:{tandem.mentee_id}"
    uow.pairs.put(Pair(pair, tandem.mentor_id, tandem.mentee_id, PairKind.PAST))
    for person in (tandem.mentor_id, tandem.mentee_id):
        post(uow, "tandem", tandem.id, person)
    _settle(uow, tandem.launch_id, now)


def _settle(uow: UnitOfWork, launch_id: str, now: datetime | None = None) -> None:
    launch = uow.launches.need(launch_id)
    still = uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHING)
    done = uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHED)
    state = LaunchState.RUNNING if still else LaunchState.DONE
    uow.launches.put(replace(launch, state=state, launched=len(done), done_at=None if still else now or launch.started_at))
    touch(uow, KIND, launch_id)


async def groups(world: World, launch_id: str, size: int) -> list[list[str]]:
    """The launch's tandems in groups of at most ``size``, in the order of their numbers."""
    tandems = await world.read(lambda uow, _: uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHING))
    ids = [tandem.id for tandem in sorted(tandems, key=lambda t: t.number)]
    return [ids[start : start + size] for start in range(0, len(ids), size)]
