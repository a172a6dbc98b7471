"""What the driver is asked for straight is told as SQLAlchemy would tell it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import BigInteger, bindparam, cast, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from mentoring.storage import written
from mentoring.storage.quick import Quick, Statement
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import facts, lanes

ADD = Quick(insert(facts))
ROW = {"id": "f", "value": "1"}
OF_F = facts.c.id == bindparam("key")


def test_what_is_written_is_counted_and_read_again(store: SqlStore) -> None:
    change = Quick(update(facts).where(OF_F).values(value=bindparam("new")))
    with store.engine.begin() as connection:
        assert ADD.changed(connection, ROW) == 1
        assert change.changed(connection, {"key": "f", "new": "2"}) == 1
        assert change.changed(connection, {"key": "g", "new": "2"}) == 0
        assert Quick(select(facts).where(OF_F)).first(connection, {"key": "f"}) == ["f", "2"]
        assert Quick(select(facts).where(OF_F)).first(connection, {"key": "g"}) is None


def test_each_is_written_and_every_row_is_read(store: SqlStore) -> None:
    with store.engine.begin() as connection:
        ADD.each(connection, [ROW, {"id": "g", "value": "2"}])
        found = Quick(select(facts).order_by(facts.c.id)).every(connection, {})
        assert list(found) == [["f", "1"], ["g", "2"]]
        assert list(Quick(select(facts).where(OF_F)).every(connection, {"key": "h"})) == []


def test_what_fails_only_at_the_second_row_is_told_as_such(store: SqlStore) -> None:
    """SQLite reads a row when it is asked for it; the least whole number has no absolute value."""
    numbers = select(func.abs(cast(facts.c.value, BigInteger))).order_by(facts.c.id)
    with store.engine.begin() as connection:
        ADD.each(connection, [ROW, {"id": "g", "value": str(-(2**63))}])
    with store.engine.begin() as connection, pytest.raises(DBAPIError) as told:
        Quick(numbers).every(connection, {})
    assert str(2**63) not in str(told.value.args)


def test_what_is_returned_by_a_write_is_given(store: SqlStore) -> None:
    fill = Quick(insert(lanes).returning(lanes.c.free_at, lanes.c.id))
    with store.engine.begin() as connection:
        assert fill.first(
            connection, {"id": "l", "free_at": 1.5, "noted_at": 1.0, "held_by": ""}
        ) == [1.5, "l"]


def test_a_taken_id_is_told_as_such(store: SqlStore) -> None:
    with store.engine.begin() as connection:
        ADD.changed(connection, ROW)
    with pytest.raises(IntegrityError) as told, store.engine.begin() as connection:
        ADD.changed(connection, {**ROW, "value": "hush"})
    assert "hush" not in str(told.value), "what stands in a row is in no message"
    with store.engine.begin() as connection:
        assert Quick(select(facts.c.value).where(OF_F)).first(connection, {"key": "f"}) == ["1"]


def test_one_taken_id_among_several_is_told_as_such(store: SqlStore) -> None:
    with pytest.raises(IntegrityError) as told, store.engine.begin() as connection:
        ADD.each(connection, [ROW, {**ROW, "value": "hush"}])
    assert "hush" not in str(told.value)
    with store.engine.begin() as connection:
        assert list(Quick(select(facts)).every(connection, {})) == []


@pytest.mark.parametrize(
    ("statement", "given", "tables"),
    [
        (insert(facts), ROW, {"facts"}),
        (delete(facts).where(OF_F), {"key": "f"}, {"facts"}),
        (select(facts).where(OF_F), {"key": "f"}, set()),
    ],
)
def test_the_unit_knows_which_tables_it_has_written(
    store: SqlStore, statement: Statement, given: dict[str, Any], tables: set[str]
) -> None:
    written.begin()
    with store.engine.begin() as connection:
        Quick(statement).changed(connection, given)
    assert written.so_far() == tables
