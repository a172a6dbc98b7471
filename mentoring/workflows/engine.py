"""The durable engine: DBOS behind four verbs.

No other modules but ``queues``, ``journal`` and ``recovery`` know it.

An effect's row names the workflow (``flow``) that carries it out. Whichever replica has room writes
that and starts the workflow itself; the engine's queues only hold what is handed back. Small
effects are carried out together by one workflow without recorded steps, because the engine's log of
each would cost more than they do; others have one of their own, whose steps are recorded. The row
and the engine's log commit separately. So each replica looks at every beat for what goes on nowhere
although it should: the work of a replica whose heartbeat has lapsed, its own where the engine has
lost it, and effects whose workflow ended without bringing them about, or was never begun.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import (
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions

from mentoring.domain.upkeep import Effect, workflow_id
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, Store, UnitOfWork, UpTo
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS, QUEUES, DurableEffect, Plain
from mentoring.usecases.common.hearing import forget_heard, left_by
from mentoring.workflows.carrying import Carrier, patiently
from mentoring.workflows.claiming import Flow, claim
from mentoring.workflows.journal import PlainJson, refuse_pickles
from mentoring.workflows.loads import Load, to_its_end
from mentoring.workflows.queues import Queues
from mentoring.workflows.recovery import Recovery, forget, hand_back
from mentoring.workflows.replicas import Replicas

T = TypeVar("T", bound=Plain)
VERSION = "tandem-1"
SEVERAL = "several"
"""The name of the workflow that carries out several effects; it stands in the engine's log."""
PATIENCE_SECONDS = 5.0
DONE_KEPT = timedelta(days=1)
"""How long after it was done an effect can still be found with the engine's log of it."""
GIVEN_UP_KEPT = timedelta(days=30)
"""How long what was given up waits for owners to have it tried again."""
PORTION = 100
"""How many of them are let go of at once."""
log = structlog.get_logger()


async def step(store: Store, name: str, call: Callable[[], Awaitable[T]]) -> T:
    """Run one recorded step; what fails for the moment is repeated for a few seconds.

    That it cannot be noted in the engine's log, because the database is away, passes as well.
    """
    options: StepOptions = {"name": name, "retries_allowed": False}

    async def recorded() -> T:
        return await patiently(name, call)

    with store.telling():
        return await DBOS.run_step_async(options, recorded)


