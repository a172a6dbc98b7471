"""What a person fills in on a card.

Each has a label for screen readers; a required one also has the sentence shown when it is left
empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, time

from microsoft_teams.cards import (
    Choice,
    ChoiceSetInput,
    DateInput,
    NumberInput,
    QueryData,
    TextInput,
    TimeInput,
    ToggleInput,
)
from microsoft_teams.cards.core import CardElement

from cards.kit.elements import wrong

Options = Sequence[tuple[str, str]]
DIRECTORY = "graph.microsoft.com/users"


def choice(
    key: str, label: str, options: Options, value: object, *, required: str = "", hint: str = ""
) -> ChoiceSetInput:
    """One of several, as a drop-down; ``required`` is the sentence for an empty choice, ``hint``
    stands in an empty one.
    """
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=_choices(options),
        value=str(value) if value else None,
        style="compact",
        placeholder=hint or None,
        wrap=True,
        is_required=bool(required) or None,
        error_message=required or None,
    )


def buttons_of(key: str, label: str, options: Options, value: object) -> ChoiceSetInput:
    """One of a few, all of them in sight."""
    chosen = str(value) if value else None
    return ChoiceSetInput(
        id=key, label=label, choices=_choices(options), value=chosen, style="expanded", wrap=True
    )


def several(key: str, label: str, options: Options, value: object) -> ChoiceSetInput:
    """Any number of several."""
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=_choices(options),
        value=",".join(listed(value)) or None,
        is_multi_select=True,
        style="expanded",
        wrap=True,
    )


def drop_down_of_several(key: str, label: str, options: Options, value: object) -> ChoiceSetInput:
    """Any number of many, in a list that folds open."""
    folded = several(key, label, options, value)
    folded.style = "compact"
    return folded


def _choices(options: Options) -> list[Choice]:
    return [Choice(title=title, value=name) for title, name in options]


def listed(value: object) -> list[str]:
    """The parts of an answer to ``several``, whether it is kept (a list) or was just sent
    (comma-joined).
    """
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [str(part) for part in value] if isinstance(value, (list, tuple)) else []


def people(
    key: str, label: str, value: object, names: Mapping[str, str], hint: str, *, many: bool = True
) -> ChoiceSetInput:
    """A picker over the company's directory; those already chosen are listed by name.

    It has no fallback: every client knows ``Input.ChoiceSet`` and would never take one.
    """
    chosen = [part for part in listed(value) if part in names]
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=[Choice(title=names[person], value=person) for person in chosen],
        choices_data=QueryData(dataset=DIRECTORY),
        value=",".join(chosen) or None,
        is_multi_select=many,
        placeholder=hint,
    )


def line(
    key: str,
    label: str,
    value: object,
    *,
    longest: int,
    required: str = "",
    several_lines: bool = False,
    hint: str = "",
) -> TextInput:
    """A text of at most ``longest`` characters."""
    return TextInput(
        id=key,
        label=label,
        value=str(value) if value else None,
        placeholder=hint or None,
        max_length=longest,
        is_multiline=several_lines or None,
        is_required=bool(required) or None,
        error_message=required or None,
    )


def number(
    key: str, label: str, value: object, lowest: int, highest: int, *, required: str = ""
) -> NumberInput:
    """A whole number between two bounds; if something else was typed, the input comes back empty,
    with a sentence about it above. The client checks it if it is ``required``.
    """
    try:
        said = float(value) if isinstance(value, (str, int, float)) else math.nan
    except (ValueError, OverflowError):
        said = math.nan
    known = said if math.isfinite(said) else None
    return NumberInput(
        id=key,
        label=label,
        min=lowest if required else None,
        max=highest if required else None,
        value=known,
        is_required=bool(required) or None,
        error_message=required or None,
    )


def day_input(key: str, label: str, *, required: str = "", value: date | None = None) -> DateInput:
    """A day; ``required`` is the sentence for none."""
    return DateInput(
        id=key,
        label=label,
        value=value.isoformat() if value else None,
        is_required=bool(required) or None,
        error_message=required or None,
    )


def day_if_any(key: str, label: str) -> DateInput:
    """A day that may be left out."""
    return DateInput(id=key, label=label, is_required=False)


def time_input(key: str, label: str, *, required: str, value: time) -> TimeInput:
    """A time of day."""
    known = f"{value:%H:%M}"
    return TimeInput(id=key, label=label, value=known, is_required=True, error_message=required)


def toggle(key: str, title: str, *, on: bool) -> ToggleInput:
    """Yes or no."""
    return ToggleInput(
        id=key,
        title=title,
        value="true" if on else "false",
        value_on="true",
        value_off="false",
        wrap=True,
    )


def marked(
    elements: Sequence[CardElement | None], field: str, text: str
) -> list[CardElement | None]:
    """The elements with a sentence above the input of this id; above them all if it is not among
    them.
    """
    at = next(
        (place for place, each in enumerate(elements) if getattr(each, "id", None) == field), 0
    )
    return [*elements[:at], wrong(text), *elements[at:]]
