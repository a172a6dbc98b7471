"""Circles, and who is in them."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0055"
down_revision = "0054"

CIRCLES = ("cycle_id", "kind", "state", "name", "team_id", "channel_id", "channel_url")
MEMBERS = ("cycle_id", "circle_id", "person_id", "state")


def upgrade() -> None:
    op.create_table(
        "circles",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in CIRCLES),
        sa.PrimaryKeyConstraint("id", name="pk_circles"),
    )
    op.create_index("ix_circles_team_id", "circles", ["team_id"])
    op.create_table(
        "circle_members",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in MEMBERS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("founder", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_circle_members"),
    )
    op.create_index("ix_circle_members_circle_id", "circle_members", ["circle_id"])
    op.create_index("ix_circle_members_person_id", "circle_members", ["person_id"])
