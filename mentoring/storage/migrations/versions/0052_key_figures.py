"""Hard figures of the house, which owners name beside what people say of themselves."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0052"
down_revision = "0051"

TEXTS = ("cycle_id", "by", "source")


def upgrade() -> None:
    op.create_table(
        "key_figures",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_key_figures"),
    )
