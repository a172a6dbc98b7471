"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.enrolment.held import enrolments_naming
from tests.usecases.held import OTHER, SHE, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("enrolment"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("enrolment"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_whoever_names_her_in_confidence_is_found_and_not_taken_for_her(
    everywhere: SqlStore,
) -> None:
    found = everywhere.read_now(lambda uow: list(enrolments_naming(uow, SHE)))
    assert [row.person_id for row in found] == [OTHER]
