"""Until when one may enrol in a cycle."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from mentoring.ports.moment import Moment

HOME = ZoneInfo("Europe/Berlin")


def enrolment_open(moment: Moment) -> bool:
    """Whether one may still enrol: the cycle runs, and its last day (in ``HOME``) is not over."""
    if moment.cycle.is_over:
        return False
    end = moment.cycle.enrolment_end
    return end is None or moment.now.astimezone(HOME).date() <= end
