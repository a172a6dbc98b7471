"""What comes next in a programme, and by when; it follows from what is there, not from what anybody
has planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.launch import LaunchState
from mentoring.domain.people import Role
from mentoring.domain.proposal import ProposalState
from mentoring.domain.tandem import DATES_BY_HAND, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, none_of
from mentoring.usecases.programme.whereabouts import Counts, Whereabouts


class Step(StrEnum):
    """What comes next; its words are ``next-<step>``."""

    INVITE = "invite"
    INVITE_MORE = "invite_more"
    ENROL = "enrol"
    MATCH = "match"
    APPROVE = "approve"
    OFFERS = "offers"
    LAUNCH = "launch"
    LAUNCHING = "launching"
    LAUNCH_STUCK = "launch_stuck"
    SESSIONS = "sessions"
    ROLLING = "rolling"
    RUNNING = "running"
    CLOSE = "close"
    CLOSING = "closing"
    NEW_CYCLE = "new_cycle"


@dataclass(frozen=True)
class NextStep:
    """What comes next, how many it is about (0: that says nothing), and until or on which day."""

    step: Step
    many: int = 0
    day: date | datetime | None = None


@dataclass(frozen=True)
class Counted:
    """What is there: people by role and state, tandems and offers by state, none of them a
    reader's own.

    ``accepted`` are all to which both have said yes; ``ready`` those of them that a launch could
    still start as it is, neither in trouble nor left out of the last one.
    """

    people: Counts
    offers: int = 0
    offers_until: datetime | None = None
    accepted: int = 0
    launched: int = 0
    closed: int = 0
    ready: int = 0
    takes_part: bool = False
    """Whether a reader has been asked, too, who is not counted."""
    asked_in_both: int = 0
    enrolled_in_both: int = 0

    @property
    def asked(self) -> int:
        """How many people there are, of whom some stand in both roles."""
        return self.standing(*Whereabouts) - self.asked_in_both

    @property
    def enrolled(self) -> int:
        """How many of them are in."""
        return self.standing(*IN) - self.enrolled_in_both

    def standing(self, *states: Whereabouts, role: Role | None = None) -> int:
        """How many people (of the role) are in one of these states."""
        roles = [role] if role else list(Role)
        return sum(self.people.get(each, {}).get(state, 0) for each in roles for state in states)


UNFINISHED = Whereabouts.INVITED, Whereabouts.BEGUN
NOT_IN = *UNFINISHED, Whereabouts.APPLIED, Whereabouts.UNREACHABLE
"""Whoever has applied is in once an owner has said so."""
IN = tuple(state for state in Whereabouts if state not in NOT_IN)
MAY_BE_MATCHED = Whereabouts.DONE, Whereabouts.WAITING


def next_step(
    uow: UnitOfWork,
    moment: Moment,
    figures: Counted,
    readers: Readers = frozenset(),
    *,
    enrolment_open: bool,
) -> NextStep:
    """What comes next; ``figures`` are those that its readers see."""
    if moment.cycle.is_over:
        closed = moment.cycle.state is CycleState.CLOSED
        return NextStep(Step.NEW_CYCLE if closed else Step.CLOSING)
    if not figures.takes_part and not figures.standing(*Whereabouts):
        return NextStep(Step.INVITE)
    if uow.launches.any(state=LaunchState.RUNNING):
        return NextStep(Step.LAUNCHING)
    if proposed := uow.proposals.count(state=ProposalState.PROPOSED, **none_of(readers)):
        return NextStep(Step.APPROVE, proposed)
    return _towards_launch(moment, figures, enrolment_open) or _running(uow, moment, figures)


def _towards_launch(moment: Moment, figures: Counted, enrolment_open: bool) -> NextStep | None:
    """What is to be done until everybody who can be is in a tandem."""
    if figures.offers:
        return NextStep(Step.OFFERS, figures.offers, figures.offers_until)
    if figures.ready:
        return NextStep(Step.LAUNCH, figures.ready)
    unfinished, end = figures.standing(*UNFINISHED), moment.cycle.enrolment_end
    if enrolment_open and unfinished and (end or not _can_match(figures)):
        return None if figures.launched else NextStep(Step.ENROL, unfinished, end)
    return NextStep(Step.MATCH) if _can_match(figures) else None


def _can_match(figures: Counted) -> bool:
    """Whether both sides wait; once tandems run, somebody has to have come since: whoever was left
    over before would be again.
    """
    both = all(figures.standing(*MAY_BE_MATCHED, role=role) for role in Role)
    return both and bool(not figures.launched or figures.standing(Whereabouts.DONE))


def _running(uow: UnitOfWork, moment: Moment, figures: Counted) -> NextStep:
    """What is to come once nobody is left who could be brought together."""
    if not figures.launched:
        return NextStep(Step.LAUNCH_STUCK if figures.accepted else Step.INVITE_MORE)
    if moment.cycle.kind is CycleKind.ROLLING:
        return NextStep(Step.ROLLING, figures.launched)
    last = uow.sessions.latest("start", tandem_id=uow.tandems.those(state=TandemState.LAUNCHED))
    if last is None or _arrange_dates_themselves(uow, moment):
        return NextStep(Step.RUNNING, figures.launched)
    if last > moment.now:
        return NextStep(Step.SESSIONS, figures.launched, last)
    return NextStep(Step.CLOSE, figures.launched)


def _arrange_dates_themselves(uow: UnitOfWork, moment: Moment) -> bool:
    """Whether a tandem that runs agrees on its sessions one by one, or keeps its dates without the
    product: then nothing says that the last one known is the last.
    """
    singly = ("tandem", "") if moment.programme.sessions.rhythm == "tandem" else ("tandem",)
    running = {"state": TandemState.LAUNCHED}
    return uow.tandems.any(**running, rhythm=singly) or uow.tandems.any(
        **running, by_hand=DATES_BY_HAND
    )
