"""Polls as they stand: which are not over, ending one, putting one before both sides."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.domain import poll as poll_rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import LIVING, Poll
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.deputies import keeper_of


def living(uow: UnitOfWork, tandem_id: str) -> Sequence[Poll]:
    """The tandem's polls that are not over."""
    return uow.polls.all(tandem_id=tandem_id, state=LIVING)


def booking_key(poll: Poll) -> str:
    """Under which key what both agreed on is booked: by it a repeated attempt finds it again."""
    return f"{poll.tandem_id}:{poll.id}:{poll.round}"


def close(uow: UnitOfWork, poll: Poll) -> None:
    """Nothing is to be agreed on any more."""
    uow.polls.put(poll_rules.closed(poll))


def show_to_both(uow: UnitOfWork, poll: Poll) -> None:
    """Put the card before both sides, or before whoever keeps their calendar."""
    tandem = uow.tandems.need(poll.tandem_id)
    for role in Role:
        keeper = keeper_of(uow, tandem.person(role))
        key = f"{poll_card.name}:{poll.id}:{role}:{keeper}"
        post(uow, poll_card, poll.id, keeper, key=key, view=role)


def running(uow: UnitOfWork, tandem_id: str) -> Tandem:
    """The tandem, if it has been launched, is not over, and does not go on as another.

    Raises:
        Refusal: ``stale``.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHED or is_undone(uow, tandem_id):
        raise Refusal("stale")
    return tandem
