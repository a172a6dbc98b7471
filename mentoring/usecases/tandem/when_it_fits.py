"""A card that can wait is put before somebody when it fits: at most one notice a person and day,
while they work and are not away. What had to wait comes together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mentoring.domain.cycle import is_try
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.notices import VIEWS, View, still_matters
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.one_a_day import may_come_now, next_try
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.tandem.what_waited import (
    alone_with,
    card_of,
    come_together,
    have_wait,
    nothing_waits,
    what_waits,
)


def bring_when_it_fits(
    uow: UnitOfWork, moment: Moment, view: View[Any], subject_id: str, person_id: str
) -> None:
    """Have the card put before the person, unless it says nothing to them by then."""
    _ask(uow, moment, f"{view.name}:{subject_id}:{person_id}")


def _ask(uow: UnitOfWork, moment: Moment, subject: str) -> None:
    ask(uow, bring_card, subject, once=f"{moment.now:%Y%m%d%H%M}")


@one_step(queue="talk")
async def bring_card(world: World, subject: str) -> None:
    """Put a card before somebody, unless their mailbox says that they are away.

    ``subject`` is the view's name, the id of what it shows, and the person's, joined by colons.
    """
    card = _card(subject)
    if await world.read(lambda uow, moment: still_matters(uow, card, moment.now)):
        away = await world.calendar.is_away(card.person_id, [world.clock.now()])
        await world.run(_put_before, subject, away=away)


def _card(subject: str) -> Posting:
    kind, _, rest = subject.partition(":")
    return card_of(kind, *_ids(rest))


def _ids(rest: str) -> tuple[str, str]:
    subject_id, _, person_id = rest.rpartition(":")
    return subject_id, person_id


def _put_before(uow: UnitOfWork, moment: Moment, subject: str, *, away: bool) -> None:
    card = _card(subject)
    if still_matters(uow, card, moment.now):
        put_before(uow, moment, card, away=away)


def put_before(uow: UnitOfWork, moment: Moment, card: Posting, *, away: bool) -> None:
    """Put the card before its person now, together with what has waited for them; or have it wait
    too, if they are ``away``, do not work, or were told something today.

    In a try each comes by itself: whoever tries it out wants to see them.
    """
    alone_with(uow, card.person_id)
    waiting = () if is_try(uow.cycle_id) else what_waits(uow, card.person_id, moment.now)
    _bring(uow, moment, [*(each for each in waiting if each != card), card], away=away)


def _bring(uow: UnitOfWork, moment: Moment, cards: Sequence[Posting], *, away: bool) -> None:
    person_id, together = cards[0].person_id, len(cards) > 1
    about = person_id if together else cards[0].subject_id
    if away or not may_come_now(uow, moment, person_id, about):
        _later(uow, moment, cards)
    elif together:
        nothing_waits(uow, person_id)
        come_together(uow, moment, cards)
    else:
        nothing_waits(uow, person_id)
        [card] = cards
        key = f"{card.id}:{moment.now:%Y%m%d%H%M}"
        post(uow, VIEWS[card.kind], card.subject_id, person_id, key=key)


def _later(uow: UnitOfWork, moment: Moment, cards: Sequence[Posting]) -> None:
    person_id = cards[0].person_id
    later = next_try(uow.people.need(person_id), moment)
    if is_try(uow.cycle_id):
        for card in cards:
            set_timer(uow, bring_later, card.id, later)
        return
    have_wait(uow, moment, cards)
    set_timer(uow, day_begins, person_id, later, suffix=f":{uow.cycle_id}")


@when_due()
def day_begins(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun for somebody for whom something waits."""
    ask(uow, bring_what_waits, timer.subject_id, once=f"{moment.now:%Y%m%d%H%M}")


@one_step(queue="talk")
async def bring_what_waits(world: World, person_id: str) -> None:
    """Put all that waits before the person, unless their mailbox says that they are away."""
    if await world.read(lambda uow, moment: what_waits(uow, person_id, moment.now)):
        away = await world.calendar.is_away(person_id, [world.clock.now()])
        await world.run(_put_waiting_before, person_id, away=away)


def _put_waiting_before(uow: UnitOfWork, moment: Moment, person_id: str, *, away: bool) -> None:
    alone_with(uow, person_id)
    waiting = what_waits(uow, person_id, moment.now)
    if waiting:
        _bring(uow, moment, waiting, away=away)


@when_due()
def bring_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun for whoever was to be told then."""
    _ask(uow, moment, timer.subject_id)
