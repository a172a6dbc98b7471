"""The lanes of all replicas: one row each, claimed in one statement."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    bindparam,
    case,
    cast,
    delete,
    extract,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.ports.lanes import SOON, Taken, Turn, Wish, together
from mentoring.storage.quick import Quick
from mentoring.storage.tables import lanes

if TYPE_CHECKING:
    from mentoring.storage.store import SqlStore

EPOCH_DAY = 2440587.5
"""1 January 1970 as a Julian day, by which SQLite counts [sqlite.org/lang_datefunc.html]."""
DAY_SECONDS = 86400.0
FORGOTTEN_SECONDS = 3600.0
"""So long after a lane was last full its row is of no use: all limits are of an hour or less."""
CORRECTED_SECONDS = 5.0
"""A clock that goes back by less is only corrected. What was noted further ahead of now was noted
before the clock went back, and counts no more: by that it is told from the hour for which a
service may ask.
"""


class SqlLanes:
    """See ``mentoring.ports.lanes.Lanes``.

    A lane's name may hold the id of a chat or a person, so its row bears a digest of it. What is
    taken is noted as ``replica``'s, with which it comes free if that dies.
    """

    def __init__(self, store: SqlStore, replica: str = "") -> None:
        self._store = store
        self._replica = replica
        self._statements = _Statements(store.engine.dialect.name)

    async def claim(self, wishes: Mapping[str, Wish]) -> Mapping[str, Turn]:
        """Claim places in these lanes."""
        return await self._store.at_once(lambda connection: self._claim(connection, wishes))

    def _claim(self, connection: Connection, wishes: Mapping[str, Wish]) -> dict[str, Turn]:
        # In one order, so that no two replicas wait for each other.
        keys = sorted((_key(name), name) for name in wishes)
        return {name: self._claimed(connection, key, wishes[name]) for key, name in keys}

    def _claimed(self, connection: Connection, key: str, wish: Wish) -> Turn:
        wanted = {"key": key, "takes": wish.takes, "soon": SOON + wish.slack}
        taken = self._statements.claim.first(connection, wanted)
        if taken is not None:
            return wish.turn(max(0.0, taken[0] - wish.takes))
        full = self._statements.taken.first(connection, {"key": key})
        if full is None:  # forgotten just now, as long free
            return self._claimed(connection, key, wish)
        return wish.turn(max(0.0, full[0]))

    async def claim_together(self, wishes: Mapping[str, Wish]) -> Turn:
        """Claim a place that is the same moment in all of them; nobody else claims one in any of
        them meanwhile.
        """
        # In one order, so that no two replicas wait for each other.
        keys = dict(sorted((_key(name), name) for name in wishes))
        while (turn := await self._store.in_one(partial(self._moment, keys, wishes))) is None:
            await self._store.at_once(partial(self._begin, keys))
        return turn

    def _moment(
        self, keys: Mapping[str, str], wishes: Mapping[str, Wish], connection: Connection
    ) -> Turn | None:
        """The claim; None if there is a lane that nobody has known yet."""
        now, full = 0.0, dict[str, float]()
        for key, name in keys.items():
            row = self._statements.lock.first(connection, {"key": key})
            if row is None:
                return None
            full[name], now = row
        left = {name: max(0.0, until - now) for name, until in full.items()}
        turn, taken = together(wishes, left)
        filled = [{"key": key, "until": now + taken[name]} for key, name in keys.items() if taken]
        self._statements.fill.each(connection, filled)
        return turn

    def _begin(self, keys: Iterable[str], connection: Connection) -> None:
        """Make the lanes that nobody has known yet; holding none, so nobody waits for them."""
        for key in keys:
            self._statements.begin.changed(connection, {"key": key})

    async def hold(self, name: str, seconds: float) -> None:
        """Let nothing through the lane for so long."""
        held = {"key": _key(name), "seconds": seconds}
        await self._store.at_once(
            lambda connection: self._statements.hold.changed(connection, held)
        )

    async def full_for(self, name: str) -> float:
        """For how many seconds the lane is full."""
        wanted = {"key": _key(name)}
        taken = await self._store.at_once(
            lambda connection: self._statements.taken.first(connection, wanted)
        )
        return max(0.0, taken[0] if taken else 0.0)

    async def take(self, names: Collection[str], seconds: float) -> Taken:
        """Take for oneself those that nobody has."""
        if not names:
            return {}
        keys = sorted((_key(name), name) for name in names)

        def take(connection: Connection) -> Taken:
            found = ((name, self._taken(connection, key, seconds)) for key, name in keys)
            return {name: until for name, until in found if until is not None}

        return await self._store.at_once(take)

    def _taken(self, connection: Connection, key: str, seconds: float) -> float | None:
        """Until when; None if somebody has it."""
        wanted = {"key": key, "seconds": seconds, "replica": self._replica}
        row = self._statements.take.first(connection, wanted)
        return None if row is None else float(row[0])

    async def let_go(self, taken: Taken, seconds: float) -> None:
        """Somebody else may take these after ``seconds``, if they are not another's by now."""
        if taken:
            keys = sorted((_key(name), until) for name, until in taken.items())
            told = [{"key": key, "until": until, "seconds": seconds} for key, until in keys]
            await self._store.at_once(
                lambda connection: self._statements.let_go.each(connection, told)
            )

    async def forget(self) -> None:
        """Remove the rows of lanes that have long been free."""
        await self._store.at_once(
            lambda connection: self._statements.forget.changed(connection, {})
        )


