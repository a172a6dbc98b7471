"""The database in which everything stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mentoring.domain.programme import Programme, Sponsor
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme.registration import register
from tests.cards.furnished.basis import CIPHER, NOW, OTHER_TEAM, OWNERS_TEAM, meet
from tests.cards.furnished.enrolment import (
    applications,
    apprentices,
    invitations,
    next_cycle,
    questionnaires,
)
from tests.cards.furnished.launch import acts, endings
from tests.cards.furnished.matching import matching, offers
from tests.cards.furnished.programme import privacy, settings
from tests.cards.furnished.sessions import away, running
from tests.cards.furnished.trial import trial
from tests.databases import migrated_sqlite

SPONSOR = Sponsor(name="Ada Winter", email="vorstand@firma.example")
PROGRAMME = Programme(name="Blickwechsel", sponsor=SPONSOR, mentors_circle=True)


def furnished(folder: Path, *more: Callable[[UnitOfWork], None]) -> SqlStore:
    """A store over a new database in the folder, in which everything stands, and what these units
    add; they run once a process.
    """
    path = folder / "furnished.sqlite"
    path.write_bytes(_rows(more))
    return SqlStore(f"sqlite:///{path}", CIPHER)


@cache
def _rows(more: tuple[Callable[[UnitOfWork], None], ...]) -> bytes:
    with TemporaryDirectory() as folder:
        url = migrated_sqlite(Path(folder))
        store = SqlStore(url, CIPHER)
        for unit in (_furnish, *more):
            store.run_now(unit)
        store.close()
        return Path(url.removeprefix("sqlite:///")).read_bytes()


def _furnish(uow: UnitOfWork) -> None:
    register(uow, NOW, [OWNERS_TEAM, OTHER_TEAM], {"": PROGRAMME})
    uow.bind("p1c1", "p1")
    for name in ("mia", "ute"):
        meet(uow, name)
    for part in (
        invitations,
        questionnaires,
        matching,
        offers,
        running,
        away,
        endings,
        acts,
        next_cycle,
        applications,
        apprentices,
        privacy,
        settings,
        trial,
    ):
        part(uow)
    _send_all(uow)


def _send_all(uow: UnitOfWork) -> None:
    """Every card stands in Teams, and shows what it should."""
    for number, posting in enumerate(uow.everywhere.postings.all(), start=1):
        activity = f"1{number:012d}"
        uow.everywhere.postings.put(replace(posting, activity_id=activity, shown=posting.wanted))
