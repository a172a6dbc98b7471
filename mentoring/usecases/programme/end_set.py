"""What the last day of the enrolment was before an owner has set it: told as of the settings,
though it belongs to a cycle.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.domain.cycle import Cycle
from mentoring.ports.rows import UnitOfWork

SETS_END = ("settings.dates", "settings.undo_dates", "enrolment")
"""The acts by which it is set."""


@dataclass(frozen=True)
class EndSet:
    """From which day it was set to which (None: no last day)."""

    before: date | None
    after: date | None


def end_set(uow: UnitOfWork, cycle: Cycle) -> EndSet | None:
    """How the cycle has come by the last day that it has, or has none; None if nobody has set it,
    or an earlier version has not noted what it was before.
    """
    act = uow.acts.first(last=True, what=SETS_END)
    if act is None or act.before == act.after or act.after != written(cycle.enrolment_end):
        return None
    return EndSet(day_of(act.before), day_of(act.after))


def ends_changed(uow: UnitOfWork) -> tuple[str, str]:
    """The last day before and after what the unit has changed, as an act keeps it; empty, if it
    has not set it.
    """
    for each in uow.not_settled():
        if isinstance(each.row, Cycle) and each.before and each.alters("enrolment_end"):
            return written(each.before.enrolment_end), written(each.row.enrolment_end)
    return "", ""


def written(day: date | None) -> str:
    """The day as an act and a card keep it; empty for none."""
    return day.isoformat() if day else ""


def day_of(text: str) -> date | None:
    """The day that was written like that."""
    return date.fromisoformat(text) if text else None
