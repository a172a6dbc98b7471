"""The pieces that all cards are made of. Every card is Adaptive Card 1.5, has a plain summary and buttons with a fallback."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from microsoft_teams.cards import (
    AdaptiveCard,
    Choice,
    ChoiceSetInput,
    Container,
    ExecuteAction,
    Fact,
    FactSet,
    NumberInput,
    OpenUrlAction,
    QueryData,
    RefreshDefinition,
    SubmitAction,
    TextBlock,
    TextInput,
    ToggleInput,
)
from microsoft_teams.cards.core import CardElement

from cards.actions import CardAction, Refresh

Style = Literal["positive", "destructive", "default"]
Button = ExecuteAction | OpenUrlAction
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Rendered:
    """A card as Teams takes it, and the sentence that stands for it in notifications and for screen readers."""

    content: dict[str, Any]
    summary: str


def heading(text: str) -> TextBlock:
    """The card's title."""
    return TextBlock(text=text, size="Large", weight="Bolder", wrap=True, style="heading")


def subheading(text: str) -> TextBlock:
    """The title of a part of the card."""
    return TextBlock(text=text, weight="Bolder", wrap=True, spacing="Medium")


def para(text: str) -> TextBlock:
    """A paragraph."""
    return TextBlock(text=text, wrap=True)


def small(text: str) -> TextBlock:
    """A quieter line, such as who sees an answer."""
    return TextBlock(text=text, wrap=True, size="Small", is_subtle=True, spacing="None")


def banner(text: str) -> Container:
    """A line above the card that says what was not possible, in words and not by colour alone."""
    return Container(style="attention", items=[TextBlock(text=f"⚠ {text}", wrap=True, weight="Bolder")], bleed=True)


def facts(pairs: Iterable[tuple[str, str]]) -> FactSet:
    """A short table of two columns."""
    return FactSet(facts=[Fact(title=title, value=value) for title, value in pairs])


def bullets(lines: Iterable[str]) -> TextBlock:
    """A list."""
    return para("\n".join(f"- {line}" for line in lines))


def button(title: str, action: CardAction, style: Style = "default") -> ExecuteAction:
    """A button; clients that do not know ``Action.Execute`` send the same by ``Action.Submit``."""
    data = action.model_dump()
    fallback = SubmitAction(title=title, data={"verb": action.verb, **data}, style=style)
    return ExecuteAction(title=title, verb=action.verb, data=data, style=style, fallback=fallback)


def link(title: str, url: str) -> OpenUrlAction:
    """A button that opens an address."""
    return OpenUrlAction(title=title, url=url)


def choice(key: str, label: str, options: Options, value: object, *, required: str = "") -> ChoiceSetInput:
    """One of several; ``required`` is the sentence for an empty choice."""
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=[Choice(title=title, value=name) for title, name in options],
        value=str(value) if value else None,
        style="compact",
        is_required=bool(required) or None,
        error_message=required or None,
    )


def several(key: str, label: str, options: Options, value: object, *, required: str = "") -> ChoiceSetInput:
    """Any number of several."""
    chosen = value if isinstance(value, str) else ",".join(str(part) for part in _listed(value))
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=[Choice(title=title, value=name) for title, name in options],
        value=chosen or None,
        is_multi_select=True,
        style="expanded",
        is_required=bool(required) or None,
        error_message=required or None,
    )


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()


def people(key: str, label: str, value: object, names: Mapping[str, str]) -> ChoiceSetInput:
    """A person picker over the company's directory; those already chosen are listed by name."""
    chosen = value.split(",") if isinstance(value, str) else [str(part) for part in _listed(value)]
    return ChoiceSetInput(
        id=key,
        label=label,
        choices=[Choice(title=names[person], value=person) for person in chosen if person in names],
        choices_data=QueryData(dataset="graph.microsoft.com/users"),
        value=",".join(chosen) or None,
        is_multi_select=True,
    )


def line(key: str, label: str, value: object, *, longest: int, required: str = "", several_lines: bool = False) -> TextInput:
    """A text of at most ``longest`` characters."""
    return TextInput(
        id=key,
        label=label,
        value=str(value) if value else None,
        max_length=longest,
        is_multiline=several_lines or None,
        is_required=bool(required) or None,
        error_message=required or None,
    )


def number(key: str, label: str, value: object, lowest: int, highest: int, *, required: str) -> NumberInput:
    """A whole number between two bounds."""
    known = float(value) if isinstance(value, (int, float)) else None
    return NumberInput(id=key, label=label, min=lowest, max=highest, value=known, is_required=True, error_message=required)


def toggle(key: str, title: str, *, on: bool) -> ToggleInput:
    """Yes or no."""
    return ToggleInput(id=key, title=title, value="true" if on else "false", value_on="true", value_off="false", wrap=True)


def card(
    body: Sequence[CardElement | None], buttons: Sequence[Button | None] = (), *, summary: str, live: bool = False
) -> Rendered:
    """Put a card together. A ``live`` one refreshes itself, so that an old view heals; a closed one does not."""
    made = AdaptiveCard(
        version="1.5",
        body=[element for element in body if element],
        actions=[each for each in buttons if each] or None,
        refresh=RefreshDefinition(action=ExecuteAction(verb=Refresh.verb, data=Refresh().model_dump())) if live else None,
    )
    return Rendered(made.model_dump(by_alias=True, exclude_none=True), summary)
