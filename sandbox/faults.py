"""Injected faults: answers that come now and then whatever the request was.

Among them the nastiest of all: the effect is there and the client is told that it failed ("done but
answered 504"), or is told nothing, because the connection breaks.
"""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import cycle

SLOW_SECONDS = 4.0
"""Longer than any usual answer, shorter than what a client waits for."""
NO_ANSWER = 0
"""Instead of a status: the connection breaks."""


@dataclass(frozen=True)
class Fault:
    """An injected answer; `done` says that the request is carried out all the same. One that only
    comes `late` (seconds) is the one that was due.
    """

    status: int
    done: bool = False
    late: float = 0.0
    retry_after: int | None = None
    dated: bool = False
    """`Retry-After` names a moment instead of seconds [RFC 9110, 10.2.3]."""

    @property
    def name(self) -> str:
        """How it is counted."""
        told = "late" if self.late else str(self.status or "dropped")
        return f"{told} done" if self.done and not self.late else told

    @property
    def pause(self) -> str | None:
        """The header's value."""
        if self.retry_after is None or not self.dated:
            return None if self.retry_after is None else str(self.retry_after)
        return http_date(self.retry_after)


KINDS = (
    Fault(429, retry_after=1),
    Fault(429, retry_after=2, dated=True),
    Fault(503, retry_after=1),
    Fault(503),
    Fault(500),
    Fault(502),
    Fault(504),
    Fault(504, done=True),
    Fault(412),
    Fault(NO_ANSWER),
    Fault(NO_ANSWER, done=True),
    Fault(200, done=True, late=SLOW_SECONDS),
)
OWN_SHARE = 7
"""By how much rarer the faults of single kinds of requests are than all others together."""


def http_date(seconds: int) -> str:
    """The moment that is so many seconds away, on the wall clock, as HTTP writes it."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


class Faults:
    """Draws faults at a given rate (0 … 1), reproducibly for a seed."""

    def __init__(self, rate: float = 0.0, seed: int = 0) -> None:
        self.rate = rate
        self.conflicts = 0
        self.late_links = 0
        self.injected: Counter[str] = Counter()
        self._conflicts = cycle((412, 409))
        self._random = random.Random(seed)  # noqa: S311 - chance of a test bed, not a secret

    def conflict(self) -> int:
        """The status of the conflict that this change of an event meets, 412 and 409 in turn, or 0:
        as often as any other fault, or because `conflicts` of them are to come.
        """
        if self.conflicts > 0:
            self.conflicts -= 1
        elif not self.passes():
            return 0
        status = next(self._conflicts)
        self.injected[str(status)] += 1
        return status

    def late_link(self) -> bool:
        """Whether Teams makes the link of this meeting only a while after the event: as often as
        any other passing fault, or because `late_links` of them are to come.
        """
        if self.late_links > 0:
            self.late_links -= 1
        elif not self.passes():
            return False
        self.injected["late link"] += 1
        return True

    def passes(self) -> bool:
        """Whether what only some requests meet comes now: a seventh as often as all other faults
        together.
        """
        return self.rate > 0 and self._random.random() < self.rate / OWN_SHARE

    def draw(self) -> Fault | None:
        """The fault that hits this request, or None."""
        if self.rate <= 0 or self._random.random() >= self.rate:
            return None
        fault = self._random.choice(KINDS)
        self.injected[fault.name] += 1
        return fault

    def spelt_out(self) -> bool:
        """Whether this activity names also the fields for which it has no value."""
        if not self.passes():
            return False
        self.injected["nulls"] += 1
        return True

    def twice(self) -> bool:
        """Whether this activity is delivered a second time."""
        if self.rate <= 0 or self._random.random() >= self.rate:
            return False
        self.injected["twice"] += 1
        return True
