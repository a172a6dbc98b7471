"""The workflows, by the kind of effect they fulfil.

Adding one: an async function ``(world, subject_id, step)`` with ``@workflow("kind")`` in this package. Everything that
reaches outside goes through ``step``, may run twice without harm, and is not repeated once it has been recorded. What a
step brings is recorded as JSON, so it is text, numbers, lists or dicts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from mentoring.ports.world import World

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None
"""What a step may bring. Lists and dicts are read again as they were; a tuple would not be, so none is recorded."""
T = TypeVar("T", bound=Plain)


class Step(Protocol):
    """Runs one recorded step; waits and repeats while the outside is throttled or away."""

    async def __call__(self, name: str, call: Callable[[], Awaitable[T]]) -> T:
        """The step's result, from the record if it has run before."""
        ...


Body = Callable[[World, str, Step], Awaitable[Any]]


@dataclass(frozen=True)
class Workflow:
    """A registered workflow: its body and the queue it waits in."""

    kind: str
    body: Body
    queue: str


WORKFLOWS: dict[str, Workflow] = {}
QUEUES = {"talk": 16, "launch": 24, "sessions": 12, "work": 2}


def workflow(kind: str, *, queue: str) -> Callable[[Body], Body]:
    """Register the workflow for effects of this kind; ``queue`` is one of ``QUEUES`` (name: how many at once a replica)."""
    if queue not in QUEUES:
        raise ValueError(f"no queue {queue!r} for workflow {kind!r}: use one of {', '.join(QUEUES)}")

    def register(body: Body) -> Body:
        if kind in WORKFLOWS:
            raise ValueError(f"two workflows fulfil {kind!r}: keep one")
        WORKFLOWS[kind] = Workflow(kind, body, queue)
        return body

    return register
