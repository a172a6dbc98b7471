"""A launch fills a team bit by bit: it is known up to which tandem."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"

EVERY_NUMBER = 2**31 - 1


def upgrade() -> None:
    with op.batch_alter_table("launch_teams") as table:
        table.add_column(sa.Column("filled_to", sa.Integer(), nullable=False, server_default="0"))
    teams = sa.table("launch_teams", sa.column("is_filled"), sa.column("filled_to"))
    op.execute(teams.update().where(teams.c.is_filled == sa.true()).values(filled_to=EVERY_NUMBER))
    with op.batch_alter_table("launch_teams") as table:
        table.drop_column("is_filled")
