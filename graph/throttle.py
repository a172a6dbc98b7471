"""The pace of calls, so that the services' limits are kept rather than met.

A lane lets one call through every ``1 / rate`` seconds: evenly spaced, because Graph evaluates both
a short burst and 83 % of the listed value over a minute (learn.microsoft.com,
graph/throttling-limits, 2026). A lane's places are claimed from ``mentoring.ports.lanes``, so a
limit holds over all replicas; so does how many calls are under way at once: where several replicas
live, each call holds one of so many places in the database.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from mentoring.domain.errors import Unavailable
from mentoring.ports.lanes import Lanes, Turn, Wish

SUSTAINED = 0.83
SLOWER = 1.05
"""By so much the usual time of an answer grows with each that takes longer."""
MOST_WINDOWS = 500
PLACE_SECONDS = 120.0
"""No call takes longer; so long a place stays taken whose replica has died."""
LOOK_SECONDS = 0.1
"""How often it is looked whether a place has become free."""
AHEAD_SECONDS = 0.25
"""So much of a lane is claimed at once while more calls wait than fit into it."""


@dataclass(frozen=True)
class Limit:
    """A documented limit, per second or per minute.

    ``key`` names what it counts for (``{team_id}`` is filled from the call). ``at_once`` is how
    many calls may be under way at a time, 0 for any number. ``burst`` is how many calls may go at
    once after a pause, where the documented short window is wider than the sustained rate.
    """

    key: str
    per_second: float = 0
    per_minute: float = 0
    at_once: int = 0
    burst: int = 1

    @property
    def rate(self) -> float:
        """Calls per second that keep within it: 83 % of a limit per second, or a limit per minute
        in full.
        """
        return self.per_second * SUSTAINED if self.per_second else self.per_minute / 60

    def wish(self, waiting: int) -> Wish:
        """What is claimed at once while so many calls wait."""
        most = max(self.burst, int(self.rate * AHEAD_SECONDS))
        return Wish(1 / self.rate, self.burst, min(waiting, most))


class OwnLanes:
    """The lanes of a single process, in its memory; see ``mentoring.ports.lanes.Lanes``."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}

    async def claim(self, wishes: Mapping[str, Wish]) -> Mapping[str, Turn]:
        """Claim places."""
        return {name: self._claimed(name, wish) for name, wish in wishes.items()}

    def _claimed(self, name: str, wish: Wish) -> Turn:
        now = time.monotonic()
        taken = max(0.0, self._free_at.get(name, 0.0) - now)
        turn = wish.turn(taken)
        if turn.after:
            self._keep({name: now + taken + wish.takes})
        return turn

    def _keep(self, free_at: Mapping[str, float]) -> None:
        self._free_at.update(free_at)

    async def forget(self) -> None:
        """Let go of lanes that are free."""
        now = time.monotonic()
        self._free_at = {name: at for name, at in self._free_at.items() if at > now}

    async def hold(self, name: str, seconds: float) -> None:
        """Let nothing through for so long."""
        self._keep({name: max(self._free_at.get(name, 0.0), time.monotonic() + seconds)})

    async def take(self, names: Collection[str], seconds: float) -> frozenset[str]:
        """Take those that nobody has."""
        now = time.monotonic()
        free = frozenset(name for name in names if self._free_at.get(name, 0.0) <= now)
        self._keep(dict.fromkeys(free, now + seconds))
        return free

    async def let_go(self, names: Collection[str], seconds: float) -> None:
        """Somebody else may take these after ``seconds``."""
        self._keep(dict.fromkeys(names, time.monotonic() + seconds))


@dataclass
class _Queue:
    """The calls that wait for a place in a lane."""

    waiting: deque[asyncio.Future[None]] = field(default_factory=deque)
    pump: asyncio.Task[None] | None = None
    last: float = float("-inf")

    @property
    def size(self) -> int:
        """How many of them still wait."""
        while self.waiting and self.waiting[0].done():
            self.waiting.popleft()
        return sum(not each.done() for each in self.waiting)

    def let_one_through(self) -> None:
        """Whoever has waited longest goes."""
        while self.waiting:
            first = self.waiting.popleft()
            if not first.done():
                first.set_result(None)
                return

    def fail(self, error: BaseException) -> None:
        """Nobody can say when they may go."""
        while self.waiting:
            each = self.waiting.popleft()
            if not each.done():
                each.set_exception(error)


