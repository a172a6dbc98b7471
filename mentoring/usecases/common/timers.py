"""Timers: rows with ``due_at``.

Adding one: a function ``(uow, moment, timer)`` with ``@when_due()`` beside what it belongs to, set
with ``set_timer(uow, the_function, subject_id, due_at)``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mentoring.domain.errors import OutsideError
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, one_step

Rule = Callable[[UnitOfWork, Moment, Timer], None]
AFTER_A_FAULT = timedelta(minutes=2)
"""So much later the rule of a timer that failed is tried again."""
SET_ASIDE = timedelta(days=31)
"""For so long a timer whose rule failed is left to ``fire_after_all``; owners who read that it was
given up have it tried again until then, and then it falls due once more.
"""
log = structlog.get_logger()


@dataclass(frozen=True)
class Due:
    """What happens when a timer falls due; ``name`` stands in the database, so it stays when the
    function is renamed.
    """

    name: str
    rule: Rule

    def __call__(self, uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
        """Look at the timer's subject."""
        self.rule(uow, moment, timer)

    def key(self, subject_id: str, suffix: str = "") -> str:
        """The id of the timer for this subject."""
        return f"{self.name}:{subject_id}{suffix}"


TIMERS: dict[str, Due] = {}


def when_due(*, stored_as: str = "") -> Callable[[Rule], Due]:
    """Register what happens when such a timer falls due; it runs in the transaction that removes
    the timer.

    ``stored_as`` is its name in the database if the function once had another one.
    """

    def register(rule: Rule) -> Due:
        made = Due(stored_as or rule.__name__, rule)
        if made.name in TIMERS:
            raise ValueError(f"two timers are stored as {made.name!r}: rename one")
        TIMERS[made.name] = made
        return made

    return register


def set_timer(
    uow: UnitOfWork, due: Due, subject_id: str, due_at: datetime, *, suffix: str = ""
) -> None:
    """Look at the subject at ``due_at``; an earlier timer of the same kind and subject is
    replaced.
    """
    uow.timers.put(timer_of(due, subject_id, due_at, suffix=suffix))


def timer_of(due: Due, subject_id: str, due_at: datetime, *, suffix: str = "") -> Timer:
    """The timer that ``set_timer`` sets, for setting many at once."""
    return Timer(due.key(subject_id, suffix), due.name, subject_id, due_at)


async def fire_due(world: World, limit: int = 50) -> int:
    """Apply the rules of the timers that are due, each in a transaction of its own; returns how
    many there were. One whose cycle is gone goes with it.

    Raises:
        ExceptionGroup: rules that failed; ``fire_after_all`` tries them again, and they hold up no
            others.
    """
    now = world.clock.now()
    due = await world.store.glance(lambda uow: uow.due(now, limit))
    failed = [fault for timer in due if (fault := await _fault_of(world, timer, now))]
    if failed:
        raise ExceptionGroup("rules of timers failed", failed)
    return len(due)


async def _fault_of(world: World, timer: Timer, now: datetime) -> Exception | None:
    """Apply the timer's rule; what it fails with is handed back."""
    try:
        await world.of(timer.cycle_id).run(_fire, timer, now)
    except OutsideError:
        raise
    except Exception as fault:
        if not await world.store.run(lambda uow: _put_off(uow, timer, now)):
            return None
        log.exception("timer.failed", kind=timer.kind)
        return fault
    return None


def _put_off(uow: UnitOfWork, timer: Timer, now: datetime) -> bool:
    """Have the timer's rule tried again as whatever fails is, until owners hear of it; False if its
    cycle is gone, and now the timer too.
    """
    if timer.cycle_id and uow.cycles.get(timer.cycle_id) is None:
        uow.timers.delete(timer.id)
        return False
    standing = uow.timers.get(timer.id)
    if standing and standing.due_at <= now:
        aside = uow.timers.put(replace(standing, due_at=now + SET_ASIDE))
        here, subject = for_cycle(uow, timer.cycle_id), f"{aside.due_at.isoformat()} {timer.id}"
        ask(here, fire_after_all, subject, not_before=now + AFTER_A_FAULT)
    return True


@one_step(queue="sessions")
async def fire_after_all(world: World, subject: str) -> None:
    """Apply the rule of a timer with which that has failed; ``subject`` is until when the timer was
    set aside, a blank, and its id.
    """
    await world.run(_fire_after_all, subject)


def _fire_after_all(uow: UnitOfWork, moment: Moment, subject: str) -> None:
    """Nothing happens for a timer that was set anew meanwhile, or called off."""
    until, _, key = subject.partition(" ")
    standing = uow.timers.get(key)
    if standing and standing.due_at == datetime.fromisoformat(until):
        _apply(uow, moment, standing)


def _fire(uow: UnitOfWork, moment: Moment, timer: Timer, now: datetime) -> None:
    standing = uow.timers.get(timer.id)
    if standing is None or standing.due_at > now:
        return
    _apply(uow, moment, timer)


def _apply(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    uow.timers.delete(timer.id)
    if timer.kind not in TIMERS:
        raise KeyError(
            f"no rule for timers stored as {timer.kind!r}: write one with @when_due in "
            "mentoring/usecases"
        )
    TIMERS[timer.kind](uow, moment, timer)
