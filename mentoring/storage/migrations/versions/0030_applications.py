"""Who applies by themselves is told from who was invited; whoever is there already counts as
invited.
"""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("application", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("met_condition_at", AwareDateTime(timezone=True), nullable=True))
