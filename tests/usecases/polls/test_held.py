"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.polls.held import polls
from tests.usecases.held import SHE, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("polls"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("polls"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_polls_are_found_by_the_tandem(everywhere: SqlStore) -> None:
    """Nobody's id stands in them, only the role of who accepts what."""
    found = everywhere.read_now(lambda uow: list(polls(uow.everywhere, SHE)))
    assert found
    assert not [row.id for row in found if SHE in repr(row)]
