"""Finds assertions that prove nothing in the source of tests: each rule gives the nodes that break
it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Test = ast.FunctionDef | ast.AsyncFunctionDef
RAISING = {"pytest.raises", "pytest.warns", "pytest.fail"}
LITERALS = (
    ast.Tuple,
    ast.List,
    ast.Set,
    ast.Dict,
    ast.Constant,
    ast.JoinedStr,
    ast.Lambda,
    ast.GeneratorExp,
)
Placed: TypeAlias = ast.stmt | ast.expr | ast.ExceptHandler
"""What has a line."""
SAME_LENGTH = {
    "enumerate",
    "zip",
    "product",
    "reversed",
    "sorted",
    "islice",
    "set",
    "list",
    "tuple",
    "items",
    "values",
    "keys",
}


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree, of which each rule looks at all."""
    return (*ast.walk(tree),)


def dotted(called: ast.expr) -> str:
    """``pytest.raises`` as it is written; nothing for what is no such name."""
    if isinstance(called, ast.Attribute):
        return f"{dotted(called.value)}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def functions(tree: ast.Module) -> Iterator[Test]:
    """All functions, methods too."""
    return (node for node in nodes(tree) if isinstance(node, Test))


def written(tree: ast.Module) -> Iterator[Test]:
    """What is written as a test."""
    return (each for each in functions(tree) if each.name.startswith("test_"))


def asserts(node: ast.AST) -> Iterator[ast.Assert]:
    """The assertions in a node."""
    return (each for each in nodes(node) if isinstance(each, ast.Assert))


def message_that_is_a_value(tree: ast.Module) -> Iterator[Placed]:
    """``assert a, b``: looks like a comparison of two values and is none."""
    return (each for each in asserts(tree) if each.msg is not None and not _is_text(each.msg))


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    if isinstance(node, ast.Call):
        return (
            isinstance(node.func, ast.Attribute)
            and node.func.attr == "join"
            and _is_text(node.func.value)
        )
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def always_the_same(tree: ast.Module) -> Iterator[Placed]:
    """A literal is always true or always false; a comparison of something with itself, too."""
    yield from (
        each
        for each in asserts(tree)
        if any(isinstance(part, LITERALS) for part in _parts(each.test))
    )
    for each in nodes(tree):
        if isinstance(each, ast.Compare) and _with_itself(each):
            yield each


