"""Workflows that bring something to a person: the invitation, and any other card."""

from __future__ import annotations

from mentoring.ports.world import World
from mentoring.usecases.common import postings
from mentoring.usecases.enrolment import invitation
from mentoring.workflows.registry import Step, workflow


@workflow("invite", queue="talk")
async def invite(world: World, enrolment_id: str, step: Step) -> None:
    """Reach one invited person; the invitation itself follows as a card of its own."""
    await step("reach", lambda: invitation.reach(world, enrolment_id))


@workflow("post", queue="talk")
async def post(world: World, posting_id: str, step: Step) -> None:
    """Send one new card. A crash between sending and recording may send it once more; both copies act as one."""
    await step("post", lambda: postings.deliver(world, posting_id))
