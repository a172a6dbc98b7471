"""Reading an Adaptive Card as a client does: which inputs and buttons it shows, and what a press
sends.

Nothing here knows whose card it is. What a press sends follows the schema explorer's
`Action.Execute`: the action's own `data` merged with the values of the inputs, those the person did
not touch with their prefilled value. A client refuses to send what its inputs do not allow
(`isRequired`, choices, lengths, ranges); so does `press`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

Card = dict[str, Any]

# What hangs below these keys is not on the screen: it is sent, or shown only where an element is
# unknown.
UNSEEN = frozenset(
    {"fallback", "refresh", "data", "authentication", "resources", "msteams", "choices.data"}
)


class CardRefused(ValueError):
    """The client would not send this press; the text says which input or button is the reason."""


@dataclass(frozen=True)
class Input:
    """An input on the screen.

    `value` is the prefilled one as text ("" if none); `choices` the values on offer.
    """

    id: str
    type: str
    value: str
    required: bool
    multiple: bool
    choices: tuple[str, ...]
    people: bool
    spec: Card


@dataclass(frozen=True)
class Action:
    """A button on the screen."""

    type: str
    title: str
    style: str
    id: str
    verb: str
    spec: Card


def elements(node: object) -> Iterator[Card]:
    """Every object of a card that has a `type` and is visible or folded open by a button there, in
    the order of the screen.
    """
    targets = {name for spec in _shown(node, ()) for name in _folds(spec)}
    yield from _shown(node, targets)


def _shown(node: object, opened: Container[object]) -> Iterator[Card]:
    """The same, where the elements of these ids are folded open."""
    if isinstance(node, list):
        for part in node:
            yield from _shown(part, opened)
    elif isinstance(node, dict):
        if node.get("isVisible", True) is False and node.get("id") not in opened:
            return
        if isinstance(node.get("type"), str):
            yield node
        for key, part in node.items():
            if key not in UNSEEN:
                yield from _shown(part, opened)


def _folds(spec: Card) -> Iterator[str]:
    """The ids of what a button folds open and shut (learn.microsoft.com, Action.ToggleVisibility:
    `targetElements` are ids, or objects with an `elementId`).
    """
    targets = spec.get("targetElements", ()) if spec["type"] == "Action.ToggleVisibility" else ()
    for each in targets:
        yield str(each.get("elementId")) if isinstance(each, dict) else str(each)


def inputs(card: Card) -> dict[str, Input]:
    """The inputs on the screen by id."""
    found = [_input(spec) for spec in elements(card) if spec["type"].startswith("Input.")]
    return {one.id: one for one in found}


def actions(card: Card) -> list[Action]:
    """The buttons on the screen that do something, in order; those that only unfold a part of the
    card are left out.
    """
    specs = (spec for spec in elements(card) if spec["type"].startswith("Action."))
    quiet = {"Action.ShowCard", "Action.ToggleVisibility", "Action.Popover", "Action.ResetInputs"}
    return [
        as_action(spec)
        for spec in specs
        if spec["type"] not in quiet and spec.get("isEnabled", True)
    ]


def styled(card: Card, style: str) -> Action | None:
    """The first button with this style (`positive`, `destructive`), or None."""
    return next((action for action in actions(card) if action.style == style), None)


def texts(card: Card) -> list[str]:
    """All words a reader sees, in order: text blocks, facts, titles of buttons."""
    words = [
        str(spec["text"])
        for spec in elements(card)
        if spec["type"] in {"TextBlock", "TextRun"} and "text" in spec
    ]
    facts = [
        f"{f.get('title')}: {f.get('value')}" for s in elements(card) for f in s.get("facts", ())
    ]
    return words + facts + [action.title for action in actions(card)]


def find_action(card: Card, wanted: str, data: Card | None = None) -> Action:
    """The button with this style, id, verb or title, and with exactly this `data` if that is given.

    Raises:
        CardRefused: no button on the card is called that; the text lists those there are.
    """
    for action in actions(card):
        named = wanted and wanted in {action.style, action.id, action.verb, action.title}
        if named and data in (None, action.spec.get("data")):
            return action
    there = ", ".join(repr(action.title) for action in actions(card)) or "none"
    raise CardRefused(f"The card shows no button {wanted!r}; its buttons: {there}.")


def press(card: Card, action: Action, answers: dict[str, str]) -> Card:
    """What a press of `action` sends as its data, with `answers` by input id over the prefilled
    values.

    Raises:
        CardRefused: an answer for an input the card lacks, or one its input does not allow.
    """
    shown = inputs(card)
    unknown = sorted(set(answers) - set(shown))
    if unknown:
        raise CardRefused(
            f"The card has no input {', '.join(unknown)}; it has {', '.join(shown) or 'none'}."
        )
    data = action.spec.get("data", {})
    sent: Card = dict(data) if isinstance(data, dict) else {}
    if action.spec.get("associatedInputs") == "none":
        return sent
    sending = within_reach(card, action)
    values = {one.id: answers.get(one.id, one.value) for one in sending.values()}
    for one in sending.values():
        _check(one, values[one.id])
    return sent | {key: value for key, value in values.items() if value or key in answers}


def within_reach(card: Card, action: Action) -> dict[str, Input]:
    """The inputs that a press checks and sends: those of the card that holds the button, and of the
    cards around it.

    Inputs of a card that unfolds beside or below are neither checked nor sent (learn.microsoft.com,
    Adaptive Cards, input validation: "inputs … on a child or sibling card"). A button that is not
    on the card is taken for one of its own.
    """
    around = _path_to(card, action.spec) or [card]
    return {one.id: one for each in around for one in inputs(_without_unfolding(each)).values()}


def _path_to(card: Card, spec: Card) -> list[Card] | None:
    """The cards from the outermost to the one that holds the button, or its fallback; None if none
    of them does.
    """
    own = list(elements(_without_unfolding(card)))
    if any(spec is one or spec is one.get("fallback") for one in own):
        return [card]
    for unfolding in (one for one in elements(card) if one["type"] == "Action.ShowCard"):
        below = _path_to(unfolding["card"], spec)
        if below is not None:
            return [card, *below]
    return None


def _without_unfolding(node: Any) -> Any:  # noqa: ANN401 - walks through JSON
    """The same objects in new lists and dictionaries where needed, without the cards that unfold
    from buttons.
    """
    if isinstance(node, list):
        return [
            _without_unfolding(each)
            for each in node
            if not (isinstance(each, dict) and each.get("type") == "Action.ShowCard")
        ]
    if isinstance(node, dict) and not str(node.get("type", "")).startswith(("Action.", "Input.")):
        return {key: _without_unfolding(each) for key, each in node.items()}
    return node


def _check(one: Input, value: str) -> None:
    if one.required and not value:
        raise CardRefused(
            f"{one.id} is required: {one.spec.get('errorMessage', 'no value given')}."
        )
    if value and one.choices and not one.people:
        _check_choices(one, value)
    if value and one.type == "Input.Text":
        _check_text(one, value)
    if value and one.type == "Input.Number":
        _check_number(one, value)


def _check_choices(one: Input, value: str) -> None:
    chosen = value.split(",") if one.multiple else [value]
    wrong = [choice for choice in chosen if choice not in one.choices]
    if wrong and one.spec.get("style") != "filtered":
        raise CardRefused(f"{one.id} offers {', '.join(one.choices)}, not {', '.join(wrong)}.")


def _check_text(one: Input, value: str) -> None:
    longest = one.spec.get("maxLength")
    if longest is not None and len(value) > int(longest):
        raise CardRefused(f"{one.id} takes {longest} characters, not {len(value)}.")
    pattern = one.spec.get("regex")
    if pattern and not re.search(pattern, value):
        raise CardRefused(f"{one.id} wants {pattern}, not {value!r}.")


def _check_number(one: Input, value: str) -> None:
    low, high = one.spec.get("min"), one.spec.get("max")
    if (low is not None and float(value) < low) or (high is not None and float(value) > high):
        raise CardRefused(f"{one.id} takes {low} to {high}, not {value}.")


def _input(spec: Card) -> Input:
    choices = tuple(str(choice["value"]) for choice in spec.get("choices", ()))
    kind = str(spec["type"])
    if kind == "Input.Toggle":
        choices = (str(spec.get("valueOn", "true")), str(spec.get("valueOff", "false")))
    if kind == "Input.Rating":
        choices = tuple(str(step) for step in range(1, int(spec.get("max", 5)) + 1))
    return Input(
        id=str(spec.get("id", "")),
        type=kind,
        value=_prefilled(spec),
        required=bool(spec.get("isRequired", False)),
        multiple=bool(spec.get("isMultiSelect", False)),
        choices=choices,
        people="choices.data" in spec,
        spec=spec,
    )


def _prefilled(spec: Card) -> str:
    value = spec.get("value", "")
    if spec["type"] == "Input.Toggle" and value == "":
        value = spec.get("valueOff", "false")
    return "" if value is None else str(value)


def as_action(spec: Card) -> Action:
    """An action's JSON as a button."""
    return Action(
        type=str(spec["type"]),
        title=str(spec.get("title", "")),
        style=str(spec.get("style", "default")),
        id=str(spec.get("id", "")),
        verb=str(spec.get("verb", "")),
        spec=spec,
    )