@dataclass
class _Gate:
    """Behind which only so many calls are at a time."""

    inside: int = 0
    wanting: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def enter(self, most: Callable[[], int]) -> None:
        """Wait until fewer than ``most()`` are inside."""
        self.wanting += 1
        try:
            async with self.changed:
                await self.changed.wait_for(lambda: self.inside < most())
                self.inside += 1
        finally:
            self.wanting -= 1

    async def leave(self) -> None:
        """Make room for one."""
        async with self.changed:
            self.inside -= 1
            self.changed.notify()

    @property
    def is_empty(self) -> bool:
        """Whether nobody is inside or wants to be."""
        return not self.inside and not self.wanting


@dataclass
class _Gone:
    """A call that went, and after how many seconds it was answered (None: not yet)."""

    went: float
    took: float | None = None


class _Window:
    """The last calls of a lane, as many as its limit allows in a second.

    Whoever spaces only what they send meets the limit all the same where the service, or the way
    there, was stuck for a moment: what came late there stands close to what follows. So a call
    whose answer takes longer than usual was probably counted as much later.
    """

    def __init__(self, limit: Limit) -> None:
        self._most = max(1, int(limit.per_second))
        self._last: deque[_Gone] = deque(maxlen=self._most)
        self._usual = float("inf")

    def note(self) -> _Gone:
        """A call goes."""
        gone = _Gone(time.monotonic())
        self._last.append(gone)
        return gone

    def answered(self, gone: _Gone) -> None:
        """It was answered."""
        gone.took = time.monotonic() - gone.went
        self._usual = min(gone.took, self._usual * SLOWER)

    @property
    def closed_for(self) -> float:
        """For how many seconds no other call may go."""
        now = time.monotonic()
        if len(self._last) < self._most:
            return 0.0
        return min(self._counted(each, now) for each in self._last) + 1.0 - now

    def _counted(self, gone: _Gone, now: float) -> float:
        """When the call was probably counted (monotonic)."""
        took = now - gone.went if gone.took is None else gone.took
        return gone.went + max(0.0, took - self._usual)


