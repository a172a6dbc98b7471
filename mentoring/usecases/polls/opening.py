"""Beginning to agree: times are looked for and put to both; whoever is silent is asked again, and
options that come too near are replaced.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from mentoring.domain import poll as poll_rules
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.poll import Option, Poll, PollState, WantedPoll
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import next_working_moment
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.postings import post, waits_for_its_hour
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.polls.living_polls import close, living, show_to_both
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.polls.search import options_for
from mentoring.usecases.sessions.deputies import keeper_of

ASK_AGAIN = timedelta(days=2)
AT_LEAST = timedelta(hours=1)
ALL_AT_LEAST = timedelta(days=14)
"""How long a request about all sessions may be answered at least."""
TOO_NEAR = timedelta(days=1)
"""An option that begins sooner than this is no longer put to anybody: a day is what a calendar
needs to be rearranged.
"""


def agree(uow: UnitOfWork, wanted: WantedPoll) -> Poll:
    """Begin to agree on a session, or on the whole series where none is named; what is under way
    stays. Further sessions are agreed on beside all else.

    With options they are put to both at once, otherwise times are looked
    for.
    """
    for standing in living(uow, wanted.tandem_id):
        if (standing.session_id, standing.further) == (wanted.session_id, wanted.further):
            return standing
        if not wanted.session_id and not wanted.further and not standing.further:
            close(uow, standing)
    made = uow.polls.put(wanted.begun(f"poll-{secrets.token_hex(8)}"))
    until = _until(uow, made)
    if until:
        set_timer(uow, request_over, made.id, until)
    if made.options:
        put_to_both(uow, made, made.options, made.created_at)
    else:
        search(uow, made)
    return made


def _until(uow: UnitOfWork, poll: Poll) -> datetime | None:
    """Until when a request may be answered: its session's own time; one about all sessions that of
    the next one, two weeks at least. None where nothing stands that could stay.
    """
    if not poll_rules.is_request(poll):
        return None
    if poll.session_id:
        session = uow.sessions.get(poll.session_id)
        return session.start if session else None
    sessions = uow.sessions.all(tandem_id=poll.tandem_id)
    ahead = [s.start for s in sessions if s.start and s.is_ahead(poll.created_at)]
    return max(min(ahead, default=poll.created_at), poll.created_at + ALL_AT_LEAST)


@when_due()
def request_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The session takes place where it was, or begins already at another time: nothing is to be
    agreed on about it any more.
    """
    poll = uow.polls.get(timer.subject_id)
    if poll is None or poll.state not in {PollState.SEARCHING, PollState.OPEN}:
        return
    session = uow.sessions.get(poll.session_id) if poll.session_id else None
    if session and session.start and session.is_ahead(moment.now):
        set_timer(uow, request_over, poll.id, session.start)
    else:
        uow.polls.put(poll_rules.left(poll))


def search(uow: UnitOfWork, poll: Poll) -> None:
    """Have times looked for, once a round."""
    ask(uow, find_slots, poll.id, once=poll.round)


@one_step(queue="sessions")
async def find_slots(world: World, poll_id: str) -> None:
    """Look for times and put them to both; a poll that is not looking for times stays as it is."""
    found = await options_for(world, poll_id)
    if found:
        await world.run(_found, *found)


def _found(uow: UnitOfWork, moment: Moment, asked: Poll, options: Sequence[Option]) -> None:
    poll = uow.polls.need(asked.id)
    if poll.state is not PollState.SEARCHING or poll.round != asked.round:
        return
    if options:
        put_to_both(uow, poll, options, moment.now)
    else:
        close(uow, poll)
        show_to_both(uow, poll)


def put_to_both(uow: UnitOfWork, poll: Poll, options: Sequence[Option], now: datetime) -> None:
    """Both sides, or whoever keeps their calendar, get the options in one card."""
    opened = poll_rules.put(poll, tuple(options), now + ASK_AGAIN)
    uow.polls.put(opened)
    show_to_both(uow, poll)
    first = min(option.start for option in options) - TOO_NEAR
    set_timer(uow, poll_due, poll.id, max(min(now + ASK_AGAIN, first), now + AT_LEAST))


@when_due(stored_as="poll-due")
def poll_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Whoever has not answered is asked once more; options that have come too near are replaced by
    new ones.
    """
    poll = uow.polls.get(timer.subject_id)
    if poll is None or poll.state is not PollState.OPEN:
        return
    first = min(option.start for option in poll.options) if poll.options else moment.now
    if first - TOO_NEAR <= moment.now:
        _renew(uow, poll)
        return
    _remind(uow, moment, poll)
    set_timer(uow, poll_due, poll.id, first - TOO_NEAR)


def _renew(uow: UnitOfWork, poll: Poll) -> None:
    search_again(uow, poll, taken=False)


def search_again(uow: UnitOfWork, poll: Poll, *, taken: bool) -> Poll:
    """Look for other times without being asked; after too many rounds there is nothing to agree on
    any more.
    """
    try:
        searching = poll_rules.again(poll, taken=taken)
    except Refusal:
        searching = poll_rules.closed(poll)
    else:
        search(uow, searching)
    return uow.polls.put(searching)


def _remind(uow: UnitOfWork, moment: Moment, poll: Poll) -> None:
    """A new copy of the card, to the person themselves too if a deputy has not answered; each in
    their own working hours.
    """
    tandem = uow.tandems.need(poll.tandem_id)
    for role in Role:
        if not poll.accepted.get(role):
            for reader in {tandem.person(role), keeper_of(uow, tandem.person(role))}:
                _ask_again(uow, moment, poll, role, reader)


@when_due()
def poll_again(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """It is a working moment of somebody who had not answered."""
    poll = uow.polls.get(timer.subject_id)
    role, _, reader = timer.id.removeprefix(f"{poll_again.key(timer.subject_id)}:").partition(":")
    if poll and poll.state is PollState.OPEN and not poll.accepted.get(Role(role)):
        _ask_again(uow, moment, poll, Role(role), reader)


def _ask_again(uow: UnitOfWork, moment: Moment, poll: Poll, role: Role, reader: str) -> None:
    """Put the card before the reader once more, now or when they work next; one that has not come
    yet is waited for.
    """
    profile = uow.people.need(reader).profile
    waits = waits_for_its_hour(uow, poll_card, poll.id, reader, moment.now)
    from_then = moment.now + ASK_AGAIN if waits else moment.now
    at = next_working_moment(from_then, profile, moment.programme.sessions)
    if at > moment.now:
        set_timer(uow, poll_again, poll.id, at, suffix=f":{role}:{reader}")
        return
    # A card that was only renewed in silence is put before whoever does not answer once a round.
    again = "again" if poll.round == 1 else f"again{poll.round}"
    key = f"{poll_card.name}:{poll.id}:{role}:{reader}:{again}"
    post(uow, poll_card, poll.id, reader, key=key, view=role)
