"""A tenant as a file, rehearsed with the product: who is listed comes together, a start that is
past is answered, and what calendars do now and then loses no session.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
FILE = ROOT / "tests" / "stories" / "tenants" / "calendars.json"
DONE = (
    "Tandem 1, session 3: declined under another address by mentee; moved to",
    "Tandem 2, session 3: declined by mentee; moved to",
    "Tandem 3, session 3: moved with all that follow by mentor; moved to 2026-12-22 10:00",
    "Tandem 1, the series: dragged into another calendar by mentor",
    "Tandem 1, the series: given a room by mentor",
    "Tandem 2, the series: told with its organizer among the attendees by mentor",
)


def test_whatever_calendars_do_the_listed_tandems_keep_their_sessions() -> None:
    """A mentor of two tandems, and each of the file's ``changes`` that Outlook's organizer or the
    other one can do.
    """
    command = [sys.executable, "-m", "sandbox", "rehearse", "--json", "--limits", "off"]
    options = ("--until", "closing", "--tenant", str(FILE))
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TANDEM_")}
    done = subprocess.run(
        [*command, *options], cwd=ROOT, capture_output=True, text=True, env=environment,
        timeout=900, check=False,
    )  # fmt: skip
    story = done.stderr
    assert done.returncode == 0, f"{done.stdout}{story[-3000:]}"
    figures = json.loads(done.stdout)
    assert (figures["tandems"], figures["series"]) == (3, 4)
    assert (figures["lost"], figures["duplicates"]) == (0, 0)
    assert "2026-10-01 is today or past" in story
    assert [each for each in DONE if each not in story] == []
