"""What a rehearsal found: the figures of `--json`, and the same as a story to read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from rich.console import Console
from rich.table import Table

from sandbox.limits import SUSTAINED
from sandbox.rehearse.verdict import Finding

FAILING = ("lost", "duplicates", "unasked", "repeated_pairs", "leaked")
"""What must not be."""
ORDER = (
    "tandems", "channels", "series", "occurrences", "moved", "memberships", "cards",
    "repeated_cards", "duplicates", "lost",
    "unasked", "repeated_pairs", "throttled", "throttled_in_launch", "injected",
    "seconds", "limit_seconds",
    "graph_requests", "cpu_seconds",
    "total_seconds", "total_graph_requests", "total_cpu_seconds", "peak_rss_mb",
    "yardstick_ms",
)  # fmt: skip
"""How the figures stand in `--json`."""


@dataclass(frozen=True)
class Launch:
    """What a cycle's launch has cost, in all programmes together; `limit_seconds` is the shortest
    that the limits allow, `throttled_in_launch` how many of its requests they have refused.
    """

    seconds: float
    limit_seconds: float
    graph_requests: int
    cpu_seconds: float
    throttled_in_launch: int


@dataclass(frozen=True)
class Whole:
    """What is counted once for all cycles; `yardstick_ms` is how long the computer took for a piece
    of work that stays the same, from the first launch on.
    """

    cards: int
    repeated_cards: int
    throttled: int
    injected: int
    total_seconds: float
    total_graph_requests: int
    total_cpu_seconds: float
    peak_rss_mb: float
    yardstick_ms: float


@dataclass(frozen=True)
class Report:
    """What the tenant and the computer have counted; meanings in docs/sandbox.md.

    Times in seconds of wall clock.
    """

    cycles: Sequence[tuple[Finding, Launch]]
    whole: Whole
    life: dict[str, int] = field(default_factory=dict)
    """How many cards of the tandems' life were answered, how much of what people wrote stands where
    it must not, and what is wrong with circles, beside the rest of its kind; empty where it was not
    played.
    """

    @property
    def failed(self) -> bool:
        """Whether something is missing or there twice, or people were paired without being asked or
        with a former partner.
        """
        figures = self.as_json()
        return any(figures.get(name, 0) > 0 for name in FAILING)

    def as_json(self) -> dict[str, float]:
        """The figures, those of the cycles as sums; times and sizes rounded to three places."""
        sums = Counter[str]()
        for found, launch in self.cycles:
            sums.update(found.figures() | asdict(launch))
        figures = sums | asdict(self.whole)
        counted = {
            key: round(figures[key], 3) if isinstance(figures[key], float) else figures[key]
            for key in ORDER
        }
        return counted | {key: counted.get(key, 0) + number for key, number in self.life.items()}


def limit_seconds(tandems: int, teams: int) -> float:
    """The shortest launch that the published limits allow, in seconds.

    Channels: 4 a second and team, 10 a second and tenant, both at 83 %; memberships: 200 a call,
    four calls a minute and team; cards: 50 a second for two people a tandem (design.md section 4,
    Graph throttling limits).
    """
    channels = tandems / min(SUSTAINED * 4 * teams, SUSTAINED * 10)
    memberships = 15 * (math.ceil(2 * tandems / 200 / teams) - 1)
    return max(channels, memberships, 2 * tandems / 50)


TOLD: tuple[tuple[str, str], ...] = (
    ("tandems", "tandems with channel, both members and a complete series"),
    ("channels", "private channels opened"),
    ("series", "series of sessions booked"),
    ("occurrences", "sessions that take place"),
    ("moved", "of them moved, or cancelled singly"),
    ("memberships", "people added to participants' teams"),
    ("cards", "cards posted"),
    ("repeated_cards", "of them a second time"),
    ("duplicates", "channels and series too many"),
    ("lost", "things missing"),
    ("unasked", "people in a tandem who were not asked in that cycle, or in a circle unasked"),
    ("repeated_pairs", "tandems of the same two in a later cycle"),
    ("throttled", "requests refused by limits (429)"),
    ("throttled_in_launch", "of them in the launch"),
    ("injected", "faults injected"),
    ("graph_requests", "Graph requests in the launch"),
    ("peak_rss_mb", "MB, the largest server process"),
)

LIVED: tuple[tuple[str, str], ...] = (
    ("agreements", "mentoring agreements answered"),
    ("kits", "session kits taken"),
    ("retrospectives", "retrospectives answered"),
    ("road_maps", "road maps changed"),
    ("switches", "people who asked for another partner"),
    ("further", "people asked for more sessions who answered"),
    ("circles", "circles of mentors, or of a topic, opened"),
    ("joined", "times that somebody joined one"),
    ("certificates", "certificates made"),
    ("files", "files that people took"),
    ("follow_ups", "questions answered some months after the end"),
    ("written", "lines that people wrote"),
    ("leaked", "things that people wrote, where they must not stand"),
)


def tell(report: Report, console: Console) -> None:
    """Print the figures as a table for people."""
    table = Table(show_header=False, box=None, padding=(0, 1))
    figures = report.as_json()
    for key, meaning in (*TOLD, *LIVED):
        if key not in figures:
            continue
        style = "red" if key in FAILING and figures[key] else "bold"
        table.add_row(f"[{style}]{figures[key]:g}[/]", meaning)
    console.print(table)
    console.print(
        f"The launch took [bold]{figures['seconds']:.1f} s[/] (the limits allow "
        f"{figures['limit_seconds']:.1f} s) and "
        f"{figures['cpu_seconds']:.1f} s of CPU; all together {figures['total_seconds']:.1f} s, "
        f"{figures['total_graph_requests']} Graph requests, {figures['total_cpu_seconds']:.1f} s "
        "of CPU."
    )
