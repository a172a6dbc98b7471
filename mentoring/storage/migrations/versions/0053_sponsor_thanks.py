"""The sponsor's thanks to all whose tandem is over."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0053"
down_revision = "0052"

TEXTS = ("cycle_id", "author_id", "state", "line")


def upgrade() -> None:
    op.create_table(
        "sponsor_thanks",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("asked_at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("sent_at", AwareDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sponsor_thanks"),
    )
    op.create_index("ix_sponsor_thanks_author_id", "sponsor_thanks", ["author_id"])
