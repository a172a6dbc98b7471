"""A session: one meeting of a tandem, where the pattern put it and where it really is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from mentoring.domain.errors import aware
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.days_off import public_holidays
from mentoring.domain.scheduling.plan import State
from mentoring.domain.scheduling.settings import WEEKDAYS

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

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended by ``now`` (aware)."""
        return self.end is not None and self.end <= aware(now)

    @property
    def is_declined(self) -> bool:
        """Whether somebody will not come at its present time."""
        return self.start is not None and self.declined == self.start

    def is_ahead(self, now: datetime) -> bool:
        """Whether it has a slot that has not begun at ``now`` (aware)."""
        return self.start is not None and self.start > aware(now)

    def is_left(self, now: datetime) -> bool:
        """Whether it is still to take place at ``now`` (aware): ahead, or without a slot and not
        skipped.
        """
        if self.start is not None:
            return self.is_ahead(now)
        return self.state == "open" or self.planned > aware(now)


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


def remembering(sessions: Sequence[Session], before: Iterable[Session]) -> list[Session]:
    """The sessions of a new series, which are not offered at times that were given up for those
    that it takes the place of.
    """
    given_up = {at for session in before for at in without_time(session).given_up}
    return [replace(each, given_up=tuple(sorted(given_up - {each.start}))) for each in sessions]


REMINDED_AT = time(9)
"""The local time of a reminder, for whoever works then: most of that day is still ahead."""


def reminder_at(start: datetime, profile: Profile) -> datetime:
    """When somebody is reminded of a session that begins at ``start`` (aware): the morning of their
    last working day before.

    At nine, or when their working hours begin, if nine o'clock does not lie in them. Days and hours
    are those of the person's own zone; the days off of their week and the public holidays of their
    site are no working days.
    """
    zone = ZoneInfo(profile.zone)
    day = last_working_day_before(aware(start).astimezone(zone).date(), profile)
    begins, ends = profile.working_hours
    nine_fits = begins <= REMINDED_AT < ends or ends <= begins <= REMINDED_AT
    return datetime.combine(day, REMINDED_AT if nine_fits else begins, zone)


def last_working_day_before(day: date, profile: Profile) -> date:
    """The person's last working day before ``day`` (of their zone); the day before it if
    they have had none for 31 days.
    """
    free = public_holidays(profile.country, profile.state, day.year - 1, day.year)
    before = [day - timedelta(days=back) for back in range(1, 32)]
    return next(
        (d for d in before if WEEKDAYS[d.weekday()] in profile.working_days and d not in free),
        before[0],
    )


def works_at(moment: datetime, profile: Profile) -> bool:
    """Whether the moment (aware) lies in the person's working hours, on a working day of theirs."""
    local = aware(moment).astimezone(ZoneInfo(profile.zone))
    begins, ends = profile.working_hours
    if ends > begins:
        return begins <= local.time() < ends and _works_on(local.date(), profile)
    if local.time() >= begins:
        return _works_on(local.date(), profile)
    return local.time() < ends and _works_on(local.date() - timedelta(days=1), profile)


def _works_on(day: date, profile: Profile) -> bool:
    return WEEKDAYS[day.weekday()] in profile.working_days and day not in public_holidays(
        profile.country, profile.state, day.year, day.year
    )
