"""Applications about which owners have not decided when the cycle ends: nobody waits for an answer
that cannot come any more.
"""

from __future__ import annotations

from mentoring.domain.enrolment import HANDED_IN, Enrolment
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.taking_out import take_out


def changes_who_waits(change: Altered) -> bool:
    """Whether with the change an enrolment begins or ends to wait for owners' answer."""
    return _waits(change.before) != _waits(change.after)


def _waits(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.awaits_answer


def release_undecided(uow: UnitOfWork, moment: Moment) -> None:
    """Their answers are erased, and a new card says why; in the next cycle they are as welcome as
    anybody.
    """
    for each in uow.enrolments.all(**HANDED_IN):
        take_out(uow, moment, each, TakenOut.UNDECIDED)
        key = f"enrolment:{each.id}:{TakenOut.UNDECIDED}"
        post(uow, enrolment_card, each.id, each.person_id, key=key, view=TakenOut.UNDECIDED)
