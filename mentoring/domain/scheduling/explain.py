"""Why a series is as it is: codes with facts, without a word about what fills anybody's calendar.

Whatever takes a person's time (an appointment, an absence, another tandem) is the one cause
``not-free``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mentoring.domain.people import Role
from mentoring.domain.scheduling.availability import PersonTime
from mentoring.domain.scheduling.days_off import knows_holidays, knows_state
from mentoring.domain.scheduling.pair import PairTime, quarter_of_day
from mentoring.domain.scheduling.plan import Aim, Explanation, Fact, Slot, State, Whose
from mentoring.domain.scheduling.recurrence import Pattern, expand
from mentoring.domain.scheduling.types import PersonCalendar

Cause = Literal["holiday", "closing-day", "clock-change", "not-free", "given-up"]
CAUSES: tuple[Cause, ...] = ("holiday", "closing-day", "clock-change", "not-free", "given-up")
"""The first that holds for either of the two is the one that is told."""

OFFER_CODES = ("offer-away", "offer-taken", "offer-outside-hours")


def cause(pair: PairTime, planned: int, first_planned: int) -> tuple[Cause, Whose]:
    """Why the session planned at a cell cannot be there, and on whose side.

    ``first_planned`` is the cell of the series' first session: a person's local time that differs
    from then has been changed by a clock change.
    """
    by_role = {
        role: _cause_of(person, pair.length, planned, first_planned)
        for role, person in pair.people.items()
    }
    for found in CAUSES:
        roles = [role for role, its in by_role.items() if its == found]
        if roles:
            return found, "both" if len(roles) == len(by_role) else _whose(roles[0])
    if pair.is_left_out(planned):
        return "given-up", "both"
    # Both could meet, but the organizer's clock has skipped the planned time on that day.
    return "clock-change", "both"


def _cause_of(person: PersonTime, length: int, planned: int, first_planned: int) -> Cause | None:
    dates, cells = person.dates(planned, length), slice(planned, planned + length)
    if dates & person.holidays:
        return "holiday"
    if dates & set(person.rules.closing_days):
        return "closing-day"
    shifted = quarter_of_day(person.view, planned) != quarter_of_day(person.view, first_planned)
    if shifted and not person.within_hours[cells].all():
        return "clock-change"
    return None if person.free[cells].all() else "not-free"


def explain_change(
    state: State, why: tuple[Cause, Whose], planned: Slot, slot: Slot | None
) -> Explanation:
    """The sentence about one session that is not where the pattern puts it (``moved-…``,
    ``cancelled-…`` or ``open``).
    """
    if slot is not None:
        return Explanation(
            f"moved-{why[0]}", {"at": planned.start, "to": slot.start, "who": why[1]}
        )
    if state == "cancelled":
        return Explanation(f"cancelled-{why[0]}", {"at": planned.start, "who": why[1]})
    return Explanation("open", {"at": planned.start})


def explain_offer(pair: PairTime, cell: int) -> Iterator[Explanation]:
    """The offered time, and what it would cost each of the two; the cost is told to that person
    alone.
    """
    yield Explanation("offer", {"to": pair.grid.moment(cell)})
    for role, person in pair.people.items():
        cells = slice(cell, cell + pair.length)
        costs = (
            person.away[cells].any(),
            person.taken[cells].any(),
            not person.within_hours[cells].all(),
        )
        for code in [code for code, holds in zip(OFFER_CODES, costs, strict=True) if holds][:1]:
            yield Explanation(code, {"at": pair.grid.moment(cell)}, _whose(role))


def explain_tentative(pair: PairTime, cell: int) -> Iterator[Explanation]:
    """That a session lies on something tentative; told to the person alone whose calendar holds
    it.
    """
    for role, person in pair.people.items():
        if person.tentative_overlaps(pair.length)[cell]:
            yield Explanation("tentative", {"at": pair.grid.moment(cell)}, _whose(role))


def explain_pattern(pair: PairTime, pattern: Pattern) -> Explanation:
    """The pattern as a sentence; the times are the organizer's wall clock.

    ``zones`` says whether both people live in that zone: ``same`` or ``different``.
    """
    if pattern.day.type == "once":
        return Explanation("series-once", {"at": expand(pattern)[0]})
    zones = (
        "same"
        if {person.calendar.zone for person in pair.people.values()} == {pattern.zone}
        else "different"
    )
    clock: dict[str, Fact] = {
        "start": pattern.start_time,
        "end": pattern.end_time,
        "zone": pattern.zone,
        "zones": zones,
    }
    facts: dict[str, Fact] = {"weekday": pattern.day.weekday, **clock}
    if pattern.day.type == "weekly":
        return Explanation("series-weeks", {**facts, "weeks": pattern.day.interval})
    return Explanation("series-monthly", {**facts, "index": pattern.day.index})


def explain_wishes(pair: PairTime, cells: list[int], aim: Aim) -> Iterator[Explanation]:
    """In how many sessions a person's own wishes could not be kept; told to that person alone."""
    if not aim.wishes_missed:
        return
    for role, person in pair.people.items():
        missed = sum(1 for cell in cells if person.wishes_missed[cell])
        if missed:
            yield Explanation("wishes-missed", {"sessions": missed, "of": len(cells)}, _whose(role))


def explain_gaps(mentor: PersonCalendar, mentee: PersonCalendar) -> Iterator[Explanation]:
    """What the search did not know: a calendar that cannot be read, working hours (said to that
    person alone, who can tell Outlook), a site whose public holidays, or those of its part of the
    country, are unknown.
    """
    for role, calendar in ((Role.MENTOR, mentor), (Role.MENTEE, mentee)):
        if not calendar.readable:
            yield Explanation("calendar-unreadable", {"who": role.value})
        elif calendar.working_hours is None:
            yield Explanation("hours-unknown", {}, _whose(role))
        if not calendar.zone_known:
            yield Explanation("zone-unknown", {"zone": calendar.zone}, _whose(role))
        if not knows_holidays(calendar.country):
            yield Explanation("holidays-unknown", {"who": role.value})
        elif not knows_state(calendar.country, calendar.state):
            yield Explanation("state-unknown", {"who": role.value})


def _whose(role: Role) -> Whose:
    return "mentor" if role is Role.MENTOR else "mentee"
