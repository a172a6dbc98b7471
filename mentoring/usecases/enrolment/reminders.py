"""Reminding those who have not finished their enrolment: at most once a day, and only if they have
not said no.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.posting import REMINDER
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import ENDS_LAST, clock_of, enrolment_open

PAUSE = timedelta(hours=20)
ASKED = (EnrolmentState.INVITED, EnrolmentState.BEGUN)
# Whoever said *not now* counts among those asked, so that the number tells owners nothing about
# a person.
COUNTED = (*ASKED, EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN)


def remind(uow: UnitOfWork, moment: Moment) -> int:
    """Send those who have not finished their card anew with a friendly line; returns how many they
    are.

    Raises:
        Refusal: ``enrolment-closed``, or ``nobody-to-remind``.
    """
    now = moment.now
    require_running(moment)
    asked = uow.enrolments.all(state=ASKED)
    still = [each for each in asked if enrolment_open(moment, clock_of(uow, each.person_id))]
    if not still and (asked or not enrolment_open(moment, ENDS_LAST)):
        raise Refusal("enrolment-closed")
    unfinished = uow.enrolments.count(state=COUNTED)
    if not unfinished:
        raise Refusal("nobody-to-remind")
    for enrolment in still:
        if now - (enrolment.reminded_at or enrolment.invited_at) >= PAUSE:
            uow.enrolments.put(replace(enrolment, reminded_at=now))
            copy = f"reminder:{enrolment.id}:{now:{STAMP}}"
            post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=copy, view=REMINDER)
    return unfinished
