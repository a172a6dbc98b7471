"""How owners take somebody out before there is a tandem: nothing of it is kept but a kind sentence
on the card that the person has read.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.posting import OLDER
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import call_off
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card


def take_out(uow: UnitOfWork, enrolment: Enrolment, how: TakenOut) -> None:
    """Forget the enrolment with all its answers; its cards say ``how``, and one that is not sent
    yet never will be.
    """
    call_off(uow, enrolment_card, enrolment.id)
    for each in uow.postings.all(kind=enrolment_card.name, subject_id=enrolment.id):
        if each.view != OLDER:
            uow.postings.put(replace(each, view=how, wanted=each.wanted + 1))
    uow.enrolments.delete(enrolment.id)
