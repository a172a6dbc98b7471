"""Who is under age takes part only once owners have confirmed the company's clearance."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        for name in ("clearance", "cleared_by"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("cleared_at", AwareDateTime(timezone=True), nullable=True))
