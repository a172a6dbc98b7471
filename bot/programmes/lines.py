"""On which line of a TOML text each key and each entry of a list stands.

``tomllib`` gives the values without their places, so a syntax tree of the same text gives the
places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]
"""Names of keys, and numbers of entries (from 0)."""
KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})
LISTED = frozenset({"comment", ",", "[", "]", "{", "}", "="})


@dataclass
class Lines:
    """The lines of a text (from 1) by path."""

    first: dict[Path, int] = field(default_factory=dict)
    entries: dict[Path, int] = field(default_factory=dict)

    def of(self, path: Path) -> int:
        """The line of what stands there, else of the nearest table around it; 1 if nothing of the
        path is in the text.
        """
        ends = range(len(path), 0, -1)
        return next((self.first[path[:end]] for end in ends if path[:end] in self.first), 1)

    def note(self, path: Path, node: Node) -> None:
        """The path stands where the node begins, unless it stood further up already."""
        self.first.setdefault(path, node.start_point.row + 1)


def lines_of(text: str) -> Lines:
    """The line of each key and entry of a TOML text that ``tomllib`` can read."""
    parser = Parser(Language(tree_sitter_toml.language()))
    found = Lines()
    for node in parser.parse(text.encode("utf-8")).root_node.children:
        if node.type == "pair":
            _pair(found, (), node)
        elif node.type in {"table", "table_array_element"}:
            _table(found, node)
    return found


def _table(found: Lines, node: Node) -> None:
    header = next(child for child in node.children if child.type in KEYS)
    path: Path = ()
    names = list(_names(header))
    for place, name in enumerate(names, start=1):
        path = (*path, name)
        found.note(path, node)
        if place == len(names) and node.type == "table_array_element":
            found.entries[path] = found.entries.get(path, -1) + 1
        if path in found.entries:
            path = (*path, found.entries[path])
            found.note(path, node)
    for child in node.children:
        if child.type == "pair":
            _pair(found, path, child)


def _pair(found: Lines, table: Path, node: Node) -> None:
    key, *_, value = (child for child in node.children if child.type not in LISTED)
    path = table
    for name in _names(key):
        path = (*path, name)
        found.note(path, node)
    _value(found, path, value)


def _value(found: Lines, path: Path, node: Node) -> None:
    inner = [child for child in node.children if child.type not in LISTED]
    if node.type == "array":
        for number, child in enumerate(inner):
            found.note((*path, number), child)
            _value(found, (*path, number), child)
    elif node.type == "inline_table":
        for child in inner:
            _pair(found, path, child)


def _names(key: Node) -> Iterator[str]:
    if key.type == "dotted_key":
        for child in key.children:
            if child.type in KEYS:
                yield from _names(child)
    else:
        yield (key.text or b"").decode("utf-8").strip("\"'")
