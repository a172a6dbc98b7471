"""What was tried for as long as it is worth and given up, and has no card of its own to say so:
owners read it in plain words, and have it tried again; never whom it is about, or what it said.

It waits in *status* as well, so that it is seen where the card itself could not be delivered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mentoring.domain.upkeep import Effect
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.usecases.common.effects import EFFECTS, somebody_hears, told_when_given_up
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import post
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
    """The columns of what was given up in the cycle, or for a person whom all programmes share."""
    return {"done": True, "failed": Other(""), "cycle_id": (uow.cycle_id, ""), "kind": told_kinds()}


def told_kinds() -> tuple[str, ...]:
    """The kinds of effects that have no place of their own where they are named."""
    return tuple(name for name, found in EFFECTS.items() if found.given_up is somebody_hears)


@depends(given_up_card, Effect)
def _given_up(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What was given up, and what is tried again."""
    told = change.alters("failed") and (change.row.failed or change.before)
    return [change.row.cycle_id or uow.cycle_id] if told else ()


@told_when_given_up
def tell(uow: UnitOfWork, moment: Moment, _subject_id: str) -> None:
    """Owners get one card a day at most; it shows all that was given up."""
    if uow.cycle_id and not moment.cycle.is_over:
        stamp = f"{moment.now:%Y%m%d}"
        tell_owners(uow, moment, given_up_card, uow.cycle_id, set(), stamp=stamp)


def _show(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    key = f"{given_up_card.name}:{uow.cycle_id}:{asking.owner}:{moment.now:%Y%m%d%H%M%S}"
    post(uow, given_up_card, uow.cycle_id, asking.owner, key=key, chat=asking.chat)


@needs_owners(_show)
def given_up(uow: UnitOfWork, _moment: Moment, _readers: Readers) -> int:
    """What was given up waits for owners, whether or not a card could tell them."""
    return uow.effects.count(**_left(uow))


def again(uow: UnitOfWork, _moment: Moment) -> None:
    """Another attempt at all of it; pressed twice, it is one."""
    left = uow.effects.all(**_left(uow))
    uow.effects.put_all(
        replace(each, done=False, done_at=None, failed="", flow="", attempt=each.attempt + 1)
        for each in left
    )
