"""What is kept, as the heart sees it: entities by id, within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol, TypeVar, get_args, get_origin, get_type_hints

from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, RegisteredProgramme, SettingsVersion
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.file import FileOffer
from mentoring.domain.finding import Finding
from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.people import Person
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Change, ChangedSubject, Posting
from mentoring.domain.question import Question
from mentoring.domain.session import Session
from mentoring.domain.tandem import (
    Launch,
    LaunchDecision,
    LaunchTeam,
    Pair,
    Proposal,
    Tandem,
)
from mentoring.domain.undoing import TakenBack, Undoing
from mentoring.domain.upkeep import Effect, Fact, Heartbeat, Lane, Timer
from mentoring.domain.watching import Absence, Watch

T = TypeVar("T")


@dataclass(frozen=True)
class Other:
    """Any value of a column but this one."""

    value: object


@dataclass(frozen=True)
class NoneOf:
    """Any value of a column but these; without any, all values."""

    values: Collection[str]


@dataclass(frozen=True)
class Above:
    """Any value of a column that is greater (a moment: later) than this one."""

    value: object


@dataclass(frozen=True)
class UpTo:
    """Any value of a column that is at most this one (a moment: not later)."""

    value: object


@dataclass(frozen=True)
class Containing:
    """Any value of a column in which this text stands somewhere, nested or not.

    The whole table is looked through; in an encrypted column nothing is found.
    """

    text: str


class Those:
    """What a column has in some rows (their ids, say), as a value for a column of others; the
    database finds it itself. Only ``Rows.those`` makes one.
    """


@dataclass(frozen=True)
class Among:
    """Any value of a column that one of ``those`` chooses (without any: whichever), unless one of
    ``others`` does, too, or it is one of ``but``.
    """

    those: tuple[Those, ...] = ()
    others: tuple[Those, ...] = ()
    but: Collection[str] = ()


@dataclass(frozen=True)
class Cases:
    """As a column of its own: which of these conditions a row meets first, by its number from 0;
    one more than the last for a row that meets none.
    """

    conditions: tuple[Mapping[str, object], ...]


@dataclass(frozen=True)
class Meeting:
    """The ids of the rows of which the first case that they meet has one of these numbers."""

    cases: Cases
    numbers: Collection[int]


@dataclass(frozen=True)
class Saying:
    """Any text in a column in which each of these words stands, in capital letters or small."""

    words: tuple[str, ...]


class Row(Protocol):
    """Whatever is stored."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


@dataclass(frozen=True)
class Altered:
    """A row that a unit has written: as the unit knew it (None: it did not), and as it is now
    (None: it is gone).
    """

    before: Any
    after: Any

    @property
    def row(self) -> Any:  # noqa: ANN401 - whichever entity it is
        """The row as it is now, or as it was if it is gone."""
        return self.before if self.after is None else self.after

    def alters(self, *fields: str) -> bool:
        """Whether one of these fields has changed, or may have."""
        if self.before is None or self.after is None:
            return True
        return any(getattr(self.before, each) != getattr(self.after, each) for each in fields)


