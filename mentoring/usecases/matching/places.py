"""Places that have become free: whoever waits may be matched."""

from __future__ import annotations

from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed

PLACES = Topic("places")


def fill(uow: UnitOfWork) -> None:
    """Somebody joined late, or a place became free: once owners have approved, the rest are matched
    without anybody having to ask.

    Owners who have open proposals before them are not disturbed; their card says that more people
    have come. This happens a little later, once for everybody who has come by then.
    """
    changed(uow, PLACES)
