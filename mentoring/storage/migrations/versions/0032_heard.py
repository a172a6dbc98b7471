"""What people have written and is being obeyed just now."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0032"
down_revision = "0031"

TEXTS = ("person_id", "said", "by")


def upgrade() -> None:
    op.create_table(
        "heard",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_heard"),
    )
    op.create_index("ix_heard_person_id", "heard", ["person_id"])
