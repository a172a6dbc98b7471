"""When it is asked: once both have said yes, after half of the sessions, and after the last one.

The starting point is asked before the first session alone; whoever has not said anything by then is
not asked for it any more.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.items import (
    Marks,
    Measure,
    MeasureState,
    Stage,
    Waiting,
    closed,
    measure_id,
    stopped,
)
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Timer
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.one_a_day import next_day_at_work
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.sides import can_be_opened, has_met, running
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.matching.together import when_together
from mentoring.usecases.measurement.course import progress_of
from mentoring.usecases.measurement.measure import measure_card
from mentoring.usecases.polls.after_session import when_session_over
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits


@when_together
def _begin(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Both are asked on another day: this one has brought them enough."""
    for enrolled in _both(uow, tandem):
        later = next_day_at_work(uow.people.need(enrolled.person_id), moment)
        set_timer(uow, starting_point, enrolled.id, later)


@when_due()
def starting_point(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The two have had a day with each other's names."""
    enrolled = uow.enrolments.get(timer.subject_id)
    if enrolled and _tandem(uow, enrolled) and not _has_met(uow, moment, enrolled):
        _ask(uow, moment, enrolled, Stage.START)


def _tandem(uow: UnitOfWork, enrolled: Enrolment) -> Tandem | None:
    return running(uow, enrolled.role, enrolled.person_id)


def _has_met(uow: UnitOfWork, moment: Moment, enrolled: Enrolment) -> bool:
    return has_met(uow, moment.now, enrolled.role, enrolled.person_id)


def _both(uow: UnitOfWork, tandem: Tandem) -> list[Enrolment]:
    found = (
        uow.enrolments.get(enrolment_id(uow.cycle_id, role, tandem.person(role))) for role in Role
    )
    return [enrolled for enrolled in found if enrolled]


@when_session_over
def _after(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """A session is over: what has its moment now is asked."""
    stage = _stage(uow, moment, tandem)
    for enrolled in _both(uow, tandem):
        if _has_met(uow, moment, enrolled):
            close_the_start(uow, enrolled)
        if stage:
            close_before(uow, enrolled, stage)
            _ask(uow, moment, enrolled, stage)


@when_over
def _ended(uow: UnitOfWork, tandem: Tandem) -> None:
    """There is nothing any more of which it would be the start."""
    for enrolled in _both(uow, tandem):
        if not _tandem(uow, enrolled):
            close_the_start(uow, enrolled)


def close_the_start(uow: UnitOfWork, enrolled: Enrolment) -> None:
    """Nothing that is said from now on passes for where somebody began."""
    close_before(uow, enrolled, Stage.MIDDLE)


def close_before(uow: UnitOfWork, enrolled: Enrolment, stage: Stage) -> None:
    """What is asked at this stage has overtaken what was asked before and is still open."""
    for each in takewhile(lambda earlier: earlier is not stage, Stage):
        found = uow.measures.get(measure_id(enrolled.id, each))
        if found and found.state is MeasureState.OPEN:
            uow.measures.put(closed(found))


def _stage(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Stage | None:
    """Which moment has come; where the two go from session to session, nobody knows their half,
    unless they keep their own dates and count.
    """
    found = progress_of(moment, tandem, uow.sessions.all(tandem_id=tandem.id))
    if not found.of and (tandem.rhythm or moment.programme.sessions.rhythm) == "tandem":
        return None
    if found.is_at_end(moment.now):
        return Stage.END
    return Stage.MIDDLE if found.is_at_half(moment.now) else None


def _ask(uow: UnitOfWork, moment: Moment, enrolled: Enrolment, stage: Stage) -> None:
    """Have it asked, once, unless its person does not want to be asked; whoever was asked while
    they waited is not compared with any more.
    """
    before = uow.measures.get(measure_id(enrolled.id, stage))
    if is_stopped(uow, enrolled) or (before and before.waiting is Waiting.NO):
        return
    if before:
        found = uow.measures.put(replace(before, waiting=Waiting.NO))
    else:
        found = made(uow, moment, enrolled, stage)
    bring_when_it_fits(uow, moment, measure_card, found.id, enrolled.person_id)


def is_stopped(uow: UnitOfWork, enrolled: Enrolment) -> bool:
    """Whether the person does not want to be asked any more."""
    own = {"person_id": enrolled.person_id, "role": enrolled.role}
    return uow.measures.any(state=MeasureState.STOPPED, **own)


def made(
    uow: UnitOfWork,
    moment: Moment,
    enrolled: Enrolment,
    stage: Stage,
    waiting: Waiting = Waiting.NO,
) -> Measure:
    """What is asked of somebody at this stage, from now on."""
    key, role = measure_id(enrolled.id, stage), enrolled.role
    topic = _topic(uow, enrolled) if role is Role.MENTEE else ""
    marks = Marks(topic, asks_stay=role is Role.MENTOR and _asks_stay(uow, moment, enrolled))
    found = Measure(key, enrolled.person_id, role, stage, moment.now, marks, waiting=waiting)
    return uow.measures.put(found)


def _asks_stay(uow: UnitOfWork, moment: Moment, enrolled: Enrolment) -> bool:
    """Whether the programme wishes it, and did so when this person was first asked: of what was
    not asked at the start no change is known.
    """
    own = uow.measures.all(person_id=enrolled.person_id, role=enrolled.role)
    return moment.programme.wish_to_stay and all(each.said.asks_stay for each in own)


def _topic(uow: UnitOfWork, enrolled: Enrolment) -> str:
    """The topic whose use is asked about: the same as at the start, else the first wish that the
    mentor teaches, else the first one.
    """
    own = uow.measures.all(person_id=enrolled.person_id, role=enrolled.role)
    known = next((each.said.topic for each in own if each.said.topic), "")
    wishes = enrolled.answers.wishes.topics if enrolled.answers.wishes else ()
    taught = _taught(uow, enrolled)
    return known or next((each for each in wishes if each in taught), next(iter(wishes), ""))


def _taught(uow: UnitOfWork, enrolled: Enrolment) -> tuple[str, ...]:
    tandem = _tandem(uow, enrolled)
    key = enrolment_id(uow.cycle_id, Role.MENTOR, tandem.mentor_id) if tandem else ""
    mentor = uow.enrolments.get(key)
    return mentor.answers.topics.topics if mentor and mentor.answers.topics else ()


def show(uow: UnitOfWork, moment: Moment, enrolment: str, person_id: str, chat: Chat) -> None:
    """Put what has changed before its person, who asks for it once the tandem is over; where they
    have said something already it is that, else it is asked.

    Raises:
        Refusal: ``gone``; ``not-yours``; ``stale`` once what they have said is erased.
    """
    enrolled = uow.enrolments.need(enrolment)
    if enrolled.person_id != person_id:
        raise Refusal("not-yours")
    if not can_be_opened(uow, moment.now, enrolled):
        raise Refusal("stale")
    found = uow.measures.get(measure_id(enrolment, Stage.END)) or _late(uow, moment, enrolled)
    copy = f"{measure_card.name}:{found.id}:{person_id}:{moment.now:{STAMP}}"
    page = len(found.items) if found.said.says_something else 0
    post(uow, measure_card, found.id, person_id, key=copy, chat=chat, page=page)


def _late(uow: UnitOfWork, moment: Moment, enrolled: Enrolment) -> Measure:
    """The last stage of somebody who was not asked; whoever does not want to be is offered it."""
    unwanted = is_stopped(uow, enrolled)
    found = made(uow, moment, enrolled, Stage.END)
    return uow.measures.put(stopped(found)) if unwanted else found
