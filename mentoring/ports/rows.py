"""What is kept, as the heart sees it: entities by id, within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from mentoring.domain.closing import Closing
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.people import Person
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Posting
from mentoring.domain.session import Session
from mentoring.domain.tandem import Launch, Pair, Proposal, Tandem
from mentoring.domain.upkeep import Effect, Fact, Heartbeat, Timer
from mentoring.domain.watching import Absence, Watch

T = TypeVar("T")


class Rows(Protocol[T]):
    """The stored entities of one kind, by id."""

    def get(self, key: str) -> T | None:
        """The entity, or None."""
        ...

    def need(self, key: str) -> T:
        """The entity; ``Refusal("gone")`` if it no longer exists."""
        ...

    def put(self, entity: T) -> T:
        """Store the entity under its id, replacing what was there, and hand it back."""
        ...

    def add(self, entity: T) -> bool:
        """Store the entity unless its id is taken; says whether it was stored."""
        ...

    def all(self, **equals: object) -> Sequence[T]:
        """Those whose columns equal the given values (a collection means any of them), ordered by id."""
        ...

    def delete(self, key: str) -> None:
        """Remove the entity, if it is there."""
        ...


class UnitOfWork(Protocol):
    """One transaction over everything that is stored."""

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
    def polls(self) -> Rows[Poll]: ...
    @property
    def watches(self) -> Rows[Watch]: ...
    @property
    def absences(self) -> Rows[Absence]: ...
    @property
    def closings(self) -> Rows[Closing]: ...
    @property
    def kickoffs(self) -> Rows[Kickoff]: ...
    @property
    def seats(self) -> Rows[Seat]: ...
    @property
    def postings(self) -> Rows[Posting]: ...
    @property
    def effects(self) -> Rows[Effect]: ...
    @property
    def timers(self) -> Rows[Timer]: ...
    @property
    def facts(self) -> Rows[Fact]: ...
    @property
    def heartbeats(self) -> Rows[Heartbeat]: ...

    def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """The timers due at ``now``, the longest due first."""
        ...

    def behind(self, limit: int) -> Sequence[Posting]:
        """The postings whose message is older than what it should show."""
        ...


class Store(Protocol):
    """Where the truth is kept."""

    async def run(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction and commit; it may run again after a conflict, so it only reads and writes rows."""
        ...
