"""A long list of people to invite waits some minutes before its invitations go out."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    with op.batch_alter_table("invites") as table:
        table.add_column(sa.Column("starts_at", AwareDateTime(timezone=True), nullable=True))
