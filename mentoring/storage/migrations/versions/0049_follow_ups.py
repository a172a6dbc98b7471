"""What some are asked after the end, and what owners are told of it."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("cycle_id", "person_id", "said")),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("agreed_at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("due_at", AwareDateTime(timezone=True), nullable=True),
        sa.Column("asked_at", AwareDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_follow_ups"),
    )
    op.create_index("ix_follow_ups_person_id", "follow_ups", ["person_id"])
    with op.batch_alter_table("figures") as table:
        table.add_column(sa.Column("lasting", sa.JSON(), nullable=False, server_default="[]"))
