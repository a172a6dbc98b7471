"""Where the enrolment has no last day, silence ends with a day of one's own."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0056"
down_revision = "0055"
RULE = "silence_due"


def upgrade() -> None:
    open_ones = sa.text(
        "SELECT id FROM cycles WHERE state <> 'closed' AND tried_by = '' AND enrolment_end IS NULL"
    )
    rows = [_timer(cycle) for (cycle,) in op.get_bind().execute(open_ones)]
    if rows:
        op.bulk_insert(TIMERS, rows)


TIMERS = sa.table(
    "timers",
    *(sa.column(name, sa.Text()) for name in ("id", "cycle_id", "kind", "subject_id")),
    sa.column("due_at", AwareDateTime(timezone=True)),
)


def _timer(cycle: str) -> dict[str, object]:
    """In some days, so that nobody is let go of on the day of an update."""
    due_at = datetime.now(UTC) + timedelta(days=7)
    key = f"{RULE}:{cycle}"
    return {"id": key, "cycle_id": cycle, "kind": RULE, "subject_id": cycle, "due_at": due_at}
