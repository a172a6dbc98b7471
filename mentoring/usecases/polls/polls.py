"""Agreeing on a time: putting times to both sides, and taking their answers. The first that both accept is booked."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain import poll as rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import LIVING, Cause, Option, Poll, PollState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post, touch
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.sessions.calendars import clashes
from mentoring.usecases.sessions.deputies import keeper_of, may_speak_for

KIND = "poll"
ASK_AGAIN = timedelta(days=2)
AT_LEAST = timedelta(hours=1)
TOO_NEAR = timedelta(days=1)
"""An option that begins sooner is no longer put to anybody: a day is what a calendar needs to be rearranged."""


def agree(uow: UnitOfWork, wanted: Poll) -> Poll:
    """Begin to agree on a session, or on the whole series where none is named; what is under way stays.

    ``wanted`` needs no id. With options they are put to both at once, otherwise times are looked for.
    """
    for standing in living(uow, wanted.tandem_id):
        if standing.session_id == wanted.session_id:
            return standing
        if not wanted.session_id:
            close(uow, standing)
    made = uow.polls.put(replace(wanted, id=f"{KIND}-{secrets.token_hex(8)}"))
    if made.options:
        put_to_both(uow, made, made.options, made.created_at)
    else:
        _search(uow, made)
    touch(uow, "tandem", made.tandem_id)
    return made


def living(uow: UnitOfWork, tandem_id: str) -> Sequence[Poll]:
    """The tandem's polls that are not over."""
    return uow.polls.all(tandem_id=tandem_id, state=LIVING)


def close(uow: UnitOfWork, poll: Poll) -> None:
    """Nothing is to be agreed on any more."""
    uow.polls.put(rules.closed(poll))
    touch(uow, KIND, poll.id)
    touch(uow, "tandem", poll.tandem_id)


def _search(uow: UnitOfWork, poll: Poll) -> None:
    uow.effects.add(Effect(f"find:{poll.id}:{poll.round}", "find_slots", poll.id))


def put_to_both(uow: UnitOfWork, poll: Poll, options: Sequence[Option], now: datetime) -> None:
    """Both sides, or whoever keeps their calendar, get the options in one card."""
    opened = rules.put(poll, tuple(options), now + ASK_AGAIN)
    uow.polls.put(opened)
    show_to_both(uow, poll)
    touch(uow, KIND, poll.id)
    first = min(option.start for option in options) - TOO_NEAR
    set_timer(uow, "poll-due", poll.id, max(min(now + ASK_AGAIN, first), now + AT_LEAST))


def show_to_both(uow: UnitOfWork, poll: Poll) -> None:
    """Put the card before both sides, or before whoever keeps their calendar."""
    tandem = uow.tandems.need(poll.tandem_id)
    for role in Role:
        keeper = keeper_of(uow, tandem.person(role))
        post(uow, KIND, poll.id, keeper, key=f"{KIND}:{poll.id}:{role}:{keeper}", view=role)


def accept(uow: UnitOfWork, moment: Moment, poll_id: str, role: Role, number: int, round_: int, person_id: str) -> None:
    """This time suits.

    Raises:
        Refusal: ``not-yours``; ``stale`` if other times have been put since.
    """

    def step(poll: Poll) -> Poll:
        answered = rules.accept(poll, role, number, round_)
        if poll.options[number].start <= moment.now:
            raise Refusal("stale")
        if answered.state is PollState.BOOKING:
            if answered.session_id and clashes(uow, uow.tandems.need(poll.tandem_id), poll.options[number].start):
                return search_again(uow, answered, taken=True)
            uow.effects.add(Effect(f"book:{poll.id}:{poll.round}", "book_slot", poll.id))
        return answered

    _answer(uow, poll_id, role, person_id, step)


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
        searching = rules.again(poll)
        if minutes:
            searching = replace(searching, minutes=minutes, seen=())
        _search(uow, searching)
        return searching

    _answer(uow, poll_id, role, person_id, step)


def _answer(uow: UnitOfWork, poll_id: str, role: Role, person_id: str, step: Callable[[Poll], Poll]) -> None:
    poll = uow.polls.need(poll_id)
    if not may_speak_for(uow, person_id, uow.tandems.need(poll.tandem_id).person(role)):
        raise Refusal("not-yours")
    uow.polls.put(step(poll))
    touch(uow, KIND, poll.id)


def ask(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """Look for another time for one session.

    Raises:
        Refusal: ``not-yours``; ``session-over`` once it has begun; ``stale`` for a tandem that is over.
    """
    session = uow.sessions.need(session_id)
    tandem = running(uow, session.tandem_id)
    _own(uow, tandem, person_id)
    if session.start is not None and not session.is_ahead(moment.now):
        raise Refusal("session-over")
    agree(uow, Poll("", tandem.id, session.id, Cause.ASKED, session.minutes, moment.now))


def ask_for_all(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, minutes: int, rhythm: str) -> None:
    """Look for other times for all sessions from now on, perhaps of another length or rhythm.

    Raises:
        Refusal: ``not-yours``, ``stale``; ``length-not-allowed`` or ``rhythm-not-allowed``.
    """
    tandem = running(uow, tandem_id)
    _own(uow, tandem, person_id)
    if minutes not in moment.programme.sessions.allowed_lengths:
        raise Refusal("length-not-allowed", field="minutes")
    if rhythm not in moment.programme.sessions.allowed_rhythms:
        raise Refusal("rhythm-not-allowed", field="rhythm")
    agree(uow, Poll("", tandem.id, "", Cause.CHANGE, minutes, moment.now, rhythm=rhythm))


def _own(uow: UnitOfWork, tandem: Tandem, person_id: str) -> None:
    """Refuse whoever is neither one of the two nor keeps the calendar of one."""
    if not any(may_speak_for(uow, person_id, own) for own in (tandem.mentor_id, tandem.mentee_id)):
        raise Refusal("not-yours")


def running(uow: UnitOfWork, tandem_id: str) -> Tandem:
    """The tandem, if it has been launched and is not over.

    Raises:
        Refusal: ``stale``.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHED:
        raise Refusal("stale")
    return tandem


@when_due("poll-due")
def _due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Whoever has not answered is asked once more; options that have come too near are replaced by new ones."""
    poll = uow.polls.get(timer.subject_id)
    if poll is None or poll.state is not PollState.OPEN:
        return
    first = min(option.start for option in poll.options) if poll.options else moment.now
    if first - TOO_NEAR <= moment.now:
        _renew(uow, poll)
        return
    _remind(uow, poll)
    set_timer(uow, "poll-due", poll.id, first - TOO_NEAR)


def _renew(uow: UnitOfWork, poll: Poll) -> None:
    search_again(uow, poll, taken=False)
    touch(uow, KIND, poll.id)


def search_again(uow: UnitOfWork, poll: Poll, *, taken: bool) -> Poll:
    """Look for other times by ourselves; after too many rounds there is nothing to agree on any more."""
    try:
        searching = rules.again(poll, taken=taken)
    except Refusal:
        searching = rules.closed(poll)
    else:
        _search(uow, searching)
    return uow.polls.put(searching)


def _remind(uow: UnitOfWork, poll: Poll) -> None:
    """A new copy of the card, to the person themselves too if a deputy has not answered."""
    tandem = uow.tandems.need(poll.tandem_id)
    for role in Role:
        if not poll.accepted.get(role):
            for reader in {tandem.person(role), keeper_of(uow, tandem.person(role))}:
                post(uow, KIND, poll.id, reader, key=f"{KIND}:{poll.id}:{role}:{reader}:again", view=role)
