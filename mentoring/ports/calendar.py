"""The heart's view of people's calendars: what is read and booked there, in its own words.

Nothing here knows who provides it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from mentoring.domain.people import Profile
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.domain.scheduling.types import Busy, WorkingHours


@dataclass(frozen=True)
class Availability:
    """A mailbox's answer: what is taken and when the person works; ``readable`` is False if it may
    not be read.
    """

    person_id: str
    readable: bool
    busy: tuple[Busy, ...] = ()
    working_hours: WorkingHours | None = None


@dataclass(frozen=True)
class Booking:
    """What every event of a tandem has in common.

    By its ``key`` a repeated attempt finds the same event; ``private`` hides it from others.
    """

    key: str
    organizer: str
    invitee: Profile
    subject: str
    body_html: str
    cancel_comment: str
    private: bool = False


@dataclass(frozen=True)
class SeriesWish(Booking):
    """A series to be booked in the organizer's calendar.

    ``moves`` maps an occurrence's planned start to its new one, ``cancelled`` names the planned
    starts of those that do not take place (all UTC).
    """

    pattern: Pattern = field(kw_only=True)
    moves: Mapping[datetime, datetime] = field(default_factory=dict)
    cancelled: frozenset[datetime] = frozenset()


@dataclass(frozen=True)
class SessionWish(Booking):
    """A single session with an event of its own.

    ``start`` is aware; ``zone`` (IANA) is the organizer's.
    """

    start: datetime = field(kw_only=True)
    minutes: int = field(kw_only=True)
    zone: str = field(kw_only=True)


@dataclass(frozen=True)
class Marks:
    """By what a series is known that was split off the tandem's own one (*this and all following
    events* in Outlook): one of the ``keys`` under which ours were booked, or our ``subject`` and
    this ``invitee`` in a meeting that the organizer calls.
    """

    keys: tuple[str, ...]
    subject: str
    invitee: Profile


@dataclass(frozen=True)
class GatheringWish:
    """A date of the kick-off in its organizer's calendar, nobody invited yet; ``start`` and ``end``
    are aware.
    """

    key: str
    organizer: str
    subject: str
    body_html: str
    start: datetime
    end: datetime
    site: str


@dataclass(frozen=True)
class Booked:
    """A booked event or series: its id in the organizer's calendar and the link to the online
    meeting.
    """

    id: str
    join_url: str


@dataclass(frozen=True)
class CalendarEntry:
    """An event as it stands in the organizer's calendar; ``planned`` is where its series' pattern
    put it. Times are UTC.

    ``declined``: the invitee will not come. ``proposed``: the start that the invitee would prefer.
    ``series`` is the id of its series, empty for a single event. Ids are those that last; an event
    that was read by an earlier one may bear another.
    """

    id: str
    planned: datetime
    start: datetime
    end: datetime
    declined: bool = False
    proposed: datetime | None = None
    series: str = ""
    join_url: str = ""

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.end - self.start).total_seconds()) // 60


@dataclass(frozen=True)
class Subscribed:
    """A subscription to a calendar's changes, and when it ends (UTC)."""

    id: str
    expires_at: datetime


Kept = Mapping[datetime, tuple[datetime, int]]
"""Past occurrences by their planned start: when they began (UTC), and how many minutes they
lasted.
"""


