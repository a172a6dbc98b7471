"""What is asked of whoever comes by themselves, and what follows from a no of the owners."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.confirmed import mark_of
from mentoring.domain.enrolment import KEEPS, Application, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.changes import Topic
from mentoring.usecases.common.noting import note

APPLIED = Topic("applied")
"""Somebody who came by themselves has handed in their questionnaire, and waits for owners."""
NOT_ASKED_AGAIN = timedelta(days=180)
"""So long somebody whom owners have declined is not invited to apply once more in the cycle."""


def asks_condition(moment: Moment, enrolment: Enrolment) -> bool:
    """Whether the person has still to say yes to the programme's condition; whoever was invited
    has not, but for whom owners have accepted and who has left since and comes back.
    """
    accepted = enrolment.application is Application.ACCEPTED
    comes_back = accepted and enrolment.accepted_at is None
    comes = comes_back or enrolment.application is Application.OPEN
    applies = comes and enrolment.state not in KEEPS
    wanted = moment.programme.condition(enrolment.role).said_in(moment.programme.language)
    return applies and bool(wanted) and enrolment.met_condition_at is None


def meets_condition(moment: Moment, enrolment: Enrolment, read: str) -> bool:
    """Whether what the person says yes to (its mark) is still what is asked; cards of earlier
    versions do not tell what they showed.
    """
    return read in {"", mark_of(moment.programme.condition(enrolment.role))}


def said_yes(moment: Moment, enrolment: Enrolment, read: str = "") -> Enrolment:
    """The enrolment with the yes to the sentence of this mark, of which nothing else is kept."""
    if not asks_condition(moment, enrolment):
        return enrolment
    return replace(enrolment, met_condition_at=moment.now, met_condition=read)


def changes_who_waits(change: Altered) -> bool:
    """Whether with the change an enrolment begins or ends to wait for owners' answer."""
    return _waits(change.before) != _waits(change.after)


def _waits(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.awaits_answer


def note_declined(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Remember under a pseudonym that owners have declined, so that nobody is invited to apply
    again and again; owners may invite them all the same.
    """
    key = _key(uow, enrolment.role, enrolment.person_id)
    note(uow, key, f"declined-{enrolment.role}", moment.now + NOT_ASKED_AGAIN)


def was_declined(uow: UnitOfWork, role: Role, person_id: str) -> bool:
    """Whether owners have declined the person's application in this cycle."""
    return uow.facts.get(_key(uow, role, person_id)) is not None


def require_undecided(uow: UnitOfWork, moment: Moment, role: Role, person_id: str) -> None:
    """Whom owners have declined in this cycle is told so once more, instead of being asked.

    Raises:
        Refusal: ``declined``.
    """
    if was_declined(uow, role, person_id):
        contact = moment.programme.contact.name or moment.programme.name
        raise Refusal("declined", contact=contact)


def _key(uow: UnitOfWork, role: Role, person_id: str) -> str:
    return f"declined:{uow.cycle_id}:{role}:{uow.pseudonym(person_id)}"
