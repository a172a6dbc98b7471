"""What could not be cleared away after a tandem's end, part by part."""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"


def upgrade() -> None:
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("remains", sa.JSON(), nullable=False, server_default="{}"))
