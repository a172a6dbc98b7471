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
