"""How it is going, for owners: shares and means of groups, never a person, never a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.domain.cycle import Cycle, CycleKind
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.key_figures import KeyFigure, KeyFigures
from mentoring.domain.measurement.results import ReportedResult
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.measurement.key_figures import figures_now


@dataclass(frozen=True)
class GoingNotice(Notice):
    """The figures of the cycle as they were last told; ``smallest`` is the least group of which
    anything is told. ``rolls``: its tandems have no common moment. ``of_house`` are those that
    owners have named beside them, ``results`` so many lines that tandems have released.
    """

    programme: str
    figures: Figures
    smallest: int
    rolls: bool = False
    of_house: tuple[KeyFigure, ...] = ()
    results: int = 0


@shows(to="owners")
def going_card(uow: UnitOfWork, scene: Scene) -> GoingNotice:
    """The same for every owner: whoever takes part is in none of it."""
    cycle = scene.posting.subject_id
    found = uow.figures.get(cycle) or Figures(cycle)
    rolls = uow.cycles.need(cycle).kind is CycleKind.ROLLING
    name, smallest = scene.programme.name, scene.programme.smallest_group
    return GoingNotice(name, found, smallest, rolls, figures_now(uow), uow.reported_results.count())


@depends(going_card, Figures, Cycle)
def _cycle(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    if isinstance(change.row, Cycle) and not change.alters("kind"):
        return ()
    return [change.row.id]


@depends(going_card, KeyFigures)
@depends(going_card, ReportedResult)
def _of_house(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    return [change.row.cycle_id]


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put it before the owner; an earlier one of theirs in the same chat gives way."""
    post_anew(uow, moment, going_card, moment.cycle.id, owner, chat)
