"""What is being agreed on, as one side or their deputy sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Role
from mentoring.domain.poll import LIVING, Option, Poll
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.hours import Wait, cannot_wait
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.showing import Subjects, depends, edited
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.sessions.deputies import may_speak_for


@dataclass(frozen=True)
class Choice:
    """One option as the reader sees it.

    ``costs`` are told to this reader alone; ``sessions`` belong to a whole series.
    """

    number: int
    option: Option
    mine: bool
    theirs: bool
    costs: tuple[Explanation, ...]
    sessions: tuple[Session, ...] = ()
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True)
class PollNotice(Notice):
    """What is being agreed on, as one side (or their deputy, who is ``reader`` then) sees it.

    Times are UTC. ``undone``: the tandem's launch was taken back, and the two stand ready as
    another one.
    """

    poll: Poll
    tandem: Tandem
    session: Session | None
    role: Role
    reader: Person
    side: Person
    partner: Person
    programme: Programme
    choices: tuple[Choice, ...]
    undone: bool = False

    @property
    def for_somebody(self) -> bool:
        """Whether the reader is a deputy."""
        return self.reader.id != self.side.id


@shows(to="person", in_hours=True, sides=True, beside=True, stored_as="poll")
def poll_card(uow: UnitOfWork, scene: Scene) -> PollNotice:
    """What the posting's reader sees; ``view`` is the role of the side that it is put to."""
    poll = uow.polls.need(scene.posting.subject_id)
    tandem, role = uow.tandems.need(poll.tandem_id), Role(scene.posting.view)
    side = uow.people.need(tandem.person(role))
    if not may_speak_for(uow, scene.posting.person_id, side.id):
        raise Refusal("not-yours")
    return PollNotice(
        poll,
        tandem,
        uow.sessions.get(poll.session_id) if poll.session_id else None,
        role,
        uow.people.get(scene.posting.person_id) or side,
        side,
        uow.people.need(tandem.partner_of(side.id)),
        scene.programme,
        tuple(choice_of(poll, role, number, option) for number, option in enumerate(poll.options)),
        is_undone(uow, tandem.id),
    )


@matters(poll_card)
def _is_open(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    poll = uow.polls.get(posting.subject_id)
    return poll is not None and poll.state in LIVING


@cannot_wait(poll_card)
def _is_near(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether the session, or one of the times, is ahead and begins less than a day after then."""
    poll = uow.polls.need(posting.subject_id)
    session = uow.sessions.get(poll.session_id) if poll.session_id else None
    starts = [option.start for option in poll.options]
    if session and session.start:
        starts.append(session.start)
    return any(map(wait.is_too_long_for, starts))


@depends(poll_card, Poll, Session, Tandem, Enrolment)
def _polls(uow: UnitOfWork, change: Altered) -> Subjects:
    """The poll, the session that it is about, and whether the reader still keeps the calendar."""
    match change.row:
        case Poll(id=poll_id):
            return [poll_id]
        case Session(id=session_id):
            return uow.polls.those(session_id=session_id)
        case Tandem(id=tandem_id):
            return uow.polls.those(tandem_id=tandem_id) if change.alters("state") else ()
    mine = tandems_with(uow, change.row.person_id) if edited(change, "when") else ()
    return uow.polls.those(tandem_id=mine) if mine else ()


def choice_of(poll: Poll, role: Role, number: int, option: Option) -> Choice:
    """An option as this side sees it."""
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    series = option.series
    return Choice(
        number,
        option,
        number in poll.accepted.get(role, ()),
        number in poll.accepted.get(other, ()),
        option.costs.get(role, ()),
        series.sessions if series else (),
        tuple(e for e in series.explanations if e.is_for(role)) if series else (),
    )
