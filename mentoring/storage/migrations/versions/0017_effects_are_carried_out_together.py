"""Several effects are carried out by one workflow, which each of them names; one that is given up
keeps its cause. How full each lane is stands in a row, for all replicas.

What is not done yet has a workflow of its own from the version before, as far as the engine knows;
where it does not, the first look after the start begins it anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

WAITING = sa.text("done = false AND flow = ''")


def upgrade() -> None:
    with op.batch_alter_table("effects") as table:
        table.add_column(sa.Column("flow", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("failed", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE effects SET flow = CASE WHEN attempt = 1 THEN id ELSE id || '~' || attempt END "
        "WHERE done = false"
    )
    op.create_index("ix_effects_ready", "effects", ["not_before"], sqlite_where=WAITING, postgresql_where=WAITING)
    op.create_table(
        "lanes",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("free_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lanes")),
    )
