"""What the daily watch finds about running tandems; where some run already, it begins at once."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0014"
down_revision = "0013"

TEXTS = ("tandem_id", "what", "person_id", "state", "decided_by")
AT_ONCE = datetime(2026, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("found_at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
    )
    op.create_index("ix_findings_tandem_id", "findings", ["tandem_id"])
    op.create_index("ix_findings_person_id", "findings", ["person_id"])
    tandems = sa.table("tandems", sa.column("cycle_id"), sa.column("state"))
    timers = sa.table(
        "timers",
        *(sa.column(name, sa.Text()) for name in ("id", "cycle_id", "kind", "subject_id")),
        sa.column("due_at", AwareDateTime(timezone=True)),
    )
    cycle = tandems.c.cycle_id
    running = sa.select(
        sa.literal("people-watch:") + cycle,
        cycle,
        sa.literal("people-watch"),
        cycle,
        sa.literal(AT_ONCE, AwareDateTime(timezone=True)),
    ).where(tandems.c.state == "launched", cycle != "").distinct()
    op.execute(timers.insert().from_select([column.name for column in timers.columns], running))
