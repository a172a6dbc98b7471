"""Effects: what is to be done outside, by durable workflows that a crash cannot lose.

Adding one: an async function ``(world, subject_id, step)`` with ``@effect(queue=…)`` beside its use
case; a unit asks for it with ``ask(uow, the_function, subject_id)``. Everything that reaches
outside goes through ``step``, must do no harm if it runs twice, and is not repeated once its result
has been recorded. What a step returns is recorded as JSON: text, numbers, lists or dicts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from mentoring.domain.upkeep import Effect
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None
"""What a step may return.

Lists and dicts are read again as they were; a tuple would not be, so none is recorded.
"""
T = TypeVar("T", bound=Plain)
Queue = Literal["talk", "launch", "sessions", "work"]
QUEUES: dict[str, int] = {"talk": 16, "launch": 24, "sessions": 12, "work": 2}
"""How many effects of each queue a replica carries out at once."""


class Step(Protocol):
    """Runs one recorded step; waits and retries while a service outside throttles us or is down."""

    async def __call__(self, name: str, call: Callable[[], Awaitable[T]], /) -> T:
        """The step's result, from the record if it has run before."""
        ...


async def plainly(_name: str, call: Callable[[], Awaitable[T]]) -> T:
    """Run a step directly, without a record."""
    return await call()


Body = Callable[[World, str, Step], Awaitable[None]]


@dataclass(frozen=True)
class DurableEffect:
    """A registered body; ``name`` is what stands in the database, so it stays when the function is
    renamed.
    """

    name: str
    body: Body
    queue: Queue

    async def __call__(self, world: World, subject_id: str, step: Step = plainly) -> None:
        """Carry it out."""
        await self.body(world, subject_id, step)


EFFECTS: dict[str, DurableEffect] = {}


def effect(*, queue: Queue, stored_as: str = "") -> Callable[[Body], DurableEffect]:
    """Register a body.

    ``stored_as`` is its name in the database if the function once had another one.
    """

    def register(body: Body) -> DurableEffect:
        made = DurableEffect(stored_as or body.__name__, body, queue)
        if made.name in EFFECTS:
            raise ValueError(f"two effects are stored as {made.name!r}: rename one")
        EFFECTS[made.name] = made
        return made

    return register


Call = Callable[[World, str], Awaitable[Any]]


def one_step(*, queue: Queue, stored_as: str = "") -> Callable[[Call], DurableEffect]:
    """Register an effect that is a single step: an async function ``(world, subject_id)``."""

    def register(call: Call) -> DurableEffect:
        @wraps(call)
        async def body(world: World, subject_id: str, step: Step) -> None:
            async def once() -> None:
                await call(world, subject_id)

            await step(call.__name__, once)

        return effect(queue=queue, stored_as=stored_as)(body)

    return register


def ask(
    uow: UnitOfWork,
    wanted: DurableEffect,
    subject_id: str,
    *,
    once: object = "",
    not_before: datetime | None = None,
) -> None:
    """Have the effect carried out for the subject; asked twice (for the same ``once``), carried out
    once.
    """
    uow.effects.add(effect_of(wanted, subject_id, once=once, not_before=not_before))


def effect_of(
    wanted: DurableEffect, subject_id: str, *, once: object = "", not_before: datetime | None = None
) -> Effect:
    """What ``ask`` adds, for asking for many at once."""
    key = ":".join(filter(None, (wanted.name, subject_id, str(once))))
    return Effect(key, wanted.name, subject_id, not_before=not_before)


def ask_soon(
    uow: UnitOfWork,
    wanted: DurableEffect,
    subject_id: str,
    now: datetime,
    at: datetime,
    *,
    once: str,
) -> None:
    """Have it carried out at the time ``at``, unless it is due between ``now`` and then anyway."""
    waiting = uow.effects.columns("not_before", kind=wanted.name, subject_id=subject_id, done=False)
    if not any(due and now < due <= at for (due,) in waiting):
        ask(uow, wanted, subject_id, once=once, not_before=at)
