"""The published limits, on the wall clock.

A limit of n per second is n in any rolling second and 83 % of n over any 60 seconds ("a sustained
limit of about 83 % is also evaluated", Graph throttling limits, Teams); one of n per minute is n in
any rolling minute, in full. Only what was let through is counted, so whoever keeps to Retry-After
gets through.
"""

import math
import time
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["all", "launch", "off"]
MODES: tuple[Mode, ...] = ("all", "launch", "off")
SUSTAINED = 0.83


@dataclass(frozen=True)
class Window:
    """At most `amount` in any `seconds`."""

    amount: int
    seconds: float


def per_second(amount: int) -> tuple[Window, ...]:
    """n in a rolling second and 83 % of n over a rolling minute."""
    return Window(amount, 1.0), Window(math.floor(SUSTAINED * amount * 60), 60.0)


def per_minute(amount: int) -> tuple[Window, ...]:
    """n in a rolling minute."""
    return (Window(amount, 60.0),)


@dataclass(frozen=True)
class Charge:
    """What a request costs: `cost` against the limit `name` of the thing `key`.

    `message`: a limit of the connector.
    """

    name: str
    key: str
    windows: tuple[Window, ...]
    cost: int = 1
    message: bool = False


@dataclass
class _Log:
    spent: deque[tuple[float, int]] = field(default_factory=deque)
    total: int = 0

    def wait(self, now: float, window: Window, cost: int) -> float:
        """Seconds until `cost` fits into the window; 0 if it fits now."""
        while self.spent and self.spent[0][0] <= now - window.seconds:
            self.total -= self.spent.popleft()[1]
        surplus = self.total + cost - window.amount
        for moment, spent in self.spent:
            if surplus <= 0:
                break
            surplus -= spent
            if surplus <= 0:
                return moment + window.seconds - now
        return 0.0

    def add(self, now: float, cost: int) -> None:
        self.spent.append((now, cost))
        self.total += cost


@dataclass(frozen=True)
class Refusal:
    """Which limit refused, and after how many whole seconds it will let through."""

    name: str
    retry_after: int


class Limits:
    """All limits of the tenant; `now` is a monotonic clock in seconds."""

    def __init__(self, mode: Mode = "all", now: Callable[[], float] = time.monotonic) -> None:
        self.mode: Mode = mode
        self.launched = False
        self.throttled: Counter[str] = Counter()
        self._refused_at: list[float] = []
        self._now = now
        self._logs: dict[tuple[str, str, Window], _Log] = {}
        self._busy: Counter[str] = Counter()

    def ask(self, charges: Iterable[Charge]) -> Refusal | None:
        """Charge a request, or say which limit refuses it; a refused one is charged nowhere."""
        now = self._now()
        enforced = self._enforced(charges)
        due = [
            (self._log(charge, window), window, charge)
            for charge in enforced
            for window in charge.windows
        ]
        waits = [(log.wait(now, window, charge.cost), charge.name) for log, window, charge in due]
        longest, name = max(waits, default=(0.0, ""))
        if longest > 0:
            return self.refuse(name, longest)
        for log, _, charge in due:
            log.add(now, charge.cost)
        return None

    def refuse(self, name: str, seconds: float) -> Refusal:
        """Count a refusal by the limit `name`."""
        self.throttled[name] += 1
        self._refused_at.append(self._now())
        return Refusal(name, max(1, math.ceil(seconds)))

    def refused_between(self, begin: float, end: float) -> int:
        """How many requests were refused from one moment to another, both by `now`."""
        return bisect_right(self._refused_at, end) - bisect_left(self._refused_at, begin)

    def enter(self, key: str, at_once: int) -> Refusal | None:
        """Begin a request on something that takes only so many at once; `leave` must follow if it
        was let in.
        """
        if self.mode != "off" and self._busy[key] >= at_once:
            return self.refuse("mailbox at once", 1)
        self._busy[key] += 1
        return None

    def leave(self, key: str) -> None:
        """End what `enter` began."""
        self._busy[key] -= 1
        if not self._busy[key]:
            del self._busy[key]

    def _enforced(self, charges: Iterable[Charge]) -> list[Charge]:
        if self.mode == "off":
            return []
        messages = self.mode == "all" or self.launched
        return [charge for charge in charges if messages or not charge.message]

    def _log(self, charge: Charge, window: Window) -> _Log:
        return self._logs.setdefault((charge.name, charge.key, window), _Log())
