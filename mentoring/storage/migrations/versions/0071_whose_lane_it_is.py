"""Which replica has taken a lane for itself, so that it comes free with its replica's end."""

import sqlalchemy as sa
from alembic import op

revision = "0071"
down_revision = "0070"


def upgrade() -> None:
    with op.batch_alter_table("lanes") as table:
        table.add_column(sa.Column("held_by", sa.Text(), nullable=False, server_default=""))
