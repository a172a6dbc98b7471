"""Which effects a replica carries out: it writes their workflow into their rows."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from mentoring.domain.upkeep import Effect
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import EFFECTS, DurableEffect
from mentoring.workflows.loads import Load


@dataclass(frozen=True)
class Flow:
    """A workflow that is to be begun, and the effects of one kind that it carries out."""

    id: str
    effects: tuple[Effect, ...]

    @property
    def found(self) -> DurableEffect:
        """What carries them out."""
        return EFFECTS[self.effects[0].kind]

    def load(self) -> Load:
        """What it has to do here, before it is given anything."""
        return Load(self.found.queue, "" if self.found.together == 1 else self.found.name)


def claim(
    uow: UnitOfWork,
    now: datetime,
    rooms: Mapping[str, int],
    going: Mapping[str, str],
    replica: str,
) -> list[Flow]:
    """Let what is ready be carried out by workflows that are at work in this ``replica``
    (``going``, by kind), or that it begins; ``rooms``: for how many it has room, by queue.
    """
    flows = [
        flow
        for queue, room in rooms.items()
        for kind, effects in groupby(_ready(uow, now, queue, room), key=lambda each: each.kind)
        for flow in _flows(EFFECTS[kind], list(effects), going.get(kind, ""), replica)
    ]
    uow.effects.put_all(effect for flow in flows for effect in flow.effects)
    return flows


def begun_by(flow: str) -> str:
    """Which replica has begun the workflow of several effects; empty for one of a single effect,
    whose id follows from the effect.
    """
    replica, slash, _ = flow.rpartition("/")
    return replica if slash else ""


def _flows(
    found: DurableEffect, effects: Sequence[Effect], going: str, replica: str
) -> Iterator[Flow]:
    if found.together == 1:
        for each in effects:
            yield Flow(each.workflow_id, (replace(each, flow=each.workflow_id),))
        return
    if going:
        yield Flow(going, tuple(replace(each, flow=going) for each in effects))
        return
    for first in range(0, len(effects), found.together):
        key = f"{replica}/{secrets.token_hex(8)}"
        some = effects[first : first + found.together]
        yield Flow(key, tuple(replace(each, flow=key) for each in some))


def _ready(uow: UnitOfWork, now: datetime, queue: str, room: int) -> Sequence[Effect]:
    """As many effects of the queue as there is room for, by their kinds."""
    kinds = [name for name, found in EFFECTS.items() if found.queue == queue]
    found = uow.ready(now, room, kinds) if room else ()
    return sorted(found, key=lambda each: each.kind)
