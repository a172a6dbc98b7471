"""A card that stands inside another one to be looked at: nothing in it can be pressed or filled
in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from microsoft_teams.cards import TextBlock

from cards.kit.elements import Rendered

Node = Mapping[str, object]
"""An element, or a button, of a card that has been drawn."""


def to_look_at(card: Rendered) -> dict[str, object]:
    """The card in a frame, its inputs as they would be labelled, its buttons as words in a row."""
    body = [each for one in _within(card.content, "body") for each in _still(one)]
    buttons = _within(card.content, "actions")
    return {
        "type": "Container",
        "style": "emphasis",
        "spacing": "Medium",
        "items": [*body, *([_in_a_row(buttons)] if buttons else [])],
    }


def _within(node: Node, key: str) -> list[Node]:
    """What lies in the node under this key."""
    found = node.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _still(node: Node) -> Iterator[Node]:
    kind = str(node.get("type", ""))
    if kind.startswith("Input."):
        yield from _input(node)
        return
    if kind == "ActionSet":
        yield _in_a_row(_within(node, "actions"))
        return
    kept = {key: value for key, value in node.items() if key not in {"selectAction", "id"}}
    for key in kept.keys() & {"items", "columns"}:
        kept[key] = [one for each in _within(node, key) for one in _still(each)]
    yield kept


def _input(node: Node) -> Iterator[Node]:
    """An input's label, and what there is to choose from."""
    if node.get("label"):
        yield _dumped(TextBlock(text=str(node["label"]), weight="Bolder", wrap=True))
    if choices := _within(node, "choices"):
        text = "\n\n".join(f"○ {_title(each)}" for each in choices)
    elif said := [node[key] for key in ("title", "value", "placeholder") if node.get(key)]:
        text = f"▭ {said[0]}"
    else:
        return
    yield _dumped(TextBlock(text=text, wrap=True, spacing="Small"))


def _in_a_row(buttons: Sequence[Node]) -> Node:
    """What the buttons say."""
    text = "   ".join(f"[ {_title(button)} ]" for button in buttons)
    return _dumped(TextBlock(text=text, wrap=True, weight="Bolder", color="Accent"))


def _title(node: Node) -> str:
    return str(node.get("title", ""))


def _dumped(text: TextBlock) -> Node:
    return text.model_dump(by_alias=True, exclude_none=True)
