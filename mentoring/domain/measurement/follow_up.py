"""What is asked some months after the end, of those who have agreed: whether they still use what
their tandem was about. One question each time, and nothing is kept for longer than it takes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring.domain.errors import Refusal

AFTER = {3: timedelta(days=91), 6: timedelta(days=182)}
"""So long after the end it is asked, by the number of months."""
REMINDED = timedelta(days=7)
"""So long after it was asked somebody who has not answered is reminded, once."""
OPEN_FOR = timedelta(days=28)
"""How long it can be answered, and the answer changed; then it is counted."""
KEPT_FOR = OPEN_FOR + timedelta(days=2)
"""So long after the last question all of it is erased: it has been counted by then."""


@dataclass(frozen=True)
class StillUses:
    """The topic that is asked about, and what was said: None for nothing."""

    topic: str
    still: bool | None = None


@dataclass(frozen=True)
class FollowUp:
    """The question after so many ``months``, which its person has agreed to.

    ``due_at`` (UTC) is when it is asked, None as long as nobody knows when the cycle ends;
    ``asked_at`` when it was.
    """

    id: str
    person_id: str
    months: int
    agreed_at: datetime
    said: StillUses
    due_at: datetime | None = None
    asked_at: datetime | None = None
    cycle_id: str = ""

    def is_open(self, now: datetime) -> bool:
        """Whether it can be answered."""
        if self.due_at is None or self.asked_at is None:
            return False
        return now < self.due_at + OPEN_FOR


def follow_up_id(enrolment: str, months: int) -> str:
    """The id of the question after so many months to the person of this enrolment."""
    return f"{enrolment}:{months}"


def agreed(
    enrolment: str, person_id: str, topic: str, end: datetime | None, now: datetime
) -> list[FollowUp]:
    """All questions to somebody who agrees; ``end`` is what the months count from, if it is
    known.
    """
    said = StillUses(topic)
    return [
        planned(FollowUp(follow_up_id(enrolment, months), person_id, months, now, said), end)
        for months in AFTER
    ]


def planned(found: FollowUp, end: datetime | None) -> FollowUp:
    """With the day on which it is asked."""
    return replace(found, due_at=end + AFTER[found.months] if end else None)


def answered(found: FollowUp, now: datetime, *, still: bool) -> FollowUp:
    """With this answer.

    Raises:
        Refusal: ``stale`` before it is asked, and once it was counted.
    """
    if not found.is_open(now):
        raise Refusal("stale")
    return replace(found, said=replace(found.said, still=still))
