"""What happens when a button is pressed, by the button's class.

Adding one: an async function ``(desk, turn, action)`` with ``@handles(TheButton)`` in this package. What it raises as a
``Refusal`` is told above the card as it stands now; otherwise the card is shown anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.desk import Desk
from bot.turn import Turn
from cards.kit.actions import CardAction

A = TypeVar("A", bound=CardAction)


@dataclass(frozen=True)
class Handler:
    """A registered handler; ``owners_only`` ones are never reached by anybody else."""

    handle: Callable[[Desk, Turn, Any], Awaitable[object]]
    owners_only: bool


HANDLERS: dict[type[CardAction], Handler] = {}


def handles(action: type[A], *, owners_only: bool = False) -> Callable[[Callable[[Desk, Turn, A], Awaitable[object]]], object]:
    """Register the handler of a button."""

    def register(handle: Callable[[Desk, Turn, A], Awaitable[object]]) -> object:
        HANDLERS[action] = Handler(handle, owners_only)
        return handle

    return register
