"""Those who wait for a tandem are asked the same, and what changes for them is set beside."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    with op.batch_alter_table("measures") as table:
        table.add_column(sa.Column("waiting", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("figures") as table:
        table.add_column(sa.Column("compared", sa.JSON(), nullable=False, server_default="[]"))
