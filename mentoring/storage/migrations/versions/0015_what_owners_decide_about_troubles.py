"""What owners decide about tandems that could not be launched, and what of a tandem they have
arranged themselves.
"""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0015"
down_revision = "0014"

TEXTS = ("cycle_id", "launch_id", "tandem_id", "choice", "code", "batch", "by")


def upgrade() -> None:
    op.create_table(
        "launch_decisions",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_launch_decisions"),
    )
    for name in ("launch_id", "batch", "by"):
        op.create_index(f"ix_launch_decisions_{name}", "launch_decisions", [name])
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("by_hand", sa.Text(), nullable=False, server_default=""))
