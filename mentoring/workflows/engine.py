"""The durable engine: DBOS behind four verbs.

No other modules but ``lanes``, ``journal`` and ``recovery`` know it.

An effect row and the engine's log commit separately; ``reconcile`` finds rows without a workflow
and starts them. At each beat a replica looks for what goes on nowhere although it should: the work
of a replica whose heartbeat has lapsed, its own where the engine has lost it, and effects whose
workflow ended without bringing them about.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions

from mentoring.domain.errors import Throttled, Unavailable
from mentoring.domain.upkeep import Effect, workflow_id
from mentoring.ports.rows import UnitOfWork, UpTo
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS, QUEUES, DurableEffect, Plain
from mentoring.workflows.journal import PlainJson, refuse_pickles
from mentoring.workflows.lanes import Lanes
from mentoring.workflows.recovery import Strays, hand_back, has_ended, put_back, standing
from mentoring.workflows.replicas import Replicas

T = TypeVar("T", bound=Plain)
VERSION = "tandem-1"
PATIENCE_SECONDS = 5.0
RETRY_AFTER = timedelta(minutes=2)
DONE_KEPT = timedelta(days=1)
"""How long after it was done an effect can still be found with the engine's log of it."""
PORTION = 100
"""How many of them are let go of at once."""
log = structlog.get_logger()


async def step(name: str, call: Callable[[], Awaitable[T]]) -> T:
    """Run one recorded step; while the outside throttles us or is unreachable it is repeated with
    growing pauses, for about five minutes.
    """
    options: StepOptions = {
        "name": name,
        "retries_allowed": True,
        "interval_seconds": 1.0,
        "max_attempts": 9,
        "backoff_rate": 2.0,
        "should_retry": lambda error: isinstance(error, (Throttled, Unavailable)),
    }

    async def recorded() -> T:
        return await call()

    return await DBOS.run_step_async(options, recorded)


