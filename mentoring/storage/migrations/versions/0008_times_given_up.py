"""A session remembers the times that were given up for it, so that it is never offered there again.

A watch remembers whether Graph names events by ids that last. Older subscriptions do not: each is made
anew as soon as the product runs, and the events are read once by the ids that they had.
"""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0008"
down_revision = "0007"

SESSIONS = sa.table(
    "sessions",
    sa.column("id", sa.String),
    sa.column("declined", AwareDateTime(timezone=True)),
    sa.column("given_up", sa.JSON),
)


def upgrade() -> None:
    _add("sessions", sa.Column("given_up", sa.JSON(), nullable=False, server_default="[]"))
    _add("watches", sa.Column("lasting", sa.Boolean(), nullable=False, server_default=sa.false()))
    bind = op.get_bind()
    declined = sa.select(SESSIONS.c.id, SESSIONS.c.declined).where(SESSIONS.c.declined.is_not(None))
    for row in bind.execute(declined).all():
        known = {"given_up": [row.declined.isoformat()]}
        bind.execute(sa.update(SESSIONS).where(SESSIONS.c.id == row.id).values(**known))
    op.execute("UPDATE timers SET due_at = CURRENT_TIMESTAMP WHERE kind = 'watch-renewal'")


def _add(table: str, column: sa.Column[object]) -> None:
    with op.batch_alter_table(table) as changed:
        changed.add_column(column)
