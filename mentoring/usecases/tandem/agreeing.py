"""What the two do with their agreement: read it, change it, agree to it.

Nobody is waited for: once one has agreed the other one is told, and whoever had agreed is told once
it has been changed; then they are left in peace.
"""

from __future__ import annotations

from mentoring.domain.agreement import Agreement, Change, Item, Reach, Terms, agreed, changed
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.one_a_day import next_day_at_work
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.running import when_it_runs
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.sessions.reminders import on_the_day
from mentoring.usecases.tandem.agreement import agreement_card
from mentoring.usecases.tandem.wanted import WITHOUT_AGREEMENT, brings
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits


def propose(uow: UnitOfWork, tandem: Tandem) -> Agreement:
    """The tandem's agreement: the one that it has, or the product's proposal, with the goals from
    the questionnaire.
    """
    known = uow.agreements.get(tandem.id)
    if known:
        return known
    mentors, mentees = (_goal(uow, tandem, role) for role in (Role.MENTOR, Role.MENTEE))
    reach = Reach.CHAT if tandem.by_hand.has_room else Reach.CHANNEL
    terms = Terms(mentor_goal=mentors, mentee_goal=mentees, reach=(reach,))
    return uow.agreements.put(Agreement(tandem.id, tandem.id, terms))


def _goal(uow: UnitOfWork, tandem: Tandem, role: Role) -> str:
    found = uow.enrolments.all(id=enrolment_id(uow.cycle_id, role, tandem.person(role)))
    purpose = found[0].answers.purpose if found else None
    return purpose.goal if purpose else ""


@on_the_day
def _bring(uow: UnitOfWork, _moment: Moment, session: Session, person_id: str) -> None:
    """On the day of their first session each of the two gets it, once; it does not count as
    the day's one notice.
    """
    tandem = uow.tandems.need(session.tandem_id)
    if not _has_it(uow, tandem, person_id):
        propose(uow, tandem)
        post(uow, agreement_card, tandem.id, person_id)


def _has_it(uow: UnitOfWork, tandem: Tandem, person_id: str) -> bool:
    return uow.postings.any(kind=agreement_card.name, subject_id=tandem.id, person_id=person_id)


@when_it_runs
def _bring_without_dates(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Who keep their own dates have no first session that the product knows of: they get it on
    their next day at work.
    """
    if tandem.by_hand.has_dates:
        for person in uow.people.all(id=(tandem.mentor_id, tandem.mentee_id)):
            at = next_day_at_work(person, moment)
            set_timer(uow, agreement_later, tandem.id, at, suffix=f":{person.id}")


@when_due()
def agreement_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The day after the launch has come for one of the two, unless the tandem is over or they have
    opened the agreement themselves.
    """
    tandem, person_id = uow.tandems.get(timer.subject_id), timer.id.rpartition(":")[2]
    if tandem and tandem.state is TandemState.LAUNCHED and not _has_it(uow, tandem, person_id):
        propose(uow, tandem)
        bring_when_it_fits(uow, moment, agreement_card, tandem.id, person_id)


def show(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """Put the agreement before one of the two, who asks for it.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``.
    """
    tandem = _own(uow, tandem_id, person_id)
    propose(uow, tandem)
    key = f"{agreement_card.name}:{tandem.id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, agreement_card, tandem.id, person_id, key=key, chat=chat)


def look_at(
    uow: UnitOfWork,
    _moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    item: Item | None,
) -> None:
    """Begin to change an item in the card, or go back to the whole.

    Raises:
        Refusal: ``stale``; ``not-yours``.
    """
    _own(uow, tandem_id, person_id)
    shown = item.value if item else ""
    show_part(uow, agreement_card, tandem_id, posting_id, shown, 0, whose=person_id)


def change(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    wanted: Change,
) -> None:
    """Propose something else, and go back to the whole; both have to agree to it, and where the
    other one had agreed already, they are told.

    Raises:
        Refusal: ``stale``; ``not-yours``; as ``mentoring.domain.agreement.changed``.
    """
    tandem = _own(uow, tandem_id, person_id)
    before = uow.agreements.need(tandem_id)
    after = uow.agreements.put(changed(before, tandem.role_of(person_id), wanted, moment.now))
    show_part(uow, agreement_card, tandem_id, posting_id, "", 0, whose=person_id)
    other = tandem.partner_of(person_id)
    role = tandem.role_of(other)
    if before.has_agreed(role) and not after.has_agreed(role):
        _tell(uow, moment, tandem_id, other)


def agree(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, version: int) -> None:
    """*Agreed*; where the other one has not, they are told.

    Raises:
        Refusal: ``stale``; ``not-yours``; ``agreement-changed``.
    """
    tandem = _own(uow, tandem_id, person_id)
    before = uow.agreements.need(tandem_id)
    after = uow.agreements.put(agreed(before, tandem.role_of(person_id), version, moment.now))
    if after != before and not after.is_valid:
        _tell(uow, moment, tandem_id, tandem.partner_of(person_id))


def _tell(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    """What the other one has said to it, unless that is switched off."""
    if brings(uow, tandem_id, person_id, WITHOUT_AGREEMENT):
        bring_when_it_fits(uow, moment, agreement_card, tandem_id, person_id)


def _own(uow: UnitOfWork, tandem_id: str, person_id: str) -> Tandem:
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    return tandem
