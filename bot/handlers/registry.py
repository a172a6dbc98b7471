"""What happens when a button is pressed, by the button's class.

Adding one: an async function ``(desk, turn, action)`` with ``@handles(TheButton)`` in this package.
It does what has to be done outside first, and returns what is to be decided as a unit; the router
runs that in the one transaction of the press. What either raises as a ``Refusal`` is told above the
card as it stands now; otherwise the card is shown anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from bot.desk import Desk
from bot.turn import Turn
from cards.kit.actions import CardAction
from mentoring.ports.moment import Unit

A = TypeVar("A", bound=CardAction)
Decides = Literal["", "everywhere", "here", "form"]
Handle = Callable[[Desk, Turn, A], Awaitable[Unit[Any] | None]]


@dataclass(frozen=True)
class Handler:
    """A registered handler; ``owners_only`` ones are never reached by anybody else.

    ``outside`` ones work with the state before they return: they are reached only once the press
    has been admitted. ``decides`` says of an owners' button that its card is to show who pressed
    it, and when: every card about the subject, or this one alone; a ``form`` as the first, but
    what is saved there unchanged decides nothing.
    """

    handle: Handle[Any]
    owners_only: bool
    outside: bool
    decides: Decides = ""


HANDLERS: dict[type[CardAction], Handler] = {}


def handles(
    action: type[A],
    *,
    owners_only: bool = False,
    outside: bool = False,
    decides: Decides = "",
) -> Callable[[Handle[A]], Handle[A]]:
    """Register the handler of a button."""

    def register(handle: Handle[A]) -> Handle[A]:
        HANDLERS[action] = Handler(handle, owners_only, outside, decides)
        return handle

    return register
