"""How owners take somebody out before there is a tandem: a kind sentence on the card that they have
read, and then they are forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.invitation import Entry, Invite, InviteState
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, Posting
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Containing, UnitOfWork
from mentoring.usecases.common.postings import call_off
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.privacy.records import forget_if_in_nothing

FORGOTTEN_AFTER = timedelta(days=1)
"""So long the card has to say that somebody was taken out, before nothing is known of them."""


def take_out(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, how: TakenOut) -> None:
    """Forget the enrolment with all its answers; its cards say ``how``, and one that is not sent
    yet never will be. In a day whoever is not asked again is forgotten.
    """
    call_off(uow, enrolment_card, enrolment.id)
    for each in uow.postings.all(kind=enrolment_card.name, subject_id=enrolment.id):
        if each.view != OLDER:
            uow.postings.put(replace(each, view=how, wanted=each.wanted + 1))
    uow.enrolments.delete(enrolment.id)
    _look_again(uow, moment, enrolment.person_id)


def _look_again(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    at = moment.now + FORGOTTEN_AFTER
    set_timer(uow, forget_taken_out, person_id, at, suffix=f":{uow.cycle_id}")


@when_due()
def forget_taken_out(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Somebody was taken out: unless they are asked again, their cards and their name on lists go,
    and they themselves, if they are in nothing else.
    """
    person_id = timer.subject_id
    if uow.enrolments.any(person_id=person_id):
        return
    lists, cards = _lists(uow, person_id), _cards(uow, person_id)
    if any(_may_invite(each, moment) for each in lists) or _have_to_be_read(uow, cards):
        _look_again(uow, moment, person_id)
        return
    for invite in lists:
        uow.invites.put(replace(invite, entries=[_without(e, person_id) for e in invite.entries]))
    for card in cards:
        uow.postings.delete(card.id)
    forget_if_in_nothing(uow, person_id)


def _lists(uow: UnitOfWork, person_id: str) -> Sequence[Invite]:
    return uow.invites.all(entries=Containing(person_id))


def _cards(uow: UnitOfWork, person_id: str) -> Sequence[Posting]:
    """The person's cards about their enrolments, and owners' cards about these."""
    own = [enrolment_id(uow.cycle_id, role, person_id) for role in Role]
    return uow.postings.all(subject_id=own)


def _may_invite(invite: Invite, moment: Moment) -> bool:
    """Whether the list may still bring the person in again."""
    preview = invite.state is InviteState.PREVIEW and not is_old(invite.created_at, moment.now)
    return preview or invite.state is InviteState.SOON


def _have_to_be_read(uow: UnitOfWork, cards: Sequence[Posting]) -> bool:
    """Whether something is still to be said, to somebody whom it can reach."""
    waiting = {each.person_id for each in cards if not each.activity_id or each.is_behind}
    return any(not each.is_shut_out for each in uow.people.all(id=tuple(waiting)))


def _without(entry: Entry, person_id: str) -> Entry:
    """The entry, which still counts, but names nobody."""
    return Entry("", hindrance=entry.hindrance) if entry.person_id == person_id else entry
