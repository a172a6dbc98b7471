"""A session: one meeting of a tandem, where the pattern put it and where it really is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from mentoring.domain.errors import aware
from mentoring.domain.scheduling.plan import State

Outcome = Literal["", "met", "missed"]


@dataclass(frozen=True)
class Session:
    """One session of a tandem.

    Times are UTC. While there is no slot, ``start`` is None and ``offer`` the least bad time.

    ``event_id`` and ``join_url`` are those of the session's own event; they are empty for an
    occurrence of the series. ``declined`` is the start that somebody will not come to; once the
    session has another one, it means nothing any more. ``outcome`` is what the two said after it;
    it is theirs and shown to nobody else. ``given_up`` are the starts that it has had and lost, in
    order: it is never offered at one of them again.

    Where the two keep their own dates its state is ``by_hand``: it has no time before they have
    said on which day they met, and then ``planned`` is that day (its midnight, UTC).
    """

    id: str
    tandem_id: str
    number: int
    planned: datetime
    minutes: int
    state: State
    start: datetime | None = None
    offer: datetime | None = None
    event_id: str = ""
    join_url: str = ""
    declined: datetime | None = None
    outcome: Outcome = ""
    given_up: tuple[datetime, ...] = ()

    @property
    def end(self) -> datetime | None:
        """When it ends (UTC); None while there is no slot."""
        return self.start + timedelta(minutes=self.minutes) if self.start else None

    @property
    def is_by_hand(self) -> bool:
        """Whether the two keep its date themselves."""
        return self.state == "by_hand"

    @property
    def awaits_its_day(self) -> bool:
        """Whether the two who keep its date have not said yet on which day they met."""
        return self.is_by_hand and self.start is None

    @property
    def lacks_slot(self) -> bool:
        """Whether a time may be looked for, because it has none."""
        return self.start is None and not self.is_by_hand

    def day(self, zone: str) -> date | None:
        """On which day it is by the clock of the zone (IANA); None while it has no time."""
        if self.start is None:
            return None
        return (self.planned if self.is_by_hand else self.start.astimezone(ZoneInfo(zone))).date()

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended by ``now`` (aware)."""
        return self.end is not None and self.end <= aware(now)

    @property
    def is_declined(self) -> bool:
        """Whether somebody will not come at its present time."""
        return self.start is not None and self.declined == self.start

    def took_place(self, now: datetime) -> bool:
        """Whether it is over at ``now`` (aware), and nobody has called it off or missed it."""
        return self.is_over(now) and self.outcome != "missed" and not self.is_declined

    def is_lost(self, now: datetime) -> bool:
        """Whether its time has gone by ``now`` (aware) and it did not take place."""
        if self.start is None:
            return not self.is_left(now)
        return self.is_over(now) and not self.took_place(now)

    def is_ahead(self, now: datetime) -> bool:
        """Whether it has a slot that has not begun at ``now`` (aware)."""
        return self.start is not None and self.start > aware(now)

    def is_left(self, now: datetime) -> bool:
        """Whether it is still to take place at ``now`` (aware): ahead, or without a slot and not
        skipped.
        """
        if self.start is not None:
            return self.is_ahead(now)
        return self.state in {"open", "by_hand"} or self.planned > aware(now)


def are_through(sessions: Sequence[Session], now: datetime) -> bool:
    """Whether the sessions that were planned, if any were, are all behind the two at ``now``
    (aware).
    """
    return bool(sessions) and not any(each.is_left(now) for each in sessions)


def session_id(tandem_id: str, number: int) -> str:
    """The id of a tandem's session; ids sort as the numbers do."""
    return f"{tandem_id}:{number:03d}"


def moved_to(session: Session, start: datetime, minutes: int) -> Session:
    """The session at another time (aware); one that is back where the pattern put it counts as
    kept.
    """
    state: State = "kept" if start == session.planned else "moved"
    lost = session if session.start == start else without_time(session)
    given_up = tuple(each for each in lost.given_up if each != start)
    moved = replace(session, start=start, minutes=minutes, state=state, given_up=given_up)
    return replace(moved, offer=None, outcome="")


def without_slot(session: Session) -> Session:
    """The session has lost its slot; it stays one of the cycle's sessions, and a new slot is looked
    for.
    """
    lost = without_time(session)
    return replace(lost, start=None, state="open", offer=None, event_id="", join_url="")


def without_time(session: Session) -> Session:
    """The session whose present time is given up, wherever it still stands."""
    if session.start is None:
        return session
    return replace(session, given_up=tuple(sorted({*session.given_up, session.start})))


NOON = time(12, tzinfo=UTC)


def met_on(session: Session, day: date, now: datetime) -> Session:
    """A session whose date the two keep, once one of them has said at ``now`` (aware) on which day
    they met; it is over by then, and near the middle of that day for everybody.
    """
    midnight = datetime.combine(day, time(), UTC)
    end = min(datetime.combine(day, NOON), aware(now))
    start = end - timedelta(minutes=session.minutes)
    return replace(session, planned=midnight, start=start, outcome="met")


def not_met(session: Session) -> Session:
    """The same once that was taken back: it is to come again."""
    return replace(session, start=None, outcome="")


def remembering(sessions: Sequence[Session], before: Iterable[Session]) -> list[Session]:
    """The sessions of a new series, which are not offered at times that were given up for those
    that it takes the place of.
    """
    given_up = {at for session in before for at in without_time(session).given_up}
    return [replace(each, given_up=tuple(sorted(given_up - {each.start}))) for each in sessions]
