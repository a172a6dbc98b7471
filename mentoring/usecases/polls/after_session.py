"""After a session: whether the two have met, and, where they go from session to session, when they
meet next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mentoring.domain.errors import Refusal
from mentoring.domain.poll import Cause, WantedPoll
from mentoring.domain.session import Outcome, Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.notices import View
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.usecases.common.noting import note
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, timer_of, when_due
from mentoring.usecases.polls.living_polls import living, running, show_past_deputy
from mentoring.usecases.polls.lost_sessions import length_of, lose, met
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.sessions.late import late_card
from mentoring.usecases.sessions.reminders import (
    SHOWN_LATE,
    is_rearranged,
    met_key,
    remind_of,
    remind_on_card,
    said_of,
    session_card,
)
from mentoring.usecases.sessions.tandem_card import tandem_card

MONTH = timedelta(days=30.44)
SAID_KEPT = timedelta(days=366)
"""How long a card still shows its reader what they answered."""
SILENCE = timedelta(days=3)
"""How long after a session it is taken to have happened, if nobody has said that they did not meet.
"""


def accompany(uow: UnitOfWork, tandem: Tandem, moment: Moment) -> None:
    """Remind both of each session that is to come, and ask after it whether they have met.

    Asked again after a session has moved, the timers follow.
    """
    remind_of(uow, tandem, moment)
    ahead = uow.sessions.all(tandem_id=tandem.id, start=Above(moment.now))
    uow.timers.put_all(timer_of(session_over, s.id, s.end + SHOWN_LATE) for s in ahead if s.end)


@when_due(stored_as="session-over")
def session_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The session's cards ask whether the two have met; whoever has none gets one.

    Then it may be time to agree on the next.
    """
    session = uow.sessions.get(timer.subject_id)
    tandem = uow.tandems.get(session.tandem_id) if session else None
    if (
        session is None
        or session.end is None
        or tandem is None
        or tandem.state is not TandemState.LAUNCHED
    ):
        return
    if not session.is_over(moment.now):
        set_timer(uow, session_over, session.id, session.end)
        return
    if not is_rearranged(uow, session):
        for person in (tandem.mentor_id, tandem.mentee_id):
            remind_on_card(uow, session, person)
        time_has_come(uow, session_card, session.id)
    time_has_come(uow, late_card, session.id)
    for card in OF_THE_COURSE:
        time_has_come(uow, card, tandem.id)
    set_timer(uow, session_silence, session.id, moment.now + SILENCE)
    for rule in WHEN_OVER:
        rule(uow, moment, tandem)
    agree_on_the_next(uow, moment, tandem, session, moment.now)


OF_THE_COURSE: list[View[Any]] = [tandem_card, deputy_card]
"""Cards about a tandem that show which of its sessions are over; other rooms add theirs."""
WhenOver = Callable[[UnitOfWork, Moment, Tandem], None]
WHEN_OVER: list[WhenOver] = []


def when_session_over(rule: WhenOver) -> WhenOver:
    """Register what follows for a running tandem of which a session is over."""
    WHEN_OVER.append(rule)
    return rule


@when_due(stored_as="session-silence")
def session_silence(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Nobody has said that they did not meet."""
    session = uow.sessions.get(timer.subject_id)
    if session and session.took_place(moment.now):
        met(uow, uow.tandems.need(session.tandem_id))


def agree_on_the_next(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, session: Session, now: datetime
) -> None:
    """Where the two go from session to session: look for the next one, as long as the cycle
    lasts.
    """
    if (tandem.rhythm or moment.programme.sessions.rhythm) != "tandem":
        return
    launch, sessions = uow.launches.get(tandem.launch_id), uow.sessions.all(tandem_id=tandem.id)
    rules = moment.programme.sessions
    pause = timedelta(days=rules.pause_days)
    if rules.number is not None:
        in_cycle = session.number < rules.number
    else:
        in_cycle = launch is None or (now.date() + pause) - launch.start < rules.months * MONTH
    if in_cycle and not any(s.number > session.number for s in sessions):
        number = session.number + 1
        planned = (session.start or max(session.planned, now)) + pause
        made = Session(
            session_id(tandem.id, number),
            tandem.id,
            number,
            planned,
            length_of(moment, tandem),
            "open",
        )
        uow.sessions.put(made)
        agree(uow, WantedPoll(tandem.id, made.id, Cause.NEXT, made.minutes, now))


def tell(uow: UnitOfWork, moment: Moment, session: str, person_id: str, outcome: Outcome) -> None:
    """*We met*, or *we did not*; the latter is rescued like any lost session.

    Each answers for themselves, and what was said stays with the two.

    Raises:
        Refusal: ``not-yours``; ``session-not-over``; ``stale`` if they have said already that they
            did not meet.
    """
    _tell(uow, moment, session, person_id, outcome)


def _tell(uow: UnitOfWork, moment: Moment, key: str, person_id: str, outcome: Outcome) -> None:
    session, now = uow.sessions.need(key), moment.now
    tandem = running(uow, session.tandem_id)
    tandem.role_of(person_id)
    if not session.is_over(now):
        raise Refusal("session-not-over")
    before = said_of(uow, session, tandem, person_id)
    if before == outcome:
        return
    if before == "missed":
        raise Refusal("stale")
    uow.facts.delete(met_key(session, person_id))
    note(uow, met_key(session, person_id), outcome, now + SAID_KEPT)
    if session.outcome != "missed":
        _follow(uow, moment, tandem, replace(session, outcome=outcome))
    for poll in living(uow, tandem.id) if outcome == "missed" else ():
        if poll.session_id == session.id:
            show_past_deputy(uow, poll, person_id)
    for rule in WHEN_MET if outcome == "met" else ():
        rule(uow, moment, session, person_id)


WhenMet = Callable[[UnitOfWork, Moment, Session, str], None]
WHEN_MET: list[WhenMet] = []


def when_met(rule: WhenMet) -> WhenMet:
    """Register what follows for a person (by id) who has just said that the two have met."""
    WHEN_MET.append(rule)
    return rule


def _follow(uow: UnitOfWork, moment: Moment, tandem: Tandem, session: Session) -> None:
    """One of the two has said it; a first *no* is enough for a new time to be looked for."""
    said = uow.sessions.put(session)
    if said.outcome == "met":
        met(uow, tandem)
    else:
        lose(uow, moment, tandem, [said], Cause.MISSED, "", moment.now)
