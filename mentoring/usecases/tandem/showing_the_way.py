"""Putting the road map before one of the two, who asks for it."""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.tandem.road_map import road_map_card


def show(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """The tandem's road map; earlier copies of theirs in the same chat close.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``.
    """
    running(uow, tandem_id).role_of(person_id)
    post_anew(uow, moment, road_map_card, tandem_id, person_id, chat)


def show_each(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> None:
    """``road map``: that of each of the person's running tandems.

    Raises:
        Refusal: ``my-tandem-none`` for somebody in no running tandem.
    """
    found = uow.everywhere.tandems
    own = found.all(id=tandems_with(uow, person_id), state=TandemState.LAUNCHED)
    if not own:
        raise Refusal("my-tandem-none")
    for tandem in own:
        show(for_cycle(uow, tandem.cycle_id), moment, tandem.id, person_id, chat)
