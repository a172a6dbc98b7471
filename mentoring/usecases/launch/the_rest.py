"""An offer that goes on after a launch: who accepts it is launched when the round has ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.tandem import SEEMINGLY_OPEN, Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.undone import is_undoing
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.carrying_out import begin
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.matching.offers import ROUND
from mentoring.usecases.programme.period import today_of


def take_along(uow: UnitOfWork, launch_id: str) -> None:
    """The offers that go on belong to this launch: who accepts one is launched when the round has
    ended. One that was let go is treated alike, so that nothing tells them apart.
    """
    going_on = uow.tandems.all(**SEEMINGLY_OPEN)
    uow.tandems.put_all(replace(tandem, launch_id=launch_id) for tandem in going_on)


@follows(ROUND)
def _launch_the_rest_soon(uow: UnitOfWork, moment: Moment, _subject: str) -> None:
    if _agreed_since(uow, moment):
        ask(uow, launch_the_rest, uow.cycle_id, once=f"{moment.now:{STAMP}}")


def _agreed_since(uow: UnitOfWork, moment: Moment) -> list[Tandem]:
    """The tandems of offers that went on after a launch, were accepted, and whose round has ended;
    those that owners added singly wait for no round.
    """
    agreed = uow.tandems.all(state=TandemState.ACCEPTED, launch_id=Other(""), trouble="")
    return [each for each in agreed if each.added_by or each.round_ends_at <= moment.now]


@one_step(queue="launch")
async def launch_the_rest(world: World, _cycle_id: str) -> None:
    """Launch whoever has accepted since the launch; while another launch is at work, or one is
    being taken back, its end asks again.
    """
    await world.run(_launch_the_rest)


def _is_at_work(uow: UnitOfWork) -> bool:
    """Whether something is being launched, or a launch taken back."""
    return uow.launches.any(state=LaunchState.RUNNING) or is_undoing(uow)


def _launch_the_rest(uow: UnitOfWork, moment: Moment) -> None:
    one_at_a_time(uow)
    ready = _agreed_since(uow, moment)
    if not ready or uow.cycles.need(moment.cycle.id).is_over or _is_at_work(uow):
        return
    before = uow.launches.need(ready[0].launch_id)
    tomorrow = today_of(uow, moment, before.by) + timedelta(days=1)
    launch = Launch(next_id(uow, "launch"), before.by, max(before.start, tomorrow))
    begin(uow, moment, launch, ready)
    there = uow.postings.first(kind=launch_card.name, subject_id=before.id)
    known = there if there and there.conversation else None
    chat = Chat(known.conversation, known.service_url, known.is_own) if known else None
    post(uow, launch_card, launch.id, before.by, chat=chat)
