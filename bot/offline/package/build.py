"""The app package made of a folder, with the customer's ids and the bot's commands.

The folder (``appPackage/``) holds the manifest with blanks such as ``${{BOT_ID}}``, the German
texts and the icons. The command lists are not in it: they are made from the commands themselves, so
that nothing can be forgotten.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.offline.package.checks import (
    PLACEHOLDER,
    Json,
    Package,
    at,
    command_paths,
    icon_files,
    language_files,
    several,
)
from cards.kit.words import Words
from mentoring.domain.language import language_of

if TYPE_CHECKING:
    from bot.commands.registry import Command

SCOPES = ("personal", "team")
UNLISTED = frozenset(
    {
        *("past-pairs", "undo-past-pairs"),  # said once, before the first matching
        *("show-tandem", "add-tandem", "replace"),  # what *tandems* leads to
        *("extend", "end-tandem"),
        "undo-invite",  # stands on the list of people
        *("people", "find", "going", "key-figures", "history"),  # what *status* leads to
        *("correct-role", "remove", "enter-for"),  # seldom needed
        *("open-call", "applications"),  # what *status* leads to, or said once
        "new-cycle",  # said once, after the closing
        "undo-launch",  # a button on the launch's receipt
        *("successor", "undo-successor"),  # seldom needed
        "certificate",  # a button of the card of thanks
        "deputy",  # stands in the questionnaire
        "handover",  # before an account is deleted
        "circle",  # a button on the tandem's card, where there is one
        "my-tandem",  # stands in the chat already
        "road-map",  # stands on the tandem's card
        "texts",  # what *settings* leads to
        "try",  # for one's own chat alone
    }
)
"""Names of commands that the lists leave out, because Teams shows at most twelve per list; *help*
names them all.
"""
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)
REFUSED = 2


class Unreadable(click.ClickException):
    """A file of the package that cannot be read: correct it, nothing else can be checked before."""

    exit_code = REFUSED


def build(source: Path, filled: Mapping[str, str], *, formal: bool) -> Package:
    """The package of a folder, its blanks filled as far as there are values, with the command lists
    in each language.

    Raises:
        Unreadable: a JSON file is missing or broken.
    """
    manifest = _document(source / "manifest.json", filled)
    bot = at(manifest, "bots[0]")
    scopes = [scope for scope in SCOPES if scope in several(bot, "scopes")]
    if isinstance(bot, dict):
        bot["commandLists"] = command_lists(
            scopes, _words(at(manifest, "localizationInfo.defaultLanguageTag"), formal=formal)
        )
    languages = {}
    for file, tag in language_files(manifest):
        if (source / file).is_file():
            words = _words(tag, formal=formal)
            languages[file] = {
                **_document(source / file, filled),
                **_translated(command_lists(scopes, words)),
            }
    texts = {
        file: _json(document) for file, document in {"manifest.json": manifest, **languages}.items()
    }
    pictures = {
        file: (source / file).read_bytes()
        for file in icon_files(manifest).values()
        if (source / file).is_file()
    }
    return Package(manifest, languages, {**texts, **pictures})


def command_lists(scopes: Iterable[str], words: Words) -> list[dict[str, object]]:
    """A list of commands for each scope, as they are typed, with their lines of help."""
    return [
        {"scopes": [scope], "commands": [_row(each, words) for each in listed(scope)]}
        for scope in scopes
    ]


def listed(scope: str) -> list[Command]:
    """The commands that a scope's list shows: in the 1:1 chat what everybody may say, in a channel
    owners' commands and help.
    """
    from bot.commands import (
        registry,
    )  # what a command needs takes a second to import; other commands of this program do without

    found = [each for each in registry.in_order() if each.name not in UNLISTED]
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
        text = PLACEHOLDER.sub(
            lambda blank: _in_json(filled.get(blank[1], blank[0])), path.read_text(encoding="utf-8")
        )
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
    return Words(language_of(str(tag), "en"), formal=formal)


def _row(each: Command, words: Words) -> dict[str, str]:
    return {"title": each.shown(words.language), "description": words.text(f"command-{each.name}")}


def _translated(lists: list[dict[str, object]]) -> dict[str, object]:
    """Command lists as a language file holds them: each word by its path."""
    twin = {"bots": [{"commandLists": lists}]}
    return {path: at(twin, path) for path in command_paths(twin)}
