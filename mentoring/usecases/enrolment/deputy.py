"""Somebody has another deputy from now on; what follows for dates is known where they are."""

from __future__ import annotations

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed

DEPUTY = Topic("deputy")
"""Whoever keeps the calendar of this person (by id) has changed."""


def note_deputy(uow: UnitOfWork, before: Enrolment, after: Enrolment) -> None:
    """Say so, if somebody who takes part has named another deputy, or none any more."""
    if after.state is EnrolmentState.DONE and _named(before) != _named(after):
        changed(uow, DEPUTY, after.person_id)


def _named(enrolment: Enrolment) -> tuple[str, ...]:
    when = enrolment.answers.when
    return when.deputy if when else ()
