"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.sessions.held import series
from tests.usecases.held import (
    HANDED_OVER,
    SHE,
    called,
    hers,
    holdings_of,
    registered_in,
    wrongly_found,
)


@pytest.mark.parametrize("each", registered_in("sessions"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("sessions"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_a_series_in_her_calendar_is_hers_until_it_is_handed_over(everywhere: SqlStore) -> None:
    """Although the tandem is of two others."""
    found = everywhere.read_now(lambda uow: list(series(uow, SHE)))
    assert [row.id for row in found if SHE not in {row.mentor_id, row.mentee_id}] == [HANDED_OVER]
