"""Telling somebody that the other one has asked them something: at most one notice a day, while
they work and are not away.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import prepared_at
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.one_a_day import may_come_now, next_day_at_work
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.sessions.reminders import stands
from mentoring.usecases.tandem.question_box import question_box, read_by


def reveal(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """From now on each of the two may read what has waited for them."""
    waiting = uow.questions.all(tandem_id=tandem.id, told_at=None)
    uow.questions.put_all(replace(each, told_at=moment.now) for each in waiting)


def reveal_and_tell(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Each of the two may read what has waited for them, and is told of it."""
    waiting = uow.questions.all(tandem_id=tandem.id, told_at=None, answered_at=None)
    reveal(uow, moment, tandem)
    for author_id in sorted({each.author_id for each in waiting}):
        tell_soon(uow, moment, tandem, tandem.partner_of(author_id))


def comes_with_a_session(uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str) -> bool:
    """Whether a session is ahead with which the person is still to be told what waits for it."""
    ahead = uow.sessions.all(tandem_id=tandem.id, start=Above(moment.now))
    starts = [each.start for each in ahead if each.start and stands(uow, each, moment.now)]
    if not starts:
        return False
    profile = uow.people.need(person_id).profile
    return moment.now < prepared_at(min(starts), profile, moment.programme.sessions)


def tell_soon(uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str) -> None:
    """Have the person told of what the other one would like to know."""
    stamp = f"{moment.now:%Y%m%d%H%M}"
    ask(uow, tell_of_questions, _subject(tandem.id, person_id), once=stamp)


def _subject(tandem_id: str, person_id: str) -> str:
    return f"{tandem_id}:{person_id}"


@one_step(queue="talk")
async def tell_of_questions(world: World, subject: str) -> None:
    """Put the question box before one of the two, unless their mailbox says that they are away.

    ``subject`` is the tandem's id, a colon, and the person's id.
    """
    tandem_id, _, person_id = subject.rpartition(":")
    if await world.read(lambda uow, _: is_asked(uow, tandem_id, person_id)):
        away = await world.calendar.is_away(person_id, [world.clock.now()])
        await world.run(_put_before, tandem_id, person_id, away=away)


def is_asked(uow: UnitOfWork, tandem_id: str, person_id: str) -> bool:
    """Whether the other one of a running tandem has asked the person something that is open."""
    tandem = uow.tandems.get(tandem_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return False
    known = read_by(uow, tandem, person_id)
    return any(each.is_open and each.author_id != person_id for each in known)


def _put_before(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, *, away: bool
) -> None:
    if not is_asked(uow, tandem_id, person_id):
        return
    if away or not may_come_now(uow, moment, person_id, tandem_id):
        later = next_day_at_work(uow.people.need(person_id), moment)
        set_timer(uow, told_later, tandem_id, later, suffix=f":{person_id}")
    else:
        key = f"{question_box.name}:{tandem_id}:{person_id}:{_day(uow, person_id, moment.now)}"
        post(uow, question_box, tandem_id, person_id, key=key)


def _day(uow: UnitOfWork, person_id: str, now: datetime) -> str:
    zone = ZoneInfo(uow.people.need(person_id).profile.zone)
    return f"{now.astimezone(zone):%Y%m%d}"


@when_due()
def told_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun for whoever could not be told before."""
    tandem = uow.tandems.get(timer.subject_id)
    if tandem:
        tell_soon(uow, moment, tandem, timer.id.rpartition(":")[2])
