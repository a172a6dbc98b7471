"""A company with two programmes in one installation, and everything outside it in small.

Jan teaches Eva in the first programme and Ada in the second; both tandems run, each with six
sessions that stand in Jan's calendar. Otto owns the first programme, Olga the second. It is a
Monday in February, nine o'clock in Berlin.
"""

from __future__ import annotations

import pickle
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Step
from mentoring.domain.scheduling.plan import Aim, Occurrence, Series, Slot
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay, expand
from mentoring.domain.series import option_of
from mentoring.domain.session import session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Refused, Scene, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.common.showing import settle
from mentoring.usecases.common.timers import fire_due
from mentoring.usecases.programme.moments import ReadMoments
from mentoring.usecases.programme.registration import register
from mentoring.usecases.sessions import booking
from tests.answers import answers
from tests.databases import CIPHER, migrated_sqlite
from tests.matcher import InThisProcess
from tests.people import berliner
from tests.usecases.enrolled import Present
from tests.usecases.outlook import Outlook
from tests.usecases.ports import Chats, People, Teams, Words, chat_of
from tests.worlds import by_half

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
FIRST, SECOND = "p1c1", "p2c1"
TANDEM, OTHER = f"{FIRST}.tandem-1", f"{SECOND}.tandem-1"
SECOND_TUESDAY = Pattern(
    PatternDay("relativeMonthly", "tuesday", 1, "second"),
    date(2027, 2, 9),
    time(14),
    "Europe/Berlin",
    120,
    6,
)
SECOND_THURSDAY = replace(
    SECOND_TUESDAY,
    day=PatternDay("relativeMonthly", "thursday", 1, "second"),
    start_date=date(2027, 2, 11),
)
STARTS = expand(SECOND_TUESDAY)
"""When the sessions of Jan and Eva begin (UTC)."""
EVERYBODY = ("jan", "eva", "ada", "dora", "otto", "olga")
"""Dora keeps calendars."""


FILE = "tandem.sqlite"
Outside: TypeAlias = tuple[People, Outlook, Teams, Chats]
LAUNCHED: list[tuple[bytes, bytes]] = []
"""What ``launched`` has brought, once a test has asked for it; what is outside is pickled, because
that is copied quicker than with ``deepcopy``.
"""


@dataclass
class Company:
    """The company: its two programmes as worlds of their cycles, its clock, and what is outside."""

    first: World
    second: World
    clock: Present
    people: People
    outlook: Outlook
    teams: Teams
    chats: Chats
    store: SqlStore = field(repr=False)

    @property
    def unbound(self) -> World:
        """The same for no cycle, as the loops work."""
        return self.first.of("")

    async def set_up(self, programme: Programme) -> None:
        """Other settings count in the first programme from now on."""
        files = {"owners-1": programme}
        await self.store.run(lambda uow: register(uow, self.clock.moment, ["owners-1"], files))

    async def at(self, moment: datetime) -> None:
        """Let it become this late; what falls due until then happens."""
        self.clock.moment = moment
        while await fire_due(self.unbound):
            pass


@pytest.fixture
async def company(tmp_path: Path) -> AsyncIterator[Company]:
    """The company with both tandems, as they were launched once in this process."""
    if not LAUNCHED:
        LAUNCHED.append(await launched())
    rows, outside = LAUNCHED[0]
    made = furnished(tmp_path, rows, pickle.loads(outside))  # noqa: S301 - our own
    yield made
    made.store.close()


@pytest.fixture
def programmes(tmp_path: Path) -> Iterator[Company]:
    """The company before anything has happened."""
    made = furnished(tmp_path, registered(), nothing_yet())
    yield made
    made.store.close()


async def launched() -> tuple[bytes, bytes]:
    """The rows of the company with both tandems, and what is outside it then."""
    with TemporaryDirectory() as folder:
        made = furnished(Path(folder), registered(), outside := nothing_yet())
        await run_tandem(made.first, TANDEM, "eva", SECOND_TUESDAY)
        await run_tandem(made.second, OTHER, "ada", SECOND_THURSDAY)
        made.store.close()
        return _read(folder), pickle.dumps(outside)


def nothing_yet() -> Outside:
    """What is outside before anything has happened."""
    return People(profiles={key: profile(key) for key in EVERYBODY}), Outlook(), Teams(), Chats()


@cache
def registered() -> bytes:
    """The rows of two programmes, with everybody known to the bot, nobody enrolled."""
    files = {"owners-1": Programme(name="Tandem Nord"), "owners-2": Programme(name="Tandem Süd")}
    with TemporaryDirectory() as folder:
        store = SqlStore(migrated_sqlite(Path(folder)), CIPHER)
        store.run_now(lambda uow: register(uow, NOW, tuple(files), files))
        store.run_now(lambda uow: uow.people.put_all(person(key) for key in EVERYBODY))
        store.close()
        return _read(folder)


def _read(folder: str) -> bytes:
    """The database, after the last connection to it was closed."""
    return Path(folder, FILE).read_bytes()


def furnished(folder: Path, rows: bytes, outside: Outside) -> Company:
    """The company with these rows, in a database in the folder."""
    path, clock = folder / FILE, Present(NOW)
    path.write_bytes(rows)
    store = SqlStore(f"sqlite:///{path}", CIPHER)
    moments = ReadMoments(clock, lambda _: Words(), {}, 200, by_half)
    world = World(store, moments, settle, clock, *outside, matcher=InThisProcess())
    return Company(world.of(FIRST), world.of(SECOND), clock, *outside, store)


