"""The end of a tandem as a durable workflow."""

from __future__ import annotations

from mentoring.ports import World
from mentoring.usecases import closing
from mentoring.workflows.registry import Step, workflow


@workflow("end_tandem", queue="launch")
async def end_tandem(world: World, subject: str, step: Step) -> None:
    """Series, channel, thanks; ``subject`` is the closing's id, a colon, and the tandem's."""
    closing_id, _, tandem_id = subject.partition(":")
    await step("closed", lambda: world.store.run(lambda uow: closing.close(uow, tandem_id).id))
    await step("series", lambda: closing.end_series(world, tandem_id, "closing"))
    await step("archive", lambda: closing.archive(world, tandem_id))
    await step("ended", lambda: world.store.run(lambda uow: closing.ended(uow, closing_id, tandem_id, world.clock.now())))
