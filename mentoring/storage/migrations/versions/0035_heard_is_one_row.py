"""Whether a replica still obeys what it has heard is seen by its signs of life, not by timers."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    timers = sa.table("timers", sa.column("kind"))
    op.execute(timers.delete().where(timers.c.kind == "still_heard"))
