"""The page on the architecture is true: its table is compared, each of its names looked up."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import bot.app  # noqa: F401 - everything registers itself
from bot.commands.registry import COMMANDS
from bot.desk import Desk
from bot.handlers.registry import HANDLERS
from mentoring.notices import VIEWS
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.timers import TIMERS
from mentoring.workflows.engine import Engine

ROOT = Path(__file__).parents[2]
PAGE = "docs/architecture.md"
ROOMS = ("bot", "cards", "graph", "mentoring")
SPEAKING = {"uow": UnitOfWork, "world": World, "desk": Desk, "Engine": Engine}
COLUMNS = ("Room", "", "Cards", "Buttons", "Commands", "Effects", "Timers")


@cache
def page() -> str:
    return (ROOT / PAGE).read_text(encoding="utf-8")


@cache
def table() -> dict[str, list[set[str]]]:
    """By room, what each of its columns names."""
    rows = [line.strip("|").split("|") for line in page().splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): [set(named(cell)) for cell in cells] for cells in rows}


def named(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def by_room(registered: Iterable[tuple[str, Callable[..., object]]]) -> dict[str, set[str]]:
    """The names, by the room of what is registered under them: the third part of its module."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, function in registered:
        found[function.__module__.split(".")[2]].add(name)
    return found


def buttons() -> Iterable[tuple[str, Callable[..., object]]]:
    return ((action.verb, handler.handle) for action, handler in HANDLERS.items())


def test_the_table_has_every_room_above_those_that_use_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    of_rooms = (each for each in settings["contracts"] if "exhaustive" in each)
    layers = {each["containers"][0]: each["layers"] for each in of_rooms}
    assert list(table()) == layers["mentoring.usecases"][::-1]


@cache
def registered_by_room() -> dict[str, dict[str, set[str]]]:
    """By column of the table; worked out in a test, so that a command without words stops only
    this one.
    """
    return {
        "Cards": by_room((name, view.read) for name, view in VIEWS.items()),
        "Buttons": by_room(buttons()),
        "Commands": by_room((each.shown("en"), each.run) for each in COMMANDS.values()),
        "Effects": by_room((name, each.body) for name, each in EFFECTS.items()),
        "Timers": by_room((name, due.rule) for name, due in TIMERS.items()),
    }


@pytest.mark.parametrize("column", COLUMNS[2:])
def test_a_room_has_what_it_registers(column: str) -> None:
    registered = registered_by_room()[column]
    said = {room: cells[COLUMNS.index(column)] for room, cells in table().items()}
    missing = {room: registered[room] - said.get(room, set()) for room in registered}
    assert not any(missing.values()), f"{PAGE}, {column}: write {told(missing)}"
    gone = {room: said[room] - registered[room] for room in said}
    assert not any(gone.values()), f"{PAGE}, {column}: there is no more {told(gone)}"


def told(by_room: dict[str, set[str]]) -> str:
    """`name` in the row of its room."""
    rows = sorted((room, name) for room, names in by_room.items() for name in names)
    return ", ".join(f"`{name}` in the row `{room}`" for room, name in rows)


def test_every_name_on_the_page_is_there() -> None:
    text = page().partition("| Room |")[0]
    wrong = sorted({name for name in named(text) if not is_there(name)})
    assert len(named(text)) > 50
    assert not wrong, f"{PAGE} speaks of {wrong}: say what it is called now"


def is_there(name: str) -> bool:
    """A file, an attribute of what the page speaks of, or something that the code defines."""
    if "/" in name or name.endswith(".toml") or name in ROOMS:
        return (ROOT / name).exists()
    owner, _, attribute = name.rpartition(".")
    if owner in SPEAKING:
        return hasattr(SPEAKING[owner], attribute)
    return name in defined() or name in table() or name in EFFECTS or name == "make check"


@cache
def defined() -> frozenset[str]:
    """Every class, function, argument and field; a function also with its module."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return frozenset(name for path in files for name in _defined_in(path))


def _defined_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield from (name, f"{path.stem}.{name}")
            case (
                ast.ClassDef(name=name)
                | ast.arg(arg=name)
                | ast.AnnAssign(target=ast.Name(id=name))
            ):
                yield name


def test_a_name_that_is_nowhere_would_be_found() -> None:
    invented = ("uow.nowhere", "bot/nowhere.py", "runs.nowhere", "Nowhere")
    assert [name for name in invented if is_there(name)] == []


@pytest.mark.parametrize("package", ROOMS)
def test_the_page_leads_into_every_package(package: str) -> None:
    assert any(name.startswith(f"{package}/") for name in named(page()))
