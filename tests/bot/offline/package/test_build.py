"""The app package: built with the customer's ids, valid for Microsoft, and honest about what is
missing.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema_rs import Draft4Validator

from bot.cli import main
from bot.commands.registry import COMMANDS
from bot.commands.understanding import find
from bot.offline.package.build import SCOPES, UNLISTED, build
from bot.offline.package.checks import BLANKS, PLACEHOLDER, problems
from bot.offline.package.command import PACKAGED, version_for
from tests.contracts import contract_file

APP, BOT = "8d4c2f1e-6a57-4b0e-9c1d-2f3e4a5b6c7d", "0b9e8a7c-1d2e-4f3a-8b4c-5d6e7f8091a2"
FILLED = {
    "TEAMS_APP_ID": APP,
    "BOT_ID": BOT,
    "DEVELOPER_NAME": 'Muster "Nord" AG',
    "WEBSITE_URL": "https://intranet.muster.example/tandem",
    "PRIVACY_URL": "https://intranet.muster.example/tandem/privacy",
    "TERMS_OF_USE_URL": "https://intranet.muster.example/tandem/terms",
    "APP_VERSION": "1.1.0",
}
IDS = {"TANDEM_TEAMS_APP_ID": APP, "TANDEM_BOT_APP_ID": BOT}
OPTIONS = [
    f"--{name}={FILLED[blank]}"
    for name, blank in (
        ("developer", "DEVELOPER_NAME"),
        ("website", "WEBSITE_URL"),
        ("privacy", "PRIVACY_URL"),
        ("terms", "TERMS_OF_USE_URL"),
    )
]
FORBIDDEN = re.compile(r"ChannelMessage\.Read|ChatMessage\.Read|Chat\.Read")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the packaged folder, to be spoilt."""
    return Path(shutil.copytree(PACKAGED, tmp_path / "own"))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory without any setting of ours."""
    for name in (
        "TEAMS_APP_ID",
        "BOT_APP_ID",
        "DEVELOPER_NAME",
        "WEBSITE_URL",
        "PRIVACY_URL",
        "TERMS_OF_USE_URL",
    ):
        monkeypatch.delenv(f"TANDEM_{name}", raising=False)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["package", *arguments], env=environment)


def manifest(language: str = "en", *, formal: bool = False) -> dict[str, Any]:
    """The built manifest, or the built texts of a further language."""
    built = build(PACKAGED, FILLED, formal=formal)
    name = "manifest.json" if language == "en" else f"{language}.json"
    found: dict[str, Any] = json.loads(built.files[name])
    return found


def errors(schema: str, document: object) -> list[str]:
    validator = Draft4Validator(json.loads(contract_file(schema).read_text(encoding="utf-8")))
    return [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(document)]


def test_the_command_builds_a_zip_with_the_customers_ids(elsewhere: Path) -> None:
    result = run(*OPTIONS, **IDS)
    assert (result.exit_code, result.stderr) == (0, "")
    with zipfile.ZipFile(elsewhere / "build" / "tandem.zip") as archive:
        assert sorted(archive.namelist()) == [
            "color.png",
            "de.json",
            "manifest.json",
            "outline.png",
        ]
        found = json.loads(archive.read("manifest.json"))
        assert not [name for name in archive.namelist() if b"${{" in archive.read(name)]
    assert found["id"] == APP
    assert found["bots"][0]["botId"] == found["webApplicationInfo"]["id"] == BOT
    assert found["webApplicationInfo"]["resource"] == f"api://botid-{BOT}"
    assert found["developer"]["name"] == FILLED["DEVELOPER_NAME"]
    assert result.stdout.startswith("build/tandem.zip: Tandem ")


def test_the_same_values_give_the_same_bytes(elsewhere: Path) -> None:
    for out in ("a.zip", "b.zip"):
        assert run(*OPTIONS, f"--out={out}", **IDS).exit_code == 0
    assert (elsewhere / "a.zip").read_bytes() == (elsewhere / "b.zip").read_bytes()


def test_values_may_stand_in_the_env_file_and_an_option_counts_before_it(elsewhere: Path) -> None:
    lines = {
        **IDS,
        "TANDEM_DEVELOPER_NAME": "From the file",
        **{f"TANDEM_{n}": FILLED[n] for n in FILLED if n.endswith("_URL")},
    }
    (elsewhere / ".env").write_text(
        "".join(f"{name}={value}\n" for name, value in lines.items()), encoding="utf-8"
    )
    for arguments, name in (
        ([], "From the file"),
        (["--developer=From the option"], "From the option"),
    ):
        assert run(*arguments, "--out=own.zip").exit_code == 0
        with zipfile.ZipFile("own.zip") as archive:
            assert json.loads(archive.read("manifest.json"))["developer"]["name"] == name


def test_the_built_manifest_fulfils_microsofts_schema() -> None:
    assert errors("teams-manifest-1.25.schema.json", manifest()) == []


@pytest.mark.parametrize("formal", [False, True])
def test_the_german_texts_fulfil_microsofts_schema(formal: bool) -> None:
    assert (
        errors("teams-manifest-1.25.localization.schema.json", manifest("de", formal=formal)) == []
    )


def test_the_schema_notices_what_is_wrong() -> None:
    """The two tests above would be worth nothing if the validator took anything."""
    assert errors("teams-manifest-1.25.schema.json", {**manifest(), "id": "${{TEAMS_APP_ID}}"})
    assert errors(
        "teams-manifest-1.25.localization.schema.json", {**manifest("de"), "name.short": ""}
    )


def test_our_own_checks_find_nothing_in_the_package() -> None:
    assert problems(build(PACKAGED, FILLED, formal=False)) == []


def test_the_bot_is_for_the_chat_and_for_teams_with_every_kind_of_channel() -> None:
    found = manifest()
    assert found["manifestVersion"] == "1.25"
    assert found["bots"][0]["scopes"] == ["personal", "team"]
    assert found["supportsChannelFeatures"] == "tier1"


def test_the_package_never_asks_to_read_peoples_messages() -> None:
    built = build(PACKAGED, FILLED, formal=False)
    assert not [
        file
        for file, data in built.files.items()
        if file.endswith(".json") and FORBIDDEN.search(data.decode())
    ]
    assert "authorization" not in manifest(), (
        "a permission for a team or chat needs a word in docs/tenant.md first"
    )


@pytest.mark.parametrize(
    ("product", "package"),
    [("0.1.0", "1.1.0"), ("0.12.3", "1.12.3"), ("1.0.0", "2.0.0"), ("2.1.0.dev4", "3.1.0")],
)
def test_the_packages_version_grows_with_the_product_and_never_begins_with_zero(
    product: str, package: str
) -> None:
    assert version_for(product) == package


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_command_lists_hold_what_the_bot_understands(scope: str, language: str) -> None:
    """A list that lacks a command, or has one that is none, would send people into the void."""
    wanted = {
        name
        for name, each in COMMANDS.items()
        if (each.who == "everybody") == (scope == "personal")
    } | {"help"}
    listed = set()
    for title in titles(scope, language):
        command = find(title)
        assert command, (
            f"'{title}' in the list of {scope} ({language}) is no command of bot/commands"
        )
        listed.add(command[0].name)
    missing = wanted - listed - UNLISTED
    assert not missing, (
        f"{sorted(missing)} are missing in the list of {scope}: listed() in "
        "bot/offline/package/build.py, or UNLISTED there"
    )
    assert not listed - wanted, (
        f"{sorted(listed - wanted)} do not belong into the list of {scope}: listed() in "
        "bot/offline/package/build.py"
    )


@pytest.mark.parametrize("scope", SCOPES)
def test_a_list_has_at_most_twelve_commands(scope: str) -> None:
    over = len(titles(scope, "en")) - 12
    assert over <= 0, (
        f"{over} too many for the list of {scope}: name the least used in UNLISTED in "
        "bot/offline/package/build.py; "
        "help shows all"
    )


def test_what_the_lists_leave_out_exists() -> None:
    gone = UNLISTED - set(COMMANDS)
    assert not gone, (
        f"take {sorted(gone)} out of UNLISTED in bot/offline/package/build.py: there is no such "
        "command"
    )
    assert "help" not in UNLISTED, "help is the way to what the lists leave out"


def test_every_description_is_the_line_of_help_in_its_language() -> None:
    assert described("personal", "en")["help"] == "shows this overview"
    assert described("personal", "de")["hilfe"] == "zeigt diese Übersicht"


def test_german_lists_say_sie_if_wished() -> None:
    assert manifest("de") != manifest("de", formal=True)
    assert "deine" not in json.dumps(manifest("de", formal=True))


def titles(scope: str, language: str) -> list[str]:
    return list(described(scope, language))


def described(scope: str, language: str) -> dict[str, str]:
    """Each command's title with its description, as the people of a language see them."""
    lists = manifest()["bots"][0]["commandLists"]
    place = next(i for i, each in enumerate(lists) if each["scopes"] == [scope])
    if language == "en":
        return {row["title"]: row["description"] for row in lists[place]["commands"]}
    words = manifest(language)
    row = f"bots[0].commandLists[{place}].commands[{{}}].{{}}"
    rows = range(len(lists[place]["commands"]))
    return {words[row.format(j, "title")]: words[row.format(j, "description")] for j in rows}


