"""Which session kit each session of a tandem has."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

TEXTS = ("tandem_id", "kit_id", "topic", "question", "state")


def upgrade() -> None:
    op.create_table(
        "kit_choices",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("way", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_kit_choices"),
    )
    op.create_index("ix_kit_choices_tandem_id", "kit_choices", ["tandem_id"])
