"""What was stored by an older version means the same afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from alembic import command
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Connection, text

from mentoring.domain.closing import ClosingState
from mentoring.domain.tandem import Totals
from mentoring.storage.engines import engine_for
from mentoring.storage.migrate import _config, upgrade
from mentoring.storage.store import SqlStore

NOW = "2027-01-11 09:00:00"
TANDEM: dict[str, Any] = {
    "number": 1, "proposal_id": "p", "mentor_id": "a", "mentee_id": "b", "due_at": NOW, "round_ends_at": NOW,
    "reasons": "[]", "team_id": "t", "channel_id": "c", "channel_url": "", "series_id": "", "join_url": "",
    "plan": "{}", "trouble": "", "mentor_agreed": True, "told_left_over": False, "organizer_id": "a", "minutes": 0,
    "rhythm": "", "lost_in_a_row": 0, "launch_id": "l", "state": "launched",
}  # fmt: skip
SESSION: dict[str, Any] = {
    "number": 1, "planned": NOW, "minutes": 120, "state": "kept", "start": NOW, "event_id": "", "join_url": "", "outcome": "",
}  # fmt: skip
LAUNCH = {"id": "l", "by": "o", "start": "2027-01-18", "state": "running", "tandems": 3, "launched": 1, "started_at": NOW}


@pytest.fixture
def old(database_url: str) -> Iterator[tuple[str, Connection]]:
    """A database as it was before totals were counted."""
    command.upgrade(_config(database_url), "0005")
    engine = engine_for(database_url)
    with engine.begin() as connection:
        yield database_url, connection
    engine.dispose()


def insert(connection: Connection, table: str, **values: object) -> None:
    columns = ", ".join(f'"{name}"' for name in values)
    connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(f':{name}' for name in values)})"), values)


def carried_over(url: str, connection: Connection) -> SqlStore:
    connection.commit()
    upgrade(url)
    return SqlStore(url, MultiFernet([Fernet(Fernet.generate_key())]))


def test_what_a_launch_has_brought_so_far_is_counted(old: tuple[str, Connection]) -> None:
    url, connection = old
    insert(connection, "launches", **LAUNCH)
    insert(connection, "tandems", id="done", **TANDEM)
    insert(connection, "tandems", id="going", **TANDEM | {"state": "launching", "channel_id": ""})
    insert(connection, "tandems", id="not", **TANDEM | {"state": "accepted", "number": 7, "trouble": "member"})
    for tandem, key, state in (("done", "s1", "kept"), ("done", "s2", "moved"), ("done", "s3", "open"), ("going", "s4", "kept")):
        insert(connection, "sessions", id=key, tandem_id=tandem, **SESSION | {"state": state})
    store = carried_over(url, connection)
    totals = store.read_now(lambda uow: uow.launches.need("l")).totals
    store.close()
    assert totals == Totals(launched=1, channels=2, sessions=2, moved=1, without_slot=1, troubled=((7, "member"),))


def test_a_closing_that_is_at_work_knows_which_of_its_tandems_have_ended(old: tuple[str, Connection]) -> None:
    url, connection = old
    begun = {"state": "running", "tandems": 2, "ended": json.dumps(["x"]), "troubled": "[4]", "started_at": NOW}
    insert(connection, "closings", id="c", by="o", **begun)
    for number, key in ((4, "x"), (5, "y"), (6, "other")):
        insert(connection, "tandems", id=key, **TANDEM | {"state": "closed", "number": number})
    for key in ("x", "y"):
        insert(connection, "effects", id=f"end:c:{key}", kind="end_tandem", subject_id=f"c:{key}", done=False, attempt=1)
    store = carried_over(url, connection)
    closing = store.read_now(lambda uow: uow.closings.need("c"))
    tandems = store.read_now(lambda uow: uow.tandems.all())
    store.close()
    assert (closing.state, closing.ended, closing.tandems, closing.troubled) == (ClosingState.RUNNING, 1, 2, (4,))
    assert {each.id: (each.closing_id, each.ended_at is not None, each.trouble) for each in tandems} == {
        "x": ("c", True, "not_clear"), "y": ("c", False, ""), "other": ("", False, ""),
    }  # fmt: skip