class Calendar(Protocol):
    """People's calendars. Of what stands in them, only the tandems' own events are ever read."""

    async def availability(
        self, people: Mapping[str, str], start: date, end: date
    ) -> Mapping[str, Availability]:
        """What each calendar (id to e-mail) says from ``start`` to ``end`` (days, UTC); an
        unreadable one is answered as such.
        """
        ...

    async def is_away(self, person_id: str, moments: Sequence[datetime]) -> bool:
        """Whether the person's mailbox answers by itself that they are away at one of the moments
        (aware).
        """
        ...

    async def automatic_reply(self, person_id: str) -> tuple[datetime, datetime] | None:
        """From when until when (UTC) the person's mailbox is scheduled to answer by itself; None if
        it is not, or may not be read. What it answers is not looked at.
        """
        ...

    async def may_book(self, person_id: str) -> bool | None:
        """Whether the app may write into the person's calendar; None if there is no mailbox that it
        could work with. Nothing is changed.
        """
        ...

    async def book(self, wish: SeriesWish) -> Booked:
        """Book the series, or find the one that an earlier attempt booked."""
        ...

    async def booked_as(self, organizer: str, key: str) -> Booked | None:
        """What was booked under this key; None if nothing of it stands in the calendar."""
        ...

    async def adjust(self, wish: SeriesWish, booked: Booked) -> None:
        """Move and cancel single occurrences as wished; those already done stay as they are."""
        ...

    async def book_session(self, wish: SessionWish) -> Booked:
        """Book one session with an event of its own, or find the one that an earlier attempt
        booked.
        """
        ...

    async def book_gathering(self, wish: GatheringWish) -> Booked:
        """Book a date of the kick-off, or find the one that an earlier attempt booked."""
        ...

    async def change_gathering(
        self, organizer: str, event_id: str, start: datetime, minutes: int, site: str
    ) -> None:
        """Let a date of the kick-off begin at ``start`` (aware) and be at this site; Outlook writes
        to those who come.
        """
        ...

    async def invite(self, organizer: str, event_id: str, people: Sequence[Profile]) -> None:
        """Let exactly these people be asked to an event; a room that was booked for it, and whoever
        it was forwarded to, stays. Only those who are added or removed get mail.
        """
        ...

    async def series(
        self,
        organizer: str,
        series_id: str,
        start: datetime,
        end: datetime,
        invitee: Profile | None = None,
    ) -> Sequence[CalendarEntry] | None:
        """The occurrences from ``start`` to ``end`` (aware) that still stand; None if the whole
        series is gone. ``invitee`` is whose answer counts.
        """
        ...

    async def split_off(
        self, organizer: str, series_id: str, marks: Marks, start: datetime, end: datetime
    ) -> Sequence[CalendarEntry]:
        """The occurrences from ``start`` to ``end`` (aware) of other series in the organizer's
        calendar that bear the marks of ours; nothing else is looked at.
        """
        ...

    async def session(
        self, organizer: str, event_id: str, invitee: Profile | None = None
    ) -> CalendarEntry | None:
        """A single session's event as it stands; None if it is gone. ``invitee`` is whose answer
        counts.
        """
        ...

    async def move(self, organizer: str, event_id: str, start: datetime, minutes: int) -> None:
        """Give an event or occurrence another time (aware).

        Raises:
            Rejected: it would come to lie on or past the day of its neighbour
                (``ErrorOccurrenceCrossingBoundary``).
        """
        ...

    async def cancel(self, organizer: str, event_id: str, comment: str) -> None:
        """Cancel an event or occurrence with a friendly line; one already gone stays gone."""
        ...

    async def end_series(
        self, organizer: str, series_id: str, now: datetime, comment: str, kept: Kept
    ) -> None:
        """Cancel the occurrences after ``now`` one by one with a friendly text, keep the past ones,
        and end the range.

        ``kept`` says where the past ones lie, because a new end may give them back their planned
        times.
        """
        ...

    async def subscribe(self, organizer: str, secret: str, until: datetime) -> Subscribed | None:
        """Ask to be told of changes up to ``until`` (aware, at most a week ahead); None where the
        product cannot be reached from outside.

        Raises:
            Rejected: Graph could not reach the product at the address that it was given.
        """
        ...

    async def renew(self, subscription_id: str, until: datetime) -> Subscribed:
        """Extend a subscription to ``until`` (aware, a week at most); ``NotThere`` if it ended."""
        ...

    async def unsubscribe(self, subscription_id: str) -> None:
        """End a subscription; one that has ended stays so."""
        ...
