"""Three and six months after the end somebody who has agreed is asked whether they still use what
their tandem was about: one question, one reminder at most, and then all of it is erased.

In a cycle that is closed the months count from its closing, so that there is one moment for all; in
a rolling one from the end of the person's tandem, or from the day on which they have agreed if that
was before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.follow_up import (
    AFTER,
    KEPT_FOR,
    OPEN_FOR,
    REMINDED,
    FollowUp,
    agreed,
    answered,
    planned,
)
from mentoring.domain.measurement.items import Measure, Stage, measure_id
from mentoring.domain.upkeep import Timer
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import one_step
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.shown_again import shown_again
from mentoring.usecases.common.sides import running, tandems
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.measurement.follow_up import follow_up_card
from mentoring.usecases.measurement.measure import can_be_followed_up, follow_ups_of
from mentoring.usecases.measurement.saying import own
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits

FIRST, LAST = min(AFTER), max(AFTER)


def agree(uow: UnitOfWork, moment: Moment, measure: str, person_id: str) -> None:
    """Be asked; pressed twice it is once.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` if there is nothing to be asked about.
    """
    found = own(uow, measure, person_id)
    if not can_be_followed_up(found):
        raise Refusal("stale")
    if not follow_ups_of(uow, found.enrolment_id):
        end, topic = _end(uow, moment, found), found.said.topic
        for each in agreed(found.enrolment_id, person_id, topic, end, moment.now):
            _plan(uow, each)


def disagree(uow: UnitOfWork, _moment: Moment, measure: str, person_id: str) -> None:
    """Not be asked after all; nothing is left.

    Raises:
        Refusal: ``gone``, ``not-yours``.
    """
    _erase(uow, own(uow, measure, person_id).enrolment_id)


def answer(uow: UnitOfWork, moment: Moment, key: str, person_id: str, *, still: bool) -> None:
    """Say it; as often as one likes, until it is counted.

    Raises:
        Refusal: ``gone``, ``not-yours``; as ``mentoring.domain.measurement.follow_up.answered``.
    """
    uow.follow_ups.put(answered(_own(uow, key, person_id), moment.now, still=still))


def stop(uow: UnitOfWork, _moment: Moment, key: str, person_id: str) -> None:
    """Be asked no more; nothing is left, what was said before neither.

    Raises:
        Refusal: ``gone``, ``not-yours``.
    """
    _erase(uow, _own(uow, key, person_id).id.rpartition(":")[0])


@shown_again
def show_agreed(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """Show somebody what they have agreed to be asked, while no card in their chat can take that
    back: what has changed for them is erased, and nothing has been asked yet.
    """
    waits = uow.everywhere.follow_ups.all(person_id=person_id, months=FIRST, asked_at=None)
    found = [each for each in waits if not _can_be_opened(uow, each)]
    for each in found:
        here = for_cycle(uow, each.cycle_id)
        post_anew(here, moment, follow_up_card, each.id, person_id, chat)
    return bool(found)


def _can_be_opened(uow: UnitOfWork, found: FollowUp) -> bool:
    enrolment = found.id.rpartition(":")[0]
    return uow.everywhere.measures.get(measure_id(enrolment, Stage.END)) is not None


def _own(uow: UnitOfWork, key: str, person_id: str) -> FollowUp:
    found = uow.follow_ups.need(key)
    if found.person_id != person_id:
        raise Refusal("not-yours")
    return found


def _erase(uow: UnitOfWork, enrolment: str) -> None:
    for each in follow_ups_of(uow, enrolment):
        uow.follow_ups.delete(each.id)


def _end(uow: UnitOfWork, moment: Moment, found: Measure) -> datetime | None:
    if moment.cycle.kind is not CycleKind.ROLLING:
        return moment.cycle.closed_at
    if running(uow, found.role, found.person_id):
        return moment.now
    theirs = tandems(uow, found.role, found.person_id)
    return max((each.ended_at for each in theirs if each.ended_at), default=moment.now)


def _plan(uow: UnitOfWork, found: FollowUp) -> None:
    uow.follow_ups.put(found)
    if found.due_at:
        set_timer(uow, follow_up_due, found.id, found.due_at)


@one_step(queue="work")
async def plan_follow_ups(world: World, _cycle_id: str) -> None:
    """Since the cycle was closed it is known when those are asked who have agreed before."""
    await world.run(plan)


def plan(uow: UnitOfWork, moment: Moment) -> None:
    """Plan what has no day yet, once the cycle has its end."""
    end = moment.cycle.closed_at
    for each in uow.follow_ups.all(due_at=None) if end else ():
        _plan(uow, planned(each, end))


@when_due()
def follow_up_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The months are over."""
    found = uow.follow_ups.get(timer.subject_id)
    if found and found.due_at and found.asked_at is None:
        _bring(uow, moment, uow.follow_ups.put(replace(found, asked_at=moment.now)))
        set_timer(uow, follow_up_again, found.id, moment.now + REMINDED)
        kept = KEPT_FOR if found.months == LAST else OPEN_FOR
        set_timer(uow, follow_up_over, found.id, found.due_at + kept)


@when_due()
def follow_up_again(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Whoever has not answered is reminded, once; the card comes again."""
    found = uow.follow_ups.get(timer.subject_id)
    if found:
        _bring(uow, moment, found)


def _bring(uow: UnitOfWork, moment: Moment, found: FollowUp) -> None:
    bring_when_it_fits(uow, moment, follow_up_card, found.id, found.person_id)


@when_due()
def follow_up_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """It cannot be answered any more; after the last one nothing is kept."""
    found = uow.follow_ups.get(timer.subject_id)
    if found and found.months == LAST:
        _erase(uow, found.id.rpartition(":")[0])
    time_has_come(uow, follow_up_card, timer.subject_id)
