"""The house's own figures of a cycle, which owners set beside what people say of themselves.

None is changed in place: a version says who set them and when, and what it changed follows from the
one before, so that it can be taken back alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from mentoring.domain.cycle import Source
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.key_figures import (
    NONE_YET,
    KeyFigure,
    KeyFigures,
    Otherwise,
    Set,
    checked,
    figure_id,
    otherwise,
    taken_back,
    taken_over,
    version_key,
    with_figure,
    without_figure,
)
from mentoring.domain.measurement.results import ReportedResult
from mentoring.domain.topics import Topic
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Altered, UnitOfWork
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.acts import clock_of, told_at

VERSIONS_SHOWN = 8
RESULTS = "results"
"""The part of the card with what tandems have brought."""
FIGURE, VERSION = "figure:", "version:"
"""How the parts of the card begin that show one figure (an empty id: a new one), one version."""


@dataclass(frozen=True)
class FiguresSet:
    """A version as owners read it: who set it (a name), when, how, and what it changed."""

    number: int
    by: str
    at: datetime
    source: Source
    changed: tuple[Otherwise, ...]


@dataclass(frozen=True)
class ResultSeen:
    """A line that both of a tandem have released, with its topic and the name of a key figure
    (empty: tied to none).
    """

    text: str
    topic: Topic | None
    figure: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyFiguresNotice(Correctable):
    """The figures of the cycle, or the part that is looked at; ``versions`` are the newest of
    ``number``, or the one that is looked at. ``before`` are those of the cycle before, which this
    one may take over. ``results`` are the lines of this page that both of a tandem have released,
    of ``many_results``.
    """

    programme: str
    figures: tuple[KeyFigure, ...]
    number: int = 0
    part: str = ""
    page: int = 0
    versions: tuple[FiguresSet, ...] = ()
    before: tuple[KeyFigure, ...] = ()
    results: tuple[ResultSeen, ...] = ()
    many_results: int = 0

    def expects(self) -> Mapping[str, object] | None:
        """The figure that is filled in."""
        return {"part": self.part} if self.part.startswith(FIGURE) else None


@shows(to="owners")
def key_figures_card(uow: UnitOfWork, scene: Scene) -> KeyFiguresNotice:
    """The same for every owner: nobody is in it."""
    now, part = _now(uow), scene.posting.view
    clock = clock_of(uow, scene.moment, scene.posting.person_id)
    numbers: Iterable[int] = ()
    if part == "history":
        newest = now.number - scene.posting.page * VERSIONS_SHOWN
        numbers = range(newest, max(0, newest - VERSIONS_SHOWN), -1)
    elif part.startswith(VERSION):
        numbers = [int(part.removeprefix(VERSION))]
    return KeyFiguresNotice(
        programme=scene.programme.name,
        figures=now.figures,
        number=now.number,
        part=part,
        page=scene.posting.page,
        versions=tuple(_seen(uow, number, clock) for number in numbers),
        before=() if now.figures else _of_the_cycle_before(uow, scene.moment),
        results=_results(uow, scene) if part == RESULTS else (),
        many_results=uow.reported_results.count(),
    )


def _results(uow: UnitOfWork, scene: Scene) -> tuple[ResultSeen, ...]:
    """Those of the page, by what they say: their order tells nothing of whose they are."""
    found = sorted(uow.reported_results.all(), key=lambda each: (each.line.casefold(), each.line))
    first = scene.posting.page * VERSIONS_SHOWN
    return tuple(
        ResultSeen(
            each.line, scene.programme.topic(each.topic) if each.topic else None, each.figure
        )
        for each in found[first : first + VERSIONS_SHOWN]
    )


@depends(key_figures_card, ReportedResult)
def _brought(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    return [change.row.cycle_id]


@depends(key_figures_card, KeyFigures)
def _set(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    return [change.row.cycle_id]


def figures_now(uow: UnitOfWork) -> tuple[KeyFigure, ...]:
    """Those of the cycle as they stand."""
    return _now(uow).figures


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, part: str = "") -> None:
    """Put them before the owner; an earlier card of theirs in the same chat gives way."""
    post_anew(uow, moment, key_figures_card, moment.cycle.id, owner, chat, part)


def save(uow: UnitOfWork, moment: Moment, owner: str, figure: KeyFigure, *, shown: int = 0) -> bool:
    """Let the figure be like this from now on; one without an id is a new one. ``shown`` is the
    version that the owner had before them. Returns whether anything is otherwise.

    Raises:
        Refusal: as ``checked`` and ``with_figure``; ``figures-set-since`` (by whom, when) if
            another owner has set this one otherwise.
    """
    today = moment.now.astimezone(clock_of(uow, moment, owner)).date()
    now = _alone(uow)
    wanted = checked(figure, today)
    if figure.id and _as_shown(uow, figure.id, shown) == wanted:
        return False
    _require_as_shown(uow, moment, owner, figure.id, shown)
    known = wanted if figure.id else replace(wanted, id=figure_id(now.number + 1))
    return _put(uow, moment, owner, now, with_figure(now.figures, known))


def remove(uow: UnitOfWork, moment: Moment, owner: str, key: str) -> bool:
    """Name this figure no longer; the history still has it."""
    now = _alone(uow)
    return _put(uow, moment, owner, now, without_figure(now.figures, key))


def undo(uow: UnitOfWork, moment: Moment, owner: str, number: int) -> bool:
    """Take back what a version has changed, and nothing else.

    Raises:
        Refusal: as ``taken_back``; ``gone`` if there is no such version.
    """
    now = _alone(uow)
    back = taken_back(now.figures, _changed(uow, _version(uow, number)))
    return _put(uow, moment, owner, now, back, Source.UNDO)


def take_over(uow: UnitOfWork, moment: Moment, owner: str) -> None:
    """Name the figures of the cycle before; what they were then is not taken along.

    Raises:
        Refusal: ``stale`` if figures are named already, or there were none.
    """
    now = _alone(uow)
    before = _of_the_cycle_before(uow, moment)
    if now.figures or not before:
        raise Refusal("stale")
    _put(uow, moment, owner, now, taken_over(before, now.number + 1))


def _now(uow: UnitOfWork) -> KeyFigures:
    return uow.key_figures.first(last=True) or NONE_YET


def _alone(uow: UnitOfWork) -> KeyFigures:
    """What counts now; until this unit has ended no other one changes it."""
    uow.alone(f"key-figures:{uow.cycle_id}")
    return _now(uow)


def _put(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    now: KeyFigures,
    figures: Set,
    source: Source = Source.CARD,
) -> bool:
    if tuple(figures) == now.figures:
        return False
    number = now.number + 1
    key = version_key(uow.cycle_id, number)
    uow.key_figures.put(KeyFigures(key, number, owner, moment.now, source, tuple(figures)))
    return True


def _version(uow: UnitOfWork, number: int) -> KeyFigures:
    return uow.key_figures.need(version_key(uow.cycle_id, number))


def _changed(uow: UnitOfWork, made: KeyFigures) -> tuple[Otherwise, ...]:
    before = _version(uow, made.number - 1).figures if made.number > 1 else ()
    return otherwise(before, made.figures)


def _seen(uow: UnitOfWork, number: int, clock: tzinfo) -> FiguresSet:
    made = _version(uow, number)
    by = name_of(uow, made.by) if made.by else ""
    return FiguresSet(number, by, made.at.astimezone(clock), made.source, _changed(uow, made))


def _as_shown(uow: UnitOfWork, key: str, shown: int) -> KeyFigure | None:
    return _version(uow, shown).figure(key) if shown else None


def _require_as_shown(uow: UnitOfWork, moment: Moment, owner: str, key: str, shown: int) -> None:
    """Refuse what would undo unseen what another owner has made of this figure since."""
    if not key or not shown:
        return
    for made in uow.key_figures.all(number=Above(shown)):
        if made.by != owner and any(_is(each, key) for each in _changed(uow, made)):
            at = told_at(uow, moment, owner, made.at)
            raise Refusal("figures-set-since", by=name_of(uow, made.by) or "–", at=at)


def _is(changed: Otherwise, key: str) -> bool:
    return key in {each.id for each in (changed.before, changed.after) if each}


def _of_the_cycle_before(uow: UnitOfWork, moment: Moment) -> tuple[KeyFigure, ...]:
    """Those of the last cycle before this one that has named any; a try has none before it."""
    cycle = moment.cycle
    if cycle.tried_by:
        return ()
    of_home = {"programme_id": moment.home.id, "tried_by": ""}
    earlier = [each for each in uow.everywhere.cycles.all(**of_home) if each.number < cycle.number]
    for each in sorted(earlier, key=lambda each: each.number, reverse=True):
        found = uow.everywhere.key_figures.first(last=True, cycle_id=each.id)
        if found and found.figures:
            return found.figures
    return ()
