"""At the start each owners' team has its programme, with settings as versions and a cycle; known ones stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.cycle import Cycle, CycleKind, RegisteredProgramme, SettingsVersion, Source, version_id
from mentoring.domain.programme import Programme
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme.registration import register
from tests.databases import migrated_sqlite
from tests.usecases.company import NOW

NORTH, SOUTH, EAST = (Programme(name=f"Tandem {name}") for name in ("Nord", "Süd", "Ost"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """Before the first start."""
    made = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    yield made
    made.close()


def start(store: SqlStore, teams: Sequence[str], files: Mapping[str, Programme], channel: str = "") -> None:
    store.run_now(lambda uow: register(uow, NOW, teams, files, channel))


def homes(store: SqlStore) -> Sequence[RegisteredProgramme]:
    return store.read_now(lambda uow: uow.programmes.all())


def settings(store: SqlStore, key: str) -> list[tuple[int, str]]:
    """The versions of a programme's settings: number, and name in them."""
    found = store.read_now(lambda uow: uow.settings_versions.all(programme_id=key))
    return [(each.number, each.settings.name) for each in found]


def test_each_team_has_its_programme_in_their_order(store: SqlStore) -> None:
    start(store, ["south", "north"], {"north": NORTH, "south": SOUTH})
    assert [(home.id, home.team_id, home.cycle_id, home.version) for home in homes(store)] == [
        ("p1", "south", "p1c1", 1),
        ("p2", "north", "p2c1", 1),
    ]
    assert settings(store, "p1") == [(1, "Tandem Süd")]
    assert store.read_now(lambda uow: uow.cycles.all()) == [
        Cycle("p1c1", "p1", 1, NOW),
        Cycle("p2c1", "p2", 1, NOW),
    ]


def test_started_again_nothing_changes(store: SqlStore) -> None:
    for _ in range(2):
        start(store, ["north", "south"], {"north": NORTH, "south": SOUTH})
    assert [home.version for home in homes(store)] == [1, 1]
    assert settings(store, "p1") == [(1, "Tandem Nord")]


def test_a_file_that_says_something_else_is_a_new_version(store: SqlStore) -> None:
    for written in (NORTH, EAST, EAST):
        start(store, ["north"], {"north": written})
    assert homes(store)[0].version == 2
    assert settings(store, "p1") == [(1, "Tandem Nord"), (2, "Tandem Ost")]


def test_what_owners_have_set_since_stays_until_the_file_says_something_new(store: SqlStore) -> None:
    start(store, ["north"], {"north": NORTH})

    def set_by_card(name: str) -> None:
        by_card = SettingsVersion(version_id("p1", 2), "p1", 2, "otto", NOW, Source.CARD, Programme(name=name))
        home = RegisteredProgramme("p1", "north", "p1c1", 2)
        store.run_now(lambda uow: (uow.settings_versions.put(by_card), uow.programmes.put(home)))

    set_by_card("Tandem der Karte")
    start(store, ["north"], {"north": NORTH})
    assert homes(store)[0].version == 2
    start(store, ["north"], {"north": EAST})
    assert homes(store)[0].version == 3


def test_a_team_without_a_file_of_its_own_takes_the_common_one(store: SqlStore) -> None:
    start(store, ["north", "south"], {"": EAST, "north": NORTH})
    assert (settings(store, "p1"), settings(store, "p2")) == ([(1, "Tandem Nord")], [(1, "Tandem Ost")])


def test_without_any_file_the_defaults_count(store: SqlStore) -> None:
    start(store, ["north"], {})
    (version,) = store.read_now(lambda uow: uow.settings_versions.all())
    assert version == SettingsVersion(version_id("p1", 1), "p1", 1, "", NOW, Source.FILE, Programme())


def test_a_team_that_comes_later_is_the_next_programme(store: SqlStore) -> None:
    start(store, ["north"], {"north": NORTH})
    start(store, ["south", "north"], {"north": NORTH, "south": SOUTH})
    assert [(home.id, home.team_id) for home in homes(store)] == [("p1", "north"), ("p2", "south")]


def test_a_team_that_is_no_longer_named_keeps_its_programme(store: SqlStore) -> None:
    start(store, ["north", "south"], {})
    start(store, ["south"], {})
    assert [home.team_id for home in homes(store)] == ["north", "south"]


def test_what_was_there_before_programmes_had_teams_becomes_the_first_teams(store: SqlStore) -> None:
    store.run_now(lambda uow: uow.programmes.put(RegisteredProgramme("p1", "", "p1c1")))
    store.run_now(lambda uow: uow.cycles.put(Cycle("p1c1", "p1", 1, NOW - timedelta(days=90))))
    start(store, ["north", "south"], {})
    assert [(home.id, home.team_id, home.cycle_id) for home in homes(store)] == [
        ("p1", "north", "p1c1"),
        ("p2", "south", "p2c1"),
    ]
    assert store.read_now(lambda uow: uow.cycles.need("p1c1")).began_at == NOW - timedelta(days=90)


def test_a_channel_that_the_operator_names_is_the_first_programmes(store: SqlStore) -> None:
    start(store, ["north", "south"], {}, "19:owners")
    assert [home.channel for home in homes(store)] == ["19:owners", ""]


def test_one_that_was_learnt_stays(store: SqlStore) -> None:
    start(store, ["north"], {}, "19:owners")
    start(store, ["north"], {}, "19:another")
    assert homes(store)[0].channel == "19:owners"


def test_a_rolling_programme_begins_with_a_cycle_without_end(store: SqlStore) -> None:
    start(store, ["north"], {"north": Programme(cycles="rolling")})
    assert store.read_now(lambda uow: uow.cycles.need("p1c1")).kind is CycleKind.ROLLING
