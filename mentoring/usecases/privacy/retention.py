"""How long is kept what people have said, and its end: nobody has to remember it, timers do.

Two events begin the time: somebody's last tandem of the cycle has ended (``last_tandem_over``), or
the cycle was closed (``cycle_closed``). What goes then, and after how many days, is said where it
is registered (``mentoring/usecases/common/holdings.py``). A unit of work erases what is held about
one person in one cycle; a whole cycle is gone through in small portions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import Enrolment, EnrolmentState, NextTime
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.tandem import Tandem, TandemState, has_begun
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Scene, audience, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Row, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.holdings import Until
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.erasing import days_after, erase, expiring
from mentoring.usecases.privacy.records import records_due, records_until

PORTION = 20
"""How many people are gone through in one unit of work."""


@dataclass(frozen=True)
class ReceiptNotice(Notice):
    """What was erased of somebody's, when, and until when the rest is kept.

    ``until`` is the last day of that; None while the cycle runs on. ``was_in_tandem``: they had a
    tandem that began.
    """

    person: Person
    programme: Programme
    erased_at: datetime | None
    until: date | None
    was_in_tandem: bool = True


@shows(to="person", in_hours=True, stored_as="receipt", outlasts=True)
def receipt_card(uow: UnitOfWork, scene: Scene) -> ReceiptNotice:
    """What somebody reads once their answers are erased."""
    person = uow.people.need(scene.posting.subject_id)
    erased = [each.erased_at for each in _enrolments(uow, person.id) if each.erased_at]
    closed = scene.moment.cycle.closed_at
    until = records_until(closed, scene.programme).date() if closed else None
    had = any(has_begun(each) for each in _tandems(uow, person.id))
    return ReceiptNotice(person, scene.programme, max(erased, default=None), until, had)


def _enrolments(uow: UnitOfWork, person_id: str) -> Sequence[Enrolment]:
    return uow.enrolments.all(person_id=person_id)


def last_tandem_over(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """A tandem of the person has ended: if it stays their last one, what they have said goes in
    time.
    """
    first, *_ = days_after(Until.LAST_TANDEM)
    _look_at(uow, person_id, moment.now + timedelta(days=first))


def _look_at(uow: UnitOfWork, person_id: str, at: datetime) -> None:
    set_timer(uow, answers_due, person_id, at, suffix=f":{uow.cycle_id}")


@when_due(stored_as="answers-due")
def answers_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Erase what is due of somebody whose last tandem has ended."""
    if not takes_part(uow, moment, timer.subject_id):
        erase_in_cycle(uow, moment, timer.subject_id, ended_at(uow, moment, timer.subject_id))


def cycle_closed(uow: UnitOfWork, moment: Moment, cycle: Cycle) -> None:
    """The cycle has been closed: in time everybody's answers go, and then who was with whom."""
    closed = cycle.closed_at or moment.now
    for days in days_after(Until.LAST_TANDEM):
        set_timer(uow, cycle_due, cycle.id, closed + timedelta(days=days), suffix=f":{days}")
    set_timer(uow, records_due, cycle.id, records_until(closed, moment.programme))


