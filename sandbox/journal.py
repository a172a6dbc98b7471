"""What was asked of the tenant: counts of every request, and a hook for whoever wants to look at
the bodies.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Service = Literal["graph", "connector"]


@dataclass(frozen=True)
class Exchange:
    """One request and its answer.

    `operation` is the route (`POST /teams/{team_id}/channels`), `path` the real path.

    `effect` says that the request changed the tenant, which it may have done although the answer
    was an error.
    """

    service: Service
    operation: str
    path: str
    status: int
    request: object
    answer: object
    effect: bool = False
    at_monotonic: float = field(default_factory=time.monotonic)


class Journal:
    """Counts exchanges; observers see each of them with its bodies, which are not kept."""

    def __init__(self) -> None:
        self.observers: list[Callable[[Exchange], None]] = []
        self.statuses: Counter[tuple[Service, str, int]] = Counter()
        self.last_effect_monotonic = 0.0

    def record(self, exchange: Exchange) -> None:
        """Count an exchange and show it to the observers."""
        self.statuses[exchange.service, exchange.operation, exchange.status] += 1
        if exchange.effect:
            self.last_effect_monotonic = exchange.at_monotonic
        for observer in self.observers:
            observer(exchange)

    def count(self, service: Service) -> int:
        """How many requests a service has had."""
        return sum(number for (name, _, _), number in self.statuses.items() if name == service)
