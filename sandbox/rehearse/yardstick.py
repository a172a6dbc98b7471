"""How quick the computer is meanwhile, by a piece of work that stays the same.

Where others are at work on the same machine, an hour later it may take half as long again for
everything. What a rehearsal costs can be compared with another one by how long this piece took in
each.
"""

from __future__ import annotations

import json
import time
from bisect import bisect_left, bisect_right
from statistics import median

ROWS = [{"id": f"row-{n}", "text": "Wann passt es euch?", "rank": n} for n in range(60)]
ROUNDS = 12


class Yardstick:
    """What was measured so far. Milliseconds of processor time, moments of the monotonic clock."""

    def __init__(self) -> None:
        self._moments: list[float] = []
        self._lengths: list[float] = []

    def measure(self) -> None:
        """Do the piece of work, which takes one or two milliseconds, and note how long it took."""
        began = time.thread_time()
        _work()
        self._lengths.append(1000 * (time.thread_time() - began))
        self._moments.append(time.monotonic())

    def between(self, first: float, last: float) -> float:
        """How long it took in the middle of these two moments' measurements; 0 if there is none."""
        place = slice(bisect_left(self._moments, first), bisect_right(self._moments, last))
        lengths = self._lengths[place]
        return median(lengths) if lengths else 0.0


def _work() -> list[dict[str, object]]:
    """What a server in Python does all day: reads, looks through, puts together, writes."""
    found: list[dict[str, object]] = []
    for _ in range(ROUNDS):
        read = {row["id"]: row for row in json.loads(json.dumps(ROWS))}
        ranks = sorted(read, key=lambda key: -int(read[key]["rank"]))
        found = [{**read[key], "place": place} for place, key in enumerate(ranks)]
    return found
