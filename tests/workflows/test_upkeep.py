"""The loops of a replica look when something was written for them, and end when they are told to."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest

from mentoring.workflows.upkeep import BREATH_SECONDS, TELLING, Upkeep

NOTHING = cast("Any", None)
LONG = 30.0


class Looks:
    """Loops that only count how often they look."""

    def __init__(self) -> None:
        self.upkeep = Upkeep(NOTHING, NOTHING)
        self.seen: dict[str, int] = {}
        for name in (*TELLING, "beat"):
            self.seen[name] = 0
            self.upkeep._begin(name, lambda name=name: self._look(name), LONG)  # type: ignore[misc]

    async def _look(self, name: str) -> None:
        self.seen[name] += 1

    async def after(self, breaths: float = 1.5) -> dict[str, int]:
        """How often each has looked, when there was time for it."""
        await asyncio.sleep(breaths * max(BREATH_SECONDS.values()))
        return dict(self.seen)


@pytest.mark.parametrize("turns", range(6))
async def test_a_loop_that_was_just_stirred_still_ends(turns: int) -> None:
    """A stop that came in the same moment as a stir was swallowed (asyncio.wait_for before Python 3.12), and the server hung."""
    looks = Looks()
    for _ in range(5):
        await asyncio.sleep(0)
    looks.upkeep.stir()
    for _ in range(turns):
        await asyncio.sleep(0)
    loops = tuple(looks.upkeep._tasks)
    async with asyncio.timeout(2):
        await looks.upkeep.stop()
    assert {loop.done() for loop in loops} == {True}


@pytest.mark.parametrize(
    ("rows", "looking"),
    [
        ({"effects"}, {"effects"}),
        ({"postings", "enrolments"}, {"cards"}),
        ({"timers", "effects"}, {"timers", "effects"}),
        ({"people", "facts", "heartbeats"}, set()),
    ],
)
async def test_only_the_loops_look_for_which_something_was_written(rows: set[str], looking: set[str]) -> None:
    looks = Looks()
    before = await looks.after()
    looks.upkeep.written(rows)
    after = await looks.after()
    assert {name for name in after if after[name] > before[name]} == looking
    await looks.upkeep.stop()


async def test_much_that_is_written_at_once_is_looked_at_together() -> None:
    looks = Looks()
    before = await looks.after()
    for _ in range(100):
        looks.upkeep.written({"postings"})
        await asyncio.sleep(0)
    after = await looks.after()
    assert after["cards"] - before["cards"] <= 2
    await looks.upkeep.stop()


async def test_signs_of_life_are_given_at_their_own_pace() -> None:
    looks = Looks()
    before = await looks.after()
    looks.upkeep.stir()
    after = await looks.after()
    assert {name for name in after if after[name] > before[name]} == set(TELLING)
    await looks.upkeep.stop()


async def test_what_an_update_of_a_card_notes_is_no_reason_to_look_for_cards() -> None:
    looks = Looks()
    before = await looks.after()

    async def show() -> bool:
        looks.upkeep.written({"postings"})
        return False

    task = asyncio.create_task(show())
    looks.upkeep._showing["p"] = task
    await task
    after = await looks.after()
    assert after["cards"] == before["cards"]
    await looks.upkeep.stop()
