"""What is asked of people about what their tandem changes."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0039"
down_revision = "0038"

TEXTS = ("cycle_id", "person_id", "role", "stage", "said", "state")


def upgrade() -> None:
    op.create_table(
        "measures",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("asked_at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_measures"),
    )
    op.create_index("ix_measures_person_id", "measures", ["person_id"])
