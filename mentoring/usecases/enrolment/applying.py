"""What is asked before the questionnaire opens, of applicants above all; what follows from a no of
the owners.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.confirmed import mark_of
from mentoring.domain.enrolment import KEEPS, Application, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.changes import Topic
from mentoring.usecases.common.noting import note
from mentoring.usecases.common.people import contact_for

APPLIED = Topic("applied")
"""Somebody has handed in their questionnaire, and waits for owners."""
NOT_ASKED_AGAIN = timedelta(days=180)
"""So long somebody whom owners have declined is not invited to apply once more in the cycle."""


@dataclass(frozen=True)
class Yes:
    """What somebody says by pressing *take part*: ``meets``: what is asked of applicants is so, by
    the sentence of the mark ``read``; ``of_age``: whether they are of age, if they were asked.
    """

    meets: bool = False
    read: str = ""
    of_age: bool | None = None


PLAIN_YES = Yes()


def asks_age(moment: Moment, enrolment: Enrolment) -> bool:
    """Whether the person has to say whether they are of age before they take part."""
    return moment.programme.under_18 and enrolment.state not in KEEPS


def asks_anything(moment: Moment, enrolment: Enrolment) -> bool:
    """Whether something is asked before the questionnaire opens."""
    return asks_age(moment, enrolment) or asks_condition(moment, enrolment)


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


def left_open(moment: Moment, enrolment: Enrolment, yes: Yes) -> str:
    """What is asked before the questionnaire opens and has no answer, as a refusal's code:
    ``condition`` without the yes to what is asked of applicants, ``age-asked`` where nothing is
    said of being of age; empty if nothing is open.
    """
    says_so = yes.meets and meets_condition(moment, enrolment, yes.read)
    if asks_condition(moment, enrolment) and not says_so:
        return "condition"
    return "age-asked" if asks_age(moment, enrolment) and yes.of_age is None else ""


def said_yes(moment: Moment, enrolment: Enrolment, yes: Yes = PLAIN_YES) -> Enrolment:
    """The enrolment with the yes to the sentence of this mark, of which nothing else is kept, and
    with a *no* of somebody who is not of age.
    """
    if asks_age(moment, enrolment) and yes.of_age is not None:
        enrolment = enrolment_rules.of_age(enrolment, yes=yes.of_age)
    if not asks_condition(moment, enrolment):
        return enrolment
    return replace(enrolment, met_condition_at=moment.now, met_condition=yes.read)


def waits_for_owners(enrolment: Enrolment) -> bool:
    """Whether owners have still to decide, about an application or a clearance."""
    return enrolment.awaits_answer or enrolment.awaits_clearance


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
        contact = contact_for(uow, moment, person_id).name or moment.programme.name
        raise Refusal("declined", contact=contact)


def _key(uow: UnitOfWork, role: Role, person_id: str) -> str:
    return f"declined:{uow.cycle_id}:{role}:{uow.pseudonym(person_id)}"
