"""How an owner's intervention stands, for the words of its card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from mentoring.domain.intervention import Intervention, InterventionKind, InterventionState
from mentoring.domain.poll import PollState
from mentoring.domain.tandem import LEFT_OUT, TOGETHER, Tandem, TandemState, seems_open
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.common.undone import goes_on_as_another
from mentoring.usecases.launch.extending import is_being_asked

Stage: TypeAlias = Literal[
    "preview",
    "old",
    "discarded",
    "gone",
    "undone",
    "coming",
    "ended",
    "overtaken",
    "asking",
    "offered",
    "agreed",
    "ready",
    "stopped",
    "started",
    "over",
    "done",
    "failed",
    "unbooked",
]
"""Beside the states of ``InterventionState``: ``gone``, the tandem is over before anything was
done; ``undone``, its launch was taken back, and the two go on as another one; ``coming``, its end
is; ``ended``, it has ended, and whoever stays has still to say whether they would like another one;
``asking``, ``offered`` and ``agreed``, how far the two are whom it brings together, or who are
asked about further sessions; ``ready``, the next launch takes the two along;
``stopped``, their launch met something on which owners have to decide; ``started``, the tandem that
has come of it runs; ``over``, that one, or the one that was to go on, has ended.
"""
SETTLED: Mapping[InterventionState, Stage] = {
    InterventionState.DISCARDED: "discarded",
    InterventionState.DONE: "done",
    InterventionState.FAILED: "failed",
    InterventionState.OVERTAKEN: "overtaken",
}

OF_MADE: Mapping[TandemState, Stage] = {
    TandemState.LAUNCHING: "agreed",
    TandemState.LAUNCHED: "started",
    TandemState.CLOSED: "over",
}


def is_possible(kind: InterventionKind, tandem: Tandem) -> bool:
    """Whether this may still be done to the tandem."""
    if kind is InterventionKind.EXTEND:
        return tandem.state is TandemState.LAUNCHED
    return tandem.state in TOGETHER


def stage_of(
    uow: UnitOfWork,
    now: datetime,
    wanted: Intervention,
    about: Tandem | None,
    made: Tandem | None,
) -> Stage:
    """How it stands now; ``about`` is the tandem that it is done to, ``made`` the one that has come
    of it.
    """
    if wanted.state in SETTLED:
        return SETTLED[wanted.state]
    if wanted.state is InterventionState.PREVIEW:
        return _before(uow, now, wanted, about)
    if about and wanted.kind is InterventionKind.EXTEND:
        return _of_extension(uow, wanted, about)
    if made:
        return _of_made(made)
    return _of_end(wanted, about) if about else "asking"


def _before(uow: UnitOfWork, now: datetime, wanted: Intervention, about: Tandem | None) -> Stage:
    if about and goes_on_as_another(uow, about):
        return "undone"
    if about and not is_possible(wanted.kind, about):
        return "gone"
    return "old" if is_old(wanted.prepared_at, now) else "preview"


def _of_extension(uow: UnitOfWork, wanted: Intervention, about: Tandem) -> Stage:
    """Who of the two did not want any further sessions, nobody is told; with the tandem all of them
    are over, whatever they had said.
    """
    if goes_on_as_another(uow, about):
        return "undone"
    if about.state is not TandemState.LAUNCHED:
        return "over"
    if is_being_asked(uow, wanted):
        return "asking"
    poll = uow.polls.get(wanted.made_id)
    if poll and poll.state is PollState.CLOSED and poll.both is not None:
        return "unbooked"
    return "done" if poll and poll.state is PollState.BOOKED else "failed"


def _of_made(made: Tandem) -> Stage:
    """Of one that is over nobody has to say whether it had begun."""
    if seems_open(made):
        return "offered"
    if made.state is TandemState.ACCEPTED:
        return _of_agreed(made)
    return OF_MADE.get(made.state, "failed")


def _of_agreed(made: Tandem) -> Stage:
    """Of those whom no launch takes along nobody says that they start by themselves."""
    if not made.launch_id or made.trouble == LEFT_OUT:
        return "ready"
    return "stopped" if made.trouble else "agreed"


def _of_end(wanted: Intervention, about: Tandem) -> Stage:
    """Earlier versions have left an end running that was overtaken."""
    if about.ended_at is None:
        return "coming"
    replaces = wanted.kind is InterventionKind.REPLACE
    return "ended" if replaces and wanted.done_at else "overtaken"
