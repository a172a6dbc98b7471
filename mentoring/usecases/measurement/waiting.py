"""Those who wait for a tandem are asked the same at the same moments, if they like: so it can be
seen what would have changed without one.

They are asked whether they like to once no offer is open any more, so that nothing follows from the
day for whoever was offered somebody; and asked at all only in a cycle with moments in common.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.measurement.items import Measure, Stage, Waiting, measure_id
from mentoring.domain.tandem import BEGAN, TOGETHER
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import one_step
from mentoring.usecases.matching.left_over import left_over
from mentoring.usecases.matching.offers import open_until
from mentoring.usecases.measurement.asking import close_before, is_stopped, made
from mentoring.usecases.measurement.course import Progress, progress_of_running
from mentoring.usecases.measurement.measure import measure_card
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits

BOTH = ("mentor_id", "mentee_id")


@one_step(queue="work")
async def ask_who_waits(world: World, _cycle_id: str) -> None:
    """Have everybody asked who waits and whose moment has come."""
    await world.run(ask_them)


def ask_them(uow: UnitOfWork, moment: Moment) -> None:
    """Ask everybody who waits what is asked at this stage, each once."""
    if moment.cycle.kind is CycleKind.ROLLING or not _has_begun(uow, moment):
        return
    stage = stage_now(uow, moment)
    for enrolled in who_wait(uow, moment):
        _ask(uow, moment, enrolled, stage)


def _has_begun(uow: UnitOfWork, moment: Moment) -> bool:
    running = moment.cycle.state is CycleState.RUNNING or moment.cycle.is_over
    return running and open_until(uow) is None


def stage_now(uow: UnitOfWork, moment: Moment) -> Stage:
    """The one that most tandems have come to; where they go from session to session, nobody knows
    their half.
    """
    if moment.cycle.is_over:
        return Stage.END
    if moment.programme.sessions.rhythm == "tandem":
        return Stage.START
    found = progress_of_running(uow, moment)
    if _most(found, Progress.is_at_end, moment.now):
        return Stage.END
    return Stage.MIDDLE if _most(found, Progress.is_at_half, moment.now) else Stage.START


def _most(
    found: Sequence[Progress],
    is_there: Callable[[Progress, datetime], bool],
    now: datetime,
) -> bool:
    there = sum(is_there(each, now) for each in found)
    return bool(found) and 2 * there >= len(found)


def who_wait(uow: UnitOfWork, moment: Moment) -> list[Enrolment]:
    """Everybody who is left over and has had no tandem in this cycle, without the owners, whose
    answers count nowhere.
    """
    pairs = (*uow.tandems.columns(*BOTH, state=TOGETHER), *uow.tandems.columns(*BOTH, **BEGAN))
    had = {*moment.home.owners, *(person for pair in pairs for person in pair)}
    found = (each for each in uow.enrolments.all(id=left_over(uow)) if each.person_id not in had)
    return sorted(found, key=lambda each: each.id)


def _ask(uow: UnitOfWork, moment: Moment, enrolled: Enrolment, stage: Stage) -> None:
    """Later only those are asked who have agreed at the start."""
    close_before(uow, enrolled, stage)
    start = uow.measures.get(measure_id(enrolled.id, Stage.START))
    agreed = start is not None and start.waiting is Waiting.AGREED
    is_new = uow.measures.get(measure_id(enrolled.id, stage)) is None
    if is_new and (agreed or stage is Stage.START) and not is_stopped(uow, enrolled):
        found = _made(uow, moment, enrolled, stage)
        bring_when_it_fits(uow, moment, measure_card, found.id, enrolled.person_id)


def _made(uow: UnitOfWork, moment: Moment, enrolled: Enrolment, stage: Stage) -> Measure:
    asked = Waiting.ASKED if stage is Stage.START else Waiting.AGREED
    return made(uow, moment, enrolled, stage, asked)