def profile(key: str, **more: Any) -> Profile:
    """What the directory says of somebody."""
    return berliner(key, key.title(), f"{key}@firma.example", **{"country": "DE", **more})


def person(key: str, **more: Any) -> Person:
    """Somebody whom the bot knows and has a chat with."""
    chat = chat_of(key)
    made = Person(key, profile(key), "de", False, chat.conversation, chat.service_url)
    return replace(made, **more)


async def lives_in_auckland(world: World, key: str) -> None:
    """Somebody's clock shows 21:00 now."""
    await change(world, "people", key, profile=profile(key, zone="Pacific/Auckland"))


async def book_series(world: World, key: str) -> None:
    """Book a tandem's series and remember it."""
    made = await booking.book(world, key)
    if made:
        await world.run(lambda uow, _: booking.keep_series(uow, key, made))


async def run_tandem(world: World, key: str, mentee: str, pattern: Pattern) -> Tandem:
    """A tandem of Jan that has just been launched, with its sessions in the calendar."""
    await world.run(_launched, key, mentee, pattern)
    await book_series(world, key)
    tandem: Tandem = await one(world, "tandems", key)
    return tandem


def _launched(uow: UnitOfWork, moment: Moment, key: str, mentee: str, pattern: Pattern) -> None:
    option, now = option_of(key, series_of(pattern)), moment.now
    state = TandemState.LAUNCHED
    made = Tandem(key, 1, "run-1:1", "jan", mentee, state, now, now, plan=option.plan)
    channel = f"https://teams.example/{key}"
    uow.tandems.put(replace(made, team_id="team", channel_id=f"19:{key}", channel_url=channel))
    uow.sessions.put_all(option.sessions)


def series_of(pattern: Pattern) -> Series:
    """The series that the search finds where all its dates suit both."""
    length = timedelta(minutes=pattern.length_minutes)
    slots = [Slot(start, start + length) for start in expand(pattern)]
    each = (Occurrence(number, slot, "kept", slot) for number, slot in enumerate(slots, 1))
    return Series(pattern, tuple(each), Aim(0, 0, 0, 0, 0))


async def enrol(world: World, role: Role, key: str, *said: Step) -> Enrolment:
    """Somebody has handed in what they said in these steps."""

    def unit(uow: UnitOfWork, moment: Moment) -> Enrolment:
        name, now = enrolment_id(uow.cycle_id, role, key), moment.now
        made = Enrolment(name, key, role, EnrolmentState.DONE, now, "summary", answers(*said))
        return uow.enrolments.put(replace(made, done_at=now))

    return await world.run(unit)


def session(number: int, tandem: str = TANDEM) -> str:
    """The id of a tandem's session."""
    return session_id(tandem, number)


async def all_of(world: World, kind: str, /, **equals: object) -> Sequence[Any]:
    """The rows of a kind that the world's cycle sees."""
    return await world.read(lambda uow, _: getattr(uow, kind).all(**equals))


async def one(world: World, kind: str, key: str) -> Any:
    """A row by its id."""
    return await world.read(lambda uow, _: getattr(uow, kind).need(key))


async def put(world: World, kind: str, *entities: Any) -> None:
    """Store these."""
    await world.run(lambda uow, _: getattr(uow, kind).put_all(entities))


async def remove(world: World, kind: str, *keys: str) -> None:
    """Let these rows be no more."""
    for key in keys:
        await world.run(lambda uow, _, gone: getattr(uow, kind).delete(gone), key)


async def change(world: World, kind: str, key: str, /, **changes: Any) -> Any:
    """Let a row be otherwise. Its unit has read it, as a use case has, so that what follows from a
    change follows only from the fields that have changed.
    """

    def unit(uow: UnitOfWork, _: Moment) -> Any:
        rows = getattr(uow, kind)
        return rows.put(replace(rows.need(key), **changes))

    return await world.run(unit)


async def asked_for(world: World, kind: str) -> list[str]:
    """The subjects of the effects of a kind that wait to be had."""
    return [effect.subject_id for effect in await all_of(world, "effects", kind=kind, done=False)]


async def send_all(world: World) -> None:
    """Send all cards that do not stand in a chat yet."""
    for each in await all_of(world, "postings", activity_id=""):
        await deliver(world, each.id)


async def told(world: World, kind: str) -> list[str]:
    """To whom cards of the kind were put, in the order of their names."""
    return sorted(posting.person_id for posting in await all_of(world, "postings", kind=kind))


async def shown(world: World, kind: str, subject: str, reader: str, /, **where: Any) -> Any:
    """The notice that a card about the subject shows to its reader."""
    posting = Posting("a card", kind, subject, reader, **where)
    return await world.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))


async def hidden(world: World, kind: str, subject: str, reader: str, /, **where: Any) -> str:
    """Why a card about the subject shows nothing to its reader, as a code."""
    notice = await shown(world, kind, subject, reader, **where)
    assert isinstance(notice, Refused)
    return notice.refusal.code


@contextmanager
def refused(code: str, **facts: object) -> Iterator[None]:
    """What is done inside is refused with this code and these facts."""
    with pytest.raises(Refusal) as refusal:
        yield
    assert refusal.value.code == code
    assert {**refusal.value.facts, "field": refusal.value.field}.items() >= facts.items()
