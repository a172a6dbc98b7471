"""The region's address at which Teams was last heard: the way to chats where nobody has written."""

from __future__ import annotations

from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork

KEY = "service_url"


def known_service(uow: UnitOfWork) -> str:
    """The address; empty before anybody has been heard."""
    known = uow.facts.get(KEY)
    return known.value if known else ""


def remember_service(uow: UnitOfWork, service_url: str) -> None:
    """Keep the address."""
    if known_service(uow) != service_url:
        uow.facts.put(Fact(KEY, service_url))
