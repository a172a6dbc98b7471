"""Somebody's place in a circle as a card: what it is, who sees it, to join and to leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.circle import (
    Circle,
    CircleMember,
    CircleState,
    Place,
    whose,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.circles.membership import is_for, may_join
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.showing import depends

BEGUN = (TandemState.LAUNCHED, TandemState.CLOSED)
"""Before a tandem runs it opens no circle to anybody."""


@dataclass(frozen=True)
class CircleNotice(Notice):
    """A circle as one of those sees it whom it is for.

    ``key`` is the id of their place in it, ``place`` how they stand to it, None if they have not
    said that they want it. ``may_join``: it takes them now.
    """

    circle: Circle
    viewer: Person
    programme: Programme
    key: str
    place: Place | None = None
    may_join: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the circle has been archived."""
        return self.circle.state is CircleState.CLOSED

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: it has ended, or is none for the viewer."""
        return self.is_over or self.place is None


@shows(to="person", in_hours=True, outlasts=True)
def circle_card(uow: UnitOfWork, scene: Scene) -> CircleNotice:
    """What the posting's person sees; of the others nothing, not even how many they are."""
    key = scene.posting.subject_id
    circle_id, person_id = whose(key)
    if person_id != scene.posting.person_id:
        raise Refusal("not-yours")
    circle, member = uow.circles.need(circle_id), uow.circle_members.get(key)
    takes = may_join(uow, scene.moment, circle, person_id)
    viewer, place = uow.people.need(person_id), member.state if member else None
    return CircleNotice(circle, viewer, scene.programme, key, place, takes)


@depends(circle_card, Circle, CircleMember, Tandem)
def _places(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far the circle is, one's place in it, and whether a tandem of one's runs."""
    match change.row:
        case Circle(id=circle_id):
            return _read_by(uow, circle_id) if change.alters("state", "channel_url") else ()
        case CircleMember(id=key):
            return [key]
    told = change.alters("state", "ended_at") and change.is_or_was("state", *BEGUN)
    both = (change.row.mentor_id, change.row.mentee_id)
    return _shown_to(uow, both) if told else ()


def _shown_to(uow: UnitOfWork, people: tuple[str, ...]) -> list[str]:
    """The places about which these have a card."""
    found = uow.postings.columns("subject_id", kind=circle_card.name, person_id=people)
    return [key for (key,) in found]


def _read_by(uow: UnitOfWork, circle_id: str) -> list[str]:
    """The places in the circle, of members or not, about which somebody has a card."""
    found = uow.postings.columns("subject_id", kind=circle_card.name)
    return [key for (key,) in found if whose(key)[0] == circle_id]


@matters(circle_card)
def _is_offered(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Once, to whoever is not in it: who has read of it finds it on the card of their tandem. Who
    is hears of another channel alone.
    """
    circle_id, person_id = whose(posting.subject_id)
    circle, member = uow.circles.get(circle_id), uow.circle_members.get(posting.subject_id)
    if circle is None or circle.state is CircleState.CLOSED:
        return False
    if member is not None:
        return bool(circle.earlier) and member.state is not Place.LEAVING
    return not came_before(uow, posting) and is_for(uow, circle, person_id)
