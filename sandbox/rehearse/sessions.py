"""The sessions of the launched tandems as they stand in the tenant's calendars: those of a series, and single ones.

A session that was cancelled cannot be brought back into its series; what is booked instead is a single meeting of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sandbox.calendars import invited, standing
from sandbox.mailbox import Appointment, living_days, moment, occurrence_on
from sandbox.rehearse.tally import Baseline, Pair, Tally, organized
from sandbox.state import TenantState


@dataclass(frozen=True)
class Session:
    """When two people meet; aware, UTC."""

    pair: Pair
    start: datetime
    end: datetime


def sessions(state: TenantState, since: Baseline, tally: Tally) -> list[Session]:
    """All sessions that stand, moved and newly booked ones included, in order of start."""
    found = [one for pair, series in tally.of_pairs for one in _of_series(pair, series)]
    for pair in {pair for pair, _ in tally.of_pairs}:
        found += [Session(pair, *span(one)) for one in singles(state, since, pair)]
    return sorted(found, key=lambda one: one.start)


def singles(state: TenantState, since: Baseline, pair: Pair) -> list[Appointment]:
    """The single meetings booked since then for exactly these two, in the order in which they were booked."""
    found = (one for one in organized(state) if one.uid not in since.appointments and _is_single(one))
    return sorted((one for one in found if people_of(state, one) == pair), key=lambda one: one.created)


def people_of(state: TenantState, appointment: Appointment) -> Pair:
    """Who meets: the attendees if there are several (a programme mailbox organizes), else organizer and attendee."""
    attendees = frozenset(person.id for person in invited(state, appointment))
    return attendees if len(attendees) > 1 else attendees | {appointment.organizer_id}


def stands_at_both(state: TenantState, appointment: Appointment, pair: Pair) -> bool:
    """Whether the meeting as a whole is in both calendars."""
    return not appointment.called_off and pair <= {entry.owner_id for entry in standing(state, appointment)}


def is_declined(state: TenantState, appointment: Appointment, day: date | None) -> bool:
    """Whether one of the people has declined the meeting, or the occurrence of that day."""
    if day is None:
        return any(one.response == "declined" for one in appointment.attendees)
    answered = any(reply.response == "declined" for reply in appointment.answers.get(day, {}).values())
    return answered or any(day in entry.declined for entry in standing(state, appointment))


def span(single: Appointment) -> tuple[datetime, datetime]:
    """Start and end of a single meeting, in UTC."""
    return moment(single.start, single.zone), moment(single.end, single.zone)


def is_session(state: TenantState, single: Appointment, pair: Pair, minutes: int) -> bool:
    """Whether a single meeting is a session: so long, with a meeting link, in both calendars, declined by nobody."""
    start, end = span(single)
    fit = single.join_url is not None and end - start == timedelta(minutes=minutes)
    return fit and stands_at_both(state, single, pair) and not is_declined(state, single, None)


def _is_single(appointment: Appointment) -> bool:
    return appointment.recurrence is None and not appointment.called_off


def _of_series(pair: Pair, series: Appointment) -> Iterator[Session]:
    for day in living_days(series):
        one = occurrence_on(series, day)
        yield Session(pair, one.start, one.end)
