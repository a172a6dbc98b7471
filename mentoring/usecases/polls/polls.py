"""Agreeing on a time: what the two answer. The first that both accept is booked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mentoring.domain import poll as poll_rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll, PollState, WantedPoll
from mentoring.domain.session import are_through
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask as ask_for
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.living_polls import running, show_to_asker
from mentoring.usecases.polls.opening import agree, search, search_again
from mentoring.usecases.sessions.calendars import clashes, organizer_of
from mentoring.usecases.sessions.deputies import may_speak_for


def accept(
    uow: UnitOfWork,
    moment: Moment,
    poll_id: str,
    role: Role,
    number: int,
    round_: int,
    person_id: str,
) -> None:
    """This time suits.

    Raises:
        Refusal: ``not-yours``; ``stale`` if other times have been put since.
    """

    def step(poll: Poll) -> Poll:
        answered = poll_rules.accept(poll, role, number, round_)
        if poll.options[number].start <= moment.now or _has_begun(uow, poll, moment):
            raise Refusal("stale")
        if answered.state is not PollState.BOOKING:
            return answered
        tandem = uow.tandems.need(poll.tandem_id)
        if answered.session_id and clashes(uow, tandem, poll.options[number].start):
            return search_again(uow, answered, taken=True)
        ask_for(uow, book_slot, poll.id, once=poll.round)
        return replace(answered, organizer_id=organizer_of(moment, tandem))

    _answer(uow, poll_id, role, person_id, step)


def _has_begun(uow: UnitOfWork, poll: Poll, moment: Moment) -> bool:
    """Whether the session that was to be moved is taking place, or has."""
    session = uow.sessions.get(poll.session_id) if poll.session_id else None
    stands = session and session.start and poll_rules.is_request(poll)
    return bool(stands and session and not session.is_ahead(moment.now))


def other_times(
    uow: UnitOfWork,
    moment: Moment,
    poll_id: str,
    role: Role,
    round_: int,
    person_id: str,
    *,
    minutes: int = 0,
) -> None:
    """None of these suits, or a shorter session is wanted: other times are looked for.

    Raises:
        Refusal: ``not-yours``, ``stale``, ``poll-enough``, ``length-not-allowed``.
    """

    def step(poll: Poll) -> Poll:
        if poll.round != round_:
            raise Refusal("stale")
        if minutes and minutes not in moment.programme.sessions.allowed_lengths:
            raise Refusal("length-not-allowed")
        searching = poll_rules.again(poll)
        if minutes:
            searching = replace(searching, minutes=minutes, seen=())
        search(uow, searching)
        return searching

    _answer(uow, poll_id, role, person_id, step)


def leave(uow: UnitOfWork, _moment: Moment, poll_id: str, role: Role, person_id: str) -> None:
    """It is to stay where it is: whoever asked takes that back, or the other one says no.

    Raises:
        Refusal: ``not-yours``; ``stale`` if nothing stands, it is being booked, or it is over.
    """

    def step(poll: Poll) -> Poll:
        session = uow.sessions.get(poll.session_id) if poll.session_id else None
        if session and session.start is None:
            raise Refusal("stale")
        return poll_rules.left(poll)

    _answer(uow, poll_id, role, person_id, step)


def _answer(
    uow: UnitOfWork, poll_id: str, role: Role, person_id: str, step: Callable[[Poll], Poll]
) -> None:
    poll = uow.polls.need(poll_id)
    if not may_speak_for(uow, person_id, uow.tandems.need(poll.tandem_id).person(role)):
        raise Refusal("not-yours")
    uow.polls.put(step(poll))


def ask(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """Look for another time for one session.

    Raises:
        Refusal: ``not-yours``; ``session-over`` once it has begun; ``stale`` for a tandem that is
            over.
    """
    session = uow.sessions.need(session_id)
    tandem = running(uow, session.tandem_id)
    _own(uow, tandem, person_id)
    if session.start is not None and not session.is_ahead(moment.now):
        raise Refusal("session-over")
    made = agree(uow, WantedPoll(tandem.id, session.id, Cause.ASKED, session.minutes, moment.now))
    show_to_asker(uow, made, person_id)


def ask_for_all(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, minutes: int, rhythm: str
) -> None:
    """Look for other times for all sessions from now on, perhaps of another length or rhythm.

    Raises:
        Refusal: ``not-yours``, ``stale``; ``dates-by-hand`` where the two keep their dates
            themselves; ``sessions-over`` once all that were planned are;
            ``length-not-allowed`` or ``rhythm-not-allowed``.
    """
    tandem = running(uow, tandem_id)
    _own(uow, tandem, person_id)
    if tandem.by_hand.has_dates:
        raise Refusal("dates-by-hand")
    if are_through(uow.sessions.all(tandem_id=tandem.id), moment.now):
        raise Refusal("sessions-over")
    if minutes not in moment.programme.sessions.allowed_lengths:
        raise Refusal("length-not-allowed", field="minutes")
    if rhythm not in moment.programme.sessions.allowed_rhythms:
        raise Refusal("rhythm-not-allowed", field="rhythm")
    made = agree(uow, WantedPoll(tandem.id, "", Cause.CHANGE, minutes, moment.now, rhythm=rhythm))
    show_to_asker(uow, made, person_id)


def _own(uow: UnitOfWork, tandem: Tandem, person_id: str) -> None:
    """Refuse whoever is neither one of the two nor keeps the calendar of one."""
    if not any(may_speak_for(uow, person_id, own) for own in (tandem.mentor_id, tandem.mentee_id)):
        raise Refusal("not-yours")
