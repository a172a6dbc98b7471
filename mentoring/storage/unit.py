"""One transaction over everything that is stored."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Connection,
    Select,
    Text,
    bindparam,
    delete,
    func,
    select,
)

from mentoring.domain.cycle import Cycle, RegisteredProgramme
from mentoring.domain.people import ERASED
from mentoring.domain.posting import ChangedSubject, Posting
from mentoring.domain.upkeep import Effect, Fact, Timer
from mentoring.ports.rows import Altered, Those, UnitOfWork, kinds
from mentoring.storage import tables
from mentoring.storage.conditions import (
    Selected,
    chosen,
    filled,
    places_for,
    portions,
)
from mentoring.storage.outdating import joined, known_outdating, newer, outdating_kinds
from mentoring.storage.quick import Quick
from mentoring.storage.rows import SqlRows
from mentoring.storage.shape import Shape
from mentoring.storage.together import AT_HOME, HOME, homes, homes_now, postings_at_home, quick
from mentoring.storage.waiting import BEHIND, DUE, READY_KINDS, marked_done, ready

ENTITIES = kinds()
"""The kinds of entities, by the names that the port ``UnitOfWork`` gives their rows."""
CLOCK = Quick(select(func.clock_timestamp()))
PSEUDONYMS = "pseudonyms"
"""Under which fact the secret lies, encrypted by the installation's keys, so that these can be
rotated.
"""
ALONE = Quick(
    select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("name", type_=Text), 0)))
)


if TYPE_CHECKING:
    # Rows are made when they are first asked for: to the type checker it has those of the port.
    Named = UnitOfWork
else:
    Named = object


class SqlUnitOfWork(Named):
    """One transaction; see ``mentoring.ports.rows.UnitOfWork``.

    ``locks``: other units may be at work on the same rows.

    ``shares``: the unit whose transaction this one shares, seeing more of its rows.
    """

    def __init__(
        self,
        connection: Connection,
        shapes: dict[str, Shape[Any]],
        *,
        locks: bool,
        shares: SqlUnitOfWork | None = None,
    ) -> None:
        self._connection = connection
        self._shapes = shapes
        self._locks = locks
        self._shares = shares
        self._bounds: dict[str, str] = {}
        self._altered: list[Altered] = shares._altered if shares else []  # noqa: SLF001 - of the same transaction

    def __getattr__(self, name: str) -> SqlRows[Any]:
        """The rows of a kind, made when they are first asked for."""
        if name not in self._shapes:
            raise AttributeError(
                f"a unit of work has no {name}: see UnitOfWork in mentoring/ports/rows/unit.py"
            )
        rows: SqlRows[Any]
        if self._shares:
            rows = getattr(self._shares, name).seeing(self._bounds)
        else:
            rows = SqlRows(
                self._connection, self._shapes[name], self._bounds, self._altered, locks=self._locks
            )
        setattr(self, name, rows)
        return rows

    def _rows(self, name: str) -> SqlRows[Any]:
        """The rows of a kind as storage knows them."""
        found: SqlRows[Any] = getattr(self, name)
        return found

    @property
    def cycle_id(self) -> str:
        """The cycle for which the unit works; empty before it is bound to one."""
        return self._bounds.get("cycle_id", "")

    @property
    def programme_id(self) -> str:
        """The programme of that cycle."""
        return self._bounds.get("programme_id", "")

    def bind(self, cycle_id: str, programme_id: str) -> None:
        """From here on only rows of this cycle and programme are seen, and new rows belong to
        them.
        """
        self._bounds.update(cycle_id=cycle_id, programme_id=programme_id)

    @property
    def everywhere(self) -> SqlUnitOfWork:
        """The same transaction, seeing the rows of all cycles and programmes."""
        whole = self._shares or self
        return unit_of_work(self._connection, self._shapes, locks=self._locks, shares=whole)

    def home_of(self, cycle_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A cycle and its programme, read in one query; ``Refusal("gone")`` if there is no such
        cycle.
        """
        if not self._rows("cycles").knows(cycle_id):
            self._meet_together(HOME, homes, cycle_id)
        cycle = self.cycles.need(cycle_id)
        return cycle, self.programmes.need(cycle.programme_id)

    def posting_at_home(self, key: str) -> Posting | None:
        """A posting, or None; its cycle, programme and person are read in the same query, since
        whoever shows its card needs them.
        """
        if not self._rows("postings").knows(key):
            self._meet_together(AT_HOME, postings_at_home, key)
        return self.postings.get(key)

    def home_now(self, programme_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A programme and the cycle that it is in, read in one query; ``Refusal("gone")`` if there
        is no such programme.
        """
        if not self._rows("programmes").knows(programme_id):
            self._meet_together(HOME, homes_now, programme_id)
        programme = self.programmes.need(programme_id)
        return self.cycles.need(programme.cycle_id), programme

    def _meet_together(
        self, names: Sequence[str], query: Callable[[bool], Select[Any]], key: str
    ) -> None:
        """Take in what one query reads of these tables, one after the other."""
        found = quick(query, self._locks).first(self._connection, {"key": key})
        columns = iter(found or ())
        for name in names if found else ():
            shape = self._shapes[name]
            its = list(islice(columns, len(shape.names) + self._locks))
            if its[shape.id_at] is not None:
                self._rows(name).meet(its)

    def pseudonym(self, person_id: str) -> str:
        """What stands for a person who was erased: ``keyed`` by it."""
        return ERASED + self.keyed(person_id)

    def keyed(self, said: str) -> str:
        """By what something is known that may not stand there itself: HMAC-SHA256 under a secret
        of the installation, which lies encrypted and is made when it is first needed.
        """
        facts, cipher = self.everywhere.facts, self._shapes["facts"].cipher
        kept = facts.get(PSEUDONYMS)
        if kept is None:
            sealed = cipher.encrypt(secrets.token_hex(32).encode()).decode()
            facts.add(Fact(PSEUDONYMS, sealed))
            kept = facts.need(PSEUDONYMS)
        secret = cipher.decrypt(kept.value.encode())
        return hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()[:32]

    def clock(self) -> datetime:
        """The database's own clock (aware, UTC); for SQLite it is that of this machine, where its
        only replica runs.
        """
        if self._connection.dialect.name == "sqlite":
            return datetime.now(UTC)
        found = CLOCK.first(self._connection, {})
        if found is None:
            raise AssertionError("unreachable: this question always has an answer")
        moment: datetime = found[0]
        return moment.astimezone(UTC)

    def alone(self, name: str) -> None:
        """From here on no other unit that takes the same ``name`` runs until this one has ended."""
        if self._locks:
            ALONE.first(self._connection, {"name": name})
            for kind in self._shapes.keys() & self.__dict__.keys():
                getattr(self, kind).forget()

    def altered(self) -> Sequence[Altered]:
        """The rows that this unit has really changed since this method was last called."""
        found = tuple(self._altered)
        self._altered.clear()
        return found

    def not_settled(self) -> Sequence[Altered]:
        """The same rows; ``altered`` will still name them."""
        return tuple(self._altered)

    def outdate(self, **equals: object) -> None:
        """Mark the messages of the chosen postings as older than what they should show. Of the
        cards of a kind those are left out of which a newer copy stands below: they say that alone.
        """
        those = equals.pop("subject_id") if isinstance(equals.get("subject_id"), Selected) else None
        known = known_outdating(equals, those if isinstance(those, Selected) else None)
        if known:
            statement, values = known
            rows = statement.every(self._connection, values)
        else:
            whole = equals if those is None else {**equals, "subject_id": those}
            found = chosen(tables.postings, whole)
            rows = iter(self._connection.execute(newer(found, of_kind="kind" in whole)))
        for row in rows:
            self._rows("postings").meet(row, ours=True)

    def outdate_those(self, those: Mapping[Those, Collection[str]]) -> None:
        """Mark the messages about what is chosen, each of some views (by kind), as older."""
        for these, of_kinds in joined(those):
            self.outdate(kind=list(of_kinds), subject_id=these)

    def outdate_all(self, subjects: Mapping[str, Collection[str]]) -> None:
        """Mark the messages of these views (by kind) about these subjects as older."""
        of_kinds = [
            [(kind, some) for some in portions(subjects[kind])] for kind in sorted(subjects)
        ]
        for portion in zip_longest(*of_kinds):
            self._outdate_some([each for each in portion if each])

    def _outdate_some(self, of_kind: Sequence[tuple[str, Sequence[str]]]) -> None:
        places = places_for(max(len(about) for _, about in of_kind))
        wanted: dict[str, object] = {}
        for nth, (kind, about) in enumerate(of_kind):
            wanted |= {f"kind{nth}": kind, **filled(f"about{nth}", about, places)}
        statement = outdating_kinds(len(of_kind), places)
        for row in statement.every(self._connection, wanted):
            self._rows("postings").meet(row, ours=True)

    def take_changes(self) -> Sequence[ChangedSubject]:
        """Everything shared that has changed since somebody last took it, each subject once."""
        table = tables.changes
        what = (table.c.cycle_id, table.c.kind, table.c.subject_id)
        taken = {tuple(row) for row in self._connection.execute(delete(table).returning(*what))}
        return [ChangedSubject(kind, subject, cycle) for cycle, kind, subject in sorted(taken)]

    def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """At most ``limit`` timers due at ``now`` (aware), the longest overdue first."""
        rows = DUE.every(self._connection, {"now": now, "most": limit})
        return [self._shapes["timers"].entity(row) for row in rows]

    def ready(
        self, now: datetime, limit: int, kinds: Collection[str] | None = None
    ) -> Sequence[Effect]:
        """At most ``limit`` effects (of these kinds) that nobody carries out and whose time has
        come at ``now`` (aware); where units meet, nobody else is given them until this one has
        ended.
        """
        places = None if kinds is None else places_for(len(kinds))
        wanted = {"now": now, "most": limit, **filled("kind", kinds or ())}
        found = ready(places, self._locks).every(self._connection, wanted)
        return self._rows("effects").locked(found)

    def mark_done(self, effects: Collection[str], now: datetime) -> None:
        """Write down that the effects with these ids were done at ``now`` (aware)."""
        for some in portions(effects):
            done = marked_done(places_for(len(some)))
            done.changed(self._connection, {**filled("key", some), "at": now})
        self._rows("effects").forget()

    def ready_kinds(self, now: datetime) -> Collection[str]:
        """The kinds of those effects."""
        return {kind for (kind,) in READY_KINDS.every(self._connection, {"now": now})}

    def behind(self, limit: int) -> Sequence[Posting]:
        """At most ``limit`` postings whose message is older than what it should show."""
        rows = BEHIND.every(self._connection, {"most": limit})
        return [self._shapes["postings"].entity(row) for row in rows]


def unit_of_work(
    connection: Connection,
    shapes: dict[str, Shape[Any]],
    *,
    locks: bool,
    shares: SqlUnitOfWork | None = None,
) -> SqlUnitOfWork:
    """A unit of work over the connection's transaction."""
    return SqlUnitOfWork(connection, shapes, locks=locks, shares=shares)  # type: ignore[abstract]  # its rows are made when they are asked for
