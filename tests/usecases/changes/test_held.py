"""What the room holds about people is found: everybody's rows in every programme, and nobody
else's.
"""

from __future__ import annotations

import pytest

from mentoring.storage.store import SqlStore
from mentoring.usecases.changes.held import pauses
from mentoring.usecases.common.holdings import Holding, Naming, Reader
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


def test_who_reads_that_somebody_pauses_is_told_to_them() -> None:
    """Owners read *paused* of a person (``Whereabouts.PAUSED``), and no day."""
    parts = (part for each in holdings_of("changes") for part in each.parts)
    (pause,) = (part for part in parts if part.purpose == "pause")
    assert pause.seen_by == {
        Reader.PERSON,
        Reader.PARTNER,
        Reader.DEPUTY,
        Reader.OWNERS_AS_STATE,
    }
