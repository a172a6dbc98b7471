"""``certificate``: whoever asks for theirs gets it, or is told when there is one."""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import TandemState
from mentoring.notices import Said
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.tandem.certificate import can_have, show, together


def show_each(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> Said | None:
    """Put each of the person's certificates before them; before the end of their tandem, say when
    it comes.

    Raises:
        Refusal: ``certificate-none`` if there is none, nor a running tandem.
    """
    firsts = _of_each_role(uow, moment, person_id)
    for tandem_id, cycle_id in firsts.items():
        show(for_cycle(uow, cycle_id), moment, tandem_id, person_id, chat)
    if firsts:
        return None
    own = tandems_with(uow, person_id)
    if uow.everywhere.tandems.any(id=own, state=TandemState.LAUNCHED):
        return Said.of("certificate-later")
    raise Refusal("certificate-none")


def _of_each_role(uow: UnitOfWork, moment: Moment, person_id: str) -> dict[str, str]:
    """The first tandem of each certificate that there is, with its cycle."""
    over = uow.everywhere.tandems.all(id=tandems_with(uow, person_id), state=TandemState.CLOSED)
    found = {}
    for tandem in over:
        here = for_cycle(uow, tandem.cycle_id)
        if can_have(here, moment.now, tandem, person_id):
            found[together(here, tandem, person_id)[0].id] = tandem.cycle_id
    return found
