"""Places that have become free: whoever waits may be matched."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed

PLACES = Topic("places")
First = Callable[[UnitOfWork], None]
BEFORE_THE_MATCHING: list[First] = []


def before_the_matching(rule: First) -> First:
    """Register who is put to whom without it, once they wait: rooms that stand on this one do."""
    BEFORE_THE_MATCHING.append(rule)
    return rule


def let_come_first(uow: UnitOfWork) -> None:
    """Put them to each other."""
    for rule in BEFORE_THE_MATCHING:
        rule(uow)


def fill(uow: UnitOfWork) -> None:
    """Somebody joined late, or a place became free: once owners have approved, the rest are matched
    without anybody having to ask.

    Owners who have open proposals before them are not disturbed; their card says that more people
    have come. This happens a little later, once for everybody who has come by then.
    """
    changed(uow, PLACES)
