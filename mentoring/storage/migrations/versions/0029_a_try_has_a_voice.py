"""A try may speak in another voice than its programme."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    with op.batch_alter_table("cycles") as table:
        table.add_column(sa.Column("tried_in", sa.Text(), nullable=False, server_default=""))
