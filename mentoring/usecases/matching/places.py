"""Places that have become free: whoever waits may be matched."""

from __future__ import annotations

from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed

PLACES = Topic("places")


def fill(uow: UnitOfWork) -> None:
    """Somebody joined late, or a place became free: once owners have approved, the rest is matched
    without being asked.

    Owners who have open proposals before them are not disturbed; their card says that more people
    have come. It is looked at soon, once for all who come until then.
    """
    changed(uow, PLACES)
