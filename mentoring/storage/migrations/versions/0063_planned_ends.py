"""That a tandem has come to its planned end; until here only the card of thanks knew."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
THANKED = sa.text(
    "UPDATE tandems SET as_planned = true WHERE state = 'closed' AND NOT told_left_over"
    " AND (topic <> '' OR id IN (SELECT subject_id FROM postings WHERE kind = 'closed'))"
)


def upgrade() -> None:
    with op.batch_alter_table("tandems") as table:
        table.add_column(
            sa.Column("as_planned", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.get_bind().execute(THANKED)
