"""How many channels of a circle everybody has left: it can have another one."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"


def upgrade() -> None:
    with op.batch_alter_table("circles") as table:
        table.add_column(sa.Column("earlier", sa.Integer(), nullable=False, server_default="0"))
