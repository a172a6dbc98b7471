"""A tenant that looks through its calendars for what nobody needs answers nobody meanwhile: for 3.3
seconds every half minute with 5,000 tandems.
"""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import gc
from sandbox.rehearse.awake import stay_awake

there = []
stay_awake()
left_out = not any(each is there for each in gc.get_objects())
before = gc.get_stats()[2]["collections"]
kept = [[number] for number in range(400_000)]
print(left_out, gc.get_stats()[2]["collections"] - before, len(kept))
"""


def test_nothing_looks_through_everything_but_the_rehearsal_itself() -> None:
    """In a process of its own: the collector is the whole process's."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, check=True
    )
    assert told.stdout.split() == ["True", "0", "400000"]
