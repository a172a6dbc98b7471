"""Who has paused, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.domain.watching import Absence
from mentoring.usecases.common.pauses import paused_at
from tests.usecases.company import NOW, STARTS, Company, person, profile, put

AWAY = Absence("eva", NOW, STARTS[0].date())


class TestPaused:
    """A pause lasts through its last day, by the person's own clock, and for all programmes."""

    @pytest.mark.parametrize(
        ("moment", "away"),
        [
            (NOW - timedelta(seconds=1), False),
            (NOW, True),
            (datetime(2027, 2, 9, 22, 59, tzinfo=UTC), True),
            (datetime(2027, 2, 9, 23, 0, tzinfo=UTC), False),
        ],
    )
    async def test_to_the_last_minute_in_berlin(
        self, programmes: Company, moment: datetime, away: bool
    ) -> None:
        await put(programmes.first, "absences", AWAY)
        assert await programmes.second.read(lambda uow, _: paused_at(uow, "eva", moment)) is away

    async def test_to_the_last_minute_in_new_york(self, programmes: Company) -> None:
        there = replace(person("eva"), profile=profile("eva", zone="America/New_York"))
        await put(programmes.first, "people", there)
        await put(programmes.first, "absences", AWAY)
        late = datetime(2027, 2, 10, 4, 59, tzinfo=UTC)
        assert await programmes.first.read(lambda uow, _: paused_at(uow, "eva", late))

    async def test_nobody_is_away_from_a_session_without_a_time(self, programmes: Company) -> None:
        await put(programmes.first, "absences", AWAY)
        assert not await programmes.first.read(lambda uow, _: paused_at(uow, "eva", None))

    async def test_whoever_has_not_paused_is_there(self, programmes: Company) -> None:
        assert not await programmes.first.read(lambda uow, _: paused_at(uow, "eva", NOW))
