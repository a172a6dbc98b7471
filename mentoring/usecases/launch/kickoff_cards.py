"""The kick-off as its owners see it, as those see it who are asked, and for whoever missed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.enrolment import ENROLLED, Enrolment
from mentoring.domain.kickoff import (
    Kickoff,
    KickoffState,
    Seat,
    seat_id,
)
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.notices import Correctable, Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, UnitOfWork
from mentoring.usecases.common.hours import Wait, cannot_wait
from mentoring.usecases.common.previews import (
    is_old,
)
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open

SHOWN_FIRST = frozenset({KickoffState.PREVIEW, KickoffState.TROUBLE})
"""The states in which nobody is asked yet."""
CALLED_OFF = frozenset({KickoffState.CANCELLED, KickoffState.ENDED})


@dataclass(frozen=True, kw_only=True)
class KickoffNotice(Correctable):
    """A kick-off as owners see it: how many have taken which date, and how many are asked.

    ``is_old``: it was shown too long ago to be confirmed. ``to_come`` are the numbers of the dates
    that may still be changed.
    """

    kickoff: Kickoff
    owner: Person
    taken: Mapping[int, int]
    asked: int
    is_old: bool = False
    to_come: tuple[int, ...] = ()

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen."""
        return str(self.asked)

    def takes(self, data: Mapping[str, object]) -> bool:
        """Whether the date that was to be changed may still be."""
        return self.kickoff.state is KickoffState.OPEN and data.get("number") in self.to_come


@dataclass(frozen=True)
class SeatNotice(Notice):
    """A kick-off as one who is asked sees it.

    ``mine`` is the number of the date taken, -1 for none of them, None for no answer yet.
    """

    kickoff: Kickoff
    person: Person
    programme: Programme
    taken: Mapping[int, int]
    mine: int | None
    now: datetime


@dataclass(frozen=True)
class MissedNotice(Notice):
    """The five-minute version of the kick-off, for somebody who missed it."""

    person: Person
    programme: Programme


@shows(to="owners", stored_as="kickoff")
def kickoff_card(uow: UnitOfWork, scene: Scene) -> KickoffNotice:
    """What owners see."""
    kickoff = uow.kickoffs.need(scene.posting.subject_id)
    old = kickoff.state in SHOWN_FIRST and is_old(kickoff.prepared_at, scene.now)
    ahead = tuple(n for n, each in enumerate(kickoff.dates) if each.start > scene.now)
    owner, taken = uow.people.need(kickoff.by), _taken(uow, kickoff)
    return KickoffNotice(
        kickoff=kickoff,
        owner=owner,
        taken=taken,
        asked=asked(uow, kickoff),
        is_old=old,
        to_come=ahead,
    )


@depends(kickoff_card, Kickoff, Seat, Enrolment, Posting)
def _kickoffs(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The dates, who has a seat, and who is asked or would be."""
    match change.row:
        case Kickoff(id=kickoff_id) | Seat(kickoff_id=kickoff_id):
            return [kickoff_id]
        case Posting(kind=seat_card.name, subject_id=kickoff_id):
            return [kickoff_id] if change.before is None else ()
        case Enrolment():
            return [EVERY] if seen_otherwise(change, "application", "clearance") else ()
    return ()


@still_open(kickoff_card)
def _to_come(uow: UnitOfWork) -> Mapping[str, object]:
    over = (KickoffState.DISCARDED, KickoffState.OVER, *CALLED_OFF)
    return {"subject_id": Among(others=(uow.kickoffs.those(state=over),))}


@shows(to="person", shared=True, in_hours=True, stored_as="kickoff_seat")
def seat_card(uow: UnitOfWork, scene: Scene) -> SeatNotice:
    """What one who is asked sees."""
    kickoff, person = (
        uow.kickoffs.need(scene.posting.subject_id),
        uow.people.need(scene.posting.person_id),
    )
    seat = uow.seats.get(seat_id(kickoff.id, person.id))
    return SeatNotice(
        kickoff,
        person,
        scene.programme,
        _taken(uow, kickoff),
        seat.number if seat else None,
        scene.now,
    )


@matters(seat_card)
def _is_to_come(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    kickoff = uow.kickoffs.get(posting.subject_id)
    to_come = kickoff is not None and any(each.start > now for each in kickoff.dates)
    return to_come and kickoff is not None and kickoff.state is KickoffState.OPEN


@cannot_wait(seat_card)
def _is_near(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether one of the dates is ahead and begins less than a day after then."""
    dates = uow.kickoffs.need(posting.subject_id).dates
    return any(wait.is_too_long_for(each.start) for each in dates)


@depends(seat_card, Kickoff, Seat)
def _seats(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The dates, and how many seats are left."""
    return [change.row.id if isinstance(change.row, Kickoff) else change.row.kickoff_id]


@shows(to="person", in_hours=True, stored_as="kickoff_missed")
def missed_card(uow: UnitOfWork, scene: Scene) -> MissedNotice:
    """What one who was not there reads."""
    return MissedNotice(uow.people.need(scene.posting.person_id), scene.programme)


def _taken(uow: UnitOfWork, kickoff: Kickoff) -> Mapping[int, int]:
    return uow.seats.count_by("number", kickoff_id=kickoff.id)


def asked(uow: UnitOfWork, kickoff: Kickoff) -> int:
    """How many are asked, or would be."""
    if kickoff.state in SHOWN_FIRST:
        return len(participants(uow))
    return uow.postings.count(kind=seat_card.name, subject_id=kickoff.id)


def participants(uow: UnitOfWork) -> list[str]:
    """Everybody enrolled, each once."""
    return sorted({person for (person,) in uow.enrolments.columns("person_id", **ENROLLED)})


def is_open(kickoff: Kickoff, moment: Moment) -> bool:
    """Whether seats can be taken and dates changed."""
    return kickoff.state is KickoffState.OPEN and not moment.cycle.is_over
