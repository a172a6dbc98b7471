"""Time passes while somebody is waited for who is not at work: nobody has to be written to at
night.

Where nothing happens any more in the tenant, its clock goes on to the next moment at which any of
its people begins to work.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox.directory import Person
from sandbox.state import TenantState

IDLE_SECONDS = 2.0
"""So long nothing has to happen, on the wall clock."""
BETWEEN_SECONDS, BETWEEN_DISTURBED_SECONDS = 1.0, 5.0
"""So long a morning lasts at least, on the wall clock: what is due has to be noticed. Where servers
die and calls fail it is longer, because work goes on up to a minute later then: weeks went by in
it, and all offers lapsed before anybody could have read them.
"""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Mornings:
    """Moves the clock of a tenant; `is_idle` says whether nothing has happened for so many
    seconds, and `between` is how many a morning lasts at least.
    """

    def __init__(
        self,
        state: TenantState,
        is_idle: Callable[[float], bool],
        say: Callable[[str], None],
        between: float = BETWEEN_SECONDS,
        wall: Callable[[], float] = time.monotonic,
    ) -> None:
        self._state = state
        self._is_idle = is_idle
        self._say = say
        self._between = between
        self._wall = wall
        self._last = float("-inf")
        """When it became morning last, on the wall clock."""

    def look(self) -> None:
        """Let it become the next morning of somebody, if nothing happens any more."""
        if self._wall() - self._last < self._between or not self._is_idle(IDLE_SECONDS):
            return
        morning = next_morning(self._state)
        if morning is not None:
            self._say(f"Nothing happens any more until {morning:%A, %H:%M %Z}.")
            self._state.clock.set(morning)
            self._last = self._wall()


def next_morning(state: TenantState) -> datetime | None:
    """When the next of the tenant's people begins to work (aware); None if nobody ever does."""
    now = state.clock.now()
    return min(
        filter(None, (_begins(person, now) for person in state.people.values())), default=None
    )


def _begins(person: Person, now: datetime) -> datetime | None:
    zone, hours = ZoneInfo(person.zone), person.working_hours
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(8))
    starts = (
        datetime.combine(day, hours.start, zone)
        for day in days
        if DAYS[day.weekday()] in hours.days
    )
    return next((start for start in starts if start > now), None)
