"""Before a launch it is looked what each tandem would meet: accounts, mailboxes, teams, chats.

Nothing is changed outside. What begins with ``NOTE`` keeps nobody from starting, but something goes
otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.directory import Account
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.teams import TeamLook
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, effect_of, one_step
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.launch.seats import needs_place
from mentoring.usecases.launch.seats_ahead import Seat, seat_ahead, seats_ahead
from mentoring.usecases.launch.troubles import NOTE
from mentoring.usecases.matching.together import when_together
from mentoring.usecases.sessions.calendars import organizer_as_set, organizer_of

AT_ONCE = 8
"""How many mailboxes are asked at the same time."""
UNLOOKED = f"{NOTE}-unlooked"
"""Nobody can tell, because Microsoft 365 does not let us look."""
log = structlog.get_logger()


@dataclass(frozen=True)
class _Ready:
    """What is looked at: the tandems that it is ``about``, who would organize each and where it
    would be, the addresses of their people, and who cannot be reached by the bot and why.
    """

    about: tuple[Tandem, ...]
    organizers: Mapping[str, str]
    seats: Mapping[str, Seat]
    addresses: Mapping[str, str]
    shut_out: Mapping[str, str]
    channels_per_team: int


@dataclass(frozen=True)
class _Seen:
    """What was seen: by person, and by team. ``bookable`` is None without a mailbox.
    ``opens_teams``: those that are missing can be opened.
    """

    accounts: Mapping[str, Account]
    bookable: Mapping[str, bool | None]
    readable: Mapping[str, bool]
    teams: Mapping[str, TeamLook]
    opens_teams: bool


@when_together
def _who_has_come_since(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Whoever accepts once a launch was shown is looked at, too."""
    shown = _shown(uow, moment)
    uow.effects.add_all(effect_of(look_ahead, f"{each.id}:{tandem.id}") for each in shown)


def _shown(uow: UnitOfWork, moment: Moment) -> list[Launch]:
    """The launches that an owner may still confirm as they were shown."""
    found = uow.launches.all(state=LaunchState.PREVIEW)
    return [each for each in found if not is_old(each.prepared_at, moment.now)]


def look_again(uow: UnitOfWork, moment: Moment, cause: str) -> None:
    """Look once more what a launch that is shown would meet, because others stand ready now; each
    ``cause`` (an id) brings that once. Until then its preview says that it is being checked.
    """
    for each in _shown(uow, moment):
        uow.launches.put(replace(each, looked_at=None))
        ask(uow, look_ahead, each.id, once=cause)


@one_step(queue="sessions")
async def look_ahead(world: World, subject: str) -> None:
    """Look what a launch would meet, and note it beside each tandem. ``subject`` is the launch's id
    and, where it is about a single tandem that has come since, a colon and that one's.
    """
    launch_id, _, tandem_id = subject.partition(":")
    ready = await world.run(_begin, launch_id, tandem_id)
    try:
        found = await _found(world, ready)
    except (NotThere, NotAllowed, Rejected) as refused:
        error = type(refused).__name__
        log.warning("launch.unlooked", launch=launch_id, error=error, text=str(refused))
        found = {tandem.id: (UNLOOKED,) for tandem in ready.about}
    await world.run(_foreseen, launch_id, found)


async def _found(world: World, ready: _Ready) -> Mapping[str, tuple[str, ...]]:
    """What each of the tandems (by id) would meet."""
    seen = await _look(world, ready)
    return {tandem.id: tuple(_codes(tandem, ready, seen)) for tandem in ready.about}


def _begin(uow: UnitOfWork, moment: Moment, launch_id: str, tandem_id: str) -> _Ready:
    """Until it has been looked at everybody, the preview says so."""
    launch = uow.launches.need(launch_id)
    if launch.state is LaunchState.PREVIEW:
        uow.launches.put(replace(launch, looked_at=None))
    chosen = {"id": tandem_id} if tandem_id else {}
    about = tuple(uow.tandems.all(state=TandemState.ACCEPTED, **chosen))
    ids = {person for each in about for person in (each.mentor_id, each.mentee_id)}
    people = uow.people.all(id=sorted(ids)) if ids else ()
    return _Ready(
        about,
        {each.id: _organizer(moment, each) for each in about},
        {each.id: seat_ahead(uow, moment, each) for each in about}
        if tandem_id
        else seats_ahead(uow, moment, about),
        {person.id: person.profile.email for person in people},
        {person.id: person.profile.hindrance for person in people if person.is_shut_out},
        moment.channels_per_team,
    )


