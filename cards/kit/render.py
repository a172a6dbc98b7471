"""From a notice to a card: one function for each type of notice, registered beside the feature's other cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cards.kit.elements import Rendered, banner
from cards.kit.words import Words
from mentoring.notices import Notice

N = TypeVar("N", bound=Notice)
CARDS: dict[type[Notice], Callable[[Any, Words], Rendered]] = {}


def renders(notice: type[N]) -> Callable[[Callable[[N, Words], Rendered]], Callable[[N, Words], Rendered]]:
    """Register the card of a type of notice."""

    def register(function: Callable[[N, Words], Rendered]) -> Callable[[N, Words], Rendered]:
        CARDS[notice] = function
        return function

    return register


def render(notice: Notice, words: Words, *, posting: str = "", problem: str = "") -> Rendered:
    """The notice's card in the person's words; ``problem`` is a sentence that stands above it.

    Raises:
        KeyError: no card shows this type of notice: write one with ``@renders`` in ``cards``.
    """
    if type(notice) not in CARDS:
        raise KeyError(
            f"no card shows {type(notice).__name__}: write one with @renders in cards/ and import it in cards/catalogue.py"
        )
    made = CARDS[type(notice)](notice, words)
    body = made.content["body"]
    if problem:
        body = [banner(problem).model_dump(by_alias=True, exclude_none=True), *body]
    content = _addressed({**made.content, "body": body}, posting)
    return Rendered(content, problem or made.summary)


def _addressed(part: Any, posting: str) -> Any:  # noqa: ANN401 - walks through JSON
    """Every button tells which message it stands in, so that the answer can show that message anew."""
    if isinstance(part, list):
        return [_addressed(each, posting) for each in part]
    if not isinstance(part, dict):
        return part
    walked = {key: _addressed(value, posting) for key, value in part.items()}
    if part.get("type") in {"Action.Execute", "Action.Submit"}:
        walked["data"] = {**walked.get("data", {}), "posting": posting}
    return walked
