"""The command line of a rehearsal refuses what it cannot do, and tells the product nothing of its caller's settings."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from sandbox.rehearse.command import Setting, _is_empty, product_environment, rehearse
from sandbox.rehearse.report import Report

FIGURES = Report(
    tandems=1, channels=1, series=1, occurrences=6, moved=0, memberships=2, cards=9, repeated_cards=0, duplicates=0,
    lost=0, throttled=0, injected=0, seconds=1.23456, limit_seconds=0.3, graph_requests=10, cpu_seconds=0.5,
    total_seconds=9.0, total_graph_requests=99, total_cpu_seconds=3.0, peak_rss_mb=120.0,
)  # fmt: skip
PROMISED = (
    "tandems channels series occurrences moved memberships cards repeated_cards duplicates lost throttled injected "
    "seconds limit_seconds graph_requests cpu_seconds total_seconds total_graph_requests total_cpu_seconds peak_rss_mb"
)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "--tandems N"),
        (["--tandems", "0"], "range"),
        (["--until", "closing"], "--tandems N"),
        (["--tandems", "3", "--until", "enrolment"], "'launch', 'closing'"),
        (["--tandems", "3", "--replicas", "2"], "PostgreSQL"),
        (["--tandems", "3", "--replicas", "2", "--database", "sqlite:///x"], "PostgreSQL"),
        (["--tandems", "3", "--limits", "some"], "'all', 'launch', 'off'"),
        (["--tandems", "3", "--faults", "2"], "range"),
    ],
)
def test_a_rehearsal_that_cannot_be_is_refused_with_the_reason(arguments: list[str], reason: str) -> None:
    result = CliRunner().invoke(rehearse, arguments)
    assert result.exit_code == 2
    assert reason in result.output


def test_a_database_with_tables_is_refused_and_an_empty_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "used.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE people (id TEXT)")
    result = CliRunner().invoke(rehearse, ["--tandems", "1", "--database", f"sqlite:///{path}"])
    assert (result.exit_code, "empty database" in result.output) == (2, True)
    assert _is_empty(f"sqlite:///{tmp_path / 'new.sqlite'}")


def test_a_tenant_file_with_mistakes_is_refused_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "tenant.json"
    path.write_text(json.dumps({"people": [{"name": "No Id"}], "tempo": 1}), encoding="utf-8")
    result = CliRunner().invoke(rehearse, ["--tenant", str(path)])
    assert result.exit_code == 2
    assert "people[0].id" in result.output
    assert "tempo" in result.output


def with_changes(folder: Path) -> Path:
    """A tenant file in which somebody declines a session."""
    change = {"at": "2027-01-20T09:00:00Z", "tandem": 1, "occurrence": 2, "do": "decline", "by": "mentee"}
    file = {"people": [{"id": "a"}, {"id": "b"}], "tandems": [{"mentee": "a", "mentor": "b"}], "changes": [change]}
    path = folder / "tenant.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    return path


@pytest.mark.parametrize("until", [[], ["--until", "launch"]])
def test_changes_after_the_launch_need_a_closing(until: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(rehearse, ["--tenant", str(with_changes(tmp_path)), *until])
    assert (result.exit_code, "use --until closing" in result.output) == (2, True)


@pytest.mark.parametrize("until", ["launch", "closing"])
def test_how_far_and_which_changes_are_options_of_the_play(until: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings: list[Setting] = []

    async def note(setting: Setting) -> int:
        settings.append(setting)
        return 0

    monkeypatch.setattr("sandbox.rehearse.command._rehearse", note)
    file = ["--tenant", str(with_changes(tmp_path))] if until == "closing" else []
    result = CliRunner().invoke(rehearse, ["--tandems", "1", "--until", until, *file])
    assert result.exit_code == 0, f"{result.output}"
    options = settings[0].options
    assert (options.closing, len(options.changes), len(options.pairs)) == ((True, 1, 1) if file else (False, 0, 0))


def test_the_figures_are_those_that_were_promised() -> None:
    assert list(FIGURES.as_json()) == PROMISED.split()
    assert FIGURES.as_json()["seconds"] == 1.235


@pytest.mark.parametrize(("figure", "failed"), [("lost", True), ("duplicates", True), ("throttled", False)])
def test_a_rehearsal_fails_for_what_is_lost_or_there_twice(figure: str, *, failed: bool) -> None:
    worse = Report(**(FIGURES.as_json() | {figure: 1}))
    assert worse.failed is failed
    assert not FIGURES.failed


def test_the_product_gets_the_tenants_settings_and_none_of_its_callers(tmp_path: Path) -> None:
    caller = {"PATH": "/bin", "TANDEM_MODE": "production", "TANDEM_PUBLIC_URL": "https://tandem.example"}
    told = product_environment(caller, {"TANDEM_MODE": "sandbox"}, None, tmp_path)
    assert (told["PATH"], told["TANDEM_MODE"]) == ("/bin", "sandbox")
    assert "TANDEM_PUBLIC_URL" not in told
    assert told["TANDEM_DATABASE_URL"] == f"sqlite:///{tmp_path}/tandem.sqlite"
    assert product_environment(caller, {}, "postgresql://x", tmp_path)["TANDEM_DATABASE_URL"] == "postgresql://x"
