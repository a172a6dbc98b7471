"""What a service does not find for a moment although it is there.

Exchange does that with events [msgraph-sdk-java issue 1225], Teams with teams and what is in them
[microsoft-graph-docs issue 11430], and a list may lag behind. Whoever believes it takes a series
for cancelled that stands in two calendars for good. So what is not found is at first *not yet*
found, which the one layer that repeats tries again; only who still does not find it a moment later
believes it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from mentoring.domain.errors import Gone, NoMailbox, NotThere, NotYet, OutsideError

SECOND_LOOK_SECONDS = 1.5
"""So much later the second look is at least: a step looks again after one and three seconds, and
where somebody waits for the answer the last look is after two.
"""
FORGOTTEN_SECONDS = 60.0
"""A first look that is longer ago says nothing about this one."""
BELIEVED_SECONDS = 900.0
"""What was believed to be gone is believed for so long after it was looked for last: longer than
the longest pause before a step is begun anew (``mentoring.workflows.carrying``), or a step in which
several things are missing would believe one and doubt another for ever.
"""
MOST_IN_MIND = 2000
"""So many things are remembered; those that were looked for longest ago are forgotten first."""
NO_EVENT = "AAMkAGNothingNothingNothing="
NO_CHANNEL = "19:00000000000000000000000000000000@thread.tacv2"
MADE_UP = frozenset({NO_EVENT, NO_CHANNEL})
"""Ids by which only permissions are tried: nobody overlooks these."""
Thing = tuple[str, ...]


class Overlooked:
    """What was not found when it was looked for last, and since when."""

    def __init__(self) -> None:
        self._since: dict[Thing, float] = {}
        self._believed: dict[Thing, float] = {}

    def found(self, thing: Thing) -> None:
        """It is there."""
        self._since.pop(thing, None)
        self._believed.pop(thing, None)

    def judged(self, thing: Thing, missing: NotThere, code: str) -> OutsideError:
        """What it means that it was not found: *not yet* the first time; ``Gone`` if the answer's
        ``code`` then says that the thing itself is missing, and not, say, the mailbox.
        """
        if isinstance(missing, NoMailbox) or MADE_UP.intersection(thing):
            return missing
        if not self.is_believed(thing):
            return NotYet(str(missing))
        return Gone(str(missing), missing.code) if missing.code == code else missing

    def is_believed(self, thing: Thing) -> bool:
        """It was not found: whether it was looked for before, long enough ago and not too long."""
        now = time.monotonic()
        since = _lately(self._since, now - FORGOTTEN_SECONDS)
        believed = _lately(self._believed, now - BELIEVED_SECONDS)
        if thing in believed or (thing in since and now - since[thing] >= SECOND_LOOK_SECONDS):
            since.pop(thing, None)
            believed.pop(thing, None)
            believed[thing] = now  # the latest one stands last
        else:
            since.setdefault(thing, now)
        self._since, self._believed = since, believed
        return thing in believed


def _lately(looks: Mapping[Thing, float], after: float) -> dict[Thing, float]:
    """What was looked for after that moment (monotonic), the latest things only."""
    latest = [(thing, at) for thing, at in looks.items() if at > after]
    return dict(latest[-MOST_IN_MIND:])


def thing_of(operation: str, facts: Mapping[str, Any]) -> Thing:
    """What a call is about, by the ids among its facts."""
    ids = sorted(name for name in facts if name.endswith("_id") or name == "membership")
    return (operation, *(str(facts[name]) for name in ids))
