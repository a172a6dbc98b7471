"""Who imports whom: never in a circle, and the server never what only the matching's process
needs.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import chain
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "cards", "graph", "mentoring", "sandbox")
SLOTS = "mentoring.domain.scheduling"


@cache
def imports() -> grimp.ImportGraph:
    """All imports, also late ones and those for the type checker alone."""
    return grimp.build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)


@cache
def started() -> frozenset[str]:
    """The modules of a server that its command has imported, and nothing more."""
    script = "import sys, bot.cli, bot.app; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return frozenset(told.stdout.split())


REGISTERING = (
    "command",
    "follows",
    "handles",
    "operation",
    "renders",
    "shows",
    "step_card",
    "when_due",
    "effect",
    "one_step",
    "depends",
    "matters",
    "holds",
    "writes",
)
RULE = re.compile(r"^def (\w+)\(rule: (\w+)\) -> \2:$", re.MULTILINE)
"""What takes in a rule of another room and hands it back, as decorators do (``when_over``)."""
WHERE = {
    "bot.commands": "bot/commands/__init__.py",
    "bot.handlers": "bot/handlers/__init__.py",
    "cards": "cards/catalogue.py",
    "mentoring.usecases": "what uses it: a handler, a command, whoever asks for the effect",
}


def test_whatever_registers_itself_is_imported_when_the_server_starts() -> None:
    """Otherwise it registers nothing, and nobody says so."""
    files = [path for room in PACKAGES[:-1] for path in (ROOT / room).rglob("*.py")]
    texts = {_module(path): path.read_text(encoding="utf-8") for path in files}
    rules = [name for text in texts.values() for name, _ in RULE.findall(text)]
    assert "when_over" in rules
    names = "|".join((*REGISTERING, *rules))
    decorated = re.compile(rf"^@({names})(\(|$)", re.MULTILINE)
    registering = {module for module, text in texts.items() if decorated.search(text)}
    assert len(registering) > 60
    asleep = sorted(registering - started())
    assert not asleep, f"import {[(each, _where(each)) for each in asleep]}"


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _where(module: str) -> str:
    return next(
        (f"in {file}" for room, file in WHERE.items() if module.startswith(room)), "in bot/app.py"
    )


def test_no_file_imports_another_that_imports_it_back() -> None:
    graph = imports()
    ours = {module for module in graph.modules if not graph.is_module_squashed(module)}
    pairs = chain.from_iterable(
        ((one, other) for other in graph.find_modules_directly_imported_by(one)) for one in ours
    )
    back = [graph.find_shortest_chain(other, one) for one, other in pairs if other in ours]
    circles = [" → ".join(path) for path in back if path]
    assert not circles, (
        f"let one of them know nothing of the others, or move what both need below them: {circles}"
    )


@pytest.mark.parametrize("package", ["scipy", "fpdf", "fontTools", "pypdfium2", "uharfbuzz"])
def test_the_server_starts_without_what_is_large_and_rarely_needed(package: str) -> None:
    """The matching runs in a process of its own, and SciPy is in that one's memory alone; what
    draws a certificate comes with the first one.
    """
    assert "bot.app" in started()
    assert not {module for module in started() if module.partition(".")[0] == package}


def test_the_server_starts_with_numpy_for_the_search_of_slots_alone() -> None:
    """Cards, settings and commands know the matching's rules by the rulebook, which needs no
    arrays.
    """
    users = imports().find_modules_that_directly_import("numpy") & started()
    assert {module for module in users if not module.startswith(f"{SLOTS}.")} == set()
    assert "mentoring.domain.matching.rulebook" in started()
