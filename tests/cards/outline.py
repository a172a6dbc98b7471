"""A card in two halves that a person can review and that together say everything: its skeleton and
its texts.

The skeleton has a line an element: its type, id and properties; for a button ``press
verb(payload)``; ``>`` stands before an only child. The texts follow in the same order. Nothing is
dropped: what ``_expected`` and ``LOOKS`` say of all cards is left out where it is true, and written
out where it is not (``-wrap``: the property is missing).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from tests.cards.drawn import POSTING

Node = dict[str, Any]

SHORT = {
    "AdaptiveCard": "card",
    "Action.Execute": "press",
    "Action.OpenUrl": "open",
    "Action.ShowCard": "unfold",
}
LOOKS: dict[str, dict[str, Node]] = {
    "TextBlock": {
        "heading": {"size": "Large", "weight": "Bolder", "style": "heading"},
        "subheading": {"weight": "Bolder", "spacing": "Medium"},
        "bold": {"weight": "Bolder"},
        "small": {"size": "Small", "isSubtle": True, "spacing": "Small"},
        "para": {},
    },
    "Container": {
        "panel": {"style": "emphasis", "spacing": "Medium"},
        "quote": {"style": "emphasis"},
    },
    "ColumnSet": {"row": {"separator": True, "spacing": "Small"}},
    "Column": {
        "auto": {"width": "auto"},
        "auto-centred": {"width": "auto", "verticalContentAlignment": "Center"},
        "stretch": {"width": "stretch"},
        "stretch-centred": {"width": "stretch", "verticalContentAlignment": "Center"},
    },
}
"""What all cards are made of; who changes one of these looks for all cards changes it here,
once.
"""
MARKS = {
    "heading": "# ",
    "subheading": "## ",
    "label": "? ",
    "altText": "image: ",
    "url": "picture: ",
    "placeholder": "e.g. ",
    "errorMessage": "! ",
}
SAID = ("text", "title", "label", "altText", "placeholder", "errorMessage")
BESIDE = {"placeholder", "errorMessage"}
CHILDREN = ("body", "items", "columns", "inlines", "actions", "card")
FRAMES = {"Container", "Action.ShowCard"}
ROWS = {
    "choices": (["value"], ["title"]),
    "facts": ([], ["title", "value"]),
    "data": (["y"], ["x"]),
}


@dataclass
class Outline:
    """The lines of a card's two halves, each under the card's name."""

    skeleton: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def outline(name: str, content: Node, summary: str, language: str) -> Outline:
    """Both halves of a card; ``language`` is the one that it speaks."""
    writer = _Writer("en" if language == "de" else "de")
    writer.element(content, f"{name}: ", 0, 1)
    texts = writer.made.texts
    said = _lines(summary)
    if texts[: len(said)] != [f"  # {said[0]}", *(f"  {line}" for line in said[1:])]:
        texts = [f"  summary: {said[0]}", *(f"  {line}" for line in said[1:]), *texts]
    return Outline(list(_counted(writer.made.skeleton)), [name, *texts])


def _expected(node: Node) -> Node:
    """What an element of this type has on every card, unless its line says otherwise."""
    match node.get("type"):
        case "TextBlock":
            return {"wrap": True}
        case "AdaptiveCard":
            return {"version": "1.5"}
        case "ProgressBar":
            return {"max": 100.0, "color": "Accent"}
        case "Input.Toggle":
            return {"wrap": True, "valueOn": "true", "valueOff": "false"}
        case "Action.Execute":
            return {"style": "default", "associatedInputs": "none", "fallback": _submit(node)}
    return {}


def _submit(node: Node) -> Node:
    """The same press from a client that does not know ``Action.Execute``."""
    same = {key: node.get(key) for key in ("title", "style", "associatedInputs")}
    return {
        "type": "Action.Submit",
        "data": {"verb": node.get("verb"), **node.get("data", {})},
        **same,
    }


class _Writer:
    def __init__(self, other_language: str) -> None:
        self.made = Outline()
        self.other = other_language

    def element(self, node: Node, before: str, depth: int, inset: int) -> None:
        """Write an element, after what its line has ``before`` it, and what is in it; the texts
        stand in by ``inset``.
        """
        rest, marks = _without_expected(node)
        kind = rest.pop("type", "-type")
        children = [(key, one) for key in _holding(rest) for one in _listed(rest.pop(key))]
        said = {key: rest.pop(key) for key in _said_by(rest) if _is_said(rest.get(key))}
        rows = {key: rest.pop(key) for key in ROWS if _is_rows(key, rest.get(key))}
        look, rest = self._head(kind, rest)
        marks += [
            _property(key, value)
            for key, value in sorted(rest.items(), key=lambda each: (each[0] != "id", each[0]))
        ]
        marks += [key for key in said if key in BESIDE] + [
            _row_values(key, each) for key, each in rows.items()
        ]
        self._say(look, said, rows, inset)
        self._children(before + " ".join([look, *marks]), children, depth, inset + (kind in FRAMES))

    def _children(
        self, line: str, children: list[tuple[str, Node]], depth: int, inset: int
    ) -> None:
        if len(children) == 1:
            key, only = children[0]
            self.element(only, f"{line} > {_prefix(key)}", depth, inset)
            return
        self.made.skeleton.append(line)
        for key, child in children:
            self.element(child, "  " * (depth + 1) + _prefix(key), depth + 1, inset)

    def _head(self, kind: str, rest: Node) -> tuple[str, Node]:
        """How the line begins, and the properties that this does not say."""
        look = next((look for look, every in LOOKS.get(kind, {}).items() if _same(every, rest)), "")
        if look:
            return look, {}
        if kind == "AdaptiveCard" and _same(rest.get("refresh"), _refresh()):
            return "card live", {key: value for key, value in rest.items() if key != "refresh"}
        if (
            kind == "Action.Execute"
            and {"verb", "data"} <= rest.keys()
            and isinstance(rest["data"], dict)
        ):
            said = f"press {rest['verb']}({self._payload(rest['data'])})"
            return said, {key: value for key, value in rest.items() if key not in {"verb", "data"}}
        return SHORT.get(kind, kind), rest

    def _payload(self, data: Node) -> str:
        """What the button sends; to the language that the card does not speak, whichever that
        is.
        """
        shown = {
            key: value for key, value in data.items() if not (key == "posting" and value == POSTING)
        }
        if shown.get("language") == self.other:
            shown["language"] = "<other>"
        missing = [] if "posting" in data else ["-posting"]
        return " ".join(
            [*(_property(key, value) for key, value in sorted(shown.items())), *missing]
        )

    def _say(
        self, look: str, said: Mapping[str, str], rows: Mapping[str, list[Node]], inset: int
    ) -> None:
        for key, text in said.items():
            mark = MARKS.get(key) or MARKS.get(look, "")
            self._write(
                "[" if key == "title" else mark,
                _value(text) if key == "url" else text,
                "]" if key == "title" else "",
                inset + (key in BESIDE),
            )
        for key, each in rows.items():
            cells = [[row[name] for name in ROWS[key][1]] for row in each]
            for line in cells if key == "facts" else [[text for row in cells for text in row]]:
                shown = " | ".join("\\n".join(_lines(cell)) for cell in line)
                self._write_plain(
                    f"- {shown}" if key == "facts" else f"({shown})", inset + (key == "choices")
                )

    def _write(self, before: str, text: str, after: str, inset: int) -> None:
        first, *others = [*_lines(text)]
        lines = [before + first, *others]
        for line in [*lines[:-1], lines[-1] + after]:
            self._write_plain(line, inset)

    def _write_plain(self, line: str, inset: int) -> None:
        self.made.texts.append("  " * inset + line)


def _said_by(node: Node) -> tuple[str, ...]:
    """The properties that hold words; what several lines are filled with is there to be read, and a
    picture that is nobody's may be one of words.
    """
    if str(node.get("url")).startswith("data:") and node.get("style") != "Person":
        return (*SAID, "url")
    return (*SAID, "value") if node.get("isMultiline") else SAID


def _prefix(key: str) -> str:
    return "" if key in CHILDREN else f"{key}: "


def _without_expected(node: Node) -> tuple[Node, list[str]]:
    expected = _expected(node)
    rest = {
        key: value
        for key, value in node.items()
        if key not in expected or not _same(value, expected[key])
    }
    return rest, [f"-{key}" for key in expected if key not in node]


def _refresh() -> Node:
    return {"action": {"type": "Action.Execute", "verb": "refresh", "data": {"posting": POSTING}}}


def _holding(node: Node) -> list[str]:
    """The properties that hold elements, in the order in which the card shows them."""
    found = [
        key
        for key, value in node.items()
        if all(isinstance(each, dict) and "type" in each for each in _listed(value))
    ]
    return sorted(
        (key for key in found if node[key] != []),
        key=lambda key: (CHILDREN.index(key) if key in CHILDREN else 9, key),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_said(value: Any) -> bool:
    """Whether it has words; a mere sign such as ✎ is the same in every voice and stands in the
    skeleton.
    """
    return isinstance(value, str) and any(letter.isalnum() for letter in value)


def _is_rows(key: str, value: Any) -> bool:
    values, texts = ROWS[key]
    return isinstance(value, list) and all(
        isinstance(row, dict)
        and row.keys() == {*values, *texts}
        and all(isinstance(row[name], str) for name in texts)
        for row in value
    )


def _row_values(key: str, rows: list[Node]) -> str:
    names = ROWS[key][0]
    return f"{key}=" + (
        ",".join(_value(row[name]) for row in rows for name in names) if names else str(len(rows))
    )


def _property(key: str, value: Any) -> str:
    if key == "id":
        return f"#{_value(value)}"
    return key if value is True else f"{key}={_value(value)}"


def _value(value: Any) -> str:
    """A value as JSON, without quotation marks where nothing else could be meant; of a very long
    one its fingerprint.
    """
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, str) and re.fullmatch(r"(?!(true|false|null)$)[A-Za-z][\w.:@/-]*", value):
        plain = value
    if len(plain) > 120:
        return f"{plain[:16]}…{hashlib.sha256(plain.encode()).hexdigest()[:16]}"
    return plain


def _lines(text: str) -> list[str]:
    """The lines of a text, with everything made visible that nobody would see in a difference;
    ``\\`` ends all but the last.
    """
    shown = "".join(_visible(letter) for letter in text)
    *lines, last = [re.sub(r"^ | $", "\\\\u0020", line) for line in shown.split("\n")]
    return [*(f"{line} \\" for line in lines), last]


def _visible(letter: str) -> str:
    if letter in "\\|":
        return f"\\{letter}"
    return letter if letter.isprintable() or letter == "\n" else f"\\u{ord(letter):04x}"


def _same(one: Any, other: Any) -> bool:
    """Equal as JSON, in which 1, 1.0 and true are three things."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _counted(lines: list[str]) -> Iterator[str]:
    """Equal lines that follow each other as one, with their number."""
    for line, same in groupby(lines):
        many = sum(1 for _ in same)
        yield line if many == 1 else f"{line} ×{many}"
