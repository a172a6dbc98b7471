"""What each of the two takes from a session."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0031"
down_revision = "0030"

TEXTS = ("tandem_id", "session_id", "author_id", "role", "said")


def upgrade() -> None:
    op.create_table(
        "retrospectives",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_retrospectives"),
    )
    op.create_index("ix_retrospectives_tandem_id", "retrospectives", ["tandem_id"])
    op.create_index("ix_retrospectives_author_id", "retrospectives", ["author_id"])
