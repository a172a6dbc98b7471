"""From a list that its owner has confirmed to the invitations, and back.

A long list waits some minutes, in which *stop* sends nobody anything. Afterwards it can be taken
back, as far as nobody has answered.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import KEEPS
from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import TAKEN_BACK, TIME_TO_STOP, Entry, Invite, InviteState
from mentoring.domain.people import Role
from mentoring.domain.upkeep import Timer
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.previews import require_fresh
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.entrance import invite as open_enrolment
from mentoring.usecases.enrolment.invitation import invite_card, taken
from mentoring.usecases.enrolment.opened import opened_by
from mentoring.usecases.enrolment.reach import reach, stamp_of
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.programme.cycles import advance, require_running
from mentoring.usecases.programme.period import clock_of, enrolment_open


def confirm(uow: UnitOfWork, moment: Moment, invite_id: str) -> Invite:
    """Invite everybody on the list who can be, a long list in some minutes; confirming twice
    invites once.

    Raises:
        Refusal: ``enrolment-closed``, ``invite-role`` while no role has been chosen,
            ``invite-nobody``, ``stale`` after *stop*, ``preview-old``.
    """
    invite = uow.invites.need(invite_id)
    if invite.state in {InviteState.SOON, InviteState.CONFIRMED}:
        return invite
    _require_complete(invite)
    if not enrolment_open(moment, clock_of(uow, invite.by)):
        raise Refusal("enrolment-closed")
    require_fresh(invite.created_at, moment.now)
    if not invite.is_long:
        return _start(uow, moment, invite)
    at = moment.now + TIME_TO_STOP
    set_timer(uow, start_inviting, invite.id, at)
    return uow.invites.put(replace(invite, state=InviteState.SOON, starts_at=at))


def _require_complete(invite: Invite) -> None:
    if invite.state is not InviteState.PREVIEW:
        raise Refusal("stale")
    if invite.role is None:
        raise Refusal("invite-role")
    if not invite.invitable():
        raise Refusal("invite-nobody")


@when_due()
def start_inviting(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Nobody has stopped the list; where one may not enrol any more, nobody is invited."""
    invite = uow.invites.get(timer.subject_id)
    if invite is None or invite.state is not InviteState.SOON:
        return
    if enrolment_open(moment, clock_of(uow, invite.by)):
        _start(uow, moment, invite)
    else:
        uow.invites.put(replace(invite, state=InviteState.STOPPED))


def _start(uow: UnitOfWork, moment: Moment, invite: Invite) -> Invite:
    """Whoever has been invited by another list meanwhile is left to that."""
    advance(uow, moment, CycleState.ENROLLING)
    role = invite.role or Role.MENTEE
    entries = [_still_free(uow, role, each) for each in invite.entries]
    begun = replace(invite, entries=entries, state=InviteState.CONFIRMED, starts_at=moment.now)
    for entry in begun.invitable():
        profile = uow.people.need(entry.person_id).profile
        enrolment = open_enrolment(uow, moment, profile, role)
        ask(uow, reach, enrolment.id, once=stamp_of(enrolment))
    return uow.invites.put(begun)


def _still_free(uow: UnitOfWork, role: Role, entry: Entry) -> Entry:
    return replace(entry, hindrance=entry.hindrance or taken(uow, role, entry.person_id))


def stop(uow: UnitOfWork, _moment: Moment, invite_id: str) -> Invite:
    """Take the list back before anybody has got anything; afterwards nothing changes."""
    invite = uow.invites.need(invite_id)
    if invite.state not in {InviteState.PREVIEW, InviteState.SOON}:
        return invite
    uow.timers.delete(start_inviting.key(invite.id))
    return uow.invites.put(replace(invite, state=InviteState.STOPPED))


def gone(uow: UnitOfWork, invite: Invite) -> int:
    """How many have got their invitation by now."""
    keys = [row.id for row in opened_by(uow, invite)]
    sent = uow.postings.columns(
        "subject_id", "activity_id", kind=enrolment_card.name, subject_id=keys
    )
    return len({subject for subject, activity in sent if activity})


def take_back(uow: UnitOfWork, moment: Moment, owner: str, invite_id: str) -> Invite:
    """Withdraw the invitations of a list that nobody has answered; who has answered stays.

    Somebody who said *not now* looks like everybody who has not answered, so they are among them.

    Raises:
        Refusal: ``stale`` if the list was not sent, or was taken back already; ``cycle-over``.
    """
    require_running(moment)
    invite = uow.invites.need(invite_id)
    if invite.state is not InviteState.CONFIRMED:
        raise Refusal("stale")
    opened = list(opened_by(uow, invite))
    waiting = uow.enrolments.hold(sorted(row.id for row in opened if not row.answered))
    back = [each for each in waiting if each.state not in KEEPS]  # some may just have begun
    for enrolment in back:
        take_out(uow, moment, enrolment, TakenOut.TAKEN_BACK)
    people = {each.person_id for each in back}
    entries = [
        replace(each, hindrance=TAKEN_BACK) if each.person_id in people else each
        for each in invite.entries
    ]
    undone = replace(invite, state=InviteState.UNDONE, entries=entries, undone_by=owner)
    stayed = len(opened) - len(back)
    return uow.invites.put(replace(undone, undone_at=moment.now, stayed=stayed))


def show_last(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put the list that was sent last before the owner once more, where it can be taken back.

    Raises:
        Refusal: ``undo-invite-nothing`` if there is none.
    """
    sent = uow.invites.all(state=(InviteState.SOON, InviteState.CONFIRMED))
    if not sent:
        raise Refusal("undo-invite-nothing")
    last = max(sent, key=lambda each: each.starts_at or each.created_at)
    post_anew(uow, moment, invite_card, last.id, owner, chat)
