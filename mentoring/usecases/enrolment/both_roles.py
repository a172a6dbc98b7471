"""Somebody takes part in both roles: mentor in one topic, mentee in another.

Each role has an enrolment, a card and a tandem of its own; what is the same for the person is
answered once, and no topic is taught and wished for at once.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.enrolment import KEEPS, OPEN, Application, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.questionnaire import Answers, Step, Topics, Wishes, way
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post_back
from mentoring.usecases.enrolment.applying import require_undecided
from mentoring.usecases.enrolment.card import (
    beside,
    enrolment_card,
    may_also,
    other_role,
    taken_topics,
)
from mentoring.usecases.enrolment.entrance import invite


def also(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """*Also as mentee* (or mentor): whoever takes part applies in the other role as well, on a
    card of its own, and owners decide as about everybody who comes by themselves. Pressed twice it
    is one application.

    Raises:
        Refusal: ``not-yours``; ``stale`` if they do not take part, or nobody may apply in that role
            now; ``declined`` if owners have declined them there in this cycle.
    """
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    other = beside(uow, enrolment)
    if other is not None and other.state in OPEN:
        return other
    role = other_role(enrolment.role)
    if not may_also(uow, moment, enrolment):
        raise Refusal("stale")
    require_undecided(uow, moment, role, person_id)
    return _asked(uow, moment, enrolment, other)


def _asked(
    uow: UnitOfWork, moment: Moment, enrolment: Enrolment, other: Enrolment | None
) -> Enrolment:
    """Whom owners want there already has their invitation open again."""
    if other is not None and other.is_admitted:
        asked = enrolment_rules.reopen(other)
    else:
        person, role = uow.people.need(enrolment.person_id), other_role(enrolment.role)
        made = invite(uow, moment, person.profile, role)
        asked = replace(made, application=Application.OPEN)
    uow.enrolments.put(asked)
    post_back(uow, moment, enrolment_card, asked.id, asked.person_id)
    return asked


def with_shared(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> Enrolment:
    """The enrolment of somebody who is about to begin, with what they have said in their other role
    and what holds here as well.
    """
    other = beside(uow, enrolment)
    begins = enrolment.state not in KEEPS and enrolment.answers.own == Answers()
    if not begins or other is None or other.state not in KEEPS:
        return enrolment
    kept = way.shared(enrolment.role, other.answers, moment.programme.offered)
    answers = way.with_entered(enrolment.role, kept, enrolment.answers)
    return replace(enrolment, answers=answers)


def require_other_topics(uow: UnitOfWork, enrolment: Enrolment, said: Step) -> None:
    """No topic is taught and wished for at once.

    Raises:
        Refusal: ``topic-both``, naming the input.
    """
    if not isinstance(said, Topics | Wishes):
        return
    taken = set(taken_topics(beside(uow, enrolment)))
    for name in said.topic_inputs:
        value = getattr(said, name)
        if taken & set(value if isinstance(value, tuple) else (value,)):
            raise Refusal("topic-both", field=name)
