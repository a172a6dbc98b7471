"""When a launch, a closing or a kick-off was shown to its owner: a preview is good for a day."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for name in ("launches", "closings", "kickoffs"):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("prepared_at", AwareDateTime(timezone=True), nullable=True))
