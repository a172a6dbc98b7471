"""People's calendars: what is taken, and the tandems' sessions; see
``mentoring.ports.Calendar``.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgraph.generated.models.event import Event

from graph import subscriptions
from graph.calendar_entries import (
    entry_of,
    is_asked,
    is_cancelled,
    is_theirs,
    join_url,
    means,
    planned_start,
)
from graph.client import Graph
from graph.directory_calls import mailbox_settings
from graph.ending import end_series
from graph.events import (
    NO_ITEM,
    cancel_event,
    change_event,
    create_event,
    event_of,
    events_named,
    events_with_key,
    instances,
    move_event,
    set_attendees,
)
from graph.free_busy import availability
from graph.overlooked import NO_EVENT
from graph.series import (
    attendees_event,
    gathering_event,
    moved_gathering,
    series_event,
    session_event,
)
from graph.zones import UnknownZone, in_utc
from mentoring.domain.errors import Gone, NotAllowed, NotThere, NotYet, Rejected
from mentoring.domain.people import Profile
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

NAMESPACE = uuid.UUID("6b6f0c4e-6f0e-4f5e-9d0b-7a1c2f3e4d5c")
SPAN = timedelta(days=60)
"""No occurrence is ever moved further than this from its planned start."""


class GraphCalendar:
    """People's calendars; see ``mentoring.ports.Calendar``.

    ``public_url`` is where Graph reaches us, empty for nowhere.
    """

    def __init__(self, graph: Graph, public_url: str = "") -> None:
        self._graph = graph
        self._public_url = public_url

    async def availability(
        self, people: Mapping[str, str], start: date, end: date
    ) -> Mapping[str, Availability]:
        """What each mailbox (id to e-mail) holds from ``start`` to ``end`` (UTC days); a mailbox
        that cannot be read is reported as unreadable.
        """
        return await availability(self._graph, people, start, end)

    async def is_away(self, person_id: str, moments: Sequence[datetime]) -> bool:
        """Whether automatic replies are on at one of the moments (aware); False for a mailbox that
        may not be read, or refuses to tell.
        """
        try:
            settings = (await mailbox_settings(self._graph, user_id=person_id)).json
        except (NotThere, NotAllowed, Rejected):
            return False
        reply = settings.get("automaticRepliesSetting") or {}
        if reply.get("status") != "scheduled":
            return bool(reply.get("status") == "alwaysEnabled")
        try:
            begins, ends = _scheduled(reply)
        except UnknownZone:
            # They are away for some time, and nobody can tell when: not a moment to disturb them.
            return True
        return any(begins <= moment < ends for moment in moments)

    async def automatic_reply(self, person_id: str) -> tuple[datetime, datetime] | None:
        """From when until when (UTC) automatic replies are scheduled; None if they are not, or if
        nobody can tell.
        """
        try:
            settings = (await mailbox_settings(self._graph, user_id=person_id)).json
            reply = settings.get("automaticRepliesSetting") or {}
            return _scheduled(reply) if reply.get("status") == "scheduled" else None
        except (NotThere, NotAllowed, UnknownZone):
            return None

    async def may_book(self, person_id: str) -> bool | None:
        """Ask to cancel an event that does not exist: Graph judges the token, then the mailbox, and
        only then the event.

        Of the calls that prove Calendars.ReadWrite, which this one needs and nothing less allows,
        it is the most harmless: it can make nothing, and cancels only what its caller organizes,
        while deleting takes an attendee's entries as well (learn.microsoft.com, event: cancel).
        """
        try:
            await cancel_event(self._graph, user_id=person_id, event_id=NO_EVENT, comment="")
        except NotAllowed:
            return False
        except NotThere as missing:
            return True if missing.code == NO_ITEM else None
        except Rejected:
            return True
        return True

    async def book(self, wish: SeriesWish) -> Booked:
        """Book the series, or find the one that an earlier attempt booked."""
        return await self._booked(wish, series_event(wish, _transaction(wish.key)))

    async def book_session(self, wish: SessionWish) -> Booked:
        """Book a single session, or find the one that an earlier attempt booked."""
        return await self._booked(wish, session_event(wish, _transaction(wish.key)))

    async def book_gathering(self, wish: GatheringWish) -> Booked:
        """Book a date of the kick-off, or find the one that an earlier attempt booked."""
        return await self._booked(wish, gathering_event(wish, _transaction(wish.key)))

    async def change_gathering(
        self, organizer: str, event_id: str, start: datetime, minutes: int, site: str
    ) -> None:
        """Let a date of the kick-off begin at ``start`` (aware) and be at this site."""
        event = moved_gathering(start, minutes, site)
        await change_event(self._graph, user_id=organizer, event_id=event_id, event=event)

    async def invite(self, organizer: str, event_id: str, people: Sequence[Profile]) -> None:
        """Let exactly these be asked to an event; what others have brought about in its list stays:
        rooms, and whoever it was forwarded to.
        """
        event = (await event_of(self._graph, user_id=organizer, event_id=event_id)).json
        rows = [
            row
            for row in event.get("attendees") or ()
            if not is_asked(row) or any(means(row, person) for person in people)
        ]
        new = [person for person in people if not any(means(row, person) for row in rows)]
        await set_attendees(
            self._graph, user_id=organizer, event_id=event_id, event=attendees_event(new, rows)
        )

    async def _booked(self, wish: Booking | GatheringWish, event: Event) -> Booked:
        try:
            made = (await create_event(self._graph, user_id=wish.organizer, event=event)).json
        except Rejected as refused:
            if "ErrorDuplicateTransactionId" not in refused.code:
                raise
            return await self._booked_before(wish)
        return Booked(str(made["id"]), join_url(made))

    async def _booked_before(self, wish: Booking | GatheringWish) -> Booked:
        found = await self.booked_as(wish.organizer, wish.key)
        if found is None:
            text = f"the event of {wish.key} was booked before but is not in the calendar any more"
            believed = self._graph.overlooked.is_believed(("booked", wish.key))
            raise NotThere(text) if believed else NotYet(text)
        self._graph.overlooked.found(("booked", wish.key))
        return found

    async def booked_as(self, organizer: str, key: str) -> Booked | None:
        """What stands in the calendar under this key."""
        answer = await events_with_key(self._graph, user_id=organizer, key=key)
        found = next(iter(answer.json["value"]), None)
        return Booked(str(found["id"]), join_url(found)) if found else None

    async def adjust(self, wish: SeriesWish, booked: Booked) -> None:
        """Move and cancel single occurrences as wished; those already so stay."""
        touched = {*wish.moves, *wish.cancelled}
        if not touched:
            return
        first, last = min(touched) - timedelta(days=1), max(touched) + SPAN
        answer = await instances(
            self._graph, user_id=wish.organizer, event_id=booked.id, start=first, end=last
        )
        standing_now = {planned_start(instance): instance for instance in answer.json["value"]}
        for planned in sorted(wish.cancelled & set(standing_now)):
            await self.cancel(wish.organizer, standing_now[planned]["id"], wish.cancel_comment)
        for planned, start in sorted(wish.moves.items()):
            instance = standing_now.get(planned)
            if instance is not None and in_utc(instance["start"]) != start:
                await self.move(wish.organizer, instance["id"], start, wish.pattern.length_minutes)

    async def series(
        self,
        organizer: str,
        series_id: str,
        start: datetime,
        end: datetime,
        invitee: Profile | None = None,
    ) -> Sequence[CalendarEntry] | None:
        """The occurrences that stand, with the invitee's answers; None if the whole series is
        gone.
        """
        try:
            answer = await instances(
                self._graph,
                user_id=organizer,
                event_id=series_id,
                start=start.astimezone(UTC),
                end=end.astimezone(UTC),
            )
        except Gone:
            return None
        return [entry_of(each, invitee) for each in answer.json["value"] if not is_cancelled(each)]

    async def split_off(
        self, organizer: str, series_id: str, marks: Marks, start: datetime, end: datetime
    ) -> Sequence[CalendarEntry]:
        """The occurrences of other series in the organizer's calendar that bear our marks."""
        named = (await events_named(self._graph, user_id=organizer, subject=marks.subject)).json
        rows = [row for row in named["value"] if is_theirs(row, marks.invitee)]
        for key in marks.keys:
            rows += (await events_with_key(self._graph, user_id=organizer, key=key)).json["value"]
        masters = [row["id"] for row in rows if row["type"] == "seriesMaster"]
        found: list[CalendarEntry] = []
        for master in dict.fromkeys(each for each in masters if each != series_id):
            found += await self.series(organizer, master, start, end, marks.invitee) or ()
        return found

    async def session(
        self, organizer: str, event_id: str, invitee: Profile | None = None
    ) -> CalendarEntry | None:
        """A single session as it stands, with the invitee's answer; None if it is gone."""
        try:
            event = (await event_of(self._graph, user_id=organizer, event_id=event_id)).json
        except Gone:
            return None
        return None if is_cancelled(event) else entry_of(event, invitee)

    async def move(self, organizer: str, event_id: str, start: datetime, minutes: int) -> None:
        """Move an event or occurrence to ``start`` (aware), with a length of ``minutes``."""
        end = start + timedelta(minutes=minutes)
        await move_event(self._graph, user_id=organizer, event_id=event_id, start=start, end=end)

    async def cancel(self, organizer: str, event_id: str, comment: str) -> None:
        """Cancel an event or occurrence; one that is gone already stays so."""
        with contextlib.suppress(Gone):
            await cancel_event(self._graph, user_id=organizer, event_id=event_id, comment=comment)

    async def end_series(
        self, organizer: str, series_id: str, now: datetime, comment: str, kept: Kept
    ) -> None:
        """Cancel the occurrences after ``now`` (aware), keep the past ones, and end the range."""
        await end_series(self._graph, organizer, series_id, now, comment, kept)

    async def subscribe(self, organizer: str, secret: str, until: datetime) -> Subscribed | None:
        """Ask to be told of changes until ``until`` (aware); None without a public address."""
        if not self._public_url:
            return None
        return await subscriptions.subscribe(
            self._graph, organizer, secret, self._public_url, until
        )

    async def renew(self, subscription_id: str, until: datetime) -> Subscribed:
        """Extend a subscription until ``until`` (aware)."""
        return await subscriptions.renew(self._graph, subscription_id, until)

    async def unsubscribe(self, subscription_id: str) -> None:
        """End a subscription."""
        await subscriptions.unsubscribe(self._graph, subscription_id)


def _scheduled(reply: Mapping[str, Any]) -> tuple[datetime, datetime]:
    return in_utc(reply["scheduledStartDateTime"]), in_utc(reply["scheduledEndDateTime"])


def _transaction(key: str) -> str:
    return str(uuid.uuid5(NAMESPACE, key))
