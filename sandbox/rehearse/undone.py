"""A launch is taken back, and everybody launched once more: nothing of the first one may stand."""

from __future__ import annotations

from sandbox.mailbox import Appointment, living_days, occurrence_on
from sandbox.rehearse.baseline import (
    Baseline,
    memberships,
    organized,
    participants_teams,
    private_channels,
)
from sandbox.state import TenantState


def left_standing(state: TenantState, since: Baseline) -> dict[str, int]:
    """How much of what was made since then still stands although it was taken back, by what it
    is.
    """
    channels = private_channels(state, since)
    booked = [one for one in organized(state) if one.uid not in since.appointments]
    members = frozenset(memberships(participants_teams(state))) - since.memberships
    return {
        "channels": sum(not one.archived for one in channels),
        "sessions": sum(_has_to_come(state, one) for one in booked),
        "memberships": len(members),
    }


def _has_to_come(state: TenantState, one: Appointment) -> bool:
    """Whether a session of it, or it itself, is still to come."""
    if one.called_off:
        return False
    days = living_days(one) if one.recurrence else [one.start.date()]
    return any(occurrence_on(one, day).start > state.clock.now() for day in days)
