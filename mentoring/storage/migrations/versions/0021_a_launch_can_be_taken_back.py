"""Owners can take a launch back; what was cleared away is kept tandem by tandem."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    _create("undoings", ("by", "launch_id", "state"), ("tandems", "done"))
    _create("taken_back", ("undoing_id", "made_id"), ("met", "cancelled", "left_team"))
    op.create_index("ix_undoings_launch_id", "undoings", ["launch_id"])
    op.create_index("ix_taken_back_undoing_id", "taken_back", ["undoing_id"])


def _create(name: str, texts: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    whens = ("started_at", "done_at", "prepared_at") if name == "undoings" else ("done_at",)
    flags = () if name == "undoings" else ("archived", "clear")
    op.create_table(
        name,
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("cycle_id", *texts)),
        *(sa.Column(each, sa.Integer(), nullable=False) for each in numbers),
        *(sa.Column(each, sa.Boolean(), nullable=False) for each in flags),
        *(sa.Column(each, AwareDateTime(timezone=True), nullable=True) for each in whens),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