class Engine:
    """Runs the effects that the state asks for. ``replica`` must differ between living replicas.

    ``share`` is told how many replicas live, because they share the outside's limits, and
    ``set_clock`` at each beat what time it is by the database's clock. ``has_room`` is called when
    effects that had to wait can be begun.
    """

    def __init__(
        self,
        world: World,
        database_url: str,
        replica: str,
        share: Callable[[int], None],
        set_clock: Callable[[datetime], None] | None = None,
    ) -> None:
        self._world = world
        self._share = share
        self._set_clock = set_clock or _nobody_asks
        self._replica = replica
        self._carrier = Carrier(world)
        shared = not database_url.startswith("sqlite")
        self._replicas = Replicas(world.store, replica, shared=shared)
        self.has_room: Callable[[], None] = _nobody_waits
        self._load: dict[str, Load] = {}
        self._tasks: dict[str, asyncio.Task[Any] | None] = {}
        self._full = False
        self._recovery = Recovery(world.store, self._carrier, replica, self._ring)
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
        self._queues = Queues(DBOS(config=config), QUEUES, shared=shared)
        self._runs = {
            name: DBOS.workflow(name=name)(self._runner(found)) for name, found in EFFECTS.items()
        }
        self._several = DBOS.workflow(name=SEVERAL)(self._runner_of_several())

    async def launch(self) -> None:
        """Start working off the queues on the running event loop, with a sign of life, so that what
        all replicas share is shared before anything is begun.

        Raises:
            Unavailable: the database is away; then another engine is needed.
        """
        await self._world.run(_gone, self._replica)
        with self._world.store.telling():
            await self._queues.open()
        await self.beat()

    async def close(self) -> None:
        """Stop: give running workflows a few seconds to finish; what is unfinished ends then, as
        long as everything is open that it uses, and is resumed at the next start.
        """
        await self._queues.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._idle.wait()
        left = [task for task in self._tasks.values() if task]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        DBOS.destroy(destroy_registry=True)
        await self._replicas.leave()

    def _runner(self, found: DurableEffect) -> Callable[[str, str, str], Coroutine[Any, Any, None]]:
        """The workflow of a single effect, by which earlier versions carried out every kind."""

        async def run(effect_id: str, _subject_id: str, _cycle_id: str) -> None:
            flow = str(DBOS.workflow_id)
            with self._working(flow, Load(found.queue, effects=1)):
                effect = await self._world.store.glance(lambda uow: uow.effects.get(effect_id))
                if effect and not effect.done and effect.flow == flow:
                    await self._carrier.carry_out(effect, partial(step, self._world.store))

        return run

    def _runner_of_several(self) -> Callable[[str, list[str]], Coroutine[Any, Any, None]]:
        """The workflow of several effects of a kind: those that it was given here, or, where it is
        taken up again, all that are still its own.
        """

        async def run(kind: str, _effect_ids: list[str]) -> None:
            flow = str(DBOS.workflow_id)
            unknown = Load(EFFECTS[kind].queue, is_unsure=True)
            with self._working(flow, self._load.get(flow, unknown)) as load:
                while not load.is_over:
                    if load.is_unsure:
                        load.is_unsure = False
                        load.give(await self._left_of(flow))
                    await load.work_off(self._carry_out)

        return run

    async def _left_of(self, flow: str) -> Sequence[Effect]:
        """What the workflow has still to carry out."""
        return await self._world.store.read(lambda uow: uow.effects.all(flow=flow, done=False))

    async def _carry_out(self, effect: Effect) -> None:
        try:
            await self._carrier.carry_out(effect)
        finally:
            self._tell_room()

    @contextlib.contextmanager
    def _working(self, flow: str, load: Load) -> Iterator[Load]:
        self._idle.clear()
        self._load[flow], self._tasks[flow] = load, asyncio.current_task()
        try:
            yield load
        finally:
            self._tasks.pop(flow, None)
            self._load.pop(flow, None)
            self._tell_room()
            if not self._load:
                self._idle.set()

    def _tell_room(self) -> None:
        """There is room again for effects that could not be begun."""
        if self._full:
            self.has_room()

    def _room(self, queue: str) -> int:
        """How many more effects of the queue this replica carries out at the same time."""
        busy = sum(load.effects for load in self._load.values() if load.queue == queue)
        return max(0, QUEUES[queue] - busy)

    async def tidy(self) -> int:
        """Let go of what was done some time ago: first the engine's own log of it, then the
        effects, so that one that is asked for once more begins anew; return how many there were.
        """
        now = self._world.clock.now()
        done = await self._world.store.read(lambda uow: _over(uow, now))
        for first in range(0, len(done), PORTION):
            keys = done[first : first + PORTION]
            flows = [workflow_id(key, n) for key, last in keys for n in range(1, last + 1)]
            await DBOS.delete_workflows_async(flows)
            gone = [key for key, _ in keys]
            await self._world.store.run(partial(_let_go, keys=gone))
        await asyncio.to_thread(forget, SEVERAL, PORTION)
        await self._world.store.run(forget_heard)
        return len(done)

    async def reconcile(self) -> int:
        """Begin every effect that nobody carries out and whose time has come; return how many were
        begun.
        """
        now = self._world.clock.now()
        kinds = await self._world.store.glance(lambda uow: uow.ready_kinds(now))
        queues: set[str] = {EFFECTS[kind].queue for kind in kinds if kind in EFFECTS}
        if not queues:
            self._full = False
            return 0
        rooms = {queue: self._room(queue) for queue in sorted(queues)}
        with self._kept_open() as going:
            claimed = self._world.store.run(
                lambda uow: claim(uow, now, rooms, going, self._replica)
            )
            flows = await to_its_end(claimed)
            new = [flow for flow in flows if flow.id not in self._load]
            self._load |= {flow.id: flow.load() for flow in new}
            for flow in flows:
                self._load[flow.id].give(flow.effects)
        self._full = not all(self._room(queue) for queue in QUEUES)
        await asyncio.gather(*map(self._begin, new))
        return sum(len(flow.effects) for flow in flows)

    @contextlib.contextmanager
    def _kept_open(self) -> Iterator[Mapping[str, str]]:
        """By kind, a workflow that is at work here and can be given more; none of them ends in the
        block.
        """
        going = {load.kind: flow for flow, load in self._load.items() if load.takes_more}
        with contextlib.ExitStack() as stack:
            for flow in going.values():
                stack.enter_context(self._load[flow].kept_open())
            yield going

    async def _begin(self, flow: Flow) -> None:
        first, found = flow.effects[0], flow.found
        begun = False
        try:
            with SetWorkflowID(flow.id):
                if found.together == 1:
                    what = (first.id, first.subject_id, first.cycle_id)
                    await DBOS.start_workflow_async(self._runs[found.name], *what)
                else:
                    ids = [each.id for each in flow.effects]
                    await DBOS.start_workflow_async(self._several, found.name, ids)
            begun = True
        finally:
            if not begun:
                self._load.pop(flow.id, None)

    def _ring(self, queues: Iterable[str]) -> None:
        """Something was handed back into these queues."""
        for queue in queues:
            self._queues.ring(queue)

    async def beat(self) -> None:
        """Give a sign of life, and take over from replicas that no longer give one."""
        beat = await self._replicas.beat()
        self._share(beat.living)
        self._set_clock(beat.now)
        await self._carrier.pull_back()
        await self._replicas.hand_over(beat, self._take_over)
        await self._recovery.look(self._load, self._tasks, beat.others)

    async def _take_over(self, replica: str, *, left: bool) -> None:
        await self._world.run(_gone, replica)
        self._ring(await asyncio.to_thread(hand_back, replica, left=left))


def _gone(uow: UnitOfWork, moment: Moment, replica: str) -> None:
    """A replica is dead, or begins anew: nobody works on any more for what it had taken."""
    left_by(uow, moment, replica)
    uow.lanes.delete_all(held_by=replica)


def _over(uow: UnitOfWork, now: datetime) -> list[tuple[str, int]]:
    """Which effects were done some time ago, each with its last attempt; what was given up waits
    longer.
    """
    done, left = UpTo(now - DONE_KEPT), UpTo(now - GIVEN_UP_KEPT)
    rows = (
        *uow.effects.columns("id", "attempt", done=True, done_at=done, failed=""),
        *uow.effects.columns("id", "attempt", done=True, done_at=left, failed=Other("")),
    )
    return [(key, attempt) for key, attempt in rows]


def _let_go(uow: UnitOfWork, keys: Collection[str]) -> None:
    uow.effects.delete_all(id=keys, done=True)


def _nobody_waits() -> None:
    """Nobody wants to know whether there is room."""


def _nobody_asks(_moment: datetime) -> None:
    """Nobody wants to know what time it is by the database's clock."""
