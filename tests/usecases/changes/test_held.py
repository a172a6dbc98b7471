"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.changes.held import pauses
from mentoring.usecases.common.holdings import Holding, Naming
from tests.usecases.held import THIRD, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("changes"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("changes"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_nobody_who_is_there_has_a_pause(everywhere: SqlStore) -> None:
    assert not everywhere.read_now(lambda uow: list(pauses(uow, THIRD)))
