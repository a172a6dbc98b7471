"""Time in the demo: the next morning, and the next session of a tandem."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sandbox.mailbox import occurrences
from sandbox.page.screen import from_product
from sandbox.rehearse.stops import HOME, morning_before
from sandbox.state import TenantState

MORNING = time(8, 30)
WITHIN = timedelta(days=400)


def next_morning(state: TenantState) -> datetime:
    """Half past eight of the next working day in Berlin."""
    return _morning_after(state.clock.now())


def _morning_after(now: datetime) -> datetime:
    day = now.astimezone(HOME).date() + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, HOME)


def next_session(state: TenantState, person_id: str) -> datetime | None:
    """When the next session that the product booked begins: the person's own, or anybody's if they
    have none; or None.
    """
    return _next(state, person_id) or min(
        filter(None, (_next(state, key) for key in state.mailboxes)), default=None
    )


def begun(state: TenantState, person_id: str) -> bool:
    """Whether the eve of a session that the product booked for the person has come."""
    start = _next(state, person_id)
    now = state.clock.now()
    own = state.mailboxes[person_id].entries.values()
    booked = [entry for entry in own if from_product(entry.appointment)]
    past = (occurrences(entry.appointment, now - WITHIN, now) for entry in booked)
    return any(map(bool, past)) or (start is not None and now >= morning_before(start))


def on_the_way(now: datetime, session: datetime) -> list[datetime]:
    """Where *next session* leads: first to the working day before it, by the mornings on which
    people get something (the next ones, and when they prepare), because nobody gets everything on
    one day; then over an hour before it, when its day has begun for both, to its beginning.
    """
    eve, soon_before = morning_before(session), session - timedelta(hours=1)
    if now >= eve:
        return [each for each in (soon_before, session) if now < each]
    soon = _morning_after(now)
    mornings = (soon, _morning_after(soon), morning_before(eve), eve)
    return sorted({each for each in mornings if now < each <= eve})


def _next(state: TenantState, person_id: str) -> datetime | None:
    now = state.clock.now()
    booked = [
        entry
        for entry in state.mailboxes[person_id].entries.values()
        if from_product(entry.appointment)
    ]
    starts = (
        one.start
        for entry in booked
        for one in occurrences(entry.appointment, now, now + WITHIN)
        if one.day not in entry.declined and one.start > now + timedelta(minutes=5)
    )
    return min(starts, default=None)
