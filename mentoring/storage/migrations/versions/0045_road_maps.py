"""What the two of a tandem have changed about their road map."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0045"
down_revision = "0044"

TEXTS = ("tandem_id", "steps", "dropped")


def upgrade() -> None:
    op.create_table(
        "road_maps",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.Column("changed_at", AwareDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_road_maps"),
    )
    op.create_index("ix_road_maps_tandem_id", "road_maps", ["tandem_id"])
