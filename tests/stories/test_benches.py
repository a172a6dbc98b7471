"""What measures the product still gets through it: not how quick it is, which no test looks at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SENDERS = "24"
"""More than an owner invites at once without time to stop."""


@pytest.mark.long
def test_the_bench_of_a_turn_comes_to_its_figures() -> None:
    """It stood still three times when the journey had changed, and nobody noticed."""
    bench = [sys.executable, "-m", "tests.bench.turns", "--quick", "--senders", SENDERS]
    done = subprocess.run(
        [*bench, "--rounds", "1"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "ours: look" in done.stdout, f"{done.stdout}\n{done.stderr}"
