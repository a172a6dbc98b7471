"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.held import reports
from mentoring.usecases.common.holdings import Holding, Naming
from tests.usecases.held import SHE, THIRD, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("common"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("common"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_who_reports_to_her_names_her(everywhere: SqlStore) -> None:
    """As one of their managers; that she is erased must reach them."""
    assert [row.id for row in everywhere.read_now(lambda uow: list(reports(uow, SHE)))] == [THIRD]
