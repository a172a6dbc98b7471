"""How a tandem fits each of its two."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0040"
down_revision = "0039"

TEXTS = ("tandem_id", "author_id", "feeling")


def upgrade() -> None:
    op.create_table(
        "fits",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fits"),
    )
    op.create_index("ix_fits_tandem_id", "fits", ["tandem_id"])
    op.create_index("ix_fits_author_id", "fits", ["author_id"])
