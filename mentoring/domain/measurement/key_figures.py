"""Hard figures of the house that owners name beside what people say of themselves: typed by them,
never filled in, and no proof of a cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from mentoring.domain.cycle import Source
from mentoring.domain.errors import Refusal

MOST = 3
"""So many of a cycle: what is set beside everything shows nothing."""
LONGEST_NAME, LONGEST_UNIT, LONGEST_SOURCE = 80, 20, 120
HIGHEST = Decimal(10) ** 12
FINEST = 6
"""So many digits may stand behind the point."""
SHARES = frozenset({"%", "prozent", "percent", "per cent", "pct"})


@dataclass(frozen=True)
class Reading:
    """What was read off, and on which day."""

    value: Decimal
    on: date


@dataclass(frozen=True)
class KeyFigure:
    """A figure by its name, its unit and where it comes from, at the start and at the end; None is
    not known, and nothing stands for it.
    """

    id: str
    name: str
    unit: str = ""
    source: str = ""
    start: Reading | None = None
    end: Reading | None = None

    @property
    def difference(self) -> Decimal | None:
        """By how much it is more at the end, in its unit; None while one of the two is missing."""
        return self.end.value - self.start.value if self.start and self.end else None

    @property
    def is_share(self) -> bool:
        """Whether it is in percent, so that its difference is in percentage points."""
        return self.unit.casefold() in SHARES


@dataclass(frozen=True)
class KeyFigures:
    """The figures of a cycle as an owner (``by``) has set them at ``at`` (aware), until the version
    with the next number. Versions are never changed.
    """

    id: str
    number: int
    by: str
    at: datetime
    source: Source
    figures: tuple[KeyFigure, ...] = ()
    cycle_id: str = ""

    def figure(self, key: str) -> KeyFigure | None:
        """The one with this id."""
        return next((each for each in self.figures if each.id == key), None)


@dataclass(frozen=True)
class Otherwise:
    """A figure before and after a version; None: there was none, or there is none any more."""

    before: KeyFigure | None
    after: KeyFigure | None


NONE_YET = KeyFigures("", 0, "", datetime.min.replace(tzinfo=UTC), Source.CARD)
Set = Sequence[KeyFigure]


def version_key(cycle_id: str, number: int) -> str:
    """The id of a version of a cycle's figures."""
    return f"{cycle_id}:{number:05d}"


def checked(figure: KeyFigure, today: date) -> KeyFigure:
    """The figure as owners have typed it, if it can be one.

    Raises:
        Refusal: ``figure-name`` without a name; ``figure-day-ahead`` for what nobody can know yet;
            ``figure-days-turned`` if its end lies before its start. Each names its input.
    """
    if not figure.name:
        raise Refusal("figure-name", field="name")
    for field, reading in (("start_on", figure.start), ("end_on", figure.end)):
        if reading and reading.on > today:
            raise Refusal("figure-day-ahead", field=field)
    if figure.start and figure.end and figure.end.on < figure.start.on:
        raise Refusal("figure-days-turned", field="end_on")
    return figure


def with_figure(figures: Set, figure: KeyFigure) -> tuple[KeyFigure, ...]:
    """With this one in its place, or at the end if it is new.

    Raises:
        Refusal: ``figures-full``.
    """
    found = {each.id: each for each in figures} | {figure.id: figure}
    if len(found) > MOST:
        raise Refusal("figures-full")
    return tuple(found.values())


def without_figure(figures: Set, key: str) -> tuple[KeyFigure, ...]:
    """Without the one with this id."""
    return tuple(each for each in figures if each.id != key)


def otherwise(before: Set, after: Set) -> tuple[Otherwise, ...]:
    """What differs between two versions, figure by figure."""
    old, new = ({each.id: each for each in figures} for figures in (before, after))
    keys = dict.fromkeys((*old, *new))
    return tuple(
        Otherwise(old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
    )


def taken_back(now: Set, changed: Iterable[Otherwise]) -> tuple[KeyFigure, ...]:
    """As it was before these changes, and otherwise as it is now.

    Raises:
        Refusal: ``figures-changed-since`` if one of them is otherwise by now; ``figures-full``.
    """
    found = tuple(now)
    for each in changed:
        key = (each.after or each.before or KeyFigure("", "")).id
        if next((figure for figure in found if figure.id == key), None) != each.after:
            raise Refusal("figures-changed-since")
        found = with_figure(found, each.before) if each.before else without_figure(found, key)
    return found


def taken_over(figures: Set, number: int) -> tuple[KeyFigure, ...]:
    """The same figures for another cycle, of which nothing is known yet; ``number`` is that of the
    version that has them.
    """
    return tuple(
        replace(each, id=figure_id(number, place), start=None, end=None)
        for place, each in enumerate(figures)
    )


def figure_id(number: int, place: int = 0) -> str:
    """The id of a figure that has come with this version; it is never another one's."""
    return f"{number}-{place}"
