"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.matching.held import next_best
from tests.usecases.held import (
    OTHER,
    SHE,
    THIRD,
    called,
    hers,
    holdings_of,
    registered_in,
    wrongly_found,
)


@pytest.mark.parametrize("each", registered_in("matching"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("matching"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_a_next_best_partner_is_found_in_the_proposal_of_others(everywhere: SqlStore) -> None:
    found = everywhere.read_now(lambda uow: list(next_best(uow, SHE)))
    assert [(row.mentor_id, row.mentee_id) for row in found] == [(THIRD, OTHER)]
