"""What counts as taken when a session looks for another time, against a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.people import Person, Profile
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.scheduling.types import Busy
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.ports.calendar import Availability
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.sessions.calendars import clashes, inputs_of, is_free, sides
from tests.databases import migrated_sqlite

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
START = datetime(2027, 2, 10, 13, tzinfo=UTC)
END = START + timedelta(hours=2)
ONE = Tandem("tandem-1", 1, "run-1:1", "mentor", "eva", TandemState.LAUNCHED, NOW, NOW)
OTHER = replace(ONE, id="tandem-2", number=2, mentee_id="ada")
SESSION = Session("tandem-1:001", ONE.id, 1, START, 120, "kept", START)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))

    def furnish(uow: UnitOfWork) -> None:
        for key in ("mentor", "eva", "ada"):
            uow.people.put(Person(key, Profile(key, key.title(), f"{key}@firma.example"), "de"))
        uow.tandems.put(ONE)
        uow.tandems.put(OTHER)
        uow.sessions.put(SESSION)

    found.run_now(furnish)
    yield found
    found.close()


def free(store: SqlStore, session: Session, entries: dict[str, list[Busy]]) -> bool:
    """Whether both are free at the session's own time while it looks for another one."""
    inputs = store.run_now(lambda uow: inputs_of(uow, [ONE], released=[session], invitee="eva"))
    seen = {key: Availability(key, readable=True, busy=tuple(entries.get(key, ()))) for key in ("mentor", "eva")}
    return is_free(sides(inputs, seen, ONE), START, 120)


def test_the_session_itself_is_in_nobodys_way_but_a_second_thing_at_its_time_is(store: SqlStore) -> None:
    own = Busy(START, END, "busy")
    assert free(store, SESSION, {"mentor": [own], "eva": [own]})
    assert not free(store, SESSION, {"mentor": [own, own], "eva": [own]})


def test_what_stands_at_the_time_of_a_declined_session_is_why_it_was_declined(store: SqlStore) -> None:
    """Outlook takes a declined session out of the calendar, so what is there is something else."""
    own, declined = Busy(START, END, "busy"), replace(SESSION, declined=START)
    assert not free(store, declined, {"mentor": [own], "eva": [own]})
    assert free(store, declined, {"mentor": [own]})


def test_nobody_is_free_in_their_pause(store: SqlStore) -> None:
    store.run_now(lambda uow: uow.absences.put(Absence("eva", NOW, date(2027, 2, 10))))
    assert not free(store, SESSION, {})


def test_a_mentor_of_two_never_meets_both_on_one_day(store: SqlStore) -> None:
    """Neither beside a session of the other tandem nor beside one that is just being booked."""
    later = START + timedelta(hours=3)
    assert store.run_now(lambda uow: clashes(uow, OTHER, later))
    assert not store.run_now(lambda uow: clashes(uow, OTHER, later + timedelta(days=1)))
    both = {"mentor": [0], "mentee": [0]}
    booking = Poll(
        "poll-1", ONE.id, SESSION.id, Cause.ASKED, 120, NOW, PollState.BOOKING,
        options=(Option(later + timedelta(days=1)),), accepted=both,
    )  # fmt: skip
    store.run_now(lambda uow: uow.polls.put(booking))
    assert store.run_now(lambda uow: clashes(uow, OTHER, later + timedelta(days=1)))
