"""From a notice to a card: one function for each type of notice, registered beside the feature's
other cards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import ADAPTIVE, Rendered, answer, banner, small
from cards.kit.words import Words
from mentoring.notices import Notice

N = TypeVar("N", bound=Notice)
CARDS: dict[type[Notice], Callable[[Any, Words], Rendered]] = {}
WITHOUT_BUTTONS = frozenset({"choices", "data", "facts", "inlines"})
"""The longest lists of a card, in which no button stands: they are not searched for any."""


def renders(
    notice: type[N],
) -> Callable[[Callable[[N, Words], Rendered]], Callable[[N, Words], Rendered]]:
    """Register the card of a type of notice."""

    def register(function: Callable[[N, Words], Rendered]) -> Callable[[N, Words], Rendered]:
        CARDS[notice] = function
        return function

    return register


def render(
    notice: Notice,
    words: Words,
    *,
    posting: str = "",
    problem: str = "",
    said: str = "",
    programme: str = "",
    below: Sequence[str] = (),
) -> Rendered:
    """The notice's card in the person's language and tone; ``problem`` and ``said`` are sentences
    that stand above it, ``below`` those at its foot.

    ``programme`` is its name, for somebody who has to tell several apart.

    Raises:
        KeyError: no card shows this type of notice: write one with ``@renders`` in ``cards``.
    """
    if type(notice) not in CARDS:
        raise KeyError(
            f"no card shows {type(notice).__name__}: write one with @renders in cards/ and import "
            "it in cards/catalogue.py"
        )
    made = CARDS[type(notice)](notice, words)
    content = made.content
    above: list[CardElement] = [small(programme)] if programme else []
    above += [banner(problem)] if problem else []
    above += [answer(said)] if said else []
    foot: list[CardElement] = [small(each) for each in below]
    if (above or foot) and made.kind == ADAPTIVE:
        body = [*_drawn(above), *content["body"], *_drawn(foot)]
        content = {**content, "body": body}
    _address(content, posting)
    return replace(made, content=content, summary=problem or said or made.summary)


def _drawn(elements: list[CardElement]) -> list[dict[str, Any]]:
    return [each.model_dump(by_alias=True, exclude_none=True) for each in elements]


def _address(part: dict[str, Any], posting: str) -> None:
    """Every button tells which message it stands in, so that the answer can show that message
    anew.
    """
    if part.get("type") in {"Action.Execute", "Action.Submit"}:
        part["data"] = {**part.get("data", {}), "posting": posting}
    for key, value in part.items():
        if type(value) is dict:
            _address(value, posting)
        elif type(value) is list and key not in WITHOUT_BUTTONS:
            for each in value:
                if type(each) is dict:
                    _address(each, posting)
