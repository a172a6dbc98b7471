"""Files that are offered to people, to be put into their OneDrive."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0013"
down_revision = "0012"

TEXTS = ("cycle_id", "person_id", "kind", "subject_id", "state", "name", "upload_url", "content_url", "unique_id", "file_type")


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("offered_at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
    )
    op.create_index("ix_files_person_id", "files", ["person_id"])
