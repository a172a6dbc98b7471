"""What owners have decided about a tandem is found by it: an attempt at one tandem read what was
decided about all of its launch.
"""

from alembic import op

revision = "0069"
down_revision = "0068"


def upgrade() -> None:
    op.create_index("ix_launch_decisions_tandem", "launch_decisions", ["tandem_id", "launch_id"])
