"""The loops of a replica end when they are told to, whatever has just happened."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest

from mentoring.workflows.upkeep import Upkeep


@pytest.mark.parametrize("turns", range(6))
async def test_a_loop_that_was_just_stirred_still_ends(turns: int) -> None:
    """A stop that came in the same moment as a stir was swallowed (asyncio.wait_for before Python 3.12), and the server hung."""
    nothing = cast("Any", None)
    upkeep = Upkeep(nothing, nothing)

    async def look() -> None:
        return

    upkeep._begin("look", look, 30.0)
    for _ in range(5):
        await asyncio.sleep(0)
    upkeep.stir()
    for _ in range(turns):
        await asyncio.sleep(0)
    async with asyncio.timeout(2):
        await upkeep.stop()
