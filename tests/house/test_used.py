"""What is registered is used: timers are set, effects asked for, cards posted, Graph called."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "graph", "mentoring")
WHAT_TO_DO = {
    "when_due": "set it with set_timer",
    "effect": "ask for it",
    "one_step": "ask for it",
    "shows": "post it",
    "operation": "call it",
}
"""By the decorator that registers such a thing, what is forgotten if nothing names it."""
OF_EARLIER_VERSIONS = {"accompany_anew", "lessons_later", "told_later", "tell_of_questions"}
"""What nothing asks for any more, because rows of earlier versions may still do."""
SHOWN_AGAIN = {"time_has_come", "outdate", "outdate_all", "outdate_those"}
"""Calls that bring a card up to date that somebody else has posted."""


def name_of(node: ast.AST) -> str:
    """What a name, an attribute or a call's function is called; otherwise nothing."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return getattr(node, "id", "") or getattr(node, "attr", "")


def used(node: ast.AST) -> Iterator[str]:
    """Every name that is read, but not those in decorators, nor those of cards shown again."""
    if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
        yield name_of(node)
    decorators = getattr(node, "decorator_list", [])
    shown_again = node.args if isinstance(node, ast.Call) and name_of(node) in SHOWN_AGAIN else []
    for child in ast.iter_child_nodes(node):
        if child not in decorators and child not in shown_again:
            yield from used(child)


@cache
def sources() -> tuple[ast.Module, ...]:
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in files)


@cache
def everything_used() -> frozenset[str]:
    return frozenset(name for tree in sources() for name in used(tree))


def registered(tree: ast.AST, decorator: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(
            name_of(each) == decorator for each in node.decorator_list
        ):
            yield node.name


@pytest.mark.parametrize("decorator", WHAT_TO_DO)
def test_what_is_registered_is_used(decorator: str) -> None:
    known = {name for tree in sources() for name in registered(tree, decorator)}
    assert len(known) > 10
    unused = sorted(known - everything_used() - OF_EARLIER_VERSIONS)
    assert not unused, f"nothing uses {unused}: {WHAT_TO_DO[decorator]}, or take it out"


def test_a_card_that_is_only_shown_again_counts_as_unused() -> None:
    tree = ast.parse("@depends(a_card, Tandem)\ndef f(uow):\n    time_has_come(uow, a_card, '')\n")
    assert "a_card" not in set(used(tree))
    assert "a_card" in set(used(ast.parse("post(uow, a_card, '', '')")))
