"""How it is going, for owners: shares and means of groups, never a person, never a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.domain.cycle import Cycle, CycleKind
from mentoring.domain.measurement.figures import Figures
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends


@dataclass(frozen=True)
class GoingNotice(Notice):
    """The figures of the cycle as they were last told; ``smallest`` is the least group of which
    anything is told. ``rolls``: its tandems have no common moment.
    """

    programme: str
    figures: Figures
    smallest: int
    rolls: bool = False


@shows(to="owners")
def going_card(uow: UnitOfWork, scene: Scene) -> GoingNotice:
    """The same for every owner: whoever takes part is in none of it."""
    cycle = scene.posting.subject_id
    found = uow.figures.get(cycle) or Figures(cycle)
    rolls = uow.cycles.need(cycle).kind is CycleKind.ROLLING
    return GoingNotice(scene.programme.name, found, scene.programme.smallest_group, rolls)


@depends(going_card, Figures, Cycle)
def _cycle(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    if isinstance(change.row, Cycle) and not change.alters("kind"):
        return ()
    return [change.row.id]


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put it before the owner; an earlier one of theirs in the same chat gives way."""
    post_anew(uow, moment, going_card, moment.cycle.id, owner, chat)
