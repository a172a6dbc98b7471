"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.launch.held import kickoffs_by
from tests.usecases.held import SHE, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("launch"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("launch"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_her_seat_is_found_and_not_the_kickoff_to_which_she_only_goes(everywhere: SqlStore) -> None:
    """She has called one herself; the others are their owner's."""
    assert [row.id for row in everywhere.read_now(lambda uow: list(kickoffs_by(uow, SHE)))] == [
        "p1c1.kickoff-9"
    ]
