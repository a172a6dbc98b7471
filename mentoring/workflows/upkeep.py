"""What goes on by itself: effects are started, cards brought up to date, timers fired, signs of
life given.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

import structlog

from mentoring.domain.errors import OutsideError
from mentoring.domain.posting import Posting, Written
from mentoring.notices import VIEWS
from mentoring.ports.lanes import Lanes
from mentoring.ports.repeating import somebody_repeats
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.timers import fire_due
from mentoring.usecases.common.updating import behind, show_anew, updated
from mentoring.workflows.engine import Engine

log = structlog.get_logger()
BEAT_SECONDS = 5.0
LOOK_SECONDS = {"effects": 2.0, "cards": 2.0, "timers": 2.0, "tidying": 600.0}
"""How often, in seconds, each loop looks by itself, for what other replicas have left behind and
what only the passing of time brings.
"""
BREATH_SECONDS = {"effects": 0.1, "cards": 0.25, "timers": 0.03, "beat": 0.0, "tidying": 0.25}
"""The least that a loop waits, in seconds, after it has looked, so that what is written in quick
succession is looked at together.
"""
AGAIN_SECONDS = 2.0
"""After a look that failed, the next one comes so soon at the latest: others judge by its absence
whether this replica lives.
"""
SHARE, LONGEST_BREATH_SECONDS = 4.0, 0.25
"""A loop rests ``SHARE`` times as long as it looked, so that looking takes at most a fifth of the
time, but it rests no longer than the second value in seconds.
"""
APART_SECONDS = 2.0
"""What many look at is updated no oftener than this, by all replicas together, nor worked out by
each of them, and what could not be updated is not tried oftener; the latest state wins. A person's
own card follows each press.
"""
SENT_SECONDS = 60.0
"""For so long a message belongs to the replica that updates it; then others take that one for dead.
"""
MOST_IN_MIND = 1000
TELLING: Mapping[str, Set[str]] = {
    "effects": {"effects"},
    "cards": {"postings", "changes"},
    "timers": {"timers"},
    "tidying": {"facts"},  # that somebody is erased ends with a fact that goes
}
"""What has to be written (the unit of work's name for it) for a loop to have something to do."""


@dataclass
class Upkeep:
    """The loops of one replica.

    ``written`` makes them look at once, ``show`` brings one message up to date.
    """

    world: World
    engine: Engine
    lanes: Lanes
    _caught_up_at: float = float("-inf")
    _again: asyncio.TimerHandle | None = None
    _stirred: dict[str, asyncio.Event] = field(default_factory=dict)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _showing: dict[str, asyncio.Task[int]] = field(default_factory=dict)
    _written: dict[str, Written] = field(default_factory=dict)
    _rests: dict[str, float] = field(default_factory=dict)
    _held: dict[str, float] = field(default_factory=dict)
    _noted: OrderedDict[str, int] = field(default_factory=OrderedDict)

    def written(self, rows: Collection[str]) -> None:
        """Some of these rows were written: look now.

        What a loop writes itself is no reason for it to look.
        """
        here = asyncio.current_task()
        own = "cards" if here in self._showing.values() else here.get_name() if here else ""
        for name, event in self._stirred.items():
            if name != own and not TELLING.get(name, set()).isdisjoint(rows):
                event.set()

    def show(self, posting: Posting) -> None:
        """Bring this message up to date now, if it is behind; whoever has made it so calls this and
        need not wait for the loop.

        Each message is sent in its own task, so that a slow conversation holds up no other.
        """
        if self._is_ours(posting):
            held = posting.id in self._written and not _rest(posting)
            self._send(posting, self._shown(posting) if held else self._taken(posting))

    def _is_ours(self, posting: Posting) -> bool:
        """Whether the message is behind, and this replica is not about to update it."""
        written = self._written.get(posting.id)
        known = written.version if written else 0
        return posting.is_behind and posting.wanted > known and posting.id not in self._showing

    def _send(self, posting: Posting, sending: Coroutine[Any, Any, int]) -> None:
        task = asyncio.create_task(sending)
        self._showing[posting.id] = task
        task.add_done_callback(functools.partial(self._ended, posting))

    async def _taken(self, posting: Posting) -> int:
        """Update the message, unless another replica does, or it was updated just now."""
        if await self._take([_lane(posting.id)]):
            return await self._shown(posting)
        # Whoever has it may be letting it go in this moment.
        self._look_again(_rest(posting) or BREATH_SECONDS["cards"])
        return 0

    async def _shown(self, posting: Posting) -> int:
        """Update the message, which this replica has taken; one that is not updated is let go."""
        version = 0
        try:
            with somebody_repeats():
                version = await show_anew(self.world.of(posting.cycle_id), posting)
        finally:
            if not version:
                await self._give_back([_lane(posting.id)], APART_SECONDS)
                self._look_again(APART_SECONDS)
        return version

    async def _take(self, lanes: Collection[str]) -> Collection[str]:
        taken = await self.lanes.take(lanes, SENT_SECONDS)
        self._held.update(taken)
        return taken

    async def _give_back(self, lanes: Iterable[str], seconds: float) -> None:
        ours = {lane: self._held.pop(lane) for lane in lanes if lane in self._held}
        await self.lanes.let_go(ours, seconds)

    def _look_again(self, seconds: float) -> None:
        """What could not be done now can be in so many seconds; of several the first counts."""
        loop = asyncio.get_running_loop()
        waits, at = self._again, loop.time() + seconds
        if waits and loop.time() < waits.when() <= at:
            return
        if waits:
            waits.cancel()
        self._again = loop.call_at(at, self._stirred["cards"].set)

    def stir(self) -> None:
        """The clock was moved: look at everything."""
        for name in TELLING.keys() & self._stirred.keys():
            self._stirred[name].set()

    def start(self) -> None:
        """Begin all loops on the running event loop."""
        self._begin("effects", self._effects, LOOK_SECONDS["effects"])
        self.engine.has_room = self._stirred["effects"].set
        self._begin("cards", self._cards, LOOK_SECONDS["cards"])
        self._begin("timers", self._timers, LOOK_SECONDS["timers"])
        self._begin("tidying", self._tidy, LOOK_SECONDS["tidying"])
        self._begin("beat", self.engine.beat, BEAT_SECONDS)

    async def stop(self) -> None:
        """End all loops."""
        ending = [*self._tasks, *self._showing.values()]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    def _begin(self, name: str, look: Callable[[], Awaitable[object]], pause: float) -> None:
        event = self._stirred.setdefault(name, asyncio.Event())
        self._tasks.append(asyncio.create_task(self._repeat(name, look, event, pause), name=name))

    async def _repeat(
        self, name: str, look: Callable[[], Awaitable[object]], event: asyncio.Event, pause: float
    ) -> None:
        while True:
            event.clear()
            began = time.monotonic()
            if not await _went_well(name, look):
                await asyncio.sleep(min(pause, AGAIN_SECONDS))
                continue
            await asyncio.sleep(_breath(name, time.monotonic() - began))
            # Not asyncio.wait_for: before Python 3.12 it swallows a cancellation that comes in the
            # moment of the event.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await event.wait()

    async def _tidy(self) -> None:
        await self.engine.tidy()
        await self.lanes.forget()

    async def _effects(self) -> None:
        await self.engine.reconcile()

    async def _cards(self) -> None:
        """Note what messages show by now, for all of them at once; then bring up to date what is
        behind.
        """
        if self._written:
            written = dict(self._written)
            still_behind = await self.world.run(updated, written)
            self._keep_in_mind(written)
            self._forget(written)
            await self._let_go(written)
            if still_behind:
                self._look_again(APART_SECONDS)
        await self._catch_up()
        found = {each.id: each for each in await self.world.store.glance(behind)}
        ours = {_lane(key): each for key, each in found.items() if self._is_ours(each)}
        taken = await self._take(ours)
        for lane in taken:
            self._send(ours[lane], self._shown(ours[lane]))
        if len(taken) < len(ours):
            self._look_again(APART_SECONDS)

    async def _let_go(self, noted: Collection[str]) -> None:
        """What these messages show is noted: any replica may update them again, but what many look
        at rests first. One that was updated anew meanwhile is not noted yet, and stays ours.
        """
        ours = self._showing.keys() | self._written.keys()
        done = {_lane(key): self._rests.pop(key, 0.0) for key in noted if key not in ours}
        for rest in set(done.values()):
            await self._give_back([lane for lane, each in done.items() if each == rest], rest)

    async def _catch_up(self) -> None:
        """Work out what follows from what many look at: at once, and then a while later for all
        that has changed in between.
        """
        now = asyncio.get_running_loop().time()
        if now - self._caught_up_at < APART_SECONDS:
            self._look_again(APART_SECONDS)
        elif await catch_up(self.world):
            self._caught_up_at = now

    def _keep_in_mind(self, written: Mapping[str, Written]) -> None:
        """Remember which version of each message this replica has noted; what other replicas have
        noted is not known here.
        """
        for key, each in written.items():
            self._noted[key] = each.version
            self._noted.move_to_end(key)
        while len(self._noted) > MOST_IN_MIND:
            self._noted.popitem(last=False)

    def _forget(self, written: Mapping[str, Written]) -> None:
        """These are noted; what was written meanwhile is not yet."""
        for key, each in written.items():
            if self._written.get(key) == each:
                del self._written[key]

    def _ended(self, posting: Posting, task: asyncio.Task[int]) -> None:
        if self._showing.get(posting.id) is task:
            del self._showing[posting.id]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            self._note(posting, task.result())
        elif isinstance(error, OutsideError):
            log.warning("card.behind", posting=posting.id, error=type(error).__name__)
        else:
            log.error("card.failed", posting=posting.id, exc_info=error)

    def _note(self, posting: Posting, version: int) -> None:
        if version:
            before = self._written.get(posting.id)
            over = {posting.shown, self._noted.get(posting.id, posting.shown)}
            over |= {*before.over, before.version} if before else set()
            self._written[posting.id] = Written(version, frozenset(over))
            self._rests[posting.id] = _rest(posting)
            self._stirred["cards"].set()

    async def _timers(self) -> None:
        while await fire_due(self.world):
            pass


def _lane(posting_id: str) -> str:
    """The lane of a message's updates."""
    return f"card {posting_id}"


def _rest(posting: Posting) -> float:
    """How many seconds the message is left alone after an update."""
    view = VIEWS.get(posting.kind)
    return 0.0 if view and not view.shared else APART_SECONDS


async def _went_well(name: str, look: Callable[[], Awaitable[object]]) -> bool:
    """Look; a look that fails is logged, and ends no loop."""
    try:
        await look()
    except OutsideError as error:
        log.warning("upkeep.outside", loop=name, error=type(error).__name__, text=str(error))
        return False
    except Exception:
        log.exception("upkeep.failed", loop=name)
        return False
    return True


def _breath(name: str, looked_seconds: float) -> float:
    """How many seconds a loop rests after a look that took ``looked_seconds``."""
    return max(BREATH_SECONDS[name], min(SHARE * looked_seconds, LONGEST_BREATH_SECONDS))
