"""How much memory the server takes, and how often it is searched for what nobody needs."""

from __future__ import annotations

import ctypes
import gc
import sys

M_ARENA_MAX = -8
"""malloc.h of glibc [man 3 mallopt]."""
ARENAS = 2
YOUNG = 10_000
"""So many new objects come before the youngest are searched; CPython's 700 are a few rows."""


def share_arenas() -> None:
    """Let all threads share two of glibc's arenas.

    By default each of some fifty threads gets one of its own, of which much is never used again: in
    a launch that is a sixth of the server's memory. Where there is no glibc, nothing is done.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_ARENA_MAX, ARENAS)


def keep_imports() -> None:
    """Have what was imported never searched again for what nobody needs: some 300,000 objects that
    stay until the end [https://docs.python.org/3/library/gc.html#gc.freeze].
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
