"""Time as cells of a quarter of an hour, in UTC, and what each cell is on the wall clock of a zone.

Cells make the search a matter of array look-ups. They are exact: all offsets of today's zones are
whole quarters, a session is made of whole cells, taken time is widened to whole cells and working
time narrowed to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mentoring.domain.scheduling.types import zone_named

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

CELL_MINUTES = 15
CELLS_A_DAY = 24 * 60 // CELL_MINUTES
CELLS_A_WEEK = 7 * CELLS_A_DAY


@dataclass(frozen=True)
class Grid:
    """The cells of ``days`` days from ``first_day`` (midnight UTC) on, numbered from 0."""

    first_day: date
    days: int

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.days * CELLS_A_DAY

    @property
    def origin(self) -> datetime:
        """The start of cell 0, aware, in UTC."""
        return datetime.combine(self.first_day, time(), UTC)

    def moment(self, cell: int) -> datetime:
        """The start of a cell, aware, in UTC."""
        return self.origin + timedelta(minutes=CELL_MINUTES * int(cell))

    def cell(self, moment: datetime) -> int:
        """The cell in which an aware moment lies; outside the grid it is below 0, or ``cells`` or
        more.
        """
        return (moment - self.origin) // timedelta(minutes=CELL_MINUTES)

    def wall(self, day: date) -> int:
        """The quarter of an hour at which a date begins, on a wall clock that counts from midnight
        of ``first_day``.
        """
        return (day - self.first_day).days * CELLS_A_DAY


@dataclass(frozen=True)
class ZoneView:
    """The grid as the people of one zone see it.

    ``week_cell``: for each cell the quarter of the local week (0 = Monday 00:00). ``day``: for each
    cell the local date as days since the grid's first. ``at_wall``: for each quarter on the local
    wall clock the cell at which it comes.
    """

    week_cell: npt.NDArray[np.int16]
    day: npt.NDArray[np.int16]
    at_wall: npt.NDArray[np.int32]


@lru_cache(maxsize=32)
def zone_view(zone: str, grid: Grid) -> ZoneView:
    """How the zone (IANA) sees the grid; the first and the last day are only partly covered."""
    wall = np.arange(grid.cells) + _offsets(zone, grid)
    day = np.floor_divide(wall, CELLS_A_DAY)
    week_cell = (wall + grid.first_day.weekday() * CELLS_A_DAY) % CELLS_A_WEEK
    return ZoneView(
        week_cell.astype(np.int16), day.astype(np.int16), _cells_at_wall(wall).astype(np.int32)
    )


def _offsets(zone: str, grid: Grid) -> Ints:
    """The zone's distance from UTC at each cell, in cells."""
    info, quarter = zone_named(zone), timedelta(minutes=CELL_MINUTES)

    def offset(cell: int) -> int:
        return (grid.moment(cell).astimezone(info).utcoffset() or timedelta()) // quarter

    midnights = [offset(day * CELLS_A_DAY) for day in range(grid.days + 1)]
    found = np.repeat(np.array(midnights[:-1], dtype=np.int64), CELLS_A_DAY)
    for day in (day for day in range(grid.days) if midnights[day] != midnights[day + 1]):
        first = day * CELLS_A_DAY
        found[first : first + CELLS_A_DAY] = [offset(first + cell) for cell in range(CELLS_A_DAY)]
    return found


def _cells_at_wall(wall: Ints) -> Ints:
    """The inverse of ``wall``: a quarter that comes twice gives its first cell, one that is skipped
    counts on from the last quarter before it.

    That is how ``datetime`` reads a wall clock with ``fold=0``.
    """
    cells = np.arange(len(wall))
    inside = (wall >= 0) & (wall < len(wall))
    inverse = np.full(len(wall), -1, dtype=np.int64)
    inverse[wall[inside][::-1]] = cells[inside][::-1]
    last_known = np.maximum.accumulate(np.where(inverse >= 0, cells, 0))
    return np.asarray(inverse[last_known] + cells - last_known)
