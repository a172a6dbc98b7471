"""What sessions hold about people: when they meet, and what both said about it."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES, Part, Reader, holds, naming
from mentoring.usecases.common.people import as_known, tandems_with

BOTH = frozenset({Reader.PERSON, Reader.PARTNER})
KEEPING = BOTH | {Reader.DEPUTY}


@holds(
    Session,
    Part(
        "session-dates",
        (
            "tandem_id",
            "number",
            "planned",
            "minutes",
            "state",
            "start",
            "offer",
            "event_id",
            "join_url",
            "declined",
            "given_up",
        ),
        kept=DATES,
        seen_by=KEEPING,
    ),
    Part("session-outcome", ("outcome",), kept=DATES, seen_by=BOTH),
)
def sessions(uow: UnitOfWork, person_id: str) -> Iterable[Session]:
    """The sessions of the person's tandems."""
    return uow.sessions.all(tandem_id=tandems_with(uow, person_id))


@holds(
    Tandem,
    Part(
        "series",
        ("plan", "organizer_id", "minutes", "rhythm", "series_id", "join_url"),
        kept=DATES,
        seen_by=KEEPING,
    ),
    quick=False,
    told=as_known,
)
def series(uow: UnitOfWork, person_id: str) -> Iterable[Tandem]:
    """The series of the person's tandems, and those that still stand in their calendar."""
    own = uow.tandems.all(id=tandems_with(uow, person_id))
    kept = naming(uow.tandems, person_id, "plan", "organizer_id")
    return {each.id: each for each in (*own, *kept)}.values()
