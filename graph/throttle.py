"""The pace of calls, so that the services' limits are kept rather than met.

A lane lets one call through every ``1 / rate`` seconds: evenly spaced, because Graph evaluates both
a short burst and 83 % of the listed value over a minute (learn.microsoft.com,
graph/throttling-limits, 2026), of which a hundredth is left for calls that are counted late. A
lane's places are claimed from ``mentoring.ports.lanes``, so a limit holds over all replicas; a call
that counts in several lanes has one moment in all of them.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

from graph.holding import Holding, worth_waiting
from graph.limits import Limit
from graph.own_lanes import OwnLanes
from graph.places import Places
from graph.waiting import Queue
from graph.window import LATE_SECONDS, Window
from mentoring.ports.lanes import Lanes, Turn, Wish
from mentoring.ports.repeating import WORTH_WAITING_SECONDS

MOST_WINDOWS = 500
Answered = Callable[[bool], None]
Lane = tuple[Limit, str]
"""A limit in force, and what the lane is called for whom it counts."""


class Throttle:
    """All lanes of a process; ``replicas`` living ones share what may be under way at once.

    ``limits`` are in force instead of the documented ones, by their keys.
    """

    def __init__(
        self, lanes: Lanes | None = None, limits: Mapping[str, Limit] | None = None
    ) -> None:
        self._limits = limits or {}
        self._lanes = lanes or OwnLanes()
        self._queues: dict[tuple[str, ...], Queue] = {}
        self._asks: dict[str, asyncio.Lock] = {}
        self._holding = Holding(self._lanes)
        self._places = Places(self._lanes, self._holding)
        self._windows: OrderedDict[str, Window] = OrderedDict()
        self._wanted: dict[str, tuple[Wish, asyncio.Future[Turn]]] = {}
        self._asking: asyncio.Task[None] | None = None
        self._goes = False

    def share(self, replicas: int) -> None:
        """From now on this many living replicas share what may be under way at once."""
        self._holding.share(replicas)

    @property
    def replicas(self) -> int:
        """How many replicas live."""
        return self._holding.replicas

    async def turn(self, limit: Limit, key: str) -> None:
        """Wait until the lane ``key`` lets the next call through.

        Raises:
            Throttled: the lane is held for so long that it is not worth waiting for.
            Unavailable: the database that keeps the lanes is away.
        """
        limit = self._in_force(limit)
        if not limit.rate:
            # Who has a place has waited for that, and would keep it from others meanwhile.
            if not limit.at_once:
                await self._holding.over(limit, key)
            return
        await self._queued([(limit, key)])

    async def _queued(self, lanes: Sequence[Lane]) -> None:
        """Wait behind those who want to go in the same lanes, the narrowest first."""
        for limit, key in lanes:
            worth_waiting(limit, self._holding.here(key))
        keys = tuple(key for _, key in lanes)
        queue = self._queues.setdefault(keys, Queue())
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.waiting.append(mine)
        if queue.pump is None:
            queue.pump = asyncio.create_task(self._pump(lanes, keys, queue))
        await mine

    def _in_force(self, limit: Limit) -> Limit:
        return self._limits.get(limit.key, limit)

    async def _pump(self, lanes: Sequence[Lane], keys: tuple[str, ...], queue: Queue) -> None:
        """Let those who wait through, one after another."""
        try:
            while waiting := queue.size:
                await self._next(lanes, queue, waiting)
        except BaseException as died:
            queue.fail(died)
            if not isinstance(died, Exception):
                raise
        finally:
            self._queues.pop(keys, None)

    async def _next(self, lanes: Sequence[Lane], queue: Queue, waiting: int) -> None:
        """Let the next ones through, or fail all if that takes so long that it is not worth it."""
        turn = await self._claimed(lanes, waiting)
        limit = next((limit for limit, key in lanes if key == turn.by), lanes[0][0])
        if limit.held_for(turn) > WORTH_WAITING_SECONDS:
            queue.fail(limit.held(turn.again))
        else:
            await self._let_through(lanes, queue, turn)

    async def _claimed(self, lanes: Sequence[Lane], waiting: int) -> Turn:
        """Places in the lane, or one that is the same moment in all of them: whoever has had a turn
        in one and then waits for another goes beside the next ones of the first.
        """
        if len(lanes) == 1:
            [(limit, key)] = lanes
            return await self._claim(key, limit.wish(waiting))
        wishes = {key: limit.wish(1) for limit, key in lanes}
        return await self._claimed_together(wishes, *lanes[-1])

    async def _claimed_together(
        self, wishes: Mapping[str, Wish], limit: Limit, widest: str
    ) -> Turn:
        """One place in all of them; behind a wide lane that is full for a moment those of this
        process ask one after another, or all would ask again and again.
        """
        async with self._asks.setdefault(widest, asyncio.Lock()):
            while (turn := await self._lanes.claim_together(wishes)).by == widest:
                if limit.held_for(turn) > WORTH_WAITING_SECONDS:
                    break
                await asyncio.sleep(turn.again)
        return turn

    async def _let_through(self, lanes: Sequence[Lane], queue: Queue, turn: Turn) -> None:
        begun = time.monotonic()
        await asyncio.sleep(turn.again)
        for after in turn.after:
            if not await self._came(lanes, queue, begun + after):
                return

    async def _came(self, lanes: Sequence[Lane], queue: Queue, at: float) -> bool:
        """One place has come, at the moment ``at``; False if the lane is held: then what was
        claimed before counts no more, or all who had claimed would go in the moment it is free.
        False, too, if it came too late beside other replicas, whose places follow as if it had not.

        Counted from the moment the last one really went, so that a busy process does not make up
        for lost time with a burst.
        """
        limit, keys = lanes[0][0], [key for _, key in lanes]
        spaced = queue.last + 1 / limit.rate if limit.burst == 1 else at
        await asyncio.sleep(max(at, spaced) - time.monotonic())
        await self._opened(keys)
        if held := max(map(self._holding.here, keys)):
            await asyncio.sleep(held)
            return False
        if self._is_lost(limit, time.monotonic() - at):
            return False
        queue.let_one_through()
        await self._gone()
        queue.last = time.monotonic()
        return True

    async def _gone(self) -> None:
        """Whoever was let through has gone; nobody else is meanwhile."""
        self._goes = True
        try:
            await asyncio.sleep(0)
        finally:
            self._goes = False

    def _is_lost(self, limit: Limit, late: float) -> bool:
        """Whether a place is, so many seconds after it came, where others go, too."""
        return self.replicas > 1 and limit.burst == 1 and late > LATE_SECONDS

    async def _opened(self, keys: Sequence[str]) -> None:
        """Wait until the last calls of all these lanes were probably counted long enough ago, and
        none is just going: those of several teams may wait for the same moment of the tenant's.
        """
        while True:
            wait = max((self._closed_for(key) for key in keys), default=0.0)
            if wait <= 0 and not self._goes:
                return
            await asyncio.sleep(max(0.0, wait))

    def _closed_for(self, key: str) -> float:
        return self._windows[key].closed_for if key in self._windows else 0.0

    async def turns(self, lanes: Sequence[tuple[Limit, str]]) -> list[Answered]:
        """Wait for a turn in each of these lanes, in which a call goes then; what is returned is to
        be called when it is answered, with whether it was served.

        Raises:
            Throttled, Unavailable: as ``turn``.
        """
        known = [(self._in_force(limit), key) for limit, key in lanes]
        for limit, key in known:
            if not limit.rate:
                await self.turn(limit, key)
        if paced := sorted((lane for lane in known if lane[0].rate), key=_width):
            await self._queued(paced)
        return [self.goes(limit, key) for limit, key in lanes]

    def goes(self, limit: Limit, key: str) -> Answered:
        """A call goes whose turn it is; what is returned is to be called when it is answered, with
        whether it was served.
        """
        limit = self._in_force(limit)
        if not limit.per_second:
            return _nobody_counts
        window = self._windows.setdefault(key, Window(limit.per_second, limit.in_time))
        window.replicas = self.replicas
        self._windows.move_to_end(key)
        if len(self._windows) > MOST_WINDOWS:
            self._windows.popitem(last=False)
        gone = window.note()
        return lambda served: window.answered(gone, served=served)

    async def _claim(self, name: str, wish: Wish) -> Turn:
        """Claim together with whoever else asks in the same moment: one transaction for all."""
        mine: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        self._wanted[name] = (wish, mine)
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        return await mine

    async def _ask(self) -> None:
        try:
            await asyncio.sleep(0)
            while self._wanted:
                wanted, self._wanted = self._wanted, {}
                await self._answer(wanted)
        finally:
            self._asking = None

    async def _answer(self, wanted: Mapping[str, tuple[Wish, asyncio.Future[Turn]]]) -> None:
        wishes = {name: wish for name, (wish, _) in wanted.items()}
        [turns] = await asyncio.gather(self._lanes.claim(wishes), return_exceptions=True)
        for name, (_, asked) in wanted.items():
            if asked.done():
                continue
            if isinstance(turns, BaseException):
                asked.set_exception(turns)
            else:
                asked.set_result(turns[name])

    async def hold(self, limit: Limit, key: str, seconds: float) -> None:
        """Let nothing through the lane ``key`` for so long, in any replica: the service has said
        how long it wants to be left alone.
        """
        limit = self._in_force(limit)
        for keys, queue in self._queues.items():
            if key in keys and seconds > WORTH_WAITING_SECONDS:
                queue.fail(limit.held(seconds))
        await self._holding.hold(limit, key, seconds)

    @asynccontextmanager
    async def place(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the lane's places while a call is under way; see ``Places.place``."""
        async with self._places.place(self._in_force(limit), key):
            yield


def _width(lane: Lane) -> float:
    """Calls per second that it lets through."""
    return lane[0].rate


def _nobody_counts(_served: bool) -> None:
    """There is no limit a second."""
