"""What owners are told of a cycle in figures of groups, as it was told."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("cycle_id", sa.Text(), nullable=False),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("progress", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
    )
