"""Times put to both, absences and deputies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from cards.examples.people import (
    ABROAD,
    CLOCK,
    DEPUTY,
    MENTEE,
    MENTOR,
    NOW,
    PROGRAMME,
    SESSIONS,
    SIDES,
    TANDEM,
)
from mentoring.domain.people import Person, Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.series import SeriesOption
from mentoring.notices import Notice
from mentoring.usecases.changes.absence import AbsenceNotice, PartnerBackNotice
from mentoring.usecases.polls.notice import PollNotice, choice_of
from mentoring.usecases.sessions.deputies import DeputyNotice
from mentoring.usecases.sessions.partner_away import PartnerAwayNotice

SLOTS = tuple(Option(NOW + timedelta(days=37 + n, hours=2 * n)) for n in range(3))


COSTS = {Role.MENTEE: (Explanation("offer-taken", {"at": SLOTS[0].start}, "mentee"),)}


SERIES = SeriesOption(
    Pattern(
        PatternDay("relativeMonthly", "tuesday", 1, "second"),
        date(2026, 12, 8),
        time(10),
        "Europe/Berlin",
        120,
        6,
    ),
    tuple(session for session in SESSIONS if session.start),
    (Explanation("series-monthly", CLOCK),),
)


ASKED = Poll(
    "poll-1", TANDEM.id, SESSIONS[0].id, Cause.DECLINED, 120, NOW, PollState.OPEN, options=SLOTS
)


def polls() -> dict[str, Notice]:
    """Times put to both, for each cause and in each state, and what a deputy and somebody away
    see.
    """
    return {**by_cause(), **by_state(), **whole_series(), **absences(), **deputies()}


def by_cause() -> dict[str, Notice]:
    """An open poll for each cause."""
    found: dict[str, Notice] = {}
    for role, viewer, partner in SIDES:
        for cause in Cause:
            whole = cause in {Cause.CHANGE, Cause.UNREADABLE, Cause.EXTEND}
            options = (
                (Option(NOW + timedelta(days=40), series=SERIES, sure=cause is Cause.CHANGE),) * 2
                if whole
                else SLOTS
            )
            if cause is Cause.NO_SLOT:
                options = (replace(SLOTS[0], costs=COSTS),)
            made = replace(
                ASKED, cause=cause, options=options, session_id="" if whole else ASKED.session_id
            )
            if cause is Cause.PROPOSED:
                made = replace(made, asked_by=Role.MENTEE, accepted={Role.MENTEE: (0,)})
            found[f"poll-{role}-{cause}"] = poll(made, role, viewer, partner)
    return found


def by_state() -> dict[str, Notice]:
    """A poll in each other state, and one after two lost sessions."""
    found: dict[str, Notice] = {}
    for role, viewer, partner in SIDES:
        for state in sorted(set(PollState) - {PollState.OPEN}):
            over = replace(ASKED, state=state, accepted={Role.MENTOR: (1,), Role.MENTEE: (1,)})
            found[f"poll-{role}-{state}"] = poll(over, role, viewer, partner)
        found[f"poll-{role}-not-booked"] = found[f"poll-{role}-closed"]
        closed = replace(ASKED, state=PollState.CLOSED)
        found[f"poll-{role}-closed"] = poll(closed, role, viewer, partner)
    lost = replace(ASKED, shorter=True, taken=True, accepted={Role.MENTEE: (1,)})
    return {**found, "poll-shorter": poll(lost, Role.MENTEE, MENTEE, MENTOR)}


def whole_series() -> dict[str, Notice]:
    """What is agreed on for all sessions to come."""
    both = {Role.MENTOR: (0,), Role.MENTEE: (0,)}
    booked = replace(
        ASKED,
        session_id="",
        options=(Option(NOW, series=SERIES),),
        state=PollState.BOOKED,
        accepted=both,
    )
    lost = replace(booked, state=PollState.OPEN, accepted={})
    left = replace(booked, state=PollState.LEFT, accepted={}, cause=Cause.CHANGE)
    return {
        "poll-series-left": poll(left, Role.MENTEE, MENTEE, MENTOR),
        "poll-all-lost": poll(lost, Role.MENTOR, MENTOR, MENTEE),
        "poll-series-booked": poll(booked, Role.MENTEE, MENTEE, MENTOR),
        "poll-series-booking": poll(
            replace(booked, state=PollState.BOOKING), Role.MENTEE, MENTEE, MENTOR
        ),
    }


def deputies() -> dict[str, Notice]:
    """What whoever keeps a calendar sees."""
    return {
        "poll-deputy": replace(poll(ASKED, Role.MENTEE, MENTEE, MENTOR), reader=DEPUTY),
        "poll-deputy-abroad": replace(poll(ASKED, Role.MENTEE, MENTEE, MENTOR), reader=ABROAD),
        "deputy": DeputyNotice(TANDEM, DEPUTY, MENTEE, MENTOR, PROGRAMME, SESSIONS, SESSIONS[3:]),
        "deputy-no-longer": DeputyNotice(
            TANDEM, DEPUTY, MENTEE, MENTOR, PROGRAMME, (), (), keeps=False
        ),
        "deputy-no-dates": DeputyNotice(TANDEM, DEPUTY, MENTEE, MENTOR, PROGRAMME, (), ()),
    }


def absences() -> dict[str, Notice]:
    """A pause, and what the other one is asked."""
    away = PartnerAwayNotice(
        TANDEM, MENTOR, MENTEE, SESSIONS[:1], date(2027, 2, 15), contact=PROGRAMME.contact
    )
    return {
        "absence-paused": AbsenceNotice(MENTEE, date(2027, 2, 15), PROGRAMME.contact),
        "absence-over": AbsenceNotice(MENTEE, None, PROGRAMME.contact),
        "absence-partner-back": PartnerBackNotice(MENTEE, times=False, contact=PROGRAMME.contact),
        "absence-partner-back-times": PartnerBackNotice(MENTEE, True, PROGRAMME.contact),
        "away-until": away,
        "away": replace(away, until=None),
        "away-settled": replace(away, sessions=(replace(SESSIONS[0], start=None),)),
        **{f"away-{answer}": replace(away, answer=answer) for answer in ("wait", "move")},
    }


def poll(made: Poll, role: Role, side: Person, partner: Person) -> PollNotice:
    """A poll as one side sees it."""
    session = next((s for s in SESSIONS if s.id == made.session_id), None)
    choices = tuple(
        choice_of(made, role, number, option) for number, option in enumerate(made.options)
    )
    return PollNotice(made, TANDEM, session, role, side, side, partner, PROGRAMME, choices)
