"""The matching as a durable workflow; the computing itself runs in a process of its own."""

from __future__ import annotations

from mentoring.ports.world import World
from mentoring.usecases.matching import runs as matching
from mentoring.workflows.registry import Step, workflow


@workflow("match", queue="work")
async def match(world: World, run_id: str, step: Step) -> None:
    """Compute one run and put its proposals before the owners."""
    await step("match", lambda: matching.compute(world, run_id))


@workflow("fill", queue="work")
async def fill(world: World, _subject: str, step: Step) -> None:
    """Match whoever has come since owners approved."""
    await step("fill", lambda: matching.fill_places(world))
