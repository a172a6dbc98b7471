"""Acts say which of several things a button does was done."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    with op.batch_alter_table("acts") as table:
        table.add_column(sa.Column("how", sa.Text(), nullable=False, server_default=""))
