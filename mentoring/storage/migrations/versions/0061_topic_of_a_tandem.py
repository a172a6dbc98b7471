"""What a tandem was about, for whom a community is."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"


def upgrade() -> None:
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("topic", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_tandems_topic", "tandems", ["topic"])
