"""How it is going: nothing yet, some of it, and all of it."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.key_figures import FIGURES
from cards.examples.people import NOW, PROGRAMME
from mentoring.domain.measurement.change import Change, Estimate, Sums
from mentoring.domain.measurement.figures import (
    Compared,
    Counted,
    Figures,
    Lasting,
    Progress,
    Running,
)
from mentoring.domain.measurement.items import Item, Stage
from mentoring.domain.measurement.shares import Share
from mentoring.notices import Notice
from mentoring.usecases.measurement.going import GoingNotice

NOTHING = Figures("p1c1")
SOME = Figures(
    "p1c1",
    (
        Counted(Running.AGREEMENT, NOW, Share(8, 7, 8)),
        Counted(Running.RETROSPECTIVE, NOW, Share(10, 6, 7)),
    ),
    (Progress(Item.ADVICE, Stage.MIDDLE, NOW),),
)
CHANGES = (
    (Item.COMPETENCE, Stage.MIDDLE, 12, Estimate(1.2, 0.4, 2.0)),
    (Item.COMPETENCE, Stage.END, 11, Estimate(2.3, 1.3, 3.3)),
    (Item.USAGE, Stage.END, 11, Estimate(1.0, 0.5, 1.5)),
    (Item.ADVICE, Stage.END, 10, Estimate(0.0, -0.6, 0.6)),
    (Item.NETWORK, Stage.END, 9, Estimate(0.8, 0.1, 1.5)),
    (Item.VOICE, Stage.END, 9, Estimate(-0.2, -0.8, 0.4)),
    (Item.STAY, Stage.END, 9, Estimate(0.4, 0.0, 0.8)),
)
ALL = Figures(
    "p1c1",
    (
        Counted(Running.AGREEMENT, NOW, Share(12, 9, 9)),
        Counted(Running.RETROSPECTIVE, NOW, Share(61, 43, 43)),
        Counted(Running.FIT, NOW, Share(20, 15, 16)),
    ),
    tuple(
        Progress(item, stage, NOW, Sums(people), Change(people, by))
        for item, stage, people, by in CHANGES
    ),
    compared=(
        Compared(Item.COMPETENCE, Stage.MIDDLE, Sums(7), Estimate(0.9, 0.0, 1.8)),
        Compared(Item.COMPETENCE, Stage.END, Sums(6), Estimate(1.9, 0.8, 3.0)),
        Compared(Item.ADVICE, Stage.END, Sums(6), Estimate(-0.3, -1.1, 0.5)),
        Compared(Item.VOICE, Stage.END),
    ),
    lasting=(Lasting(3, NOW, Share(12, 9, 9), 4), Lasting(6, NOW)),
)


def goings() -> dict[str, Notice]:
    """Where tandems have a common end, and where each has its own."""
    return {
        "going-nothing": _notice(NOTHING),
        "going-nothing-rolling": _notice(NOTHING, rolls=True),
        "going-some": _notice(SOME),
        "going-all": replace(_notice(ALL), of_house=FIGURES, results=2),
        "going-all-rolling": _notice(replace(ALL, compared=()), rolls=True),
    }


def _notice(figures: Figures, *, rolls: bool = False) -> GoingNotice:
    return GoingNotice(PROGRAMME.name, figures, PROGRAMME.smallest_group, rolls)
