"""Of an application it is kept when it was accepted and by whom, and which sentence was confirmed; of
earlier ones nobody knows it.
"""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("accepted_at", AwareDateTime(timezone=True), nullable=True))
        for name in ("accepted_by", "met_condition"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
