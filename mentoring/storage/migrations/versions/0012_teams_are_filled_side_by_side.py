"""The teams of a launch are filled side by side, and each tandem is launched as soon as its team is
filled and its dates were looked for.

What is being launched looks for the dates once more: they stand already where they were found.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "launch_teams",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cycle_id", sa.Text(), nullable=False),
        sa.Column("launch_id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("is_filled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_launch_teams")),
    )
    op.create_index("ix_launch_teams_launch", "launch_teams", ["launch_id"])
    with op.batch_alter_table("tandems") as table:
        table.add_column(sa.Column("dates_for", sa.Text(), nullable=False, server_default=""))
