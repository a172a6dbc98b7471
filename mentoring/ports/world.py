"""All that a use case may reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

from mentoring.domain.cycle import is_try
from mentoring.ports.calendar import Calendar
from mentoring.ports.clock import Clock
from mentoring.ports.directory import Directory
from mentoring.ports.listener import NOBODY, Listener
from mentoring.ports.matcher import Matcher
from mentoring.ports.messenger import Messenger
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import Store, UnitOfWork
from mentoring.ports.teams import Channels

T = TypeVar("T")
P = ParamSpec("P")


def _not_imagined(world: World) -> World:
    """A try must never reach the real ports merely because somebody forgot to replace them."""
    raise NotImplementedError(f"{world.cycle_id} is a try: give World its imagined ports")


@dataclass(frozen=True)
class World:
    """All that a use case may reach, put together once by the composition root.

    ``settle`` marks as outdated the cards that show what a unit has changed.
    """

    store: Store
    moments: Moments
    settle: Callable[[UnitOfWork], None]
    clock: Clock
    directory: Directory
    calendar: Calendar
    channels: Channels
    messenger: Messenger
    matcher: Matcher
    listener: Listener = NOBODY
    cycle_id: str = ""
    imagined: Callable[[World], World] = _not_imagined

    def of(self, cycle_id: str) -> World:
        """The same world, at work for a cycle; for a try it is only ``imagined``."""
        bound = replace(self, cycle_id=cycle_id)
        return self.imagined(bound) if is_try(cycle_id) else bound

    async def run(
        self,
        unit: Callable[Concatenate[UnitOfWork, Moment, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run ``unit(uow, moment, …)`` in one transaction and commit.

        It may run again after a conflict, so it only reads and writes rows. A try is not erased
        while a unit of it runs.
        """

        return await self.store.run(self._whole(unit, *args, **kwargs))

    async def brief(
        self,
        unit: Callable[Concatenate[UnitOfWork, Moment, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The same for a unit of a few rows; while it runs, it may hold up everything else."""
        return await self.store.brief(self._whole(unit, *args, **kwargs))

    def _whole(
        self,
        unit: Callable[Concatenate[UnitOfWork, Moment, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Callable[[UnitOfWork], T]:
        """The unit with all that goes with it."""

        def decided(uow: UnitOfWork) -> T:
            if is_try(self.cycle_id):
                uow.alone(self.cycle_id)
            result = unit(uow, self.moments(uow, self.cycle_id), *args, **kwargs)
            self.settle(uow)
            return result

        return decided

    async def read(
        self,
        unit: Callable[Concatenate[UnitOfWork, Moment, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The same for a unit that only reads: it takes no lock and holds nobody up."""
        return await self.store.read(
            lambda uow: unit(uow, self.moments(uow, self.cycle_id), *args, **kwargs)
        )

    async def glance(
        self,
        unit: Callable[Concatenate[UnitOfWork, Moment, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The same for a unit that reads a few rows by their ids: nothing is quicker."""
        return await self.store.skim(
            lambda uow: unit(uow, self.moments(uow, self.cycle_id), *args, **kwargs)
        )

    async def moment(self) -> Moment:
        """What a unit that ran now would know."""
        return await self.store.glance(lambda uow: self.moments(uow, self.cycle_id))
