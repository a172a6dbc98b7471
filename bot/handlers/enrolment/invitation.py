"""The owners' buttons under a list of people to invite."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.invite_list import (
    ChooseInvitee,
    ConfirmInvite,
    InviteAs,
    StopInvite,
    TakeBack,
)
from mentoring.domain.invitation import InviteState
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import invitation, inviting


@handles(InviteAs, owners_only=True)
async def invite_as(desk: Desk, turn: Turn, action: InviteAs) -> Unit[object]:
    """Say what the people are invited as."""
    return unit(invitation.choose_role, action.invite, action.role)


@handles(ChooseInvitee, owners_only=True)
async def choose(desk: Desk, turn: Turn, action: ChooseInvitee) -> Unit[object]:
    """Say who is meant by a name that several bear."""
    profile = await desk.world.directory.profile(action.person)
    return unit(invitation.choose_person, action.invite, action.words, profile)


@handles(ConfirmInvite, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmInvite) -> Unit[object]:
    """Invite everybody who can be."""
    return unit(inviting.confirm, action.invite)


@handles(StopInvite, owners_only=True, decides="everywhere")
async def stop(desk: Desk, turn: Turn, action: StopInvite) -> Unit[Said | None]:
    """Discard the list; pressed too late, it is said how many have got their invitation."""

    def stop_it(uow: UnitOfWork, moment: Moment) -> Said | None:
        after = inviting.stop(uow, moment, action.invite)
        late = after.state is InviteState.CONFIRMED
        return Said.of("invite-gone", people=inviting.gone(uow, after)) if late else None

    return stop_it


@handles(TakeBack, owners_only=True, decides="everywhere")
async def take_back(desk: Desk, turn: Turn, action: TakeBack) -> Unit[object]:
    """Withdraw what nobody has answered."""
    return unit(inviting.take_back, turn.person_id, action.invite)
