"""How fast the matching is and how much memory it takes, beside its peers in the same run.

Run it as a program; it prints tables and ends with 1 if a limit of docs/performance.md is missed.
``--large`` adds 10,000 x 10,000, where the dense solver alone takes minutes. Each measurement runs
in a process of its own, so that its memory is its own. Three kinds of people: *random* (twelve
wishes with uneven weights: hardly two scores are equal), *structured* (few departments, three
wishes, one mentor in ten teaches everything: ties and popular mentors) and *tied* (as structured,
but nobody has said more than topics and level: 5,000 x 5,000 pairs share some twenty scores).
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table as Grid
from scipy.optimize import linear_sum_assignment

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.run import MatchingRun, match
from mentoring.domain.matching.settings import MatchingSettings, Weights
from mentoring.domain.matching.table import Table
from mentoring.domain.people import Role

TOPICS = tuple(f"topic{number}" for number in range(12))
KINDS = ("random", "structured", "tied")
UNEVEN = MatchingSettings(
    weights=Weights(topic_ranks=(97, 89, 79, 67, 59, 47, 41, 31, 23, 17, 11, 5))
)
PEER = Path(__file__).parent / "matching_peer" / "measure.py"
SMALL_LIMIT_SECONDS, PEER_RATIO, DECISION_RATIO = 0.3, 25, 5
MEMORY_LIMIT_MB = {5000: 1000, 10000: 2000}


def settings_of(kind: str) -> MatchingSettings:
    return UNEVEN if kind == "random" else MatchingSettings()


def people(kind: str, size: int) -> list[Candidate]:
    """So many mentees and as many mentors."""
    random = Random(size)  # noqa: S311  # invented people need no secrets
    return [
        *(mentee(random, kind, number, size) for number in range(size)),
        *(mentor(random, kind, number, size) for number in range(size)),
    ]


def mentee(random: Random, kind: str, number: int, size: int) -> Candidate:
    wishes = random.sample(TOPICS, len(TOPICS)) if kind == "random" else some_topics(random, 3)
    return Candidate(
        id=f"e{number:05}",
        role=Role.MENTEE,
        level=random.randint(1, 4),
        wishes=tuple(wishes),
        not_with=frozenset({f"j{random.randrange(size):05}"}),
        **facts(random, kind, size),
    )


def mentor(random: Random, kind: str, number: int, size: int) -> Candidate:
    popular = kind != "random" and random.random() < 0.1
    topics = TOPICS if popular else some_topics(random, random.randint(1, 4))
    return Candidate(
        id=f"j{number:05}",
        role=Role.MENTOR,
        level=random.randint(3, 7),
        teaches={topic: 3 if popular else random.randint(1, 3) for topic in topics},
        past_partners=frozenset({f"e{random.randrange(size):05}"}),
        **facts(random, kind, size),
    )


def facts(random: Random, kind: str, size: int) -> dict[str, Any]:
    if kind == "tied":
        return {"languages": frozenset({"de"})}
    departments = 12 if kind == "structured" else 200
    return {
        "languages": frozenset(random.sample(["de", "en", "fr"], random.randint(1, 3))),
        "managers": (f"x{random.randrange(max(size // 5, 1))}", "top"),
        "department": f"department {random.randrange(departments)}",
        "location": f"site {random.randrange(8)}",
        "background": f"background {random.randrange(8)}",
        "generation": random.choice(["", "old", "young"]),
        "gender": random.choice(["", "female", "male"]),
    }


def some_topics(random: Random, count: int) -> list[str]:
    """Topics of which the first ones are wished and taught most."""
    found: list[str] = []
    while len(found) < count:
        topic = random.choices(TOPICS, [1 / (place + 1) for place in range(len(TOPICS))])[0]
        found += [topic] if topic not in found else []
    return found


def seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def measure_ours(kind: str, size: int) -> dict[str, float]:
    """From parsed people to explained proposals."""
    everybody, some = people(kind, size), settings_of(kind)
    start = perf_counter()
    result = match(everybody, some)
    return {
        "seconds": perf_counter() - start,
        "tandems": result.served,
        "total": result.total_score,
    }


def measure_dense(kind: str, size: int) -> dict[str, float]:
    """SciPy's dense solver alone, on the matrix of the same scores."""
    scores = Table.of(Case.of(people(kind, size), settings_of(kind))).scores
    worth = np.where(scores >= 0, scores.astype(np.float64) + size * (int(scores.max()) + 1), 0)
    start = perf_counter()
    rows, columns = linear_sum_assignment(worth, maximize=True)
    taken = perf_counter() - start
    chosen = scores[rows, columns]
    return {
        "seconds": taken,
        "tandems": int((chosen >= 0).sum()),
        "total": int(chosen[chosen >= 0].sum()),
    }


def measure_decisions(kind: str, size: int) -> dict[str, float]:
    """The price of locks and forbidden pairs, against a full solution, in medians."""
    everybody, some = people(kind, size), settings_of(kind)
    full = statistics.median(seconds(lambda: match(everybody, some)) for _ in range(3))
    run = MatchingRun.of(Case.of(everybody, some))
    crossed = zip(run.pairs[::50], run.pairs[1::50], strict=True)
    locks = [Lock(one.mentee, other.mentor, reason="to be measured") for one, other in crossed]
    possible = [lock for lock in locks if "not_with" not in run.table.broken(lock.pair)]
    forbidden = [Forbid(*pair) for pair in run.pairs[::50]]
    return {
        "full": full,
        "lock": _median_price(run, possible),
        "forbid": _median_price(run, forbidden),
    }


