"""Effects: what is to be done outside, by durable workflows that a crash cannot lose.

Adding one: an async function ``(world, subject_id, step)`` with ``@effect(queue=…)`` beside its use
case; a unit asks for it with ``ask(uow, the_function, subject_id)``. Everything that reaches
outside goes through ``step`` and must do no harm if it runs twice. What a step returns is recorded
as JSON (text, numbers, lists or dicts), and it is not repeated once it has been; where effects are
carried out ``together`` nothing is recorded, so what a step has done must be seen in the state.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None
"""What a step may return.

Lists and dicts are read again as they were; a tuple would not be, so none is recorded.
"""
T = TypeVar("T", bound=Plain)
Queue = Literal["talk", "launch", "sessions", "work"]
QUEUES: dict[str, int] = {"talk": 32, "launch": 40, "sessions": 16, "work": 2}
"""How many effects of each queue a replica carries out at once."""


TOGETHER = 10
"""How many effects of a single step are carried out together: the engine's own log of a workflow
costs more than most of them.
"""
ATTEMPTS = 150
"""How many attempts are made at an effect before it is given up: those of a day."""


class Step(Protocol):
    """Runs one step; waits and repeats it while a service outside throttles us or is down."""

    async def __call__(self, name: str, call: Callable[[], Awaitable[T]], /) -> T:
        """The step's result, from the record if there is one."""
        ...


async def plainly(_name: str, call: Callable[[], Awaitable[T]]) -> T:
    """Run a step directly, without a record."""
    return await call()


Body = Callable[[World, str, Step], Awaitable[None]]
GivenUp = Callable[[UnitOfWork, Moment, str], None]


TOLD: list[GivenUp] = []


def told_when_given_up(tell: GivenUp) -> GivenUp:
    """Register who hears of what is given up and has no place of its own where it is named."""
    TOLD.append(tell)
    return tell


def somebody_hears(uow: UnitOfWork, moment: Moment, subject_id: str) -> None:
    """No failure ends in silence: whoever has registered hears of it."""
    for tell in TOLD:
        tell(uow, moment, subject_id)


@dataclass(frozen=True)
class HeardToo:
    """Something follows when an effect is given up, and somebody hears of it as well."""

    follows: GivenUp

    def __call__(self, uow: UnitOfWork, moment: Moment, subject_id: str) -> None:
        """Do both."""
        self.follows(uow, moment, subject_id)
        somebody_hears(uow, moment, subject_id)


@dataclass(frozen=True)
class DurableEffect:
    """A registered body; ``name`` is what stands in the database, so it stays when the function is
    renamed.

    ``together`` are carried out by one workflow. After ``attempts`` it is given up, and
    ``given_up`` writes down for its subject what follows from that.
    """

    name: str
    body: Body
    queue: Queue
    together: int = 1
    attempts: int = ATTEMPTS
    given_up: GivenUp = somebody_hears

    @property
    def is_heard_of(self) -> bool:
        """Whether somebody hears of it when it is given up, because it is named nowhere else."""
        return self.given_up is somebody_hears or isinstance(self.given_up, HeardToo)

    def attempt_of_round(self, attempt: int) -> int:
        """Which attempt it is (from 1) since it was begun, or begun anew after it was given up; an
        effect's own count goes on, because the workflow of each attempt has an id of its own.
        """
        return (attempt - 1) % self.attempts + 1

    async def __call__(self, world: World, subject_id: str, step: Step = plainly) -> None:
        """Carry it out."""
        await self.body(world, subject_id, step)


EFFECTS: dict[str, DurableEffect] = {}


def effect(
    *,
    queue: Queue,
    stored_as: str = "",
    together: int = 1,
    attempts: int = ATTEMPTS,
    given_up: GivenUp = somebody_hears,
) -> Callable[[Body], DurableEffect]:
    """Register a body; see ``DurableEffect``.

    ``stored_as`` is its name in the database if the function once had another one.
    """

    def register(body: Body) -> DurableEffect:
        name = stored_as or body.__name__
        made = DurableEffect(name, body, queue, together, attempts, given_up)
        if made.name in EFFECTS:
            raise ValueError(f"two effects are stored as {made.name!r}: rename one")
        EFFECTS[made.name] = made
        return made

    return register


Call = Callable[[World, str], Awaitable[Any]]


def one_step(
    *, queue: Queue, stored_as: str = "", given_up: GivenUp = somebody_hears
) -> Callable[[Call], DurableEffect]:
    """Register an effect that is a single step: an async function ``(world, subject_id)``."""

    def register(call: Call) -> DurableEffect:
        @wraps(call)
        async def body(world: World, subject_id: str, step: Step) -> None:
            async def once() -> None:
                await call(world, subject_id)

            await step(call.__name__, once)

        # What computes for long is not held up by what it was put together with.
        together = 1 if queue == "work" else TOGETHER
        made = effect(queue=queue, stored_as=stored_as, together=together, given_up=given_up)
        return made(body)

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
    once. One that was given up is begun anew.
    """
    asked = effect_of(wanted, subject_id, once=once, not_before=not_before)
    if not uow.effects.add(asked):
        held = uow.effects.need(asked.id)
        if held.failed:
            uow.effects.put(anew(held, not_before))


def effect_of(
    wanted: DurableEffect, subject_id: str, *, once: object = "", not_before: datetime | None = None
) -> Effect:
    """What ``ask`` adds, for asking for many at once."""
    key = ":".join(filter(None, (wanted.name, subject_id, str(once))))
    return Effect(key, wanted.name, subject_id, not_before=not_before)


def anew(given_up: Effect, not_before: datetime | None = None) -> Effect:
    """What was given up, to be tried again as often as at first."""
    attempts = EFFECTS[given_up.kind].attempts
    tried = -(-given_up.attempt // attempts) * attempts
    return replace(
        given_up,
        done=False,
        done_at=None,
        failed="",
        flow="",
        attempt=tried + 1,
        not_before=not_before,
    )


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