def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:32]


class _Statements:
    """What is asked of the table, in the words of one kind of database."""

    def __init__(self, dialect: str) -> None:
        self._insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
        self._later = func.greatest if dialect == "postgresql" else func.max
        self._now: ColumnElement[float] = (
            cast(extract("epoch", func.clock_timestamp()), Float)
            if dialect == "postgresql"
            else (func.julianday("now") - EPOCH_DAY) * DAY_SECONDS
        )
        is_void = lanes.c.noted_at > self._now + CORRECTED_SECONDS
        self._free_at = case((is_void, 0.0), else_=lanes.c.free_at)

    def _noted(self, free_at: ColumnElement[float]) -> dict[str, ColumnElement[Any]]:
        """Until when a lane is full is noted now; it is nobody's."""
        return {"free_at": free_at, "noted_at": self._now, "held_by": literal("")}

    def _as_taken(self, free_at: ColumnElement[float]) -> dict[str, ColumnElement[Any]]:
        """The same of one that a replica takes for itself."""
        return {**self._noted(free_at), "held_by": bindparam("replica")}

    @cached_property
    def claim(self) -> Quick:
        """Fills a lane for ``takes`` seconds more, unless it is full for longer than ``soon``;
        returns for how many seconds it is full then.
        """
        takes = bindparam("takes", type_=Float)
        made = self._insert(lanes).values(id=bindparam("key"), **self._noted(self._now + takes))
        filled = made.on_conflict_do_update(
            index_elements=["id"],
            set_=self._noted(self._later(self._free_at, self._now) + takes),
            where=self._free_at <= self._now + bindparam("soon", type_=Float),
        )
        return Quick(filled.returning(lanes.c.free_at - self._now))

    @cached_property
    def begin(self) -> Quick:
        """Makes a lane that nobody knows yet."""
        made = self._insert(lanes).values(id=bindparam("key"), **self._noted(self._now))
        return Quick(made.on_conflict_do_nothing())

    @cached_property
    def lock(self) -> Quick:
        """Until when a lane is full, and what time it is; nobody else fills it meanwhile."""
        found = select(self._free_at, self._now).where(lanes.c.id == bindparam("key"))
        return Quick(found.with_for_update())

    @cached_property
    def fill(self) -> Quick:
        """Fills a lane until a moment."""
        filled = update(lanes).where(lanes.c.id == bindparam("key"))
        return Quick(filled.values(self._noted(bindparam("until", type_=Float))))

    @cached_property
    def taken(self) -> Quick:
        """For how many seconds a lane is full."""
        return Quick(select(self._free_at - self._now).where(lanes.c.id == bindparam("key")))

    @cached_property
    def hold(self) -> Quick:
        """Fills a lane for ``seconds`` from now on at least."""
        until = self._now + bindparam("seconds", type_=Float)
        made = self._insert(lanes).values(id=bindparam("key"), **self._noted(until))
        later = self._noted(self._later(self._free_at, made.excluded.free_at))
        return Quick(made.on_conflict_do_update(index_elements=["id"], set_=later))

    @cached_property
    def take(self) -> Quick:
        """Fills a lane for ``seconds`` if it is free, as ``replica``'s; returns until when then."""
        until = self._now + bindparam("seconds", type_=Float)
        made = self._insert(lanes).values(id=bindparam("key"), **self._as_taken(until))
        filled = made.on_conflict_do_update(
            index_elements=["id"],
            set_=self._as_taken(made.excluded.free_at),
            where=self._free_at <= self._now,
        )
        return Quick(filled.returning(lanes.c.free_at))

    @cached_property
    def let_go(self) -> Quick:
        """Lets a lane be free after ``seconds`` that was taken until ``until``."""
        ours = lanes.c.free_at == bindparam("until", type_=Float)
        free_at = self._now + bindparam("seconds", type_=Float)
        chosen = (lanes.c.id == bindparam("key")) & ours
        return Quick(update(lanes).where(chosen).values(self._noted(free_at)))

    @cached_property
    def forget(self) -> Quick:
        """Removes lanes that have long been free, or whose row counts no more."""
        return Quick(delete(lanes).where(self._free_at < self._now - FORGOTTEN_SECONDS))
