"""What belongs to one person is found without reading what belongs to everybody."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_index("ix_enrolments_earlier", "enrolments", ["earlier"])
    for table in ("proposals", "pairs"):
        for side in ("mentor", "mentee"):
            op.create_index(f"ix_{table}_{side}", table, [f"{side}_id"])
