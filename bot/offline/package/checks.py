"""What an upload to Teams would refuse of an app package, said before it is uploaded.

Rules: learn.microsoft.com, "Publish teamsApp" (the error codes of an upload), and the manifest's
schema 1.25.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.offline.package.icons import ICONS
from bot.settings import is_loopback

Json = Mapping[str, object]


@dataclass(frozen=True)
class Package:
    """A built package: the manifest, the texts of each further language by file name, and all files
    as they are zipped.
    """

    manifest: Json
    languages: Mapping[str, Json]
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Blank:
    """A value that only the customer knows: where it stands in the manifest, what sets it, and what
    it is.
    """

    paths: tuple[str, ...]
    setting: str
    what: str


BLANKS = {
    "TEAMS_APP_ID": Blank(
        ("id",),
        "TANDEM_TEAMS_APP_ID",
        "the app's own id, a GUID made once (PowerShell: New-Guid) and kept",
    ),
    "BOT_ID": Blank(
        ("bots[0].botId", "webApplicationInfo.id"),
        "TANDEM_BOT_APP_ID",
        "the application (client) id of the bot in Microsoft Entra",
    ),
    "DEVELOPER_NAME": Blank(
        ("developer.name",),
        "TANDEM_DEVELOPER_NAME or --developer",
        "who offers the app: your organisation",
    ),
    "WEBSITE_URL": Blank(
        ("developer.websiteUrl",),
        "TANDEM_WEBSITE_URL or --website",
        "a page about the programme, with a contact",
    ),
    "PRIVACY_URL": Blank(
        ("developer.privacyUrl",),
        "TANDEM_PRIVACY_URL or --privacy",
        "your privacy notice for the programme",
    ),
    "TERMS_OF_USE_URL": Blank(
        ("developer.termsOfUseUrl",), "TANDEM_TERMS_OF_USE_URL or --terms", "your terms of use"
    ),
    "APP_VERSION": Blank(("version",), "--app-version", "the version of the package"),
}
SETTINGS = {path: blank.setting for blank in BLANKS.values() for path in blank.paths}
PLACEHOLDER = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
GUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
VERSION = re.compile(r"[1-9]\d*\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)")
SCHEMA = re.compile(
    r"https://developer\.microsoft\.com/(?:en-us/)?json-schemas/teams/v([\d.]+)/MicrosoftTeams\.(?:Localization\.)?schema\.json"
)
DOMAIN = re.compile(r"(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
READS_MESSAGES = re.compile(r"(?:Channel|Chat)Message\.Read|Chat\.Read")
URLS = ("developer.websiteUrl", "developer.privacyUrl", "developer.termsOfUseUrl")
LIMITS = {
    "developer.name": 32,
    "name.short": 30,
    "name.full": 100,
    "description.short": 80,
    "description.full": 4000,
}
COMMAND_LIMITS = {"title": 128, "description": 4000}
MOST_COMMANDS, MOST_DOMAINS, LONGEST_URL = 12, 16, 2048
OPTIONAL = {"color32x32", "name.full"}
TRANSLATED = ("name.short", "description.short", "description.full")


def problems(package: Package) -> list[str]:
    """All that an upload would refuse, each in a sentence that says what to do; empty if there is
    nothing.
    """
    return [problem for check in CHECKS for problem in check(package)]


def at(node: object, path: str) -> object:
    """What stands in a JSON document at a path such as ``bots[0].botId``; None if nothing does."""
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(node, list):
            node = node[int(step)] if step.isdecimal() and int(step) < len(node) else None
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
    return node


def several(node: object, path: str) -> list[object]:
    """The list at a path; empty if there is none."""
    found = at(node, path)
    return found if isinstance(found, list) else []


def command_paths(manifest: Json) -> list[str]:
    """The path of every word of the command lists, as a language file names it."""
    lists = enumerate(several(manifest, "bots[0].commandLists"))
    rows = [
        f"bots[0].commandLists[{i}].commands[{j}]"
        for i, each in lists
        for j in range(len(several(each, "commands")))
    ]
    return [f"{row}.{part}" for row in rows for part in COMMAND_LIMITS]


def language_files(manifest: Json) -> list[tuple[str, str]]:
    """File and language tag of each language that has a file of its own."""
    info = at(manifest, "localizationInfo")
    found = [
        (at(each, "file"), at(each, "languageTag")) for each in several(info, "additionalLanguages")
    ]
    found.append((at(info, "defaultLanguageFile"), at(info, "defaultLanguageTag")))
    return [(str(file), str(tag)) for file, tag in found if file is not None]


def icon_files(manifest: Json) -> dict[str, str]:
    """The file of each icon, by its kind."""
    icons = at(manifest, "icons")
    return {kind: str(file) for kind, file in icons.items()} if isinstance(icons, Mapping) else {}


def _unfilled(package: Package) -> Iterator[str]:
    """Each value that is missing, once."""
    texts = [data.decode() for file, data in package.files.items() if file.endswith(".json")]
    for name in dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)):
        if name in BLANKS:
            yield f"{BLANKS[name].setting} is missing: {BLANKS[name].what}."
        else:
            yield f"${{{{{name}}}}} is none of the values that are filled in: {', '.join(BLANKS)}."


def _filled(package: Package, path: str) -> str | None:
    """The text at a path of the manifest, or None while its value is missing, which is said
    elsewhere.
    """
    found = at(package.manifest, path)
    text = found if isinstance(found, str) else ""
    return None if PLACEHOLDER.search(text) else text


def _named(path: str) -> str:
    """A place of the manifest as a person finds it: by the setting that fills it, if one does."""
    return f"{SETTINGS[path]} ({path})" if path in SETTINGS else f"manifest.json, {path}"


def _ids(package: Package) -> Iterator[str]:
    for path in ("id", "bots[0].botId"):
        value = _filled(package, path)
        if value is not None and not GUID.fullmatch(value):
            yield (
                f"{_named(path)} must be a GUID such as 8d4c2f1e-6a57-4b0e-9c1d-2f3e4a5b6c7d, "
                f"not '{value}'."
            )
    if at(package.manifest, "webApplicationInfo.id") != at(package.manifest, "bots[0].botId"):
        yield (
            "manifest.json, webApplicationInfo.id must be the bot's id: only so can it be "
            "installed for those it invites."
        )


def _version(package: Package) -> Iterator[str]:
    value = _filled(package, "version")
    if value is not None and not VERSION.fullmatch(value):
        yield (
            f"{_named('version')} must be three numbers, the first at least 1, for instance "
            f"1.0.0, not '{value}'."
        )


def _urls(package: Package) -> Iterator[str]:
    for path in URLS:
        value = _filled(package, path)
        if value is not None and not _reachable(value):
            yield (
                f"{_named(path)} must be an https address of at most {LONGEST_URL} characters, "
                f"not '{value}'."
            )


def _reachable(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme == "https"
        and bool(parts.hostname)
        and not is_loopback(parts.hostname)
        and len(url) <= LONGEST_URL
    )


def _texts(package: Package) -> Iterator[str]:
    for path in (*LIMITS, *command_paths(package.manifest)):
        value = _filled(package, path)
        if value is not None and (value or path not in OPTIONAL):
            yield from _text_problem(_named(path), path, value)


def _text_problem(name: str, path: str, value: object) -> Iterator[str]:
    limit = LIMITS.get(path) or COMMAND_LIMITS[path.rpartition(".")[2]]
    if not isinstance(value, str) or not value.strip():
        yield f"{name} is empty: write a text."
    elif len(value) > limit:
        yield f"{name} has {len(value)} characters: Teams takes at most {limit}."


def _commands(package: Package) -> Iterator[str]:
    for each in several(package.manifest, "bots[0].commandLists"):
        scope, over = at(each, "scopes[0]"), len(several(each, "commands")) - MOST_COMMANDS
        if over > 0:
            yield (
                f"The scope {scope} has {over} commands too many: name that many in UNLISTED "
                "(package.py); help has them."
            )


def _scopes(package: Package) -> Iterator[str]:
    if (
        "team" in several(package.manifest, "bots[0].scopes")
        and at(package.manifest, "supportsChannelFeatures") != "tier1"
    ):
        yield (
            'manifest.json needs "supportsChannelFeatures": "tier1", because the bot has the '
            "scope team."
        )


def _domains(package: Package) -> Iterator[str]:
    domains = several(package.manifest, "validDomains")
    if len(domains) > MOST_DOMAINS:
        yield (
            f"manifest.json, validDomains has {len(domains)} domains: Teams takes at most "
            f"{MOST_DOMAINS}."
        )
    for value in domains:
        if not DOMAIN.fullmatch(str(value)):
            yield (
                "manifest.json, validDomains takes a domain such as tandem.example.com, not "
                f"'{value}'."
            )


def _permissions(package: Package) -> Iterator[str]:
    """Tandem promises that it cannot read what people write to each other; no customer's manifest
    may break that.
    """
    for each in several(package.manifest, "authorization.permissions.resourceSpecific"):
        name = str(at(each, "name"))
        if READS_MESSAGES.match(name):
            yield (
                f"manifest.json asks for {name}: Tandem never reads people's messages, so take "
                "it out."
            )


def _icons(package: Package) -> Iterator[str]:
    named = icon_files(package.manifest)
    for kind in ICONS.keys() - OPTIONAL - named.keys():
        yield f"manifest.json names no {kind} icon."
    for kind, file in named.items():
        wrong = (
            ICONS[kind](package.files.get(file))
            if kind in ICONS
            else "is none of the kinds that Teams knows"
        )
        if wrong:
            yield f"The {kind} icon {file} {wrong}."


def _schemas(package: Package) -> Iterator[str]:
    """Manifest and languages name their schema, in the same version."""
    version = at(package.manifest, "manifestVersion")
    for file, document in (("manifest.json", package.manifest), *package.languages.items()):
        found = SCHEMA.fullmatch(str(at(document, "$schema")))
        if not found or found[1] != version:
            yield (
                f"{file}, $schema must be Microsoft's of the version {version}, not "
                f"'{at(document, '$schema')}'."
            )


def _languages(package: Package) -> Iterator[str]:
    for file, _tag in language_files(package.manifest):
        if file in package.languages:
            yield from _translation(package.manifest, file, package.languages[file])
        else:
            yield f"The language file {file} is missing beside manifest.json."


def _translation(manifest: Json, file: str, words: Json) -> Iterator[str]:
    for path in (*TRANSLATED, *command_paths(manifest)):
        if path not in words:
            yield f"{file} lacks {path}: translate it."
    for path, value in words.items():
        if path == "$schema":
            continue
        if not isinstance(at(manifest, path), str) or path not in (
            *LIMITS,
            *command_paths(manifest),
        ):
            yield f"{file} translates {path}, which manifest.json does not have: take it out."
        else:
            yield from _text_problem(f"{file}, {path}", path, value)


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _unfilled,
    _ids,
    _version,
    _urls,
    _texts,
    _commands,
    _scopes,
    _domains,
    _permissions,
    _icons,
    _schemas,
    _languages,
)
