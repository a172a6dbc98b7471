"""The tandem that one whose launch was taken back has become is looked for from both sides."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_index("ix_taken_back_made_id", "taken_back", ["made_id"])
