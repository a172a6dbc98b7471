"""``tandem package``: the app package for Teams with the customer's ids, checked as an upload would check it.

``appPackage/`` holds the manifest with blanks such as ``${{BOT_ID}}``, the German texts and the icons. The command lists are not
in it: they are made from the commands themselves, so that nothing can be forgotten.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic_settings import BaseSettings

from bot.offline.package_checks import (
    PLACEHOLDER,
    Json,
    Package,
    at,
    command_paths,
    icon_files,
    language_files,
    problems,
    several,
)
from bot.settings import Settings
from cards.kit.words import Words, language_of

if TYPE_CHECKING:
    from bot.commands.registry import Command

PACKAGED = Path(__file__).resolve().parents[2] / "appPackage"
"""Beside ``bot`` in the checkout and in an installed wheel alike."""
SCOPES = ("personal", "team")
UNLISTED: frozenset[str] = frozenset()
"""Names of commands that the lists leave out, because Teams shows at most twelve in one; *help* names them all."""
REFUSED = 2
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)


class Unreadable(click.ClickException):
    """A file of the package that cannot be read: correct it, nothing else can be checked before."""

    exit_code = REFUSED


class PackageSettings(BaseSettings):
    """The settings that the package holds, from the environment and ``.env``. No secret is among them, and none is needed."""

    model_config = Settings.model_config

    teams_app_id: str = ""
    bot_app_id: str = ""
    developer_name: str = ""
    website_url: str = ""
    privacy_url: str = ""
    terms_of_use_url: str = ""


@click.command()
@click.option("--developer", "developer_name", help="Who offers the app: your organisation. Or TANDEM_DEVELOPER_NAME.")
@click.option("--website", "website_url", help="A page about the programme, with a contact. Or TANDEM_WEBSITE_URL.")
@click.option("--privacy", "privacy_url", help="Your privacy notice for the programme. Or TANDEM_PRIVACY_URL.")
@click.option("--terms", "terms_of_use_url", help="Your terms of use. Or TANDEM_TERMS_OF_USE_URL.")
@click.option(
    "--app-version", help="The package's version; by default it follows the product's. Teams takes an update only if it grows."
)
@click.option("--formal", is_flag=True, help="German texts say Sie.")
@click.option("--source", type=FOLDER, default=PACKAGED, help="A folder with a manifest, texts and icons of your own.")
@click.option("--out", type=NEW_FILE, default=Path("build/tandem.zip"), show_default=True, help="Where to write the package.")
def package(app_version: str | None, formal: bool, source: Path, out: Path, **given: str | None) -> None:
    """Build the app package for Teams. Ids come from the settings, see docs/install.md."""
    built = build(source, values(app_version, given), formal=formal)
    found = problems(built)
    if found:
        click.echo("\n".join([*found, "Nothing was written."]), err=True)
        sys.exit(REFUSED)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(zipped(built.files))
    except OSError as error:
        raise Unreadable(f"{out} cannot be written: {error.strerror}") from error
    name, number, bot = (at(built.manifest, path) for path in ("name.short", "version", "bots[0].botId"))
    click.echo(f"{out}: {name} {number}, for the bot {bot}.")
    click.echo("Upload it in the Teams admin center: Teams apps, Manage apps, Actions, Upload new app.")


def values(app_version: str | None, given: Mapping[str, str | None]) -> dict[str, str]:
    """The value of each blank that has one; an option counts before the environment, that before ``.env``."""
    settings = PackageSettings(**{name: value for name, value in given.items() if value is not None})
    found = {
        "TEAMS_APP_ID": settings.teams_app_id,
        "BOT_ID": settings.bot_app_id,
        "DEVELOPER_NAME": settings.developer_name,
        "WEBSITE_URL": settings.website_url,
        "PRIVACY_URL": settings.privacy_url,
        "TERMS_OF_USE_URL": settings.terms_of_use_url,
        "APP_VERSION": app_version or version_for(version("tandem")),
    }
    return {name: value.strip() for name, value in found.items() if value.strip()}


def version_for(product: str) -> str:
    """The package's version that follows from the product's.

    Teams refuses a version that begins with 0, so the first number is one more than the product's: it always grows with it.
    """
    major, minor, patch = (int(number) for number in re.findall(r"\d+", product)[:3])
    return f"{major + 1}.{minor}.{patch}"


def build(source: Path, filled: Mapping[str, str], *, formal: bool) -> Package:
    """The package of a folder, its blanks filled as far as there are values, with the command lists in each language.

    Raises:
        Unreadable: a JSON file is missing or broken.
    """
    manifest = _document(source / "manifest.json", filled)
    bot = at(manifest, "bots[0]")
    scopes = [scope for scope in SCOPES if scope in several(bot, "scopes")]
    if isinstance(bot, dict):
        bot["commandLists"] = command_lists(scopes, _words(at(manifest, "localizationInfo.defaultLanguageTag"), formal=formal))
    languages = {}
    for file, tag in language_files(manifest):
        if (source / file).is_file():
            words = _words(tag, formal=formal)
            languages[file] = {**_document(source / file, filled), **_translated(command_lists(scopes, words))}
    texts = {file: _json(document) for file, document in {"manifest.json": manifest, **languages}.items()}
    pictures = {file: (source / file).read_bytes() for file in icon_files(manifest).values() if (source / file).is_file()}
    return Package(manifest, languages, {**texts, **pictures})


def command_lists(scopes: Iterable[str], words: Words) -> list[dict[str, object]]:
    """A list of commands for each scope, as they are typed, with their lines of help."""
    return [{"scopes": [scope], "commands": [_row(each, words) for each in listed(scope)]} for scope in scopes]


def listed(scope: str) -> list[Command]:
    """The commands that a scope's list shows: in the 1:1 chat what everybody may say, in a channel owners' commands and help."""
    from bot.commands import registry  # what a command needs takes a second to import; other commands of this program do without

    found = [each for each in registry.COMMANDS.values() if each.name not in UNLISTED]
    if scope == "personal":
        return [each for each in found if each.who == "everybody"]
    return [each for each in found if each.who == "owners" or each.name == "help"]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip that is the same whenever it is made."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, OLDEST_DATE), files[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _document(path: Path, filled: Mapping[str, str]) -> dict[str, object]:
    try:
        text = PLACEHOLDER.sub(lambda blank: _in_json(filled.get(blank[1], blank[0])), path.read_text(encoding="utf-8"))
        found = json.loads(text)
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise Unreadable(f"{path} is no JSON in UTF-8: {error}") from error
    if not isinstance(found, dict):
        raise Unreadable(f"{path} must hold a JSON object.")
    return found


def _in_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _json(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _words(tag: object, *, formal: bool) -> Words:
    return Words(language_of(str(tag)), formal=formal)


def _row(each: Command, words: Words) -> dict[str, str]:
    return {"title": each.shown(words.language), "description": words.text(f"command-{each.name}")}


def _translated(lists: list[dict[str, object]]) -> dict[str, object]:
    """Command lists as a language file holds them: each word by its path."""
    twin = {"bots": [{"commandLists": lists}]}
    return {path: at(twin, path) for path in command_paths(twin)}
