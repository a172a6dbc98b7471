"""Owners add, extend and end single tandems; whose tandem has ended rests until they want another."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0016"
down_revision = "0015"

TEXTS = ("cycle_id", "kind", "by", "state", "tandem_id", "mentor_id", "mentee_id", "reason", "made_id")


def upgrade() -> None:
    op.create_table(
        "interventions",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.JSON(), nullable=False),
        *(
            sa.Column(name, AwareDateTime(timezone=True), nullable=True)
            for name in ("prepared_at", "started_at", "done_at")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_interventions"),
    )
    op.create_index("ix_interventions_tandem_id", "interventions", ["tandem_id"])
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("rests", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("added_by", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("polls") as table:
        table.add_column(sa.Column("further", sa.Integer(), nullable=False, server_default="0"))
