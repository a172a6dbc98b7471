"""Polls as they stand: which are not over, ending one, putting one before both sides, or before
whoever keeps somebody's calendar from now on.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from mentoring.domain import poll as poll_rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import LIVING, Poll, PollState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.people import chat_of
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.enrolment.deputy import DEPUTY
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions import deputies
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


def show_to_asker(uow: UnitOfWork, poll: Poll, person_id: str) -> None:
    """Whoever asks for another time may choose it, also if somebody else keeps their calendar, and
    is answered at once.
    """
    tandem = uow.tandems.need(poll.tandem_id)
    for role in Role:
        if person_id == tandem.person(role):
            key = f"{poll_card.name}:{poll.id}:{role}:{person_id}"
            chat = chat_of(uow, person_id)
            post(uow, poll_card, poll.id, person_id, key=key, chat=chat, view=role)


def show_past_deputy(uow: UnitOfWork, poll: Poll, person_id: str) -> None:
    """Where the person's deputy is asked about the dates, the person who has just pressed for them
    may choose as well.
    """
    if keeper_of(uow, person_id) != person_id:
        show_to_asker(uow, poll, person_id)


def running(uow: UnitOfWork, tandem_id: str) -> Tandem:
    """The tandem, if it has been launched, is not over, and does not go on as another.

    Raises:
        Refusal: ``stale``.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHED or is_undone(uow, tandem_id):
        raise Refusal("stale")
    return tandem


@follows(DEPUTY)
def _another_deputy(uow: UnitOfWork, _moment: Moment, person_id: str) -> None:
    """Somebody has named another deputy: in each tandem of theirs that runs, that one is told.
    Before, the launch tells whoever is named by then.
    """
    for side in ("mentor_id", "mentee_id"):
        for tandem in uow.tandems.all(state=TandemState.LAUNCHED, **{side: person_id}):
            ask(uow, tell_deputy, tandem.id, once=secrets.token_hex(8))


@one_step(queue="talk")
async def tell_deputy(world: World, tandem_id: str) -> None:
    """Reach whoever keeps the calendars of the two now, and show them what there is to keep."""
    await deputies.tell(world, tandem_id)
    await world.run(_show_open_polls, tandem_id)


def _show_open_polls(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    for poll in uow.polls.all(tandem_id=tandem_id, state=PollState.OPEN):
        show_to_both(uow, poll)
