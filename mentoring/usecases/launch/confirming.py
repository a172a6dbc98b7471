"""A launch is shown first, and confirmed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.tandem import TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import grows_old, require_fresh, require_same
from mentoring.usecases.common.undone import require_no_undoing
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.carrying_out import begin
from mentoring.usecases.launch.foreseeing import look_ahead
from mentoring.usecases.launch.one_at_a_time import one_at_a_time, while_the_cycle_runs
from mentoring.usecases.launch.preview import prospect
from mentoring.usecases.launch.the_rest import take_along
from mentoring.usecases.matching.offers import close_round, seemingly_open
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.cycles import (
    advance,
    require_running,
    require_still_running,
)
from mentoring.usecases.programme.period import today_of


def prepare(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    start: date,
    chat: Chat,
    *,
    readers: Readers = frozenset(),
) -> Launch:
    """Show what a launch would do; nothing happens yet.

    Raises:
        Refusal: ``cycle-over``, ``launch-in-past``, ``launch-nobody`` while no tandem is accepted,
            ``launch-running``, ``launch-undo-running``.
    """
    require_ready(uow, moment, owner, readers=readers)
    if start <= today_of(uow, moment, owner):
        raise Refusal("launch-in-past", field="date")
    ready = uow.tandems.count(state=TandemState.ACCEPTED)
    launch = uow.launches.put(
        Launch(next_id(uow, "launch"), owner, start, tandems=ready, prepared_at=moment.now)
    )
    post(uow, launch_card, launch.id, owner, chat=chat)
    grows_old(uow, moment, launch_card, launch.id)
    ask(uow, look_ahead, launch.id)
    return launch


def require_ready(
    uow: UnitOfWork, moment: Moment, _owner: str, *, readers: Readers = frozenset()
) -> None:
    """There is a tandem to launch, and nothing that stands against it.

    Raises:
        Refusal: ``cycle-over``, ``launch-nobody`` while no tandem is accepted, ``launch-running``,
            ``launch-undo-running``.
    """
    require_running(moment)
    while_the_cycle_runs(uow, moment)
    _require_no_launch(uow)
    if not uow.tandems.any(state=TandemState.ACCEPTED):
        raise Refusal("launch-nobody", open=seemingly_open(uow, readers))


def discard(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    launch = uow.launches.need(launch_id)
    if launch.state is LaunchState.PREVIEW:
        uow.launches.put(replace(launch, state=LaunchState.DISCARDED))


def _require_no_launch(uow: UnitOfWork) -> None:
    if uow.launches.any(state=LaunchState.RUNNING):
        raise Refusal("launch-running")
    require_no_undoing(uow)


def _close_others(uow: UnitOfWork, launch_id: str) -> None:
    """No other preview of what is launched now stays open."""
    shown = uow.launches.all(state=LaunchState.PREVIEW)
    others = (replace(each, state=LaunchState.DISCARDED) for each in shown if each.id != launch_id)
    uow.launches.put_all(others)


def confirm(
    uow: UnitOfWork,
    moment: Moment,
    launch_id: str,
    *,
    readers: Readers = frozenset(),
    seen: str = "",
    ending: bool = False,
) -> Launch:
    """Start the launch with whoever has agreed; confirming twice starts it once.

    Open offers go on until their date, and who has accepted by then is launched then; ``ending``
    releases them now. ``seen`` is what the owner has seen (``Prospect.seen``), together with the
    ``readers`` of the card.

    Raises:
        Refusal: ``cycle-over``, ``launch-nobody`` if every tandem has gone since,
            ``launch-running`` if another launch is at work, ``launch-undo-running``,
            ``launch-day-passed``, ``preview-old``, ``preview-changed``.
    """
    one_at_a_time(uow)
    launch = uow.launches.need(launch_id)
    if launch.state not in {LaunchState.PREVIEW, LaunchState.DISCARDED}:
        return launch
    require_still_running(uow, moment)
    _require_no_launch(uow)
    if launch.state is LaunchState.DISCARDED:
        return launch
    ready = uow.tandems.all(state=TandemState.ACCEPTED)
    if not ready:
        raise Refusal("launch-nobody", open=seemingly_open(uow, readers))
    if launch.start <= today_of(uow, moment, launch.by):
        raise Refusal("launch-day-passed")
    require_fresh(launch.prepared_at, moment.now)
    require_same(seen, prospect(uow, readers).seen)
    advance(uow, moment, CycleState.RUNNING)
    if ending or not seemingly_open(uow):
        close_round(uow, moment, everything=True)
        fill(uow)
    take_along(uow, launch.id)
    _close_others(uow, launch.id)
    return begin(uow, moment, launch, ready)
