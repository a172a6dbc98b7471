"""When things happened in the tenant, on the monotonic clock: Graph requests, effects, and what led
to them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sandbox.journal import Exchange, Journal

LAUNCHING = frozenset(
    {
        "POST /teams/{team_id}/members",
        "POST /teams/{team_id}/members/add",
        "POST /teams/{team_id}/channels",
    },
)


@dataclass(frozen=True)
class Span:
    """The launch: the monotonic times of the press that confirmed it and of its last effect, and
    its Graph requests.
    """

    confirmed: float
    last_effect: float
    graph_requests: int


class Timeline:
    """Watches a journal from now on."""

    def __init__(self, journal: Journal) -> None:
        self.last_effect = 0.0
        self.launched_in: set[str] = set()
        """The ids of the teams that have got a member or a channel since the last look at a launch
        began.
        """
        self.refusals: dict[tuple[str, int], tuple[int, str]] = {}
        """How often an operation was refused with a status, and the last refusal's body."""
        self._graph: list[float] = []
        journal.observers.append(self._on_exchange)

    def graph_requests(self, since: float = 0.0) -> int:
        """How many requests Graph has received since that moment."""
        return len(self._graph) - bisect_left(self._graph, since)

    def launched(self, confirmed: float | None) -> Span:
        """The launch, if it ends now; `confirmed` None: there was none."""
        since = self.last_effect if confirmed is None else confirmed
        return Span(since, self.last_effect, self.graph_requests(since))

    def refused(self) -> list[str]:
        """What the tenant has refused, a line each."""
        found = self.refusals.items()
        return [
            f"{times} x {operation} {status}: {body}"
            for (operation, status), (times, body) in found
        ]

    def _on_exchange(self, exchange: Exchange) -> None:
        if exchange.service == "graph":
            self._graph.append(exchange.at_monotonic)
        if exchange.status >= 400:
            key = exchange.operation, exchange.status
            self.refusals[key] = self.refusals.get(key, (0, ""))[0] + 1, str(exchange.answer)[:300]
        if exchange.effect:
            self.last_effect = exchange.at_monotonic
            self._note_team(exchange)

    def _note_team(self, exchange: Exchange) -> None:
        if exchange.operation in LAUNCHING:
            self.launched_in.add(exchange.path.partition("/teams/")[2].partition("/")[0])
