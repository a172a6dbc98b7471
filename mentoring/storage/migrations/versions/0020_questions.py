"""The question box of a tandem; for the sessions to come of those that run, what is brought before a
session is set at once.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0020"
down_revision = "0019"

TEXTS = ("tandem_id", "author_id", "text")
AT_ONCE = datetime(2026, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("asked_at", AwareDateTime(timezone=True), nullable=False),
        *(
            sa.Column(name, AwareDateTime(timezone=True), nullable=True)
            for name in ("told_at", "answered_at")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_tandem_id", "questions", ["tandem_id"])
    op.create_index("ix_questions_author_id", "questions", ["author_id"])
    tandems = sa.table("tandems", *(sa.column(name) for name in ("id", "cycle_id", "state")))
    timers = sa.table(
        "timers",
        *(sa.column(name, sa.Text()) for name in ("id", "cycle_id", "kind", "subject_id")),
        sa.column("due_at", AwareDateTime(timezone=True)),
    )
    running = sa.select(
        sa.literal("accompany_anew:") + tandems.c.id,
        tandems.c.cycle_id,
        sa.literal("accompany_anew"),
        tandems.c.id,
        sa.literal(AT_ONCE, AwareDateTime(timezone=True)),
    ).where(tandems.c.state == "launched", tandems.c.cycle_id != "")
    op.execute(timers.insert().from_select([column.name for column in timers.columns], running))
