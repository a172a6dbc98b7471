"""How far a try is, and its next act: whatever its owner does not do on the cards themselves, one
button does for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum

from mentoring.domain.closing import ClosingState
from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import OPEN, Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.launch import LaunchState
from mentoring.domain.match_run import RunState
from mentoring.domain.people import Role
from mentoring.domain.proposal import ProposalState
from mentoring.domain.questionnaire import ProtectedSpace, way
from mentoring.domain.tandem import PENDING, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.applying import Yes
from mentoring.usecases.launch import closing, confirming
from mentoring.usecases.matching import offers, runs
from mentoring.usecases.programme.period import today_of
from mentoring.usecases.trial.cast import answers

FIRST_SESSIONS = timedelta(days=7)
"""How long after today an imagined launch lies."""


class Act(StrEnum):
    """What comes next in a try; its words are ``trial-next-<act>``."""

    ANSWER = "answer"
    MATCH = "match"
    WAIT = "wait"
    APPROVE = "approve"
    ACCEPT = "accept"
    LAUNCH = "launch"
    CONFIRM_LAUNCH = "confirm_launch"
    CLOSE = "close"
    CONFIRM_CLOSE = "confirm_close"
    OVER = "over"


def next_act(uow: UnitOfWork, moment: Moment) -> Act:
    """What comes next; it follows from what is there. ``uow`` is bound to the try."""
    people = uow.enrolments.all()
    if any(each.state in OPEN - {EnrolmentState.DONE} for each in people):
        return Act.ANSWER
    done = {each.role for each in people if each.state is EnrolmentState.DONE}
    if done != set(Role):
        return Act.OVER
    if uow.tandems.count():
        return _of_the_tandem(uow, moment)
    if uow.runs.any(state=RunState.RUNNING):
        return Act.WAIT
    proposed = uow.proposals.any(state=ProposalState.PROPOSED)
    return Act.APPROVE if proposed else Act.OVER if uow.runs.any() else Act.MATCH


def _of_the_tandem(uow: UnitOfWork, moment: Moment) -> Act:
    """Only the newest counts: an offer that was declined is over."""
    tandem = max(uow.tandems.all(), key=lambda each: each.number)
    if tandem.state in PENDING:
        return Act.ACCEPT
    if tandem.state is TandemState.ACCEPTED and not tandem.trouble:
        shown = uow.launches.any(state=LaunchState.PREVIEW)
        return Act.CONFIRM_LAUNCH if shown else Act.LAUNCH
    if tandem.state is TandemState.LAUNCHING:
        return Act.WAIT
    if tandem.state is not TandemState.LAUNCHED or moment.cycle.kind is CycleKind.ROLLING:
        return Act.OVER
    if uow.closings.any(state=ClosingState.RUNNING):
        return Act.WAIT
    shown = uow.closings.any(state=ClosingState.PREVIEW)
    return Act.CONFIRM_CLOSE if shown else Act.CLOSE


def play(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Do what comes next, for everybody whom it takes.

    Raises:
        Refusal: ``trial-wait`` while something is still at work, ``trial-over`` once nothing is
            left to do.
    """
    act = next_act(uow, moment)
    if act not in ACTS:
        raise Refusal("trial-wait" if act is Act.WAIT else "trial-over")
    ACTS[act](uow, moment, owner, chat)


def _answer(uow: UnitOfWork, moment: Moment, _owner: str, _chat: Chat) -> None:
    for each in uow.enrolments.all(state=tuple(OPEN - {EnrolmentState.DONE})):
        _fill_in(uow, moment, each)


def _fill_in(uow: UnitOfWork, moment: Moment, asked: Enrolment) -> None:
    """What the owner has answered for somebody stays; the rest is answered as anybody would."""
    said, mine = answers(asked.role, moment.programme), (asked.id, asked.person_id)
    begun = enrolment.take_part(uow, moment, *mine, Yes(of_age=True))
    while left := way.open_positions(begun.role, begun.answers):
        begun = enrolment.go_to(uow, moment, *mine, left[0], begun.at)
        if left[0].step == ProtectedSpace.name:
            begun = enrolment.agree(uow, moment, *mine)
        else:
            step = said.at(left[0])
            if step is None:
                raise Refusal("trial-answer")
            begun = enrolment.save_step(uow, moment, *mine, step)
    enrolment.send(uow, moment, *mine)


def _match(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    runs.start(uow, moment, owner, chat)


def _approve(uow: UnitOfWork, moment: Moment, owner: str, _chat: Chat) -> None:
    runs.approve(uow, moment, owner)


def _accept(uow: UnitOfWork, moment: Moment, _owner: str, _chat: Chat) -> None:
    for tandem in uow.tandems.all(state=tuple(PENDING)):
        role = tandem.asked()
        if role:
            offers.answer(uow, moment, tandem.id, tandem.person(role), yes=True)


def _launch(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    confirming.prepare(uow, moment, owner, today_of(uow, moment, owner) + FIRST_SESSIONS, chat)


def _confirm_launch(uow: UnitOfWork, moment: Moment, _owner: str, _chat: Chat) -> None:
    for launch in uow.launches.all(state=LaunchState.PREVIEW):
        confirming.confirm(uow, moment, launch.id)


def _close(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    closing.prepare(uow, moment, owner, chat)


def _confirm_close(uow: UnitOfWork, moment: Moment, _owner: str, _chat: Chat) -> None:
    for each in uow.closings.all(state=ClosingState.PREVIEW):
        closing.confirm(uow, moment, each.id)


ACTS: Mapping[Act, Callable[[UnitOfWork, Moment, str, Chat], None]] = {
    Act.ANSWER: _answer,
    Act.MATCH: _match,
    Act.APPROVE: _approve,
    Act.ACCEPT: _accept,
    Act.LAUNCH: _launch,
    Act.CONFIRM_LAUNCH: _confirm_launch,
    Act.CLOSE: _close,
    Act.CONFIRM_CLOSE: _confirm_close,
}
