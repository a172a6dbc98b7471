"""Another partner: whoever wants one says so in one press, without a reason.

It is asked for as every end is, so nothing tells afterwards that it was a switch, or who wanted it;
until the end comes nothing changes, on any card.
"""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import TOGETHER
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.launch.ending import end


def switch(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    """Let the tandem come to its end; by its end both are asked whether they would like another.

    Raises:
        Refusal: ``not-yours``; ``stale`` once it is over or goes on as another.
    """
    tandem = uow.tandems.need(tandem_id)
    tandem.role_of(person_id)
    if tandem.state not in TOGETHER or is_undone(uow, tandem_id):
        raise Refusal("stale")
    end(uow, moment, tandem_id)
