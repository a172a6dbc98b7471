"""Owners' decisions about a matching, and what they try out."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("mentee_id", sa.Text(), nullable=False),
        sa.Column("mentor_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    for table, columns in (
        (
            "runs",
            (
                ("version", sa.Integer(), "1"),
                ("automatic", sa.Boolean(), sa.false()),
                ("settings", sa.JSON(), "{}"),
                ("figures", sa.JSON(), "{}"),
                ("preview", sa.JSON(), "{}"),
                ("record", sa.Text(), ""),
            ),
        ),
        ("proposals", (("trio", sa.Integer(), "0"), ("lock", sa.JSON(), "{}"))),
        ("postings", (("view", sa.Text(), ""),)),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, kind, start in columns:
                batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=start))


def downgrade() -> None:
    for table, names in (
        ("postings", ("view",)),
        ("proposals", ("trio", "lock")),
        ("runs", ("version", "automatic", "settings", "figures", "preview", "record")),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in names:
                batch_op.drop_column(name)
    op.drop_table("decisions")
