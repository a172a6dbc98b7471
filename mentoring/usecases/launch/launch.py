"""The launch: shown first, confirmed once, then carried out tandem by tandem; progress and receipt
stand in one card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import structlog

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import (
    SEEMINGLY_OPEN,
    Launch,
    LaunchState,
    LaunchTeam,
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
from mentoring.usecases.common.effects import Step, ask, effect, effect_of, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_tandem import Readers, of_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, post_to
from mentoring.usecases.common.previews import grows_old, is_old, require_fresh, require_same
from mentoring.usecases.common.showing import EVERY, depends, edited
from mentoring.usecases.launch.closing import end_when_over
from mentoring.usecases.matching.offers import (
    ROUND,
    close_round,
    left_over_card,
    open_until,
    seemingly_open,
    would_be_told,
)
from mentoring.usecases.matching.places import fill
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.left_open import agree_on_the_rest
from mentoring.usecases.programme.cycles import advance, require_running
from mentoring.usecases.programme.period import HOME
from mentoring.usecases.sessions import booking as sessions
from mentoring.usecases.sessions import deputies
from mentoring.usecases.sessions.booking import CALENDARS, tandem_card
from mentoring.usecases.sessions.calendars import organizer_of

log = structlog.get_logger()
TANDEMS_A_QUESTION = 10
"""How many tandems' calendars are asked for in one request."""


@dataclass(frozen=True)
class Prospect:
    """What a launch would do now.

    ``tandems`` would be launched, and ``deputies`` read of the dates. ``open_offers`` go on until
    ``open_until`` (UTC). ``told`` would read that there is no tandem for them; if the open offers
    were ended as well, ``told_if_ended``.
    """

    tandems: int = 0
    deputies: int = 0
    open_offers: int = 0
    open_until: datetime | None = None
    told: int = 0
    told_if_ended: int = 0

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen."""
        return f"{self.tandems}.{self.open_offers}.{self.told_if_ended}"

    @property
    def messages(self) -> int:
        """How many cards people would get: both of each tandem, deputies, and who is told."""
        return 2 * self.tandems + self.deputies + self.told


@dataclass(frozen=True)
class Trouble:
    """A tandem that could not be launched: the two by name, and why, as a code."""

    number: int
    mentor: str
    mentee: str
    code: str


@dataclass(frozen=True)
class LaunchNotice(Notice):
    """A launch before, while and after it is carried out.

    ``prospect`` is what it would do, while it is shown first (``is_old``: too long ago). Afterwards
    ``waiting`` offers go on, and who accepts one by ``open_until`` is launched then. ``troubles``
    are those that none of its readers is in; ``left_out`` counts the others.
    """

    launch: Launch
    programme: Programme
    prospect: Prospect = Prospect()
    is_old: bool = False
    waiting: int = 0
    open_until: datetime | None = None
    troubles: tuple[Trouble, ...] = ()
    left_out: int = 0


@shows(to="owners", stored_as="launch")
def launch_card(uow: UnitOfWork, scene: Scene) -> LaunchNotice:
    """What owners see of a launch."""
    launch = uow.launches.need(scene.posting.subject_id)
    notice = LaunchNotice(launch, scene.programme)
    if launch.state is LaunchState.PREVIEW:
        old = is_old(launch.prepared_at, scene.now)
        return replace(notice, prospect=_prospect(uow), is_old=old)
    readers = readers_of(uow, scene.moment, scene.posting)
    troubles, left_out = _named(uow, launch, readers)
    along: dict[str, object] = {"launch_id": launch.id, **SEEMINGLY_OPEN}
    ends = [end for (end,) in uow.tandems.columns("round_ends_at", **along)]
    return replace(
        notice,
        waiting=len(ends),
        open_until=max(ends, default=None),
        troubles=troubles,
        left_out=left_out,
    )


def _prospect(uow: UnitOfWork) -> Prospect:
    ready = uow.tandems.columns("mentor_id", "mentee_id", state=TandemState.ACCEPTED)
    open_offers = seemingly_open(uow)
    ended = would_be_told(uow, everything=True)
    return Prospect(
        tandems=len(ready),
        deputies=sum(bool(deputies.deputy_of(uow, person)) for pair in ready for person in pair),
        open_offers=open_offers,
        open_until=open_until(uow),
        told=0 if open_offers else ended,
        told_if_ended=ended,
    )


def _named(uow: UnitOfWork, launch: Launch, readers: Readers) -> tuple[tuple[Trouble, ...], int]:
    """The tandems that could not be launched, by name, and how many are left out."""
    codes = dict(launch.totals.troubled)
    tandems = uow.tandems.all(number=list(codes)) if codes else []
    shown = of_others(tandems, readers)
    troubles = (
        Trouble(
            each.number,
            name_of(uow, each.mentor_id),
            name_of(uow, each.mentee_id),
            codes[each.number],
        )
        for each in sorted(shown, key=lambda tandem: tandem.number)
    )
    return tuple(troubles), len(tandems) - len(shown)


@depends(launch_card, Launch, Tandem, Enrolment, Posting)
def _launches(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The launch, how far its tandems are, and, before it, who is ready and who is left over."""
    match change.row:
        case Launch(id=launch_id):
            return [launch_id]
        case Tandem(launch_id=launch_id, state=state):
            at_work = state in {TandemState.LAUNCHING, TandemState.LAUNCHED}
            found = [launch_id] if launch_id and at_work else [launch_id, EVERY]
            return found if change.alters("state", "trouble", "told_left_over") else ()
        case Posting():
            return [EVERY] if change.row.kind == left_over_card.name and not change.before else ()
    return [EVERY] if change.alters("state") or edited(change) else ()


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
    ready = uow.tandems.count(state=TandemState.ACCEPTED)
    launch = uow.launches.put(
        Launch(next_id(uow, "launch"), owner, start, tandems=ready, prepared_at=moment.now)
    )
    post(uow, launch_card, launch.id, owner, chat=chat)
    grows_old(uow, moment, launch_card, launch.id)
    return launch


