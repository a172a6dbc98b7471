"""What the two of a tandem agree on."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0027"
down_revision = "0026"

TEXTS = ("tandem_id", "terms", "valid")
MOMENTS = ("changed_at", "valid_since")


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.Column("agreed", sa.JSON(), nullable=False),
        *(sa.Column(name, AwareDateTime(timezone=True), nullable=True) for name in MOMENTS),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
    )
    op.create_index("ix_agreements_tandem_id", "agreements", ["tandem_id"])
