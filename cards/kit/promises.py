"""Which texts promise something to a person: who sees what, how long it is kept, what follows.

``cards/texts/promises.txt`` lists their keys, a line each. The tests that show them to be true
stand in ``tests/promises``, which is compared with the list; for a promise that owners have put
into their own words, no test can vouch.
"""

from __future__ import annotations

from functools import cache

from cards.kit import originals


@cache
def promises() -> frozenset[str]:
    """The keys."""
    return frozenset((originals.TEXTS / "promises.txt").read_text(encoding="utf-8").split())
