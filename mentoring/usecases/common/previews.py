"""What owners are shown before it happens is good for a day: afterwards too much has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Timer
from mentoring.notices import VIEWS, View
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, when_due

GOOD_FOR = timedelta(days=1)
STAMP = "%Y%m%d%H%M%S"
"""A moment (UTC) to the second, where an id says it: that of a card ends with when its preview was
made.
"""


def is_old(prepared_at: datetime | None, now: datetime) -> bool:
    """Whether a preview that was made then can be confirmed no more; those of earlier versions do
    not say when they were made.
    """
    return prepared_at is None or now - prepared_at >= GOOD_FOR


def stamped_at(posting_id: str) -> datetime | None:
    """When the preview on this card was made (aware, UTC), as its id says; None if it does not."""
    try:
        return datetime.strptime(posting_id.rpartition(":")[2], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def require_fresh(prepared_at: datetime | None, now: datetime) -> None:
    """Refuse to do what was shown more than a day ago.

    Raises:
        Refusal: ``preview-old``.
    """
    if is_old(prepared_at, now):
        raise Refusal("preview-old")


def require_same(seen: str, now: str) -> None:
    """Refuse to do something else than what the owner has seen.

    ``seen`` is what the pressed button says of it, empty on cards of earlier versions.

    Raises:
        Refusal: ``preview-changed``.
    """
    if seen and seen != now:
        raise Refusal("preview-changed")


def grows_old(uow: UnitOfWork, moment: Moment, shown: View[Any], subject_id: str) -> None:
    """Let the preview that is made now close itself after its day."""
    set_timer(uow, preview_over, f"{shown.name}|{subject_id}", moment.now + GOOD_FOR)


@when_due(stored_as="preview-over")
def preview_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """A preview's day is over."""
    kind, _, subject_id = timer.subject_id.partition("|")
    time_has_come(uow, VIEWS[kind], subject_id)
