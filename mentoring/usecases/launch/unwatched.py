"""The directory refuses the daily look at people: owners are told once, until it answers again,
because nobody who leaves is noticed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from mentoring.domain.upkeep import Fact
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.noting import forget, note_anew
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.programme.period import clock_of_owners

REFUSED = "people-unread:"
"""What the id of the fact that a cycle's people could not be read begins with; its value is the
last day on which that was so.
"""
KEPT = timedelta(weeks=4)
"""So long after the last refusal it is told anew, if it was not over by then."""


@dataclass(frozen=True)
class UnwatchedNotice(Notice):
    """Whether the directory refuses the daily look."""

    is_so: bool


@shows(to="owners")
def unwatched_card(uow: UnitOfWork, _scene: Scene) -> UnwatchedNotice:
    """What owners see, until the directory answers again."""
    return UnwatchedNotice(uow.facts.get(_key(uow)) is not None)


@depends(unwatched_card, Fact)
def _refused_or_not(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """That it refuses, or does not any more; the day is not shown."""
    key = change.row.id
    is_told = key.startswith(REFUSED) and (change.before is None or change.after is None)
    return [key.removeprefix(REFUSED)] if is_told else ()


def _key(uow: UnitOfWork) -> str:
    return f"{REFUSED}{uow.cycle_id}"


def refused(uow: UnitOfWork, moment: Moment) -> None:
    """Of some tandems nobody could be read: owners hear of the first time, not of each day."""
    is_new = uow.facts.get(_key(uow)) is None
    note_anew(uow, _key(uow), _today(uow, moment), moment.now + KEPT)
    if is_new:
        stamp = f"{moment.now:%Y%m%d}"
        tell_owners(uow, moment, unwatched_card, uow.cycle_id, set(), stamp=stamp)


def all_looked_at(uow: UnitOfWork, moment: Moment) -> None:
    """Everybody had their turn today: if nobody was refused, it is over."""
    fact = uow.facts.get(_key(uow))
    if fact and fact.value != _today(uow, moment):
        forget(uow, fact.id)


def _today(uow: UnitOfWork, moment: Moment) -> str:
    return f"{moment.now.astimezone(clock_of_owners(uow, moment)):%Y%m%d}"


def _show(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    post_anew(uow, moment, unwatched_card, uow.cycle_id, asking.owner, asking.chat)


@needs_owners(_show)
def unwatched(uow: UnitOfWork, moment: Moment, _readers: Readers) -> int:
    """As long as the directory refuses, somebody has to be asked for the permission."""
    return int(not moment.cycle.is_over and uow.facts.any(id=_key(uow)))
