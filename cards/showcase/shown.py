"""A card that stands inside another one to be looked at: nothing in it can be pressed or filled
in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cards.kit.elements import Rendered

Node = dict[str, Any]


def to_look_at(card: Rendered) -> Node:
    """The card in a frame, its inputs as they would be labelled, its buttons as words in a row."""
    content = card.content
    items = [each for one in content.get("body", []) for each in _still(one)]
    buttons = [*_titles(content.get("actions", []))]
    return {
        "type": "Container",
        "style": "emphasis",
        "spacing": "Medium",
        "items": [*items, *([_buttons(buttons)] if buttons else [])],
    }


def _still(node: Node) -> Iterator[Node]:
    kind = str(node.get("type", ""))
    if kind.startswith("Input."):
        yield from _input(node)
        return
    if kind == "ActionSet":
        yield _buttons([*_titles(node.get("actions", []))])
        return
    found = {key: value for key, value in node.items() if key not in {"selectAction", "id"}}
    for key in ("items", "columns"):
        if key in found:
            found[key] = [one for each in found[key] for one in _still(each)]
    yield found


def _input(node: Node) -> Iterator[Node]:
    """An input's label, and what there is to choose from."""
    if node.get("label"):
        yield {"type": "TextBlock", "text": node["label"], "weight": "Bolder", "wrap": True}
    choices = [str(each.get("title", "")) for each in node.get("choices") or []]
    said = choices or [text for key in ("title", "value", "placeholder") if (text := node.get(key))]
    if said:
        shown = [f"○ {each}" for each in said] if choices else [f"▭ {said[0]}"]
        yield {"type": "TextBlock", "text": "\n\n".join(shown), "wrap": True, "spacing": "Small"}


def _titles(actions: list[Mapping[str, Any]]) -> Iterator[str]:
    """What buttons say, and what they unfold first."""
    for each in actions:
        yield str(each.get("title", ""))


def _buttons(titles: list[str]) -> Node:
    text = "   ".join(f"[ {title} ]" for title in titles)
    return {"type": "TextBlock", "text": text, "wrap": True, "weight": "Bolder", "color": "Accent"}
