"""What somebody says of themselves: saved with each tap, changed as long as it is open, and taken
back as a whole whenever they like.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.items import (
    Item,
    Measure,
    MeasureState,
    answered,
    consented,
    resumed,
    stopped,
)
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post_back, show_part
from mentoring.usecases.common.sides import has_met
from mentoring.usecases.measurement.measure import follow_ups_of, measure_card


@dataclass(frozen=True)
class Tap:
    """An answer (``mark``, 0 for none) to an item, on the card with this id."""

    item: Item
    mark: int
    posting_id: str


def tap(uow: UnitOfWork, _moment: Moment, key: str, person_id: str, said: Tap) -> None:
    """Say this; the card goes on to the next question.

    Raises:
        Refusal: ``gone``, ``not-yours``; as ``mentoring.domain.measurement.items.answered``.
    """
    found = uow.measures.put(answered(own(uow, key, person_id), said.item, said.mark))
    following = found.items.index(said.item) + 1
    show_part(uow, measure_card, key, said.posting_id, "", following)


def consent(
    uow: UnitOfWork, _moment: Moment, key: str, person_id: str, posting_id: str, *, yes: bool
) -> None:
    """Say, while one waits, whether one likes to be asked.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` if the card is none of it, and as
            ``mentoring.domain.measurement.items.consented``.
    """
    uow.measures.put(consented(own(uow, key, person_id), yes=yes))
    show_part(uow, measure_card, key, posting_id, "", 0)


def turn(
    uow: UnitOfWork, _moment: Moment, key: str, person_id: str, posting_id: str, page: int
) -> None:
    """Go to another question.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` if the card is none of it.
    """
    own(uow, key, person_id)
    show_part(uow, measure_card, key, posting_id, "", page)


def stop(uow: UnitOfWork, _moment: Moment, key: str, person_id: str) -> None:
    """Erase all that was said, at every stage, and ask no more in this cycle, nor afterwards.

    Raises:
        Refusal: ``gone``, ``not-yours``.
    """
    found = own(uow, key, person_id)
    uow.measures.put_all(stopped(each) for each in _all(uow, found))
    for each in follow_ups_of(uow, found.enrolment_id):
        uow.follow_ups.delete(each.id)


def resume(uow: UnitOfWork, moment: Moment, key: str, person_id: str, posting_id: str) -> None:
    """Be asked again, from the latest stage on, whatever card was pressed; a start that has gone is
    not asked for any more.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` if the card is none of it.
    """
    found = own(uow, key, person_id)
    met = has_met(uow, moment.now, found.role, person_id)
    again = resumed(_all(uow, found), has_met=met)
    uow.measures.put_all(again)
    show_part(uow, measure_card, key, posting_id, "", 0)
    for each in again:
        if each.state is MeasureState.OPEN and each.id != key:
            post_back(uow, moment, measure_card, each.id, person_id)


def own(uow: UnitOfWork, key: str, person_id: str) -> Measure:
    """What is asked of this person.

    Raises:
        Refusal: ``gone``, ``not-yours``.
    """
    found = uow.measures.need(key)
    if found.person_id != person_id:
        raise Refusal("not-yours")
    return found


def _all(uow: UnitOfWork, found: Measure) -> list[Measure]:
    """All stages of the same enrolment."""
    return list(uow.measures.all(person_id=found.person_id, role=found.role))
