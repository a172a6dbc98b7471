"""What changes hold about people: until when they pause, and whose calendar is watched."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.watching import Absence, Watch
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import NOBODY, SERVING, Part, Reader, holds


@holds(
    Absence,
    Part(
        "pause",
        ("id", "since", "until"),
        kept=SERVING,
        seen_by={Reader.PERSON, Reader.PARTNER, Reader.DEPUTY, Reader.OWNERS_AS_STATE},
    ),
)
def pauses(uow: UnitOfWork, person_id: str) -> Iterable[Absence]:
    """The person's pause."""
    return uow.absences.all(id=person_id)


@holds(
    Watch,
    Part("watch", ("id", "subscription_id", "expires_at", "lasting"), kept=SERVING, seen_by=NOBODY),
    Part("watch-secret", ("secret",), kept=SERVING, seen_by=NOBODY),
)
def watches(uow: UnitOfWork, person_id: str) -> Iterable[Watch]:
    """The subscription to the person's calendar, in which sessions stand."""
    return uow.watches.all(id=person_id)