def _organizer(moment: Moment, tandem: Tandem) -> str:
    """Into whose calendar a launch would book."""
    return (organizer_of if tandem.series_id else organizer_as_set)(moment, tandem)


async def _look(world: World, ready: _Ready) -> _Seen:
    today = (await world.moment()).now.date()
    days = today + timedelta(days=1), today + timedelta(days=2)
    told = await world.calendar.availability(ready.addresses, *days)
    teams = sorted({seat.team for seat in ready.seats.values()} - {""})
    return _Seen(
        await world.directory.accounts(sorted(ready.addresses)),
        await _bookable(world, sorted(set(ready.organizers.values()))),
        {person: each.readable for person, each in told.items()},
        {team: await world.channels.look(team) for team in teams},
        await _opens_teams(world, ready),
    )


async def _opens_teams(world: World, ready: _Ready) -> bool:
    """Whether the teams that are missing can be opened, as far as a permission says."""
    missing = any(needs_place(each) and not ready.seats[each.id].team for each in ready.about)
    return not missing or await world.channels.may_open_team()


async def _bookable(world: World, people: Sequence[str]) -> dict[str, bool | None]:
    places = asyncio.Semaphore(AT_ONCE)

    async def asked(person: str) -> bool | None:
        async with places:
            return await world.calendar.may_book(person)

    found = await asyncio.gather(*(asked(person) for person in people))
    return dict(zip(people, found, strict=True))


def _codes(tandem: Tandem, ready: _Ready, seen: _Seen) -> list[str]:
    """What the tandem would meet, what stops it first."""
    people = {Role.MENTOR: tandem.mentor_id, Role.MENTEE: tandem.mentee_id}
    stops, notes = [], list[str]()
    if not tandem.by_hand.has_room:
        stops += _of_team(tandem, ready.seats[tandem.id], ready.channels_per_team, seen)
        stops += [
            f"member-{seen.accounts[person].hindrance}-{role}"
            for role, person in people.items()
            if seen.accounts[person].hindrance
        ]
    if not tandem.by_hand.has_dates:
        organizer = ready.organizers[tandem.id]
        stops += _of_calendar(organizer, tandem.role_of(organizer), seen)
        notes += [
            f"{NOTE}-unreadable-{role}"
            for role, person in people.items()
            if not seen.readable.get(person)
        ]
    notes += [
        f"{NOTE}-{ready.shut_out[person]}-{role}"
        for role, person in people.items()
        if person in ready.shut_out
    ]
    return [*stops, *([] if stops else notes)]


def _of_team(tandem: Tandem, seat: Seat, channels_per_team: int, seen: _Seen) -> list[str]:
    if tandem.channel_id:
        return []
    if not seat.team:
        return [] if seen.opens_teams else ["team-create-notallowed"]
    look = seen.teams[seat.team]
    if not look.exists:
        return ["team-notthere"]
    if not look.takes_members:
        return ["team-notallowed"]
    if not look.takes_channels:
        return ["channel-notallowed"]
    is_full = look.channels + seat.before >= channels_per_team
    return ["channel-full"] if is_full else []


def _of_calendar(organizer: str, role: Role, seen: _Seen) -> list[str]:
    account, bookable = seen.accounts[organizer], seen.bookable[organizer]
    if bookable or account.hindrance:
        return []
    if bookable is False:
        return [f"series-notallowed-{role}"]
    where = "on-premises" if account.is_on_premises else "no-mailbox"
    return [f"series-{where}-{role}"]


def _foreseen(
    uow: UnitOfWork, moment: Moment, launch_id: str, found: Mapping[str, tuple[str, ...]]
) -> None:
    """Keep what was found about those that are still ready."""
    launch = uow.launches.need(launch_id)
    if launch.state is not LaunchState.PREVIEW:
        return
    ready = uow.tandems.all(id=sorted(found), state=TandemState.ACCEPTED) if found else ()
    uow.tandems.put_all(replace(each, foreseen=found[each.id]) for each in ready)
    uow.launches.put(replace(launch, looked_at=moment.now))
