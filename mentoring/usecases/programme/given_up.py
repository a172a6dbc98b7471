"""What was tried for as long as it is worth and given up, and has no card of its own to say so:
owners read it in plain words, and have it tried again; never whom it is about, or what it said.

It waits in *status* as well, so that it is seen where the card itself could not be delivered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mentoring.domain.upkeep import Effect
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import EFFECTS, anew, told_when_given_up
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.programme.owners_channel import tell_owners


@dataclass(frozen=True)
class GivenUpNotice(Notice):
    """How often something of each kind (an effect's stored name) was given up."""

    kinds: Mapping[str, int] = field(default_factory=dict)


@shows(to="owners")
def given_up_card(uow: UnitOfWork, _scene: Scene) -> GivenUpNotice:
    """What owners see: how much of what."""
    return GivenUpNotice(dict(sorted(uow.effects.count_by("kind", **_left(uow)).items())))


def _left(uow: UnitOfWork) -> dict[str, object]:
    """The columns of what was given up in the programme's cycles, or for a person whom all
    programmes share.
    """
    cycles = *_alike(uow, uow.cycle_id), ""
    return {"done": True, "failed": Other(""), "cycle_id": cycles, "kind": told_kinds()}


def _alike(uow: UnitOfWork, cycle_id: str) -> list[str]:
    """The cycle and the programme's others: what an earlier one has left is seen in the next, too.
    Those of tries are kept apart.
    """
    own = uow.cycles.need(cycle_id)
    same = uow.cycles.columns("id", programme_id=own.programme_id, tried_by=own.tried_by)
    return [key for (key,) in same]


def told_kinds() -> tuple[str, ...]:
    """The kinds of effects that have no place of their own where they are named."""
    return tuple(name for name, found in EFFECTS.items() if found.is_heard_of)


@depends(given_up_card, Effect)
def _given_up(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What was given up, and what is tried again."""
    told = change.alters("failed") and (change.row.failed or change.before)
    cycle_id = change.row.cycle_id or uow.cycle_id
    return _alike(uow, cycle_id) if told and cycle_id else ()


@told_when_given_up
def tell(uow: UnitOfWork, moment: Moment, _subject_id: str) -> None:
    """Owners get one card a day at most; it shows all that was given up, also of a cycle that is
    over. What belongs to no cycle those of the first programme read. A try is nobody's work.
    """
    if not moment.cycle.tried_by:
        here, stamp = for_cycle(uow, moment.cycle.id), f"{moment.now:%Y%m%d}"
        tell_owners(here, moment, given_up_card, here.cycle_id, set(), stamp=stamp)


def _show(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    post_anew(uow, moment, given_up_card, uow.cycle_id, asking.owner, asking.chat)


@needs_owners(_show)
def given_up(uow: UnitOfWork, _moment: Moment, _readers: Readers) -> int:
    """What was given up waits for owners, whether or not a card could tell them."""
    return uow.effects.count(**_left(uow))


def again(uow: UnitOfWork, _moment: Moment) -> None:
    """Another attempt at all of it; pressed twice, it is one."""
    left = uow.effects.all(**_left(uow))
    uow.effects.put_all(anew(each) for each in left)
