"""Circles are offered, once each, and to whoever asks for them: that of mentors to each mentor, as
soon as five have a tandem; a community to both of a tandem that has come to its planned end, for
the first topic that it had, as soon as there are five people of such tandems.

Who is offered one is counted only once it is written down that their tandem runs, or has ended: a
launch begins and a closing ends many in the same moment, of which none would see the others.

That one topic is known to both; so what one of them is offered tells them nothing of the other.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.circle import (
    FEWEST,
    Circle,
    CircleKind,
    CircleState,
    member_id,
    mentors_circle_id,
    topic_circle_id,
    whose,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.circles.channel import ANOTHER_CHANNEL
from mentoring.usecases.circles.membership import goes_on, takes
from mentoring.usecases.common.changes import Topic, changed, follows
from mentoring.usecases.common.cycles import for_cycle, settings_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.shown_again import shown_again
from mentoring.usecases.launch.running import when_it_runs
from mentoring.usecases.launch.thanks import ended_as_planned
from mentoring.usecases.launch.when_over import when_ended_as_planned
from mentoring.usecases.polls.after_session import when_session_over
from mentoring.usecases.tandem.certificate import topics_had
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits

HAS_A_MENTOR = Topic("has_a_mentor")
"""A tandem runs, whose mentor a circle would be for."""
HAD_A_TOPIC = Topic("had_a_topic")
"""A tandem has come to its planned end, and had a topic."""


@when_session_over
@when_it_runs
def _note_mentor(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Where owners want it only later, the next session brings it."""
    if moment.programme.mentors_circle and not moment.cycle.tried_by:
        changed(uow, HAS_A_MENTOR, tandem.id)


@follows(HAS_A_MENTOR)
def _offer(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """The fifth mentor's tandem brings it to all five, every later one to its own."""
    tandem = uow.tandems.get(tandem_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return
    mentors, key = {tandem.mentor_id}, mentors_circle_id(uow.cycle_id)
    if uow.circles.get(key) is None:
        running = uow.tandems.columns("mentor_id", state=TandemState.LAUNCHED)
        mentors |= {person for (person,) in running}
        if len(mentors) < FEWEST:
            return
        uow.circles.add(Circle(key, CircleKind.MENTORS))
    _bring(uow, moment, key, mentors)


@when_ended_as_planned
def _note_topic(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    if not moment.programme.communities or moment.cycle.tried_by:
        return
    topic = next(iter(topics_had(uow, moment.now, tandem)), "")
    if topic:
        uow.tandems.put(replace(tandem, topic=topic))
        changed(uow, HAD_A_TOPIC, tandem.id)


@follows(HAD_A_TOPIC)
def _offer_community(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """The fifth person brings it to all of them, every later one to the two of their tandem."""
    tandem = uow.tandems.get(tandem_id)
    if tandem is None or not tandem.topic:
        return
    topic, people = tandem.topic, {tandem.mentor_id, tandem.mentee_id}
    key = topic_circle_id(uow.cycle_id, topic)
    if uow.circles.get(key) is None:
        people |= _people_of(uow, topic)
        if len(people - {*moment.home.owners}) < FEWEST:
            return
        goes_on(uow, moment, uow.circles.put(Circle(key, CircleKind.TOPIC, topic=topic)))
    _bring(uow, moment, key, people)


def _people_of(uow: UnitOfWork, topic: str) -> set[str]:
    """Whoever was in a tandem of this topic that has come to its planned end: few, as long as the
    topic has no circle.
    """
    both = uow.tandems.columns("mentor_id", "mentee_id", topic=topic)
    return {person for two in both for person in two}


def _bring(uow: UnitOfWork, moment: Moment, circle_id: str, people: set[str]) -> None:
    """To these, once each, and never to a programme owner."""
    for person_id in sorted(people - {*moment.home.owners}):
        place = member_id(circle_id, person_id)
        if not uow.postings.any(kind=circle_card.name, subject_id=place):
            bring_when_it_fits(uow, moment, circle_card, place, person_id)


@follows(ANOTHER_CHANNEL)
def _bring_anew(uow: UnitOfWork, moment: Moment, key: str) -> None:
    """Whoever was in a channel that is gone reads it, unless they have gone themselves."""
    bring_when_it_fits(uow, moment, circle_card, key, whose(key)[1])


def show(uow: UnitOfWork, moment: Moment, key: str, person_id: str, chat: Chat) -> None:
    """One's place in the circle; earlier copies in the same chat close.

    Raises:
        Refusal: ``gone``; ``not-yours``.
    """
    circle_id, owner = whose(key)
    if owner != person_id:
        raise Refusal("not-yours")
    uow.circles.need(circle_id)
    post_anew(uow, moment, circle_card, key, person_id, chat)


def show_each(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> None:
    """``circle``: the circle of each cycle in which the person is a mentor, the communities for
    them, and what they are in still.

    Raises:
        Refusal: ``circle-none`` if there is none for them.
    """
    everywhere = uow.everywhere
    own = everywhere.tandems.all(mentor_id=person_id, state=TandemState.LAUNCHED)
    places = everywhere.circle_members.all(person_id=person_id)
    for_them = {mentors_circle_id(each.cycle_id) for each in own}
    for_them |= {each.circle_id for each in places} | _communities_for(everywhere, person_id)
    found = everywhere.circles.all(id=sorted(for_them)) if for_them else []
    shown = [each for each in found if _is_shown(each, {place.circle_id for place in places})]
    if not shown:
        raise Refusal("circle-none")
    for each in shown:
        show(for_cycle(uow, each.cycle_id), moment, member_id(each.id, person_id), person_id, chat)


def _communities_for(everywhere: UnitOfWork, person_id: str) -> set[str]:
    """The ids of those that the person is offered; some may not be there."""
    ended = ended_as_planned(everywhere, person_id)
    return {topic_circle_id(each.cycle_id, each.topic) for each in ended if each.topic}


@shown_again
def show_unread(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """Show somebody the communities for them that they have not joined and of which no card stands
    in their chat: whom nothing reached when they were offered would never read of them.
    """
    found = False
    for key in sorted(_communities_for(uow.everywhere, person_id)):
        circle = uow.everywhere.circles.get(key)
        if circle and _is_unread(for_cycle(uow, circle.cycle_id), circle, person_id):
            here = for_cycle(uow, circle.cycle_id)
            show(here, moment, member_id(key, person_id), person_id, chat)
            found = True
    return found


def _is_unread(uow: UnitOfWork, circle: Circle, person_id: str) -> bool:
    _, home = uow.home_of(circle.cycle_id)
    wanted = takes(uow, settings_of(uow, circle.cycle_id), home.owners, circle, person_id)
    place = member_id(circle.id, person_id)
    if not wanted or uow.circle_members.get(place):
        return False
    about = {"kind": circle_card.name, "subject_id": place, "person_id": person_id}
    return not uow.postings.any(**about, activity_id=NoneOf({""}))


def _is_shown(circle: Circle, theirs: set[str]) -> bool:
    return circle.state is not CircleState.CLOSED or circle.id in theirs
