"""What the last day of the enrolment was before an owner set it, and after."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"


def upgrade() -> None:
    with op.batch_alter_table("acts") as table:
        for name in ("before", "after"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