class Throttle:
    """All lanes of a process; ``replicas`` living ones share what may be under way at once.

    ``limits`` are in force instead of the documented ones, by their keys.
    """

    def __init__(
        self, lanes: Lanes | None = None, limits: Mapping[str, Limit] | None = None
    ) -> None:
        self.replicas = 1
        self._limits = limits or {}
        self._lanes = lanes or OwnLanes()
        self._queues: dict[str, _Queue] = {}
        self._held_until: dict[str, float] = {}
        self._gates: dict[str, _Gate] = {}
        self._windows: OrderedDict[str, _Window] = OrderedDict()
        self._wanted: dict[str, tuple[Wish, asyncio.Future[Turn]]] = {}
        self._asking: asyncio.Task[None] | None = None

    def share(self, replicas: int) -> None:
        """From now on this many living replicas share what may be under way at once."""
        self.replicas = max(1, replicas)

    async def turn(self, limit: Limit, key: str) -> None:
        """Wait until the lane ``key`` lets the next call through.

        Raises:
            Unavailable: the database that keeps the lanes is away.
        """
        limit = self._in_force(limit)
        if not limit.rate:
            await self._held(key)
            return
        queue = self._queues.setdefault(key, _Queue())
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.waiting.append(mine)
        if queue.pump is None:
            queue.pump = asyncio.create_task(self._pump(limit, key, queue))
        await mine

    def _in_force(self, limit: Limit) -> Limit:
        return self._limits.get(limit.key, limit)

    async def _pump(self, limit: Limit, key: str, queue: _Queue) -> None:
        """Let those who wait through, one after another."""
        try:
            while waiting := queue.size:
                [turn] = await asyncio.gather(
                    self._claim(key, limit.wish(waiting)), return_exceptions=True
                )
                if isinstance(turn, BaseException):
                    queue.fail(turn)
                else:
                    await self._let_through(limit, key, queue, turn)
        finally:
            self._queues.pop(key, None)

    async def _let_through(self, limit: Limit, key: str, queue: _Queue, turn: Turn) -> None:
        begun = time.monotonic()
        await asyncio.sleep(turn.again)
        for after in turn.after:
            await self._come(limit, key, queue, begun + after)

    async def _come(self, limit: Limit, key: str, queue: _Queue, at: float) -> None:
        """One place has come, at the moment ``at``.

        Counted from the moment the last one really went, so that a busy process does not make up
        for lost time with a burst.
        """
        spaced = queue.last + 1 / limit.rate if limit.burst == 1 else at
        await asyncio.sleep(max(at, spaced) - time.monotonic())
        await self._opened(key)
        await self._held(key)
        queue.let_one_through()
        await asyncio.sleep(0)  # in which it goes
        queue.last = time.monotonic()

    async def _opened(self, key: str) -> None:
        """Wait until the last calls were probably counted long enough ago."""
        wait = self._windows[key].closed_for if key in self._windows else 0.0
        if wait > 0:
            await asyncio.sleep(wait)
            await self._opened(key)

    def goes(self, limit: Limit, key: str) -> Callable[[], None]:
        """A call goes whose turn it is; what is returned is to be called when it is answered."""
        limit = self._in_force(limit)
        if not limit.per_second:
            return _nobody_counts
        window = self._windows.setdefault(key, _Window(limit))
        self._windows.move_to_end(key)
        if len(self._windows) > MOST_WINDOWS:
            self._windows.popitem(last=False)
        gone = window.note()
        return lambda: window.answered(gone)

    async def _claim(self, name: str, wish: Wish) -> Turn:
        """Claim together with whoever else asks in the same moment: one transaction for all."""
        mine: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        self._wanted[name] = (wish, mine)
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        return await mine

    async def _ask(self) -> None:
        await asyncio.sleep(0)
        while self._wanted:
            wanted, self._wanted = self._wanted, {}
            wishes = {name: wish for name, (wish, _) in wanted.items()}
            [turns] = await asyncio.gather(self._lanes.claim(wishes), return_exceptions=True)
            for name, (_, asked) in wanted.items():
                if asked.done():
                    continue
                if isinstance(turns, BaseException):
                    asked.set_exception(turns)
                else:
                    asked.set_result(turns[name])
        self._asking = None

    async def hold(self, limit: Limit, key: str, seconds: float) -> None:
        """Let nothing through the lane ``key`` for so long, in any replica: the service has said
        how long it wants to be left alone.
        """
        until = time.monotonic() + seconds
        self._held_until[key] = max(self._held_until.get(key, 0.0), until)
        limit = self._in_force(limit)
        if limit.rate:
            await self._lanes.hold(key, seconds + limit.wish(1).slack)

    async def _held(self, key: str) -> None:
        """Wait as long as the lane is held."""
        until = self._held_until.get(key, 0.0)
        if until > time.monotonic():
            await asyncio.sleep(until - time.monotonic())
            await self._held(key)
        elif until:
            self._held_until.pop(key, None)

    @asynccontextmanager
    async def place(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the lane's places while a call is under way; without ``at_once`` their number
        is unlimited.

        Raises:
            Unavailable: the database that keeps the places is away.
        """
        limit = self._in_force(limit)
        if not limit.at_once:
            yield
            return
        gate = self._gates.setdefault(key, _Gate())
        await gate.enter(lambda: limit.at_once)
        try:
            async with self._shared(limit, key):
                yield
        finally:
            await gate.leave()
            if gate.is_empty:
                self._gates.pop(key, None)

    @asynccontextmanager
    async def _shared(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the places that all replicas have together; a single one needs none."""
        if self.replicas == 1:
            yield
            return
        taken = await self._place(limit, key)
        try:
            yield
        finally:
            # Where the database is away, the place comes free by itself.
            with contextlib.suppress(Unavailable):
                await self._lanes.let_go([taken], 0)

    async def _place(self, limit: Limit, key: str) -> str:
        """Take a place for oneself, as soon as there is one."""
        names = [f"{key} place {number}" for number in range(limit.at_once)]
        while True:
            for name in random.sample(names, len(names)):
                if await self._lanes.take([name], PLACE_SECONDS):
                    return name
            await asyncio.sleep(LOOK_SECONDS)


def _nobody_counts() -> None:
    """There is no limit a second."""
