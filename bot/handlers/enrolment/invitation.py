"""The owners' buttons under a list of people to invite."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.invite_list import ConfirmInvite, InviteAs, StopInvite
from mentoring.usecases.enrolment import invitation


@handles(InviteAs, owners_only=True)
async def invite_as(desk: Desk, turn: Turn, action: InviteAs) -> None:
    """Say what the people are invited as."""
    await invitation.choose_role(desk.world, action.invite, action.role)


@handles(ConfirmInvite, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmInvite) -> None:
    """Invite everybody who can be."""
    await invitation.confirm(desk.world, action.invite)


@handles(StopInvite, owners_only=True)
async def stop(desk: Desk, turn: Turn, action: StopInvite) -> None:
    """Take the list back."""
    await invitation.stop(desk.world, action.invite)
