"""What polls hold about people: the times put to them, and what suits whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from mentoring.domain.poll import Poll
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES, NOBODY, Part, Reader, holds
from mentoring.usecases.common.people import as_known, tandems_with


@holds(
    Poll,
    Part(
        "poll",
        (
            "tandem_id",
            "session_id",
            "cause",
            "minutes",
            "rhythm",
            "asked_by",
            "options",
            "accepted",
            "seen",
            "wished",
            "not_before",
            "shorter",
            "further",
            "organizer_id",
        ),
        kept=DATES,
        seen_by={Reader.PERSON, Reader.PARTNER, Reader.DEPUTY},
    ),
)
def polls(uow: UnitOfWork, person_id: str) -> Iterable[Poll]:
    """The polls of the person's tandems."""
    return uow.polls.all(tandem_id=tandems_with(uow, person_id))


@holds(Tandem, Part("lost-sessions", ("lost_in_a_row",), kept=DATES, seen_by=NOBODY), told=as_known)
def tandems_losing(uow: UnitOfWork, person_id: str) -> Iterable[Tandem]:
    """The person's tandems, each with how many sessions it has lost since the two last met."""
    return chain(uow.tandems.all(mentor_id=person_id), uow.tandems.all(mentee_id=person_id))
