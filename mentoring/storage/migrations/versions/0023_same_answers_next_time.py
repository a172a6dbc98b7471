"""Answers may be released for next time; in a rolling cycle whoever waits is asked anew in time."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0023"
down_revision = "0022"
RULE = "waits_long"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(
            sa.Column("released", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    waiting = sa.text(
        "SELECT e.id, e.cycle_id FROM enrolments e JOIN cycles c ON c.id = e.cycle_id "
        "WHERE c.kind = 'rolling' AND e.state IN ('begun', 'done')"
    )
    rows = [_timer(*row) for row in op.get_bind().execute(waiting)]
    if rows:
        op.bulk_insert(TIMERS, rows)


TIMERS = sa.table(
    "timers",
    *(sa.column(name, sa.Text()) for name in ("id", "cycle_id", "kind", "subject_id")),
    sa.column("due_at", AwareDateTime(timezone=True)),
)


def _timer(enrolment: str, cycle: str) -> dict[str, object]:
    """The rule itself finds out since when they wait."""
    now = datetime.now(UTC)
    key = f"{RULE}:{enrolment}"
    return {"id": key, "cycle_id": cycle, "kind": RULE, "subject_id": enrolment, "due_at": now}
