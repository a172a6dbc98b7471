"""Timers: rows with ``due_at``. A rule for a kind of timer is registered beside the feature it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

Rule = Callable[[UnitOfWork, Moment, Timer], None]
RULES: dict[str, Rule] = {}


def when_due(kind: str) -> Callable[[Rule], Rule]:
    """Register what happens when a timer of this kind falls due; it runs in the transaction that removes the timer."""

    def register(rule: Rule) -> Rule:
        RULES[kind] = rule
        return rule

    return register


def set_timer(uow: UnitOfWork, kind: str, subject_id: str, due_at: datetime, *, suffix: str = "") -> None:
    """Let the rule of ``kind`` look at the subject at ``due_at``; an earlier timer of the same kind and subject is replaced."""
    uow.timers.put(timer_of(kind, subject_id, due_at, suffix=suffix))


def timer_of(kind: str, subject_id: str, due_at: datetime, *, suffix: str = "") -> Timer:
    """The timer that ``set_timer`` sets, for setting many at once."""
    return Timer(f"{kind}:{subject_id}{suffix}", kind, subject_id, due_at)


async def fire_due(world: World, limit: int = 50) -> int:
    """Apply the rules of what is due, each in a transaction of its own; how many there were."""
    now = world.clock.now()
    due = await world.read(lambda uow, _: uow.due(now, limit))
    for timer in due:
        await world.of(timer.cycle_id).run(_fire, timer, now)
    return len(due)


def _fire(uow: UnitOfWork, moment: Moment, timer: Timer, now: datetime) -> None:
    standing = uow.timers.get(timer.id)
    if standing is None or standing.due_at > now:
        return
    uow.timers.delete(timer.id)
    if timer.kind not in RULES:
        raise KeyError(f"no rule for timers of kind {timer.kind!r}: write one with @when_due in mentoring/usecases")
    RULES[timer.kind](uow, moment, timer)
