"""The end of a tandem as a durable workflow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.ports.world import World
from mentoring.usecases.launch import closing
from mentoring.workflows.registry import Step, workflow


@workflow("end_tandem", queue="launch")
async def end_tandem(world: World, subject: str, step: Step) -> None:
    """Series, channel, thanks; ``subject`` is the closing's id, a colon, and the tandem's."""
    closing_id, _, tandem_id = subject.partition(":")
    await step("closed", lambda: world.run(lambda uow, _: closing.close(uow, tandem_id).id))
    series = await _tried(step, "series", lambda: closing.end_series(world, tandem_id, "closing"))
    channel = await _tried(step, "archive", lambda: closing.archive(world, tandem_id))
    clear = series and channel
    await step("ended", lambda: world.run(closing.ended, closing_id, tandem_id, clear=clear))


async def _tried(step: Step, name: str, call: Callable[[], Awaitable[None]]) -> bool:
    """Whether the step could be done; what Microsoft 365 refuses for good is named in the receipt and keeps nobody waiting."""
    try:
        await step(name, call)
    except (NotAllowed, NotThere, Rejected):
        return False
    return True
