"""How far a tandem has come: how many of its sessions lie behind the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem


@dataclass(frozen=True)
class Course:
    """``over`` of ``of`` sessions lie behind the two; ``of`` is 0 where nobody knows of any."""

    over: int = 0
    of: int = 0


NOT_BEGUN = Course()


def course_of(
    tandem: Tandem, rules: SchedulingRules, sessions: Sequence[Session], now: datetime
) -> Course:
    """How far a tandem with these sessions is at ``now`` (aware); lost ones do not count."""
    count = [each for each in sessions if not each.is_lost(now)]
    over = sum(1 for each in count if each.took_place(now))
    if not sessions and not tandem.by_hand.has_dates:
        return NOT_BEGUN
    return Course(over, max(len(count), in_all(tandem, rules, sessions)))


def in_all(tandem: Tandem, rules: SchedulingRules, sessions: Sequence[Session]) -> int:
    """How many sessions there will be, as far as those that are planned do not tell: where the two
    go from session to session, so many as the programme says, or one a month; where they keep their
    own dates, as many as would be booked; 0 where they tell.
    """
    if (tandem.rhythm or rules.rhythm) == "tandem":
        return rules.number or rules.months
    return 0 if sessions and not tandem.by_hand.has_dates else rules.session_count
