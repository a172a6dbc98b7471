"""What a client sends when somebody presses a button, and how it takes the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sandbox import cards
from sandbox.connector.delivery import Delivered
from sandbox.conversations import ADAPTIVE

Card = cards.Card
TOAST = "application/vnd.microsoft.activity.message"
WENT_WRONG = "Something went wrong. Please try again."


@dataclass(frozen=True)
class Answered:
    """What a press led to: the invoke's status and type, the new card on this device, the toast or
    error shown.
    """

    delivered: Delivered
    status: int
    type: str = ""
    card: Card | None = None
    toast: str = ""

    @property
    def acknowledged(self) -> bool:
        """Whether the product took the press."""
        return self.delivered.arrived and 200 <= self.status < 300


def pressed(
    shown: Card, before: Iterable[Card], wanted: str, data: Card | None
) -> tuple[Card, cards.Action]:
    """The card and the button that was meant; a client sends what its person saw, not what has come
    since. Raises CardRefused, as the newest card does.
    """
    for card in (shown, *before) if data is not None else ():
        try:
            return card, cards.find_action(card, wanted, data)
        except cards.CardRefused:
            continue
    return shown, cards.find_action(shown, wanted, data)


def sent(spec: Card, data: Card) -> Card:
    """What a client sends of an `Action.Execute`."""
    kept: Card = {key: spec[key] for key in ("id", "verb") if key in spec}
    return {"type": "Action.Execute", **kept, "data": data}


def fallback(spec: Card) -> Card:
    """What an old client has in the place of the button. Raises CardRefused."""
    instead = spec.get("fallback")
    if spec["type"] == "Action.Execute" and isinstance(instead, dict):
        return instead
    if spec["type"] == "Action.Execute":
        raise cards.CardRefused(
            f"An old client does not show {spec.get('title')!r}: it has no fallback."
        )
    return spec


def read(delivered: Delivered) -> Answered:
    """The invoke's answer as a client takes it: HTTP 200 and `{statusCode, type, value}` [Universal
    Action Model].
    """
    body = delivered.body
    if (
        delivered.status != 200
        or not isinstance(body, dict)
        or not isinstance(body.get("statusCode"), int)
    ):
        return Answered(
            delivered, delivered.status if delivered.status >= 300 else 0, toast=WENT_WRONG
        )
    status, kind, value = body["statusCode"], str(body.get("type", "")), body.get("value")
    if kind == ADAPTIVE and isinstance(value, dict) and value.get("type") == "AdaptiveCard":
        return Answered(delivered, status, kind, value)
    if kind == TOAST and isinstance(value, str):
        return Answered(delivered, status, kind, toast=value)
    return Answered(delivered, status if status >= 300 else 0, kind, toast=WENT_WRONG)
