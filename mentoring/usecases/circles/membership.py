"""Who is in a circle: one joins by a tap and leaves by a tap, and leaves it with what let one in.

Nobody but the person is shown where they stand, and before five want the circle nothing is opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import replace

from mentoring.domain.circle import (
    FEWEST,
    LASTS,
    STAYS,
    Circle,
    CircleKind,
    CircleMember,
    CircleState,
    Place,
    member_id,
    mentors_circle_id,
    whose,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TOGETHER, Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.usecases.circles.channel import archive_circle, let_in, let_out, open_circle
from mentoring.usecases.common.changes import Topic, changed, follows
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.team_needs import needs_it_too
from mentoring.usecases.launch.thanks import ended_as_planned
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.privacy.leaving import on_leaving
from mentoring.usecases.programme.roster import when_owner
from mentoring.usecases.programme.with_the_cycle import ends_with_cycle

ONE_LESS = Topic("one_tandem_less")
"""A tandem of the mentor has ended before its time."""


def may_join(uow: UnitOfWork, moment: Moment, circle: Circle, person_id: str) -> bool:
    """Whether the circle of the moment's programme takes the person: as ``takes``."""
    return takes(uow, moment.programme, moment.home.owners, circle, person_id)


def takes(
    uow: UnitOfWork,
    programme: Programme,
    owners: Collection[str],
    circle: Circle,
    person_id: str,
) -> bool:
    """Whether the circle takes the person: it is not archived, owners want such circles, it is for
    the person, and they are no owner of its programme.
    """
    if circle.state is CircleState.CLOSED or not _is_wanted(programme, circle):
        return False
    return person_id not in owners and is_for(uow, circle, person_id)


def _is_wanted(programme: Programme, circle: Circle) -> bool:
    is_community = circle.kind is CircleKind.TOPIC
    return programme.communities if is_community else programme.mentors_circle


def is_for(uow: UnitOfWork, circle: Circle, person_id: str) -> bool:
    """Whether the circle is for the person: that of mentors, while a tandem of theirs runs in which
    they are the mentor; a community, once one of theirs for its topic has come to its planned end.
    """
    if circle.kind is CircleKind.TOPIC:
        return any(each.topic == circle.topic for each in ended_as_planned(uow, person_id))
    return uow.tandems.any(mentor_id=person_id, state=TandemState.LAUNCHED)


def join(uow: UnitOfWork, moment: Moment, key: str, person_id: str) -> None:
    """Be in the circle as soon as it stands; pressed twice, it is once.

    Raises:
        Refusal: ``not-yours``; ``circle-over`` if the circle does not take the person (any more).
    """
    circle = _own(uow, key, person_id)
    if not may_join(uow, moment, circle, person_id):
        raise Refusal("circle-over")
    found = uow.circle_members.get(key)
    if found and found.state is not Place.LEAVING:
        return
    joining = CircleMember(key, circle.id, person_id, Place.JOINING, moment.now)
    uow.circle_members.put(replace(found, state=Place.JOINING) if found else joining)
    if circle.kind is CircleKind.TOPIC:
        goes_on(uow, moment, circle)
    if circle.state is CircleState.OPEN:
        ask(uow, let_in, key, once=secrets.token_hex(4))
    elif circle.state is CircleState.GATHERING and _are_enough(uow, circle):
        uow.circles.put(replace(circle, state=CircleState.OPENING))
        ask(uow, open_circle, circle.id, once=secrets.token_hex(4))


def _are_enough(uow: UnitOfWork, circle: Circle) -> bool:
    return uow.circle_members.count(circle_id=circle.id, state=Place.JOINING) >= FEWEST


def leave(uow: UnitOfWork, _moment: Moment, key: str, person_id: str) -> None:
    """Be in the circle no more; who is not in it stays outside.

    Raises:
        Refusal: ``not-yours``.
    """
    go(uow, _own(uow, key, person_id), person_id)


def _own(uow: UnitOfWork, key: str, person_id: str) -> Circle:
    circle_id, owner = whose(key)
    if owner != person_id:
        raise Refusal("not-yours")
    return uow.circles.need(circle_id)


def go(uow: UnitOfWork, circle: Circle, person_id: str) -> None:
    """The person leaves: at once where there is no channel, otherwise as soon as they are out."""
    key = member_id(circle.id, person_id)
    found = uow.circle_members.get(key)
    if found is None or found.state is Place.LEAVING:
        return
    if circle.state is CircleState.GATHERING:
        uow.circle_members.delete(key)
        return
    uow.circle_members.put(replace(found, state=Place.LEAVING))
    if circle.state is not CircleState.OPENING:
        ask(uow, let_out, key, once=secrets.token_hex(4))


