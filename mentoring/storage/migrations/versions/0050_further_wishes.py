"""Whether each of the two would like more sessions than were planned."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0050"
down_revision = "0049"

TEXTS = ("tandem_id", "author_id", "going_on")


def upgrade() -> None:
    op.create_table(
        "further_wishes",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_further_wishes"),
    )
    op.create_index("ix_further_wishes_tandem_id", "further_wishes", ["tandem_id"])
    op.create_index("ix_further_wishes_author_id", "further_wishes", ["author_id"])
