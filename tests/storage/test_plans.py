"""What belongs to one person or tandem is found by an index, never by reading everybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Text

from mentoring.domain.poll import PollState
from mentoring.domain.tandem import SEEMINGLY_OPEN
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.storage import tables
from mentoring.storage.store import SqlStore
from mentoring.usecases.launch.decided import last_batches, undecided
from tests.databases import heard, migrated_sqlite, plan

KINDS = [f"view{number}" for number in range(12)]
OPEN = {"cycle_id": "c", "launch_id": "l", **SEEMINGLY_OPEN}
FOUND: dict[str, Callable[[UnitOfWork], object]] = {
    "who answered before": lambda uow: uow.everywhere.enrolments.all(earlier="e"),
    "proposals with a mentor": lambda uow: uow.everywhere.proposals.all(mentor_id="p"),
    "proposals with a mentee": lambda uow: uow.everywhere.proposals.all(mentee_id="p"),
    "a mentor's past pairs": lambda uow: uow.everywhere.pairs.all(mentor_id="p"),
    "a mentee's past pairs": lambda uow: uow.everywhere.pairs.all(mentee_id="p"),
    "cards of one kind": lambda uow: uow.outdate_all({"view": ["a"]}),
    "cards about what belongs to many": lambda uow: uow.outdate_those(
        {uow.polls.those(session_id=key): ["poll"] for key in "abcdefgh"}
        | {uow.sessions.those(tandem_id=key): ["session", "late"] for key in "abcdefgh"}
    ),
    "cards of many kinds": lambda uow: uow.outdate_all({kind: ["a", "b"] for kind in KINDS}),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    yield found
    found.close()


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_by_an_index(store: SqlStore, name: str) -> None:
    plans = plans_of(store, FOUND[name])
    assert any(plan.startswith(("SEARCH", "MULTI-INDEX")) for plan in plans)
    assert not [plan for plan in plans if plan.startswith("SCAN ") and "CONSTANT" not in plan]


def test_a_launchs_open_offers_are_counted_without_reading_a_tandem(store: SqlStore) -> None:
    """Its card is read every two seconds while it goes on."""
    plans = plans_of(store, lambda uow: uow.everywhere.tandems.count(**OPEN))
    plans += plans_of(store, lambda uow: uow.everywhere.tandems.latest("round_ends_at", **OPEN))
    assert [plan.split(" (")[0] for plan in plans] == [
        "SEARCH tandems USING COVERING INDEX ix_tandems_launch"
    ] * 2


def test_however_much_was_decided_the_last_of_it_is_found_at_once(store: SqlStore) -> None:
    """A card's foot, and who was faster elsewhere: one row each, in the order of an index."""
    cards = ("a", "b", "c")
    plans = plans_of(store, lambda uow: uow.acts.first(last=True, card="a", what=NoneOf(["x"])))
    plans += plans_of(store, lambda uow: uow.acts.first(last=True, card=cards))
    plans += plans_of(store, lambda uow: uow.acts.first(last=True, cycle_id="c", what="x"))
    found = [plan.split(" (")[0] for plan in plans if plan.startswith("SEARCH")]
    assert found == ["SEARCH acts USING INDEX ix_acts_card"] * 2 + [
        "SEARCH acts USING INDEX ix_acts_what"
    ]


def own_columns() -> Iterator[tuple[str, str]]:
    """By which texts the rows of one person, tandem or launch are found, beside their cycle."""
    for table in tables.metadata.tables.values():
        scope = table.info.get("scope")
        firsts = {next(iter(index.columns)).name for index in table.indexes}
        for name in sorted(firsts - {scope, "id"}) if scope else ():
            if isinstance(table.c[name].type, Text):
                yield table.name, name


@pytest.mark.parametrize(("table", "column"), [*own_columns()])
def test_beside_its_cycle_it_is_found_by_itself(store: SqlStore, table: str, column: str) -> None:
    """Whoever looked at their card read all tandems of the cycle, where the index by the cycle was
    made last: of 5,000 that took 1.7 ms instead of 0.02.
    """
    scope = str(tables.metadata.tables[table].info["scope"])
    said = f"SELECT * FROM {table} WHERE {scope} = ? AND {column} = ? ORDER BY id"
    with store.engine.connect() as connection:
        plans = plan(connection, (said, ("c", "x")))
    assert [each for each in plans if f"{column}=?" in each]


@pytest.mark.parametrize("state", [PollState.OPEN, PollState.BOOKED])
def test_a_tandems_polls_are_not_looked_for_among_those_of_all(
    store: SqlStore, state: PollState
) -> None:
    """Of what was agreed on once there are thousands in the end."""
    plans = plans_of(store, lambda uow: uow.polls.all(tandem_id="t", state=state))
    plans += plans_of(store, lambda uow: uow.polls.all(tandem_id="t", session_id="", state=state))
    plans += plans_of(store, lambda uow: uow.polls.all(session_id="s", state=state))
    found = [plan.split(" (")[0] for plan in plans if plan.startswith("SEARCH")]
    assert found == ["SEARCH polls USING INDEX ix_polls_tandem_id"] * 2 + [
        "SEARCH polls USING INDEX ix_polls_session_id"
    ]


def test_what_was_decided_about_a_tandem_is_found_without_that_about_its_launch(
    store: SqlStore,
) -> None:
    """Each group of ten asks whether owners have decided about one of its tandems, each attempt
    what they have decided last.
    """
    plans = plans_of(store, lambda uow: undecided(uow, "l", ["t", "s"]))
    plans += plans_of(store, lambda uow: last_batches(uow, "l", ["t", "s"]))
    assert [plan.split("(")[1] for plan in plans if plan.startswith("SEARCH")] == [
        "id=?)",
        "tandem_id=? AND launch_id=?)",
    ]


def plans_of(store: SqlStore, unit: Callable[[UnitOfWork], object]) -> list[str]:
    """SQLite's plans of the unit's statements; what is read whole stands there as a scan of a table
    [sqlite.org, EXPLAIN QUERY PLAN].
    """
    with heard(store.engine) as said:
        store.run_now(unit)
    asked = [each for each in said if not each[0].startswith("BEGIN")]
    with store.engine.connect() as connection:
        return [row for each in asked for row in plan(connection, each)]


def test_where_loops_look_there_is_an_index(store: SqlStore) -> None:
    """A look costs by what is waiting, not by what has ever been."""
    with heard(store._reading) as said:
        store.read_now(lambda uow: uow.due(datetime.now(UTC), 10))
        store.read_now(lambda uow: uow.behind(10))
        store.read_now(lambda uow: uow.effects.all(done=False))
        store.read_now(lambda uow: uow.tandems.count(launch_id="l", state="launching"))
        store.read_now(lambda uow: uow.enrolments.all(person_id="p"))
    looked = [each for each in said if each[0].startswith("SELECT")]
    with store.engine.connect() as connection:
        plans = [plan(connection, each)[0] for each in looked]
    assert [each.split(" INDEX ")[-1].split()[0] for each in plans] == [
        "ix_timers_due_at", "ix_postings_behind", "ix_effects_waiting", "ix_tandems_launch",
        "ix_enrolments_person_id",
    ]  # fmt: skip
