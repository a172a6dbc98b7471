"""The kick-off in people's calendars, as durable workflows."""

from __future__ import annotations

from mentoring.ports.world import World
from mentoring.usecases.launch import kickoff
from mentoring.workflows.registry import Step, workflow


@workflow("kickoff", queue="sessions")
async def open_dates(world: World, kickoff_id: str, step: Step) -> None:
    """Book the dates, then ask everybody."""
    await step("dates", lambda: kickoff.open_dates(world, kickoff_id))


@workflow("kickoff_invite", queue="sessions")
async def invite(world: World, subject: str, step: Step) -> None:
    """Let a date's event have those who have taken a seat."""
    await step("invite", lambda: kickoff.invite(world, subject))
