"""Injected faults: answers that come now and then whatever the request was.

Among them the nastiest of all, "done but answered 504": the effect is there and the client is told
that it failed.
"""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


@dataclass(frozen=True)
class Fault:
    """An injected answer; `done` says that the request is carried out all the same."""

    status: int
    done: bool = False
    retry_after: int | None = None
    dated: bool = False
    """`Retry-After` names a moment instead of seconds [RFC 9110, 10.2.3]."""

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
    Fault(502),
    Fault(504),
    Fault(504, done=True),
)


def http_date(seconds: int) -> str:
    """The moment that is so many seconds away, on the wall clock, as HTTP writes it."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


class Faults:
    """Draws faults at a given rate (0 … 1), reproducibly for a seed."""

    def __init__(self, rate: float = 0.0, seed: int = 0) -> None:
        self.rate = rate
        self.conflicts = 0
        self.injected: Counter[str] = Counter()
        self._random = random.Random(seed)  # noqa: S311 - chance of a test bed, not a secret

    def conflict(self) -> bool:
        """Whether this change of an event meets a conflict: as often as any other fault, or because
        `conflicts` of them are to come.
        """
        if self.conflicts > 0:
            self.conflicts -= 1
        elif self.rate <= 0 or self._random.random() >= self.rate / len(KINDS):
            return False
        self.injected["412"] += 1
        return True

    def draw(self) -> Fault | None:
        """The fault that hits this request, or None."""
        if self.rate <= 0 or self._random.random() >= self.rate:
            return None
        fault = self._random.choice(KINDS)
        self.injected[f"{fault.status}{' done' if fault.done else ''}"] += 1
        return fault
