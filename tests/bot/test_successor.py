"""What an owner picks on the card that asks for a successor."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.handlers.programme.successor import look
from cards.programme.successor import LookForSuccessor
from tests.usecases.company import refused


@pytest.mark.parametrize("sent", [{}, {"successor": ""}, {"successor": " "}])
async def test_where_the_picker_finds_nobody_it_says_how_somebody_is_chosen(
    sent: dict[str, object],
) -> None:
    """It said that nobody had been named yet, also where somebody was."""
    desk: Any = SimpleNamespace(world=None)
    turn: Any = SimpleNamespace()
    with refused("nobody-picked", field="successor"):
        await look(desk, turn, LookForSuccessor.model_validate(sent))
