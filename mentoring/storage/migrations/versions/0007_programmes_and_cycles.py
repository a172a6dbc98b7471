"""Programmes by owners' team, their settings as versions, and cycles.

What is there becomes the first programme's first cycle. Its owners' team and its settings are entered at
the next start, which knows the environment and the programme file. The engine's log is dropped: its
rows were pickles, and effects that were not had start anew from our rows. Every card is shown anew, because
its buttons name what has another id now.
"""

import json

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0007"
down_revision = "0006"

PROGRAMME, CYCLE = "p1", "p1c1"
OF_A_CYCLE = (
    "enrolments",
    "invites",
    "runs",
    "decisions",
    "proposals",
    "tandems",
    "launches",
    "closings",
    "kickoffs",
    "postings",
    "changes",
    "effects",
    "timers",
)
BY_STATE = ("enrolments", "proposals", "tandems")
NUMBERS = ("tandem", "run", "launch", "closing", "invite", "kickoff", "decision", "preview")
STATES = (
    ("closing", "SELECT 1 FROM closings WHERE state = 'running'"),
    ("running", "SELECT 1 FROM tandems WHERE state IN ('launching', 'launched')"),
    ("closed", "SELECT 1 FROM closings WHERE state = 'done'"),
    ("running", "SELECT 1 FROM launches WHERE state <> 'preview'"),
    ("matching", "SELECT 1 FROM runs"),
    ("enrolling", "SELECT 1 FROM enrolments"),
    ("preparing", "SELECT 1 FROM people UNION ALL SELECT 1 FROM facts"),
)
"""How far the programme has come: the first of these that there is."""
MOVED = ("opened_teams", "enrolment_end")
"""Facts that programme and cycle have as columns now."""


def upgrade() -> None:
    _tables()
    for table in OF_A_CYCLE:
        _belongs(table, "cycle_id", CYCLE)
    _belongs("pairs", "programme_id", PROGRAMME)
    op.add_column("enrolments", sa.Column("earlier", sa.Text(), nullable=False, server_default=""))
    for table in BY_STATE:
        op.create_index(f"ix_{table}_cycle", table, ["cycle_id", "state"])
    state = next((name for name, found in STATES if op.get_bind().execute(sa.text(found)).first()), "")
    if state:
        _first_cycle(state)
    _drop_the_engines_log()


def _belongs(table: str, column: str, owner: str) -> None:
    op.add_column(table, sa.Column(column, sa.Text(), nullable=False, server_default=""))
    _do(f"UPDATE {table} SET {column} = :owner", owner=owner)


def _tables() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("cycle_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("service_url", sa.Text(), nullable=False),
        sa.Column("teams", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
        sa.UniqueConstraint("team_id", name="uq_programmes_team_id"),
    )
    op.create_table(
        "settings_versions",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_settings_versions"),
    )
    op.create_table(
        "cycles",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("began_at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("enrolment_end", sa.Date(), nullable=True),
        sa.Column("closed_at", AwareDateTime(timezone=True), nullable=True),
        sa.Column("tried_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cycles"),
    )


def _first_cycle(state: str) -> None:
    _do(
        "INSERT INTO programmes (id, team_id, cycle_id, version, channel, service_url, teams)"
        " VALUES (:p, '', :c, 0, '', '', :teams)",
        p=PROGRAMME,
        c=CYCLE,
        teams=json.dumps([team for team in _fact("opened_teams").split(",") if team]),
    )
    over = "(SELECT MAX(done_at) FROM closings)" if state == "closed" else "NULL"
    _do(
        "INSERT INTO cycles"
        " (id, programme_id, number, began_at, kind, state, enrolment_end, closed_at, tried_by)"
        " VALUES (:c, :p, 1, COALESCE((SELECT MIN(invited_at) FROM enrolments), CURRENT_TIMESTAMP),"
        f" 'fixed', :state, :end, {over}, '')",
        c=CYCLE,
        p=PROGRAMME,
        state=state,
        end=_fact("enrolment_end") or None,
    )
    _facts()
    _new_ids()
    _do("UPDATE postings SET wanted = wanted + 1 WHERE activity_id <> ''")


def _facts() -> None:
    """The counters go on in the cycle."""
    for name in MOVED:
        _do("DELETE FROM facts WHERE id = :id", id=name)
    for name in NUMBERS:
        _do("UPDATE facts SET id = :new WHERE id = :old", old=f"number:{name}", new=f"number:{CYCLE}.{name}")
    _do("DELETE FROM facts WHERE id LIKE 'number:%' AND id NOT LIKE :kept", kept=f"number:{CYCLE}.%")


def _new_ids() -> None:
    """From now on the ids that other rows refer to begin with the cycle."""
    of_cycle = f"'{CYCLE}:' ||"
    for role in ("mentee", "mentor"):
        old, new = f"'enrolment:{role}:'", f"'enrolment:{CYCLE}:{role}:'"
        _do(f"UPDATE postings SET id = replace(id, {old}, {new}) WHERE kind = 'enrolment'")
        _do(
            f"UPDATE effects SET id = replace(id, {old}, {new}),"
            f" subject_id = replace(subject_id, {old}, {new}) WHERE kind = 'post'"
        )
    _do(f"UPDATE enrolments SET id = {of_cycle} id")
    for table, kind in (("postings", "enrolment"), ("effects", "invite")):
        _do(f"UPDATE {table} SET subject_id = {of_cycle} subject_id WHERE kind = '{kind}'")
    _do(f"UPDATE pairs SET id = '{PROGRAMME}:' || id")
    for kind in ("round-end", "enrolment-end"):
        _do(
            "UPDATE timers SET id = :id, subject_id = :c WHERE kind = :kind AND subject_id = 'programme'",
            id=f"{kind}:{CYCLE}",
            c=CYCLE,
            kind=kind,
        )


def _fact(key: str) -> str:
    row = op.get_bind().execute(sa.text("SELECT value FROM facts WHERE id = :key"), {"key": key}).first()
    return row[0] if row else ""


def _do(statement: str, **values: object) -> None:
    op.get_bind().execute(sa.text(statement), values)


def _drop_the_engines_log() -> None:
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute("DROP SCHEMA IF EXISTS dbos CASCADE")
    else:
        for table in ENGINES_TABLES:
            op.execute(f'DROP TABLE IF EXISTS "{table}"')
    _do("UPDATE effects SET attempt = 1, not_before = NULL WHERE done = :no AND attempt > 1", no=False)


ENGINES_TABLES = (
    "application_versions",
    "datasource_outputs",
    "dbos_migrations",
    "notifications",
    "operation_outputs",
    "operation_outputs_new",
    "queues",
    "streams",
    "workflow_events",
    "workflow_events_history",
    "workflow_input",
    "workflow_output",
    "workflow_schedules",
    "workflow_status",
)
