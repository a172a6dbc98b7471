"""Which replicas live: each beats every few seconds, by the database's clock, so that no machine's
own clock decides.

What a dead replica had begun is handed over before its row goes: whoever is first to see that it
has lapsed beats in its place until that is done, and if that one dies in the process, the row
lapses once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mentoring.domain.upkeep import Heartbeat
from mentoring.ports.rows import Store, UnitOfWork

LAPSED = timedelta(seconds=30)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Beat:
    """How many replicas live, this one included, and the ids of those whose work this one has to
    hand over.
    """

    living: int
    lapsed: tuple[str, ...]


@dataclass(frozen=True)
class Replicas:
    """The replicas that share a database, as the one called ``own`` sees them.

    ``shared`` is False where only one can be at work (SQLite): whatever else has left a row there
    is dead.
    """

    store: Store
    own: str
    shared: bool

    async def beat(self) -> Beat:
        """Give a sign of life, and see who no longer gives one."""
        return await self.store.run(self._beat)

    def _beat(self, uow: UnitOfWork) -> Beat:
        now = uow.clock()
        uow.heartbeats.put(Heartbeat(self.own, now))
        others = [beat for beat in uow.heartbeats.all() if beat.id != self.own]
        lapsed = [beat for beat in others if not self.shared or now - beat.beat_at > LAPSED]
        uow.heartbeats.put_all(Heartbeat(beat.id, now) for beat in lapsed)
        return Beat(1 + len(others) - len(lapsed), tuple(beat.id for beat in lapsed))

    async def handed_over(self, replica: str) -> None:
        """Forget the dead replica: nothing is left of what it had begun."""
        await self.store.run(lambda uow: uow.heartbeats.delete(replica))

    async def leave(self) -> None:
        """Say that this replica is stopping: whoever beats next hands over what it has left
        unfinished, without waiting for it to lapse.
        """
        await self.store.run(lambda uow: uow.heartbeats.put(Heartbeat(self.own, LONG_AGO)))
