"""A mentee's line to their mentor, from the card of thanks: only where the tandem has come to its
planned end, so that an end before its time stays without words for both alike.
"""

from __future__ import annotations

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.farewell import farewell
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.sides import can_be_opened
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits


def write(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, typed: str) -> None:
    """Write it, instead of what was written before; the mentor is told once.

    Raises:
        Refusal: ``not-yours``; ``stale`` unless the tandem has come to its planned end, or once
            what they have said is erased; as ``mentoring.domain.farewell.farewell``.
    """
    tandem = _own(uow, moment, tandem_id, person_id)
    uow.farewells.put(farewell(tandem_id, person_id, typed, moment.now))
    if _copies(uow, tandem) < 2:
        bring_when_it_fits(uow, moment, thanks_card, tandem_id, tandem.mentor_id)


def take_back(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    """Nobody reads it any more.

    Raises:
        Refusal: ``not-yours``; ``stale`` as for ``write``.
    """
    _own(uow, moment, tandem_id, person_id)
    uow.farewells.delete(tandem_id)


def _copies(uow: UnitOfWork, tandem: Tandem) -> int:
    """How many cards of thanks the mentor has: the second one brings the line."""
    return uow.postings.count(
        kind=thanks_card.name, subject_id=tandem.id, person_id=tandem.mentor_id
    )


def _own(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> Tandem:
    tandem = uow.tandems.need(tandem_id)
    if tandem.role_of(person_id) is not Role.MENTEE:
        raise Refusal("not-yours")
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, Role.MENTEE, person_id))
    if not tandem.as_planned or enrolled is None:
        raise Refusal("stale")
    if not can_be_opened(uow, moment.now, enrolled):
        raise Refusal("stale")
    return tandem
