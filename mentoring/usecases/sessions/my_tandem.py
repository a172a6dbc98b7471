"""``my tandem``: whoever is in a tandem gets its card once more."""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.shown_again import show_what_is_for_later
from mentoring.usecases.sessions.tandem_card import tandem_card


def show_again(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> None:
    """Put the card of each running tandem before the person; earlier copies close.

    Raises:
        Refusal: ``my-tandem-none`` for somebody in no running tandem.
    """
    if not show_if_any(uow, moment, person_id, chat):
        raise Refusal("my-tandem-none")


def show_if_any(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """The same, and beside it what they have said for later, of an earlier one, say; whether the
    person is in a running tandem.
    """
    found = uow.everywhere.tandems
    own = found.all(id=tandems_with(uow, person_id), state=TandemState.LAUNCHED)
    for tandem in own:
        here = for_cycle(uow, tandem.cycle_id)
        post_anew(here, moment, tandem_card, tandem.id, person_id, chat)
    if own:
        show_what_is_for_later(uow, moment, person_id, chat)
    return bool(own)
