"""What takes long by its nature (``pytest.mark.long``) is left out of ``make test``, not of what
every change has to pass.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile."""
    found = re.search(
        rf"^{target}:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert found, f"the Makefile has no target {target}"
    return found.group(1).replace("\t", "").splitlines()


def test_the_long_tests_run_in_make_soak() -> None:
    assert "$(BIN)/python -m pytest -m long $(SIDE_BY_SIDE) --numprocesses 2" in recipe("soak")


def test_the_machine_that_checks_every_change_calls_both() -> None:
    said = (ROOT / ".ci/run").read_text().splitlines()
    assert [line.split()[1] for line in said if line.startswith("make ")] == ["test", "soak"]