def _median_price(run: MatchingRun, decisions: Sequence[Decision]) -> float:
    return statistics.median(seconds(partial(run.price, decision)) for decision in decisions)


def mentor_match(folder: Path) -> Path:
    """The Python of a new environment with mentor-match from the package index."""
    python = folder / "env" / "bin" / "python"
    venv.create(folder / "env", with_pip=True)
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "mentor-match==7.0.1"], check=True)
    return python


def written_scores(folder: Path, kind: str, size: int) -> Path:
    """The scores of all pairs as the peer's measurement reads them."""
    scores = Table.of(Case.of(people(kind, size), settings_of(kind))).scores
    path = folder / f"{kind}.json"
    path.write_text(
        json.dumps([[s if s >= 0 else None for s in row] for row in scores.tolist()]),
        encoding="utf-8",
    )
    return path


MEASUREMENTS = {"ours": measure_ours, "dense": measure_dense, "decisions": measure_decisions}


def answer(command: list[str]) -> dict[str, float]:
    """What a process says at its end."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measured(what: str, kind: str, size: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    return answer(
        [sys.executable, "-m", "tests.bench.matching", "--measure", what, kind, str(size)]
    )


def best_of(times: int, what: str, kind: str, size: int) -> dict[str, float]:
    """The quickest of some measurements: the others were disturbed."""
    return min(
        (measured(what, kind, size) for _ in range(times)), key=lambda found: found["seconds"]
    )


def compare(sizes: list[int], missed: list[str]) -> Grid:
    columns = (
        "people",
        "kind",
        "ours s",
        "ours MB",
        "dense solver alone s",
        "its MB",
        "ours : dense",
        "tandems",
        "total score",
    )
    grid = Grid(*columns)
    for size in sizes:
        for kind in KINDS:
            times = {500: 5, 1000: 5, 5000: 2}.get(size, 1)
            ours, dense = best_of(times, "ours", kind, size), best_of(times, "dense", kind, size)
            ratio = ours["seconds"] / dense["seconds"]
            cells: tuple[str, ...] = (
                f"{ours['seconds']:.2f}",
                f"{ours['mb']:.0f}",
                f"{dense['seconds']:.2f}",
            )
            cells += (f"{dense['mb']:.0f}", f"{ratio:.2f}")
            grid.add_row(
                f"{size:,} x {size:,}", kind, *cells, f"{ours['tandems']:,}", f"{ours['total']:,}"
            )
            same = (ours["tandems"], ours["total"]) == (dense["tandems"], dense["total"])
            missed += [] if same else [f"{size} {kind}: not the dense solver's optimum"]
            if size == 500 and ours["seconds"] > SMALL_LIMIT_SECONDS:
                missed.append(f"{size} {kind}: {ours['seconds']:.2f} s")
            if size in MEMORY_LIMIT_MB and (ratio > 1 or ours["mb"] > MEMORY_LIMIT_MB[size]):
                missed.append(
                    f"{size} {kind}: {ratio:.2f} times the dense solver, {ours['mb']:.0f} MB"
                )
    return grid


def beside_the_peer(missed: list[str]) -> Grid:
    grid = Grid(
        "500 x 500",
        "ours, all s",
        "mentor-match, assignment alone s",
        "mentor-match, all s",
        "ratio",
        "its tandems",
    )
    with tempfile.TemporaryDirectory() as folder:
        python = mentor_match(Path(folder))
        for kind in KINDS:
            scores, ours = written_scores(Path(folder), kind, 500), best_of(5, "ours", kind, 500)
            runs = [answer([str(python), str(PEER), str(scores)]) for _ in range(3)]
            peer = min(runs, key=lambda found: found["assignment"])
            ratio = peer["assignment"] / ours["seconds"]
            cells = (
                f"{ours['seconds']:.3f}",
                f"{peer['assignment']:.1f}",
                f"{peer['seconds']:.1f}",
                f"{ratio:.0f}",
            )
            grid.add_row(kind, *cells, f"{peer['tandems']} of {ours['tandems']}")
            missed += (
                []
                if ratio >= PEER_RATIO
                else [f"500 {kind}: only {ratio:.0f} times faster than mentor-match"]
            )
    return grid


def decisions(missed: list[str]) -> Grid:
    grid = Grid(
        "1,000 x 1,000",
        "full solution s",
        "price of a lock s",
        "full : lock",
        "price of a forbidden pair s",
        "full : forbid",
    )
    for kind in KINDS:
        found = measured("decisions", kind, 1000)
        ratios = {name: found["full"] / found[name] for name in ("lock", "forbid")}
        cells = [cell for name in ratios for cell in (f"{found[name]:.3f}", f"{ratios[name]:.1f}")]
        grid.add_row(kind, f"{found['full']:.2f}", *cells)
        missed += [
            f"1000 {kind}: {name}" for name, ratio in ratios.items() if ratio < DECISION_RATIO
        ]
    return grid


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        what, kind, size = sys.argv[2], sys.argv[3], int(sys.argv[4])
        found = MEASUREMENTS[what](kind, size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found | {"mb": peak}))  # noqa: T201  # the answer to the process that asked
        return
    console, missed = Console(width=140), list[str]()
    console.print(decisions(missed), beside_the_peer(missed))
    console.print(compare([500, 1000, 5000, *([10000] if "--large" in sys.argv else [])], missed))
    for miss in missed:
        console.print(f"missed: {miss}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
