"""A server that starts while its database is away waits for it; an operator reads what to check."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bot import starting
from bot.cli import main
from bot.starting import once_there
from mentoring.domain.errors import Unavailable
from mentoring.storage.migrate import is_current, upgrade


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
