"""The mentors' circle is offered: once to each mentor, as soon as five have a tandem, and to
whoever asks for it.
"""

from __future__ import annotations

from mentoring.domain.circle import (
    FEWEST,
    Circle,
    CircleKind,
    CircleState,
    member_id,
    mentors_circle_id,
    whose,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.launch.running import when_it_runs
from mentoring.usecases.polls.after_session import when_session_over
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits


@when_session_over
@when_it_runs
def _offer(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """The fifth mentor's tandem brings it to all five, every later one to its own; where owners
    want it only later, the next session does.
    """
    if not moment.programme.mentors_circle or moment.cycle.tried_by:
        return
    mentors, key = {tandem.mentor_id}, mentors_circle_id(uow.cycle_id)
    if uow.circles.get(key) is None:
        running = uow.tandems.columns("mentor_id", state=TandemState.LAUNCHED)
        mentors |= {person for (person,) in running}
        if len(mentors) < FEWEST:
            return
        uow.circles.add(Circle(key, CircleKind.MENTORS))
    for person_id in sorted(mentors - {*moment.home.owners}):
        place = member_id(key, person_id)
        if not uow.postings.any(kind=circle_card.name, subject_id=place):
            bring_when_it_fits(uow, moment, circle_card, place, person_id)


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
    """``circle``: the circle of each cycle in which the person is a mentor, or is in it still.

    Raises:
        Refusal: ``circle-none`` if there is none for them.
    """
    everywhere = uow.everywhere
    own = everywhere.tandems.all(mentor_id=person_id, state=TandemState.LAUNCHED)
    places = everywhere.circle_members.all(person_id=person_id)
    for_them = {mentors_circle_id(each.cycle_id) for each in own}
    for_them |= {each.circle_id for each in places}
    found = everywhere.circles.all(id=sorted(for_them)) if for_them else []
    shown = [each for each in found if _is_shown(each, {place.circle_id for place in places})]
    if not shown:
        raise Refusal("circle-none")
    for each in shown:
        show(for_cycle(uow, each.cycle_id), moment, member_id(each.id, person_id), person_id, chat)


def _is_shown(circle: Circle, theirs: set[str]) -> bool:
    return circle.state is not CircleState.CLOSED or circle.id in theirs
