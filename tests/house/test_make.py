"""The commands of the Makefile are what README says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("given", "told"),
    [((), ""), (("AS=mentee",), " --as mentee"), (("AS=all",), " --as all")],
)
def test_the_playground_is_an_owners_unless_somebody_else_is_named(
    given: tuple[str, ...], told: str
) -> None:
    """Make itself sets AS to the assembler, so `make playground` alone always failed."""
    make = shutil.which("make")
    assert make
    said = subprocess.run(
        [make, "--dry-run", "playground", *given],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert said.splitlines()[-1].rstrip().endswith(f"sandbox playground{told}")