def test_without_any_value_everything_that_is_missing_is_named_at_once(elsewhere: Path) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    settings = [blank.setting for name, blank in BLANKS.items() if name != "APP_VERSION"]
    lines = result.stderr.splitlines()
    assert {line.partition(" is missing")[0] for line in lines[:-1]} == set(settings)
    assert lines[-1] == "Nothing was written."
    assert list(elsewhere.iterdir()) == []


def test_missing_and_wrong_values_are_told_together(elsewhere: Path) -> None:
    result = run(
        "--privacy=http://muster.example/",
        "--developer=" + "x" * 33,
        TANDEM_BOT_APP_ID="tandem-bot",
    )
    assert result.exit_code == 2
    for part in (
        "TANDEM_TEAMS_APP_ID is missing",
        "TANDEM_WEBSITE_URL or --website is missing",
        "TANDEM_BOT_APP_ID (bots[0].botId) must be a GUID",
        "TANDEM_PRIVACY_URL or --privacy (developer.privacyUrl) must be an https address",
        (
            "TANDEM_DEVELOPER_NAME or --developer (developer.name) has 33 characters: Teams takes "
            "at most 32."
        ),
    ):
        assert part in result.stderr
    assert "--privacy is missing" not in result.stderr


def test_every_blank_of_the_manifest_is_one_that_is_known() -> None:
    raw = (PACKAGED / "manifest.json").read_text(encoding="utf-8")
    assert set(PLACEHOLDER.findall(raw)) == set(BLANKS) == set(FILLED)


@pytest.mark.parametrize(
    ("file", "content"),
    [("manifest.json", b"{,}"), ("manifest.json", b"[]"), ("de.json", b"\xff\xfe")],
)
def test_a_file_that_cannot_be_read_is_named(
    elsewhere: Path, source: Path, file: str, content: bytes
) -> None:
    (source / file).write_bytes(content)
    result = run(*OPTIONS, f"--source={source}", **IDS)
    assert result.exit_code == 2
    assert f"{source / file}" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_place_that_cannot_be_written_is_told(elsewhere: Path) -> None:
    (elsewhere / "taken").write_text("a file", encoding="utf-8")
    result = run(*OPTIONS, "--out=taken/tandem.zip", **IDS)
    assert (
        result.exit_code,
        result.stderr.startswith("Error: taken/tandem.zip cannot be written"),
    ) == (2, True)
