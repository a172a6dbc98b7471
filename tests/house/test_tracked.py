"""What is committed is the product: plain files, nothing that points out of the checkout."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAIN = {"100644", "100755"}


def test_only_plain_files_are_committed() -> None:
    """A link works on the machine where it was made (a committed `.venv` broke every other
    checkout).
    """
    git = shutil.which("git")
    if not (git and (ROOT / ".git").exists()):
        pytest.skip("this is no git checkout, nothing tells what is committed")
    listed = subprocess.run(
        [git, "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert listed
    links = [line for line in listed if line.split(" ", 1)[0] not in PLAIN]
    assert not links, "take these out of the commit (git rm --cached)"


def test_nothing_is_committed_in_the_middle_of_a_merge() -> None:
    """Linters see what a merge has left open in code, nobody what it has left in the docs."""
    git = shutil.which("git")
    if not (git and (ROOT / ".git").exists()):
        pytest.skip("this is no git checkout, nothing tells what is committed")
    found = subprocess.run(
        [git, "grep", "-lE", "^(<{7}|>{7}) ", "--", "."], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert found.stdout.splitlines() == [], "choose a side, or write what is true of both"
