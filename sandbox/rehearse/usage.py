"""What the product costs the computer, as the operating system says (Linux, /proc).

Every process of the product stands in a session of its own, begun by the server process that was
started for it, so children and their children are found by the session, also when their parent was
killed. A process's own time and that of the children it has waited for come from /proc/PID/stat;
what a process that is gone had used is kept, unless its parent has taken it over.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Usage:
    """One process: when it started (ticks since boot), its parent, its session, its CPU seconds
    with waited-for children.
    """

    pid: int
    started: int
    parent: int
    session: int
    cpu_seconds: float


class Meter:
    """Adds up the CPU time of all processes of some sessions, and keeps the largest memory of the
    servers.
    """

    def __init__(self) -> None:
        self.peak_rss_mb = 0.0
        self._history: list[tuple[float, float]] = []
        self._servers: set[int] = set()
        self._last: dict[tuple[int, int], Usage] = {}
        self._gone_seconds = 0.0

    def watch(self, server_pid: int) -> None:
        """Count the session that this server process leads."""
        self._servers.add(server_pid)

    def sample(self) -> float:
        """CPU seconds of everything watched, living and dead, up to now."""
        living = {
            (one.pid, one.started): one for one in _processes() if one.session in self._servers
        }
        pids = {pid for pid, _ in living}
        for key, gone in self._last.items():
            if key not in living and gone.parent not in pids:
                self._gone_seconds += gone.cpu_seconds
        self._last = living
        self.peak_rss_mb = max([self.peak_rss_mb, *(_peak_mb(pid) for pid in pids & self._servers)])
        total = self._gone_seconds + sum(one.cpu_seconds for one in living.values())
        self._history.append((time.monotonic(), total))
        return total

    def recent(self, seconds: float) -> float:
        """The CPU seconds of the last so many seconds, as far as samples were taken."""
        return (
            0.0 if not self._history else self._history[-1][1] - self.at(time.monotonic() - seconds)
        )

    def at(self, moment: float) -> float:
        """The CPU seconds at a moment of the monotonic clock: those of the first sample that was
        not earlier.
        """
        place = bisect_left(self._history, (moment, 0.0))
        return self._history[min(place, len(self._history) - 1)][1] if self._history else 0.0


def _processes() -> list[Usage]:
    found = (_usage(entry) for entry in PROC.iterdir() if entry.name.isdigit())
    return [usage for usage in found if usage is not None]


def _usage(entry: Path) -> Usage | None:
    """The fields of /proc/PID/stat [proc_pid_stat(5)]; None where the process ended meanwhile."""
    try:
        text = (entry / "stat").read_text()
    except OSError:
        return None
    # The command name stands in parentheses and may itself hold spaces and parentheses.
    fields = text[text.rindex(")") + 2 :].split()
    own_and_waited = sum(int(ticks) for ticks in fields[11:15])
    return Usage(
        int(entry.name), int(fields[19]), int(fields[1]), int(fields[3]), own_and_waited / TICKS
    )


def _peak_mb(pid: int) -> float:
    """The largest resident size so far (VmHWM), in MB of 2**20 bytes; 0 where the process ended
    meanwhile.
    """
    try:
        lines = (PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)
