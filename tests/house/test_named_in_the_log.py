"""Where a card says that IT finds the reason in the log under a name, it stands there: each line of
that name has what the service answered (``text``) or the error itself (``exc_info``). So has
whatever was refused.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("mentoring", "bot", "graph")
SENT_THERE = re.compile(r"im Protokoll\b|in the log\b")
QUOTED = re.compile(r"[“„]([a-z_]+\.[a-z_]+)[”“]")
WHY = frozenset({"text", "exc_info"})
KIND_ALONE = {
    "door.refused": "says a reason of ours: what a stranger sends is no text for the log",
    "file.refused": "an upload's answer may repeat its address, by which anybody could write",
}


def named() -> set[str]:
    """The names that texts for people have in quotes."""
    texts = (each.read_text(encoding="utf-8") for each in (ROOT / "cards/texts").rglob("*.ftl"))
    return {name for text in texts for name in QUOTED.findall(text)}


def logged() -> Mapping[str, list[set[str]]]:
    """Each event that is logged, with what each of its lines says besides."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for path in (each for part in CODE for each in (ROOT / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if event := _event(node):
                found[event].append({each.arg or "" for each in node.keywords})  # type: ignore[attr-defined]  # a call
    return found


def _event(node: ast.AST) -> str:
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="log")), args=[ast.Constant(value=str(event))]
        ):
            return event
    return ""


def test_it_is_logged_with_its_reason() -> None:
    events = logged()
    refused = {event for event in events if event.endswith((".refused", ".unreachable"))}
    assert len(named()) > 3, "the texts quote in another way"
    silent = {
        event
        for event in named() | refused
        if not events.get(event) or any(not WHY & line for line in events[event])
    }
    assert not silent - {*KIND_ALONE}, "the log does not say why: text=str(error), or exc_info"


def test_whoever_is_sent_to_the_log_reads_what_to_look_for() -> None:
    """Issue 12, P8: IT would have to read the whole of it."""
    lines = [
        line
        for path in (ROOT / "cards/texts").rglob("*.ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if SENT_THERE.search(line)
    ]
    assert len(lines) > 10, "the texts speak of the log in other words"
    assert [line for line in lines if not QUOTED.search(line)] == []
