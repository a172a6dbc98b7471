"""What README and the pages of docs name exists: files, commands of make, settings; and every
setting is named and read.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from bot.cli import main
from bot.settings import Settings
from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.programme import Contact, Offers, Programme, Retention, Sponsor
from mentoring.domain.scheduling.settings import SchedulingRules

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
GIT = shutil.which("git") if (ROOT / ".git").exists() else None
if GIT is None:
    pytest.skip("this is no git checkout, nothing tells what is in it", allow_module_level=True)
TRACKED = subprocess.run(
    [GIT, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.split()
FOLDERS = {name.partition("/")[0] for name in TRACKED if "/" in name}
OF_THE_PACKAGE = {"DEVELOPER_NAME", "WEBSITE_URL", "PRIVACY_URL", "TERMS_OF_USE_URL"}
"""What ``tandem package`` reads from the environment beside the settings."""
PLACEHOLDER = re.compile(r"<[\w-]+>|\*+|…")
SOURCES = [
    ROOT / name for name in TRACKED if re.match(r"(mentoring|cards|bot|graph)/.*\.py$", name)
]


def said(page: Path) -> Iterator[str]:
    """What stands in backticks on a page, and in its blocks of commands."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)
    yield from (line for block in blocks for line in block.splitlines())
    yield from re.findall(
        r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    )


def paths(text: str) -> Iterator[str]:
    """The paths of the repository in a text, ``{de,en}`` written out."""
    for word in re.findall(r"(?<![\w/.-])[\w.-]+/[\w./{},<>*…-]*", text):
        if word.partition("/")[0] not in FOLDERS:
            continue
        parts = re.split(r"\{([\w,]+)\}", word.rstrip(".,"))
        choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
        yield from ("".join(choice) for choice in product(*choices))


def exists(path: str) -> bool:
    """Whether the repository has it; where a placeholder stands, whether it has anything like
    it.
    """
    wanted = path.rstrip("/")
    pattern = PLACEHOLDER.sub("[^/]*", re.escape(wanted).replace("\\*", "*"))
    return any(re.match(rf"{pattern}(/|$)", name) for name in TRACKED)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    gone = sorted(
        {
            path
            for text in said(page)
            for path in paths(text)
            if not exists(path) and not ignored(path)
        }
    )
    assert not gone, f"{page.name} names what is not there: {gone}"


def ignored(path: str) -> bool:
    """Whether the path is one that the commands make."""
    made = subprocess.run([str(GIT), "check-ignore", "-q", path], cwd=ROOT, check=False)
    return made.returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(
        r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")
    )
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_make_that_a_page_names_is_there(page: Path) -> None:
    targets = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = {
        target for text in said(page) for target in re.findall(r"(?:^|\s)make ([a-z][a-z-]*)", text)
    }
    assert named <= targets, f"{page.name}: make has no {sorted(named - targets)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_tandem_that_a_page_names_is_there(page: Path) -> None:
    """With the options that it is given there."""
    named = [
        (found[1], re.findall(r"--[a-z][a-z-]*", found[2]))
        for text in said(page)
        if (found := re.match(r"(?:\.venv/bin/)?tandem ([a-z]+)\b(.*)", text))
    ]
    known = {
        name: {option for each in command.params for option in each.opts}
        for name in main.list_commands(click.Context(main))
        if (command := main.get_command(click.Context(main), name))
    }
    unknown = [name for name, _ in named if name not in known]
    assert not unknown, f"{page.name}: tandem has no {unknown}"
    assert [(name, o) for name, options in named for o in options if o not in known[name]] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"TANDEM_([A-Z_]*[A-Z])", page.read_text(encoding="utf-8")))
    known = {name.upper() for name in Settings.model_fields} | OF_THE_PACKAGE
    assert named <= known, f"{page.name}: there is no TANDEM_{sorted(named - known)}"


def test_the_table_of_settings_in_the_readme_is_complete() -> None:
    table = (
        (ROOT / "README.md")
        .read_text(encoding="utf-8")
        .partition("| Setting | Meaning |")[2]
        .partition("\n\n")[0]
    )
    named = {
        name
        for row in table.splitlines()
        for name in re.findall(r"`([A-Z][A-Z_]+)`", row.partition(" | ")[0])
    }
    known = {name.upper() for name in Settings.model_fields}
    assert named == known, f"bring README.md up to date: {sorted(named ^ known)}"


@pytest.mark.parametrize(
    "table",
    [
        *(Programme, Sponsor, Contact, Offers, Retention),
        *(MatchingSettings, Parameters, SchedulingRules),
    ],
)
def test_a_setting_that_nothing_reads_does_not_exist(table: type[BaseModel]) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unread = [name for name in table.model_fields if not re.search(rf"\.{name}\b", source)]
    assert not unread, f"take {unread} out of {table.__name__}, or let something read it"


def test_every_setting_of_the_installation_is_handed_to_somebody() -> None:
    """What only ``bot/settings.py`` itself looks at changes nothing."""
    sources = (path for path in SOURCES if path != ROOT / "bot/settings.py")
    read = {name for path in sources for name in attributes(path)}
    unread = sorted(set(Settings.model_fields) - read - {"encryption_keys"})  # `cipher`
    assert not unread, f"hand {unread} on in bot/app.py, or take it out of bot/settings.py"


def attributes(path: Path) -> Iterator[str]:
    """The names after a dot."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))


def test_the_readme_tells_the_steps_of_the_tour() -> None:
    """README's numbered list under "Five minutes" has the tour's titles, one by one."""
    page = (ROOT / "README.md").read_text().partition("## Five minutes")[2].partition("\n## ")[0]
    words = (ROOT / "sandbox/page/static/words.js").read_text().partition("  en: {")[2]
    titles = re.findall(r'^      \["\w*", "([^"]+)", ', words, re.MULTILINE)
    assert titles
    assert re.findall(r"^\d+\. \*\*(.+?)\*\*: ", page, re.MULTILINE) == titles


def test_the_page_has_the_apostrophes_of_the_cards() -> None:
    words = (ROOT / "sandbox/page/static/words.js").read_text(encoding="utf-8")
    said = re.findall(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`', words)
    assert len(said) > 100
    assert [each for each in said if re.search(r"[^\W\d]'[^\W\d]", each)] == []


def test_whatever_the_tenant_does_not_simulate_is_said_to_do_no_harm_and_why() -> None:
    page = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
    listed = page.partition("### What is not simulated")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in listed.splitlines() if line.startswith("| ")]
    assert len(rows) > 1
    assert [row[0] for row in rows if len(row) != 2 or "a risk" in row[1]] == []
