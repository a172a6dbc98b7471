"""What runs in a transaction is given rows and a moment, never the world: so no unit can wait for a
network.
"""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

ROOT = Path(__file__).parents[2]
PUT_TOGETHER = {"imagined"}
"""What makes a world of another one, and runs in no unit."""


def given(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The types of the parameters, as they are written."""
    every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return {ast.unparse(each.annotation) for each in every if each.annotation}


def test_only_async_functions_see_the_world() -> None:
    seen, units = set(), 0
    for path in (ROOT / "mentoring/usecases").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                units += {UnitOfWork.__name__, Moment.__name__} <= given(node)
                seen |= {f"{path.name}: {node.name}"} if World.__name__ in given(node) else set()
    assert units > 100
    assert {each.rpartition(" ")[2] for each in seen} == PUT_TOGETHER, "give it uow and moment"


def test_the_world_reads_and_writes_only_by_waiting() -> None:
    """A unit that had a world all the same could do nothing with it."""
    doing = {
        name
        for name in ("run", "read", "glance", "moment")
        if not inspect.iscoroutinefunction(getattr(World, name))
    }
    assert not doing
