"""Indexes where loops look; that something shared has changed is a row of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

GONE = (
    ("tandems", "ix_tandems_launch_id"),
    ("proposals", "ix_proposals_run_id"),
    ("seats", "ix_seats_kickoff_id"),
    ("effects", "ix_effects_done"),
)
NEW = (
    ("tandems", "ix_tandems_launch", ("launch_id", "state")),
    ("tandems", "ix_tandems_team", ("team_id",)),
    ("tandems", "ix_tandems_series", ("series_id",)),
    ("tandems", "ix_tandems_round", ("told_left_over", "state", "round_ends_at")),
    ("polls", "ix_polls_session_id", ("session_id",)),
    ("proposals", "ix_proposals_run", ("run_id", "state")),
    ("proposals", "ix_proposals_state", ("state",)),
    ("seats", "ix_seats_date", ("kickoff_id", "number")),
    ("postings", "ix_postings_person", ("person_id",)),
    ("effects", "ix_effects_subject", ("kind", "subject_id", "done")),
)
PARTIAL = (
    ("postings", "ix_postings_behind", "wanted > shown AND activity_id != ''"),
    ("effects", "ix_effects_waiting", "done = {false}"),
)


def upgrade() -> None:
    for table, name in GONE:
        op.drop_index(name, table_name=table)
    for table, name, columns in NEW:
        op.create_index(name, table, list(columns))
    for table, name, where in PARTIAL:
        # Each database takes the index only where a query spells the condition as the index does.
        on_sqlite, on_postgresql = (sa.text(where.format(false=value)) for value in ("0", "false"))
        op.create_index(name, table, ["id"], sqlite_where=on_sqlite, postgresql_where=on_postgresql)
    op.create_table(
        "changes",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
