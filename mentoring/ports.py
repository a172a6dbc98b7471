"""The heart's view of the outside: what it needs, in its own words. Nothing here knows who fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from mentoring.calendar_port import Calendar
from mentoring.domain.agreement import Agreement
from mentoring.domain.closing import Closing
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.people import Language, Person, Profile
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import Launch, Pair, Proposal, Tandem
from mentoring.domain.upkeep import Effect, Fact, Heartbeat, Timer
from mentoring.domain.watching import Absence, Watch

T = TypeVar("T")


class Clock(Protocol):
    """What time it is for the programme."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


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
    def agreements(self) -> Rows[Agreement]: ...
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


class Directory(Protocol):
    """The company's directory of people."""

    async def find(self, text: str) -> tuple[Profile, ...]:
        """Those whose e-mail equals, or whose name is, ``text``; several if the name is not unique."""
        ...

    async def profile(self, person_id: str) -> Profile:
        """The full profile with chain of managers, zone and locale; ``NotThere`` if nobody has this id."""
        ...

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The names of those of these ids that the directory has."""
        ...

    async def photo(self, person: str) -> str:
        """A small picture of whoever has this id or e-mail, as a ``data:`` URI; empty if there is none."""
        ...

    async def group(self, name: str) -> tuple[Profile, ...] | None:
        """A group's people (groups inside it included), or None if no group has this name."""
        ...


@dataclass(frozen=True)
class Chat:
    """Where a person's 1:1 chat with the bot is."""

    conversation: str
    service_url: str


@dataclass(frozen=True)
class Channel:
    """A tandem's private channel."""

    id: str
    url: str


class Channels(Protocol):
    """Teams, their members, and the tandems' private channels."""

    async def owners(self) -> frozenset[str]:
        """The ids of the programme owners: the members of the owners' team."""
        ...

    async def open_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """Open a participants' team and wait until it stands; its id."""
        ...

    async def members(self, team_id: str) -> frozenset[str]:
        """The ids of a team's members."""
        ...

    async def add_members(self, team_id: str, people: Sequence[str]) -> Mapping[str, str]:
        """Add people to a team in bulk; those who could not be added, with the service's code."""
        ...

    async def archive_channel(self, team_id: str, channel_id: str) -> None:
        """Let a tandem's channel be read but no longer written; one that is archived or gone stays so."""
        ...

    async def open_channel(self, team_id: str, name: str, description: str, members: Sequence[str]) -> Channel:
        """Open a private channel owned by ``members``, or adopt the one of this name that they own already."""
        ...


class Messenger(Protocol):
    """The way to people's chats and to the owners' channel."""

    async def install(self, person_id: str) -> Chat:
        """Put the app into the person's Teams, if it is not there, and find the chat with them."""
        ...

    async def post(self, posting: Posting) -> str:
        """Send the card as a new message; the activity's id."""
        ...

    async def update(self, posting: Posting) -> None:
        """Make the message show the subject as it stands."""
        ...


class Wording(Protocol):
    """Words that leave the product outside a card: what stands in an event or beside a channel's name."""

    def tandem_name(self, tandem: Tandem) -> str:
        """The neutral name of a tandem, which its events bear: no person's name, no rank."""
        ...

    def channel_name(self, tandem: Tandem) -> str:
        """The same for its channel, unique beside those of earlier programmes (a deleted name stays taken for 30 days)."""
        ...

    def channel_description(self, languages: Sequence[Language]) -> str:
        """The rules of the protected space and the contact, at most 1,024 characters."""
        ...

    def series_body(self, languages: Sequence[Language], channel_url: str) -> str:
        """The event's body (HTML): agenda, channel link, rules."""
        ...

    def kickoff_subject(self) -> str:
        """What the kick-off is called in calendars."""
        ...

    def kickoff_body(self) -> str:
        """What the kick-off's event says (HTML)."""
        ...

    def cancel_comment(self, languages: Sequence[Language], cause: str = "no-slot") -> str:
        """Why a session does not take place, as the other one reads it in Outlook: ``session-cancelled-<cause>``."""
        ...


class Matcher(Protocol):
    """The matching, somewhere where it does not hold up the conversation."""

    async def match(self, call: Callable[[], T]) -> T:
        """Run the pure, picklable call in a process of its own."""
        ...


@dataclass(frozen=True)
class World:
    """All that a use case may reach, put together once by the composition root."""

    store: Store
    clock: Clock
    directory: Directory
    calendar: Calendar
    channels: Channels
    messenger: Messenger
    matcher: Matcher
    wording: Wording
    programme: Programme
    teams: tuple[str, ...] = ()
    channels_per_team: int = 200
    owners_channel: str = ""
