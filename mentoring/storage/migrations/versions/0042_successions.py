"""Who is to become a programme owner."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0042"
down_revision = "0041"

TEXTS = ("by", "state", "person_id", "name", "withdrawn_by", "programme_id")


def upgrade() -> None:
    op.create_table(
        "successions",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("noted_at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_successions"),
    )
