"""What a rehearsal found: the figures of `--json`, and the same as a story to read."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table

from sandbox.limits import SUSTAINED


@dataclass(frozen=True)
class Report:
    """The tenant's counts and the computer's; meanings in docs/sandbox.md. Times in seconds of wall clock."""

    tandems: int
    channels: int
    series: int
    occurrences: int
    moved: int
    memberships: int
    cards: int
    repeated_cards: int
    duplicates: int
    lost: int
    throttled: int
    injected: int
    seconds: float
    limit_seconds: float
    graph_requests: int
    cpu_seconds: float
    total_seconds: float
    total_graph_requests: int
    total_cpu_seconds: float
    peak_rss_mb: float

    @property
    def failed(self) -> bool:
        """Whether something is missing or there twice."""
        return self.lost > 0 or self.duplicates > 0

    def as_json(self) -> dict[str, float]:
        """The figures, times and sizes rounded to three places."""
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()}


def limit_seconds(tandems: int, teams: int) -> float:
    """The shortest launch that the published limits allow, in seconds.

    Channels: 4 a second and team, 10 a second and tenant, both at 83 %; memberships: 200 a call, four calls a minute and
    team; cards: 50 a second for two people a tandem (design.md section 4, Graph throttling limits).
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
    ("throttled", "requests refused by limits (429)"),
    ("injected", "faults injected"),
    ("graph_requests", "Graph requests in the launch"),
    ("peak_rss_mb", "MB, the largest server process"),
)


def tell(report: Report, console: Console) -> None:
    """Print the figures as a table for people."""
    table = Table(show_header=False, box=None, padding=(0, 1))
    figures = report.as_json()
    for key, meaning in TOLD:
        style = "red" if key in {"lost", "duplicates"} and figures[key] else "bold"
        table.add_row(f"[{style}]{figures[key]:g}[/]", meaning)
    console.print(table)
    fastest, cpu = report.limit_seconds, report.cpu_seconds
    console.print(
        f"The launch took [bold]{report.seconds:.1f} s[/] (the limits allow {fastest:.1f} s) and {cpu:.1f} s of CPU; "
        f"all together {report.total_seconds:.1f} s, {report.total_graph_requests} Graph requests, "
        f"{report.total_cpu_seconds:.1f} s of CPU."
    )
