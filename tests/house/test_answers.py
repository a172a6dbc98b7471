"""What people have answered has types: nobody reads it by a key, and nothing in it is of any
kind.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from mentoring.domain.questionnaire import STEPS, Answers, Step

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "cards", "mentoring")
OWN_WORDS = ("mentoring/domain/matching", "bot/offline")
"""Rooms with the same words for columns of their own: they know no questionnaire (see below)."""
STORED = "mentoring/domain/questionnaire/answers.py"
"""Where the types are made of what lies in the row, and the other way round."""
KEYS = {*STEPS, *(field.name for step in STEPS.values() for field in fields(step))}
LOOK_UPS = {"get", "pop", "setdefault"}


def keys(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Where something is looked up by a text that is written out, and by which."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(slice=ast.Constant(value=str(key)), lineno=line):
                yield line, key
            case ast.Call(
                func=ast.Attribute(attr=name), args=[ast.Constant(value=str(key)), *_]
            ) if name in LOOK_UPS:
                yield node.lineno, key


def read_by_key(text: str) -> list[int]:
    """The lines in which a step or one of its fields is looked up by its name."""
    found = keys(ast.parse(text))
    return [line for line, key in found if key.partition(":")[0] in KEYS]


def sources() -> Iterator[tuple[str, str]]:
    for path in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_nobody_reads_answers_by_key() -> None:
    elsewhere = [
        (name, text) for name, text in sources() if not name.startswith((*OWN_WORDS, STORED))
    ]
    assert len(elsewhere) > 100
    found = [f"{name}:{line}" for name, text in elsewhere for line in read_by_key(text)]
    assert not found, f"say answers.<step>.<field> in {found}"


def test_what_has_the_same_words_knows_no_questionnaire() -> None:
    own = [
        name
        for name, text in sources()
        if name.startswith(OWN_WORDS) and "domain.questionnaire" in text
    ]
    assert own == []


@pytest.mark.parametrize("code", ['a["when"]', 'a.get("topic:ai", {})', 'x.pop("wish_1")["y"]'])
def test_such_a_look_up_would_be_found(code: str) -> None:
    assert read_by_key(code) == [1]


@pytest.mark.parametrize(
    "code", ["a.when.weekdays", 'words.text("when")', "a[when]", 'a["elsewhere"]']
)
def test_what_is_none_is_let_be(code: str) -> None:
    assert read_by_key(code) == []


@pytest.mark.parametrize("kind", [Answers, *STEPS.values()])
def test_every_field_says_what_it_holds(kind: type[Answers] | type[Step]) -> None:
    hints = get_type_hints(kind, include_extras=False)
    loose = [field.name for field in fields(kind) if is_loose(hints[field.name])]
    assert not loose, f"give {kind.__name__} exact types for {loose}"


def is_loose(hint: Any) -> bool:
    """Whether it says ``Any`` or ``object``, or holds what can be changed."""
    return (
        hint in {Any, object}
        or get_origin(hint) in {dict, list, set}
        or any(map(is_loose, get_args(hint)))
    )


def test_a_loose_type_would_be_found() -> None:
    assert [
        is_loose(hint) for hint in (Any, dict[str, str], tuple[Any, ...], list[str] | None)
    ] == [True] * 4
