"""The launch as durable workflows: one for the whole (teams, members, dates), one for each tandem (channel, series, cards)."""

from __future__ import annotations

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.ports.world import World
from mentoring.usecases.launch import launch
from mentoring.usecases.sessions import booking as sessions
from mentoring.usecases.sessions import deputies
from mentoring.workflows.registry import Step, workflow

TANDEMS_A_QUESTION = 10


@workflow("launch", queue="launch")
async def whole(world: World, launch_id: str, step: Step) -> None:
    """Seat everybody, then find the dates in groups; each tandem goes its own way as soon as its dates stand."""
    await step("seat", lambda: launch.seat_the_rest(world, launch_id))
    for team, people in (await step("teams", lambda: launch.teams_of(world, launch_id))).items():
        await step(f"members {team}", lambda team=team, people=people: launch.add_members(world, launch_id, team, people))  # type: ignore[misc]  # bound per team
    groups = await step("groups", lambda: launch.groups(world, launch_id, TANDEMS_A_QUESTION))
    for number, group in enumerate(groups):
        await step(f"dates {number}", lambda group=group: sessions.plan(world, launch_id, group))  # type: ignore[misc]  # bound per group


@workflow("launch_tandem", queue="launch")
async def tandem(world: World, tandem_id: str, step: Step) -> None:
    """Channel, series, cards. What the service refuses for good is named in the receipt, and the tandem waits."""
    try:
        await step("channel", lambda: sessions.open_channel(world, tandem_id))
        await step("deputies", lambda: deputies.tell(world, tandem_id))
        await step("series", lambda: sessions.book(world, tandem_id))
    except (NotThere, NotAllowed, Rejected) as refused:
        code = type(refused).__name__
        await step("trouble", lambda: world.run(lambda uow, _: launch.trouble(uow, tandem_id, code)))
        return
    await step("launched", lambda: world.run(launch.launched, tandem_id))