@when_due(stored_as="cycle-due")
def cycle_due(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """The time of what people have said in a closed cycle is over."""
    ask(uow, forget_answers, timer.subject_id, once=timer.id.rpartition(":")[2])


@one_step(queue="work")
async def forget_answers(world: World, _cycle_id: str) -> None:
    """Erase what is due of everybody who was asked to take part in the cycle, some at a time."""
    people = await world.read(lambda uow, _: _asked(uow))
    for first in range(0, len(people), PORTION):
        await world.run(_forget_some, people[first : first + PORTION])


def _asked(uow: UnitOfWork) -> list[str]:
    return sorted({person for (person,) in uow.enrolments.columns("person_id")})


def _forget_some(uow: UnitOfWork, moment: Moment, people: Sequence[str]) -> None:
    for person_id in people:
        erase_in_cycle(uow, moment, person_id, moment.cycle.closed_at or moment.now)


def takes_part(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """Whether the person has a tandem or an offer in this cycle, or waits for one."""
    if any(not is_over(tandem) for tandem in _tandems(uow, person_id)):
        return True
    waiting = {EnrolmentState.BEGUN, EnrolmentState.DONE}
    return not moment.cycle.is_over and any(
        each.state in waiting and not each.rests for each in _enrolments(uow, person_id)
    )


def _tandems(uow: UnitOfWork, person_id: str) -> list[Tandem]:
    return [*uow.tandems.all(mentor_id=person_id), *uow.tandems.all(mentee_id=person_id)]


def is_over(tandem: Tandem) -> bool:
    """Whether nothing of it has still to be ended outside."""
    closed = tandem.state is TandemState.CLOSED
    return tandem.state is TandemState.RELEASED or (closed and tandem.ended_at is not None)


def ended_at(uow: UnitOfWork, moment: Moment, person_id: str) -> datetime:
    """When the person's last tandem of the cycle ended, or when they were asked anew since."""
    ends = [each.ended_at for each in _tandems(uow, person_id) if each.ended_at]
    asked = [e.invited_at for e in _enrolments(uow, person_id) if e.is_asked_anew]
    return max([*ends, *asked], default=moment.now)


def erase_in_cycle(uow: UnitOfWork, moment: Moment, person_id: str, since: datetime) -> None:
    """Erase what is due of the person in this cycle, and tell them.

    ``since`` is the event from which the days count. Whatever belongs to a tandem that has not
    ended yet stays until it has; what goes some days later is looked at again then. Answers that
    were released for next time stay; those of the time before that go.
    """
    _forget_the_time_before(uow, person_id)
    had_answered = _has_answers(uow, person_id)
    _erase_by_and_by(uow, moment, person_id, since)
    if had_answered and not _has_answers(uow, person_id):
        _tell(uow, moment, person_id)


def _has_answers(uow: UnitOfWork, person_id: str) -> bool:
    """Whether anything is stored that they have answered and not released for next time."""
    found = _enrolments(uow, person_id)
    return any(each.answers != Answers() and not each.released for each in found)


def _erase_by_and_by(uow: UnitOfWork, moment: Moment, person_id: str, since: datetime) -> None:
    """Erase what is due, first what goes first. Between two of these times lies what was meant to
    lie there, however late they come: a card has to say that what it showed is gone before it is
    itself forgotten, or the message shows it for ever.
    """
    before, erased = 0, False
    for days in days_after(Until.LAST_TANDEM):
        due = since + timedelta(days=days)
        if due > moment.now:
            _look_at(uow, person_id, due)
            return
        if before and _is_looked_at(uow, moment, person_id):
            return
        if erased:
            _look_at(uow, person_id, moment.now + timedelta(days=days - before))
            return
        erased, before = _erase_due(uow, person_id, days), days


def _erase_due(uow: UnitOfWork, person_id: str, days: int) -> bool:
    """What goes after so many days; whether there was anything."""
    released = {each.id for each in _enrolments(uow, person_id) if each.released}
    over = {tandem.id for tandem in _tandems(uow, person_id) if is_over(tandem)}
    erased = False
    for each in expiring(Until.LAST_TANDEM):
        due = [part for part in each.parts if part.kept.days <= days]
        for row in each.holding.find(uow, person_id) if due else ():
            if row.id not in released and _is_of_cycle(uow, row, over):
                erased |= erase(uow, each.holding.entity, row.id, due)
    return erased


def _is_looked_at(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """Whether somebody looks again later at what is held about the person."""
    timer = uow.timers.get(answers_due.key(person_id, f":{uow.cycle_id}"))
    return timer is not None and timer.due_at > moment.now


def _forget_the_time_before(uow: UnitOfWork, person_id: str) -> None:
    """What was kept from an earlier cycle for this one has served, whatever its author said."""
    for each in _enrolments(uow, person_id):
        earlier = uow.everywhere.enrolments.get(each.earlier) if each.earlier else None
        if earlier is None or earlier.id == each.id:
            continue
        if earlier.released:
            earlier = enrolment_rules.kept_no_longer(earlier)
        uow.everywhere.enrolments.put(replace(earlier, next_time=NextTime.UNSAID))


def _is_of_cycle(uow: UnitOfWork, row: Row, over: set[str]) -> bool:
    """Whether the row belongs to the unit's cycle, and to no tandem that has still to be ended.

    Owners' cards are no participant's: they go with the cycle's records.
    """
    if isinstance(row, Posting) and audience(row.kind) == "owners":
        return False
    if isinstance(row, Tandem):
        return row.id in over
    if tandem_id := getattr(row, "tandem_id", ""):
        return tandem_id in over
    if kickoff_id := getattr(row, "kickoff_id", ""):
        return uow.kickoffs.get(kickoff_id) is not None
    return getattr(row, "cycle_id", "") == uow.cycle_id


def _tell(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """The receipt."""
    uow.enrolments.put_all(
        replace(each, erased_at=moment.now)
        for each in _enrolments(uow, person_id)
        if not each.released
    )
    key = f"{receipt_card.name}:{uow.cycle_id}:{person_id}:{moment.now:%Y%m%d}"
    post(uow, receipt_card, person_id, person_id, key=key)