def discard(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    launch = uow.launches.need(launch_id)
    if launch.state is LaunchState.PREVIEW:
        uow.launches.put(replace(launch, state=LaunchState.DISCARDED))


def _none_running(uow: UnitOfWork) -> None:
    if uow.launches.any(state=LaunchState.RUNNING):
        raise Refusal("launch-running")


def confirm(
    uow: UnitOfWork, moment: Moment, launch_id: str, *, seen: str = "", ending: bool = False
) -> Launch:
    """Start the launch with whoever has agreed; confirming twice starts it once.

    Open offers go on until their date, and who has accepted by then is launched then; ``ending``
    releases them now. ``seen`` is what the owner has seen (``Prospect.seen``).

    Raises:
        Refusal: ``launch-nobody`` if every tandem has gone since, ``launch-running`` if another
            launch is at work, ``launch-in-past``, ``preview-old``, ``preview-changed``.
    """
    uow.alone("launch")
    launch = uow.launches.need(launch_id)
    if launch.state is not LaunchState.PREVIEW:
        return launch
    _none_running(uow)
    ready = uow.tandems.all(state=TandemState.ACCEPTED)
    if not ready:
        raise Refusal("launch-nobody", open=seemingly_open(uow))
    if launch.start <= moment.now.astimezone(HOME).date():
        raise Refusal("launch-in-past")
    require_fresh(launch.prepared_at, moment.now)
    require_same(seen, _prospect(uow).seen)
    advance(uow, moment, CycleState.RUNNING)
    if ending or not seemingly_open(uow):
        close_round(uow, moment, everything=True)
        fill(uow)
    _take_along(uow, launch.id)
    return _begin(uow, moment, launch, ready)


def _take_along(uow: UnitOfWork, launch_id: str) -> None:
    """The offers that go on belong to this launch: who accepts one is launched when the round has
    ended. One that was let go is treated alike, so that nothing tells them apart.
    """
    going_on = uow.tandems.all(**SEEMINGLY_OPEN)
    uow.tandems.put_all(replace(tandem, launch_id=launch_id) for tandem in going_on)


def _begin(uow: UnitOfWork, moment: Moment, launch: Launch, ready: Sequence[Tandem]) -> Launch:
    _seat(uow, moment, launch.id, ready)
    ask(uow, launch_all, launch.id)
    return uow.launches.put(
        replace(launch, state=LaunchState.RUNNING, tandems=len(ready), started_at=moment.now)
    )


@follows(ROUND)
def _launch_the_rest_soon(uow: UnitOfWork, moment: Moment, _subject: str) -> None:
    if _agreed_since(uow, moment):
        ask(uow, launch_the_rest, uow.cycle_id, once=f"{moment.now:%Y%m%d%H%M%S}")


def _agreed_since(uow: UnitOfWork, moment: Moment) -> list[Tandem]:
    """The tandems of offers that went on after a launch, were accepted, and whose round has
    ended.
    """
    agreed = uow.tandems.all(state=TandemState.ACCEPTED, launch_id=Other(""), trouble="")
    return [tandem for tandem in agreed if tandem.round_ends_at <= moment.now]


@one_step(queue="launch")
async def launch_the_rest(world: World, _cycle_id: str) -> None:
    """Launch whoever has accepted since the launch; while another launch is at work, its end asks
    again.
    """
    await world.run(_launch_the_rest)


def _launch_the_rest(uow: UnitOfWork, moment: Moment) -> None:
    uow.alone("launch")
    ready = _agreed_since(uow, moment)
    if not ready or moment.cycle.is_over or uow.launches.any(state=LaunchState.RUNNING):
        return
    before = uow.launches.need(ready[0].launch_id)
    tomorrow = moment.now.astimezone(HOME).date() + timedelta(days=1)
    launch = Launch(next_id(uow, "launch"), before.by, max(before.start, tomorrow))
    _begin(uow, moment, launch, ready)
    there = uow.postings.first(kind=launch_card.name, subject_id=before.id)
    chat = Chat(there.conversation, there.service_url) if there and there.conversation else None
    post(uow, launch_card, launch.id, before.by, chat=chat)


@effect(queue="launch", stored_as="launch")
async def launch_all(world: World, launch_id: str, step: Step) -> None:
    """Seat everybody; then the teams are filled side by side, while the dates are found in groups.

    Each tandem goes its own way as soon as its team is filled and its dates stand.
    """
    await step("seat", lambda: seat_the_rest(world, launch_id))
    await step("teams", lambda: world.run(have_teams_filled, launch_id))
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
    teams = [key for (key,) in uow.launch_teams.columns("id", launch_id=launch_id)]
    filled = {team.team_id for team in uow.launch_teams.hold(teams) if team.is_filled}
    sessions.keep_planned(uow, planned)
    dated = [
        replace(tandem, dates_for=launch_id)
        for tandem in uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING)
    ]
    uow.tandems.put_all(dated)
    _go(uow, launch_id, (tandem.id for tandem in dated if tandem.team_id in filled))


