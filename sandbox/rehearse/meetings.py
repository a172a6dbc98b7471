"""Single meetings of the two of a tandem: who meets, whether it stands in both calendars, and
whether it is a session.

A session that was cancelled cannot be brought back into its series; what is booked instead is a
single meeting of the two. Where two go from session to session, each session is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from sandbox.calendars import invited, standing
from sandbox.mailbox import Appointment, moment
from sandbox.rehearse.baseline import Baseline, Pair, organized
from sandbox.state import TenantState


def singles(state: TenantState, since: Baseline, pair: Pair) -> list[Appointment]:
    """The single meetings booked since then for exactly these two, in the order in which they were
    booked.
    """
    booked = (
        one for one in organized(state) if one.uid not in since.appointments and not one.called_off
    )
    return sorted(
        (one for own, one in single_meetings(state, booked) if own == pair),
        key=lambda one: one.created,
    )


def single_meetings(
    state: TenantState, booked: Iterable[Appointment]
) -> Iterator[tuple[Pair, Appointment]]:
    """Those of the appointments that do not repeat, with who meets."""
    yield from ((people_of(state, one), one) for one in booked if one.recurrence is None)


def people_of(state: TenantState, appointment: Appointment) -> Pair:
    """Who meets: the attendees if there are several (a programme mailbox organizes), else organizer
    and attendee.
    """
    attendees = frozenset(person.id for person in invited(state, appointment))
    return attendees if len(attendees) > 1 else attendees | {appointment.organizer_id}


def stands_at_both(state: TenantState, appointment: Appointment, pair: Pair) -> bool:
    """Whether the meeting as a whole is in both calendars."""
    return not appointment.called_off and pair <= {
        entry.owner_id for entry in standing(state, appointment)
    }


def is_declined(state: TenantState, appointment: Appointment, day: date | None) -> bool:
    """Whether one of the people has declined the meeting, or the occurrence of that day."""
    if day is None:
        return any(one.response == "declined" for one in appointment.attendees)
    answered = any(
        reply.response == "declined" for reply in appointment.answers.get(day, {}).values()
    )
    return answered or any(day in entry.declined for entry in standing(state, appointment))


def span(single: Appointment) -> tuple[datetime, datetime]:
    """Start and end of a single meeting, in UTC."""
    return moment(single.start, single.zone), moment(single.end, single.zone)


def is_session(state: TenantState, single: Appointment, pair: Pair, minutes: int) -> bool:
    """Whether a single meeting is a session: of the right length, with a meeting link, in both
    calendars, declined by nobody.
    """
    start, end = span(single)
    fit = single.join_url is not None and end - start == timedelta(minutes=minutes)
    return fit and stands_at_both(state, single, pair) and not is_declined(state, single, None)
