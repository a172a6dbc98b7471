"""What an upload to Teams would refuse is told before: by the name of the setting, the place in the
file, and what to do.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.commands.registry import COMMANDS
from bot.offline.package.build import UNLISTED, build
from bot.offline.package.checks import problems
from bot.offline.package.command import PACKAGED

APP, BOT = "8d4c2f1e-6a57-4b0e-9c1d-2f3e4a5b6c7d", "0b9e8a7c-1d2e-4f3a-8b4c-5d6e7f8091a2"
FILLED = {
    "TEAMS_APP_ID": APP,
    "BOT_ID": BOT,
    "DEVELOPER_NAME": "Muster AG",
    "WEBSITE_URL": "https://muster.example/tandem",
    "PRIVACY_URL": "https://muster.example/tandem/privacy",
    "TERMS_OF_USE_URL": "https://muster.example/tandem/terms",
    "APP_VERSION": "1.1.0",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the packaged folder, to be spoilt."""
    return Path(shutil.copytree(PACKAGED, tmp_path / "own"))


def told(source: Path, **changed: str) -> list[str]:
    """What is said of a package that was built from this folder."""
    return problems(build(source, {**FILLED, **changed}, formal=False))


def spoil(source: Path, file: str, **values: object) -> None:
    """Write other values into a JSON file; a double underscore goes one level down, None takes a
    value out.
    """
    document = json.loads((source / file).read_text(encoding="utf-8"))
    for path, value in values.items():
        *above, last = path.split("__")
        place: Any = document
        for step in above:
            place = place[int(step) if step.isdigit() else step]
        place[last] = value
        if value is None:
            del place[last]
    (source / file).write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "told_of"),
    [
        ({"TEAMS_APP_ID": APP[:-1]}, "TANDEM_TEAMS_APP_ID"),
        ({"BOT_ID": f"{{{BOT}}}"}, "TANDEM_BOT_APP_ID"),
        ({"WEBSITE_URL": "muster.example"}, "--website"),
        ({"WEBSITE_URL": "https://"}, "--website"),
        ({"WEBSITE_URL": "https://[::1"}, "--website"),
        ({"PRIVACY_URL": "https://localhost/privacy"}, "--privacy"),
        ({"TERMS_OF_USE_URL": "https://muster.example/" + "x" * 2048}, "--terms"),
        ({"APP_VERSION": "0.9.0"}, "--app-version"),
        ({"APP_VERSION": "1.0"}, "--app-version"),
        ({"APP_VERSION": "1.0.0-beta"}, "--app-version"),
        ({"DEVELOPER_NAME": " "}, "--developer"),
    ],
)
def test_a_wrong_value_is_told_by_the_name_of_its_setting(
    source: Path, changed: dict[str, str], told_of: str
) -> None:
    (problem,) = told(source, **changed)
    assert told_of in problem


@pytest.mark.parametrize(
    ("values", "told_of"),
    [
        (
            {"name__short": "x" * 31},
            "manifest.json, name.short has 31 characters: Teams takes at most 30.",
        ),
        ({"name__full": "x" * 101}, "name.full has 101"),
        ({"description__short": ""}, "description.short is empty"),
        ({"description__full": "x" * 4001}, "description.full has 4001"),
        ({"developer__name": 7}, "developer.name) is empty"),
        ({"webApplicationInfo__id": APP}, "webApplicationInfo.id must be the bot's id"),
        ({"supportsChannelFeatures": None}, '"supportsChannelFeatures": "tier1"'),
        ({"validDomains": ["https://muster.example"]}, "not 'https://muster.example'"),
        ({"validDomains": [f"d{i}.example" for i in range(17)]}, "has 17 domains"),
        ({"accentColor": "${{COLOR}}"}, "${{COLOR}} is none of the values"),
        ({"icons": {"color": "color.png"}}, "names no outline icon"),
        ({"icons__color32x32": "small.png"}, "The color32x32 icon small.png is missing"),
        (
            {"icons__color": "outline.png"},
            "The color icon outline.png is 32 x 32 pixels: Teams wants 192 x 192.",
        ),
        ({"manifestVersion": "1.24"}, "$schema must be Microsoft's of the version 1.24"),
        ({"$schema": None}, "$schema must be Microsoft's of the version 1.25"),
        (
            {"localizationInfo__additionalLanguages__0__file": "fr.json"},
            "The language file fr.json is missing",
        ),
    ],
)
def test_a_wrong_manifest_is_told(source: Path, values: dict[str, object], told_of: str) -> None:
    spoil(source, "manifest.json", **values)
    assert told_of in "\n".join(told(source))


@pytest.mark.parametrize(
    "permission",
    ["ChannelMessage.Read.Group", "ChatMessage.Read.Chat", "Chat.Read.All", "Chat.ReadWrite"],
)
def test_no_customers_manifest_can_ask_to_read_messages(source: Path, permission: str) -> None:
    asked = [
        {"name": permission, "type": "Application"},
        {"name": "TeamMember.Read.Group", "type": "Application"},
    ]
    spoil(source, "manifest.json", authorization={"permissions": {"resourceSpecific": asked}})
    (problem,) = told(source)
    assert permission in problem


@pytest.mark.parametrize(
    ("values", "told_of"),
    [
        ({"name.short": None}, "de.json lacks name.short: translate it."),
        ({"name.short": "x" * 31}, "de.json, name.short has 31 characters"),
        ({"description.full": "  "}, "de.json, description.full is empty"),
        (
            {"staticTabs[0].name": "Start"},
            "de.json translates staticTabs[0].name, which manifest.json does not have",
        ),
        (
            {"bots[0].commandLists[0].commands[11].title": "x"},
            "commands[11].title, which manifest.json does not have",
        ),
        ({"$schema": "https://example.com"}, "de.json, $schema must be Microsoft's"),
    ],
)
def test_wrong_german_texts_are_told(source: Path, values: dict[str, object], told_of: str) -> None:
    spoil(source, "de.json", **values)
    assert told_of in "\n".join(told(source))


def test_a_command_that_is_too_many_is_told_before_teams_refuses_it(
    monkeypatch: pytest.MonkeyPatch, source: Path
) -> None:
    of_owners = next(each for each in COMMANDS.values() if each.who == "owners")
    for number in range(13):
        monkeypatch.setitem(
            COMMANDS,
            f"more-{number}",
            type(of_owners)("status", "owners", of_owners.run),
        )
    listed = sum(each.who == "owners" and each.name not in UNLISTED for each in COMMANDS.values())
    assert told(source) == [
        (
            f"The scope team has {listed + 1 - 12} commands too many: name that many in UNLISTED "
            "(package.py); help has them."
        )
    ]
