"""At most one notice a person and day, over all programmes: what can wait comes a day later.

What concerns a session that is today or tomorrow cannot wait: it comes beside what could have. What
comes of the day's notice, because its person has acted on it, is no other one: ``@comes_of(view)``
stands beside the view.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Fact
from mentoring.domain.working_time import next_working_moment, works_at
from mentoring.notices import VIEWS, View
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.noting import note
from mentoring.usecases.common.pauses import paused_at

NOTICED_KEPT = timedelta(days=2)
"""Until the day is over in every zone."""
COULD_WAIT = "could wait: "
"""How the fact of a day begins on which only something was told that could have waited."""


def told_today(uow: UnitOfWork, person_id: str, about: str, now: datetime) -> bool:
    """Note that the person is told about this today, because it cannot wait; False if something
    else that could not wait was told before.
    """
    key = _key(uow, person_id, now)
    if note(uow, key, about, now + NOTICED_KEPT):
        return True
    told = uow.facts.need(key)
    if not told.value.startswith(COULD_WAIT):
        return False
    uow.facts.put(Fact(key, about))
    return True


def may_come_now(uow: UnitOfWork, moment: Moment, person_id: str, about: str) -> bool:
    """Whether something that can wait is told now, which is noted then: in the person's working
    hours, unless they have paused or were told something today.
    """
    now = moment.now
    if not _works(uow.people.need(person_id), moment) or paused_at(uow, person_id, now):
        return False
    return note(uow, _key(uow, person_id, now), f"{COULD_WAIT}{about}", now + NOTICED_KEPT)


Notices = Callable[[UnitOfWork, Posting], Iterable[str]]
COMES_OF: dict[str, Notices] = {}


def comes_of(view: View[Any]) -> Callable[[Notices], Notices]:
    """Register what a card answers: what its person was told about (ids), and has acted on since;
    without a rule, its own subject alone.
    """

    def register(rule: Notices) -> Notices:
        COMES_OF[view.name] = rule
        return rule

    return register


def takes_the_day(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    """Whether the card comes today, and is the day's notice from now on; False if its person was
    told something else today.
    """
    key, about = _key(uow, posting.person_id, now), f"{COULD_WAIT}{posting.subject_id}"
    if note(uow, key, about, now + NOTICED_KEPT):
        return True
    told = uow.facts.need(key)
    beside = VIEWS[posting.kind].beside
    if not beside and told.value.removeprefix(COULD_WAIT) not in _answered(uow, posting):
        return False
    if told.value not in {about, posting.subject_id}:
        uow.facts.put(Fact(key, about))
    return True


def _answered(uow: UnitOfWork, posting: Posting) -> Collection[str]:
    rule = COMES_OF.get(posting.kind)
    return {posting.subject_id, *(rule(uow, posting) if rule else ())}


def come_by_themselves(uow: UnitOfWork, moment: Moment, people: Iterable[str], about: str) -> None:
    """Note that something for which there is no other day comes to these people (ids) today, or
    when they next work: what can wait does not come beside it.
    """
    for person_id in people:
        at = _at_work(uow, moment, person_id)
        note(uow, _key(uow, person_id, at), f"{COULD_WAIT}{about}", at + NOTICED_KEPT)


def have_been_told(uow: UnitOfWork, moment: Moment, people: Iterable[str]) -> bool:
    """Whether one of them was told something on the day on which that would come to them."""
    days = [_key(uow, each, _at_work(uow, moment, each)) for each in people]
    return uow.facts.any(id=tuple(days))


def _at_work(uow: UnitOfWork, moment: Moment, person_id: str) -> datetime:
    """Now, or when the person next works."""
    profile = uow.people.need(person_id).profile
    return next_working_moment(moment.now, profile, moment.programme.sessions)


def _works(person: Person, moment: Moment) -> bool:
    """Whether they work now; of somebody whose clock nobody knows it is not doubted."""
    rules = moment.programme.sessions
    return not person.profile.zone_known or works_at(moment.now, person.profile, rules)


def next_try(person: Person, moment: Moment) -> datetime:
    """When what could not come now is tried again: as soon as the person works, which may be later
    today; to whom it could not come while they work, after today.
    """
    at = next_working_moment(moment.now, person.profile, moment.programme.sessions)
    return at if at > moment.now else next_day_at_work(person, moment)


def next_day_at_work(person: Person, moment: Moment) -> datetime:
    """When the person next begins to work after today."""
    zone = ZoneInfo(person.profile.zone)
    tomorrow = moment.now.astimezone(zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), zone)
    return next_working_moment(midnight, person.profile, moment.programme.sessions)


def _key(uow: UnitOfWork, person_id: str, now: datetime) -> str:
    zone = ZoneInfo(uow.people.need(person_id).profile.zone)
    return f"noticed:{person_id}:{now.astimezone(zone).date()}"
