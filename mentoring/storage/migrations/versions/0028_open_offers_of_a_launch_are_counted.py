"""The offers of a launch that are still open are counted in an index alone."""

from alembic import op

revision = "0028"
down_revision = "0027"
COLUMNS = ["launch_id", "state", "told_left_over", "cycle_id", "round_ends_at"]


def upgrade() -> None:
    op.drop_index("ix_tandems_launch", "tandems")
    op.create_index("ix_tandems_launch", "tandems", COLUMNS)
