"""Who the owners of a programme are is kept beside it: no card in a channel speaks of their own tandems."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    with op.batch_alter_table("programmes") as table:
        table.add_column(sa.Column("owners", sa.JSON(), nullable=False, server_default="[]"))
