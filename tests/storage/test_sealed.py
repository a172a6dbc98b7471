"""What follows from answers lies as ciphertext in the database, and errors of the database tell no
values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from cards.examples.matching import DIFFERENCE
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision, Preview, Tried
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.results import (
    Alternative,
    Alternatives,
    Check,
    Reason,
    Unmatched,
)
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem, TandemState, over, release
from mentoring.storage.shape import SEALED
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
REASONS = (Reason("generation", {"mentee": "1960er", "mentor": "1990er"}, 20),)
PROPOSAL = Proposal(
    "p",
    "r",
    "jan",
    "eva",
    20,
    reasons=REASONS,
    checks=(Check("language", "passed"),),
    alternatives=Alternatives((Alternative("next-best-eva", 9),)),
    lock=Lock("eva", "jan", "why-these-two", "otto", NOW),
)
TRIED = Preview(Tried(DecisionKind.LOCK, "tried-out-eva", "jan"), DIFFERENCE, "1")
RUN = MatchRun(
    "r",
    "otto",
    NOW,
    unmatched=(Unmatched("left-over-jan", Role.MENTOR, Reason("no-place")),),
    preview=TRIED,
    record="H4sIrecord",
)
TANDEM = Tandem(
    "t",
    1,
    "p",
    "jan",
    "eva",
    TandemState.ASKED_MENTEE,
    NOW,
    NOW,
    reasons=REASONS,
    mentor_agreed=True,
)


DECISION = OwnerDecision("d", DecisionKind.LOCK, "otto", NOW, "eva", "jan", "why-these-two")
ENDED = Intervention("i", InterventionKind.REPLACE, "otto", reason="why-jan-leaves")


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(
        lambda uow: (
            uow.proposals.put(PROPOSAL),
            uow.tandems.put(TANDEM),
            uow.runs.put(RUN),
            uow.decisions.put(DECISION),
            uow.interventions.put(ENDED),
        )
    )
    yield found
    found.close()


def lying(store: SqlStore, table: str) -> str:
    """What anybody reads in the table: in ciphertext four letters in a row are a word by chance."""
    with store.engine.connect() as connection:
        rows = connection.execute(select(metadata.tables[table])).mappings()
        return re.sub(rf"{SEALED}[\w=-]+", "", str([dict(row) for row in rows]))


OPEN = {
    "proposals": ("1960er", "passed", "next-best-eva", "why-these-two"),
    "decisions": ("why-these-two",),
    "interventions": ("why-jan-leaves",),
    "tandems": ("1960er", "True", "true"),
    "runs": ("left-over-jan", "tried-out-eva", "H4sIrecord"),
}


@pytest.mark.parametrize("table", OPEN)
def test_reasons_and_causes_lie_encrypted(store: SqlStore, table: str) -> None:
    """issue 12, D8: background, generation and gender could be read in the reasons that follow from
    them, and who has declined in who had agreed.
    """
    told = lying(store, table)
    assert [word for word in OPEN[table] if word in told] == []


def test_they_are_read_as_they_were(store: SqlStore) -> None:
    """issue 12, D8."""
    read = store.run_now(
        lambda uow: (
            uow.proposals.need("p"),
            uow.tandems.need("t"),
            uow.runs.need("r"),
            uow.decisions.need("d"),
            uow.interventions.need("i"),
        )
    )
    assert read == (PROPOSAL, TANDEM, RUN, DECISION, ENDED)


def test_what_an_earlier_version_left_open_is_still_read_and_sealed_when_it_is_written(
    store: SqlStore,
) -> None:
    """issue 12, D8."""
    tandems = metadata.tables["tandems"]
    open_ones = [
        {"code": "generation", "facts": {"mentee": "1960er", "mentor": "1990er"}, "points": 20}
    ]
    with store.engine.begin() as connection:
        connection.execute(tandems.update().values(reasons=open_ones))
    read = store.run_now(lambda uow: uow.tandems.put(uow.tandems.need("t")))
    assert read == TANDEM
    assert "1960er" not in lying(store, "tandems")


def test_it_is_sealed_at_the_next_start_at_the_latest(store: SqlStore) -> None:
    """issue 12, D8: a tandem that is over may never be written again."""
    tandems, runs = metadata.tables["tandems"], metadata.tables["runs"]
    with store.engine.begin() as connection:
        connection.execute(tandems.update().values(mentor_agreed="1"))
        connection.execute(runs.update().values(record="H4sIrecord"))
    assert store.seal() == 2
    assert store.seal() == 0
    assert store.run_now(lambda uow: (uow.tandems.need("t"), uow.runs.need("r"))) == (TANDEM, RUN)
    assert "H4sIrecord" not in lying(store, "runs")


def test_after_the_round_nothing_tells_who_declined() -> None:
    """issue 12, D8: a released tandem said whether the mentor had agreed, and so who had not."""
    declined_by_mentor = Tandem("t", 1, "p", "jan", "eva", TandemState.ASKED_MENTOR, NOW, NOW)
    declined_by_mentee = Tandem(
        "t", 1, "p", "jan", "eva", TandemState.ASKED_MENTEE, NOW, NOW, mentor_agreed=True
    )
    assert over(release(declined_by_mentor)) == over(release(declined_by_mentee))


def test_an_error_of_the_database_tells_no_values(store: SqlStore) -> None:
    """issue 12, D8."""
    for engine in store.writing:
        with pytest.raises(SQLAlchemyError) as failed, engine.begin() as connection:
            connection.execute(
                text("INSERT INTO nowhere VALUES (:said)"), {"said": "meine Lernziele"}
            )
        assert "meine Lernziele" not in str(failed.value)
