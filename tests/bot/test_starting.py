"""A server that starts while its database is away waits for it; an operator reads what to check."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner
from dbos._sys_db import SystemDatabase
from sqlalchemy.exc import OperationalError

from bot import starting
from bot.app import serve
from bot.cli import main
from bot.server import Runner
from bot.starting import once_there
from mentoring.domain.errors import Unavailable
from mentoring.storage.migrate import is_current, upgrade
from mentoring.storage.store import SqlStore
from tests.bare_settings import BareSettings
from tests.bot.test_settings import GOOD
from tests.databases import migrated_sqlite


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database whose disk is not there yet."""
    return f"sqlite:///{tmp_path / 'disk' / 'tandem.sqlite'}"


def test_what_is_away_for_a_while_is_waited_for(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "PAUSE_SECONDS", 0.0)
    asked: list[bool] = []

    def back_at_the_third() -> None:
        asked.append(True)
        if len(asked) == 3:
            (tmp_path / "disk").mkdir()
        upgrade(url)

    once_there(back_at_the_third)
    assert len(asked) == 3
    assert is_current(url)


def test_what_stays_away_is_told_with_the_setting_to_check(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(Unavailable, match=r"TANDEM_DATABASE_URL.* unable to open database file"):
        once_there(lambda: is_current(url))


def test_what_is_wrong_for_good_is_not_waited_for() -> None:
    def asked() -> None:
        raise LookupError("no such table")

    with pytest.raises(LookupError, match="no such table"):
        once_there(asked)


def test_the_command_ends_without_a_trace_of_the_code(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr("bot.cli.settings_or_exit", lambda: SimpleNamespace(database_url=url))
    told = CliRunner().invoke(main, ["migrate"])
    assert told.exit_code == 2
    assert told.stderr.startswith("The database cannot be reached. Check TANDEM_DATABASE_URL")


GONE = OperationalError("SELECT", {}, psycopg.OperationalError("connection failed"))


class Serving(Exception):
    """It serves, which is all that the test wants."""


@pytest.mark.parametrize(
    ("where", "step", "away"),
    [
        (SqlStore, "glance", Unavailable("the database is away")),
        (SqlStore, "run", Unavailable("the database is away")),
        (SystemDatabase, "create_application_version", GONE),
    ],
)
async def test_a_server_whose_database_blinks_while_it_starts_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: type, step: str, away: Exception
) -> None:
    """It ended, unless the database was away in the first moment; so somebody had to restart it."""
    monkeypatch.setattr(starting, "PAUSE_SECONDS", 0.0)
    found, asked = getattr(where, step), list[str]()

    def blinks(*given: Any, **named: Any) -> Any:
        asked.append(step)
        if len(asked) <= 2:
            raise away
        return found(*given, **named)

    async def setup(_runner: Runner) -> None:
        raise Serving("it serves")

    monkeypatch.setattr(where, step, blinks)
    monkeypatch.setattr(Runner, "setup", setup)
    with pytest.raises(Serving, match="it serves"):
        await serve(BareSettings(**{**GOOD, "database_url": migrated_sqlite(tmp_path)}))
    assert len(asked) >= 3
