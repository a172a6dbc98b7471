"""What time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is for the programme."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...
