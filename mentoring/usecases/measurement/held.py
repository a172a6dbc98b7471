"""What the measurement holds about people: what they say of themselves, for themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Item, Measure
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES, SERVING, TOGETHER, Part, Reader, holds, within

SEEN_BY = frozenset({Reader.AUTHOR, Reader.OWNERS_IN_GROUPS})


@holds(
    Measure,
    Part(
        "measure",
        within("said", "topic", "afresh", "asks_stay", *Item),
        kept=DATES,
        seen_by=SEEN_BY,
    ),
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


def _without_the_others_answer(_uow: UnitOfWork, found: Result, _person_id: str) -> Result:
    """A no, silence and what was taken back look alike."""
    return replace(found, agreed_by="")


@holds(
    Result,
    Part("result", ("line", "figure"), kept=DATES, seen_by={Reader.AUTHOR, Reader.PARTNER}),
    Part(
        "result-written",
        ("tandem_id", "author_id", "at"),
        kept=DATES,
        seen_by={Reader.PERSON, Reader.PARTNER},
    ),
    told=_without_the_others_answer,
)
def results(uow: UnitOfWork, person_id: str) -> Iterable[Result]:
    """What the person has released of what their tandem has brought."""
    return uow.results.all(author_id=person_id)


@holds(
    Result,
    Part(
        "result-agreed",
        ("agreed_by",),
        kept=DATES,
        seen_by={Reader.PERSON},
        emptied={"agreed_by": ""},
    ),
)
def results_agreed(uow: UnitOfWork, person_id: str) -> Iterable[Result]:
    """The lines of others that the person has released."""
    return uow.results.all(agreed_by=person_id)


@holds(
    ReportedResult,
    Part(
        "result-reported",
        ("tandem_id", "author_id", "agreed_by", "line", "topic", "figure", "at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.PARTNER, Reader.OWNERS},
    ),
)
def reported_results(uow: UnitOfWork, person_id: str) -> Iterable[ReportedResult]:
    """What owners read of the person's tandems, as both have released it."""
    own = uow.reported_results.all(author_id=person_id)
    return [*own, *uow.reported_results.all(agreed_by=person_id)]
