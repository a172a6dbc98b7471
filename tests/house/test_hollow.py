"""No test can pass without having proved something."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tests.house.hollow import RULES, Known, known, nodes, without_any, written

ROOT = Path(__file__).parents[2]


@dataclass
class Read:
    """What one reading of all tests has found: the lines that break each rule, the tests that are
    not collected, and all functions.
    """

    files: int = 0
    hollow: dict[str, list[str]] = field(default_factory=lambda: {rule: [] for rule in RULES})
    lost: list[str] = field(default_factory=list)
    functions: list[Known] = field(default_factory=list)

    def read(self, path: Path) -> None:
        """The file is let go of afterwards: a million nodes would slow every later test down."""
        tree, place = ast.parse(path.read_text(encoding="utf-8")), path.relative_to(ROOT)
        self.files += 1
        for rule, broken in self.hollow.items():
            broken += [f"{place}:{node.lineno}" for node in RULES[rule](tree)]
        self.functions += known(tree)
        looked_at = collected(tree) if path.name.startswith("test_") else []
        self.lost += [f"{place}:{each.lineno}" for each in written(tree) if each not in looked_at]
        nodes.cache_clear()


@cache
def all_tests() -> Read:
    """Every file of the tests, read once."""
    found = Read()
    for path in sorted((ROOT / "tests").rglob("*.py")):
        found.read(path)
    return found


@pytest.mark.parametrize("rule", RULES)
def test_no_assertion_is_hollow(rule: str) -> None:
    assert all_tests().files > 100
    found = all_tests().hollow[rule]
    assert not found, "\n".join([str(RULES[rule].__doc__), *found])


def test_every_test_asserts_something() -> None:
    assert [each.name for each in without_any(all_tests().functions)] == []


def test_every_test_stands_where_it_is_collected() -> None:
    """In a file ``test_*.py``, as a function of the module or of a class ``Test…``."""
    assert not all_tests().lost, f"pytest does not collect {all_tests().lost}"


def collected(tree: ast.Module) -> list[ast.stmt]:
    """What stands where pytest looks for tests in a file."""
    classes = [
        each
        for each in tree.body
        if isinstance(each, ast.ClassDef) and each.name.startswith("Test")
    ]
    return [*tree.body, *(each for one in classes for each in one.body)]


HOLLOW = {
    "message_that_is_a_value": ["assert a, b", "assert a, str(b)", "assert a, (b, 'c')"],
    "always_the_same": [
        "assert (a, 'b')",
        "assert a or 'b'",
        "assert not []",
        "assert a.b == a.b",
        "assert (x for x in y)",
    ],
    "coroutine_that_nobody_awaits": [
        "async def reached(): ...\nassert reached()",
        "async def f(): ...\nassert a and f() == 1",
    ],
    "raises_whatever": ["with pytest.raises(Refusal):\n    f()"],
    "swallowed": [
        "def test_a():\n    try:\n        f()\n    except Refusal:\n        return",
        "def test_a():\n    with suppress(Refusal):\n        f()",
    ],
    "only_if": [
        "def test_a():\n    for x in found:\n        assert x",
        "def test_a():\n    if found:\n        assert x",
        "def test_a():\n    empty = []\n    for x in empty:\n        assert x",
    ],
}
SOUND = {
    "message_that_is_a_value": [
        "assert a, 'b'",
        "assert a, f'{b}'",
        "assert a, 'b' + c",
        "assert a, '\\n'.join(b)",
    ],
    "always_the_same": ["assert a == 'b'", "assert f() == f()", "assert a or b"],
    "coroutine_that_nobody_awaits": [
        "async def reached(): ...\nasync def test_a():\n    assert await reached()",
        "async def reached(): ...\nassert len(asyncio.run(reached())) == 1",
    ],
    "raises_whatever": [
        "with pytest.raises(Refusal, match='x'):\n    f()",
        "with pytest.raises(Refusal) as told:\n    f()",
    ],
    "swallowed": [
        "def test_a():\n    try:\n        f()\n    except Missing:\n        pytest.skip('x')"
    ],
    "only_if": [
        "def test_a():\n    assert found\n    for x in found:\n        assert x",
        "KINDS = {1: 2}\ndef test_a():\n    for x, y in KINDS.items():\n        assert x",
        "def test_a():\n    for role in Role:\n        assert role",
        "@given(some())\ndef test_a(some):\n    for x in some:\n        assert x",
    ],
}


@pytest.mark.parametrize(
    ("rule", "code"), [(rule, code) for rule, every in HOLLOW.items() for code in every]
)
def test_a_rule_finds_what_is_hollow(rule: str, code: str) -> None:
    assert list(RULES[rule](ast.parse(code)))


@pytest.mark.parametrize(
    ("rule", "code"), [(rule, code) for rule, every in SOUND.items() for code in every]
)
def test_a_rule_leaves_alone_what_is_sound(rule: str, code: str) -> None:
    assert list(RULES[rule](ast.parse(code))) == []


def test_a_test_may_assert_by_what_it_calls() -> None:
    code = "def reads():\n    assert x\ndef test_a():\n    reads()\ndef test_b():\n    looks()"
    assert [each.name for each in without_any(known(ast.parse(code)))] == ["test_b"]
