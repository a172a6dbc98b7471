"""Threads share their memory, and what was imported is not searched (issue 13, L10)."""

from __future__ import annotations

import subprocess
import sys

import pytest

GROWN = """
import sys, threading
from bot.memory import share_arenas
if sys.argv[1] == "shared":
    share_arenas()
go = threading.Barrier(40)
def work():
    go.wait()
    found = [bytes(1000) for _ in range(200)]
    go.wait()
threads = [threading.Thread(target=work) for _ in range(40)]
[each.start() for each in threads]
[each.join() for each in threads]
[size] = [line for line in open("/proc/self/status") if line.startswith("VmSize")]
print(size.split()[1])
"""


def address_space_mb(how: str) -> float:
    told = subprocess.run(
        [sys.executable, "-c", GROWN, how], capture_output=True, text=True, check=True, timeout=60
    )
    return int(told.stdout) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="arenas are those of Linux' glibc")
def test_threads_have_no_arenas_of_their_own() -> None:
    """Each of them reserves 64 MB."""
    assert address_space_mb("shared") < address_space_mb("its own") - 500


KEPT = """
import gc
from bot.memory import keep_imports
import bot.app
before = len(gc.get_objects())
keep_imports()
print(before, len(gc.get_objects()), gc.get_threshold()[0])
"""


def test_what_was_imported_is_not_searched_again() -> None:
    """Each full search looked at all of it, in the middle of somebody's press."""
    told = subprocess.run(
        [sys.executable, "-c", KEPT], capture_output=True, text=True, check=True, timeout=60
    )
    before, left, young = map(int, told.stdout.split())
    assert before > 100_000
    assert left < before / 100
    assert young == 10_000
