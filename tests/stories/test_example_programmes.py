"""Each example of ``docs/programmes`` runs a cycle to its closing, with all that it sets but the
number of sessions.

A rehearsal mostly waits, so all of them are played at once.
"""

from __future__ import annotations

import json
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.bot.programmes.test_examples import EXAMPLES
from tests.stories.test_rehearsal import rehearse

TANDEMS = 2


def shortened(path: Path) -> dict[str, Any]:
    """The example's settings with one session a tandem, or two where each is agreed from the
    last.
    """
    programme = tomllib.loads(path.read_text(encoding="utf-8"))
    one_by_one = programme["sessions"]["rhythm"] == "tandem"
    programme["sessions"] |= {"number": 2} if one_by_one else {"months": 1}
    return programme


def played(folder: Path, path: Path) -> dict[str, int]:
    """What the tenant counts of a rehearsal of the example, as far as it does not depend on it."""
    tenant = folder / f"{path.stem}.json"
    tenant.write_text(json.dumps({"programme": shortened(path)}), encoding="utf-8")
    options = ("--tandems", str(TANDEMS), "--limits", "off", "--until", "closing")
    figures = rehearse(*options, "--tenant", str(tenant))
    told = ("tandems", "channels", "lost", "duplicates", "unasked", "repeated_cards")
    return {key: figures[key] for key in told}


@pytest.mark.long
def test_each_runs_a_cycle_to_the_closing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(len(EXAMPLES)) as at_once:
        found = dict(
            zip(
                [path.stem for path in EXAMPLES],
                at_once.map(partial(played, tmp_path), EXAMPLES),
                strict=True,
            )
        )
    whole = {"tandems": TANDEMS, "channels": TANDEMS}
    nothing = dict.fromkeys(("lost", "duplicates", "unasked", "repeated_cards"), 0)
    assert found == {path.stem: whole | nothing for path in EXAMPLES}
