"""Calendars in small: what is booked stands in both people's calendars until it is cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from mentoring.domain.errors import NotThere, OutsideError, Rejected
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.recurrence import expand
from mentoring.domain.scheduling.types import Busy, WorkingHours
from mentoring.ports.calendar import (
    Availability,
    Booked,
    Booking,
    CalendarEntry,
    GatheringWish,
    Kept,
    Marks,
    SeriesWish,
    SessionWish,
    Subscribed,
)
from tests.usecases.ports import Service


@dataclass(frozen=True)
class Event:
    """A single event, or one occurrence of a series (``series`` is its id then)."""

    id: str
    organizer: str
    planned: datetime
    start: datetime
    minutes: int
    invited: tuple[str, ...]
    series: str = ""
    declined: bool = False
    proposed: datetime | None = None

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Cancelled:
    """A cancellation as the invited one gets it."""

    event: Event
    comment: str


@dataclass
class Outlook(Service):
    """Everybody's calendar. ``closed`` mailboxes may not be read, others say when one is away.

    ``read`` are the events that were looked at by their ids: nothing else of a calendar's content
    ever is.
    """

    busy: dict[str, list[Busy]] = field(default_factory=dict)
    hours: dict[str, WorkingHours] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    locked: set[str] = field(default_factory=set)
    without_mailbox: set[str] = field(default_factory=set)
    replying: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    odd: dict[str, OutsideError] = field(default_factory=dict)
    """What a mailbox answers that cannot say whether one is away."""
    always_away: set[str] = field(default_factory=set)
    """Whose mailbox answers by itself, without an end."""
    reachable: bool = True
    events: dict[str, Event] = field(default_factory=dict)
    wishes: dict[str, Booking | GatheringWish] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    booked: dict[str, Booked] = field(default_factory=dict)
    cancelled: list[Cancelled] = field(default_factory=list)
    watched: dict[str, tuple[str, str, datetime]] = field(default_factory=dict)
    subscriptions: int = 0
    read: set[str] = field(default_factory=set)
    marked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The series that somebody has split off one of ours, by its key."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Under which id an event stands that is asked for by the one that it had."""

    def of(self, organizer: str) -> list[Event]:
        """What stands in the organizer's calendar, the earliest first."""
        own = [event for event in self.events.values() if event.organizer == organizer]
        return sorted(own, key=lambda event: event.start)

    def change(self, event_id: str, **changes: object) -> None:
        """Somebody has done this to an event in Outlook."""
        self.events[event_id] = replace(self.events[event_id], **changes)  # type: ignore[arg-type]  # a field's own type

    async def may_book(self, person_id: str) -> bool | None:
        if person_id in self.without_mailbox:
            return None
        return person_id not in self.locked

    async def availability(
        self, people: Mapping[str, str], start: date, end: date
    ) -> Mapping[str, Availability]:
        self.asked("availability")
        first, last = (datetime.combine(day, time(), UTC) for day in (start, end))
        return {person: self._seen(person, first, last) for person in people}

    def _seen(self, person: str, first: datetime, last: datetime) -> Availability:
        if person in self.closed:
            return Availability(person, readable=False)
        entries = [*self.busy.get(person, ()), *self._meetings(person)]
        busy = tuple(entry for entry in entries if entry.start < last and entry.end > first)
        return Availability(person, readable=True, busy=busy, working_hours=self.hours.get(person))

    def _meetings(self, person: str) -> Iterator[Busy]:
        for event in self.events.values():
            if person == event.organizer or (person in event.invited and not event.declined):
                yield Busy(event.start, event.end, "busy")

    async def is_away(self, person_id: str, moments: Sequence[datetime]) -> bool:
        self.asked("is_away")
        if person_id in self.always_away:
            return True
        if person_id not in self.replying:
            return False
        since, until = self.replying[person_id]
        return any(since <= moment < until for moment in moments)

    async def automatic_reply(self, person_id: str) -> tuple[datetime, datetime] | None:
        self.asked("automatic_reply")
        if person_id in self.odd:
            raise self.odd[person_id]
        return self.replying.get(person_id)

    async def book(self, wish: SeriesWish) -> Booked:
        self.asked("book")
        if self._is_known(wish):
            return self.booked[wish.key]
        made = self._booked("series", wish.key, wish)
        for planned in expand(wish.pattern):
            self._stands(f"{made.id}/{planned:%Y%m%d}", wish, planned, made.id)
        self.answered("book")
        return made

    async def booked_as(self, organizer: str, key: str) -> Booked | None:
        self.asked("booked_as")
        found = self.booked.get(key)
        stands = found and any(found.id in {e.id, e.series} for e in self.of(organizer))
        return found if stands else None

    def _is_known(self, wish: Booking) -> bool:
        """Whether it was booked before: one calendar knows nothing of another one's."""
        return wish.key in self.booked and self.wishes[wish.key].organizer == wish.organizer

    def _booked(self, kind: str, key: str, wish: Booking | GatheringWish) -> Booked:
        twice = f"-of-{wish.organizer}" if key in self.booked else ""
        name = f"{kind}-{len(self.booked) + 1}{twice}"
        self.wishes[key], self.booked[key] = wish, Booked(name, f"https://join.example/{name}")
        return self.booked[key]

    def _stands(self, key: str, wish: SeriesWish, planned: datetime, series: str) -> None:
        minutes, once = wish.pattern.length_minutes, wish.pattern.day.type == "once"
        event = Event(series if once else key, wish.organizer, planned, planned, minutes, ())
        invited = (wish.invitee.id,)
        self.events[event.id] = replace(event, invited=invited, series="" if once else series)

    async def adjust(self, wish: SeriesWish, booked: Booked) -> None:
        self.asked("adjust")
        for event in self._series(booked.id):
            if event.planned in wish.moves:
                self.change(event.id, start=wish.moves[event.planned])
            if event.planned in wish.cancelled:
                self._cancel(event.id, wish.cancel_comment)

    async def book_session(self, wish: SessionWish) -> Booked:
        self.asked("book_session")
        if not self._is_known(wish):
            made, invited = self._booked("single", wish.key, wish), (wish.invitee.id,)
            times = wish.start, wish.start, wish.minutes
            self.events[made.id] = Event(made.id, wish.organizer, *times, invited)
            self.answered("book_session")
        return self.booked[wish.key]

    async def book_gathering(self, wish: GatheringWish) -> Booked:
        self.asked("book_gathering")
        if wish.key not in self.booked:
            made, minutes = self._booked("gathering", wish.key, wish), wish.end - wish.start
            times = wish.start, wish.start, int(minutes.total_seconds()) // 60
            self.events[made.id] = Event(made.id, wish.organizer, *times, ())
        return self.booked[wish.key]

    async def change_gathering(
        self, organizer: str, event_id: str, start: datetime, minutes: int, site: str
    ) -> None:
        self.asked("change_gathering")
        self.sites[event_id] = site
        self.change(self._own(organizer, event_id).id, start=start, minutes=minutes)

    async def invite(self, organizer: str, event_id: str, people: Sequence[Profile]) -> None:
        self.asked("invite")
        self.change(
            self._own(organizer, event_id).id, invited=tuple(person.id for person in people)
        )

    def _series(self, series_id: str) -> list[Event]:
        found = [event for event in self.events.values() if event.series == series_id]
        return sorted(found, key=lambda event: event.planned)

    async def series(
        self,
        organizer: str,
        series_id: str,
        start: datetime,
        end: datetime,
        invitee: Profile | None = None,
    ) -> Sequence[CalendarEntry] | None:
        self.asked("series")
        self.read.add(series_id)
        series_id = self.renamed.get(series_id, series_id)
        own = [e for e in self._series(series_id) if e.organizer == organizer]
        found = [_entry(each, invitee) for each in own]
        return [each for each in found if start <= each.start <= end] if found else None

    async def split_off(
        self, organizer: str, series_id: str, marks: Marks, start: datetime, end: datetime
    ) -> Sequence[CalendarEntry]:
        self.asked("split_off")
        series = set(self.marked.get(marks.keys[0], ())) - {series_id}
        rows = [e for e in self.of(organizer) if e.series in series and start <= e.start <= end]
        return [_entry(each, marks.invitee) for each in rows]

    async def session(
        self, organizer: str, event_id: str, invitee: Profile | None = None
    ) -> CalendarEntry | None:
        self.asked("session")
        self.read.add(event_id)
        event_id = self.renamed.get(event_id, event_id)
        found = self.events.get(event_id)
        return _entry(found, invitee) if found and found.organizer == organizer else None

    async def move(self, organizer: str, event_id: str, start: datetime, minutes: int) -> None:
        self.asked("move")
        event = self._own(organizer, event_id)
        for other in self._series(event.series) if event.series else ():
            earlier = other.planned < event.planned
            if other.id != event.id and (other.start.date() >= start.date()) is earlier:
                raise Rejected(event_id, code="ErrorOccurrenceCrossingBoundary")
        self.change(event_id, start=start, minutes=minutes)
        self.answered("move")

    async def cancel(self, organizer: str, event_id: str, comment: str) -> None:
        self.asked("cancel")
        if event_id in self.events and self.events[event_id].organizer == organizer:
            self._cancel(event_id, comment)

    def _own(self, organizer: str, event_id: str) -> Event:
        if event_id not in self.events or self.events[event_id].organizer != organizer:
            raise NotThere(f"{event_id} does not stand in the calendar of {organizer}")
        return self.events[event_id]

    def _cancel(self, event_id: str, comment: str) -> None:
        self.cancelled.append(Cancelled(self.events.pop(event_id), comment))

    async def end_series(
        self, organizer: str, series_id: str, now: datetime, comment: str, kept: Kept
    ) -> None:
        self.asked("end_series")
        own = [each for each in self.of(organizer) if series_id in {each.id, each.series}]
        for event in own:
            if event.start > now:
                self._cancel(event.id, comment)
            elif event.planned in kept:
                start, minutes = kept[event.planned]
                self.change(event.id, start=start, minutes=minutes)

    async def subscribe(self, organizer: str, secret: str, until: datetime) -> Subscribed | None:
        self.asked("subscribe")
        if not self.reachable:
            return None
        self.subscriptions += 1
        key = f"subscription-{self.subscriptions}"
        self.watched[key] = organizer, secret, until
        return Subscribed(key, until)

    async def renew(self, subscription_id: str, until: datetime) -> Subscribed:
        self.asked("renew")
        if subscription_id not in self.watched:
            raise NotThere(subscription_id)
        organizer, secret, _ = self.watched[subscription_id]
        self.watched[subscription_id] = organizer, secret, until
        return Subscribed(subscription_id, until)

    async def unsubscribe(self, subscription_id: str) -> None:
        self.asked("unsubscribe")
        self.watched.pop(subscription_id, None)


def _entry(event: Event, invitee: Profile | None) -> CalendarEntry:
    theirs = invitee is None or invitee.id in event.invited
    answers = (event.declined and theirs, event.proposed if theirs else None)
    links = (event.series, f"https://join.example/{event.series}" if event.series else "")
    return CalendarEntry(event.id, event.planned, event.start, event.end, *answers, *links)
