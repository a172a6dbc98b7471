"""Numbers that people typed."""

from __future__ import annotations

import math


def whole_number(typed: object) -> int:
    """What was typed into a number's input, which clients send as text, perhaps as ``3.0``; 0 if it
    is no whole number.
    """
    try:
        said = float(str(typed).strip().replace(",", "."))
    except ValueError:
        return 0
    return int(said) if math.isfinite(said) and said.is_integer() else 0
