"""What a launch costs, from ten tandems to as many as one has the patience for.

`python -m tests.bench.launch [N …] [--database embedded] [--replicas K]` rehearses a launch of each
size with the published limits on (whoever takes the product for 500 needs a quarter of an hour) and
prints the table of everything measured so far: what was measured stays in `build/bench`, so the
sizes can be run one by one, and `python -m tests.bench.launch --show` only prints. It ends with 1
where a size misses its limits: `seconds` at most 1.3 × `limit_seconds`, eight Graph requests a
tandem and two more for each session that was moved, 0.12 s of processor time a tandem (and three
seconds for whatever does not grow), 300 MB, no 429, nothing lost or doubled.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "bench" / "launch.json"
SIZES = (10, 40, 100)
BAR = 24
HEAD = "tandems  database  replicas  seconds  × limit  requests  CPU s  a tandem  yards   MB  429"
Figures = dict[str, Any]


def main() -> int:
    """Measure what is asked for, and print everything."""
    asked = _arguments()
    found = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for size in () if asked.show else asked.sizes or SIZES:
        found[f"{size} {asked.database} {asked.replicas}"] = _rehearsed(size, asked)
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(found, indent=1))
    return _printed(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("sizes", nargs="*", type=int, metavar="N")
    parser.add_argument("--database", choices=["sqlite", "embedded"], default="sqlite")
    parser.add_argument("--replicas", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


def _rehearsed(size: int, asked: argparse.Namespace) -> Figures:
    more = ["--database", "embedded"] if asked.database == "embedded" else []
    replicas = ["--replicas", str(asked.replicas)] if asked.replicas > 1 else []
    wanted = ["--tandems", str(size), "--limits", "launch", "--json", *more, *replicas]
    command = [sys.executable, "-m", "sandbox", "rehearse", *wanted]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    figures: Figures = json.loads(told.stdout)
    return figures


def _printed(found: dict[str, Figures]) -> int:
    rows = sorted(found.items(), key=lambda row: _in_order(row[0]))
    most = max((each["cpu_seconds"] / each["tandems"] for each in found.values()), default=1)
    lines = [HEAD, *(_line(name, each, most) for name, each in rows)]
    sys.stdout.write("\n".join([*lines, ""]))
    return int(any(_missed(each) for each in found.values()))


def _in_order(name: str) -> tuple[str, str, int]:
    size, database, replicas = name.split(" ")
    return database, replicas, int(size)


def _line(name: str, each: Figures, most: float) -> str:
    """One launch; the bar is its processor time a tandem, and what it misses stands behind.

    ``yards``: the processor time a tandem in times of a piece of work that stays the same, however
    quick the machine was meanwhile.
    """
    size, database, replicas = name.split(" ")
    a_tandem = each["cpu_seconds"] / each["tandems"]
    ratio, requests = (
        each["seconds"] / each["limit_seconds"],
        each["graph_requests"] / each["tandems"],
    )
    return (
        f"{size:>7}  {database:<8}  {replicas:>8}  {each['seconds']:7.1f}  {ratio:7.2f}"
        f"  {requests:8.1f}  {each['cpu_seconds']:5.1f}  {a_tandem:8.3f}"
        f"  {_yards(each):>5}"
        f"  {each['peak_rss_mb']:3.0f}  {each['throttled_in_launch']:3}"
        f"  {'█' * round(BAR * a_tandem / most)} {', '.join(_missed(each))}"
    )


def _yards(each: Figures) -> str:
    """A tandem's processor time in times of the piece of work; "-" where that was not measured."""
    milliseconds = 1000 * float(each["cpu_seconds"]) / float(each["tandems"])
    yardstick = float(each.get("yardstick_ms", 0.0))
    return f"{milliseconds / yardstick:.0f}" if yardstick else "-"


def _missed(each: Figures) -> list[str]:
    """Which limits a launch misses."""
    tandems = each["tandems"]
    kept = {
        "seconds": each["seconds"] <= 1.3 * each["limit_seconds"],
        "requests": each["graph_requests"] <= 8 * tandems + 2 * each["moved"],
        "CPU": each["cpu_seconds"] <= 3 + 0.12 * tandems,
        "memory": each["peak_rss_mb"] <= 300,
        "429": each["throttled_in_launch"] == 0,
        "lost": each["lost"] == 0,
        "duplicates": each["duplicates"] == 0,
    }
    return [name for name, holds in kept.items() if not holds]


if __name__ == "__main__":
    sys.exit(main())
