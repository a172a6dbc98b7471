"""The owners' buttons under a list of people to invite."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.invite_list import ChooseInvitee, ConfirmInvite, InviteAs, StopInvite
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import invitation


@handles(InviteAs, owners_only=True)
async def invite_as(desk: Desk, turn: Turn, action: InviteAs) -> Unit[object]:
    """Say what the people are invited as."""
    return unit(invitation.choose_role, action.invite, action.role)


@handles(ChooseInvitee, owners_only=True)
async def choose(desk: Desk, turn: Turn, action: ChooseInvitee) -> Unit[object]:
    """Say who is meant by a name that several bear."""
    profile = await desk.world.directory.profile(action.person)
    return unit(invitation.choose_person, action.invite, action.words, profile)


@handles(ConfirmInvite, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmInvite) -> Unit[object]:
    """Invite everybody who can be."""
    return unit(invitation.confirm, action.invite)


@handles(StopInvite, owners_only=True)
async def stop(desk: Desk, turn: Turn, action: StopInvite) -> Unit[object]:
    """Discard the list."""
    return unit(invitation.stop, action.invite)
