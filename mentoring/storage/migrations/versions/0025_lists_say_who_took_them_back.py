"""A list of invitations that was taken back says who did it, when, and how many stayed."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    with op.batch_alter_table("invites") as table:
        table.add_column(sa.Column("undone_by", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("undone_at", AwareDateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("stayed", sa.Integer(), nullable=True))
