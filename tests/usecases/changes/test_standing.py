"""Which occurrence is which session, also after a whole series was given another time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mentoring.domain.session import Session
from mentoring.ports.calendar import CalendarEntry
from mentoring.usecases.changes.standing import matched, read_standing
from tests.usecases.company import STARTS, TANDEM, Company, all_of, change, one, session

DAY = timedelta(days=1)
SESSIONS = [
    Session(session(number), TANDEM, number, start, 120, "kept", start)
    for number, start in enumerate(STARTS, 1)
]
IDS = [each.id for each in SESSIONS]


def rows(*starts: datetime) -> list[CalendarEntry]:
    """Occurrences where their pattern puts them."""
    return [CalendarEntry(f"{at:%m%d}", at, at, at + timedelta(hours=2)) for at in starts]


def starts(found: list[CalendarEntry], wanted: list[str] | None = None) -> dict[str, datetime]:
    return {key: row.start for key, row in matched(found, SESSIONS, wanted or IDS).items()}


def test_an_occurrence_belongs_to_the_session_of_its_planned_time() -> None:
    moved = [replace(row, start=row.start + DAY) for row in rows(*STARTS[1:])]
    assert starts(moved) == {key: at + DAY for key, at in zip(IDS[1:], STARTS[1:], strict=True)}


@pytest.mark.parametrize("by", [timedelta(hours=2), DAY, -6 * DAY])
def test_after_a_move_of_the_whole_series_to_the_nearest(by: timedelta) -> None:
    moved = rows(*[at + by for at in STARTS])
    assert starts(moved) == {key: at + by for key, at in zip(IDS, STARTS, strict=True)}
    assert starts(moved[:2]) == {key: at + by for key, at in zip(IDS[:2], STARTS, strict=False)}


def test_after_a_move_far_away_the_last_ones_in_their_order() -> None:
    """What lies before them has taken place."""
    by = 14 * DAY
    moved = rows(*[at + by for at in STARTS])
    assert starts(moved, IDS[2:]) == {
        key: at + by for key, at in zip(IDS[2:], STARTS[2:], strict=True)
    }


@pytest.mark.parametrize("past", [0, 1, 2])
def test_so_it_is_when_one_of_them_is_gone(past: int) -> None:
    """What has taken place has moved in the calendar, too, and is in nobody's way."""
    by = 14 * DAY
    moved = rows(*[at + by for at in STARTS if at != STARTS[3]])
    kept = [key for key in IDS[past:] if key != IDS[3]]
    assert starts(moved, IDS[past:]) == {key: STARTS[IDS.index(key)] + by for key in kept}


async def test_an_occurrence_whose_session_stands_elsewhere_is_surplus(company: Company) -> None:
    await change(company.first, "sessions", session(3), event_id="single-1")
    tandem = await one(company.first, "tandems", TANDEM)
    found = await read_standing(
        company.first, tandem, await all_of(company.first, "sessions", tandem_id=TANDEM)
    )
    assert [row.planned for row in found.surplus] == [STARTS[2]]
    assert sorted(found.entries) == [key for key in IDS if key != session(3)]
