"""Something that many people look at has changed: this is noted in a row of its own, and what
follows is worked out later, once for all changes.

A participant's unit only adds the row (``changed``). Whoever brings cards up to date takes all rows
there are (``catch_up``): then the rules of what follows are applied, and the cards about it are
shown anew.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from mentoring.domain.cycle import is_try
from mentoring.domain.posting import Change
from mentoring.notices import View
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.showing import EVERY, STILL_OPEN, settle_shared

Rule = Callable[[UnitOfWork, Moment, str], None]


@dataclass(frozen=True)
class Topic:
    """Something that changes; a room in a higher layer may register what follows (``follows``).

    ``name`` stands in the database.
    """

    name: str


Shared: TypeAlias = Topic | View[Any]
RULES: dict[str, Rule] = {}


def follows(topic: Shared) -> Callable[[Rule], Rule]:
    """Register what follows when something has changed: ``rule(uow, moment, subject_id)``.

    It runs in the unit of whoever brings cards up to date, once for all changes of the subject
    until then, so it counts by SQL and asks for an effect where there is more to do.
    """

    def register(rule: Rule) -> Rule:
        if topic.name in RULES:
            raise ValueError(f"two rules follow a change of {topic.name!r}: keep one")
        RULES[topic.name] = rule
        return rule

    return register


def changed(uow: UnitOfWork, topic: Shared, subject_id: str = "") -> None:
    """Note that the shared subject has changed."""
    uow.changes.add(Change(secrets.token_hex(16), topic.name, subject_id))


async def catch_up(world: World) -> int:
    """Work out what follows from all changes that nobody has taken yet; returns how many subjects
    have changed.
    """
    if not await world.store.glance(_any_change):
        return 0
    return await world.store.run(lambda uow: _catch_up(uow, world.moments))


def _any_change(uow: UnitOfWork) -> bool:
    return uow.changes.any()


def _catch_up(uow: UnitOfWork, moments: Moments) -> int:
    """Each rule works for the cycle in which the change was made; what it changes makes shared
    cards old at once. Of a cycle that is gone nobody has a card.
    """
    taken, old = uow.take_changes(), set()
    for change in taken:
        if not _stands(uow, change.cycle_id):
            continue
        old.add((change.kind, change.subject_id, change.cycle_id))
        if change.kind in RULES:
            here = uow.everywhere
            RULES[change.kind](here, moments(here, change.cycle_id), change.subject_id)
            old |= {(*each, change.cycle_id) for each in settle_shared(here)}
    _outdate(uow, old)
    return len(taken)


def _stands(uow: UnitOfWork, cycle_id: str) -> bool:
    """Whether the cycle is there, and a try stays there until the unit has ended."""
    if is_try(cycle_id):
        uow.alone(cycle_id)
    return not cycle_id or uow.cycles.get(cycle_id) is not None


def _outdate(uow: UnitOfWork, old: Iterable[tuple[str, str, str]]) -> None:
    """Each is the kind of a card, its subject, and the cycle."""
    named: dict[str, set[str]] = defaultdict(set)
    for kind, subject_id, cycle_id in sorted(old):
        if subject_id == EVERY:
            uow.outdate(kind=kind, cycle_id=cycle_id, **_still_open(uow, kind))
        else:
            named[kind].add(subject_id)
    uow.outdate_all(named)


def _still_open(uow: UnitOfWork, kind: str) -> Mapping[str, object]:
    """Which cards of the kind are not over."""
    found = STILL_OPEN.get(kind)
    return found(uow.everywhere) if found else {}
