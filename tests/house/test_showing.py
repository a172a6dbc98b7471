"""Nobody says by hand that a card is old: it follows from the changed row, or from a timer if only
time has changed it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from mentoring.usecases.common.timers import when_due

ROOT = Path(__file__).parents[2]
FOLLOWING = {"mentoring/usecases/common/showing.py", "mentoring/usecases/common/changes.py"}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for room in ("bot", "mentoring/usecases", "mentoring/workflows"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield path.relative_to(ROOT).as_posix(), node


def called(node: ast.AST) -> set[str]:
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return {
        call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls
    }


def test_only_what_follows_a_change_makes_cards_old() -> None:
    by_hand = {
        f"{path}: {node.name}"
        for path, node in functions()
        if {"outdate", "outdate_all", "outdate_those"} & called(node) and path not in FOLLOWING
    }
    assert not by_hand, "say with @depends beside the view in which cards the changed row shows"


def test_only_a_timer_says_that_time_has_come() -> None:
    saying = [(path, node) for path, node in functions() if "time_has_come" in called(node)]
    assert saying
    others = {
        f"{path}: {node.name}"
        for path, node in saying
        if not any(map(is_timer, node.decorator_list))
    }
    assert not others, "set a timer whose rule says it"


def is_timer(decorator: ast.expr) -> bool:
    return when_due.__name__ in called(decorator)
