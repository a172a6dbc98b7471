"""Every text of the cards is classed: it promises something to a person, and tests show that it is
true, or it promises nothing.

The lists are ``tests/promises/<room>.toml``.
"""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message

from mentoring.domain.language import LANGUAGES

TESTS = Path(__file__).parents[1]
TEXTS, LISTS = TESTS.parent / "cards" / "texts", TESTS / "promises"
ROOMS = sorted({path.name for path in TEXTS.glob("*/*") if path.is_dir()})
FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef
WHAT_TO_DO = (
    "read it in every voice; does it promise somebody who sees something, how long it is kept, or "
    "what follows? Then name it under [promises] of tests/promises/{room}.toml with the tests that "
    "show it, otherwise under [others]: "
)


@dataclass(frozen=True)
class Listed:
    """What a list says of a room's texts."""

    promises: dict[str, list[str]]
    others: dict[str, str]


def texts_of(room: str) -> set[str]:
    """The keys of all texts of a room."""
    files = [path for language in LANGUAGES for path in (TEXTS / language / room).glob("*.ftl")]
    return {
        entry.id.name
        for path in files
        for entry in parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, Message)
    }


def promises_of(room: str) -> dict[str, list[str]]:
    """The keys of the texts that promise something, each with its tests."""
    return _listed(room).promises


def classed(room: str) -> Counter[str]:
    """How often each key is classed."""
    others = " ".join(_listed(room).others.values()).split()
    return Counter([*promises_of(room), *others])


@cache
def _listed(room: str) -> Listed:
    return Listed(**tomllib.loads((LISTS / f"{room}.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_is_classed(room: str) -> None:
    missing = sorted(texts_of(room) - set(classed(room)))
    assert missing == [], f"{WHAT_TO_DO.format(room=room)}{', '.join(missing)}"


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_classed_is_a_text_and_classed_once(room: str) -> None:
    found = classed(room)
    gone = sorted(set(found) - texts_of(room))
    assert gone == [], f"there are no such texts any more: take them out of {room}.toml"
    assert [key for key, times in found.items() if times > 1] == []


@pytest.mark.parametrize("room", ROOMS)
def test_each_promise_names_tests_that_there_are(room: str) -> None:
    named = promises_of(room)
    assert [key for key, tests in named.items() if not tests] == []
    assert [test for tests in named.values() for test in tests if not exists(test)] == []


def test_the_product_knows_which_texts_are_promises() -> None:
    """It marks those that owners have replaced, because then these tests vouch for nothing."""
    listed = sorted(key for room in ROOMS for key in promises_of(room))
    listing = TEXTS / "promises.txt"
    assert listing.read_text(encoding="utf-8").split() == listed, "`make golden` writes it anew"


def exists(test: str) -> bool:
    """Whether there is a test of this id (a path below ``tests``, perhaps a class, a function)."""
    file, *names = test.split("::")
    return bool(names) and (TESTS / file).is_file() and tuple(names) in _tests_in(TESTS / file)


@cache
def _tests_in(path: Path) -> frozenset[tuple[str, ...]]:
    return frozenset(_named(ast.parse(path.read_text(encoding="utf-8"))))


def _named(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, ...]]:
    for each in node.body:
        if isinstance(each, ast.ClassDef):
            yield from ((each.name, *names) for names in _named(each))
        elif isinstance(each, FUNCTIONS) and each.name.startswith("test_"):
            yield (each.name,)


def test_a_test_that_is_no_more_would_be_found() -> None:
    own = "house/test_promises.py::"
    assert exists(f"{own}test_every_text_is_classed")
    assert exists("usecases/changes/test_absence.py::TestTheEnd::test_by_itself_at_midnight")
    for gone in (f"{own}test_that_never_was", f"{own}exists", own, "house/gone.py::test_x", ""):
        assert not exists(gone)
