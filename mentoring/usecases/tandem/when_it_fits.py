"""A card that can wait is put before somebody when it fits: at most one notice a person and day,
while they work and are not away.
"""

from __future__ import annotations

from typing import Any

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
    subject_id, _, person_id = rest.rpartition(":")
    return Posting(subject, kind, subject_id, person_id)


def _put_before(uow: UnitOfWork, moment: Moment, subject: str, *, away: bool) -> None:
    card = _card(subject)
    if not still_matters(uow, card, moment.now):
        return
    if away or not may_come_now(uow, moment, card.person_id, card.subject_id):
        later = next_try(uow.people.need(card.person_id), moment)
        set_timer(uow, bring_later, subject, later)
    else:
        key = f"{subject}:{moment.now:%Y%m%d%H%M}"
        post(uow, VIEWS[card.kind], card.subject_id, card.person_id, key=key)


@when_due()
def bring_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun for whoever could not be told before."""
    _ask(uow, moment, timer.subject_id)
