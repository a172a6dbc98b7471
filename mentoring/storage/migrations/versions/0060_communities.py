"""Circles can be communities of a topic."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"


def upgrade() -> None:
    with op.batch_alter_table("circles") as table:
        table.add_column(sa.Column("topic", sa.Text(), nullable=False, server_default=""))
