"""What the measurement holds about people: what they say of themselves, for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Item, Measure
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES, SERVING, TOGETHER, Part, Reader, holds, within

SEEN_BY = frozenset({Reader.AUTHOR, Reader.OWNERS_IN_GROUPS})


@holds(
    Measure,
    Part("measure", within("said", "topic", "afresh", *Item), kept=DATES, seen_by=SEEN_BY),
    Part(
        "measure-asked",
        ("person_id", "role", "stage", "asked_at", "state", "waiting"),
        kept=DATES,
        seen_by={Reader.PERSON},
    ),
)
def measures(uow: UnitOfWork, person_id: str) -> Iterable[Measure]:
    """What the person was asked, and what they have said."""
    return uow.measures.all(person_id=person_id)


@holds(
    FollowUp,
    Part("follow-up", within("said", "topic", "still"), kept=SERVING, seen_by=SEEN_BY),
    Part(
        "follow-up-asked",
        ("person_id", "months", "agreed_at", "due_at", "asked_at"),
        kept=SERVING,
        seen_by={Reader.PERSON},
    ),
)
def follow_ups(uow: UnitOfWork, person_id: str) -> Iterable[FollowUp]:
    """What the person has agreed to be asked after the end, and what they say then."""
    return uow.follow_ups.all(person_id=person_id)


@holds(
    KeyFigures,
    Part(
        "owners-figures",
        ("by", "at", "source"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
        emptied={"by": ""},
    ),
)
def figures_by(uow: UnitOfWork, person_id: str) -> Iterable[KeyFigures]:
    """The versions of the house's figures that the person has set."""
    return uow.key_figures.all(by=person_id)
