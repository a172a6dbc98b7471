"""Telling somebody that the other one has asked them something, when it fits."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import prepared_at
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import one_step
from mentoring.usecases.common.timers import when_due
from mentoring.usecases.sessions.reminders import stands
from mentoring.usecases.tandem.question_box import question_box
from mentoring.usecases.tandem.wanted import WITHOUT_QUESTIONS, brings
from mentoring.usecases.tandem.when_it_fits import bring_card, bring_when_it_fits


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
    """Have the person told of what the other one would like to know, unless they have switched that
    off.
    """
    if brings(uow, tandem.id, person_id, WITHOUT_QUESTIONS):
        bring_when_it_fits(uow, moment, question_box, tandem.id, person_id)


@one_step(queue="talk")
async def tell_of_questions(world: World, subject: str) -> None:
    """Asked for by an earlier version; ``subject`` is the tandem's id, a colon, and the person's
    id.
    """
    await bring_card(world, f"{question_box.name}:{subject}")


@when_due()
def told_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Set by an earlier version for whoever could not be told on that day."""
    tandem = uow.tandems.get(timer.subject_id)
    if tandem:
        tell_soon(uow, moment, tandem, timer.id.rpartition(":")[2])
