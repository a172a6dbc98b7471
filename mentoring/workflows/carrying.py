"""Carrying effects out: the one layer that repeats what fails for the moment.

A step is repeated for a few seconds where it is. What fails beyond that goes back into the
database and is begun anew by whichever replica is free, after growing pauses, so it takes nobody's
place meanwhile. After as many attempts as the effect is allowed it is given up, with the cause in
its row.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog

from mentoring.domain.cycle import is_try
from mentoring.domain.errors import Throttled, Unavailable, Undeliverable
from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.repeating import (
    WORTH_WAITING_SECONDS,
    as_soon_as_it_answers,
    somebody_repeats,
)
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS, GivenUp, Plain, Step, somebody_hears

T = TypeVar("T", bound=Plain)
PAUSES_SECONDS = (1.0, 2.0, 4.0)
"""After a failure a step waits so long before it is repeated where it is; after the last of them it
fails.
"""
GATHERED_SECONDS = 0.05
"""For so long what is done is gathered: otherwise a launch writes each down by itself."""
ANEW = tuple(timedelta(seconds=pause) for pause in (10, 30, 60, 120, 300, 600))
"""How long it takes until the next attempt at an effect after what passes; the last one lasts."""
ANEW_AFTER_A_FAULT = timedelta(minutes=2)
"""The same, for each attempt, after what does not pass by itself."""
LONGEST = timedelta(hours=1)
"""No attempt is put off for longer, whatever a service asks for."""
TOO_FAR = LONGEST + timedelta(minutes=1)
"""What is put off for longer was put off by a clock that is wrong by more than clocks differ."""
LOST = "lost"
"""Why something was given up whose last attempt ended without saying how."""
log = structlog.get_logger()


async def patiently(_name: str, call: Callable[[], Awaitable[T]]) -> T:
    """Run a step, without a record; what fails for the moment is repeated for a few seconds."""
    for pause in PAUSES_SECONDS:
        try:
            return await call()
        except Throttled as busy:
            if busy.retry_after > WORTH_WAITING_SECONDS:
                raise
            await asyncio.sleep(max(pause, busy.retry_after))
        except Unavailable:
            await asyncio.sleep(pause)
    return await call()


def pause_after(error: BaseException | None, attempt: int) -> timedelta:
    """How long it takes until the next attempt; without an error, the attempt was lost."""
    if not isinstance(error, Throttled | Unavailable):
        return min(ANEW_AFTER_A_FAULT * attempt, ANEW[-1])
    asked = error.retry_after if isinstance(error, Throttled) else 0
    return min(max(ANEW[min(attempt, len(ANEW)) - 1], timedelta(seconds=asked)), LONGEST)


@dataclass
class Carrier:
    """Carries out effects and writes down how that ended."""

    world: World
    _done: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    _marking: asyncio.Task[None] | None = None

    async def carry_out(self, effect: Effect, step: Step = patiently) -> None:
        """Carry one out, as the workflow ``effect.flow``; what fails is begun anew later."""
        found = EFFECTS[effect.kind]
        try:
            with somebody_repeats():
                await found(self.world.of(effect.cycle_id), effect.subject_id, step)
        except Exception as error:  # noqa: BLE001 - told, and the effect is begun anew
            if await self._is_called_off(effect):
                log.info("workflow.called_off", kind=effect.kind, error=type(error).__name__)
                return
            _tell(effect, error)
            await self._failed(effect, error)
        else:
            await self._mark_done(effect.id)

    async def _is_called_off(self, effect: Effect) -> bool:
        """Whether nobody wants it any more, because its try has ended, say: then it is no fault
        that it found nothing.
        """
        try:
            held = await self.world.store.glance(lambda uow: uow.everywhere.effects.get(effect.id))
        except Unavailable:
            return False
        return held is None

    async def _failed(self, effect: Effect, error: Exception) -> None:
        await self.begin_anew([effect.id], effect.flow, error)

    async def _give_up(self, effect: Effect, error: Exception | None, follows: GivenUp) -> None:
        """What cannot even be given up as it should be is told, rather than tried for ever; where
        nobody can be told either, its row says it.
        """
        here = self.world.of(effect.cycle_id)
        try:
            await as_soon_as_it_answers(lambda: here.run(self._given_up, effect, error, follows))
        except Exception as untold:
            if follows is _nobody_hears:
                raise
            _tell(effect, untold)
            less = _nobody_hears if follows is somebody_hears else somebody_hears
            await self._give_up(effect, error, less)

    def _given_up(
        self,
        uow: UnitOfWork,
        moment: Moment,
        effect: Effect,
        error: Exception | None,
        follows: GivenUp,
    ) -> None:
        """Owners send whoever runs the service to this line of the log: it says all we know."""
        held = uow.effects.need(effect.id)
        if held.done or held.flow != effect.flow:
            return
        cause = type(error).__name__ if error else LOST
        facts = {"kind": effect.kind, "effect": effect.id, "error": cause}
        log.error("effect.given_up", exc_info=error, **facts)
        done_at = self.world.clock.now()
        uow.effects.put(replace(held, done=True, done_at=done_at, failed=cause))
        follows(uow, moment, effect.subject_id)

    async def begin_anew(
        self, effects: Collection[str], flow: str, error: Exception | None = None
    ) -> None:
        """Have another attempt made at these effects, unless one was begun after ``flow``; without
        an ``error``, this one was lost. If it was the last one, they are given up; those of a try
        that is gone go with it.
        """
        now = self.world.clock.now()

        def unit(uow: UnitOfWork) -> list[Effect]:
            found = _still_wanted(uow, _carried_out(uow, effects, flow))
            over = [effect for effect in found if _is_the_last(effect)]
            uow.effects.put_all(_later(each, error, now) for each in found if each not in over)
            return over

        for effect in await as_soon_as_it_answers(lambda: self.world.store.run(unit)):
            await self._give_up(effect, error, EFFECTS[effect.kind].given_up)

    async def pull_back(self) -> None:
        """What waits for its next attempt for longer than anything does was put off by a replica
        whose clock was far ahead: it is begun after the longest pause from now on.
        """
        now = self.world.clock.now()
        if await self.world.store.glance(lambda uow: bool(_put_off_too_far(uow, now))):
            await self.world.store.run(partial(_pulled_back, now=now))

    async def release(self, effects: Collection[str], flow: str) -> None:
        """Have these carried out by another workflow, as another attempt: the engine knows none
        called ``flow``. Should that one begin after all, it finds that it has nothing to do, and
        the engine begins no second one of its name.
        """

        def unit(uow: UnitOfWork) -> None:
            found = _carried_out(uow, effects, flow)
            uow.effects.put_all(replace(each, flow="", attempt=each.attempt + 1) for each in found)

        await self.world.store.run(unit)

    async def _mark_done(self, effect_id: str) -> None:
        """Write down that it is done, in one unit with whatever else was done meanwhile."""
        mine = asyncio.get_running_loop().create_future()
        self._done[effect_id] = mine
        if self._marking is None:
            self._marking = asyncio.create_task(self._mark(), name="effects")
        await mine

    async def _mark(self) -> None:
        """What is done within a moment, or while something is being written down, is written down
        together.
        """
        while self._done:
            await _gathered()
            done, self._done = self._done, {}
            unit = partial(_all_done, effects=sorted(done), now=self.world.clock.now())
            written = as_soon_as_it_answers(partial(self.world.store.run, unit))
            [error] = await asyncio.gather(written, return_exceptions=True)
            for each in done.values():
                _settle(each, error)
        self._marking = None


async def _gathered() -> None:
    await asyncio.sleep(GATHERED_SECONDS)


def _settle(waiting: asyncio.Future[None], error: BaseException | None) -> None:
    if waiting.done():
        return
    if error:
        waiting.set_exception(error)
    else:
        waiting.set_result(None)


def _all_done(uow: UnitOfWork, effects: Collection[str], now: datetime) -> None:
    uow.mark_done(effects, now)


def _carried_out(uow: UnitOfWork, effects: Collection[str], flow: str) -> Sequence[Effect]:
    """Those of the effects that the workflow still carries out."""
    held = uow.effects.hold(sorted(effects))
    return [effect for effect in held if not effect.done and effect.flow == flow]


def _still_wanted(uow: UnitOfWork, effects: Sequence[Effect]) -> Sequence[Effect]:
    """The effects without those of a try that is gone: these go, too, because nobody can be told of
    them, and nothing that they are about is left.
    """
    cycles = {effect.cycle_id for effect in effects if is_try(effect.cycle_id)}
    gone = {key for key in sorted(cycles) if uow.cycles.get(key) is None}
    if gone:
        lost = [effect.id for effect in effects if effect.cycle_id in gone]
        log.info("effects.cycle_gone", effects=len(lost))
        uow.effects.delete_all(id=lost)
    return [effect for effect in effects if effect.cycle_id not in gone]


def _put_off_too_far(uow: UnitOfWork, now: datetime) -> list[str]:
    """The ids of effects that failed and are to be tried again only in hours; what is asked for at
    a time of its own is none of them, also where it was given up before.
    """
    far: dict[str, object] = {
        "done": False,
        "attempt": Above(1),
        "not_before": Above(now + TOO_FAR),
    }
    waiting = uow.effects.columns("id", "kind", "attempt", **far)
    known = [(key, EFFECTS.get(kind), attempt) for key, kind, attempt in waiting]
    return [key for key, found, attempt in known if found and found.attempt_of_round(attempt) > 1]


def _pulled_back(uow: UnitOfWork, now: datetime) -> None:
    held = uow.effects.hold(_put_off_too_far(uow, now))
    log.warning("effects.pulled_back", effects=len(held))
    uow.effects.put_all(replace(each, not_before=now + ANEW[-1]) for each in held)


def _is_the_last(effect: Effect) -> bool:
    """Whether no further attempt at the effect is made in this round."""
    found = EFFECTS[effect.kind]
    return found.attempt_of_round(effect.attempt) >= found.attempts


def _later(effect: Effect, error: Exception | None, now: datetime) -> Effect:
    """The effect as it waits for its next attempt."""
    due = now + pause_after(error, EFFECTS[effect.kind].attempt_of_round(effect.attempt))
    return replace(effect, attempt=effect.attempt + 1, not_before=due, flow="")


def _nobody_hears(_uow: UnitOfWork, _moment: Moment, _subject_id: str) -> None:
    """That it was given up stands in its row alone, where *status* finds it."""


def _tell(effect: Effect, error: Exception) -> None:
    """In the log. That somebody or a channel takes nothing is no fault of ours: it is tried again,
    and whoever can help is told in the end.
    """
    facts = {"kind": effect.kind, "effect": effect.id, "error": type(error).__name__}
    if isinstance(error, Throttled | Unavailable | Undeliverable):
        log.warning("workflow.put_off", attempt=effect.attempt, text=str(error), **facts)
    else:
        log.error("workflow.failed", exc_info=error, **facts)
