"""What circles hold about people: that they are in one."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.circle import CircleMember
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import SERVING, Part, Reader, holds


@holds(
    CircleMember,
    Part(
        "circle",
        ("circle_id", "person_id", "state", "at", "founder"),
        kept=SERVING,
        seen_by={Reader.PERSON},
    ),
)
def circles(uow: UnitOfWork, person_id: str) -> Iterable[CircleMember]:
    """The circles that the person is in, or has a mind to be."""
    return uow.circle_members.all(person_id=person_id)
