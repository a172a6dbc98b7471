"""What somebody wishes at the end for the next cycle."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("next_time", sa.Text(), nullable=False, server_default=""))
