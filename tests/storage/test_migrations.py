"""What was stored by an older version means the same afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from alembic import command
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Connection, text

from mentoring.domain.closing import ClosingState
from mentoring.domain.launch import Totals
from mentoring.storage.engines import engine_for
from mentoring.storage.migrate import _config, upgrade
from mentoring.storage.store import SqlStore

NOW = "2027-01-11 09:00:00"
TANDEM: dict[str, Any] = {
    "number": 1, "proposal_id": "p", "mentor_id": "a", "mentee_id": "b", "due_at": NOW,
    "round_ends_at": NOW,
    "reasons": "[]", "team_id": "t", "channel_id": "c", "channel_url": "", "series_id": "",
    "join_url": "",
    "plan": "{}", "trouble": "", "mentor_agreed": True, "told_left_over": False,
    "organizer_id": "a", "minutes": 0,
    "rhythm": "", "lost_in_a_row": 0, "launch_id": "l", "state": "launched",
}  # fmt: skip
SESSION: dict[str, Any] = {
    "number": 1, "planned": NOW, "minutes": 120, "state": "kept", "start": NOW, "event_id": "",
    "join_url": "", "outcome": "",
}  # fmt: skip
LAUNCH = {
    "id": "l",
    "by": "o",
    "start": "2027-01-18",
    "state": "running",
    "tandems": 3,
    "launched": 1,
    "started_at": NOW,
}


@pytest.fixture
def old(database_url: str, request: pytest.FixtureRequest) -> Iterator[tuple[str, Connection]]:
    """A database as it was before totals were counted, or after the revision that the test
    names.
    """
    command.upgrade(_config(database_url), getattr(request, "param", "0005"))
    engine = engine_for(database_url)
    with engine.begin() as connection:
        yield database_url, connection
    engine.dispose()


PERSON = {
    "profile": "{}",
    "language": "de",
    "chose_language": False,
    "conversation": "",
    "service_url": "",
}
ENROLMENT: dict[str, Any] = {
    "person_id": "a", "role": "mentor", "state": "done", "invited_at": NOW, "position": "",
    "answers": "", "priority": 0,
}  # fmt: skip
POSTING: dict[str, Any] = {
    "kind": "enrolment", "person_id": "a", "conversation": "a:1", "service_url": "",
    "activity_id": "1", "wanted": 1, "shown": 1, "page": 0,
}  # fmt: skip
RUN: dict[str, Any] = {
    "started_by": "o", "started_at": NOW, "state": "proposed", "tandems": 0, "total_score": 0,
    "unmatched": "[]", "version": 1,
    "automatic": False, "settings": "{}", "figures": "{}", "preview": "{}", "record": "",
}  # fmt: skip
CLOSING: dict[str, Any] = {"by": "o", "tandems": 1, "ended": 1, "troubled": "[]", "done_at": NOW}
COUNTED = {
    "id": "l",
    "by": "o",
    "start": "2027-01-18",
    "tandems": 1,
    "totals": "{}",
    "started_at": NOW,
}


def insert(connection: Connection, table: str, **values: object) -> None:
    columns = ", ".join(f'"{name}"' for name in values)
    connection.execute(
        text(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join(f':{name}' for name in values)})"
        ),
        values,
    )


def carried_over(url: str, connection: Connection) -> SqlStore:
    connection.commit()
    upgrade(url)
    return SqlStore(url, MultiFernet([Fernet(Fernet.generate_key())]))


def test_what_a_launch_has_brought_so_far_is_counted(old: tuple[str, Connection]) -> None:
    url, connection = old
    insert(connection, "launches", **LAUNCH)
    insert(connection, "tandems", id="done", **TANDEM)
    insert(connection, "tandems", id="going", **TANDEM | {"state": "launching", "channel_id": ""})
    insert(
        connection,
        "tandems",
        id="not",
        **TANDEM | {"state": "accepted", "number": 7, "trouble": "member"},
    )
    for tandem, key, state in (
        ("done", "s1", "kept"),
        ("done", "s2", "moved"),
        ("done", "s3", "open"),
        ("going", "s4", "kept"),
    ):
        insert(connection, "sessions", id=key, tandem_id=tandem, **SESSION | {"state": state})
    store = carried_over(url, connection)
    totals = store.read_now(lambda uow: uow.launches.need("l")).totals
    store.close()
    assert totals == Totals(
        launched=1, channels=2, sessions=2, moved=1, without_slot=1, troubled=((7, "member"),)
    )


def test_a_closing_that_is_at_work_knows_which_of_its_tandems_have_ended(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    begun = {
        "state": "running",
        "tandems": 2,
        "ended": json.dumps(["x"]),
        "troubled": "[4]",
        "started_at": NOW,
    }
    insert(connection, "closings", id="c", by="o", **begun)
    for number, key in ((4, "x"), (5, "y"), (6, "other")):
        insert(connection, "tandems", id=key, **TANDEM | {"state": "closed", "number": number})
    for key in ("x", "y"):
        insert(
            connection,
            "effects",
            id=f"end:c:{key}",
            kind="end_tandem",
            subject_id=f"c:{key}",
            done=False,
            attempt=1,
        )
    store = carried_over(url, connection)
    closing = store.read_now(lambda uow: uow.closings.need("c"))
    tandems = store.read_now(lambda uow: uow.tandems.all())
    store.close()
    assert (closing.state, closing.ended, closing.tandems, closing.troubled) == (
        ClosingState.RUNNING,
        1,
        2,
        (4,),
    )
    ends = {each.id: (each.closing_id, each.ended_at is not None, each.trouble) for each in tandems}
    assert ends == {
        "x": ("c", True, "not_clear"), "y": ("c", False, ""), "other": ("", False, ""),
    }  # fmt: skip


HOW_FAR: list[tuple[str, list[tuple[str, dict[str, Any]]]]] = [
    ("preparing", [("facts", {"id": "enrolment_end", "value": "2027-02-01"})]),
    ("enrolling", [("enrolments", ENROLMENT)]),
    ("matching", [("enrolments", ENROLMENT), ("runs", RUN)]),
    ("matching", [("runs", RUN), ("launches", COUNTED | {"state": "preview"})]),
    (
        "running",
        [
            ("runs", RUN),
            ("launches", COUNTED | {"state": "running"}),
            ("tandems", TANDEM | {"state": "launching"}),
        ],
    ),
    (
        "running",
        [
            ("launches", COUNTED | {"state": "done"}),
            ("tandems", TANDEM),
            ("closings", CLOSING | {"state": "preview"}),
        ],
    ),
    ("running", [("tandems", TANDEM), ("closings", CLOSING | {"state": "done"})]),
    ("closing", [("tandems", TANDEM), ("closings", CLOSING | {"state": "running"})]),
    (
        "closed",
        [("tandems", TANDEM | {"state": "closed"}), ("closings", CLOSING | {"state": "done"})],
    ),
]


@pytest.mark.parametrize("old", ["0006"], indirect=True)
@pytest.mark.parametrize(("state", "stored"), HOW_FAR)
def test_the_first_cycle_is_as_far_as_its_rows_say(
    old: tuple[str, Connection], state: str, stored: list[tuple[str, dict[str, Any]]]
) -> None:
    """A tandem that runs after an earlier closing counts more than that closing."""
    url, connection = old
    for table, values in stored:
        insert(connection, table, **{"id": table} | values | _columns(table))
    store = carried_over(url, connection)
    cycle = store.read_now(lambda uow: uow.cycles.need("p1c1"))
    store.close()
    assert (cycle.state, cycle.closed_at is not None) == (state, state == "closed")


def _columns(table: str) -> dict[str, Any]:
    return {"closing_id": ""} if table == "tandems" else {}


@pytest.mark.parametrize("old", ["0006"], indirect=True)
def test_what_waited_for_the_programmes_days_waits_for_the_cycles(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    insert(connection, "people", id="a", **PERSON)
    for kind in ("round-end", "enrolment-end"):
        insert(
            connection,
            "timers",
            id=f"{kind}:programme",
            kind=kind,
            subject_id="programme",
            due_at=NOW,
        )
    store = carried_over(url, connection)
    timers = store.read_now(lambda uow: uow.timers.all(kind=["enrolment-end", "round-end"]))
    store.close()
    assert [(each.id, each.subject_id) for each in timers] == [
        ("enrolment-end:p1c1", "p1c1"), ("round-end:p1c1", "p1c1"),
    ]  # fmt: skip


@pytest.mark.parametrize("old", ["0006"], indirect=True)
def test_a_database_that_was_never_used_has_no_cycle_before_the_first_start(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    insert(connection, "heartbeats", id="one", beat_at=NOW)
    store = carried_over(url, connection)
    assert store.read_now(lambda uow: (uow.programmes.count(), uow.cycles.count())) == (0, 0)
    store.close()


@pytest.mark.parametrize("old", ["0034"], indirect=True)
def test_of_what_was_decided_the_cards_stay_known_whose_ids_name_nobody(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    insert(connection, "closings", id="c1", cycle_id="p1c1", **CLOSING | {"state": "done"})
    for key, card in (("1", "closing|c1"), ("2", "correction_card|p1c1:mentor:eva")):
        plain = hashlib.sha256(card.encode()).hexdigest()[:32]
        said = {"cycle_id": "p1c1", "what": "w", "by": "o", "at": NOW}
        insert(connection, "acts", id=key, card=plain, **said)
    store = carried_over(url, connection)
    found = store.read_now(lambda uow: [each.card for each in uow.acts.all()])
    store.close()
    assert found == ["closing|c1", ""]


@pytest.mark.parametrize("old", ["0040"], indirect=True)
def test_a_team_that_a_launch_has_filled_keeps_none_of_its_tandems_waiting(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    for team, is_filled in (("full", True), ("going", False)):
        found = {"launch_id": "l", "cycle_id": "p1c1", "team_id": team, "is_filled": is_filled}
        insert(connection, "launch_teams", id=f"l:{team}", **found)
    store = carried_over(url, connection)
    teams = store.read_now(lambda uow: uow.launch_teams.all())
    store.close()
    assert [(each.team_id, each.filled_to >= 5000) for each in teams] == [
        ("full", True),
        ("going", False),
    ]


@pytest.mark.parametrize("old", ["0047"], indirect=True)
def test_a_team_is_found_by_its_id_in_small_letters_however_it_was_written(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    for key, team in (("p1", "A-B"), ("p2", "c"), ("p3", "C")):
        found = {"team_id": team, "cycle_id": f"{key}c1", "version": 0, "channel": "19:Xy"}
        insert(connection, "programmes", id=key, service_url="", teams='["D-E"]', **found)
    store = carried_over(url, connection)
    programmes = store.read_now(lambda uow: uow.programmes.all())
    store.close()
    assert {each.id: each.team_id for each in programmes} == {"p1": "a-b", "p2": "c", "p3": "C"}
    assert {(each.teams, each.channel) for each in programmes} == {(("d-e",), "19:Xy")}


@pytest.mark.parametrize("old", ["0058"], indirect=True)
def test_since_when_nobody_waits_for_somebody_is_told_by_their_card(
    old: tuple[str, Connection],
) -> None:
    url, connection = old
    for key, state in (("silent", "declined"), ("not now", "declined"), ("back", "begun")):
        insert(connection, "enrolments", id=key, **ENROLMENT | {"state": state})
    cards = ("silent:let-go:20270115000000", "silent:let-go:20270215000000")
    for key in (*cards, "back:let-go:20270115000000", "not now:again"):
        about, _, at = key.partition(":")
        card = POSTING | {"subject_id": about, "view": at.partition(":")[0]}
        insert(connection, "postings", id=f"enrolment:{key}", **card)
    store = carried_over(url, connection)
    rows = store.read_now(lambda uow: list(uow.enrolments.columns("id", "let_go_at")))
    store.close()
    told = {key: str(at)[:10] for key, at in rows if at}
    assert told == {"silent": "2027-02-15"}


@pytest.mark.parametrize("old", ["0064"], indirect=True)
def test_a_card_in_its_persons_own_chat_is_known_as_such(old: tuple[str, Connection]) -> None:
    url, connection = old
    insert(connection, "people", id="a", **PERSON | {"conversation": "a:1"})
    for key, where in (("own", "a:1"), ("channel", "19:x"), ("unsent", "")):
        card = POSTING | {"subject_id": "s", "view": "", "conversation": where}
        insert(connection, "postings", id=key, **card)
    store = carried_over(url, connection)
    cards = store.read_now(lambda uow: uow.postings.all())
    store.close()
    assert {each.id: each.is_own for each in cards} == {
        "own": True, "channel": False, "unsent": False,
    }  # fmt: skip
