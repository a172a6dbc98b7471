"""Which replicas live: each beats every few seconds, by the database's clock, so that no machine's
own clock decides.

What a dead replica had begun is handed over before its row goes: whoever is first to see that it
has lapsed beats in its place until that is done, also where the database blinks meanwhile, and if
that one dies in the process, the row lapses once more.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from mentoring.domain.upkeep import Heartbeat
from mentoring.ports.rows import Store, UnitOfWork

LAPSED = timedelta(seconds=30)
ABSENT, AWAKE = timedelta(seconds=15), timedelta(seconds=8)
"""Who has not beaten for ``ABSENT`` itself cannot know who lives: while the database was away,
nobody could beat. It judges nobody until it has beaten regularly for ``AWAKE``; the others have by
then.
"""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Beat:
    """The ids of the ``others`` that live, and of those whose work this one has to hand over
    (``lapsed``), of which some had said that they stop (``left``).

    ``at`` is when it was given, by the database's clock, which was read at ``read_at`` (monotonic,
    seconds).
    """

    others: frozenset[str]
    lapsed: tuple[str, ...]
    left: frozenset[str] = frozenset()
    at: datetime = field(default=LONG_AGO, compare=False)
    read_at: float = field(default=0.0, compare=False)

    @property
    def now(self) -> datetime:
        """The time by the database's clock, however long the beat has taken."""
        return self.at + timedelta(seconds=time.monotonic() - self.read_at)

    @property
    def living(self) -> int:
        """How many replicas live, this one included."""
        return 1 + len(self.others)


class TakeOver(Protocol):
    """Takes over what a replica had begun that is dead, or has ``left``."""

    async def __call__(self, replica: str, *, left: bool) -> None:
        """Take it over; once more where that was not noted."""
        ...


@dataclass
class Replicas:
    """The replicas that share a database, as the one called ``own`` sees them.

    ``shared`` is False where only one can be at work (SQLite): whatever else has left a row there
    is dead. ``beaten_at`` is its own last beat, ``awake_since`` the first of those that came
    regularly; both by the database's clock (aware, UTC).
    """

    store: Store
    own: str
    shared: bool
    beaten_at: datetime = LONG_AGO
    awake_since: datetime = LONG_AGO
    _in_place_of: Mapping[str, Heartbeat] = field(default_factory=dict)
    """The signs of life that it has given in the place of those whose work it hands over."""
    _left: frozenset[str] = frozenset()

    async def beat(self) -> Beat:
        """Give a sign of life, and see who no longer gives one."""
        return await self.store.run(self._beat)

    def _beat(self, uow: UnitOfWork) -> Beat:
        now, read_at = uow.clock(), time.monotonic()
        uow.heartbeats.put(Heartbeat(self.own, now))
        others = [beat for beat in uow.heartbeats.all() if beat.id != self.own]
        if abs(now - self.beaten_at) > ABSENT:
            self.awake_since = now
        self.beaten_at = now
        lapsed = [beat for beat in others if self._is_ours(beat) or self._has_lapsed(beat, now)]
        self._left = frozenset(beat.id for beat in lapsed if self._has_left(beat))
        self._in_place_of = {beat.id: Heartbeat(beat.id, now) for beat in lapsed}
        uow.heartbeats.put_all(self._in_place_of.values())
        living = frozenset(beat.id for beat in others if beat not in lapsed)
        return Beat(living, tuple(self._in_place_of), self._left, now, read_at)

    def _is_ours(self, other: Heartbeat) -> bool:
        """Whether this one still hands over the other one's work, and nobody has beaten since."""
        return self._in_place_of.get(other.id) == other

    def _has_left(self, other: Heartbeat) -> bool:
        return other.beat_at == LONG_AGO or (self._is_ours(other) and other.id in self._left)

    def _has_lapsed(self, other: Heartbeat, now: datetime) -> bool:
        """Whether the other one is dead, as far as one who was awake meanwhile can tell. A sign of
        life that lies ahead was given before the database's clock went back.
        """
        if not self.shared or other.beat_at == LONG_AGO:
            return True
        return abs(now - other.beat_at) > LAPSED and now - self.awake_since > AWAKE

    async def hand_over(self, beat: Beat, take_over: TakeOver) -> None:
        """Have taken over what those had begun that have lapsed, and forget them: nothing is left
        of it then. What is not handed over now is with the next beat.
        """
        for replica in beat.lapsed:
            await take_over(replica, left=replica in beat.left)
            await self._forget(replica)

    async def _forget(self, replica: str) -> None:
        await self.store.run(lambda uow: uow.heartbeats.delete(replica))

    async def leave(self) -> None:
        """Say that this replica is stopping: whoever beats next hands over what it has left
        unfinished, without waiting for it to lapse.
        """
        await self.store.run(lambda uow: uow.heartbeats.put(Heartbeat(self.own, LONG_AGO)))