class Rows(Protocol[T]):
    """The stored entities of one kind, by id.

    Where ``equals`` chooses rows, each name is a column and its value what the column must equal:
    one value, a collection (any of them), ``Other``, ``NoneOf``, ``Above``, ``UpTo``,
    ``Containing``, ``Saying``, ``Among``, ``Meeting`` (of the id), or what ``those`` has chosen. A
    text within a nested column is named with a dot: ``profile.name``.
    """

    def get(self, key: str) -> T | None:
        """The entity, or None. Nobody else can change a person or a tandem once read here until
        the unit has ended.
        """
        ...

    def need(self, key: str) -> T:
        """The same; ``Refusal("gone")`` if it no longer exists."""
        ...

    def prefetch(self, keys: Collection[str]) -> None:
        """Read these together, so that ``get`` asks the database for none of them any more."""
        ...

    def put(self, entity: T) -> T:
        """Store the entity under its id, replacing what was there, and hand it back."""
        ...

    def add(self, entity: T) -> bool:
        """Store the entity unless its id is taken; says whether it was stored."""
        ...

    def all(self, **equals: object) -> Sequence[T]:
        """The chosen entities, ordered by id."""
        ...

    def page(self, by: str, limit: int, offset: int, **equals: object) -> Sequence[T]:
        """At most ``limit`` of the chosen entities after the first ``offset``, ordered by the
        column ``by``, then by id; nothing else is read.
        """
        ...

    def hold(self, keys: Collection[str]) -> Sequence[T]:
        """The entities with these ids, ordered by id; nobody else can change them until the unit
        has ended.
        """
        ...

    def first(self, *, last: bool = False, **equals: object) -> T | None:
        """The chosen entity with the lowest id (or the highest: ``last``), or None."""
        ...

    def any(self, **equals: object) -> bool:
        """Whether any row is chosen."""
        ...

    def count(self, **equals: object) -> int:
        """How many rows are chosen."""
        ...

    def count_by(self, column: str, **equals: object) -> Mapping[Any, int]:
        """How many rows are chosen for each value of the column; a value without any is left
        out.
        """
        ...

    def tally(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """The different values that these columns have together in the chosen rows, each with how
        many rows have them.
        """
        ...

    def earliest(self, column: str, **equals: object) -> datetime | None:
        """The earliest moment (aware) that the column has in the chosen rows, or None."""
        ...

    def latest(self, column: str, **equals: object) -> datetime | None:
        """The latest moment (aware) that the column has in the chosen rows, or None."""
        ...

    def columns(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """Single columns of the chosen rows, ordered by id: nothing else is read or decrypted."""
        ...

    def those(self, of: str = "id", /, **equals: object) -> Those:
        """What the column has in the chosen rows, as a value for a column of other rows."""
        ...

    def put_all(self, entities: Iterable[T]) -> None:
        """Put many at once."""
        ...

    def add_all(self, entities: Iterable[T]) -> None:
        """Add many at once; those whose id is taken stay as they are."""
        ...

    def delete(self, key: str) -> None:
        """Remove the entity, if it is there."""
        ...

    def delete_all(self, **equals: object) -> None:
        """Remove the chosen rows; at least one condition is needed.

        Cards that show them are not brought up to date for this.
        """
        ...


class UnitOfWork(Protocol):
    """One transaction over everything that is stored."""

    @property
    def cycle_id(self) -> str:
        """The cycle for which the unit works; empty before it is bound to one."""
        ...

    @property
    def programme_id(self) -> str:
        """The programme of that cycle."""
        ...

    def bind(self, cycle_id: str, programme_id: str) -> None:
        """From here on only rows of this cycle and programme are seen, and new rows belong to them.

        So the owners of one programme see nothing of another, whatever ids they send. People, their
        absences and what the loops work off are everybody's.
        """
        ...

    @property
    def everywhere(self) -> UnitOfWork:
        """The same transaction, seeing the rows of all cycles: a person's calendar counts for
        all.
        """
        ...

    @property
    def programmes(self) -> Rows[RegisteredProgramme]: ...
    @property
    def settings_versions(self) -> Rows[SettingsVersion]: ...
    @property
    def cycles(self) -> Rows[Cycle]: ...
    @property
    def people(self) -> Rows[Person]: ...
    @property
    def enrolments(self) -> Rows[Enrolment]: ...
    @property
    def invites(self) -> Rows[Invite]: ...
    @property
    def runs(self) -> Rows[MatchRun]: ...
    @property
    def proposals(self) -> Rows[Proposal]: ...
    @property
    def decisions(self) -> Rows[OwnerDecision]: ...
    @property
    def tandems(self) -> Rows[Tandem]: ...
    @property
    def sessions(self) -> Rows[Session]: ...
    @property
    def pairs(self) -> Rows[Pair]: ...
    @property
    def launches(self) -> Rows[Launch]: ...
    @property
    def launch_teams(self) -> Rows[LaunchTeam]: ...
    @property
    def launch_decisions(self) -> Rows[LaunchDecision]: ...
    @property
    def polls(self) -> Rows[Poll]: ...
    @property
    def watches(self) -> Rows[Watch]: ...
    @property
    def absences(self) -> Rows[Absence]: ...
    @property
    def closings(self) -> Rows[Closing]: ...
    @property
    def interventions(self) -> Rows[Intervention]: ...
    @property
    def undoings(self) -> Rows[Undoing]: ...
    @property
    def taken_back(self) -> Rows[TakenBack]: ...
    @property
    def kickoffs(self) -> Rows[Kickoff]: ...
    @property
    def seats(self) -> Rows[Seat]: ...
    @property
    def questions(self) -> Rows[Question]: ...
    @property
    def kit_choices(self) -> Rows[KitChoice]: ...
    @property
    def findings(self) -> Rows[Finding]: ...
    @property
    def files(self) -> Rows[FileOffer]: ...
    @property
    def postings(self) -> Rows[Posting]: ...
    @property
    def changes(self) -> Rows[Change]: ...
    @property
    def effects(self) -> Rows[Effect]: ...
    @property
    def timers(self) -> Rows[Timer]: ...
    @property
    def facts(self) -> Rows[Fact]: ...
    @property
    def heartbeats(self) -> Rows[Heartbeat]: ...
    @property
    def lanes(self) -> Rows[Lane]: ...

    def home_of(self, cycle_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A cycle and its programme, read together; ``Refusal("gone")`` if there is no such
        cycle.
        """
        ...

    def home_now(self, programme_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A programme and the cycle that it is in, read together; ``Refusal("gone")`` if there is
        no such programme.
        """
        ...

    def pseudonym(self, person_id: str) -> str:
        """What stands for a person who was erased: always the same, and nobody who does not have
        the installation's keys can tell whose it is.
        """
        ...

    def clock(self) -> datetime:
        """The database's own clock (aware, UTC), the same for all replicas; it knows nothing of the
        programme's time.
        """
        ...

    def alone(self, name: str) -> None:
        """From here on no other unit that gives this name runs until this one has ended, on
        whichever replica.

        For what is decided about many rows at once: two launches, a pair's day, the next number.
        """
        ...

    def altered(self) -> Sequence[Altered]:
        """The rows that this unit has really changed since this was last asked."""
        ...

    def outdate(self, **equals: object) -> None:
        """Mark the messages of the chosen postings as older than what they should show."""
        ...

    def outdate_all(self, subjects: Mapping[str, Collection[str]]) -> None:
        """The same for the postings of some views (by kind), each about some subjects."""
        ...

    def take_changes(self) -> Sequence[ChangedSubject]:
        """Everything shared that has changed since somebody last took it, each subject once."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """The timers due at ``now``, the longest due first."""
        ...

    def ready(
        self, now: datetime, limit: int, kinds: Collection[str] | None = None
    ) -> Sequence[Effect]:
        """The effects (of these kinds) that nobody carries out and whose time has come at ``now``,
        those first that were asked for without a time; no other unit is given them until this one
        has ended.
        """
        ...

    def mark_done(self, effects: Collection[str], now: datetime) -> None:
        """Write down that the effects with these ids were done at ``now``."""
        ...

    def ready_kinds(self, now: datetime) -> Collection[str]:
        """The kinds of the effects that nobody carries out and whose time has come at ``now``."""
        ...

    def behind(self, limit: int) -> Sequence[Posting]:
        """The postings whose message is older than what it should show."""
        ...


@cache
def kinds() -> Mapping[str, type]:
    """The kinds of entities, by the names that a unit of work gives their rows."""
    named = {
        name: each.fget for name, each in vars(UnitOfWork).items() if isinstance(each, property)
    }
    rows = {name: get_type_hints(read)["return"] for name, read in named.items() if read}
    return {name: get_args(each)[0] for name, each in rows.items() if get_origin(each) is Rows}


def rows_of(uow: UnitOfWork, entity: type) -> Rows[Any]:
    """The unit's rows of a kind of entity."""
    [name] = [name for name, each in kinds().items() if each is entity]
    rows: Rows[Any] = getattr(uow, name)
    return rows


class Store(Protocol):
    """Where everything is stored."""

    async def run(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction and commit; it may run again after a conflict, so it only
        reads and writes rows.
        """
        ...

    async def brief(self, unit: Callable[[UnitOfWork], T]) -> T:
        """``run`` for a unit of a few rows; while it runs, it may hold up everything else."""
        ...

    async def read(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run a ``unit`` that only reads, on everything as it stands at one moment; it waits for
        nobody and holds up nobody.
        """
        ...

    async def skim(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same for a few rows by their ids; while it runs, it may hold up everything
        else.
        """
        ...

    async def glance(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same for a unit that asks one question: each is answered as things stand then."""
        ...
