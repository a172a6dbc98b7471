"""When it was noted until when a lane is full: what is noted later than now was written before the
database's clock went back, and counts no more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"


def upgrade() -> None:
    with op.batch_alter_table("lanes") as table:
        table.add_column(sa.Column("noted_at", sa.Double(), nullable=False, server_default="0"))