@when_over
def _with_the_tandem(uow: UnitOfWork, tandem: Tandem) -> None:
    """At the end of a cycle everybody may go on reading."""
    if not tandem.closing_id and uow.circles.any(id=mentors_circle_id(uow.cycle_id)):
        changed(uow, ONE_LESS, tandem.mentor_id)


@follows(ONE_LESS)
def _leave_with_the_last(uow: UnitOfWork, _moment: Moment, mentor_id: str) -> None:
    """Whose last tandem as a mentor has ended before its time leaves the circle with it, whatever
    ended it; of two that end in the same moment neither would know that it is the last.
    """
    if not uow.tandems.any(mentor_id=mentor_id, state=tuple(TOGETHER)):
        go(uow, uow.circles.need(mentors_circle_id(uow.cycle_id)), mentor_id)


@on_leaving
def _forgotten(uow: UnitOfWork, _moment: Moment, person_id: str) -> bool:
    """Whoever is to be forgotten is out of every circle first."""
    everywhere = uow.everywhere
    for each in everywhere.circle_members.all(person_id=person_id):
        here = for_cycle(uow, each.cycle_id)
        go(here, here.circles.need(each.circle_id), person_id)
    return everywhere.circle_members.any(person_id=person_id)


@when_owner
def _out_as_an_owner(uow: UnitOfWork, programme_id: str, person_id: str) -> None:
    """Whoever becomes an owner leaves the circles of that programme: no owner is in them."""
    cycles = uow.everywhere.cycles.those(programme_id=programme_id)
    for each in uow.everywhere.circle_members.all(person_id=person_id, cycle_id=cycles):
        here = for_cycle(uow, each.cycle_id)
        go(here, here.circles.need(each.circle_id), person_id)


@needs_it_too
def _stay_for_the_circle(uow: UnitOfWork, team_id: str, people: Collection[str]) -> set[str]:
    """Whoever is in a circle needs the team of its channel, if it has one; in that of mentors, as
    long as they are in a tandem.
    """
    every = uow.everywhere
    with_channel = every.circles.all(team_id=team_id, state=NoneOf({CircleState.GATHERING}))
    there = {each.id: each.kind for each in with_channel}
    within: dict[str, object] = {"circle_id": sorted(there), "state": (Place.JOINING, Place.IN)}
    found = every.circle_members.all(person_id=tuple(people), **within) if there else ()
    return {
        each.person_id
        for each in found
        if there[each.circle_id] is CircleKind.TOPIC or _is_together(uow, each)
    }


def _is_together(uow: UnitOfWork, member: CircleMember) -> bool:
    there: dict[str, object] = {"cycle_id": member.cycle_id, "state": tuple(TOGETHER)}
    return uow.everywhere.tandems.any(mentor_id=member.person_id, **there)


@ends_with_cycle
def _archived_with_cycle(uow: UnitOfWork, moment: Moment) -> None:
    """With its cycle the circle of its mentors is archived: they can read on, and still leave."""
    circle = uow.circles.get(mentors_circle_id(uow.cycle_id))
    if circle and circle.state is not CircleState.CLOSED:
        close(uow, moment, circle)


def close(uow: UnitOfWork, moment: Moment, circle: Circle) -> None:
    """The circle takes nobody any more; some days later nobody's place in it is known."""
    uow.circles.put(replace(circle, state=CircleState.CLOSED))
    if circle.state is CircleState.GATHERING:
        _forget(uow, uow.circle_members.all(circle_id=circle.id))
        return
    ask(uow, archive_circle, circle.id)
    set_timer(uow, circle_forgotten, circle.id, moment.now + STAYS)


def goes_on(uow: UnitOfWork, moment: Moment, circle: Circle) -> None:
    """From now on the community stands for a year."""
    set_timer(uow, community_over, circle.id, moment.now + LASTS)


@when_due()
def community_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Nobody has joined it for a year: what has been said stays readable."""
    circle = uow.circles.need(timer.subject_id)
    if circle.state is not CircleState.CLOSED:
        close(uow, moment, circle)


@when_due()
def circle_forgotten(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Who was in an archived circle is not kept any longer."""
    _forget(uow, uow.circle_members.all(circle_id=timer.subject_id))


def _forget(uow: UnitOfWork, members: Sequence[CircleMember]) -> None:
    for each in members:
        uow.circle_members.delete(each.id)
