"""Where a rehearsal stops while a cycle runs: the morning before each session, and when a session
is over.

Stops of one day are merged, so that many tandems do not make many stops; a long stretch without any
gets stops in between. Times are aware.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.rehearse.sessions import Session

HOME = ZoneInfo("Europe/Berlin")
MORNING = time(9, 30)
WORK_ENDS = time(17, 30)
"""What is wanted later on a day is a stop of its own: in the evening it is too late for what is due
in the morning.
"""
AFTERWARDS = timedelta(minutes=10)
BEFORE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(days=6)
"""At least so often time stops, so that what is due every week has a chance."""


def morning_before(session: datetime, zone: ZoneInfo = HOME) -> datetime:
    """Half past nine, in the zone, of the last working day before the session."""
    day = session.astimezone(zone).date() - timedelta(days=1)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return datetime.combine(day, MORNING, zone)


def wanted(
    sessions: Iterable[Session], zones: Iterable[ZoneInfo] = (), *, each: bool = False
) -> list[datetime]:
    """The moments that matter for the sessions: the morning before, at home and in these zones, and
    shortly after the end; where ``each`` of them matters, shortly before it begins as well.
    """
    found, places = [], {HOME, *zones}
    for one in sessions:
        found += [morning_before(one.start, zone) for zone in places]
        found += [one.start - BEFORE] if each else []
        found.append(one.end + AFTERWARDS)
    return found


def next_stop(now: datetime, moments: Iterable[datetime], *, each: bool = False) -> datetime | None:
    """Where to stop next: at the last moment of the next part of a day (where ``each`` session
    matters, of the next hour) that has one; None if nothing lies ahead.
    """
    part = _hour if each else _part
    ahead = sorted(moment for moment in moments if moment > now)
    if not ahead:
        return None
    if ahead[0] > now + LONGEST_PAUSE:
        return now + LONGEST_PAUSE
    return [moment for moment in ahead if part(moment) == part(ahead[0])][-1]


def _part(moment: datetime) -> tuple[date, bool]:
    """The day at home, and whether it is the evening."""
    local = moment.astimezone(HOME)
    return local.date(), local.time() > WORK_ENDS


def _hour(moment: datetime) -> datetime:
    return moment.astimezone(HOME).replace(minute=0, second=0, microsecond=0)
