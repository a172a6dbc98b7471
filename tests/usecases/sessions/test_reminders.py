"""Reminders of sessions: durable timers that follow a session when it moves, against a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import cast

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Profile
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.timers import fire_due
from mentoring.usecases.polls import after_session as session_after  # noqa: F401 - its rules for timers register themselves
from mentoring.usecases.sessions.reminders import remind, remind_of, ten_minutes_late
from tests.databases import migrated_sqlite
from tests.worlds import world_of

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
START = datetime(2027, 2, 10, 13, tzinfo=UTC)
TANDEM = Tandem("tandem-1-ab", 1, "run-1:1", "mentor", "mentee", TandemState.LAUNCHED, NOW, NOW)
SESSION = Session("tandem-1-ab:001", TANDEM.id, 1, START, 120, "kept", START)
PEOPLE = (
    Person("mentor", Profile("mentor", "Jan Kurz", "jan@firma.example", zone="America/New_York", country="US"), "en"),
    Person("mentee", Profile("mentee", "Eva Costa", "eva@firma.example", country="DE"), "de"),
)


class Clock:
    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment


class Mailboxes:
    """Calendars of which only the automatic replies are asked."""

    def __init__(self) -> None:
        self.away: set[str] = set()

    async def is_away(self, person_id: str, _moments: list[datetime]) -> bool:
        return person_id in self.away


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    store.run_now(_furnish)
    yield world_of(store, Clock(), calendar=Mailboxes())
    store.close()


def _furnish(uow: UnitOfWork) -> None:
    for person in PEOPLE:
        uow.people.put(person)
    uow.tandems.put(TANDEM)
    uow.sessions.put(SESSION)
    remind_of(uow, TANDEM, NOW)


async def reminded(world: World, moment: datetime) -> set[str]:
    """Who has a reminder after the timers due at the moment have fired."""
    cast("Clock", world.clock).moment = moment
    await fire_due(world)
    for effect in await world.store.run(lambda uow: uow.effects.all(kind="remind")):
        await remind(world, effect.subject_id)
    return {posting.person_id for posting in await world.store.run(lambda uow: uow.postings.all(kind="session"))}


async def test_each_is_reminded_the_day_before_at_nine_of_their_own_clock(world: World) -> None:
    day_before = START - timedelta(days=1)
    assert await reminded(world, day_before.replace(hour=7, minute=59)) == set()
    assert await reminded(world, day_before.replace(hour=8, minute=1)) == {"mentee"}
    assert await reminded(world, day_before.replace(hour=14, minute=1)) == {"mentee", "mentor"}
    assert len(await world.store.run(lambda uow: uow.postings.all(kind="session"))) == 2, "once each"


async def test_a_session_that_moves_takes_its_reminder_with_it(world: World) -> None:
    later = replace(SESSION, state="moved", start=START + timedelta(days=7))
    await world.store.run(lambda uow: uow.sessions.put(later))
    assert await reminded(world, START - timedelta(hours=20)) == set(), "nothing on the old day"
    assert await reminded(world, START + timedelta(days=6)) == {"mentee"}


async def test_a_session_that_moves_forward_is_reminded_of_in_time(world: World) -> None:
    sooner = replace(SESSION, state="moved", start=START - timedelta(days=2))
    await world.store.run(lambda uow: (uow.sessions.put(sooner), remind_of(uow, TANDEM, NOW)))
    assert await reminded(world, datetime(2027, 2, 5, 9, tzinfo=UTC)) == {"mentee"}


async def test_nobody_is_reminded_of_what_is_gone_or_over(world: World) -> None:
    await world.store.run(lambda uow: uow.sessions.put(replace(SESSION, state="cancelled", start=None)))
    assert await reminded(world, START - timedelta(hours=20)) == set()


async def test_a_reminder_that_is_late_does_not_come_at_night(world: World) -> None:
    """For the mentee in Berlin it is nine in the evening, for the mentor in New York three in the afternoon."""
    assert await reminded(world, datetime(2027, 2, 9, 20, tzinfo=UTC)) == {"mentor"}


async def test_ten_minutes_late_tells_the_other_one_once_and_only_on_the_day(world: World) -> None:
    cast("Clock", world.clock).moment = START - timedelta(days=3)
    with pytest.raises(Refusal, match="late-not-now"):
        await world.run(ten_minutes_late, SESSION.id, "mentor")
    cast("Clock", world.clock).moment = START - timedelta(minutes=5)
    with pytest.raises(Refusal, match="not-yours"):
        await world.run(ten_minutes_late, SESSION.id, "stranger")
    for _ in ("once", "twice"):
        await world.run(ten_minutes_late, SESSION.id, "mentor")
    told = await world.store.run(lambda uow: uow.postings.all(kind="session_late"))
    assert [posting.person_id for posting in told] == ["mentee"]


async def test_a_server_that_was_away_does_not_remind_of_yesterday(world: World) -> None:
    assert await reminded(world, START + timedelta(hours=1)) == set()


async def test_nobody_away_is_reminded_and_the_other_one_is_asked_to_wait_or_to_move(world: World) -> None:
    """The mailbox's automatic reply is enough; nobody has to tell the bot."""
    cast("Mailboxes", world.calendar).away = {"mentee"}
    assert await reminded(world, (START - timedelta(days=1)).replace(hour=14, minute=1)) == set()
    asked = await world.store.run(lambda uow: uow.postings.all(kind="partner_away"))
    assert [posting.person_id for posting in asked] == ["mentor"]


async def test_nobody_is_reminded_twice_on_one_day(world: World) -> None:
    """Two tandems whose sessions are so near that both reminders fall on one morning."""
    other = replace(SESSION, id="tandem-1-ab:002", number=2, start=START + timedelta(hours=4), planned=START)
    await world.store.run(lambda uow: (uow.sessions.put(other), remind_of(uow, TANDEM, NOW)))
    await reminded(world, (START - timedelta(days=1)).replace(hour=8, minute=1))
    assert len(await world.store.run(lambda uow: uow.postings.all(kind="session", person_id="mentee"))) == 1


async def test_a_part_timer_is_reminded_on_their_last_working_day_when_it_begins(world: World) -> None:
    """The session is on a Wednesday; the mentee works Monday and Friday from ten."""
    profile = replace(PEOPLE[1].profile, working_days=("monday", "friday"), working_hours=(time(10), time(14)))
    part_timer = replace(PEOPLE[1], profile=profile)
    await world.store.run(lambda uow: (uow.people.put(part_timer), remind_of(uow, TANDEM, NOW)))
    monday = datetime(2027, 2, 8, 8, 59, tzinfo=UTC)
    assert await reminded(world, monday) == set()
    assert await reminded(world, monday + timedelta(minutes=2)) == {"mentee"}
