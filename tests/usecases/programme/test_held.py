"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming
from mentoring.usecases.programme.held import settings_of_sponsor
from tests.usecases.held import SHE, called, hers, holdings_of, registered_in, wrongly_found


@pytest.mark.parametrize("each", registered_in("programme"), ids=called)
def test_each_function_finds_her_rows(everywhere: SqlStore, each: Holding | Naming) -> None:
    assert hers(everywhere, each)


@pytest.mark.parametrize("holding", holdings_of("programme"), ids=called)
def test_each_finds_everybodys_rows_and_nobody_elses(
    everywhere: SqlStore, holding: Holding
) -> None:
    assert wrongly_found(everywhere, holding) == {}


def test_whoever_answers_questions_is_known_by_their_address(everywhere: SqlStore) -> None:
    found = everywhere.read_now(lambda uow: list(settings_of_sponsor(uow, SHE)))
    assert [row.settings.contact.email for row in found] == ["mentor-1@firma.example"]
