"""Whoever works for a cycle finds tandems by their people, team or launch, and a tandem its polls by
itself: SQLite, which knows no figures of the tables, found them by the cycle or by their state, and
read all of these.
"""

from alembic import op

revision = "0066"
down_revision = "0065"

FOUND_BY = {
    "tandems": {
        "mentor_id": ["mentor_id", "cycle_id"],
        "mentee_id": ["mentee_id", "cycle_id"],
        "organizer_id": ["organizer_id", "cycle_id"],
        "closing_id": ["closing_id", "cycle_id"],
        "topic": ["topic", "cycle_id"],
        "launch": ["launch_id", "cycle_id", "state", "told_left_over", "round_ends_at"],
        "team": ["team_id", "cycle_id"],
        "series": ["series_id", "cycle_id"],
    },
    "polls": {
        "tandem_id": ["tandem_id", "state", "session_id"],
        "session_id": ["session_id", "state"],
    },
    "proposals": {"run": ["run_id", "cycle_id", "state"]},
    "enrolments": {
        "earlier": ["earlier", "cycle_id"],
        "person_id": ["person_id", "cycle_id"],
    },
}


def upgrade() -> None:
    for table, indexes in FOUND_BY.items():
        for name, columns in indexes.items():
            op.drop_index(f"ix_{table}_{name}", table)
            op.create_index(f"ix_{table}_{name}", table, columns)
