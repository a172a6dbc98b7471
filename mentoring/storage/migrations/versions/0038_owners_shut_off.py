"""Of a programme it is kept which owners' accounts are switched off, and since when at most one can
decide; the daily watch finds both anew.
"""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    with op.batch_alter_table("programmes") as table:
        table.add_column(sa.Column("shut_off", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("alone_since", AwareDateTime(timezone=True), nullable=True))
