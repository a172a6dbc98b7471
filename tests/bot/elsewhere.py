"""What is asked in another process; nothing else is imported with it."""

from __future__ import annotations

import sys


def has_imported(module: str) -> bool:
    """Whether the process has imported the module."""
    return module in sys.modules
