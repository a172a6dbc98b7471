"""In whose calendar what both have agreed on is booked, whatever owners set meanwhile."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"


def upgrade() -> None:
    with op.batch_alter_table("polls") as table:
        table.add_column(sa.Column("organizer_id", sa.Text(), nullable=False, server_default=""))