def _parts(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from _parts(value)
    else:
        yield test.operand if isinstance(test, ast.UnaryOp) else test


def _with_itself(compared: ast.Compare) -> bool:
    """Whether it compares the same expression twice; two calls may well differ, so they are left
    alone.
    """
    sides = [
        each
        for each in (compared.left, *compared.comparators)
        if not any(isinstance(n, ast.Call) for n in nodes(each))
    ]
    return len({ast.dump(side) for side in sides}) < len(sides)


def coroutine_that_nobody_awaits(tree: ast.Module) -> Iterator[Placed]:
    """``assert reached()`` where ``reached`` is a coroutine function: a coroutine is always
    true.
    """
    slow = {each.name for each in functions(tree) if isinstance(each, ast.AsyncFunctionDef)}
    return (
        each
        for each in asserts(tree)
        if any(_calls_one_of(slow, side) for part in _parts(each.test) for side in _sides(part))
    )


def _sides(part: ast.expr) -> list[ast.expr]:
    return [part.left, *part.comparators] if isinstance(part, ast.Compare) else [part]


def _calls_one_of(names: set[str], node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def raises_whatever(tree: ast.Module) -> Iterator[Placed]:
    """``pytest.raises(X)`` that asks neither for the words (``match``) nor for the error itself
    (``as``).
    """
    blocks = (each for each in nodes(tree) if isinstance(each, ast.With | ast.AsyncWith))
    return (block for block in blocks if any(_takes_anything(item) for item in block.items))


def _takes_anything(item: ast.withitem) -> bool:
    call = item.context_expr
    if (
        item.optional_vars is not None
        or not isinstance(call, ast.Call)
        or dotted(call.func) != "pytest.raises"
    ):
        return False
    return not any(word.arg in {"match", "check"} for word in call.keywords)


def swallowed(tree: ast.Module) -> Iterator[Placed]:
    """A test that goes on, or ends well, whatever has happened."""
    for test in written(tree):
        for each in nodes(test):
            if isinstance(each, ast.ExceptHandler) and not _says_something(each):
                yield each
            if isinstance(each, ast.Call) and dotted(each.func) in {
                "suppress",
                "contextlib.suppress",
            }:
                yield each


def _says_something(handler: ast.ExceptHandler) -> bool:
    inside = [each for statement in handler.body for each in nodes(statement)]
    calls = {dotted(each.func) for each in inside if isinstance(each, ast.Call)}
    told = any(
        isinstance(each, ast.Raise) or (isinstance(each, ast.Name) and each.id == handler.name)
        for each in inside
    )
    return told or bool(calls & {"pytest.skip", "pytest.fail", "reject"})


def only_if(tree: ast.Module) -> Iterator[Placed]:
    """A test whose every assertion stands under a condition, or in a loop over what may be empty.

    Hypothesis' tests are left alone: what is drawn is empty now and then on purpose.
    """
    everywhere = _filled(tree)
    for test in written(tree):
        drawn = "given" in {_name(each) for each in test.decorator_list}
        if (
            not drawn
            and any(asserts(test))
            and not any(_certain(test, everywhere | _filled(test)))
            and not _raises(test)
        ):
            yield test


def _certain(node: ast.AST, filled: set[str]) -> Iterator[ast.Assert]:
    """The assertions that are reached whenever the node is."""
    if isinstance(node, ast.If | ast.While) or (
        isinstance(node, ast.For | ast.AsyncFor) and not _surely(node.iter, filled)
    ):
        return
    if isinstance(node, ast.Assert):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _certain(child, filled)


def _filled(node: ast.AST) -> set[str]:
    """The names that are given something that surely is not empty."""
    found = (each for each in nodes(node) if isinstance(each, ast.Assign | ast.AnnAssign))
    pairs = [
        (each.targets[0] if isinstance(each, ast.Assign) else each.target, each.value)
        for each in found
    ]
    return {
        target.id
        for target, value in pairs
        if isinstance(target, ast.Name) and value and _surely(value, set())
    }


def _surely(node: ast.expr, filled: set[str]) -> bool:
    """Whether it holds something: a literal, a class (an enumeration), a range, or as many as such
    a one.
    """
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts)
    if isinstance(node, ast.Dict):
        return bool(node.keys)
    if isinstance(node, ast.Name):
        return node.id in filled or (node.id[0].isupper() and not node.id.isupper())
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mult) and _surely(node.left, filled)
    if isinstance(node, ast.Call):
        inside = [node.func.value] if isinstance(node.func, ast.Attribute) else node.args
        return _name(node) == "range" or (
            _name(node) in SAME_LENGTH and all(_surely(each, filled) for each in inside[:1])
        )
    return False


def _name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return (
        called.attr
        if isinstance(called, ast.Attribute)
        else called.id
        if isinstance(called, ast.Name)
        else ""
    )


def _raises(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Call) and dotted(each.func) in RAISING for each in nodes(node))


@dataclass(frozen=True)
class Known:
    """A function of the tests: whether it proves something itself, and what it calls."""

    name: str
    proves: bool
    calls: frozenset[str]


def known(tree: ast.Module) -> Iterator[Known]:
    """All functions of a file; whoever keeps these need not keep the file."""
    return (Known(each.name, _proves(each), frozenset(_calls(each))) for each in functions(tree))


def without_any(functions: Iterable[Known]) -> Iterator[Known]:
    """Tests that assert nothing, neither themselves nor by a function of the tests that they
    call.
    """
    found = list(functions)
    proving = {each.name for each in found if each.proves}
    while more := {each.name for each in found if each.calls & proving} - proving:
        proving |= more
    return (each for each in found if each.name.startswith("test_") and each.name not in proving)


def _proves(node: ast.AST) -> bool:
    return _raises(node) or any(isinstance(each, ast.Assert | ast.Raise) for each in nodes(node))


def _calls(node: ast.AST) -> set[str]:
    return {_name(each) for each in nodes(node) if isinstance(each, ast.Call)}


Rule = Callable[[ast.Module], Iterator[Placed]]
RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        message_that_is_a_value,
        always_the_same,
        coroutine_that_nobody_awaits,
        raises_whatever,
        swallowed,
        only_if,
    )
}