class Engine:
    """Runs the effects that the state asks for. ``replica`` must differ between living replicas.

    ``share`` is told how many replicas live, because they share the outside's limits.
    """

    def __init__(
        self, world: World, database_url: str, replica: str, share: Callable[[int], None]
    ) -> None:
        self._world = world
        self._share = share
        shared = not database_url.startswith("sqlite")
        self._replicas = Replicas(world.store, replica, shared=shared)
        self._started: set[str] = set()
        self._at_work: set[str] = set()
        self._strays = Strays(replica)
        self._idle = asyncio.Event()
        self._idle.set()
        refuse_pickles()
        config: DBOSConfig = {
            "name": "tandem",
            "system_database_url": database_url,
            "executor_id": replica,
            "application_version": VERSION,
            "serializer": PlainJson(),
            "log_level": "WARNING",
            "db_engine_kwargs": {"hide_parameters": True},
        }
        self._lanes = Lanes(DBOS(config=config), QUEUES, shared=shared)
        self._runs = {
            name: DBOS.workflow(name=name)(self._runner(found)) for name, found in EFFECTS.items()
        }

    async def launch(self) -> None:
        """Start working off the queues on the running event loop."""
        await self._lanes.open()

    async def close(self) -> None:
        """Stop: give running workflows a few seconds to finish; what is unfinished is resumed at
        the next start.
        """
        await self._lanes.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._idle.wait()
        DBOS.destroy(destroy_registry=True)
        await self._replicas.leave()

    def _runner(self, found: DurableEffect) -> Callable[[str, str, str], Coroutine[Any, Any, None]]:
        async def run(effect_id: str, subject_id: str, cycle_id: str) -> None:
            flow = str(DBOS.workflow_id)
            self._idle.clear()
            self._at_work.add(flow)
            try:
                with self._lanes.at_work(found.queue):
                    await self._run(found, effect_id, subject_id, cycle_id)
            finally:
                self._at_work.discard(flow)
                if not self._lanes.running:
                    self._idle.set()

        return run

    async def _run(
        self, found: DurableEffect, effect_id: str, subject_id: str, cycle_id: str
    ) -> None:
        try:
            await found(self._world.of(cycle_id), subject_id, step)
        except Exception as error:
            log.exception(
                "workflow.failed", kind=found.name, effect=effect_id, error=type(error).__name__
            )
            flow = str(DBOS.workflow_id)
            await step("again", lambda: self._begin_anew(effect_id, flow))
            return
        await step("done", lambda: self._world.store.run(lambda uow: self._done(uow, effect_id)))

    def _done(self, uow: UnitOfWork, effect_id: str) -> None:
        effect = uow.effects.need(effect_id)
        uow.effects.put(replace(effect, done=True, done_at=self._world.clock.now()))
        self._started.discard(effect.workflow_id)

    async def tidy(self) -> int:
        """Let go of what was done some time ago: first the engine's own log of it, then the
        effects, so that one that is asked for once more begins anew; return how many there were.
        """
        until = UpTo(self._world.clock.now() - DONE_KEPT)
        done = await self._world.store.read(
            lambda uow: uow.effects.columns("id", "attempt", done=True, done_at=until)
        )
        for first in range(0, len(done), PORTION):
            keys = done[first : first + PORTION]
            flows = [workflow_id(key, n) for key, last in keys for n in range(1, last + 1)]
            await DBOS.delete_workflows_async(flows)
            gone = [key for key, _ in keys]
            await self._world.store.run(
                lambda uow, gone=gone: uow.effects.delete_all(id=gone, done=True, done_at=until)  # type: ignore[misc]  # bound per portion
            )
        return len(done)

    def _again(self, uow: UnitOfWork, effect_id: str, flow: str) -> None:
        """Another attempt at an effect, unless one was begun after the workflow ``flow``."""
        effect = uow.effects.need(effect_id)
        if effect.done or effect.workflow_id != flow:
            return
        pause = RETRY_AFTER * effect.attempt
        uow.effects.put(
            replace(effect, attempt=effect.attempt + 1, not_before=self._world.clock.now() + pause)
        )

    async def reconcile(self) -> int:
        """Start the workflow of every effect that has none yet; return how many were started."""
        waiting = await self._world.store.glance(self._waiting)
        if not waiting:
            return 0
        ready = await self._world.store.read(lambda uow: uow.effects.all(id=waiting, done=False))
        for effect in ready:
            await self._start(effect)
        for queue in {EFFECTS[effect.kind].queue for effect in ready}:
            self._lanes.ring(queue)
        return len(ready)

    def _waiting(self, uow: UnitOfWork) -> list[str]:
        """The effects whose time has come, and whose workflow this replica has not started yet."""
        now = self._world.clock.now()
        undone = uow.effects.columns("id", "attempt", "not_before", done=False)
        return [
            key
            for key, attempt, not_before in undone
            if workflow_id(key, attempt) not in self._started
            and (not_before is None or not_before <= now)
        ]

    async def _start(self, effect: Effect) -> None:
        if effect.kind not in EFFECTS:
            raise KeyError(
                f"nothing carries out effects stored as {effect.kind!r}: write it with @effect in "
                "mentoring/usecases"
            )
        with SetWorkflowID(effect.workflow_id):
            await DBOS.enqueue_workflow_async(
                EFFECTS[effect.kind].queue,
                self._runs[effect.kind],
                effect.id,
                effect.subject_id,
                effect.cycle_id,
            )
        self._started.add(effect.workflow_id)

    async def beat(self) -> None:
        """Give a sign of life, and take over from replicas that no longer give one."""
        beat = await self._replicas.beat()
        self._share(beat.living)
        for replica in beat.lapsed:
            for queue in await asyncio.to_thread(hand_back, replica):
                self._lanes.ring(queue)
            await self._replicas.handed_over(replica)
        await self._recover()

    async def _recover(self) -> None:
        """Go on with effects on which nobody works any more although this replica lives."""
        before = set(self._started)
        begun = await self._world.store.glance(self._begun)
        self._started -= before - begun.keys()
        flows = await asyncio.to_thread(standing, begun.keys() - self._at_work)
        for flow in filter(has_ended, flows):
            await self._begin_anew(begun[flow.workflow_id], flow.workflow_id)
        strays = self._strays.among(flows, self._at_work)
        if strays:
            log.warning("workflows.taken_up", workflows=len(strays))
            for queue in await asyncio.to_thread(put_back, strays):
                self._lanes.ring(queue)

    async def _begin_anew(self, effect_id: str, flow: str) -> None:
        await self._world.store.run(lambda uow: self._again(uow, effect_id, flow))

    def _begun(self, uow: UnitOfWork) -> dict[str, str]:
        """The effects, by workflow, that this replica has asked the engine for and that are not
        done.
        """
        undone = uow.effects.columns("id", "attempt", done=False)
        flows = {workflow_id(key, attempt): key for key, attempt in undone}
        return {flow: key for flow, key in flows.items() if flow in self._started}
