"""Before a launch it is looked what it would meet, and what was found is kept until it begins."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("foreseen", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("launches") as table:
        table.add_column(sa.Column("looked_at", AwareDateTime(timezone=True), nullable=True))
