"""How much memory the server takes."""

from __future__ import annotations

import ctypes
import sys

M_ARENA_MAX = -8
"""malloc.h of glibc [man 3 mallopt]."""
ARENAS = 2


def share_arenas() -> None:
    """Let all threads share two of glibc's arenas.

    By default each of some fifty threads gets one of its own, of which much is never used again: in
    a launch that is a sixth of the server's memory. Where there is no glibc, nothing is done.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_ARENA_MAX, ARENAS)
