"""Bringing the session kit to each of the two: at most one notice a person and day, while they work
and are not away.

Where that is not possible any more before the session's reminder comes, the reminder leads to it.
"""

from __future__ import annotations

from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import reminder_at
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.one_a_day import may_come_now, next_try
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.polls.after_session import when_met
from mentoring.usecases.polls.by_hand import next_by_hand, own_by_hand
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.sessions.reminders import stands
from mentoring.usecases.tandem.kits import propose
from mentoring.usecases.tandem.question_box import is_asked
from mentoring.usecases.tandem.session_kit import session_kit_card
from mentoring.usecases.tandem.telling import tell_soon
from mentoring.usecases.tandem.wanted import brings


def bring_soon(uow: UnitOfWork, moment: Moment, session: Session, person_id: str) -> None:
    """Have the session's kit brought to the person."""
    ask(uow, bring_kit, f"{session.id}:{person_id}", once=f"{moment.now:%Y%m%d%H%M}")


@one_step(queue="talk")
async def bring_kit(world: World, subject: str) -> None:
    """Put the kit before one of the two, unless their mailbox says that they are away.

    ``subject`` is the session's id, a colon, and the person's id.
    """
    session_id, _, person_id = subject.rpartition(":")
    if await world.read(lambda uow, moment: _stands(uow, moment, session_id)):
        away = await world.calendar.is_away(person_id, [world.clock.now()])
        await world.run(_put_before, session_id, person_id, away=away)


def _stands(uow: UnitOfWork, moment: Moment, session_id: str) -> bool:
    session = uow.sessions.get(session_id)
    return session is not None and stands(uow, session, moment.now)


def _put_before(
    uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, *, away: bool
) -> None:
    session = uow.sessions.need(session_id)
    if not stands(uow, session, moment.now):
        return
    if propose(uow, moment, session) is None:
        if is_asked(uow, session.tandem_id, person_id):
            tell_soon(uow, moment, uow.tandems.need(session.tandem_id), person_id)
    elif away or not may_come_now(uow, moment, person_id, session.id):
        _later(uow, moment, session, person_id)
    else:
        key = f"{session_kit_card.name}:{session.id}:{person_id}:{session.start:%Y%m%d}"
        post(uow, session_kit_card, session.id, person_id, key=key)
        _close_in_time(uow, session)


def _later(uow: UnitOfWork, moment: Moment, session: Session, person_id: str) -> None:
    """When it is tried again, unless that is the day of the reminder."""
    person, start = uow.people.need(person_id), session.start
    if start is None:
        return
    at = next_try(person, moment)
    reminded = reminder_at(start, person.profile, moment.programme.sessions)
    if at.astimezone(reminded.tzinfo).date() < reminded.date():
        set_timer(uow, kit_later, session.id, at, suffix=f":{person_id}")


@when_due()
def kit_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun for whoever could not be brought the kit before."""
    session = uow.sessions.get(timer.subject_id)
    person_id = timer.id.rpartition(":")[2]
    if session and brings(uow, session.tandem_id, person_id):
        bring_soon(uow, moment, session, person_id)


def show(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, chat: Chat) -> None:
    """Put the kit before one of the two, who asks for it.

    Raises:
        Refusal: ``gone``; ``stale`` once the tandem is over; ``not-yours``.
    """
    session = uow.sessions.need(session_id)
    tandem: Tandem = running(uow, session.tandem_id)
    tandem.role_of(person_id)
    if session.is_ahead(moment.now) or session.awaits_its_day:
        propose(uow, moment, session)
    key = f"{session_kit_card.name}:{session.id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, session_kit_card, session.id, person_id, key=key, chat=chat)
    _close_in_time(uow, session)


def show_next(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """Put the kit of the session that comes next before one of two who keep their own dates: there
    is no day before which it would come by itself.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``; ``dates-in-calendar`` where the
            product keeps the dates.
    """
    tandem = own_by_hand(uow, tandem_id, person_id)
    show(uow, moment, next_by_hand(uow, moment, tandem).id, person_id, chat)


@when_met
def _had_its_step(uow: UnitOfWork, moment: Moment, session: Session, _person_id: str) -> None:
    """Where the two keep their own dates nothing has been brought before: the session has had the
    step that stood next on the road map.
    """
    if session.is_by_hand:
        propose(uow, moment, session)


def _close_in_time(uow: UnitOfWork, session: Session) -> None:
    if session.end:
        set_timer(uow, kit_over, session.id, session.end)


@when_due()
def kit_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The session is over: its kit's cards close; where it has moved, they do so later."""
    session = uow.sessions.get(timer.subject_id)
    if session is None or session.end is None:
        return
    if session.is_over(moment.now):
        time_has_come(uow, session_kit_card, session.id)
    else:
        set_timer(uow, kit_over, session.id, session.end)
