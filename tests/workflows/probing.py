"""An effect that does what a test wants of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from mentoring.domain.errors import NotThere, Unavailable
from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.repeating import is_repeated
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import Step
from tests.worlds import CYCLE

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
AWAY, FAULT = Unavailable("away"), NotThere("gone")


class Clock:
    moment = NOW

    def now(self) -> datetime:
        return self.moment


class Probe:
    """An effect that fails as often as it is told to, and for whom it was given up."""

    def __init__(self) -> None:
        self.fails: list[Exception] = []
        self.tried = 0
        self.given_up: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    async def __call__(self, _world: World, _subject: str, step: Step) -> None:
        await step("only", self._once)

    async def _once(self) -> None:
        assert is_repeated(), "nothing below repeats"
        self.tried += 1
        self.meanwhile()
        if self.fails:
            raise self.fails.pop(0)

    def give_up(self, _uow: UnitOfWork, _moment: Moment, subject: str) -> None:
        self.given_up.append(subject)


def stored(store: SqlStore, key: str = "e", attempt: int = 1) -> Effect:
    wanted = Effect(key, "probe", f"of {key}", attempt=attempt, flow="f", cycle_id=CYCLE.id)
    store.run_now(lambda uow: uow.cycles.put(CYCLE))
    return store.run_now(lambda uow: uow.effects.put(wanted))


def effect(store: SqlStore, key: str = "e") -> Effect:
    return store.read_now(lambda uow: uow.effects.need(key))
