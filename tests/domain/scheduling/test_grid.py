"""The grid says the same as ``datetime`` and ``zoneinfo``, on every day and above all when clocks
change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.scheduling.grid import CELLS_A_DAY, Grid, zone_view

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
]
CLOCK_CHANGES = [
    date(2027, 3, 28),
    date(2027, 10, 31),
    date(2027, 3, 14),
    date(2027, 11, 7),
    date(2027, 4, 4),
    date(2027, 10, 3),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("around", CLOCK_CHANGES, ids=str)
def test_each_cell_has_its_local_weekday_time_and_date(zone: str, around: date) -> None:
    grid = Grid(around - timedelta(days=3), 7)
    view = zone_view(zone, grid)
    for cell in range(grid.cells):
        local = grid.moment(cell).astimezone(ZoneInfo(zone))
        quarter = local.weekday() * CELLS_A_DAY + local.hour * 4 + local.minute // 15
        assert (view.week_cell[cell], view.day[cell]) == (
            quarter,
            (local.date() - grid.first_day).days,
        )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("around", CLOCK_CHANGES, ids=str)
def test_each_wall_clock_comes_when_datetime_says(zone: str, around: date) -> None:
    grid = Grid(around - timedelta(days=3), 7)
    view = zone_view(zone, grid)
    for number in range(-1, 2):
        day = around + timedelta(days=number)
        for quarter in range(CELLS_A_DAY):
            clock = time(quarter // 4, quarter % 4 * 15)
            expected = datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)
            assert grid.moment(view.at_wall[grid.wall(day) + quarter]) == expected, f"{day} {clock}"


def test_a_moment_lies_in_the_cell_that_it_falls_into() -> None:
    grid = Grid(date(2027, 1, 1), 2)
    assert grid.cell(datetime(2027, 1, 1, 1, 14, 59, tzinfo=UTC)) == 4
    assert grid.cell(datetime(2027, 1, 1, 1, 15, tzinfo=UTC)) == 5
    assert grid.cell(datetime(2026, 12, 31, 23, 59, tzinfo=UTC)) == -1
    assert grid.moment(5) == datetime(2027, 1, 1, 1, 15, tzinfo=UTC)