def _go(uow: UnitOfWork, launch_id: str, tandem_ids: Iterable[str]) -> None:
    """Nothing keeps these tandems waiting any more."""
    uow.effects.add_all(effect_of(launch_tandem, each, once=launch_id) for each in tandem_ids)


def have_teams_filled(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Have each team of the launch filled, side by side."""
    seated = uow.tandems.columns("team_id", launch_id=launch_id, state=TandemState.LAUNCHING)
    teams = sorted({team for (team,) in seated})
    rows = [LaunchTeam(f"{launch_id}:{team}", launch_id, team) for team in teams]
    uow.launch_teams.add_all(rows)
    uow.effects.add_all(effect_of(fill_team, row.id) for row in rows)


@effect(queue="launch")
async def fill_team(world: World, key: str, step: Step) -> None:
    """Put everybody into one of the launch's teams; one that refuses stops its own tandems only."""
    try:
        await step("members", lambda: add_members(world, key))
    except (NotThere, NotAllowed, Rejected) as refused:
        error = type(refused).__name__
        log.warning("launch.refused", team=key, doing="members", error=error, text=str(refused))
        await step("refused", lambda: world.run(_team_refused, key, f"team-{error.lower()}"))
        return
    await step("filled", lambda: world.run(_filled, key))


def _filled(uow: UnitOfWork, _moment: Moment, key: str) -> None:
    [team] = uow.launch_teams.hold([key])
    uow.launch_teams.put(replace(team, is_filled=True))
    _go(uow, team.launch_id, _those_in(uow, team, dates_for=team.launch_id))


def _team_refused(uow: UnitOfWork, _moment: Moment, key: str, code: str) -> None:
    for tandem_id in _those_in(uow, uow.launch_teams.need(key)):
        trouble(uow, tandem_id, code)


def _those_in(uow: UnitOfWork, team: LaunchTeam, **more: object) -> list[str]:
    """The ids of the tandems that are being launched in the team."""
    return [key for (key,) in _seated(uow, team, "id", **more)]


def _seated(
    uow: UnitOfWork, team: LaunchTeam, *columns: str, **more: object
) -> Sequence[tuple[Any, ...]]:
    """These columns of the tandems that are being launched in the team."""
    seated: dict[str, object] = {"launch_id": team.launch_id, "team_id": team.team_id, **more}
    return uow.tandems.columns(*columns, state=TandemState.LAUNCHING, **seated)


@effect(queue="launch")
async def launch_tandem(world: World, tandem_id: str, step: Step) -> None:
    """Open the channel, book the series and show the cards.

    What the service refuses for good is named in the receipt, and the tandem waits.
    """
    doing = "channel"
    try:
        await step("channel", lambda: sessions.open_channel(world, tandem_id))
        await step("deputies", lambda: deputies.tell(world, tandem_id))
        doing = "series"
        await step("series", lambda: sessions.book(world, tandem_id))
    except (NotThere, NotAllowed, Rejected) as refused:
        error = type(refused).__name__
        log.warning("launch.refused", tandem=tandem_id, doing=doing, error=error, text=str(refused))
        code = f"{doing}-{error.lower()}"
        await step("trouble", lambda: world.run(_refused, tandem_id, code))
        return
    await step("launched", lambda: world.run(launched, tandem_id))


def _refused(uow: UnitOfWork, moment: Moment, tandem_id: str, code: str) -> None:
    """What was refused, and in whose calendar: only an organizer's calendar is written to."""
    tandem = uow.tandems.need(tandem_id)
    role = tandem.role_of(organizer_of(moment, tandem))
    trouble(uow, tandem_id, f"{code}-{role}" if code.startswith("series") else code)


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
    while await world.read(lambda uow, _: uow.tandems.any(**_without_team(launch_id))):
        moment = await world.moment()
        name = f"{moment.programme.name} {len(moment.teams) + 1}"
        # The description finds an interrupted attempt's team again, and not somebody else's that
        # happens to have the same name.
        description = f"{name} ({moment.home.team_id})"
        owners = sorted(await world.channels.members(moment.home.team_id))
        team = await world.channels.open_team(name, description, owners)
        await world.run(_fill, team, launch_id)


def _without_team(launch_id: str) -> dict[str, object]:
    return {"launch_id": launch_id, "team_id": "", "state": TandemState.LAUNCHING}


def _fill(uow: UnitOfWork, moment: Moment, team: str, launch_id: str) -> None:
    home = uow.programmes.need(moment.home.id)
    if team not in home.teams:
        uow.programmes.put(replace(home, teams=(*home.teams, team)))
    without = uow.tandems.all(**_without_team(launch_id))[: moment.channels_per_team]
    uow.tandems.put_all(replace(tandem, team_id=team) for tandem in without)


async def _being_launched(world: World, launch_id: str, *columns: str) -> Sequence[tuple[Any, ...]]:
    chosen: dict[str, object] = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    return await world.read(lambda uow, _: uow.tandems.columns(*columns, **chosen))


async def add_members(world: World, key: str) -> None:
    """Put the people of a launch into one of its teams, in bulk; a tandem whose member could not be
    added waits for the next launch.
    """
    team, people = await world.read(lambda uow, _: people_of(uow, key))
    present = await world.channels.members(team.team_id)
    refused = await world.channels.add_members(
        team.team_id, [person for person in people if person not in present]
    )
    for person, code in refused.items():
        log.warning("launch.member_refused", team=team.team_id, person=person, code=code)
    if refused:
        await world.run(lambda uow, _: _set_aside(uow, team, frozenset(refused)))


def people_of(uow: UnitOfWork, key: str) -> tuple[LaunchTeam, list[str]]:
    """A team of a launch, and the ids of those whose tandems are launched in it."""
    team = uow.launch_teams.need(key)
    pairs = _seated(uow, team, "mentor_id", "mentee_id")
    return team, sorted({person for pair in pairs for person in pair})


def _set_aside(uow: UnitOfWork, team: LaunchTeam, refused: frozenset[str]) -> None:
    for key, mentor, mentee in _seated(uow, team, "id", "mentor_id", "mentee_id"):
        concerned = [
            str(role)
            for role, person in ((Role.MENTOR, mentor), (Role.MENTEE, mentee))
            if person in refused
        ]
        if concerned:
            trouble(uow, key, f"member-{concerned[0] if len(concerned) == 1 else 'both'}")


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
    launch = replace(launch, totals=_totals(uow, moment, launch_id))
    if not uow.tandems.any(launch_id=launch_id, state=TandemState.LAUNCHING):
        launch = replace(launch, state=LaunchState.DONE, done_at=moment.now)
        changed(uow, ROUND, uow.cycle_id)
    uow.launches.put(launch)


def _totals(uow: UnitOfWork, moment: Moment, launch_id: str) -> Totals:
    started = uow.tandems.those(launch_id=launch_id, state=TandemState.LAUNCHED)
    sessions = Counter(uow.sessions.count_by("state", tandem_id=started))
    launched = uow.tandems.count(launch_id=launch_id, state=TandemState.LAUNCHED)
    # Where a calendar could not be read there are no sessions yet: all of them are without a time.
    missing = launched - len(uow.sessions.count_by("tandem_id", tandem_id=started))
    return Totals(
        launched=launched,
        channels=uow.tandems.count(launch_id=launch_id, channel_id=Other("")),
        sessions=sessions["kept"] + sessions["moved"],
        moved=sessions["moved"],
        without_slot=sessions["open"]
        + sessions["cancelled"]
        + missing * moment.programme.sessions.session_count,
        troubled=tuple((number, code) for number, code in _troubled(uow, launch_id)),
    )


def _troubled(uow: UnitOfWork, launch_id: str) -> Sequence[tuple[Any, ...]]:
    return sorted(uow.tandems.columns("number", "trouble", launch_id=launch_id, trouble=Other("")))


async def _groups(world: World, launch_id: str, size: int) -> list[list[str]]:
    """The launch's tandems in groups of at most ``size``, in the order of their numbers."""
    ids = [key for _, key in sorted(await _being_launched(world, launch_id, "number", "id"))]
    return [ids[start : start + size] for start in range(0, len(ids), size)]
